"""Notes that are gathered below a text, ``[1] …``, and their numbers in it: linked where they surely belong together.

A number and its note are a pair where the text above has the number once in its place: numbers rise from note to note
and, where they are met first, in the text. Circled numbers (①) count items too; they need a heading (注释) above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from unicodedata import numeric

from converter.model import Form, Line, Mark, Opens, Role, Run
from converter.press.lexicon import any_of, lists
from converter.press.numbers import DIGIT, HAN_NUMBER, value_of
from converter.press.patterns import later

_NUMBER = rf"\[[0-9]{{1,3}}\]|［[{DIGIT}]{{1,3}}］|〔[{DIGIT}{HAN_NUMBER}]{{1,3}}〕|【[{DIGIT}]{{1,3}}】|[①-⑳㉑-㊿]"
_INSIDE = later(rf"(?<=[^\s])(?:{_NUMBER})")
_FIRST = frozenset("[［〔【①")
_LONGEST = 6
"""Lines of a note, with the first of the next one."""
_NOTE = later(rf"({_NUMBER})\s*(?=\S)")


def with_notes(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of sure notes with the form of notes, and their numbers in the text above with a mark."""
    if not any(line.text[:1] in _FIRST for line in lines):
        return lines
    found = list(lines)
    above = seen = 0
    places: dict[str, list[int]] = {}
    for first, end in _rows(lines):
        heading = first > above and _is_heading(lines[first - 1])
        _add_places(places, lines[seen:first], seen)
        seen = first
        numbers = [label for line in lines[first:end] if (label := _label(line))]
        if _are_sure(numbers, places, heading):
            for place in range(first, end):
                found[place] = _note(lines[place]) if _label(lines[place]) else _rest(lines[place])
            if heading:
                found[first - 1] = replace(lines[first - 1], role=Role.PARAGRAPH, opens=Opens.BLOCK)
            for place in sorted({place for number in numbers for place in places.get(number, ())}):
                found[place] = _with_marks(found[place], set(numbers))
            above = seen = end
            places = {}
    return found


def _rows(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where rows of notes begin and end: each number is one more than that of the note above."""
    place = 0
    while place < len(lines):
        first = place
        if label := _label(lines[place]):
            value: int | None = _value(label)
            while value is not None:
                last, value = place, value + 1
                place, value = _note_below(lines, place + 1, value)
            yield first, last + 1
            place = last
        place += 1


def _note_below(lines: Sequence[Line], place: int, value: int) -> tuple[int, int | None]:
    """The place of the note of that number, with its number: right there, or below lines that go on the note above."""
    for at in range(place, min(place + _LONGEST, len(lines))):
        if label := _label(lines[at]):
            return (at, value) if _value(label) == value else (at, None)
        if lines[at].gap_before:
            break
    return place, None


def _label(line: Line) -> str:
    """The number that the line begins with as a note does."""
    found = _NOTE.match(line.text) if not line.role and not line.form else None
    return found[1] if found else ""


def _value(number: str) -> int:
    core = number.strip("[]［］〔〕【】")
    found = value_of(core)
    return int(numeric(core)) if found is None else found


def _add_places(places: dict[str, list[int]], lines: Sequence[Line], start: int) -> None:
    """Add the lines in which each number stands inside the text, in the order in which numbers are met."""
    for place, line in enumerate(lines, start):
        for number in _INSIDE.findall(line.text):
            places.setdefault(number, []).append(place)


def _are_sure(numbers: Sequence[str], places: dict[str, list[int]], heading: bool) -> bool:
    """Whether a row of notes has its numbers in the text above, in order; under a heading not every one has to."""
    met = [number for number in places if number in numbers]
    in_order = all(_value(above) < _value(below) for above, below in pairwise(met))
    counted = len(numbers[0]) == 1
    return bool(met) and in_order and (heading or (len(met) == len(numbers) and not counted))


def _note(line: Line) -> Line:
    number = _label(line)
    runs = (Run(number, Mark.NOTE), Run(line.text[len(number) :]))
    return replace(line, role=Role.PARAGRAPH, form=Form.NOTE, opens=Opens.BLOCK, runs=runs)


def _rest(line: Line) -> Line:
    return replace(line, role=Role.PARAGRAPH, opens=Opens.LINE)


def _with_marks(line: Line, numbers: set[str]) -> Line:
    """The line with the numbers that have notes marked."""
    runs: list[Run] = []
    for run in line.runs or (Run(line.text),):
        place = 0
        for found in _INSIDE.finditer(run.text) if run.mark is None else ():
            if found[0] in numbers:
                runs += [replace(run, text=run.text[place : found.start()]), Run(found[0], Mark.NOTE)]
                place = found.end()
        runs.append(replace(run, text=run.text[place:]))
    return replace(line, runs=tuple(run for run in runs if run.text))


def _is_heading(line: Line) -> bool:
    """Whether the line is what stands above notes, and nothing else."""
    return not line.role and len(line.text) <= 8 and _headings().fullmatch(line.text) is not None


@cache
def _headings() -> re.Pattern[str]:
    words = any_of(lists(__package__, "words")["notes", "heading"])
    return later(rf"[【\[〔（(]?{words}[】\]〕）)]?[：:]?")
