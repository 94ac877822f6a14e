"""Columns of several items: a short title, and below it items one after the other, each under a small headline of its
own that is set like those of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from converter.layout.blocks import HEADLINE, RUBRIC, placed
from converter.layout.columns import Column, edges
from converter.layout.heads import Head
from converter.layout.surface import Placed, Strip, shared
from converter.model import Box, around

_BELOW = 3.0  # ems from a title to its first items, and from a headline to its text, at most
_NEXT = 4.5  # ems from an item's text to the next one's headline at most
_MOST = 12  # headlines beside each other that are looked at
_LEAST, _SMALLER = 0.45, 0.95  # times a title's size from which and up to which an item's headline is set

_Part = TypeVar("_Part", Head, Column)


@dataclass(slots=True)
class Items:
    """A title and its items, each a headline with its text."""

    title: Head
    items: list[tuple[Head, list[Column]]]

    @property
    def box(self) -> Box:
        """Where they stand on the page."""
        texts = [column.box for _, columns in self.items for column in columns]
        return around([self.title.box, *(head.box for head, _ in self.items), *texts])

    def lines(self, body: float) -> list[Placed]:
        """All lines in the order of reading; the title alone has a level."""
        lines = [Placed(strip, number == 0, 0, HEADLINE) for number, strip in enumerate(self.title.strips)]
        for head, columns in self.items:
            lines += [replace(line, level=0, item=True) for line in placed([], head, body)]
            text = placed(columns, None, body)
            text[0].opens = True
            lines += text
        return lines


def with_titles(heads: Sequence[Head]) -> list[Head]:
    """The headlines, with short titles apart from the smaller lines below them that are set like headlines of others:
    so are the first of several items, one in each column."""
    found: list[Head] = []
    looks = [_look(head.largest) for head in heads]
    for number, head in enumerate(heads):
        title, below = head.strips[0], head.strips[1:]
        others = {look for n, look in enumerate(looks) if n != number}
        of_items = below and len({_look(strip) for strip in below}) == 1 and _look(below[0]) in others
        if of_items and _is_title(title) and all(strip.size < _SMALLER * title.size for strip in below):
            found += [Head([title]), *map(Head, _stacked(below))]
        else:
            found.append(head)
    return found


def items_of(
    heads: Sequence[Head], columns: Sequence[Column], rules: Sequence[Box]
) -> tuple[list[Items], list[Head], list[Column]]:
    """The columns of items, and the headlines and columns that are in none."""
    found: list[Items] = []
    taken: set[int] = set()
    for title in heads:
        if len(title.strips) == 1 and _is_title(title.largest) and id(title) not in taken:
            rest = [head for head in heads if head is not title and id(head) not in taken]
            items = [item for first in _firsts(title, rest, columns) for item in _down(first, rest, columns, rules)]
            items = items or _upright_below(title, rest, columns)
            if len(items) > 1:
                found.append(Items(title, items))
                taken |= {id(part) for head, some in items for part in (title, head, *some)}
    return found, _without(heads, taken), _without(columns, taken)


def _without(parts: Sequence[_Part], taken: set[int]) -> list[_Part]:
    return [part for part in parts if id(part) not in taken]


def _is_title(strip: Strip) -> bool:
    return 1 < len(strip.text) <= RUBRIC


def _look(strip: Strip) -> tuple[float, bool, str]:
    return round(strip.size * 2) / 2, strip.bold, strip.face


def _stacked(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Lines by the columns in which they stand."""
    stacks: list[list[Strip]] = []
    for strip in strips:
        for stack in stacks:
            if shared(stack[0].start, stack[0].end, strip.start, strip.end) > 0:
                stack.append(strip)
                break
        else:
            stacks.append([strip])
    return stacks


def _firsts(title: Head, heads: Sequence[Head], columns: Sequence[Column]) -> list[Head]:
    """The headlines in a row right below a title, from the beginning of its lines, over whose texts it is centred or at
    whose beginning it stands; none where they are not smaller, or are set in several ways."""
    size = title.largest.size
    row: list[tuple[Head, Column]] = []
    for head in sorted(heads, key=lambda head: head.start):
        text = _next_of(head, columns) if head.upright == title.upright else None
        if text and -0.3 * size < head.before - title.after < _BELOW * head.largest.size:
            row.append((head, text))
    row = row[:_MOST]
    runs = (row[begin : begin + count] for count in range(len(row), 0, -1) for begin in range(len(row) - count + 1))
    return next(([head for head, _ in run] for run in runs if _stands_over(title, run)), [])


def _upright_below(title: Head, heads: Sequence[Head], columns: Sequence[Column]) -> list[tuple[Head, list[Column]]]:
    """The upright items below a title that is set across, row by row from the right; none where they are not smaller,
    or are set in several ways, or other headlines are among them."""
    foot, size = title.box.bottom, title.largest.size
    below = [] if title.upright else [head for head in heads if head.upright and head.box.top > foot - 0.3 * size]
    items = [(head, [text]) for head in below[:_MOST] if (text := _text_of(head, columns))]
    looks = {_look(head.largest) for head in below}
    if len(items) < len(below) or len(looks) != 1 or not _LEAST * size < below[0].largest.size < _SMALLER * size:
        return []
    box = around([item.box for head, (text,) in items for item in (head, text)])
    if box.top - foot > _BELOW * size or shared(title.start, title.end, box.left, box.right) <= 0:
        return []
    return sorted(items, key=lambda item: (round(item[0].box.top / item[0].largest.size), -item[0].box.right))


def _text_of(head: Head, columns: Sequence[Column]) -> Column | None:
    """The text right below an item's headline."""
    text = _next_of(head, columns)
    return text if text and text.before - head.after < _BELOW * text.size else None


def _stands_over(title: Head, row: Sequence[tuple[Head, Column]]) -> bool:
    """Whether a title is centred over headlines and their texts or stands at their beginning, in larger type."""
    size = title.largest.size
    start, end = min(text.start for _, text in row), max(text.end for _, text in row)
    over = abs(title.largest.middle - (start + end) / 2) < size or abs(title.start - start) < size
    alike = len({_look(head.largest) for head, _ in row}) == 1
    alike = alike and _LEAST * size < row[0][0].largest.size < _SMALLER * size
    return alike and over and title.end < end + size


def _down(
    head: Head, heads: Sequence[Head], columns: Sequence[Column], rules: Sequence[Box]
) -> Iterator[tuple[Head, list[Column]]]:
    """The items below each other from one on: as long as a headline in its look follows on a text, and no rule that is
    longer than their column is between."""
    look = _look(head.largest)
    while True:
        text = _next_of(head, columns)
        if text is None or text.before - head.after > _BELOW * text.size or _is_barred(head, text, text, rules):
            return
        yield head, [text]
        below = _next_of(text, [other for other in heads if other is not head])
        if below is None or _look(below.largest) != look or below.before - text.after > _NEXT * text.size:
            return
        if _is_barred(text, below, text, rules):
            return
        head = below


def _next_of(above: Head | Column, parts: Sequence[_Part]) -> _Part | None:
    """The nearest part below another that begins where it begins, or has its middle where that has it."""
    slack = 1.5 * (above.largest.size if isinstance(above, Head) else above.size)
    middle = (above.start + above.end) / 2
    below = [
        part
        for part in parts
        if part.upright == above.upright
        and part.before > above.after - 0.5 * slack
        and shared(part.start, part.end, above.start, above.end) > 0
        and (abs(part.start - above.start) < 2 * slack or abs((part.start + part.end) / 2 - middle) < slack)
    ]
    return min(below, key=lambda part: part.before, default=None)


def _is_barred(above: Head | Column, below: Head | Column, text: Column, rules: Sequence[Box]) -> bool:
    """Whether a rule between two parts is longer than their column."""
    for rule in rules:
        start, end, before, after = edges(rule, text.upright)
        between = above.after - text.size < (before + after) / 2 < below.before + text.size
        if between and end - start > 1.2 * text.width and shared(start, end, text.start, text.end) > 0.5 * text.width:
            return True
    return False
