"""The stops and brackets of upright lines, which a recogniser that reads a line lying on its side loses.

Where the characters of a line leave room, what little ink is there is set as it would be on a line across: stops at the
lower left, brackets and dashes turned back. The line's characters stand upright beside them, and what the recogniser
reads on that strip counts for the marks alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, median
from typing import Any

import numpy as np

from converter.readers.scan.engine import Char, Recogniser, Seen
from converter.readers.scan.ink import ink_of, runs
from converter.records import NamedTuple

STOPS = "，。、；：！？·"
OPENING = "「『（《〈【〔—…"
TURNED = "「」『』（）《》〈〉【】〔〕—…"
FULL = str.maketrans(",.;:!?()", "，。；：！？（）")
"""The marks that are looked for as they stand, and turned; the half-width forms that the recogniser may give."""

SURE = 0.6
"""How sure the recogniser has to be of a mark."""

LEAST = 5
"""Distances of a line's characters that tell how large its type is: the recogniser gives each to a fourth of an em."""

_APART = 1.4  # times the usual distance of characters from which something is between them
_ROOM = 0.25  # of an em, above the em that characters are apart, that may hold a mark
_SHIFT, _EDGE = 0.3, 0.06  # of an em: how far a character is moved at most, and how much of its edge is looked at
_SPECK, _INK = 0.004, 0.2  # of an em's square: less is dust, more is a character
_SMALL = 0.5  # of an em: how wide and high a stop is at most
_DOT, _DOTS = 0.22, 0.5  # of an em: how large a colon's dots are at most, and how far from each other
_NEAR = 0.6  # of a cell: how far from its cell's middle a mark is read at most
_NEIGHBOURS = 2  # characters on either side of a mark that stand beside it
_LONG = 0.8  # of an em: from which height on a thin stroke is a dash


class _Room(NamedTuple):
    """Room for a mark after so many characters of a line, its ink as it stands, and whether it is to be turned."""

    after: int
    ink: Any
    turned: bool


class _Line:
    """An upright line: its pixels as they stand, its characters without the marks, and the marks that were read."""

    def __init__(self, line: Seen) -> None:
        length = line.pixels.shape[1]
        self.pixels = np.rot90(line.pixels, -1)
        self.chars = [char for char in line.chars if char.text.isalnum()]
        self.marks: dict[int, list[Char]] = {}
        self.most: dict[int, int] = {}  # marks that there is room for
        count = 0
        for char in line.chars:
            count += char.text.isalnum()
            if not char.text.isalnum():
                self.marks.setdefault(count, []).append(char._replace(text=char.text.translate(FULL)))
        self.places = [char.place * length for char in self.chars]
        self.thick = line.pixels.shape[0]
        apart = [below - above for above, below in pairwise(self.places)]
        near = [one for one in apart if one < _APART * median(apart)]  # with no mark between
        self.em = fmean(near) if len(near) >= LEAST else 0.0
        self.paper = np.percentile(self.pixels, 80)

    def rooms(self) -> Iterator[_Room]:
        """Where its characters leave room for marks, and ink is that may be one."""
        ink, half = ink_of(self.pixels), self.em / 2
        self.places = _on_ink(self.places, ink.sum(axis=1), self.em)
        edges = [-half, *self.places, len(self.pixels) + half]
        for after, (above, below) in enumerate(pairwise(edges)):
            if below - above < (1 + _ROOM) * self.em:
                self.marks.pop(after, None)  # there is no room for what was read
                continue
            self.most[after] = max(1, round((below - above) / self.em) - 1)
            top, bottom = max(0, round(above + half)), min(len(ink), round(below - half))
            for start, end in _together(list(runs(ink[top:bottom].any(axis=1), 0.1 * self.em)), self.em):
                yield from self._room(after, ink, top + start, top + end)

    def _room(self, after: int, ink: Any, top: int, bottom: int) -> Iterator[_Room]:
        columns = np.nonzero(ink[top:bottom].any(axis=0))[0]
        left, right = int(columns[0]), int(columns[-1]) + 1
        high, wide = (bottom - top) / self.em, (right - left) / self.em
        if _SPECK < ink[top:bottom].sum() / self.em**2 < _INK:
            turned = wide > max(_SMALL, high) or high > _LONG and wide < 0.3
            yield _Room(after, self.pixels[top:bottom, left:right], turned)

    def across(self, rooms: Sequence[_Room]) -> tuple[Any, list[float]]:
        """The line set across, a cell of an em for each mark and each character near one, and the middles of the marks,
        in cells."""
        em = round(self.em)
        near = {room.after + far for room in rooms for far in range(-_NEIGHBOURS, _NEIGHBOURS)}
        cells: list[Any] = []
        places: list[float] = []
        for after in range(len(self.chars) + 1):
            for room in rooms:
                if room.after == after:
                    places.append(len(cells) + 0.5)
                    cells.append(_set(room, em, self.paper))
            if after < len(self.chars) and after in near:
                top = max(0, round(self.places[after] - self.em / 2))
                cells.append(_fit(self.pixels[top : top + em], em, self.paper))
        return np.concatenate(cells or [_fit(self.pixels[:em], em, self.paper)], axis=1), places

    def settled(
        self, rooms: Sequence[_Room], places: Sequence[float], cells: float, read: Sequence[Char]
    ) -> list[Char]:
        """All its characters, by what is ``read`` on the line set across, of so many cells. Where more marks were read
        there than on the line itself, they count."""
        found: dict[int, list[Char]] = {}
        for room, place in zip(rooms, places, strict=True):
            near = min(read, key=lambda char: abs(char.place * cells - place), default=Char("", 0.0, 0.0))
            mark = near._replace(text=near.text.translate(FULL))
            is_here = abs(near.place * cells - place) < _NEAR
            if is_here and mark.sure >= SURE and mark.text in self._may_be(room):
                found.setdefault(room.after, []).append(mark)
        chars: list[Char] = []
        for after in range(len(self.chars) + 1):
            new, old = found.get(after, []), self.marks.get(after, [])
            surest = sorted((mark.sure for mark in new), reverse=True)[: self.most.get(after, 0)]
            new = [mark for mark in new if mark.sure >= surest[-1]]  # other ink is a stroke of a character
            chars += new if len(new) >= len(old) else old
            chars += self.chars[after : after + 1]
        return chars

    def _may_be(self, room: _Room) -> str:
        """The marks that there may be in a room: none that closes begins a line, none that opens ends one."""
        if room.after == 0:
            return OPENING if room.turned else ""
        marks = TURNED if room.turned else STOPS
        return marks if room.after < len(self.chars) else "".join(mark for mark in marks if mark not in OPENING)


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


def with_marks(lines: Sequence[Seen], recogniser: Recogniser) -> list[list[Char]]:
    """The characters of each line, those of upright lines with their marks."""
    found = [line.chars for line in lines]
    upright = {number: _Line(line) for number, line in enumerate(lines) if line.upright}
    _settle_ems(list(upright.values()))
    strips = []
    for number, one in upright.items():
        if one.em >= 1:
            rooms = list(one.rooms())
            strips.append((number, one, rooms, *one.across(rooms)))
    read = iter(recogniser.read([strip for _, _, rooms, strip, _ in strips if rooms]))
    for number, one, rooms, strip, places in strips:
        found[number] = one.settled(rooms, places, strip.shape[1] / strip.shape[0], next(read) if rooms else [])
    return found


def _settle_ems(lines: Sequence[_Line]) -> None:
    """Give lines that are too short to tell how large their type is an em as the others have it, by their thickness."""
    ratio = median([line.em / line.thick for line in lines if line.em] or [0.0])
    for line in lines:
        if not line.em and len(line.chars) > 1:
            line.em = ratio * line.thick


def _together(parts: Sequence[tuple[int, int]], em: float) -> Iterator[tuple[int, int]]:
    """The stretches of ink, the dots of a colon and of an ellipsis as one."""
    begun: tuple[int, int] | None = None
    for start, end in parts:
        if begun and end - start < _DOT * em > begun[1] - begun[0] and start - begun[1] < _DOTS * em:
            start = begun[0]
        elif begun:
            yield begun
        begun = start, end
    if begun:
        yield begun


def _set(room: _Room, em: int, paper: float) -> Any:
    """A mark as it stands on a line across: a stop at the lower left, another in the middle."""
    cell = np.full((em, em, 3), paper, "uint8")
    mark = (np.rot90(room.ink) if room.turned else room.ink)[:em, :em]
    high, wide = mark.shape[:2]
    top, left = (em - high) // 2, (em - wide) // 2
    if not room.turned and high <= _SMALL * em:
        top, left = max(0, round(0.92 * em) - high), min(round(0.08 * em), em - wide)
    cell[top : top + high, left : left + wide] = mark
    return cell


def _fit(part: Any, em: int, paper: float) -> Any:
    """A character in a cell of an em."""
    cell = np.full((em, em, 3), paper, "uint8")
    skip = max(0, (part.shape[1] - em) // 2)
    part = part[:em, skip : skip + em]
    left = (em - part.shape[1]) // 2
    cell[: part.shape[0], left : left + part.shape[1]] = part
    return cell
