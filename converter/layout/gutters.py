"""Where white runs down between columns: what tells a gutter, however narrow, from a wide joint in a line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from converter.layout.surface import HANGING, OPENING, Glyph
from converter.press.marks import CLINGING

ALIKE = 0.87  # times the size of a neighbour of the same line at least
_TEXT = 2.4  # ems that text in a column runs on at least, which a number before an item does not
_ROWS = 6.5  # ems above and below that are looked at for a gutter
_HUNG = 3.5  # ems of a line at least at whose end a mark hangs
_WHITE = 4.0  # ems between columns at most
_OFTEN = 6  # rows of a page that begin at one place behind white
_NAME = 4.2  # ems of the longer part of a name at most
_UNDER = 6  # ems of a headline's own type below it that are looked at for the text it stands over
_LEAD = 2.2  # ems from line to line in a column at most
_WIDE = 0.7  # ems of white from which one row around is enough


@dataclass(slots=True, eq=False)
class Cell:
    """A glyph with its edges along and across the direction of its line."""

    glyph: Glyph
    start: float
    end: float
    before: float
    after: float

    @property
    def size(self) -> float:
        return self.glyph.size


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


class Gutters:
    """Where white runs down between the glyphs of one direction. ``under`` are those of the other one, ``usual`` is the
    size of most of the page's type, which is upright where the headlines alone are set across."""

    def __init__(self, cells: Sequence[Cell], under: Sequence[Cell], usual: float) -> None:
        self._cells = [cell for cell in cells if not cell.glyph.text.isspace()]
        self._usual = usual
        size = max(1.0, median([cell.size for cell in cells]))
        self._under = [cell for cell in under if not cell.glyph.text.isspace()]
        self._grid = Grid(((cell.start, cell.before) for cell in self._cells), 1.5 * size)
        self._number = {id(cell): number for number, cell in enumerate(self._cells)}
        self._before, self._after = _runs(self._cells)
        self._begun = self._columns_begun()

    def _columns_begun(self) -> Counter[int]:
        """How many rows of the page begin text of some length at each place, behind other text and white."""
        begun: Counter[int] = Counter()
        for row in rows_of(self._cells):
            for above, number in pairwise(row):
                one, other = self._cells[above], self._cells[number]
                white = 0.5 * other.size < other.start - one.end < _WHITE * other.size
                begun[round(other.start)] += white and self._after[number] > _TEXT * other.size
        return begun

    def parts(self, one: Cell, other: Cell) -> bool:
        """Whether two glyphs beside each other are of two columns: in the rows around too there is white before the
        second one's edge, and text on both sides of it."""
        size, gap = one.size, other.start - one.end
        if other.glyph.text in CLINGING and gap < 0.6 * size:
            return False  # no line begins with such a mark
        if gap < 0.3 * size and self._back(one) < _HUNG * size and self._begins(one):
            return False  # such a mark hangs at the end of a full line alone
        blank = abs(gap - size) < 0.012 * size  # as wide as a full-width space
        if gap < 1.2 * size and self._is_name(one, other):
            return False
        least = 2.0 if gap < _WIDE * size else 1.5 if blank else 1.0
        for edge in self._edges(one, other):
            told = self._rows_at(one, edge)
            if told >= least or told + 1.0 >= least and self._is_usual(edge, size):
                return True
        return False

    def _is_usual(self, edge: float, size: float) -> bool:
        """Whether columns begin at a place elsewhere on the page too, as they do on a grid: more rows than begin two
        ems before it, of which it is the indent."""
        at, before = (sum(self._begun[round(place) + off] for off in (-1, 0, 1)) for place in (edge, edge - 2 * size))
        return at >= _OFTEN and at > before

    def _is_name(self, one: Cell, other: Cell) -> bool:
        """Whether but a few characters stand on both sides of a blank, as where names are set over a gutter: neither
        the first ones nor what stands a blank before them begin where a column does."""
        if max(self._back(one), self._on(other)) > _NAME * one.size or self._begins(one):
            return False
        at = one.end - self._back(one)
        near = self._grid.within(at - 2.8 * one.size, one.before - 0.4 * one.size, at, one.before + 0.4 * one.size)
        before = [n for n in near if 0 <= at - self._cells[n].end < 1.7 * one.size]
        return not any(self._begins(self._cells[n]) for n in before)

    def _edges(self, one: Cell, other: Cell) -> Iterator[float]:
        """Where the column of the second of two glyphs may begin: at its own edge; at half of an opening mark, which
        may stand out; where text of the rows around begins in the white between them, as its line may be indented."""
        size, edge = one.size, other.start
        yield edge
        if other.glyph.text in OPENING:
            yield edge + 0.5 * size
        begin = one.end
        if one.glyph.text in HANGING:
            begin = one.start - 0.6 * size if self._hangs_behind_a_mark(one) else one.start + 0.4 * size
        if edge - begin > 0.8 * size:
            starts = self._starts(begin + 0.2 * size, edge - 0.2 * size, one)
            if starts and self._begins(one):
                yield from starts

    def _hangs_behind_a_mark(self, one: Cell) -> bool:
        """Whether another mark stands right before one, so that both hang out together."""
        size = one.size
        near = self._grid.within(one.start - 1.2 * size, one.before - 0.5 * size, one.start - 0.1 * size, one.after)
        return any(self._cells[n].glyph.text in HANGING and self._cells[n].end < one.end for n in near)

    def _starts(self, low: float, high: float, one: Cell) -> list[float]:
        """Where text of the rows around a glyph begins, between two places."""
        near = self._grid.within(low, one.before - _ROWS * one.size, high, one.after + _ROWS * one.size)
        cells = [(self._cells[n], self._before[n]) for n in near]
        found = {
            round(cell.start, 1)
            for cell, long in cells
            if low < cell.start < high and long <= cell.end - cell.start and abs(cell.before - one.before) > one.size
        }
        return sorted(found)

    def _back(self, one: Cell) -> float:
        """How far the text goes back that ends with a glyph."""
        number = self._number.get(id(one))  # None of a blank
        return 0.0 if number is None else self._before[number]

    def _on(self, other: Cell) -> float:
        """How far the text goes on that begins with a glyph."""
        number = self._number.get(id(other))
        return 0.0 if number is None else self._after[number]

    def _begins(self, one: Cell) -> bool:
        """Whether the text that ends with a glyph begins where that of other rows does, or is indented there."""
        at, slack = one.end - self._back(one), 0.2 * one.size
        return any(self._starts(place - slack, place + slack, one) for place in (at, at - 2 * one.size))

    def _rows_at(self, one: Cell, edge: float) -> float:
        """How many of the rows around a glyph say that a column begins at an edge behind it; less than none where text
        goes through it above and below."""
        size, gap = one.size, edge - one.end
        low, high = edge - min(max(gap, 0.3 * size), 0.5 * size), edge - 0.08 * size
        above: list[_Row] = []
        below: list[_Row] = []
        near = self._grid.within(edge - 4 * size, one.before - _ROWS * size, edge + 3 * size, one.after + _ROWS * size)
        for number in near:
            cell, far = self._cells[number], (self._cells[number].before - one.before) / size
            if abs(far) > 0.75 and ALIKE < cell.size / size < 1 / ALIKE:
                seen = _side(cell, low, high, edge, (self._before[number], self._after[number]))
                if gap > _WIDE * size and abs(cell.end - one.end) < 0.15 * size:
                    seen |= _FLUSH
                (below if far > 0 else above).append(_Row(abs(far), seen))
        wide = gap > 0.3 * size or self._back(one) > _HUNG * size
        return _told_by((_clear(_merged(above), wide), _clear(_merged(below), wide)), gap > _WIDE * size)

    def is_large(self, cell: Cell) -> bool:
        """Whether a glyph is larger than most of the page's."""
        return cell.size > 1.15 * self._usual

    def goes_through(self, one: Cell, other: Cell) -> bool:
        """Whether the white between two pieces of a row goes on through the next rows, with text on both sides."""
        size, reach = one.size, 6 * one.size
        sides: dict[int, int] = {}
        for number in self._grid.within(
            one.end - reach, one.before - 2 * size, other.start + reach, one.after + 2 * size
        ):
            cell = self._cells[number]
            row = round((cell.before - one.before) / size)
            if row and ALIKE < cell.size / size < 1 / ALIKE:
                side = _LEFT if cell.end <= one.end + 0.6 * size else _RIGHT
                blocks = cell.start < other.start - 0.6 * size and side == _RIGHT
                sides[row] = sides.get(row, 0) | (_BLOCKED if blocks else side)
        return any(side == _LEFT | _RIGHT for side in sides.values()) and not any(s & _BLOCKED for s in sides.values())

    def stands_over_gutter(self, one: Cell, other: Cell) -> bool:
        """Whether the rows of smaller type below two pieces of a row leave white between them, as far down as none goes
        through it: two rows at least on each side, beside each other, which need not stand at one height."""
        size, reach = one.size, 8 * one.size
        gap = other.start - one.end
        low, high = one.end + 0.2 * gap, other.start - 0.2 * gap
        near = self._grid.within(one.end - reach, one.after, other.start + reach, one.after + _UNDER * size)
        cells = [cell for number in near if (cell := self._cells[number]).size <= ALIKE * size]
        through = (c.before for c in cells if c.start < high and c.end > low and c.glyph.text not in HANGING)
        end = min(through, default=9e9)
        sides: tuple[set[int], set[int]] = set(), set()
        for cell in cells:
            if cell.before < end:
                sides[cell.end > high].add(round(cell.before))
        if not all(sides):
            return False
        above, below = max(map(min, sides)) - size, min(map(max, sides)) + size
        return min(sum(above <= place <= below for place in side) for side in sides) > 1

    def goes_on_under(self, one: Cell, other: Cell) -> bool:
        """Whether the lines of the other direction that stand below two pieces of a row leave white below half of that
        between them: more than an em, which is more than there is between two lines of a story."""
        low, high = one.after, one.after + _UNDER * one.size + _ROWS * self._usual
        reach = -9e9
        if len(self._under) < len(self._cells):
            return False  # what stands below is no text
        for start, end in sorted((c.start, c.end) for c in self._under if low < c.before < high):
            common = min(start, other.start) - max(reach, one.end)
            if reach > -9e9 and start - reach > self._usual and common > 0.5 * (other.start - one.end):
                return True
            reach = max(reach, end)
        return False


_LEFT, _RIGHT, _INDENTED, _MARKED, _SHORT, _BLOCKED, _FLUSH = 1, 2, 4, 8, 16, 32, 64
_ENDS, _BEGINS = _LEFT | _MARKED, _RIGHT | _INDENTED


@dataclass(slots=True)
class _Row:
    """How far a row is from another, in ems, and what is seen there on both sides of a white stretch."""

    far: float
    seen: int = 0


def _side(cell: Cell, low: float, high: float, edge: float, long: tuple[float, float]) -> int:
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


def _runs(cells: Sequence[Cell]) -> tuple[list[float], list[float]]:
    """For each glyph how far text that ends with it goes back, and how far text that begins with it goes on."""
    before, after = [0.0] * len(cells), [0.0] * len(cells)
    for row in rows_of(cells):
        for numbers, found in ((row, before), (row[::-1], after)):
            start = numbers[0]
            for above, number in pairwise([numbers[0], *numbers]):
                gap = max(cells[above].start, cells[number].start) - min(cells[above].end, cells[number].end)
                start = number if gap > 0.5 * cells[number].size else start
                one, other = cells[start], cells[number]
                found[number] = max(one.end, other.end) - min(one.start, other.start)
    return before, after


def rows_of(cells: Sequence[Cell]) -> list[list[int]]:
    """The numbers of the glyphs of each row of the page, in order along it."""
    rows: list[list[int]] = []
    for number in sorted(range(len(cells)), key=lambda n: cells[n].before):
        if not rows or cells[number].before - cells[rows[-1][0]].before > 0.4 * cells[number].size:
            rows.append([])
        rows[-1].append(number)
    return [sorted(row, key=lambda n: cells[n].start) for row in rows]


def _merged(rows: list[_Row]) -> list[_Row]:
    """The rows of single glyphs as rows of all that stand beside each other; a mark may be set aside in its cell."""
    merged: list[_Row] = []
    last = -9e9
    for row in sorted(rows, key=lambda row: row.far):
        if row.far - last > 0.35:
            merged.append(row)
        else:
            merged[-1].seen |= row.seen
        last = row.far
    return merged


@dataclass(slots=True)
class _Side:
    """What the rows on one side of another say: the ``count`` of those that tell of a gutter, how many of them are
    ``plain``, without a mark in it, and whether text that goes through ``ended`` them."""

    count: float = 0.0
    plain: int = 0
    ended: bool = False


def _told_by(sides: tuple[_Side, _Side], much: bool) -> float:
    """How many rows tell of a gutter, less than none where text goes through it above and below.

    Where the white is not ``much``, one of them has to be plain, two where text goes through above and below them:
    marks stand below each other by chance.
    """
    through = all(side.ended for side in sides)
    count, plain = sum(side.count for side in sides), sum(side.plain for side in sides)
    if through and not count or not much and plain < 1 + through:
        return -1.0
    return count


def _clear(rows: Sequence[_Row], wide: bool) -> _Side:
    """How many rows, up to the first that text goes through, end a column and begin another one at the place.

    One with a mark there counts half, as it may stand in a line, and so does one that is indented, that only ends where
    the line in question does, or only begins at the place, where that line is of some length or the white ``wide``; one
    that is short tells nothing. Columns of two stories may not share their rows: there one that ends the one and a row
    beside it that begins the other count together.
    """
    side, reach = _Side(), _LEAD
    single: _Row | None = None
    for row in rows:
        seen = row.seen
        if seen & _BLOCKED:
            side.ended = True
            break
        if seen & _SHORT and not seen & _RIGHT:
            continue
        if single and not _both(seen) and abs(row.far - single.far) < 1.1:
            seen |= single.seen
        single = None if _both(seen) else row
        told = _told(seen, wide)
        if not told and seen & _FLUSH and row.far < reach:
            told, reach = 0.5, row.far + _LEAD
        side.count += told
        side.plain += told > 0 and not seen & _MARKED
    return side


def _told(seen: int, wide: bool) -> float:
    """How much a row tells of a gutter by itself."""
    if _both(seen):
        return 1.0 if seen & _RIGHT and seen & _LEFT and not seen & _MARKED else 0.5
    return 0.5 if seen & _RIGHT and wide else 0.0


def _both(seen: int) -> bool:
    """Whether a row ends a column and begins another one."""
    return bool(seen & _ENDS and seen & _BEGINS)
