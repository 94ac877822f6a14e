"""Rows of a list of contents: a title, and far from it the number of its page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from converter.layout.surface import BLANK, Strip
from converter.model import around

LEAST = 3
"""Rows of a list at least."""

_NUMBER = re.compile(r"[0-9０-９]{1,4}|[A-Z]?[0-9]{1,3}")
_LEADERS = "….·・‥"


def with_numbers(strips: Sequence[Strip]) -> list[Strip]:
    """The lines of a page, those of a list with their numbers: at least three numbers that end at one place, below each
    other, each alone in its row behind one line."""
    across = sorted((strip for strip in strips if not strip.upright), key=lambda strip: strip.after)
    joined: dict[int, Strip] = {}
    taken: set[int] = set()
    for column in _columns([strip for strip in across if _NUMBER.fullmatch(strip.text)]):
        rows = [(number, title) for number in column if (title := _title(number, across))]
        if len(rows) == len(column):
            joined |= {id(title): _row(title, number) for number, title in rows}
            taken |= {id(number) for number in column}
    return [joined.get(id(strip), strip) for strip in strips if id(strip) not in taken]


def _columns(numbers: Sequence[Strip]) -> list[list[Strip]]:
    """Numbers that end at one place, in runs of at least three below each other."""
    runs: list[list[Strip]] = []
    for number in sorted(numbers, key=lambda strip: (round(strip.end / strip.size), strip.before)):
        last = runs[-1][-1] if runs else None
        near = last and abs(last.end - number.end) < 0.6 * number.size and number.before - last.after < 4 * number.size
        if near:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [run for run in runs if len(run) >= LEAST]


def _title(number: Strip, across: Sequence[Strip]) -> Strip | None:
    """The only line in the row of a number, if it ends before it and is none itself. Lines come by their ``after``."""
    low, high = number.after - 0.5 * number.size, number.after + 0.5 * number.size
    begin = bisect_left(across, low, key=lambda strip: strip.after)
    titles = [strip for strip in across[begin : begin + 3] if strip.after < high and strip is not number]
    if len(titles) != 1 or titles[0].end > number.start + 0.3 * number.size or _NUMBER.fullmatch(titles[0].text):
        return None
    return titles[0]


def _row(title: Strip, number: Strip) -> Strip:
    """A title with its number, and a blank between them where no leaders are."""
    blank = "" if title.text[-1] in _LEADERS else BLANK
    box, sure = around((title.box, number.box)), min(title.sure, number.sure)
    return Strip(
        title.text + blank + number.text, box, title.size, False, title.bold, title.face, sure, title.centred, True
    )
