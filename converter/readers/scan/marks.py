"""The stops and brackets of upright lines, which a recogniser that reads a line lying on its side loses.

Where the characters of a line leave room, what little ink is there is told by its shape and place (``shapes``). What
the recogniser read there counts where it read as many marks: it loses marks, but hardly takes one for another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

import numpy as np

from converter.readers.scan.engine import Char, Seen
from converter.readers.scan.ink import depth_of, ink_of, runs
from converter.readers.scan.shapes import MARKS, Piece, judged

OPENING = "「『（《〈【—…"
"""The marks that may begin a line, and that end none."""

FULL = str.maketrans(",.;:!?()’", "，。；：！？（），")
"""What the recogniser may give for a mark."""

SURE = 0.4
"""How likely a piece of ink has to be a mark."""

LEAST = 5
"""Distances of a line's characters that tell how large its type is: the recogniser gives each to a fourth of an em."""

_APART = 0.4  # of the usual distance of characters, more or less of which is another number of cells
_ROOM, _END = 0.25, 0.1  # of an em, above the em that characters are apart, that may hold a mark; at a line's ends
_SHIFT, _EDGE = 0.15, 0.06  # of an em: how far a character is moved at most, and how much of its edge is looked at
_SLACK = 0.12  # of an em from the edge of a character's cell, within which its ink ends
_SPECK, _INK = 0.004, 0.2  # of an em's square: less is dust, more is a character
_BREAK = 0.05  # of an em between two stretches of ink
_CELL, _PARTS = 0.9, 3  # how many ems high a mark is at most, and how many parts it has: an ellipsis is three dots
_NEAR = 3  # ems above and below that tell where the middle of a line is, and characters that tell where one is


class Upright:
    """An upright line: its pixels as they stand, its characters without the marks, and the marks that were read."""

    def __init__(self, line: Seen) -> None:
        self.depth = depth_of(np.rot90(line.pixels, -1))
        self.chars = [char for char in line.chars if char.text.isalnum()]
        self.marks: dict[int, list[Char]] = {}
        count = 0
        for char in line.chars:
            count += char.text.isalnum()
            if not char.text.isalnum():
                self.marks.setdefault(count, []).append(char._replace(text=char.text.translate(FULL)))
        self.long, self.thick = (int(side) for side in self.depth.shape)
        self.places = [char.place * self.long for char in self.chars]
        self.em = _step(self.places)

    def pieces(self) -> Iterator[tuple[int, list[Piece]]]:
        """Where its characters leave room: after how many of them, and the ink there, but no more of it than fits."""
        ink, half = ink_of(self.depth), self.em / 2
        rows = ink.sum(axis=1)
        self.places = _on_ink(_evened(self.places, self.em), rows, self.em)
        edges = [-half, *self.places, self.long + half]
        for after, (above, below) in enumerate(pairwise(edges)):
            room = _END if after in (0, len(self.chars)) else _ROOM
            if below - above >= (1 + room) * self.em:
                top, bottom = self._cut(rows, above + half, -1), self._cut(rows, below - half, 1)
                yield after, list(self._between(ink, top, bottom))

    def _cut(self, rows: Any, edge: float, into: int) -> int:
        """The row of a character's cell with the least ink near an edge of it, from where on it goes up or down: a
        mark may reach into the cell, and a character is seldom as high as it."""
        near = round(edge) + into * np.arange(round(_SLACK * self.em) + 1)
        near = near[(near > 0) & (near < self.long)]
        return int(near[np.argmin(rows[near])]) if len(near) else 0 if into < 0 else self.long

    def _between(self, ink: Any, top: int, bottom: int) -> Iterator[Piece]:
        """The stretches of ink, and those of them together that a cell may hold: a question mark has two."""
        parts = [(top + start, top + end) for start, end in runs(ink[top:bottom].any(axis=1), _BREAK * self.em)]
        for number, (start, _) in enumerate(parts):
            for at, (_, end) in enumerate(parts[number : number + _PARTS]):
                whole = at == 0 or end - start < _CELL * self.em
                if whole and _SPECK < ink[start:end].sum() / self.em**2 < _INK:
                    yield self._piece(ink, (top, bottom), start, end)

    def _piece(self, ink: Any, room: tuple[int, int], top: int, bottom: int) -> Piece:
        """The ink from row to row."""
        columns = np.nonzero(ink[top:bottom].any(axis=0))[0]
        left, right = int(columns[0]), int(columns[-1]) + 1
        near = round(_NEAR * self.em)
        held = np.cumsum(ink[max(0, top - near) : bottom + near].sum(axis=0))
        middle = float(np.mean([np.searchsorted(held, share * held[-1]) for share in (0.04, 0.96)]))
        shown = self.depth[top:bottom]
        goes_on = [bool(ink[max(0, at) : max(0, at + 2), left:right].any()) for at in (top - 2, bottom)]
        return Piece(
            squares=(
                _square(shown, middle, round(self.em)),
                _square(shown, (left + right) / 2, max(1, round(self.em / 2))),
            ),
            middle=(top + bottom) / 2,
            above=(top - room[0]) / self.em,
            below=(room[1] - bottom) / self.em,
            high=(bottom - top) / self.em,
            left=(left - middle) / self.em,
            right=(right - middle) / self.em,
            goes_on=(goes_on[0], goes_on[1]),
            ends=(room[0] == 0, room[1] == self.long),
        )

    def settled(self) -> list[Char]:
        """All its characters. Of the marks between two of them those that were read count, where they are no fewer than
        those that are likely. Another sign (％) stays where no likely mark is: it may be one that was misread."""
        found = {after: self._likely(after, pieces) for after, pieces in self.pieces()}
        chars: list[Char] = []
        for after in range(len(self.chars) + 1):
            new, old = found.get(after, []), self.marks.get(after, [])
            signs = [sign for sign in old if sign.text not in MARKS]
            old = [mark for mark in old if mark.text in MARKS] if after in found else []  # else there is no room
            marks = new if len(new) > len(old) else old
            taken = [mark.place * self.long for mark in new]
            signs = [sign for sign in signs if all(abs(sign.place * self.long - at) > self.em / 2 for at in taken)]
            chars += sorted([*marks, *signs], key=lambda char: char.place)
            chars += self.chars[after : after + 1]
        return chars

    def _likely(self, after: int, pieces: Sequence[Piece]) -> list[Char]:
        """The marks that pieces of ink are, the likeliest of those that have ink in common, and of more than fit."""
        told = judged(pieces)[:, : len(MARKS)]
        told[:, [kind for kind, mark in enumerate(MARKS) if not self._may_be(mark, after)]] = 0
        taken: list[tuple[Piece, Char]] = []
        for number in np.argsort(-told.max(axis=1)):
            piece, kind = pieces[number], int(told[number].argmax())
            sure = float(told[number, kind])
            apart = all(
                abs(piece.middle - other.middle) > (piece.high + other.high) / 2 * self.em for other, _ in taken
            )
            if sure >= SURE and apart:
                taken.append((piece, Char(MARKS[kind], sure, piece.middle / self.long)))
        return [mark for _, mark in sorted(taken[: self._most(after)], key=lambda one: one[0].middle)]

    def _most(self, after: int) -> int:
        """How many marks fit, some of them in half a cell."""
        edges = [-self.em / 2, *self.places, self.long + self.em / 2]
        return max(1, int(2 * (edges[after + 1] - edges[after]) / self.em + 0.5) - 2)

    def _may_be(self, mark: str, after: int) -> bool:
        """Whether a mark may be there: none that closes begins a line, none that opens ends one."""
        if after == 0:
            return mark in OPENING
        return after < len(self.chars) or mark not in OPENING


def _step(places: Sequence[float]) -> float:
    """How far characters are from each other, which are known to a fourth of that; some have marks between, which take
    a whole cell or half of one. 0 where too few of them are next to each other."""
    apart = np.diff(places)
    step = float(apart[apart <= (1 + _APART) * np.median(apart)].mean()) if len(apart) else 0.0
    cells = np.zeros(0)
    for _ in range(2 if step > 0 else 0):
        cells = np.where(_is_next(apart, step), 1, np.round(2 * apart / step) / 2)
        step = float(np.polyfit(np.cumsum([0, *cells]), places, 1)[0])
    return step if np.count_nonzero(cells == 1) >= LEAST else 0.0


def _is_next(apart: Any, em: float) -> Any:
    """Of characters that are so far apart, whether no mark is between them."""
    return np.abs(apart / em - 1) < _APART


def _evened(places: Sequence[float], em: float) -> list[float]:
    """The middles of characters by those of the ones that are next to them without a mark between: each is known to a
    fourth of an em, several are better."""
    chain = np.concatenate([[0], np.cumsum(~_is_next(np.diff(places), em))])
    number = np.arange(len(places))
    begins = np.asarray(places) - number * em
    near = (chain[:, None] == chain) & (np.abs(number[:, None] - number) <= _NEAR)
    return [float(place) for place in near @ begins / near.sum(axis=1) + number * em]


def _on_ink(places: Sequence[float], rows: Any, em: float) -> list[float]:
    """The middles of characters, which are known to a fourth of an em, moved to where an em holds the most ink and its
    edges the least."""
    ink = np.concatenate([[0.0], np.cumsum(rows, dtype=float)])
    shifts = np.arange(-round(_SHIFT * em), round(_SHIFT * em) + 1)
    edge = max(1, round(_EDGE * em))

    def held(begin: Any, end: Any) -> Any:
        """The ink from row to row."""
        return ink[np.clip(end, 0, len(rows))] - ink[np.clip(begin, 0, len(rows))]

    found = []
    for place in places:
        begin = np.round(place + shifts - em / 2).astype(int)
        end = begin + round(em)
        cut = held(begin - edge, begin + edge) + held(end - edge, end + edge)
        best = held(begin, end) - 2 * cut - np.abs(shifts) * ink[-1] / len(rows) / 4
        found.append(place + float(shifts[int(np.argmax(best))]))
    return found


def _square(shown: Any, middle: float, side: int) -> Any:
    """A square of rows around their middle and a column, blank beside them."""
    skip, first = max(0, (len(shown) - side) // 2), round(middle - side / 2)
    begin, end = max(0, first), min(shown.shape[1], first + side)
    part = shown[skip : skip + side, begin:end]
    square = np.zeros((side, side))
    at = (side - len(part)) // 2
    square[at : at + len(part), begin - first : end - first] = part
    return square


def with_marks(lines: Sequence[Seen]) -> list[list[Char]]:
    """The characters of each line, those of upright lines with their marks."""
    found = [line.chars for line in lines]
    for number, line in upright_lines(lines).items():
        if line.em >= 1:
            found[number] = line.settled()
    return found


def upright_lines(lines: Sequence[Seen]) -> dict[int, Upright]:
    """The upright ones of some lines, by their numbers. Those that are too short to tell how large their type is have
    an em as the others have it, by their thickness."""
    upright = {number: Upright(line) for number, line in enumerate(lines) if line.upright}
    ratio = median([line.em / line.thick for line in upright.values() if line.em] or [0.0])
    for line in upright.values():
        if not line.em and len(line.chars) > 1:
            line.em = ratio * line.thick
    return upright
