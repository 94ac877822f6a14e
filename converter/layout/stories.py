"""Which columns and headlines are one story.

Nothing is cut through the page: columns are joined, the surest ones first, and two stories that have a headline each
are never made one. So text beside a headline, round a box, or in a pinwheel finds its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from converter.layout.columns import Column, edges, ruled
from converter.layout.heads import Head
from converter.layout.inserts import SUBHEAD
from converter.layout.joints import INDENT, NEVER, OPEN, SHORT, SURE, indent, joint, lacks
from converter.layout.surface import Strip, shared
from converter.model import Box, around

UNDER_ONE_HEAD = 9.0
BESIDE = 3.5
"""Ems from a headline to the text that begins beside it, or beyond its end, at most."""

TEXT = 3
"""Lines of a column at least that is a story's text: fewer below a headline may say who wrote it."""

ENOUGH = 1.5
"""What two columns have to score at least to be of one story."""


@dataclass(slots=True, eq=False)
class Group:
    """The columns of a story, and the headline over them."""

    columns: list[Column]
    head: Head | None = None

    @property
    def box(self) -> Box:
        """Where it stands on the page."""
        boxes = [column.box for column in self.columns]
        return around([*boxes, self.head.box] if self.head else boxes)


def groups_of(columns: Sequence[Column], heads: Sequence[Head], rules: Sequence[Box]) -> list[Group]:
    """The stories of columns and heads, in no order."""
    columns = _split_under(columns, heads)
    over = [head for head in heads if not _is_of_page(head, columns, rules)]
    claims = _claims(columns, over, rules)
    groups = {id(column): Group([column], claims.get(id(column))) for column in columns}
    side_rules = [] if _rules_part_columns(columns, claims, rules) else rules
    for score, one, other in sorted(_pairs(columns, claims, side_rules, rules), key=lambda pair: -pair[0]):
        _join(score, one, other, groups)
    found = list({id(group): group for group in groups.values()}.values())
    for group in found:
        _take_names(group)
    return _with_heads_left(found, heads)


def _take_names(group: Group) -> None:
    """Give a headline the few lines right below it, where the text stands beside both: they say who wrote it."""
    head = group.head
    if head:
        under = [c for c in group.columns if _is_over(head, c) and c.before - head.after < BESIDE * c.size]
        others = [column for column in group.columns if column not in under]
        beside = bool(others) and all(column.before < head.after for column in others)
        if beside and all(len(column.strips) < TEXT for column in under):
            group.columns = others
            head.strips += (strip for column in under for strip in column.strips)
            head.sort()


def _join(score: float, one: Column, other: Column, groups: dict[int, Group]) -> None:
    """Make the stories of two columns one, where the score is enough and not both have a headline."""
    a, b = groups[id(one)], groups[id(other)]
    if a is b or (a.head and b.head and a.head is not b.head):
        return
    if shared(one.start, one.end, other.start, other.end) < 0:  # what is right below is read next in any case
        other.margin = min(other.margin, abs(score - ENOUGH))
    if score >= ENOUGH:
        merged = Group(a.columns + b.columns, a.head or b.head)
        groups |= {id(column): merged for column in merged.columns}


def _split_under(columns: Sequence[Column], heads: Sequence[Head]) -> list[Column]:
    """The columns, cut where headlines of the other direction that stand at their lines' beginning end."""
    found: list[Column] = []
    places = [place for column in columns for place in _borders(column, columns, heads)]
    for column in columns:
        runs = [[column.strips[0]]]
        for above, strip in pairwise(column.strips):
            parted = any(
                above.after - 0.5 * strip.size <= place <= strip.before + 0.5 * strip.size and start <= column.start + 1
                for place, start in places
            )
            if parted and _may_part(above, strip, column):
                runs.append([])
            runs[-1].append(strip)
        found += [Column(run) for run in runs] if len(runs) > 1 else [column]
    return found


def _borders(column: Column, columns: Sequence[Column], heads: Sequence[Head]) -> list[tuple[float, float]]:
    """Where along a column's lines one headline of the other direction ends and another one begins, and where these
    lines begin. One that is alone there stands over the whole column, however short it is; one that has other text
    below it does not."""
    edges_of = [edges(head.box, column.upright) for head in heads if head.upright != column.upright]
    beyond = _text_before(column, columns) if edges_of else 0.0
    over = [(before, after) for _, end, before, after in edges_of if beyond < end <= column.start + column.size]
    low, high = column.before, column.after
    return [
        (place, column.start)
        for one in over
        if shared(*one, low, high) > 0
        for place, begin, end in ((one[0], low, one[0]), (one[1], one[1], high))
        if any(shared(*other, begin, end) > 0 for other in over if other is not one)
    ]


def _may_part(above: Strip, strip: Strip, column: Column) -> bool:
    """Whether a paragraph may end between two lines."""
    return lacks(above, column) > SHORT or indent(strip, column) > INDENT


def _claims(columns: Sequence[Column], heads: Sequence[Head], rules: Sequence[Box]) -> dict[int, Head]:
    """The headline of each column that stands under one, by the column's ``id``. A headline that stands over no text,
    or over such as a rule parts from it, has what begins beside it, or else what ends above it or before it."""
    claims = _under(columns, heads)
    claims |= _in_line(columns, heads, claims)
    for head in heads:
        own = [column for column in columns if claims.get(id(column)) is head]
        over = [column for column in own if not ruled(head.strips[-1], column.strips[0], rules)]
        its = _beside(head, columns, claims, rules) if sum(len(column.strips) for column in over) < TEXT else None
        if its or over:
            barred = {id(column) for column in own} - {id(column) for column in over}
            claims = {key: other for key, other in claims.items() if key not in barred}
        if its:
            claims[id(its)] = head
    return claims


def _beside(head: Head, columns: Sequence[Column], claims: Mapping[int, Head], rules: Sequence[Box]) -> Column | None:
    """The text of a headline that stands over none: what begins beside it, or else what ends above or before it."""
    free = [column for column in columns if id(column) not in claims]
    return _begins_beside(head, free) or _ends_over(head, free, rules) or _ends_beside(head, free)


def _under(columns: Sequence[Column], heads: Sequence[Head]) -> dict[int, Head]:
    """The headlines that columns stand under. Where one only reaches over a column, none of another story lies
    between."""
    found = [(column, *_head_over(column, columns, heads)) for column in columns]
    own = [(column, head) for column, head, reaches in found if head and not reaches]
    reached = [
        (column, head)
        for column, head, reaches in found
        if head and reaches and not any(_lies_between(other, column, head) for other, its in own if its is not head)
    ]
    return {id(column): head for column, head in own + reached}


def _in_line(columns: Sequence[Column], heads: Sequence[Head], claims: dict[int, Head]) -> dict[int, Head]:
    """The headlines of the other direction that reach to columns which begin where those do that stand under them, with
    no text between."""
    starts = [(claims[id(column)], column) for column in columns if id(column) in claims]
    turned = [(head, own) for head, own in starts if head.upright != own.upright]
    found: dict[int, Head] = {}
    for column in columns if turned else ():
        if id(column) not in claims:
            long, beyond = column.after - column.before, _text_before(column, columns)
            for head, own in turned:
                alike = own.upright == column.upright and abs(own.start - column.start) < 0.5 * column.size
                reaches = shared(*_reach_across(head), column.before, column.after) > 0.5 * long
                if alike and reaches and beyond < edges(head.box, column.upright)[1]:
                    found[id(column)] = head
    return found


def _ends_over(head: Head, columns: Sequence[Column], rules: Sequence[Box]) -> Column | None:
    """The first column that ends right above a headline, with no rule between."""
    over = [
        column
        for column in columns
        if column.upright == head.upright
        and -0.6 * column.size < head.before - column.after < BESIDE * column.size
        and shared(head.start, head.end, column.start, column.end) > column.size
        and not ruled(column.strips[-1], head.strips[0], rules)
        and len(column.strips) >= TEXT
    ]
    return min(over, key=lambda column: column.start, default=None)


def _lies_between(other: Column, column: Column, head: Head) -> bool:
    """Whether a column lies beside another, on the side of the headline that reaches over that one."""
    if other.upright != column.upright or shared(other.before, other.after, column.before, column.after) < column.size:
        return False
    return (
        column.end <= other.start + 1 < head.end
        if column.end < head.end
        else head.start < other.end - 1 <= column.start
    )


def _begins_beside(head: Head, columns: Sequence[Column]) -> Column | None:
    """The nearest column that begins in the row where a headline does, behind the end of its lines."""
    beside = [
        column
        for column in columns
        if column.upright == head.upright
        and -column.size <= column.start - head.end < BESIDE * head.largest.size
        and abs(column.before - head.before) < BESIDE * column.size
        and column.after > head.before + column.size
    ]
    return min(beside, key=lambda column: column.start, default=None)


def _ends_beside(head: Head, columns: Sequence[Column]) -> Column | None:
    """The nearest column of text that begins in the row where a headline does, and ends before its lines begin."""
    beside = [
        column
        for column in columns
        if column.upright == head.upright
        and -column.size <= head.start - column.end < BESIDE * column.size
        and abs(column.before - head.before) < BESIDE * column.size
        and column.after > head.after
        and len(column.strips) >= TEXT
    ]
    return max(beside, key=lambda column: column.end, default=None)


def _head_over(column: Column, columns: Sequence[Column], heads: Sequence[Head]) -> tuple[Head | None, bool]:
    """The headline that a column stands right under, or at whose end its lines begin, or that reaches over it; and
    whether it only reaches over it."""
    above = max((other.after for other in _above(column, columns)), default=-9e9)
    along = [head for head in heads if head.upright == column.upright and head.after > above]
    over = _lowest(head for head in along if _is_over(head, column))
    reaching = _lowest(head for head in along if _reaches(head, column))
    if over and not (reaching and reaching.before > over.after + column.size):
        return over, False
    if beside := _head_beside(column, columns, heads):
        return beside, False
    return reaching, True


def _above(below: Column, columns: Sequence[Column]) -> list[Column]:
    """The columns of its direction that stand over one."""
    return [c for c in columns if c is not below and c.upright == below.upright and _is_over(c, below)]


def _lowest(heads: Iterable[Head]) -> Head | None:
    """The headline that ends last."""
    return max(heads, key=lambda head: head.after, default=None)


def _is_of_page(head: Head, columns: Sequence[Column], rules: Sequence[Box]) -> bool:
    """Whether a line is hardly larger than the text and a rule below it parts it from all: so is what heads a page."""
    below = [c for c in columns if c.upright == head.upright and _is_over(head, c)]
    small = len(head.strips) == 1 and head.largest.size < SUBHEAD * max((c.size for c in below), default=0.0)
    return small and all(ruled(head.largest, column.strips[0], rules) for column in below)


def _head_beside(column: Column, columns: Sequence[Column], heads: Sequence[Head]) -> Head | None:
    """The headline of the other direction at which a column's lines begin, or that reaches to where they do."""
    beyond = _text_before(column, columns)
    found: list[tuple[bool, float, Head]] = []
    for head in heads:
        _, end, before, after = edges(head.box, column.upright)
        if head.upright != column.upright and beyond < end <= column.start + column.size:
            long = column.after - column.before
            at = shared(before, after, column.before, column.after) > 0.5 * min(long, after - before)
            near = column.start - end < BESIDE * column.size
            if at or near and shared(*_reach_across(head), column.before, column.after) > 0.5 * long:
                found.append((at, end, head))
    return max(found, key=lambda one: one[:2])[2] if found else None


def _text_before(column: Column, columns: Sequence[Column]) -> float:
    """Where the last text ends that stands before the beginning of a column's lines."""
    texts = (
        other.end
        for other in columns
        if other is not column
        and other.upright == column.upright
        and other.end <= column.start + column.size
        and shared(other.before, other.after, column.before, column.after) > 0.5 * column.size
    )
    return max(texts, default=-9e9)


def _reach_across(head: Head) -> tuple[float, float]:
    """From where to where a headline reaches, across the lines of the other direction."""
    low, high = head.reach
    return (low, high) if head.upright else (-high, -low)


def _is_over(one: Column | Head, column: Column) -> bool:
    if one.after > column.before + 0.6 * column.size:
        return False
    common = shared(one.start, one.end, column.start, column.end)
    least = min(column.size * 2, 0.3 * min(one.end - one.start, column.width))
    return common > least


def _reaches(head: Head, column: Column) -> bool:
    """Whether a column begins below a head, beside its words."""
    gap = column.before - head.after
    low, high = head.reach
    near = -0.6 * column.size <= gap < BESIDE * column.size
    return near and shared(low, high, column.start, column.end) > 0.5 * column.width


def _pairs(
    columns: Sequence[Column],
    claims: dict[int, Head],
    side_rules: Sequence[Box],
    rules: Sequence[Box],
) -> Iterator[tuple[float, Column, Column]]:
    """Pairs of columns that may be of one story, with what speaks for it."""
    for below in columns:
        if id(below) not in claims:
            for above in _over(below, columns):
                yield _score_below(above, below, rules), above, below
    for one, other in combinations(columns, 2):
        if id(one) in claims and claims[id(one)] is claims.get(id(other)):
            yield UNDER_ONE_HEAD, one, other
    for right in columns:
        for left in _left_of(right, columns):
            yield _score_beside(left, right, claims, side_rules), left, right


def _over(below: Column, columns: Sequence[Column]) -> list[Column]:
    """The columns that end right above one."""
    over = _above(below, columns)
    nearest = max((c.after for c in over), default=0.0)
    return [c for c in over if c.after > nearest - 1.5 * below.size]


def _left_of(right: Column, columns: Sequence[Column]) -> list[Column]:
    """The columns next to the beginning of a column's lines."""
    some = [
        c
        for c in columns
        if c is not right
        and c.upright == right.upright
        and c.end <= right.start + 0.6 * right.size
        and right.start - c.end < max(5 * right.size, 0.4 * right.width)
        and shared(c.before, c.after, right.before, right.after) > 0.6 * right.size
    ]
    nearest = max((c.end for c in some), default=0.0)
    return [c for c in some if c.end > nearest - 1.5 * right.size]


def _score_below(above: Column, below: Column, rules: Sequence[Box]) -> float:
    between = -4.0 if ruled(above.strips[-1], below.strips[0], rules) else 3.0
    most = SURE
    if abs(above.size - below.size) > 0.08 * above.size:
        between, most = between - 1.5, OPEN  # no sentence goes on in another size
    if below.before - above.after > 2.5 * below.size:
        between -= 1.5
    if above.width > 1.5 * below.width or below.width > 1.5 * above.width:
        return between
    if min(abs(above.start - below.start), abs(above.end - below.end)) > 1.2 * below.size:
        between -= 4.0  # a column of its own, that stands lower or higher
    return between + max(NEVER, min(most, joint(above, below)))


def _score_beside(left: Column, right: Column, claims: dict[int, Head], rules: Sequence[Box]) -> float:
    score = 0.0
    pitch = 1.5 * right.size
    if abs(left.size - right.size) > 0.04 * right.size:
        score -= 2.0
    if abs(left.width - right.width) > 1.2 * right.size:
        score -= 1.0
    if parted(left, right, rules):
        score -= 4.0
    score += 1.0 if abs(left.after - right.after) < 1.2 * pitch else 0.0
    score += 1.0 if abs(left.before - right.before) < 0.5 * pitch else 0.0
    score += max(-2.0, min(SURE, joint(left, right)))
    for one, head in ((left, claims.get(id(right))), (right, claims.get(id(left)))):
        if head is not None and id(one) not in claims:
            _, _, before, after = edges(head.box, one.upright)
            score += 1.5 if abs(one.before - before) < 1.5 * pitch else 0.0
    return score


def parted(left: Column, right: Column, rules: Sequence[Box]) -> bool:
    """Whether a rule lies in the gutter between two columns."""
    low, high = max(left.before, right.before), min(left.after, right.after)
    for rule in rules:
        start, end, before, after = edges(rule, left.upright)
        between = left.end - 1 - right.size <= (start + end) / 2 and end <= right.start + 1
        if between and after - before > end - start and shared(low, high, before, after) > 0.5 * (high - low):
            return True
    return False


def _rules_part_columns(columns: Sequence[Column], claims: dict[int, Head], rules: Sequence[Box]) -> bool:
    """Whether rules lie in the gutters of single stories: then they tell nothing of stories."""
    under: dict[int, list[Column]] = {}
    for column in columns:
        if id(column) in claims:
            under.setdefault(id(claims[id(column)]), []).append(column)
    beside = ruled_beside = 0
    for some in under.values():
        some.sort(key=lambda column: column.start)
        for left, right in pairwise(some):
            beside += 1
            ruled_beside += parted(left, right, rules)
    return beside > 0 and ruled_beside * 2 > beside


def _with_heads_left(groups: list[Group], heads: Sequence[Head]) -> list[Group]:
    """The stories, and the heads that stand over no column, each with the nearest text beside it that has none."""
    used = {id(group.head) for group in groups if group.head}
    for head in heads:
        if id(head) in used:
            continue
        free = [group for group in groups if group.head is None and _is_beside(head, group)]
        if free:
            max(free, key=lambda group: sum(len(c.strips) for c in group.columns)).head = head
        else:
            groups.append(Group([], head))
    return groups


def _is_beside(head: Head, group: Group) -> bool:
    box, other = head.box, group.box
    size = max(head.largest.size, 12.0)
    gap = max(other.left - box.right, box.left - other.right, other.top - box.bottom, box.top - other.bottom)
    lines = sum(len(column.strips) for column in group.columns)
    return (
        gap < 1.5 * size
        and lines > 2
        and shared(box.top, box.bottom, other.top, other.bottom) > 0.5 * (box.bottom - box.top)
    )
