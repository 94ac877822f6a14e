"""Letters within a text: whom one speaks to, what is written, who signs, and the day, its year told or not.

A name and a day below it are a title and its dateline elsewhere; the line that says to whom the letter is tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model import Line, Role
from converter.press.dates import is_day
from converter.press.marks import PAUSES, TEXT_ENDS
from converter.structure.series.runs import is_title
from converter.structure.series.telling import Told

_LONGEST_CALL = 14
"""Characters of a line that says to whom a letter is: 小满侄：, 編輯先生：."""
_LONGEST_SIGNER = 16
_LONGEST_LETTER = 60
"""Lines between the first and the last of a letter: a story is longer."""


def letters(lines: Sequence[Line]) -> Iterator[Told]:
    """The first line of each letter, who signs it and its day, where two lines name them in either order."""
    calls = [place for place, line in enumerate(lines) if _is_call(lines, place)]
    for call, below in pairwise((*calls, len(lines))):
        end = next((n for n in range(call + 2, min(below, call + _LONGEST_LETTER) - 1) if _is_end(lines, n)), None)
        if end is None:
            continue
        yield Told(call, Role.PARAGRAPH)
        for place in (end, end + 1):
            yield Told(place, Role.DATELINE if is_day(lines[place].text) else Role.SIGNATURE)


def _is_call(lines: Sequence[Line], place: int) -> bool:
    """Whether a line says to whom what follows is written: a short one that ends in a colon, and text below it."""
    text = lines[place].text
    if text[-1] not in "：:" or not 2 < len(text) <= _LONGEST_CALL or place + 1 >= len(lines):
        return False
    return not any(mark in text[:-1] for mark in PAUSES + TEXT_ENDS) and lines[place].is_free


def _is_end(lines: Sequence[Line], place: int) -> bool:
    """Whether two lines below a whole text are who signs it and a day."""
    pair = lines[place : place + 2]
    if lines[place - 1].text[-1] not in TEXT_ENDS or not all(line.is_free for line in pair):
        return False
    days = [is_day(line.text) for line in pair]
    return sum(days) == 1 and all(day or _may_sign(line.text) for day, line in zip(days, pair, strict=True))


def _may_sign(text: str) -> bool:
    return len(text) <= _LONGEST_SIGNER and is_title(text) and text[-1] not in "：:"
