"""Glyphs → lines: each glyph goes on with the nearer of its right and its lower neighbour, so that a page may mix both
directions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median, median_low

from converter.layout.columns import edges
from converter.layout.gutters import ALIKE, Cell, Grid, Gutters, rows_of
from converter.layout.surface import BLANK, HANGING, OPENING, Glyph, Strip
from converter.model import Box, around
from converter.records import NamedTuple

REACH = 0.8  # ems between two glyphs of a line at most
WIDE_REACH = 2.3  # ems between two pieces of a line that stands alone in its row
_HELD = 4.0  # ems of a frame's sides at least that holds lines, where a smaller one marks words of a line
APART = 0.6  # ems between two headlines beside each other at least, beyond what is between the characters of each
_TYPED, _UNTYPED = 0.15, 0.35  # ems that a gap is wider than others at least to part words, by whether a blank is there
_IN_CELL = 1.35  # ems that glyphs side by side in one cell of an upright line are wide together at most
Walls = list[tuple[float, float, float]]
"""Rules across the lines: where along them each stands, and from where to where."""

_MARKS = HANGING | OPENING


@dataclass(slots=True)
class _Near:
    """The neighbours of a glyph: to its right and below, with the gaps to them."""

    right: int = -1
    right_gap: float = 9e9
    right_at: float = 9e9
    below: int = -1
    below_gap: float = 9e9
    below_at: float = 9e9


def strips_of(glyphs: Sequence[Glyph], rules: Sequence[Box] = (), frames: Sequence[Box] = ()) -> list[Strip]:
    """The lines of a page's glyphs, in no order; none goes on over a rule, or over the side of a frame that holds
    several lines. Takes time linear in them."""
    if not glyphs:
        return []
    glyphs, near, upright = _told(glyphs)
    usual = median([glyph.size for glyph in glyphs])
    strips: list[Strip] = []
    for direction in (False, True):
        numbers = [number for number, said in enumerate(upright) if said is direction]
        cells = {number: _cell(glyphs[number], direction) for number in numbers}
        if cells:
            links = ((n, near[n].below if direction else near[n].right) for n in numbers)
            under = [
                _cell(glyph, direction) for glyph, said in zip(glyphs, upright, strict=True) if said is not direction
            ]
            lines = _chains(
                cells, links, Gutters(list(cells.values()), under, usual), _walls(rules, frames, direction, usual)
            )
            strips += [_strip(line, direction) for line in lines if any(not cell.glyph.text.isspace() for cell in line)]
    return strips


def _told(glyphs: Sequence[Glyph]) -> tuple[Sequence[Glyph], list[_Near], list[bool]]:
    """The glyphs, those in one cell of an upright line as one, with their neighbours and whether each is upright."""
    near = _neighbours(glyphs)
    upright = _directions(glyphs, near)
    in_cells = _in_cells(glyphs, near, upright)
    if len(in_cells) == len(glyphs):
        return glyphs, near, upright
    near = _neighbours(in_cells)
    return in_cells, near, _directions(in_cells, near)


def _in_cells(glyphs: Sequence[Glyph], near: Sequence[_Near], upright: Sequence[bool]) -> Sequence[Glyph]:
    """The glyphs, narrow ones that stand side by side in one cell of an upright line as one: so are digits set."""
    narrow = [said and _is_narrow(glyph) for glyph, said in zip(glyphs, upright, strict=True)]
    led_by = {
        one.right: number
        for number, one in enumerate(near)
        if narrow[number] and one.right >= 0 and narrow[one.right] and _share_a_cell(glyphs[number], glyphs[one.right])
    }
    if not led_by:
        return glyphs
    follows = {number: right for right, number in led_by.items()}
    found: list[Glyph] = []
    for number in (number for number in range(len(glyphs)) if number not in led_by):
        cell = [glyphs[number]]
        while number in follows:
            number = follows[number]
            if glyphs[number].right - cell[0].left > _IN_CELL * cell[0].size:
                found.append(_joined(cell))
                cell = []
            cell.append(glyphs[number])
        found.append(_joined(cell))
    return found


def _is_narrow(glyph: Glyph) -> bool:
    return glyph.text.isascii() and glyph.text.isalnum() and glyph.right - glyph.left < 0.75 * glyph.size


def _share_a_cell(one: Glyph, other: Glyph) -> bool:
    size = one.size
    return other.left - one.right < 0.2 * size and abs(one.top - other.top) < 0.2 * size


def _joined(glyphs: Sequence[Glyph]) -> Glyph:
    """Glyphs beside each other as one."""
    if len(glyphs) == 1:
        return glyphs[0]
    box = around(Box(glyph.left, glyph.top, glyph.right, glyph.bottom) for glyph in glyphs)
    text = "".join(glyph.text for glyph in glyphs)
    return replace(glyphs[0], text=text, left=box.left, top=box.top, right=box.right, bottom=box.bottom)


def _cell(glyph: Glyph, upright: bool) -> Cell:
    if upright:
        return Cell(glyph, glyph.top, glyph.bottom, -glyph.right, -glyph.left)
    return Cell(glyph, glyph.left, glyph.right, glyph.top, glyph.bottom)


def _walls(rules: Sequence[Box], frames: Sequence[Box], upright: bool, usual: float) -> Walls:
    """The rules that stand across the lines, and the sides of frames: where along them, and from where to where."""
    walls = []
    for box in rules:
        start, end, before, after = edges(box, upright)
        if after - before > end - start:
            walls.append((start, before, after))
    for box in frames:
        start, end, before, after = edges(box, upright)
        if min(after - before, end - start) > _HELD * usual:
            walls += [(start, before, after), (end, before, after)]
    return walls


def _neighbours(glyphs: Sequence[Glyph]) -> list[_Near]:
    """The nearest glyph of a like size to the right of each, and below."""
    grid = Grid(((g.left, g.top) for g in glyphs), 1.5 * max(1.0, median(g.size for g in glyphs)))
    found = []
    for number, a in enumerate(glyphs):
        near, size = _Near(), a.size
        least, most = ALIKE * size, size / ALIKE
        for other in grid.within(a.left - size, a.top - size, a.right + size, a.bottom + size):
            b = glyphs[other]
            if other != number and least < b.size < most:
                gap = _gap_right(a, b)
                if gap is not None and (gap, b.left) < (near.right_gap, near.right_at):
                    near.right, near.right_gap, near.right_at = other, gap, b.left
                gap = _gap_below(a, b)
                if gap is not None and (gap, b.top) < (near.below_gap, near.below_at):
                    near.below, near.below_gap, near.below_at = other, gap, b.top
        found.append(near)
    return found


def _gap_right(a: Glyph, b: Glyph) -> float | None:
    """How far ``b`` stands to the right of ``a`` in one row with it; None where it does not, or is too far."""
    size, gap = a.size, b.left - a.right
    if b.left < a.left + 0.15 * size or not -0.75 * size < gap < REACH * size or a.top >= b.bottom or b.top >= a.bottom:
        return None
    common = min(a.bottom, b.bottom) - max(a.top, b.top)
    return max(0.0, gap) if common > _least(a, b, 0.7) * min(size, b.size) else None


def _gap_below(a: Glyph, b: Glyph) -> float | None:
    """How far ``b`` stands below ``a`` in one upright line with it; None where it does not, or is too far."""
    size, gap = a.size, b.top - a.bottom
    if (
        b.top < a.top + min(0.3 * size, 0.5 * (a.bottom - a.top))
        or not -0.65 * size < gap < REACH * size
        or a.left >= b.right
        or b.left >= a.right
    ):
        return None
    common = min(a.right, b.right) - max(a.left, b.left)
    return max(0.0, gap) if common > _least(a, b, 0.55) * min(a.right - a.left, b.right - b.left) else None


def _least(a: Glyph, b: Glyph, usual: float) -> float:
    """How much of a row two neighbours share at least; marks may be set aside in their cells."""
    return 0.3 if a.text in _MARKS or b.text in _MARKS else usual


def _directions(glyphs: Sequence[Glyph], near: Sequence[_Near]) -> list[bool]:
    """Whether each glyph is of an upright line: its own neighbours tell, and those of the glyphs of its size around."""
    votes = _votes(glyphs, near)
    sums: dict[tuple[int, int, int], int] = defaultdict(int)
    places = []
    for glyph, vote in zip(glyphs, votes, strict=True):
        kind = max(1, round(glyph.size))
        place = int(glyph.left // (2 * kind)), int(glyph.top // (2 * kind)), kind
        places.append(place)
        sums[place] += vote
    around = {
        (i, j, kind): sum(sums.get((i + x, j + y, kind), 0) for x in (-1, 0, 1) for y in (-1, 0, 1))
        for i, j, kind in sums
    }
    total = sum(around.values())
    grid = Grid(((g.left, g.top) for g in glyphs), 2 * max(1.0, median(g.size for g in glyphs)))
    led = {number for one in near for number in (one.right, one.below)}
    found = []
    for number, (vote, place) in enumerate(zip(votes, places, strict=True)):
        said = 3 * vote + 2 * sums[place] + around[place]
        alone = near[number].right < 0 and near[number].below < 0 and number not in led
        found.append((said or (alone and _far_vote(number, glyphs, grid)) or total) > 0)
    return found


def _far_vote(number: int, glyphs: Sequence[Glyph], grid: Grid) -> int:
    """1 where the nearest glyph in the row or the upright line of one that stands alone, as those of names that are set
    wide do, is above or below, -1 where it is beside it, 0 where none is near."""
    a, reach = glyphs[number], WIDE_REACH * glyphs[number].size
    beside = under = reach
    for other in grid.within(a.left - 2 * reach, a.top - 2 * reach, a.right + reach, a.bottom + reach):
        b = glyphs[other]
        if other != number and ALIKE < b.size / a.size < 1 / ALIKE and not b.text.isspace():
            if abs(a.top - b.top) < 0.2 * a.size:
                beside = min(beside, max(a.left, b.left) - min(a.right, b.right))
            elif abs(a.left - b.left) < 0.2 * a.size:
                under = min(under, max(a.top, b.top) - min(a.bottom, b.bottom))
    return (under < beside) - (beside < under)


def _votes(glyphs: Sequence[Glyph], near: Sequence[_Near]) -> list[int]:
    """For each glyph 1 where a neighbour above or below is nearer, -1 where one beside it is, 0 where none is near."""
    beside, under = [one.right_gap for one in near], [one.below_gap for one in near]
    for one in near:  # the glyph that it goes on from is a neighbour as well
        if one.right >= 0:
            beside[one.right] = min(beside[one.right], one.right_gap)
        if one.below >= 0:
            under[one.below] = min(under[one.below], one.below_gap)
    votes = []
    for glyph, right, below in zip(glyphs, beside, under, strict=True):
        unsure = abs(below - right) < 0.05 * glyph.size or min(below, right) > 0.3 * glyph.size
        votes.append(0 if unsure or glyph.text.isspace() else 1 if below < right else -1)
    return votes


def _chains(
    cells: dict[int, Cell], links: Iterable[tuple[int, int]], gutters: Gutters, walls: Walls
) -> list[list[Cell]]:
    """The lines: links between glyphs of one direction, the shortest first, but none over a gutter or a rule."""
    after: dict[int, int] = {}
    led: set[int] = set()
    for _, a, b in sorted((cells[b].start - cells[a].end, a, b) for a, b in links if b in cells):
        if b not in led and not _is_parted(cells[a], cells[b], gutters, walls):
            after[a] = b
            led.add(b)
    lines = []
    for first in cells:
        if first not in led:
            line = [first]
            while line[-1] in after:
                line.append(after[line[-1]])
            lines += _beside([cells[number] for number in line], gutters)
    return _rejoined([trimmed for line in lines if (trimmed := _trimmed(line))], gutters, walls)


def _beside(line: list[Cell], gutters: Gutters) -> list[list[Cell]]:
    """The headlines beside each other that a line of large type holds: they have few rows to tell of a gutter, but the
    white between them is wider than that between their characters, and goes on through their rows."""
    if len(line) < 3 or not gutters.is_large(line[0]):
        return [line]
    gaps = [other.start - one.end for one, other in pairwise(line)]
    least = median(gaps) + APART * line[0].size
    pieces = [line[:1]]
    for gap, (one, other) in zip(gaps, pairwise(line), strict=True):
        if gap > least and not _is_blank(gap, one) and _has_gutter(one, other, gutters):
            pieces.append([])
        pieces[-1].append(other)
    return pieces


def _is_blank(gap: float, one: Cell) -> bool:
    """Whether a gap is as wide as a full-width space, which is set between the parts of one headline."""
    return abs(gap - one.size) < 0.03 * one.size


def _has_gutter(one: Cell, other: Cell, gutters: Gutters) -> bool:
    """Whether the white between two pieces of a headline goes on through its rows, or between the texts below."""
    return (
        gutters.goes_through(one, other) or gutters.goes_on_under(one, other) or gutters.stands_over_gutter(one, other)
    )


def _is_parted(one: Cell, other: Cell, gutters: Gutters, walls: Walls) -> bool:
    """Whether a gutter or a rule lies between neighbours; only where there is a gap, or what may hang into one."""
    near = other.start - one.end <= 0.15 * one.size and one.glyph.text not in HANGING and one.glyph.text != BLANK
    return not near and (_is_walled(one, other, one.end - one.size, walls) or gutters.parts(one, other))


def _is_walled(one: Cell, other: Cell, begin: float, walls: Walls) -> bool:
    """Whether a rule stands between ``begin`` and the second of two cells of a row."""
    return any(begin <= at <= other.start + 1 and low < one.after and one.before < high for at, low, high in walls)


def _trimmed(line: list[Cell]) -> list[Cell]:
    """A line without the blanks at its ends."""
    texts = [not cell.glyph.text.isspace() for cell in line]
    return line[texts.index(True) : len(texts) - texts[::-1].index(True)] if any(texts) else []


def _rejoined(lines: list[list[Cell]], gutters: Gutters, walls: Walls) -> list[list[Cell]]:
    """The lines, with pieces of one row joined over a wider blank, as in names and headlines that are set wide."""
    joined: list[list[Cell]] = []
    for row in rows_of([_whole(line) for line in lines]):
        whole: list[list[Cell]] = []
        for line in (lines[number] for number in row):
            if whole and _goes_on(whole[-1][-1], line[0], len(whole[-1]), gutters, walls):
                whole[-1] = whole[-1] + line
            else:
                whole.append(line)
        joined += whole
    return joined


def _whole(line: Sequence[Cell]) -> Cell:
    """A line as one cell, where most of its glyphs are: marks may be set aside."""
    first, before = line[0], median(cell.before for cell in line)
    return Cell(first.glyph, first.start, line[-1].end, before, before + first.size)


def _goes_on(one: Cell, other: Cell, length: int, gutters: Gutters, walls: Walls) -> bool:
    gap = other.start - one.end
    reach = WIDE_REACH if length < 9 else 1.3
    if not -0.1 * one.size < gap < reach * one.size or abs(one.size - other.size) > 0.05 * one.size:
        return False
    ruled = _is_walled(one, other, one.end - (one.size if one.glyph.text in HANGING else 1), walls)
    parted = gutters.parts(one, other) or (
        gutters.is_large(one)
        and gap > APART * one.size
        and not _is_blank(gap, one)
        and _has_gutter(one, other, gutters)
    )
    return not ruled and not parted


def _strip(cells: Sequence[Cell], upright: bool) -> Strip:
    """The line of some glyphs."""
    seen = [cell.glyph for cell in cells]
    box = Box(
        min(glyph.left for glyph in seen),
        min(glyph.top for glyph in seen),
        max(glyph.right for glyph in seen),
        max(glyph.bottom for glyph in seen),
    )
    bold = 2 * sum(glyph.bold for glyph in seen) > len(seen)
    size = median([glyph.size for glyph in seen])
    return Strip(_text(cells), box, size, upright, bold, seen[len(seen) // 2].face)


def _text(cells: Sequence[Cell]) -> str:
    """The text of a line: a wide gap is a blank, a small one a space between Latin letters, and between characters of
    Chinese where it stands out.
    """
    shown = [number for number, cell in enumerate(cells) if not cell.glyph.text.isspace()]
    joints = [_Joint(cells[one], cells[other], cells[one + 1 : other]) for one, other in pairwise(shown)]
    parting = _parting([joint for joint in joints if joint.is_chinese])
    parts = [cells[number].glyph.text for number in shown[:1]]
    for joint in joints:
        parts += joint.space or (" " if joint.after.start in parting else ""), joint.after.glyph.text
    return "".join(parts)


class _Joint(NamedTuple):
    """Two characters of a line, and the blanks that were typed between them."""

    before: Cell
    after: Cell
    typed: Sequence[Cell]

    @property
    def gap(self) -> float:
        """The white between them in ems."""
        return (self.after.start - self.before.end) / self.after.size

    @property
    def is_chinese(self) -> bool:
        """Whether both are characters of Chinese, and no marks."""
        return all(text.isalpha() and not text.isascii() for text in (self.before.glyph.text, self.after.glyph.text))

    @property
    def space(self) -> str:
        """What stands between them in the text for sure."""
        before, after = self.before.glyph.text, self.after.glyph.text
        if before[-1].isascii() and after[0].isascii():
            is_number = after.isdigit() and before in ".,-"
            return " " if self.typed or self.gap > (0.4 if is_number else 0.12) else ""
        is_wide = self.gap > 0.6 and not self.typed
        return BLANK if is_wide or any(cell.glyph.text == BLANK for cell in self.typed) else ""


def _parting(joints: Sequence[_Joint]) -> set[float]:
    """Where in a line words begin behind a gap that parts them, as in names and headlines: few gaps, and wider than all
    others, which are alike. Where each word or character has a blank behind it, as a layer of OCR does, none is meant.
    """
    gaps = [joint.gap for joint in joints]
    usual = median_low(gaps) if gaps else 0.0
    is_wide = [gap - usual > (_TYPED if joint.typed else _UNTYPED) for gap, joint in zip(gaps, joints, strict=True)]
    others = [gap for gap, wide in zip(gaps, is_wide, strict=True) if not wide]
    if 2 * sum(is_wide) > len(gaps) or max(others, default=0.0) - min(others, default=0.0) > _TYPED:
        return set()
    return {joint.after.start for joint, wide in zip(joints, is_wide, strict=True) if wide}
