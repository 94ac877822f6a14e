"""Pieces of one line that were found apart, put together: a full-width blank, or the blank half of a bracket or of a
quotation mark, parts a line for the engine that looks for lines, most of all in large type.

Two pieces in one row are one line where most of the lines near them go on across the place, and do not end or begin
there, as those of columns do at a gutter. Few lines tell of large type, and none of a line by itself: near pieces of
these are one line unless several end there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

import numpy as np

from converter.records import NamedTuple

FAR, NEAR, OVER = 1.2, 0.5, 0.7
"""How far pieces are from each other at most, those of which few lines or none tell, and how far one lies over the
other; all by how thick they are, with the margin that the engine leaves around each."""

LARGE = 1.4
"""Times as thick as most lines are from which type is large: few lines of it stand together."""

LEAST, MORE = 2, 3
"""How many more lines end or begin between two pieces of large type than go on there that part them; and how many times
as many go on between others, at least, as end or begin there."""

_ALIKE, _ROW = 1.35, 0.25  # times as thick as another a piece of its line is at most; how far from its row's middle
_AROUND = 2.5  # how far off lines are looked at, by how thick the piece is


class _Piece(NamedTuple):
    """Where a line is along its direction and across it, and its corners, from the left top one clockwise."""

    corners: Any
    start: float
    end: float
    across: float
    thick: float

    def goes_on_in(self, other: _Piece) -> bool:
        """Whether another is the next in its row, and near."""
        gap, thick = other.start - self.end, min(self.thick, other.thick)
        alike = max(self.thick, other.thick) < _ALIKE * thick and abs(self.across - other.across) < _ROW * thick
        return alike and -OVER * thick < gap < FAR * thick and self.start < other.start and self.end < other.end


def whole(boxes: Sequence[tuple[Any, bool]]) -> list[tuple[Any, bool]]:
    """Lines by their corners, each with whether it is upright: of those in pieces the whole."""
    pieces = {way: [_piece(corners, way) for corners, upright in boxes if upright is way] for way in (False, True)}
    large = LARGE * median([piece.thick for some in pieces.values() for piece in some] or [0.0])
    return [(corners, way) for way, some in pieces.items() for corners in _whole(some, way, large)]


def _whole(pieces: Sequence[_Piece], upright: bool, large: float) -> Iterator[Any]:
    """The corners of lines of one direction; type that is thicker than ``large`` is no text's."""
    pieces = sorted(pieces, key=lambda piece: piece.across)
    places = [piece.across for piece in pieces]

    def near(piece: _Piece, far: float) -> Sequence[_Piece]:
        low, high = piece.across - far * piece.thick, piece.across + far * piece.thick
        return pieces[bisect_left(places, low) : bisect_right(places, high)]

    after: dict[int, _Piece] = {}
    led: set[int] = set()
    for piece in pieces:
        nexts = [other for other in near(piece, _ROW) if other is not piece and piece.goes_on_in(other)]
        other = min(nexts, key=lambda one: one.start, default=None)
        if other and id(other) not in led and _is_one(piece, other, near(piece, _AROUND), piece.thick > large):
            after[id(piece)] = other
            led.add(id(other))
    return (_joined(piece, after, upright) for piece in pieces if id(piece) not in led)


def _piece(corners: Any, upright: bool) -> _Piece:
    placed = corners if upright else corners[:, ::-1]  # across, along
    one, other = (placed[[0, 1]], placed[[3, 2]]) if upright else (placed[[0, 3]], placed[[1, 2]])
    thick = float(np.linalg.norm(placed[1] - placed[0] if upright else placed[3] - placed[0]))
    return _Piece(corners, float(one[:, 1].mean()), float(other[:, 1].mean()), float(placed[:, 0].mean()), thick)


def _is_one(piece: _Piece, other: _Piece, around: Sequence[_Piece], large: bool) -> bool:
    """Whether two pieces in a row are one line, as lines ``around`` of no larger type tell."""
    gap, middle = other.start - piece.end, (piece.end + other.start) / 2
    lines = [one for one in around if one is not piece and one is not other and one.thick < _ALIKE * piece.thick]
    across = sum(one.start + one.thick < middle < one.end - one.thick for one in lines)
    edges = sum(min(abs(one.end - middle), abs(one.start - middle)) < max(one.thick, gap) for one in lines)
    if gap < NEAR * piece.thick and (large or not across and not edges):
        return edges < across + LEAST
    return across > MORE * edges


def _joined(piece: _Piece, after: dict[int, _Piece], upright: bool) -> Any:
    """The corners of a line from its first piece to its last."""
    last = piece
    while id(last) in after:
        last = after[id(last)]
    first, end = piece.corners, last.corners
    return np.stack([first[0], first[1], end[2], end[3]] if upright else [first[0], end[1], end[2], first[3]])
