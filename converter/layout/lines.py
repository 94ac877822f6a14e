"""Glyphs → lines: each glyph goes on with the nearer of its right and its lower neighbour, so that a page may mix both
directions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from converter.layout.surface import BLANK, HANGING, OPENING, Glyph, Strip
from converter.model import Box
from converter.press.marks import CLINGING

REACH = 0.8  # ems between two glyphs of a line at most
WIDE_REACH = 2.3  # ems between two pieces of a line that stands alone in its row
APART = 0.6  # ems between two headlines beside each other at least, beyond what is between the characters of each
_ALIKE = 0.87  # times the size of a neighbour of the same line at least
Walls = list[tuple[float, float, float]]
"""Rules across the lines: where along them each stands, and from where to where."""

_TEXT = 2.4  # ems that text in a column runs on at least, which a number before an item does not

_MARKS = HANGING | OPENING
_ROWS = 6.5  # ems above and below that are looked at for a gutter


@dataclass(slots=True, eq=False)
class _Cell:
    """A glyph with its edges along and across the direction of its line."""

    glyph: Glyph
    start: float
    end: float
    before: float
    after: float

    @property
    def size(self) -> float:
        return self.glyph.size


@dataclass(slots=True)
class _Near:
    """The neighbours of a glyph: to its right and below, with the gaps to them."""

    right: int = -1
    right_gap: float = 9e9
    right_at: float = 9e9
    below: int = -1
    below_gap: float = 9e9
    below_at: float = 9e9


def strips_of(glyphs: Sequence[Glyph], rules: Sequence[Box] = ()) -> list[Strip]:
    """The lines of a page's glyphs, in no order. Takes time linear in them."""
    if not glyphs:
        return []
    near = _neighbours(glyphs)
    upright = _directions(glyphs, near)
    usual = median([glyph.size for glyph in glyphs])
    strips: list[Strip] = []
    for direction in (False, True):
        numbers = [number for number, said in enumerate(upright) if said is direction]
        cells = {number: _cell(glyphs[number], direction) for number in numbers}
        if cells:
            links = ((n, near[n].below if direction else near[n].right) for n in numbers)
            lines = _chains(cells, links, _Gutters(list(cells.values()), usual), _walls(rules, direction))
            strips += [_strip(line, direction) for line in lines if any(not cell.glyph.text.isspace() for cell in line)]
    return strips


def _cell(glyph: Glyph, upright: bool) -> _Cell:
    if upright:
        return _Cell(glyph, glyph.top, glyph.bottom, -glyph.right, -glyph.left)
    return _Cell(glyph, glyph.left, glyph.right, glyph.top, glyph.bottom)


def _walls(rules: Sequence[Box], upright: bool) -> Walls:
    """The rules that stand across the lines: where along them, and from where to where."""
    if upright:
        return [(r.top, -r.right, -r.left) for r in rules if r.right - r.left > r.bottom - r.top]
    return [(r.left, r.top, r.bottom) for r in rules if r.bottom - r.top > r.right - r.left]


class Grid:
    """What lies where: numbers of things by the squares of a grid that they begin in."""

    def __init__(self, places: Iterable[tuple[float, float]], width: float) -> None:
        self._width = width
        self._squares: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, (x, y) in enumerate(places):
            self._squares[int(x // width), int(y // width)].append(number)

    def within(self, left: float, top: float, right: float, bottom: float) -> Iterator[int]:
        """The numbers of what may begin inside a box."""
        width, squares = self._width, self._squares
        for i in range(int(left // width), int(right // width) + 1):
            for j in range(int(top // width), int(bottom // width) + 1):
                if (i, j) in squares:
                    yield from squares[i, j]


def _neighbours(glyphs: Sequence[Glyph]) -> list[_Near]:
    """The nearest glyph of a like size to the right of each, and below."""
    grid = Grid(((g.left, g.top) for g in glyphs), 1.5 * max(1.0, median(g.size for g in glyphs)))
    found = []
    for number, a in enumerate(glyphs):
        near, size = _Near(), a.size
        least, most = _ALIKE * size, size / _ALIKE
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
    if b.top < a.top + 0.3 * size or not -0.65 * size < gap < REACH * size or a.left >= b.right or b.left >= a.right:
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
    return [
        (3 * vote + 2 * sums[place] + around[place] or total) > 0 for vote, place in zip(votes, places, strict=True)
    ]


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
    cells: dict[int, _Cell], links: Iterable[tuple[int, int]], gutters: _Gutters, walls: Walls
) -> list[list[_Cell]]:
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


def _beside(line: list[_Cell], gutters: _Gutters) -> list[list[_Cell]]:
    """The headlines beside each other that a line of large type holds: they have few rows to tell of a gutter, but the
    white between them is wider than that between their characters, and goes on through their rows."""
    if len(line) < 3 or not gutters.is_large(line[0]):
        return [line]
    gaps = [other.start - one.end for one, other in pairwise(line)]
    least = median(gaps) + APART * line[0].size
    pieces = [line[:1]]
    for gap, (one, other) in zip(gaps, pairwise(line), strict=True):
        if gap > least and gutters.goes_through(one, other):
            pieces.append([])
        pieces[-1].append(other)
    return pieces


def _is_parted(one: _Cell, other: _Cell, gutters: _Gutters, walls: Walls) -> bool:
    """Whether a gutter or a rule lies between neighbours; only where there is a gap, or what may hang into one."""
    near = other.start - one.end <= 0.15 * one.size and one.glyph.text not in HANGING and one.glyph.text != BLANK
    return not near and (_is_walled(one, other, one.end - one.size, walls) or gutters.parts(one, other))


def _is_walled(one: _Cell, other: _Cell, begin: float, walls: Walls) -> bool:
    """Whether a rule stands between ``begin`` and the second of two cells of a row."""
    return any(begin <= at <= other.start + 1 and low < one.after and one.before < high for at, low, high in walls)


def _trimmed(line: list[_Cell]) -> list[_Cell]:
    """A line without the blanks at its ends."""
    texts = [not cell.glyph.text.isspace() for cell in line]
    return line[texts.index(True) : len(texts) - texts[::-1].index(True)] if any(texts) else []


class _Gutters:
    """Where white runs down between the glyphs of one direction. ``usual`` is the size of most of the page's type,
    which is upright where the headlines alone are set across."""

    def __init__(self, cells: Sequence[_Cell], usual: float) -> None:
        self._cells = [cell for cell in cells if not cell.glyph.text.isspace()]
        self._usual = usual
        size = max(1.0, median([cell.size for cell in cells]))
        self._grid = Grid(((cell.start, cell.before) for cell in self._cells), 1.5 * size)
        self._number = {id(cell): number for number, cell in enumerate(self._cells)}
        rows = _rows(self._cells)
        self._row = {number: row for row, numbers in enumerate(rows) for number in numbers}
        self._before, self._after = _runs(self._cells, rows)

    def parts(self, one: _Cell, other: _Cell) -> bool:
        """Whether two glyphs beside each other are of two columns: in the rows around too there is white before the
        second one's edge, and text on both sides of it."""
        size, gap = one.size, other.start - one.end
        if other.glyph.text in CLINGING and gap < 0.6 * size:
            return False  # no line begins with such a mark
        least = 2 if gap < 0.8 * size else 1
        return any(self._rows_at(one, edge) >= least for edge in self._edges(one, other))

    def _edges(self, one: _Cell, other: _Cell) -> Iterator[float]:
        """Where the column of the second of two glyphs may begin: at its own edge, at half of an opening mark, which may
        stand out, and where text of the rows around begins in the white between them, as its line may be indented."""
        size, edge = one.size, other.start
        yield edge
        if other.glyph.text in OPENING:
            yield edge + 0.5 * size
        begin = max(one.start + 0.4 * size, one.end - 0.8 * size) if one.glyph.text in HANGING else one.end
        if edge - begin > 0.8 * size:
            starts = self._starts(begin + 0.2 * size, edge - 0.2 * size, one)
            if starts and self._begins(one):
                yield from starts

    def _starts(self, low: float, high: float, one: _Cell) -> list[float]:
        """Where text of the rows around a glyph begins, between two places."""
        near = self._grid.within(low, one.before - _ROWS * one.size, high, one.after + _ROWS * one.size)
        cells = [(self._cells[n], self._before[n]) for n in near]
        found = {
            round(cell.start, 1)
            for cell, long in cells
            if low < cell.start < high and long <= cell.end - cell.start and abs(cell.before - one.before) > one.size
        }
        return sorted(found)

    def _begins(self, one: _Cell) -> bool:
        """Whether the text that ends with a glyph begins where that of other rows does, or is indented there."""
        number = self._number.get(id(one))  # None of a blank
        at, slack = one.end - (0.0 if number is None else self._before[number]), 0.2 * one.size
        return any(self._starts(place - slack, place + slack, one) for place in (at, at - 2 * one.size))

    def _rows_at(self, one: _Cell, edge: float) -> float:
        """How many of the rows around a glyph say that a column begins at an edge behind it."""
        size, gap = one.size, edge - one.end
        low, high = edge - min(max(gap, 0.3 * size), 0.5 * size), edge - 0.08 * size
        above: dict[int, int] = defaultdict(int)
        below: dict[int, int] = defaultdict(int)
        near = self._grid.within(edge - 4 * size, one.before - _ROWS * size, edge + 3 * size, one.after + _ROWS * size)
        for number in near:
            cell = self._cells[number]
            if abs(cell.before - one.before) > 0.75 * size and _ALIKE < cell.size / size < 1 / _ALIKE:
                long = self._before[number], self._after[number]
                rows = below if cell.before > one.before else above
                rows[self._row[number]] |= _side(cell, low, high, edge, long)
        return _clear([above[row] for row in sorted(above, reverse=True)]) + _clear([below[n] for n in sorted(below)])

    def is_large(self, cell: _Cell) -> bool:
        """Whether a glyph is larger than most of the page's."""
        return cell.size > 1.15 * self._usual

    def goes_through(self, one: _Cell, other: _Cell) -> bool:
        """Whether the white between two pieces of a row goes on through the next rows, with text on both sides."""
        size, reach = one.size, 6 * one.size
        sides: dict[int, int] = {}
        for number in self._grid.within(
            one.end - reach, one.before - 2 * size, other.start + reach, one.after + 2 * size
        ):
            cell = self._cells[number]
            row = round((cell.before - one.before) / size)
            if row and _ALIKE < cell.size / size < 1 / _ALIKE:
                side = _LEFT if cell.end <= one.end + 0.6 * size else _RIGHT
                blocks = cell.start < other.start - 0.6 * size and side == _RIGHT
                sides[row] = sides.get(row, 0) | (_BLOCKED if blocks else side)
        return any(side == _LEFT | _RIGHT for side in sides.values()) and not any(s & _BLOCKED for s in sides.values())


_LEFT, _RIGHT, _INDENTED, _MARKED, _SHORT, _BLOCKED = 1, 2, 4, 8, 16, 32
_ENDS, _BEGINS = _LEFT | _MARKED, _RIGHT | _INDENTED


def _side(cell: _Cell, low: float, high: float, edge: float, long: tuple[float, float]) -> int:
    """On which side of a white stretch a glyph of another row stands, or what it does to it."""
    size = cell.size
    if cell.start < high and cell.end > low:
        if cell.glyph.text in OPENING and cell.start > edge - 0.6 * size:
            return _RIGHT  # a mark that is set half as wide at the head of the column
        return _MARKED if cell.glyph.text in HANGING else _BLOCKED
    if cell.end <= edge:
        return _LEFT if cell.end > edge - 3.2 * size and long[0] > _TEXT * size else 0
    off = (cell.start - edge) / size
    if cell.glyph.text in CLINGING or long[1] < _TEXT * size:
        return _SHORT if off < 1.8 else 0
    return _RIGHT if abs(off) < 0.2 else _INDENTED if abs(off - 2) < 0.3 else 0


def _runs(cells: Sequence[_Cell], rows: Sequence[list[int]]) -> tuple[list[float], list[float]]:
    """For each glyph how far text that ends with it goes back, and how far text that begins with it goes on."""
    before, after = [0.0] * len(cells), [0.0] * len(cells)
    for row in rows:
        for numbers, found in ((row, before), (row[::-1], after)):
            start = numbers[0]
            for above, number in pairwise([numbers[0], *numbers]):
                gap = max(cells[above].start, cells[number].start) - min(cells[above].end, cells[number].end)
                start = number if gap > 0.5 * cells[number].size else start
                one, other = cells[start], cells[number]
                found[number] = max(one.end, other.end) - min(one.start, other.start)
    return before, after


def _rows(cells: Sequence[_Cell]) -> list[list[int]]:
    """The numbers of the glyphs of each row of the page, in order along it."""
    rows: list[list[int]] = []
    for number in sorted(range(len(cells)), key=lambda n: cells[n].before):
        if not rows or cells[number].before - cells[rows[-1][0]].before > 0.3 * cells[number].size:
            rows.append([])
        rows[-1].append(number)
    return [sorted(row, key=lambda n: cells[n].start) for row in rows]


def _clear(rows: Sequence[int]) -> float:
    """How many rows, up to the first that text goes through, end a column and begin another one at the place.

    One with a mark there counts half, as it may stand in a line, and so does one that is indented; one that is short
    tells nothing. Columns of two stories may not share their rows: there a row that ends one and the next row that
    begins the other count together.
    """
    count, single = 0.0, 0
    for row in rows:
        if row & _BLOCKED:
            break
        if row & _SHORT and not row & _RIGHT:
            continue
        if bool(row & _ENDS) != bool(row & _BEGINS):
            row, single = (row | single, 0) if _both(row | single) and not _both(single) else (row, row)
        if _both(row):
            count += 1.0 if row & _RIGHT and row & _LEFT and not row & _MARKED else 0.5
            single = 0
    return count


def _both(row: int) -> bool:
    """Whether a row ends a column and begins another one."""
    return bool(row & _ENDS and row & _BEGINS)


def _rejoined(lines: list[list[_Cell]], gutters: _Gutters, walls: Walls) -> list[list[_Cell]]:
    """The lines, with pieces of one row joined over a wider blank, as in names and headlines that are set wide."""
    lines.sort(key=lambda line: (round(line[0].before), line[0].start))
    rows: dict[int, list[list[_Cell]]] = defaultdict(list)
    for line in lines:
        rows[round(line[0].before)].append(line)
    joined: list[list[_Cell]] = []
    for _, row in sorted(rows.items()):
        row.sort(key=lambda line: line[0].start)
        whole: list[list[_Cell]] = []
        for line in row:
            if whole and _goes_on(whole[-1][-1], line[0], len(whole[-1]), gutters, walls):
                whole[-1] = whole[-1] + line
            else:
                whole.append(line)
        joined += whole
    return joined


def _goes_on(one: _Cell, other: _Cell, length: int, gutters: _Gutters, walls: Walls) -> bool:
    gap = other.start - one.end
    reach = WIDE_REACH if length < 9 else 1.3
    if not -0.1 * one.size < gap < reach * one.size or abs(one.size - other.size) > 0.05 * one.size:
        return False
    ruled = _is_walled(one, other, one.end - 1, walls)
    parted = (
        gutters.parts(one, other)
        or gutters.is_large(one)
        and gap > APART * one.size
        and gutters.goes_through(one, other)
    )
    return not ruled and not parted


def _strip(cells: Sequence[_Cell], upright: bool) -> Strip:
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
    return Strip(_spaced(_text(cells)), box, size, upright, bold, seen[len(seen) // 2].face)


def _text(cells: Sequence[_Cell]) -> str:
    """The text of a line: a wide gap is a blank, a small one between Latin letters a space."""
    parts: list[str] = []
    for number, cell in enumerate(cells):
        text = cell.glyph.text
        above = cells[number - 1] if number else cell
        if number and not text.isspace() and not above.glyph.text.isspace():
            gap = (cell.start - above.end) / cell.size
            if text.isascii() and above.glyph.text.isascii():
                number = text.isdigit() and above.glyph.text in ".,"
                parts.append(" " if gap > (0.4 if number else 0.12) else "")
            elif gap > 0.6:
                parts.append(BLANK)
        parts.append(text)
    return "".join(parts)


def _spaced(text: str) -> str:
    """The text with one space for several, and none beside what is wide."""
    if " " not in text:
        return text
    words = [word for word in text.split(" ") if word]
    spaced = words[:1]
    for word in words[1:]:
        spaced.append((" " if spaced[-1][-1].isascii() and word[0].isascii() else "") + word)
    return "".join(spaced)
