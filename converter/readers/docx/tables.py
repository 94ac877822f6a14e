"""Which cells of a Word table are seen, and over how many columns and rows each reaches (ECMA-376, part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from converter.press.numbers import whole_number
from converter.readers.docx.numbers import WIDEST
from converter.readers.docx.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(slots=True, eq=False)
class Cell:
    """A cell that is seen: how many columns it is wide, and rows high."""

    element: Element
    across: int = 1
    down: int = 1

    @property
    def span(self) -> str | None:
        """What ``Mark.SPAN`` says of it; None where it has one place."""
        return f"{self.across}x{self.down}" if self.across > 1 or self.down > 1 else None


@dataclass(slots=True)
class Cells:
    """The rows of cells that are seen, and the cells that are ``hidden`` under those above them."""

    rows: list[list[Cell]] = field(default_factory=list)
    hidden: list[Element] = field(default_factory=list)

    def closed(self, headed: int) -> int:
        """How many rows at the head are headings where so many are: those too that a heading reaches into."""
        end = headed
        for place, row in enumerate(self.rows):
            if place >= end:
                break
            end = max([end, *(place + cell.down for cell in row)])
        return end


def cells_of(rows: Sequence[Sequence[Element]]) -> Cells:
    """The cells of a table's rows as they are seen: a cell that goes on one above is a part of that."""
    found = Cells()
    above: dict[int, Cell] = {}
    for row in rows:
        seen: list[Cell] = []
        below: dict[int, Cell] = {}
        column = _left_out(row)
        if column:
            seen.append(Cell(row[0].makeelement(f"{W}tc"), column))
        for element in row:
            across = _across(element)
            cell = above.get(column) if _goes_on(element, "vMerge") else None
            if cell is not None:
                cell.down += 1
                found.hidden.append(element)
            elif seen and _goes_on(element, "hMerge"):
                cell = seen[-1]
                cell.across += across
                found.hidden.append(element)
            else:
                cell = Cell(element, across)
                seen.append(cell)
            below.setdefault(column, cell)
            column += across
        above = below
        found.rows.append(seen)
    return _filled(found)


def _filled(cells: Cells) -> Cells:
    """The cells without rows that none is seen in, in which those that reach there are as much lower."""
    kept: list[list[Cell]] = []
    for row in cells.rows:
        if row:
            kept.append(row)
    gone = [place for place, row in enumerate(cells.rows) if not row]
    for place, row in enumerate(cells.rows):
        for cell in row:
            cell.down -= sum(place < empty < place + cell.down for empty in gone)
    return Cells(kept, cells.hidden)


def _left_out(row: Sequence[Element]) -> int:
    """How many columns the row leaves out before its first cell."""
    of_row = next(row[0].iterancestors(f"{W}tr"), None) if row else None
    before = None if of_row is None else of_row.find(f"{W}trPr/{W}gridBefore")
    return 0 if before is None else whole_number(before.get(f"{W}val"), WIDEST) or 0


def _across(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    said = "1" if span is None else span.get(f"{W}val", "1")
    return min(max(int(said), 1), WIDEST) if said.isascii() and said.isdecimal() and len(said) < 6 else 1


def _goes_on(cell: Element, name: str) -> bool:
    """Whether the cell is a later part of one that goes over several rows (``vMerge``) or columns (``hMerge``)."""
    merged = cell.find(f"{W}tcPr/{W}{name}")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"
