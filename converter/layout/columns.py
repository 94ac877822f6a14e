"""Lines → columns: runs of lines of one measure that stand below each other, with nothing between."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from converter.layout.surface import OPENING, Strip, shared
from converter.model import Box, around

MORE = 1.4  # times the usual pitch at which lines go on below each other at most
_ALIKE = 3  # full lines of a column that show that a longer one stands out
DISPLAY = 1.12  # times the size of most text from which type is a headline's


@dataclass(slots=True, eq=False)
class Column:
    """Lines below each other. ``start`` and ``end`` are where its full lines begin and end, ``before`` and ``after``
    its edges across them, ``size`` that of its type; ``margin`` is by how much it was decided of which story it is."""

    strips: list[Strip]
    margin: float = 9.0
    start: float = field(init=False)
    end: float = field(init=False)
    before: float = field(init=False)
    after: float = field(init=False)
    size: float = field(init=False)
    upright: bool = field(init=False)

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        """Take the edges, the size and the direction from the lines."""
        strips = self.strips
        self.start = _start(strips)
        self.end = _end(strips)
        self.before = min(strip.before for strip in strips)
        self.after = max(strip.after for strip in strips)
        self.upright = strips[0].upright
        self.size = median(strip.size for strip in strips)

    @property
    def box(self) -> Box:
        """Where it stands on the page."""
        return around(strip.box for strip in self.strips)

    @property
    def width(self) -> float:
        """Its measure."""
        return self.end - self.start

    def fills(self, strip: Strip) -> bool:
        """Whether a line fills the measure."""
        return self.end - strip.end < 1.2 * strip.size


def _start(strips: Sequence[Strip]) -> float:
    """Where the lines of a column begin: an opening mark at the head of one may stand out by half its width."""
    least = min(strip.start for strip in strips)
    words = min((strip.start for strip in strips if strip.text[0] not in OPENING), default=least)
    return words if 0.3 < (words - least) / strips[0].size < 0.7 else least


def _end(strips: Sequence[Strip]) -> float:
    """Where the full lines of a column end: where the longest one does, but for one that alone stands out."""
    edges_of = sorted((strip.edge for strip in strips), reverse=True)
    if len(edges_of) > _ALIKE:
        first, second, last = edges_of[0], edges_of[1], edges_of[_ALIKE]
        size = strips[0].size
        if first - second > size > second - last:
            return second
    return edges_of[0]


def body_size(strips: Iterable[Strip]) -> float:
    """The size of most text; 0 where there is none."""
    sizes: Counter[float] = Counter()
    for strip in strips:
        sizes[round(strip.size * 4) / 4] += len(strip.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def neighbours(strips: Sequence[Strip], reach: float = 3.0) -> Iterator[tuple[int, list[int]]]:
    """For each line, by its number, those of the next row below it that share a stretch with it.

    The lines are of one direction, in the order of ``before``.
    """
    befores = [strip.before for strip in strips]
    for number in range(len(strips)):
        yield number, _next_row(strips, befores, number, reach)


def _next_row(strips: Sequence[Strip], befores: Sequence[float], number: int, reach: float) -> list[int]:
    """The lines of the next row below one. A very short line and one that is indented share none."""
    strip = strips[number]
    found: list[int] = []
    least = 9e9
    at = bisect_left(befores, strip.before + 0.45 * strip.size, number)
    while at < len(strips) and befores[at] <= strip.after + reach * strip.size:
        other = strips[at]
        if other.before > least + 0.6 * strip.size:
            break
        common = shared(strip.head, strip.edge, other.head, other.edge)
        indented = is_short_beside(strip, other) or is_short_beside(other, strip)
        if indented or common > 0.3 * min(strip.size, other.size):
            least = min(least, other.before)
            found.append(at)
        at += 1
    return found


def is_short_beside(short: Strip, other: Strip) -> bool:
    """Whether a line is so short that one which is indented shares no stretch with it."""
    return short.end - short.start < 3.5 * short.size and 0 < other.start - short.start < 2.6 * short.size


def columns_of(strips: Sequence[Strip], rules: Sequence[Box] = ()) -> list[Column]:
    """The columns of lines of one direction and of text's size."""
    strips = sorted(strips, key=lambda strip: (strip.before, strip.start))
    below = dict(neighbours(strips))
    above: dict[int, list[int]] = defaultdict(list)
    for number, some in below.items():
        for other in some:
            above[other].append(number)
    single = [(n, some[0]) for n, some in below.items() if len(some) == 1 and _nearest(above[some[0]], strips) == [n]]
    pitch = _pitch(strips, single)
    follows: dict[int, int] = {}
    for one, other in single:
        a, b = strips[one], strips[other]
        alike = abs(a.size - b.size) <= 0.05 * max(a.size, b.size)
        if alike and b.before - a.before <= MORE * pitch * a.size and not ruled(a, b, rules):
            follows[one] = other
    heads = set(range(len(strips))) - set(follows.values())
    columns = []
    for head in sorted(heads):
        run = [head]
        while run[-1] in follows:
            run.append(follows[run[-1]])
        columns.append(Column([strips[n] for n in run]))
    return columns


def _nearest(numbers: Sequence[int], strips: Sequence[Strip]) -> list[int]:
    """Those of some lines that stand in the last row."""
    last = max(strips[n].before for n in numbers)
    return [n for n in numbers if last - strips[n].before < 0.6 * strips[n].size]


def _pitch(strips: Sequence[Strip], pairs: Sequence[tuple[int, int]]) -> float:
    """The usual distance from line to line, in ems."""
    steps = [
        (strips[b].before - strips[a].before) / strips[a].size
        for a, b in pairs
        if abs(strips[a].size - strips[b].size) <= 0.05 * strips[a].size
    ]
    return median(steps) if steps else 1.6


def ruled(a: Strip, b: Strip, rules: Sequence[Box]) -> bool:
    """Whether a rule lies between two lines below each other."""
    low, high = min(a.start, b.start), max(a.end, b.end)
    for rule in rules:
        start, end, before, after = edges(rule, a.upright)
        between = a.after - 0.3 * a.size <= (before + after) / 2 <= b.before + 0.3 * b.size
        if between and end - start > after - before and shared(low, high, start, end) > 0.5 * (high - low):
            return True
    return False


def edges(box: Box, upright: bool) -> tuple[float, float, float, float]:
    """Start, end, before and after of a box for lines of a direction."""
    return (box.top, box.bottom, -box.right, -box.left) if upright else (box.left, box.right, box.top, box.bottom)
