"""Rows of a list of contents: a title, and far from it the number of its page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from converter.layout.surface import BLANK, Strip
from converter.model import around

LEAST = 3
"""Rows of a list at least."""

_MOST = 50
"""Lines of a page's row that are looked at."""

_NUMBER = re.compile(r"[0-9０-９]{1,4}|[A-Z]?[0-9]{1,3}")
_LEADERS = "….·・‥"


def with_numbers(strips: Sequence[Strip]) -> list[Strip]:
    """The lines of a page, those of a list with their numbers: at least three numbers that end at one place, below each
    other, each behind a line; these begin at one place, and do not all end at one, as text does."""
    across = sorted((strip for strip in strips if not strip.upright), key=lambda strip: strip.after)
    joined: dict[int, Strip] = {}
    taken: set[int] = set()
    for column in _columns([strip for strip in across if _NUMBER.fullmatch(strip.text)]):
        rows = [(number, title) for number in column if (title := _title(number, across))]
        if len(rows) == len(column) and _is_list([title for _, title in rows]):
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
    """The nearest line that ends before a number in its row, if it is none itself. Lines come by their ``after``."""
    low, high = number.after - 0.5 * number.size, number.after + 0.5 * number.size
    begin = bisect_left(across, low, key=lambda strip: strip.after)
    row = takewhile(lambda strip: strip.after < high, across[begin : begin + _MOST])
    before = [strip for strip in row if strip is not number and strip.end <= number.start + 0.3 * number.size]
    title = max(before, key=lambda strip: strip.end, default=None)
    return None if title is None or _NUMBER.fullmatch(title.text) else title


def _is_list(titles: Sequence[Strip]) -> bool:
    """Whether lines begin at one place, and do not all end at one, as those of a column of text do."""
    size = titles[0].size
    starts, ends = [strip.start for strip in titles], [strip.end for strip in titles]
    return max(starts) - min(starts) < 0.6 * size < max(ends) - min(ends)


def _row(title: Strip, number: Strip) -> Strip:
    """A title with its number, and a blank between them where no leaders are."""
    blank = "" if title.text[-1] in _LEADERS else BLANK
    box, sure = around((title.box, number.box)), min(title.sure, number.sure)
    return Strip(
        title.text + blank + number.text, box, title.size, False, title.bold, title.face, sure, title.centred, True
    )
