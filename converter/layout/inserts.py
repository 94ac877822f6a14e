"""Large type inside a column: subheads, and what is set into a text that goes on below it, as a pull quote."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout.columns import Column
from converter.layout.heads import Head
from converter.layout.joints import SURE, joint
from converter.layout.surface import shared

NEAR = 3.0  # ems from a column to what is set into it at most
SUBHEAD = 1.3  # times the size of most text up to which a line in a column is a subhead


def settle_inserts(
    heads: Sequence[Head], columns: Sequence[Column], body: float
) -> tuple[list[Head], list[Column], list[Head]]:
    """The heads of stories; the columns, among them now the subheads; and what is set into a text."""
    kept: list[Head] = []
    inserts: list[Head] = []
    found = list(columns)
    for head in heads:
        above, below = _around(head, columns)
        goes_on = any(joint(a, b) >= SURE for a in above for b in below if _one_measure(a, b))
        if above and below and goes_on and not _wider(head, [*above, *below]):
            inserts.append(head)
        elif above and below and len(above) == len(below) == 1 and head.largest.size < SUBHEAD * body:
            found.append(Column(sorted(head.strips, key=lambda strip: strip.before)))
        else:
            kept.append(head)
    return kept, found, inserts


def _around(head: Head, columns: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """The columns that end right above a head, and those that begin right below it."""
    some = [
        c
        for c in columns
        if c.upright == head.upright and shared(c.start, c.end, head.start, head.end) > 0.4 * min(c.width, head.end - head.start)
    ]
    above = [c for c in some if -0.6 * c.size < head.before - c.after < NEAR * c.size]
    below = [c for c in some if -0.6 * c.size < c.before - head.after < NEAR * c.size]
    return above, below


def _one_measure(above: Column, below: Column) -> bool:
    return abs(above.start - below.start) < 2.5 * above.size and abs(above.end - below.end) < 2.5 * above.size


def _wider(head: Head, columns: Sequence[Column]) -> bool:
    start, end = min(c.start for c in columns), max(c.end for c in columns)
    return head.end - head.start > 1.1 * (end - start)
