"""Lines that bridge a gutter between columns, cut there.

A blank that no line has inside is a gutter by itself. A narrower one is a gutter where the lines around have one too,
or end and begin there; then a line whose mark hangs into it is cut as well.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from converter.readers.scan.ink import depth_of, ink_of, runs
from converter.records import NamedTuple

GUTTER, NARROW, HUNG = 1.6, 0.55, 0.25
"""By how thick a line is: a blank that no line has inside, one that lines around have to have as well, and what a mark
that hangs into that leaves of it."""

SLIVER, SHORTEST, LONG = 0.7, 2.5, 5.0
"""How long parts are at least where the gutter is known, where it is only wide, and on both sides of a blank that tells
it, as lines around have it too; by how thick they are: short ones may be a list that is set in rows."""

_AROUND = 4.0  # how far off lines are looked at, by how thick they are
_LIKE = 1.5  # how many times as thick as another a line of the same text is at most
_LEAST, _MORE = 3, 3  # lines around that have the blank, at least, and times as many as do not


class Found(NamedTuple):
    """A line that was found: its corners, from the left top one clockwise, its pixels with its head at the left, and
    whether it stands upright."""

    corners: Any
    pixels: Any
    upright: bool


class _Row:
    """Where a line is along its direction and across it, and its blanks, in pixels of the page."""

    def __init__(self, line: Found) -> None:
        corners = line.corners if line.upright else line.corners[:, ::-1]  # across, along
        ends = (corners[[0, 1]], corners[[3, 2]]) if line.upright else (corners[[0, 3]], corners[[1, 2]])
        self.start, self.end = (float(end[:, 1].mean()) for end in ends)
        self.across = float(corners[:, 0].mean())
        self.thick, length = (int(side) for side in line.pixels.shape[:2])
        self.scale = (self.end - self.start) / length
        inked = list(runs(ink_of(depth_of(line.pixels)).any(axis=0), HUNG * self.thick))
        self.inked = [(self.start + start * self.scale, self.start + end * self.scale) for start, end in inked]
        self.blanks = [(one[1], other[0]) for one, other in zip(self.inked, self.inked[1:], strict=False)]

    def gutters(self, around: Sequence[_Row]) -> Iterator[tuple[float, float]]:
        """Its blanks that lines around have as well; where a part of it is short, lines that end or begin there."""
        for blank in self.blanks:
            if _width(blank) > NARROW * self.thick:
                is_long = min(blank[0] - self.start, self.end - blank[1]) > LONG * self.thick
                has = sum(other.has(blank) if is_long else other.is_beside(blank) for other in around)
                if has >= _LEAST and has >= _MORE * sum(other.crosses(blank) for other in around):
                    yield blank

    def has(self, blank: tuple[float, float]) -> bool:
        """Whether it has such a blank, or begins or ends there."""
        slack = NARROW * self.thick / 2
        return self._is_at(blank) or any(_width(_common(own, blank)) > slack for own in self.blanks)

    def is_beside(self, blank: tuple[float, float]) -> bool:
        """Whether it is long, and begins or ends at a blank."""
        return self._is_at(blank) and self.end - self.start > LONG * self.thick

    def _is_at(self, blank: tuple[float, float]) -> bool:
        slack = NARROW * self.thick / 2
        return abs(self.end - blank[0]) < slack or abs(self.start - blank[1]) < slack

    def crosses(self, blank: tuple[float, float]) -> bool:
        """Whether it has ink in the middle of a blank."""
        middle = sum(blank) / 2
        return any(start < middle < end for start, end in self.inked)


def parted(lines: Sequence[Found]) -> Iterator[Found]:
    """The lines, each cut where it bridges a gutter."""
    for upright in (False, True):
        some = [line for line in lines if line.upright == upright]
        rows = [_Row(line) for line in some]
        around = list(_around(rows))
        gutters = {id(row): list(row.gutters(near)) for row, near in zip(rows, around, strict=True)}
        for line, row, near in zip(some, rows, around, strict=True):
            known = [*gutters[id(row)], *(blank for other in near for blank in gutters[id(other)])]
            yield from _parts(line, row, known)


def _around(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """For each line those of the same type near it."""
    ordered = sorted(rows, key=lambda row: row.across)
    places = [row.across for row in ordered]
    for row in rows:
        first, last = (row.across + far * row.thick for far in (-_AROUND, _AROUND))
        near = ordered[bisect_right(places, first) : bisect_left(places, last)]
        yield [other for other in near if other is not row and 1 / _LIKE < other.thick / row.thick < _LIKE]


def _parts(line: Found, row: _Row, gutters: Sequence[tuple[float, float]]) -> Iterator[Found]:
    """A line cut at its wide blanks and where gutters are, into parts that are no shorter than parts may be."""
    kept = row.inked[:1]
    for inked, blank, next_one in zip(row.inked[1:], row.blanks, [*row.blanks, (0.0, 0.0)][1:], strict=True):
        is_wide = _width(blank) > GUTTER * row.thick
        length = min(_width(kept[-1]), row.inked[-1][1] - inked[0]) / row.thick
        ends = (_width(_common(blank, one)) > 0 >= _width(_common(next_one, one)) for one in gutters)  # after a mark
        if length > SHORTEST and is_wide or length > SLIVER and any(ends):
            kept.append(inked)
        else:
            kept[-1] = kept[-1][0], inked[1]
    if len(kept) < 2:
        yield line
        return
    length, margin = line.pixels.shape[1], row.thick // 8
    for begun, ended in kept:
        start = max(0, round((begun - row.start) / row.scale) - margin)
        end = min(length, round((ended - row.start) / row.scale) + margin)
        corners = _between(line.corners, start / length, end / length, line.upright)
        yield Found(corners, line.pixels[:, start:end], line.upright)


def _between(corners: Any, start: float, end: float, upright: bool) -> Any:
    """The corners of a part of a line, from 0 at its head to 1 at its foot."""
    one, other = (corners[[0, 1]], corners[[3, 2]]) if upright else (corners[[0, 3]], corners[[1, 2]])
    head, foot = one + (other - one) * start, one + (other - one) * end
    return np.stack([head[0], head[1], foot[1], foot[0]] if upright else [head[0], foot[0], foot[1], head[1]])


def _common(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return max(one[0], other[0]), min(one[1], other[1])


def _width(blank: tuple[float, float]) -> float:
    return blank[1] - blank[0]
