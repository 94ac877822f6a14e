"""Groups of large lines, with the smaller ones that are set with them: what stands over a story."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from converter.layout.columns import DISPLAY, edges, is_short_beside, ruled
from converter.layout.surface import BLANK, HANGING, Strip, shared
from converter.model import Box, around
from converter.press.marks import CLOSING_QUOTES, SENTENCE_ENDS, STOPS

_NEAR = 4.0  # times the largest type that is looked at above and below a group
_INDENT = 1.4, 2.6  # ems of a paragraph's indent, of which a mark at either line's head takes or gives a half
_GUTTER = 4.5  # ems of a gutter with an indent at most
_NAME = 5  # characters of a post or a name at most
_NAMES = 0.8  # times a column's measure that names over it take at most
TEXT_SIZE = 1.45  # times the size of most text up to which a paragraph is set
_SHARED = 0.3  # of the shorter one's length that lines below each other share at least
SMALLER = 0.8  # times a headline's size up to which what is set apart below it, or stands at its corner, is set
_CORNER, _CORNERS = 5.0, 3  # times its size from its end to what stands at its corner at most; groups that are tried
_APART = 2.2  # times the smaller one's size: how far they are at most, as a masthead and a kicker are farther
_FAR = 2.6  # ems from which a line is indented as no paragraph is
_SET_APART = 2.5  # times the size of what is set apart below a headline: how far it is from it at most
_CLOSE = 1.1  # times the larger one's size: how far lines of a group are from each other at most


@dataclass(slots=True, eq=False)
class Head:
    """A group of lines in large type, in the order of reading."""

    strips: list[Strip]
    reach: tuple[float, float] = (0.0, 0.0)
    """From where to where along its lines nothing stands beside it: what is set below it there may be its own."""

    @property
    def upright(self) -> bool:
        """Whether its largest line runs from top to bottom."""
        return self.largest.upright

    @property
    def largest(self) -> Strip:
        """The line of the largest type."""
        return max(self.strips, key=lambda strip: strip.size)

    @property
    def box(self) -> Box:
        """Where it stands on the page."""
        return around(strip.box for strip in self.strips)

    @property
    def start(self) -> float:
        return min(strip.start for strip in self.strips)

    @property
    def end(self) -> float:
        return max(strip.end for strip in self.strips)

    @property
    def before(self) -> float:
        return min(strip.before for strip in self.strips)

    @property
    def after(self) -> float:
        return max(strip.after for strip in self.strips)

    def sort(self) -> None:
        """Put the lines into the order of reading."""
        self.strips.sort(key=lambda strip: (round(strip.before), strip.start))


def heads_of(strips: Sequence[Strip], body: float, rules: Sequence[Box] = ()) -> tuple[list[Head], list[Strip]]:
    """The groups of large lines of one direction, between which no rule lies, and the lines that are in none."""
    large = sorted((s for s in strips if s.size >= DISPLAY * body), key=lambda strip: (strip.before, strip.start))
    groups = _groups(large, rules)
    texts = {id(strip) for group in groups if _is_text(group, body) for strip in group}
    heads = _with_corners([Head(group) for group in groups if id(group[0]) not in texts], strips, rules)
    rest = [strip for strip in strips if strip.size < DISPLAY * body or id(strip) in texts]
    for head in heads:
        rest = _with_its_own(head, rest, large)
        head.sort()
    return _with_decks(heads, rest, rules), rest


def _groups(large: Sequence[Strip], rules: Sequence[Box]) -> list[list[Strip]]:
    """The large lines by those that they are near to."""
    groups: list[list[Strip]] = []
    for strip in large:
        near = [group for group in groups if any(_together(other, strip, rules) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*chain.from_iterable(near), strip])
    return groups


def _with_decks(heads: Sequence[Head], rest: Sequence[Strip], rules: Sequence[Box]) -> list[Head]:
    """The groups, one that is set apart right below a larger one with it: between them there is no text, so that what
    stands below both is of both."""
    found: list[Head] = []
    for head in sorted(heads, key=lambda head: head.before):
        above = max((other for other in found if _is_deck(head, other)), key=lambda other: other.after, default=None)
        others = chain(rest, *(other.strips for other in heads if other not in (above, head)))
        if above and not (
            ruled(above.strips[-1], head.strips[0], rules) or any(_lies_beside(one, above, head) for one in others)
        ):
            above.strips += head.strips
            above.sort()
        else:
            found.append(head)
    return found


def _is_deck(head: Head, above: Head) -> bool:
    """Whether a group stands below a larger one, farther from it than the lines of a group, and within its text."""
    size = above.largest.size
    near = 0 < head.before - above.after < min(2 * size, _SET_APART * head.largest.size)
    shorter = min(head.end - head.start, above.end - above.start)
    fits = shared(head.start, head.end, above.start, above.end) > 0.5 * shorter
    return near and fits and head.largest.size < SMALLER * size


def _lies_beside(strip: Strip, above: Head, head: Head) -> bool:
    """Whether a line stands between two groups, or beside one of them in the stretch of the other."""
    low, high = min(head.start, above.start), max(head.end, above.end)
    return above.before < strip.after and strip.before < head.after and shared(strip.start, strip.end, low, high) > 0


def _is_text(group: Sequence[Strip], body: float) -> bool:
    """Whether a group is a paragraph in somewhat larger type: lines of one size, the last of which ends a sentence."""
    sizes = [strip.size for strip in group]
    last = group[-1].text
    ends = last.rstrip(CLOSING_QUOTES).endswith("。")
    return len(group) > 1 and ends and min(sizes) > 0.97 * max(sizes) and max(sizes) < TEXT_SIZE * body


def _together(above: Strip, strip: Strip, rules: Sequence[Box]) -> bool:
    """Whether two large lines are of one group: below each other and near, or beside each other in one row."""
    size = max(above.size, strip.size)
    gap = strip.before - above.after
    common = shared(above.start, above.end, strip.start, strip.end)
    if gap > -0.5 * min(above.size, strip.size):
        least = _SHARED * min(above.end - above.start, strip.end - strip.start)
        near = gap < _CLOSE * size and gap < _APART * min(above.size, strip.size)
        return near and common > least and not ruled(above, strip, rules)
    return False


def _with_corners(heads: Sequence[Head], strips: Sequence[Strip], rules: Sequence[Box]) -> list[Head]:
    """The groups, each smaller one that stands at a corner of a larger one, with nothing beside either, together with
    it: so do a kicker at the beginning of the line and a deck at its end where the headline is in the middle."""
    found = sorted(heads, key=lambda head: head.before)
    lines = sorted(strips, key=lambda strip: strip.before)
    befores, tallest = [strip.before for strip in lines], max((s.after - s.before for s in lines), default=0.0)
    for head in sorted(heads, key=lambda head: head.largest.size):
        larger = [other for other in found if other is not head and _is_at_corner(head, other)]
        for other in larger[:_CORNERS]:
            above, below = (head, other) if head.before < other.before else (other, head)
            near = lines[bisect_left(befores, above.before - tallest) : bisect_left(befores, below.after)]
            if not ruled(above.strips[-1], below.strips[0], rules) and not _has_beside(above, below, near):
                found.remove(head)
                other.strips += head.strips
                break
    return found


def _is_at_corner(head: Head, other: Head) -> bool:
    """Whether a group stands right above or below a larger one's row, most of it before its beginning or behind its
    end."""
    size = other.largest.size
    if head.upright != other.upright or head.largest.size > SMALLER * size:
        return False
    near = min(other.strips, key=lambda strip: abs(strip.before - head.before))
    along = shared(head.start, head.end, near.start, near.end)
    across = shared(head.before, head.after, near.before, near.after)
    least = _SHARED * min(head.end - head.start, near.end - near.start)
    return -_CORNER * size < along <= least and -_CLOSE * size < across < 0.5 * head.largest.size


def _has_beside(above: Head, below: Head, strips: Sequence[Strip]) -> bool:
    """Whether a line stands beside one of two groups, in the stretch of the other."""
    own = {id(strip) for strip in (*above.strips, *below.strips)}
    return any(
        shared(strip.start, strip.end, along.start, along.end) > 0
        and shared(strip.before, strip.after, across.before, across.after) > 0
        for along, across in ((above, below), (below, above))
        for strip in strips
        if id(strip) not in own
    )


def _with_its_own(head: Head, rest: list[Strip], large: Sequence[Strip]) -> list[Strip]:
    """Take the smaller lines that are centred over or under a group and stand alone in their row; gives the others.
    ``large`` are the lines of all groups."""
    more = True
    while more:
        more = False
        before, after = head.before, head.after
        reach = _NEAR * max(strip.size for strip in (*head.strips, *rest))
        near = [strip for strip in rest if before - reach < strip.after and strip.before < after + reach]
        for strip in near:
            own = _is_its_own(head, strip, near)
            if own or _ends_with(head, strip, near, large):
                more = not _begins_beside_others(head, strip, near, large)
                strip.centred = strip.centred or own and more
            if more or _is_led(head, strip, near, large):
                head.strips.append(strip)
                rest = [other for other in rest if other is not strip]
                more = True
                break
    return rest


def _is_led(head: Head, strip: Strip, near: Sequence[Strip], large: Sequence[Strip]) -> bool:
    """Whether a line leads to a group, or stands below it over columns, with nothing between."""
    if _leads_to(head, strip, near):
        return True
    over = _stands_over_columns(head, strip, near, large)
    return over and not _is_under(strip, _between(head, strip, (*near, *large)))


def _is_its_own(head: Head, strip: Strip, rest: Sequence[Strip]) -> bool:
    size = strip.size
    gap = max(strip.before - head.after, head.before - strip.after)
    middle = (head.start + head.end) / 2
    amid = gap < 0 and not _shares_a_row(strip, head.strips)
    if (
        not (amid or -0.5 * size < gap < max(1.3 * size, 0.5 * head.largest.size))
        or abs(strip.middle - middle) > 0.8 * head.largest.size
        or len(strip.text) > 45
    ):
        return False
    if strip.end - strip.start > 1.02 * (head.end - head.start) + 8 * size:
        return False
    if _begins_a_paragraph(strip, rest) or strip.after < head.after and _ends_a_text(strip, rest):
        return False
    reach = (strip.end - strip.start) / 2 + 3 * size
    return not any(shared(other.start, other.end, middle - reach, middle + reach) > 0 for other in _in_row(strip, rest))


def _shares_a_row(strip: Strip, some: Iterable[Strip]) -> bool:
    """Whether a line lies in a row of one of some others."""
    return any(shared(other.before, other.after, strip.before, strip.after) > 0.3 * strip.size for other in some)


def _leads_to(head: Head, strip: Strip, near: Sequence[Strip]) -> bool:
    """Whether a line stands alone over a group's beginning or end, and much nearer to it than to what is above: so does
    what says where the story comes from."""
    size, gap = strip.size, head.before - strip.after
    low, high = head.start - 3 * size, head.end + 3 * size
    over = low < strip.start and strip.end < high and shared(head.start, head.end, strip.start, strip.end) > 0
    if not over or not -0.3 * size < gap < 1.2 * size:
        return False
    beside = [other for other in near if shared(other.start, other.end, low, high) > 0]
    if _in_row(strip, beside):
        return False
    above = [strip.before - other.after for other in beside if other.after < strip.before + 0.5 * size]
    return min(above, default=9e9) > max(2 * gap, size)


def _stands_over_columns(head: Head, strip: Strip, near: Sequence[Strip], large: Sequence[Strip]) -> bool:
    """Whether a line right below a group stands alone over several columns that begin in one row, and the text in the
    first of them with a paragraph: so do names that are not centred."""
    size = strip.size
    near_it = -0.5 * size < strip.before - head.after < max(1.3 * size, 0.5 * head.largest.size)
    run = _row_under(strip, near) if near_it and not _is_marked(strip) else []
    if len(run) < 2 or not _is_indented(run[0], near) or shared(head.start, head.end, *stretch(run)) <= 0:
        return False
    start, end = stretch(_below(strip, near))
    spaced = max(map(len, strip.text.split(BLANK))) <= _NAME
    short = spaced or strip.end - strip.start <= _NAMES * (end - start)
    return short and not _has_another_title(head, strip, large, start, end)


def _has_another_title(head: Head, strip: Strip, large: Sequence[Strip], start: float, end: float) -> bool:
    """Whether another group's line stands beside a group, over a stretch that a line below them is of."""
    others = (s for s in large if s not in head.strips and head.before - strip.size < s.before < strip.before)
    return any(shared(other.start, other.end, start, end) > 0 for other in others)


def _is_marked(strip: Strip) -> bool:
    """Whether a line ends in a mark that text has at its lines' ends."""
    return strip.text[-1] in HANGING and strip.text[-1] not in "）)"


def _is_indented(strip: Strip, near: Sequence[Strip]) -> bool:
    """Whether the line below begins two ems earlier."""
    below = [other.start for other in near if 0 < other.before - strip.before < 2.5 * strip.size]
    return any(_INDENT[0] < (strip.start - start) / strip.size < _INDENT[1] for start in below)


def _goes_on(other: Strip, strip: Strip, near: Sequence[Strip]) -> bool:
    """Whether a line has another one right above it, but a certain one."""
    pitch = 2.2 * other.size
    above = (s for s in near if s is not strip and 0.6 * s.size < other.before - s.before < pitch)
    return any(shared(s.start, s.end, other.start, other.end) > s.size for s in above)


def _row_under(strip: Strip, near: Sequence[Strip]) -> list[Strip]:
    """The lines below one that begin columns in the next row and stand near each other, one of them below it."""
    size = strip.size
    under = sorted((s for s in near if 0.6 * size < s.before - strip.before < 3 * size), key=lambda s: s.start)
    first = min((other.before for other in under), default=0.0)
    runs: list[list[Strip]] = []
    for other in under:
        if other.before < first + 0.6 * size and not _goes_on(other, strip, near):
            if runs and other.start - runs[-1][-1].end < _GUTTER * size:
                runs[-1].append(other)
            else:
                runs.append([other])
    return next((run for run in runs if _is_under(strip, run)), [])


def _ends_with(head: Head, strip: Strip, near: Sequence[Strip], large: Sequence[Strip]) -> bool:
    """Whether a line right below a group stands alone there, with nothing beside the group above it, and farther in
    than a paragraph begins, or alone over several columns: so does what says who wrote the story. Of a group that has
    no lines of its direction below it, it is the last."""
    size = strip.size
    if not -0.5 * size < strip.before - head.after < max(2.0 * size, 0.75 * head.largest.size):
        return False
    low, high = min(head.start, strip.start), max(head.end, strip.end)
    beside = [other for other in near if shared(other.start, other.end, low, high) > 0.5 * size]
    if _in_row(strip, beside) or _is_under(strip, _between(head, strip, (*near, *large))):
        return False
    row = _next_row(strip, beside)
    if not row:
        return strip.start - head.start > _FAR * size
    if not strip.upright and (strip.text[-1] in STOPS or _fills(strip, near)):
        return False
    return strip.start - _start_below(strip, beside) > _FAR * size or _is_over_several(strip, row, near)


def _fills(strip: Strip, near: Sequence[Strip]) -> bool:
    """Whether a line takes most of the measure of those below it, as names do not."""
    below = _below(strip, near)
    start, end = stretch(below) if below else (strip.start, 9e9)
    return strip.end - strip.start > _NAMES * (end - start)


def _next_row(strip: Strip, some: Iterable[Strip]) -> list[Strip]:
    """Those of some lines that stand in the first row below a line."""
    below = [other for other in some if 0.6 * strip.size < other.before - strip.before < 2.5 * strip.size]
    first = min((other.before for other in below), default=0.0)
    return [other for other in below if other.before < first + 0.6 * strip.size]


def _is_over_several(strip: Strip, row: Sequence[Strip], near: Sequence[Strip]) -> bool:
    """Whether a line stands alone over a row of lines, and begins no paragraph of the first of them."""
    under = [other for other in row if _is_under(other, [strip]) or is_short_beside(other, strip)]
    if len(row) == len(under) or any(_is_under(other, row) for other in _in_row(strip, near)):
        return False
    return min(row, key=lambda other: other.start) not in under or not _begins_a_paragraph(strip, near)


def _start_below(strip: Strip, some: Iterable[Strip]) -> float:
    """Where the lines begin that stand right below one; the first of them may be indented."""
    below = (other for other in some if 0.6 * strip.size < other.before - strip.before < 4.5 * strip.size)
    return min((other.start for other in below if _is_under(other, [strip])), default=strip.start)


def _begins_beside_others(head: Head, strip: Strip, near: Sequence[Strip], large: Sequence[Strip]) -> bool:
    """Whether a line below a group is the first of one of several columns that begin in its row, under that group."""
    size = strip.size
    below = _below(strip, near)
    if (
        strip.before < head.after - 0.5 * size
        or not below
        or min(other.before for other in below) - strip.before > 2.2 * size
    ):
        return False
    start, end = stretch(below)
    row = [other for other in _in_row(strip, near) if _is_beside(other, near, start, end)]
    if not row:
        return False
    above = _between(head, strip, (*near, *large))
    return any(not _is_under(other, above) for other in row)


def _between(head: Head, strip: Strip, some: Iterable[Strip]) -> list[Strip]:
    """Those of some lines that reach below a group's top and begin above a line below it, but the group's own."""
    low, high = head.before, strip.before - 0.6 * strip.size
    return [other for other in some if other.before < high and other.after > low and other not in head.strips]


def _in_row(strip: Strip, near: Sequence[Strip]) -> list[Strip]:
    """The lines in a line's row, but itself."""
    return [other for other in near if other is not strip and abs(other.before - strip.before) < 0.6 * strip.size]


def _is_beside(strip: Strip, near: Sequence[Strip], start: float, end: float) -> bool:
    """Whether a line stands beside a stretch, and near, or those below it do, over whose middle it may stand."""
    low, high = stretch([strip, *_below(strip, near)])
    return -_GUTTER * strip.size < shared(low, high, start, end) <= strip.size


def _below(strip: Strip, near: Sequence[Strip]) -> list[Strip]:
    """The lines of the two rows below one that share a stretch with it: the first may be indented."""
    return [other for other in near if 0 < other.before - strip.before < 4 * strip.size and _is_under(other, [strip])]


def stretch(some: Iterable[Strip]) -> tuple[float, float]:
    """From where to where lines reach together."""
    edges_of = [(strip.start, strip.end) for strip in some]
    return min(start for start, _ in edges_of), max(end for _, end in edges_of)


def _is_under(strip: Strip, some: Iterable[Strip]) -> bool:
    """Whether a line shares a stretch with one of some others."""
    return any(shared(other.start, other.end, strip.start, strip.end) > 0 for other in some)


def _begins_a_paragraph(strip: Strip, rest: Sequence[Strip]) -> bool:
    """Whether the line below begins two ems earlier and ends where this one does, or ends a sentence, and is no further
    below it than the next one is below that."""
    return _fills_a_column(strip, rest) or any(
        0 < other.before - strip.before < 2.5 * strip.size
        and (_ends_alike(strip, other) or other.text[-1] in SENTENCE_ENDS)
        and _INDENT[0] < (strip.start - other.start) / strip.size < _INDENT[1]
        and other.before - strip.before < _pitch_below(other, rest) + 0.2 * strip.size
        for other in rest
    )


def _fills_a_column(strip: Strip, rest: Iterable[Strip]) -> bool:
    """Whether a line fills the column of the lines below it, or begins two ems later, and ends where they do, whose
    last mark may hang or not."""
    size = strip.size
    below = [other for other in rest if 0 < other.before - strip.before < 4.5 * size and _is_in_column(other, strip)]
    if not below:
        return False
    off = (strip.start - min(other.start for other in below)) / size
    ends = (max(other.edge for other in below), max(other.end for other in below))
    full = min(abs(one - end) for one in ends for end in (strip.edge, strip.end)) < 0.6 * size
    alone = len(below) == 1 and abs(off - 2) < 0.2  # what ends with the next line tells nothing of the column's end
    return alone or full and (abs(off) < 0.3 or 1.5 < off < 2.5)


def _is_in_column(other: Strip, strip: Strip) -> bool:
    """Whether a line in another row may be of the column of one: its type is as large, and they share a stretch, or it
    is short and the other one indented."""
    alike = abs(other.size - strip.size) < 0.05 * strip.size
    return alike and (_is_under(other, [strip]) or is_short_beside(other, strip))


def _ends_alike(one: Strip, other: Strip) -> bool:
    """Whether two lines end at one place: their last marks may hang or not."""
    ends = ((a, b) for a in (other.edge, other.end) for b in (one.edge, one.end))
    return min(abs(a - b) for a, b in ends) < 0.6 * one.size


def _pitch_below(strip: Strip, rest: Sequence[Strip]) -> float:
    """How far below a line the next one stands that shares a stretch with it; boundless where none is near."""
    under = (other for other in rest if shared(other.start, other.end, strip.start, strip.end) > strip.size)
    steps = (other.before - strip.before for other in under)
    return min((step for step in steps if 0.6 * strip.size < step < 2.5 * strip.size), default=9e9)


def _ends_a_text(strip: Strip, rest: Sequence[Strip]) -> bool:
    """Whether the line above begins where this one does, or two ems later."""
    return any(
        0 < strip.before - other.before < 2.2 * strip.size
        and abs(strip.size - other.size) < 0.05 * strip.size
        and min(abs(other.head - strip.head - indent * strip.size) for indent in (0, 2)) < 0.3 * strip.size
        for other in rest
    )


def spread(heads: Sequence[Head], strips: Sequence[Strip], walls: Sequence[Box]) -> None:
    """Find how far each headline reaches: to what stands beside it, to a rule or frame, or half-way to another one."""
    owner = {id(strip): head for head in heads for strip in head.strips}
    texts = [strip.box for strip in strips if id(strip) not in owner]
    for head in heads:
        low, high = _room(head, _beside(head, [*texts, *walls]))
        titles = [strip.box for other in heads if other is not head for strip in other.strips]
        for left, right in _beside(head, titles):
            if low < right <= head.start + 1:
                low = max(low, (right + head.start) / 2)
            elif high > left >= head.end - 1:
                high = min(high, (left + head.end) / 2)
        head.reach = low, high


def _room(head: Head, beside: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """From where to where nothing stands beside a head."""
    low, high = -9e9, 9e9
    start, end = head.start, head.end
    for left, right in beside:
        low = max(low, right) if right <= start + 1 else low
        high = min(high, left) if left >= end - 1 else high
    return low, high


def _beside(head: Head, boxes: Sequence[Box]) -> Iterator[tuple[float, float]]:
    """From where to where along a head's lines there is what stands beside it."""
    upright, low, high = head.upright, head.before, head.after
    for box in boxes:
        left, right, before, after = edges(box, upright)
        if shared(before, after, low, high) > 0.3 * min(after - before, high - low):
            yield left, right
