"""The order in which the columns of a story, and the stories of a page, are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.layout.columns import Column
from converter.layout.joints import joint
from converter.layout.surface import shared
from converter.model import Box


def in_order(columns: Sequence[Column]) -> list[Column]:
    """The columns of a story: what is set over several stands between those above and below it; of the others one after
    another is read down to its end, or band by band where that joins the text better."""
    if len(columns) < 2:
        return list(columns)
    for wide in sorted(columns, key=lambda column: -column.width):
        rest = [column for column in columns if column is not wide]
        beside = [c for c in rest if shared(c.before, c.after, wide.before, wide.after) > 0.5 * c.size]
        over = [c for c in rest if shared(c.start, c.end, wide.start, wide.end) > 0.5 * c.width]
        spans = len({round(c.start / c.size) for c in over if wide.width > 1.4 * c.width}) > 1
        if spans and not beside:
            above = [c for c in rest if c.before < wide.before]
            below = [c for c in rest if c.before >= wide.before]
            return [*in_order(above), wide, *in_order(below)]
    stacks = _stacks(columns)
    down = [column for stack in stacks for column in stack]
    bands = _bands(stacks)
    return bands if bands and _flow(bands) > _flow(down) else down


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
    for column in (column for stack in stacks for column in stack):
        place = column.after
        parts = [[c for c in stack if c.after <= place + c.size] for stack in stacks]
        rest = [[c for c in stack if c.after > place + c.size] for stack in stacks]
        if all(c.before >= place - c.size for stack in rest for c in stack):
            if all(parts) and any(rest):
                upper = [c for part in parts for c in part]
                lower = _bands(rest_of) if (rest_of := [r for r in rest if r]) and len(rest_of) > 1 else []
                return upper + (lower or [c for part in rest for c in part])
    return []


def _flow(columns: Sequence[Column]) -> float:
    """How well the text of columns goes on in this order."""
    return sum(joint(above, below) for above, below in pairwise(columns))


def page_order(boxes: Sequence[Box], upright: bool) -> list[int]:
    """The numbers of boxes in the order of reading: by cuts where the page can be cut, else from the top."""
    return _cut(list(range(len(boxes))), boxes, upright)


def _cut(numbers: list[int], boxes: Sequence[Box], upright: bool) -> list[int]:
    if len(numbers) < 2:
        return numbers
    for sides in ("top", "bottom"), ("left", "right"):
        turned = upright and sides[0] == "left"
        low, high = sides
        some = sorted(numbers, key=lambda n: getattr(boxes[n], low))
        reach = getattr(boxes[some[0]], high)
        runs: list[list[int]] = [[some[0]]]
        for n in some[1:]:
            if getattr(boxes[n], low) >= reach - 2:
                runs.append([])
            runs[-1].append(n)
            reach = max(reach, getattr(boxes[n], high))
        if len(runs) > 1:
            if turned:
                runs.reverse()
            return [n for run in runs for n in _cut(run, boxes, upright)]
    first = min(numbers, key=lambda n: (round(boxes[n].top / 20), -boxes[n].right if upright else boxes[n].left))
    return [first, *_cut([n for n in numbers if n != first], boxes, upright)]
