"""Ruled tables: rules that meet in a grid, and the lines in its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.layout.surface import Strip
from converter.model import Box, around

TOUCH = 2.0  # points between two rules that meet
HIGH = 5.0  # ems of a row at most: higher ones are columns of text with rules around them


MOST = 2000
"""Rules of a page that are looked at: a drawing may have any number of them."""


@dataclass(slots=True)
class Table:
    """A table: where it stands, and the lines of each cell of each row."""

    box: Box
    rows: list[list[list[Strip]]]


def tables_of(strips: Sequence[Strip], rules: Sequence[Box]) -> tuple[list[Table], list[Strip]]:
    """The ruled tables, and the lines that are in none."""
    tables: list[Table] = []
    rest = list(strips)
    for grid in _grids(rules[:MOST]):
        table = _table(grid, rest)
        if table:
            tables.append(table)
            taken = {id(strip) for row in table.rows for cell in row for strip in cell}
            rest = [strip for strip in rest if id(strip) not in taken]
    return tables, rest


def _grids(rules: Sequence[Box]) -> list[list[Box]]:
    """Rules that meet, together."""
    grids: list[list[Box]] = []
    for rule in rules:
        near = [grid for grid in grids if any(_meet(rule, other) for other in grid)]
        grids = [grid for grid in grids if grid not in near]
        grids.append([rule, *(other for grid in near for other in grid)])
    return grids


def _meet(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(across, down) > -TOUCH


def _table(grid: Sequence[Box], strips: Sequence[Strip]) -> Table | None:
    """The table of a grid; None where its rules make no rows of cells, or its cells hold columns of text."""
    across = [rule for rule in grid if rule.right - rule.left > rule.bottom - rule.top]
    rows = _places([(rule.top + rule.bottom) / 2 for rule in across])
    sides = _places([(rule.left + rule.right) / 2 for rule in grid if rule not in across])
    box = around(grid)
    inside = [strip for strip in strips if _holds(box, strip.box)]
    if len(rows) < 3 or len(sides) < 2 or not inside or _highest(rows) > HIGH * 2 * inside[0].size:
        return None
    cells = _cells(inside, rows, sides)
    first, last = int(sides[0] <= box.left + TOUCH), len(sides) + int(sides[-1] < box.right - TOUCH)
    return _filled(box, [row[first:last] for row in cells if any(row)])


def _cells(strips: Sequence[Strip], rows: Sequence[float], sides: Sequence[float]) -> list[list[list[Strip]]]:
    """The lines by the rules between which they stand."""
    cells: list[list[list[Strip]]] = [[[] for _ in range(len(sides) + 1)] for _ in range(len(rows) + 1)]
    for strip in sorted(strips, key=lambda strip: (strip.box.top, strip.box.left)):
        row = bisect_right(rows, (strip.box.top + strip.box.bottom) / 2)
        cells[row][bisect_right(sides, (strip.box.left + strip.box.right) / 2)].append(strip)
    return cells


def _filled(box: Box, rows: list[list[list[Strip]]]) -> Table | None:
    """The table of some rows; None where there is but one, or cells hold columns of text."""
    lines = [len(cell) for row in rows for cell in row if cell]
    return Table(box, rows) if len(rows) > 1 and sum(lines) <= 2 * len(lines) else None


def _highest(rows: Sequence[float]) -> float:
    """The height of the highest row."""
    return max((low - high for high, low in pairwise(rows)), default=0.0)


def _places(edges: Sequence[float]) -> list[float]:
    """The places of rules, those that lie together once."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > TOUCH:
            found.append(edge)
    return found


def _holds(box: Box, other: Box) -> bool:
    return (
        box.left <= (other.left + other.right) / 2 <= box.right and box.top <= other.top and other.bottom <= box.bottom
    )
