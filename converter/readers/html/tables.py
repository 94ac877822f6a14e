"""Tables of data, and how they differ from tables that lay a page out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from converter.model import Form, Role, Run
from converter.press.numbers import whole_number
from converter.readers.html.draft import Draft
from converter.readers.html.runs import tidy
from converter.readers.html.tree import HEADINGS, length
from converter.readers.lines import joined

_TAB = Run("\t")
LONGEST_CELL = 300
"""Characters of the longest cell of a table of data; a longer one is a column of the page."""

WIDEST = 60
"""Columns of the widest table."""


def is_data(table: HtmlElement) -> bool:
    """Whether the table holds data, so that its rows and columns mean something."""
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants(*HEADINGS), None) is not None:
        return False
    if any(length(cell) > LONGEST_CELL for cell in table.iter("td", "th")):
        return False
    return _is_headed(table) or _has_columns(table)


def _is_headed(table: HtmlElement) -> bool:
    """Whether the table has a caption or heads, as no table has that lays a page out."""
    headed = table.find("caption") is not None or table.find("thead") is not None
    return headed or any(cell.tag == "th" for row in _rows(table) for cell in row)


def _has_columns(table: HtmlElement) -> bool:
    """Whether several rows have several cells with text, and few of the cells hold a table."""
    filled = [[cell for cell in row if cell.tag == "td" and length(cell)] for row in _rows(table)]
    nested = sum(next(cell.iterdescendants("table"), None) is not None for row in filled for cell in row)
    return sum(len(row) > 1 for row in filled) > 1 and 4 * nested <= sum(map(len, filled))


def table_lines(table: HtmlElement, lines_of: Callable[[HtmlElement], list[Draft]]) -> Iterator[Draft]:
    """A table's caption, then its rows. ``lines_of`` reads a cell; a space is between two of its lines."""
    caption = table.find("caption")
    if caption is not None and (words := tidy([Run("".join(caption.itertext()))])):
        yield Draft(words, Role.CAPTION)
    for is_head, cells in rows(table):
        runs = [run for cell in cells for run in (_TAB, *_runs_of(cell, lines_of))][1:]
        if any(run.image or run.text.strip() for run in runs):
            yield Draft(list(joined(runs)), Role.PARAGRAPH, Form.HEAD_ROW if is_head else Form.ROW)


def _runs_of(cell: HtmlElement | None, lines_of: Callable[[HtmlElement], list[Draft]]) -> list[Run]:
    """What a cell says, on one line and without tabs; nothing where there is none."""
    if cell is None:
        return []
    if not len(cell) and not cell.get("id"):
        return tidy([Run(cell.text or "")])
    inside = [run for line in lines_of(cell) for run in (Run(" "), *line.runs)][1:]
    return [replace(run, text=run.text.replace("\t", " ")) for run in inside]


def rows(table: HtmlElement) -> Iterator[tuple[bool, list[HtmlElement | None]]]:
    """Each row: whether it holds headings, and its cells; None where a cell of the row above or before reaches in."""
    reaching: dict[int, int] = {}
    for row in _rows(table):
        cells: list[HtmlElement | None] = []
        own = [cell for cell in row if cell.tag in ("td", "th")]
        for cell in own:
            _fill(cells, reaching)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(cells), min(len(cells) + across, WIDEST)):
                if down > 1:
                    reaching[column] = down - 1
            cells += [cell, *[None] * (across - 1)]
        _fill(cells, reaching)
        if own:
            yield all(cell.tag == "th" for cell in own) or row.getparent().tag == "thead", cells


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The table's rows, not those of a table in a cell."""
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from part.iterchildren("tr")


def _fill(cells: list[HtmlElement | None], reaching: dict[int, int]) -> None:
    """Leave the places empty that cells of the rows above reach into."""
    while reaching.get(len(cells), 0) > 0:
        reaching[len(cells)] -= 1
        cells.append(None)


def _span(cell: HtmlElement, name: str) -> int:
    return min(whole_number(cell.get(name), 99_999, 1) or 1, WIDEST)
