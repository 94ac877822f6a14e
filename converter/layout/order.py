"""The order in which the columns of a story, and the stories of a page, are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from converter.layout.columns import Column
from converter.layout.joints import joint
from converter.layout.surface import shared
from converter.model import Box

MOST = 200
"""Boxes at most that lie over each other and are ordered one by one; more are taken from the top."""


def in_order(columns: Sequence[Column]) -> list[Column]:
    """The columns of a story: what is set over several stands between those above and below it, and before those beside
    them; of the others one after another is read down to its end, or band by band where that joins the text better."""
    if len(columns) < 2:
        return list(columns)
    for wide in sorted(columns, key=lambda column: -column.width):
        parts = _parts(wide, columns)
        if parts:
            above, below, beside = parts
            return [*in_order(above), wide, *in_order(below), *in_order(beside)]
    stacks = _stacks(columns)
    down = [column for stack in stacks for column in stack]
    bands = _bands(stacks)
    return bands if bands and _flow(bands) > _flow(down) else down


def _parts(wide: Column, columns: Sequence[Column]) -> tuple[list[Column], list[Column], list[Column]] | None:
    """The columns above and below one that is set over several others, and those that begin behind its end."""
    reached = [c for c in columns if c is wide or c.start < wide.end - c.size]
    if not _spans(wide, reached) or any(c.end > wide.end + c.size for c in reached):
        return None
    others = [c for c in reached if c is not wide]
    above = [c for c in others if c.before < wide.before]
    below = [c for c in others if c.before >= wide.before]
    return above, below, [c for c in columns if c not in reached]


def _spans(wide: Column, columns: Sequence[Column]) -> bool:
    """Whether a column is set over several others beside each other, and none stands beside it."""
    first, last = 9e9, -9e9
    for column in columns:
        if column is not wide:
            if shared(column.before, column.after, wide.before, wide.after) > 0.5 * column.size:
                return False
            if (
                wide.width > 1.4 * column.width
                and shared(column.start, column.end, wide.start, wide.end) > 0.5 * column.width
            ):
                first, last = min(first, column.end), max(last, column.start)
    return last > first


def _stacks(columns: Sequence[Column]) -> list[list[Column]]:
    """The columns that stand below each other, from the first to the last."""
    stacks: list[list[Column]] = []
    for column in sorted(columns, key=lambda column: -column.width):
        for stack in stacks:
            first = stack[0]
            if shared(first.start, first.end, column.start, column.end) > 0.5 * min(first.width, column.width):
                stack.append(column)
                break
        else:
            stacks.append([column])
    for stack in stacks:
        stack.sort(key=lambda column: column.before)
    return sorted(stacks, key=lambda stack: min(column.start for column in stack))


def _bands(stacks: Sequence[Sequence[Column]]) -> list[Column]:
    """The columns band by band, where all stacks are parted at one place; else none."""
    for column in chain.from_iterable(stacks):
        place = column.after + column.size
        upper = [[c for c in stack if c.after <= place] for stack in stacks]
        lower = [some for stack in stacks if (some := [c for c in stack if c.after > place])]
        if all(upper) and _begins_at(lower, column.after):
            below = _bands(lower) if len(lower) > 1 else []
            return [*chain.from_iterable(upper), *(below or chain.from_iterable(lower))]
    return []


def _begins_at(stacks: Sequence[Sequence[Column]], place: float) -> bool:
    """Whether there are columns, and all begin below a place."""
    some = [column for stack in stacks for column in stack]
    return bool(some) and all(column.before >= place - column.size for column in some)


def _flow(columns: Sequence[Column]) -> float:
    """How well the text of columns goes on in this order."""
    return sum(joint(above, below) for above, below in pairwise(columns))


def page_order(boxes: Sequence[Box], upright: bool) -> list[int]:
    """The numbers of boxes in the order of reading: by cuts where the page can be cut, else from the top."""
    return _cut(list(range(len(boxes))), boxes, upright)


def _cut(numbers: list[int], boxes: Sequence[Box], upright: bool) -> list[int]:
    if len(numbers) < 2:
        return numbers
    for down in (True, False):
        runs = _runs(numbers, boxes, down)
        if len(runs) > 1:
            if upright and not down:
                runs.reverse()
            return [n for run in runs for n in _cut(run, boxes, upright)]

    def place(number: int) -> tuple[float, float]:
        box = boxes[number]
        return round(box.top / 20), -box.right if upright else box.left

    if len(numbers) > MOST:
        return sorted(numbers, key=place)
    first = min(numbers, key=place)
    return [first, *_cut([n for n in numbers if n != first], boxes, upright)]


def _runs(numbers: Sequence[int], boxes: Sequence[Box], down: bool) -> list[list[int]]:
    """The boxes between which the page can be cut straight, from the top ``down`` or from the left."""
    spans = sorted((boxes[n].top, boxes[n].bottom, n) if down else (boxes[n].left, boxes[n].right, n) for n in numbers)
    runs: list[list[int]] = []
    reach = -9e9
    for low, high, n in spans:
        if not runs or low >= reach - 2:
            runs.append([])
        runs[-1].append(n)
        reach = max(reach, high)
    return runs
