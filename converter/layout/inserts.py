"""Large type inside a column: subheads, and what is set into a text that goes on below it, as a pull quote."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout.columns import Column, edges, ruled
from converter.layout.heads import Head
from converter.layout.joints import OPEN, SURE, joint
from converter.layout.surface import shared
from converter.model import Box

NEAR = 6.0  # ems from a column to what is set into it at most
_BORDER = 2.5  # times its size from what is set into a text to a rule that parts it from that at most
SUBHEAD = 1.3  # times the size of most text up to which a line in a column is a subhead


def settle_inserts(
    heads: Sequence[Head], columns: Sequence[Column], body: float, rules: Sequence[Box] = ()
) -> tuple[list[Head], list[Column], list[Head]]:
    """The heads of stories; the columns, among them now the subheads; and what is set into a text."""
    kept: list[Head] = []
    inserts: list[Head] = []
    subheads: list[Head] = []
    for head in heads:
        above, below = _around(head, columns)
        if _lies_in(head, above, below, rules) and not _begins_beside(head, below, columns):
            inserts.append(head)
        elif head.largest.size < SUBHEAD * body and _lies_between(head, above, below, rules):
            subheads.append(head)
        else:
            kept.append(head)
    looks = {_look(head) for head in subheads}
    edge = [head for head in kept if _look(head) in looks and _is_at_edge(head, columns)]
    kept = [head for head in kept if head not in edge]
    found = [Column(sorted(head.strips, key=lambda strip: strip.before)) for head in (*subheads, *edge)]
    return kept, [*columns, *found], inserts


def _look(head: Head) -> tuple[float, bool, str, bool]:
    """How the lines of a group are set."""
    largest = head.largest
    return round(largest.size * 2) / 2, largest.bold, largest.face, largest.upright


def _lies_between(head: Head, above: Sequence[Column], below: Sequence[Column], rules: Sequence[Box]) -> bool:
    """Whether a head stands between two columns, one of which ends right above it, with no rule between."""
    over, under = _at(head, above), _at(head, below)
    return len(over) == len(under) == 1 and not ruled(over[0].strips[-1], head.strips[0], rules)


def _at(head: Head, columns: Sequence[Column]) -> list[Column]:
    """Those of some columns that share a stretch with a head's own lines."""
    return [column for column in columns if shared(column.start, column.end, head.start, head.end) > 0]


def _is_at_edge(head: Head, columns: Sequence[Column]) -> bool:
    """Whether a line stands above one column and below none, in line with the beginning of a column before that which
    ends a paragraph, or below one alone and in line with the end of that before another: subheads may begin and end
    columns too."""
    above, below = (_at(head, some) for some in _around(head, columns))
    if len(head.strips) > 1 or len(above) + len(below) != 1:
        return False
    own = (above or below)[0]
    beside = [c for c in columns if c.upright == own.upright and abs(c.width - own.width) < own.size]
    if above:
        return any(_follows(own, column) for column in beside)
    return any(_follows(column, own) and abs(column.before - head.before) < own.size for column in beside)


def _follows(column: Column, other: Column) -> bool:
    """Whether a column begins right behind another's end, as the next one does, where that ends a paragraph."""
    near = 0 < other.start - column.end < 3 * column.size
    return near and shared(column.before, column.after, other.before, other.after) > 0 and joint(column, other) >= OPEN


def without_borders(rules: Sequence[Box], inserts: Sequence[Head]) -> list[Box]:
    """The rules, but for those right above and below what is set into a text: they part no stories."""
    return [rule for rule in rules if not any(_is_border(rule, head) for head in inserts)]


def _is_border(rule: Box, head: Head) -> bool:
    start, end, before, after = edges(rule, head.upright)
    reach = _BORDER * head.largest.size
    near = head.before - reach < (before + after) / 2 < head.after + reach
    low, high = head.start, head.end
    return near and end - start > after - before and shared(start, end, low, high) > 0.5 * (high - low)


def _lies_in(head: Head, above: Sequence[Column], below: Sequence[Column], rules: Sequence[Box]) -> bool:
    """Whether the text goes on below a head: a story of its own would begin a paragraph in the first column there. A
    rule above it and none below it begins a story."""
    if not above or not below:
        return False
    first = min(below, key=lambda column: column.start)
    over = [column for column in above if _one_measure(column, first)]
    if any(joint(column, first) >= SURE for column in over):
        top, foot = head.strips[0], head.strips[-1]
        return ruled(foot, first.strips[0], rules) or not any(ruled(c.strips[-1], top, rules) for c in over)
    return False


def _begins_beside(head: Head, below: Sequence[Column], columns: Sequence[Column]) -> bool:
    """Whether the text below a head comes from a column that begins beside it: so does its story's own."""
    first = min(below, key=lambda column: column.start)
    return any(
        column.upright == first.upright
        and 0 < first.start - column.end < max(5 * first.size, 0.4 * first.width)
        and abs(column.before - head.before) < 2 * column.size
        and column.after > first.before
        and joint(column, first) >= SURE
        for column in columns
    )


def _around(head: Head, columns: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """The columns that end right above a head, and those that begin right below it, as far as it reaches."""
    low, high = head.reach
    some = [
        c
        for c in columns
        if c.upright == head.upright and shared(c.start, c.end, low, high) > 0.6 * min(c.width, head.end - head.start)
    ]
    above = [c for c in some if -0.6 * c.size < head.before - c.after < NEAR * c.size]
    below = [c for c in some if -0.6 * c.size < c.before - head.after < NEAR * c.size]
    return above, below


def _one_measure(above: Column, below: Column) -> bool:
    return abs(above.start - below.start) < 2.5 * above.size and abs(above.end - below.end) < 2.5 * above.size
