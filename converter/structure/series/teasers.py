"""Lines that say what other pages hold, two or more in a row (导读), and what stands above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from converter.model import Line, Role
from converter.press.marks import STOPS
from converter.press.pages import PLACE
from converter.press.patterns import later
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
            named = row[0] - 1 in shapes and lines[row[0] - 1].text.strip("【】[]▼■：: ") in words(
                "contents", "teasers"
            )
            yield from (Told(place, Role.COLUMN_NOTE) for place in (row[0] - 1, *row)[not named :])


def _shape_of(text: str) -> str:
    """Where a line has the page that it leads to: ahead or behind; empty where it leads to none."""
    if len(text) > _LONGEST or text[-1] in STOPS or _SIGNS.isdisjoint(text):
        return ""
    return "ahead" if _AHEAD.fullmatch(text) else "behind" if _BEHIND.fullmatch(text) else ""
