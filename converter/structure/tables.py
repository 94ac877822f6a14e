"""Tables in plain text: lines whose words stand in as many columns, with numbers in them, are the rows of one.

Nothing but blanks tells the columns of such a table, so it has to look like one: three rows or more with as many cells,
and numbers in a column from top to bottom; where no head is above them, in two columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from converter.model import Form, Line, Opens, Role, Source
from converter.press.lexicon import any_of, lists
from converter.press.marks import LETTER
from converter.press.numbers import DIGIT, HAN_NUMBER
from converter.press.patterns import later

ROWS = (Form.HEAD_ROW, Form.ROW)

_ROW, _CELL, _TITLE = 80, 16, 40
"""Characters of the longest row, and cell, of a table in plain text, and of a line that says what is in it."""

_FEWEST = 3
_SHARE = 3
"""Rows of the smallest table; one row in as many as ``_SHARE`` may lack a number where others have one."""

_NUMBERED = later(rf"\D{{1,3}}?[{DIGIT}{HAN_NUMBER}]")
_NUMBER = later(rf"[-+−]?[{DIGIT}][{DIGIT},.．]*[%％‰]?{LETTER}{{0,2}}|[-—–/…]+")
_PERIOD = later(f"[{DIGIT}]{{4}}[年度]*|[{DIGIT}]{{1,2}}[月日季]")
_DIGIT = later(f"[{DIGIT}]")

Cells = Sequence[str]


def with_tables(source: Source) -> Source:
    """The source, its lines that are a table's rows as such, with a tab between two cells, its title a caption.

    The same source where there is no table. What a format says of a line stays; of its tables too the titles are told.
    """
    found = dict(_rows(source))
    rows = {*found, *(number for number, line in enumerate(source.lines) if line.form in ROWS)}
    if not rows:
        return source
    lines = list(source.lines)
    for number, (form, cells) in found.items():
        lines[number] = replace(
            lines[number], text="\t".join(cells), role=Role.PARAGRAPH, opens=Opens.BLOCK, form=form, runs=()
        )
    for number, role in _around(source.lines, rows):
        lines[number] = replace(lines[number], role=role, opens=Opens.BLOCK)
    return replace(source, lines=tuple(lines))


def is_of_a_table(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is a table's row, or its title or note: the text around a table goes on past them all."""
    line = lines[number]
    if line.form in ROWS:
        return True
    if line.role is Role.CAPTION:
        return any(below.form in ROWS for below in lines[number + 1 : number + 3])
    return line.role is Role.SOURCE_NOTE and number > 0 and lines[number - 1].form in ROWS


def _around(lines: Sequence[Line], rows: Container[int]) -> Iterator[tuple[int, Role]]:
    """The lines right at tables of these rows that say what is in them, and the roles of those."""
    for number in range(1, len(lines)):
        if number in rows and number - 1 not in rows:
            for above in range(number - 1, max(number - 3, -1), -1):
                if not (_is_named(lines[above]) or _says(lines[above], "the unit of its numbers")):
                    break
                yield above, Role.CAPTION
        elif number - 1 in rows and _says(lines[number], "where they come from, or how they are meant"):
            yield number, Role.SOURCE_NOTE


def _is_named(line: Line) -> bool:
    """Whether the line names a table by its number: 表1 各镇户数."""
    return _says(line, "the table's name") and _NUMBERED.match(line.text) is not None


def _says(line: Line, what: str) -> bool:
    return line.is_free and len(line.text) <= _TITLE and line.text.startswith(lists(__package__, "tables")[what,])


def _rows(source: Source) -> Iterator[tuple[int, tuple[Form, Cells]]]:
    """The lines that are rows: their numbers, what they are, and their cells."""
    lines = source.lines
    for may_be, group in groupby(range(len(lines)), lambda number: _may_be_row(lines[number])):
        numbers = list(group)
        if may_be and len(numbers) >= _FEWEST:
            ways = (list(_tables(source, numbers, cut)) for cut in _CUTS)
            yield from next(filter(None, ways), ())


def _may_be_row(line: Line) -> bool:
    text = line.text
    if len(text) > _ROW or not (" " in text or "\u3000" in text):
        return False
    return line.is_free and not (_no_row().search(text) or _is_named(line))


@cache
def _no_row() -> re.Pattern[str]:
    """What no row has: the marks of a sentence, and a chapter's number, as lists of contents have them."""
    chapter = any_of(lists(__package__, "tables")["what a chapter is called",])
    return later(f"[。！？；，“”「」]|第[{DIGIT}{HAN_NUMBER}]+{chapter}")


def _tables(
    source: Source, numbers: Sequence[int], cut: Callable[[Source, Line], Cells]
) -> Iterator[tuple[int, tuple[Form, Cells]]]:
    """The rows among neighbouring lines, cut into cells in one way."""
    cells = [cut(source, source.lines[number]) for number in numbers]
    for count, run in groupby(range(len(numbers)), lambda at: len(cells[at])):
        places = list(run)
        rows = [cells[at] for at in places]
        if count > 1 and len(rows) >= _FEWEST and _is_table(rows):
            head = _is_head(rows[0])
            for at in places:
                yield numbers[at], (Form.HEAD_ROW if head and at == places[0] else Form.ROW, cells[at])


def _tabbed(source: Source, line: Line) -> Cells:
    raw = source.text[line.start : line.end]
    return raw.split("\t") if "\t" in raw and raw.replace("\t", " ") == line.text else [line.text]


_WIDE = later(r"\s{2,}|\u3000")
_CUTS: tuple[Callable[[Source, Line], Cells], ...] = (
    _tabbed,
    lambda _, line: _WIDE.split(line.text),
    lambda _, line: line.text.split(),
)
"""The ways in which a line may be set in columns, the surest first."""


def _is_table(rows: Sequence[Cells]) -> bool:
    """Whether cells in columns are a table and no list of names, results or contents."""
    head = _is_head(rows[0])
    body = rows[head:]
    if max(len(cell) for row in rows for cell in row) > _CELL:
        return False
    columns = list(zip(*body, strict=True))[1:]
    numbers = sum(all(map(_NUMBER.fullmatch, column)) and any(map(_DIGIT.search, column)) for column in columns)
    if not head:  # years and what was counted in each are two columns of numbers, and need no third
        return numbers > 1 or (numbers == len(columns) and all(_NUMBER.fullmatch(row[0]) for row in body))
    return numbers > 0 or len(columns) > 1 and any(_has_figures(column) for column in columns)


def _is_head(row: Cells) -> bool:
    """Whether a row names columns: it has no number but a year's or a month's, and is no word that is spaced out."""
    numbered = [cell for cell in row if _DIGIT.search(cell)]
    return row[0] not in numbered and all(map(_PERIOD.fullmatch, numbered)) and max(map(len, row)) > 1


def _has_figures(column: Sequence[str]) -> bool:
    """Whether most cells of a column have a number in them."""
    return sum(_DIGIT.search(cell) is not None for cell in column) * _SHARE >= len(column) * (_SHARE - 1)
