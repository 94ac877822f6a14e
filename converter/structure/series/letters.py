"""Letters within a text: whom one speaks to, what is written, who signs, and the day, its year told or not.

A name and a day below it are a title and its dateline elsewhere, and a name alone is a subhead; the line that says to
whom the letter is tells. A signer without a day is known by a word of respect (謹啟) or by standing far to the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from converter.model import Line, Role
from converter.press.dates import alone, is_day
from converter.press.lexicon import pattern
from converter.press.marks import PAUSES, TEXT_ENDS
from converter.press.names import is_name
from converter.press.posts import words_of
from converter.structure.cues.lines import FAR_RIGHT
from converter.structure.series.runs import is_title
from converter.structure.series.schemes import words
from converter.structure.series.telling import Told

LONGEST_CALL = 14
"""Characters of a line that says to whom a letter is: 小满侄：, 編輯先生：."""
_LONGEST_SIGNER = 16
_LONGEST_PUPIL = 40
"""Characters of a line in brackets that says who wrote, of which class, and who taught that."""
_LONGEST_BODY = 24
"""Characters of a body that signs with a word of respect."""
_RESPECTFUL = pattern(__package__, "line", r"\s<respects>$")
_RESPECTS = pattern(__package__, "line", r"(?:<respects>|\s上)$")
_LONGEST_LETTER = 60
"""Lines between the first and the last of a letter: a story is longer."""


def letters(lines: Sequence[Line]) -> Iterator[Told]:
    """The first line of each letter, who signs it, and its day, above or below that, where it has one."""
    told = {each.place: each for each in (*_named(lines), *_sent(lines), *_respectful(lines), *_called(lines))}
    yield from (told[place] for place in sorted(told))


def _called(lines: Sequence[Line]) -> Iterator[Told]:
    """The letters that begin by saying to whom they are."""
    calls = [place for place, line in enumerate(lines) if _is_call(lines, place)]
    for call, below in pairwise((*calls, len(lines))):
        ends = (_end(lines, place, below) for place in range(call + 2, min(below, call + _LONGEST_LETTER)))
        if end := next(filter(None, ends), None):
            yield Told(call, Role.PARAGRAPH)
            yield from _signed(lines, end)


def _sent(lines: Sequence[Line]) -> Iterator[Told]:
    """Who signs a text and its day where both stand far to the right or end all: they need no salutation above."""
    for place in range(1, len(lines) - 1):
        is_last = place == len(lines) - 2
        if not is_last and lines[place].indent < FAR_RIGHT:
            continue
        above = lines[place - 1]
        is_sent = above.indent < FAR_RIGHT <= min(lines[place].indent, lines[place + 1].indent)
        is_last = is_last and (above.text[-1] in TEXT_ENDS or alone(lines[-1].text) is not None)
        if (is_sent or is_last and is_day(lines[-1].text)) and _is_pair(lines, place):
            yield from _signed(lines, range(place, place + 2))


def _respectful(lines: Sequence[Line]) -> Iterator[Told]:
    """Who signs with a word of respect that stands apart: 何先生治喪小組　敬啟."""
    respects = words("line", "respects")
    for place, line in enumerate(lines):
        may_sign = len(line.text) <= _LONGEST_BODY and line.text.endswith(respects) and line.is_free
        if may_sign and _RESPECTFUL.search(line.text) and is_title(line.text):
            yield Told(place, Role.SIGNATURE)


def _named(lines: Sequence[Line]) -> Iterator[Told]:
    """Who signs a whole text as its reader (读者　小林) or in brackets with what they are called (（方正律师）), and
    who taught the child that wrote it (（指导老师：石美玲）). Those set to the right are told together.
    """
    for place in range(1, len(lines)):
        text, line = lines[place].text, lines[place]
        if len(text) > _LONGEST_PUPIL or lines[place - 1].text[-1] not in TEXT_ENDS or not _names_signer(text):
            continue
        if line.indent < FAR_RIGHT and line.is_free:
            yield Told(place, Role.SIGNATURE)


def _names_signer(text: str) -> bool:
    if text[0] in "（(" and text[-1] in "）)":
        return _is_called(text[1:-1]) or any(word in text for word in words("line", "tutors"))
    return (
        text.startswith((*words("line", "writers"), *words_of("calling")))
        and len(text.split()) == 2
        and _may_sign(text)
    )


def _is_called(text: str) -> bool:
    """Whether a text is a name with what the person is called behind it."""
    name = text.removesuffix(next((word for word in words_of("office") if text.endswith(word)), " "))
    return name != text and is_name(name.rstrip())


def _signed(lines: Sequence[Line], places: Iterable[int]) -> Iterator[Told]:
    return (Told(n, Role.DATELINE if is_day(lines[n].text) else Role.SIGNATURE) for n in places)


def _is_pair(lines: Sequence[Line], place: int) -> bool:
    """Whether who signs and a day stand at a place and below it, in either order."""
    pair = lines[place : place + 2]
    days = [is_day(line.text) for line in pair]
    return sum(days) == 1 and all(line.is_free for line in pair) and _may_sign(pair[days.index(False)].text)


def _is_call(lines: Sequence[Line], place: int) -> bool:
    """Whether a line says to whom what follows is written: a short one that ends in a colon, and text below it."""
    text = lines[place].text
    if text[-1] not in "：:" or not 2 < len(text) <= LONGEST_CALL or place + 1 >= len(lines):
        return False
    return "".join(text[:-1].split()).replace("·", "").isalnum() and lines[place].is_free


def _end(lines: Sequence[Line], place: int, below: int) -> range | None:
    """The lines below a whole text, from ``place``, that are who signs it and a day, or who signs it alone."""
    above = lines[place - 1].text
    if not (above[-1] in TEXT_ENDS or above in words("line", "greetings")) or not lines[place].is_free:
        return None
    if place + 1 < below and _is_pair(lines, place):
        return range(place, place + 2)
    text = lines[place].text
    is_signed = lines[place].indent >= FAR_RIGHT or _RESPECTS.search(text)
    return range(place, place + 1) if is_signed and not is_day(text) and _may_sign(text) else None


def _may_sign(text: str) -> bool:
    return len(text) <= _LONGEST_SIGNER and is_title(text) and not any(mark in text for mark in "：:" + PAUSES)
