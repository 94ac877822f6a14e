"""Lines that say what other pages hold, two or more in a row (导读), and what stands above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from converter.model import Line, Role
from converter.press.marks import STOPS
from converter.press.pages import PLACE
from converter.press.patterns import later
from converter.structure.series.runs import is_title
from converter.structure.series.schemes import words
from converter.structure.series.telling import Told

_LONGEST = 50
_SIGNS = frozenset("版页頁ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ")
"""One of these is in every page's number."""
_AHEAD = later(rf"[▶►■●◆\s]*{PLACE}[\s:：|｜·、]*\S.{{3,}}")
_BEHIND = later(rf".{{3,}}\S[\s.…·>＞（(【]+{PLACE}[）)】]?")


def teasers(lines: Sequence[Line], free: Sequence[int]) -> Iterator[Told]:
    """That such lines are notes of the page's, of a paper's contents like a book's."""
    shapes = {place: _shape_of(lines[place].text) for place in free}
    for (shape, _), group in groupby(enumerate(free), key=lambda at: (shapes[at[1]], at[0] - at[1])):
        row = [place for _, place in group]
        if shape and len(row) > 1:
            named = row[0] > 0 and _is_named(lines, row[0] - 1)
            yield from (Told(place, Role.COLUMN_NOTE) for place in (row[0] - 1, *row)[not named :])
    yield from _of_two_lines(lines, shapes)


def _of_two_lines(lines: Sequence[Line], shapes: Mapping[int, str]) -> Iterator[Told]:
    """The same of two titles or more, each with what the page behind it holds right below."""
    below = [place for place in shapes if shapes[place] == "behind" and shapes.get(place - 1) == ""]
    for _, group in groupby(enumerate(n for n in below if _is_pair(lines, n)), key=lambda at: at[1] - 2 * at[0]):
        row = [place for _, place in group]
        if len(row) > 1:
            named = row[0] - 2 in shapes and _is_named(lines, row[0] - 2)
            yield from (Told(place, Role.COLUMN_NOTE) for place in range(row[0] - 1 - named, row[-1] + 1))


def _is_pair(lines: Sequence[Line], place: int) -> bool:
    """Whether a title stands right above a line, and a blank line above the title."""
    title = lines[place - 1]
    return is_title(title.text) and (title.gap_before > 0 or place == 1) and not lines[place].gap_before


def _is_named(lines: Sequence[Line], place: int) -> bool:
    """Whether a line says that what other pages hold stands below: 导读, 今日提要. Its type may tell a headline."""
    line = lines[place]
    is_told = line.is_free or line.role is Role.HEADLINE
    return is_told and line.text.strip("【】[]▼■：: ") in words("contents", "teasers")


def _shape_of(text: str) -> str:
    """Where a line has the page that it leads to: ahead or behind; empty where it leads to none."""
    if len(text) > _LONGEST or text[-1] in STOPS or _SIGNS.isdisjoint(text):
        return ""
    return "ahead" if _AHEAD.fullmatch(text) else "behind" if _BEHIND.fullmatch(text) else ""
