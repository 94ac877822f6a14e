"""Large type inside a column: subheads, and what is set into a text that goes on below it, as a pull quote."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

from converter.layout.columns import Column, edges, ruled
from converter.layout.heads import Head
from converter.layout.joints import OPEN, SURE, joint
from converter.layout.surface import Strip, shared
from converter.model import Box
from converter.press.marks import CLOSING_QUOTES

NEAR = 6.0  # ems from a column to what is set into it at most
_BORDER = 2.5  # times its size from what is set into a text to a rule that parts it from that at most
SUBHEAD = 1.3  # times the size of most text up to which a line in a column is a subhead

Look = tuple[float, bool, str]
"""How a line is set: its size in half points, whether it is bold, and its face."""


def settle_inserts(
    heads: Sequence[Head], columns: Sequence[Column], body: float, rules: Sequence[Box] = ()
) -> tuple[list[Head], list[Column], list[Head]]:
    """The heads of stories; the columns, among them now the subheads; and what is set into a text.

    A subhead has text above it, unless it begins a column: then it is known by others that are set as it is. What is
    set so at the end of a text is its last line.
    """
    kept: list[Head] = []
    inserts: list[Head] = []
    subheads: list[Head] = []
    for head in heads:
        above, below = _around(head, columns)
        if _lies_in(head, above, below, rules) and not _begins_beside(head, below, columns):
            inserts.append(head)
        elif head.largest.size < SUBHEAD * body and _is_of_text(
            head, _at(head, above), _at(head, below), columns, rules
        ):
            subheads.append(head)
        else:
            kept.append(head)
    looks = {_look(strip) for head in subheads for strip in head.strips}
    more = _top_subheads(kept, looks, columns, body)
    more += [h for h in kept if h not in more and _look(h.strips[0]) in looks and _is_at_edge(h, columns)]
    lines = [_column(head, columns) for head in (*subheads, *more)]
    return [head for head in kept if head not in more], [*columns, *lines], inserts


def _top_subheads(heads: Sequence[Head], looks: Collection[Look], columns: Sequence[Column], body: float) -> list[Head]:
    """The heads that have no text above them and are subheads: in one of the ``looks`` of others, or small and under a
    headline."""
    return [
        head
        for head in heads
        if not _around(head, columns)[0]
        and (
            all(_look(strip) in looks for strip in head.strips)
            or head.largest.size < SUBHEAD * body
            and _is_under_another(head, heads, columns)
        )
    ]


def _is_under_another(head: Head, heads: Sequence[Head], columns: Sequence[Column]) -> bool:
    """Whether a small head stands at the top of a column, beside one whose text begins in its row, under a headline in
    larger type."""
    size = head.largest.size
    beside = [
        column
        for column in columns
        if column.upright == head.upright
        and -size < head.start - column.end < NEAR * column.size
        and abs(column.before - head.before) < 1.5 * size
        and len(column.strips) > 2
    ]
    return any(
        other.upright == head.upright
        and other.largest.size > SUBHEAD * size
        and -0.5 * size < head.before - other.after < NEAR * size
        and shared(*other.reach, head.start, head.end) > 0
        and shared(other.start, other.end, column.start, head.end) > 0
        for other in heads
        for column in beside
    )


def _column(head: Head, columns: Sequence[Column]) -> Column:
    """The lines of a head as a column, as wide as the one that it stands in: in it most fill no line."""
    column = Column(sorted(head.strips, key=lambda strip: strip.before))
    for beside in chain(*_around(head, columns)):
        column.start, column.end = min(column.start, beside.start), max(column.end, beside.end)
    return column


def _look(strip: Strip) -> Look:
    """How a line is set."""
    return round(strip.size * 2) / 2, strip.bold, strip.face


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


def _parts(head: Head, above: Column, rules: Sequence[Box]) -> bool:
    """Whether a rule above a head parts it from the text there."""
    return ruled(above.strips[-1], head.strips[0], rules)


def _is_of_text(
    head: Head, above: Sequence[Column], below: Sequence[Column], columns: Sequence[Column], rules: Sequence[Box]
) -> bool:
    """Whether a head in little larger type is a line of the one column above it: it goes on below, or ends there."""
    if len(above) != 1 or _parts(head, above[0], rules):
        return False
    return len(below) == 1 or not below and _ends(head, above[0], columns)


def _ends(head: Head, above: Column, columns: Sequence[Column]) -> bool:
    """Whether a head that has no text below it is as wide as the column above it at most, and no text begins beside
    it."""
    beside = (c for c in columns if abs(c.before - head.before) < 2 * c.size and c.start > head.start)
    return head.start > above.start - above.size and head.end < above.end + above.size and not any(beside)


def _lies_in(head: Head, above: Sequence[Column], below: Sequence[Column], rules: Sequence[Box]) -> bool:
    """Whether the text goes on below a head: a story of its own would begin a paragraph in the first column there. A
    rule above it and none below it begins a story."""
    if not above or not below:
        return False
    first = min(below, key=lambda column: column.start)
    over = [column for column in above if _one_measure(column, first)]
    if any(joint(column, first) >= SURE for column in over) or over and _is_sentence(head):
        top, foot = head.strips[0], head.strips[-1]
        return ruled(foot, first.strips[0], rules) or not any(ruled(c.strips[-1], top, rules) for c in over)
    return False


def _is_sentence(head: Head) -> bool:
    """Whether a head ends as no headline does, but what is quoted from a text."""
    return head.strips[-1].text.rstrip(CLOSING_QUOTES).endswith("。")


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
    nearest = [one for one in above if not any(_is_below(other, one) for other in above)]
    return nearest, [one for one in below if not any(_is_below(one, other) for other in below)]


def _is_below(column: Column, other: Column) -> bool:
    """Whether a column stands below another one."""
    stands_below = other is not column and other.after < column.before + 0.5 * column.size
    return stands_below and shared(other.start, other.end, column.start, column.end) > column.size


def _one_measure(above: Column, below: Column) -> bool:
    return abs(above.start - below.start) < 2.5 * above.size and abs(above.end - below.end) < 2.5 * above.size
