"""Tables of data, and how they differ from tables that lay a page out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate

from lxml.html import HtmlElement

from converter.model import Form, Mark, Role, Run
from converter.press.numbers import whole_number
from converter.readers.html.draft import Draft
from converter.readers.html.runs import tidy
from converter.readers.html.tree import HEADINGS, length
from converter.readers.lines import joined
from converter.records import NamedTuple

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
        runs = [run for cell in cells for run in (_TAB, *_spanned(cell), *_runs_of(cell.element, lines_of))][1:]
        if any(run.image or run.text.strip() for run in runs):
            yield Draft(list(joined(runs)), Role.PARAGRAPH, Form.HEAD_ROW if is_head else Form.ROW)


class Cell(NamedTuple):
    """A cell of a table: over how many columns and rows it reaches."""

    element: HtmlElement
    across: int
    down: int


def _spanned(cell: Cell) -> list[Run]:
    """What says that a cell reaches over several places."""
    return [Run("", Mark.SPAN, name=f"{cell.across}x{cell.down}")] if cell.across > 1 or cell.down > 1 else []


def _runs_of(cell: HtmlElement, lines_of: Callable[[HtmlElement], list[Draft]]) -> list[Run]:
    """What a cell says, on one line and without tabs."""
    if not len(cell) and not cell.get("id"):
        return tidy([Run(cell.text or "")])
    inside = [run for line in lines_of(cell) for run in (Run(" "), *line.runs)][1:]
    return [replace(run, text=run.text.replace("\t", " ")) for run in inside]


def rows(table: HtmlElement) -> Iterator[tuple[bool, list[Cell]]]:
    """Each row that shows something: whether it holds headings, or one above reaches into it, and its cells.

    None reaches over more rows than there are.
    """
    every = [[cell for cell in row if cell.tag in ("td", "th")] for row in _rows(table)]
    shown = [any(map(_shows, row)) for row in every]
    above = list(accumulate(shown, initial=0))
    headed = 0
    for place, row in enumerate(every):
        if not shown[place]:
            continue
        downs = (_span(cell, "rowspan", len(every) - place) for cell in row)
        reach = [above[place + down] - above[place] for down in downs]
        is_head = all(cell.tag == "th" for cell in row) or next(row[0].iterancestors("thead", "table")).tag == "thead"
        if is_head:
            headed = max(headed, *(above[place] + down for down in reach))
        across = (_span(cell, "colspan", WIDEST) for cell in row)
        yield is_head or above[place] < headed, list(map(Cell, row, across, reach))


def _shows(cell: HtmlElement) -> bool:
    return length(cell) > 0 or next(cell.iter("img"), None) is not None


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The table's rows, not those of a table in a cell."""
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from part.iterchildren("tr")


def _span(cell: HtmlElement, name: str, most: int) -> int:
    """How far a cell reaches; ``rowspan="0"`` is to the end of its part of the table (HTML, 4.9.11)."""
    reach = whole_number(cell.get(name), 99_999)
    if reach == 0 and name == "rowspan":
        return most
    return min(max(reach or 1, 1), most)
