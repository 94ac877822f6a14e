"""Which quotation mark opens and which closes, whatever the typist put: any text with its quotes as “” and ‘’.

Corner quotes and primes (〝〞) tell it by themselves. A straight mark is told by its place in the line, and by turns;
so is a curly one on a page that has only one half of the pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from converter.press.marks import CLOSING, OPENING, PAUSES, QUOTES, SENTENCE_ENDS, STOPS
from converter.press.patterns import later


class _Kind(NamedTuple):
    """Speech has one kind of marks, a quotation inside it the other."""

    straight: str
    opening: str
    closing: str
    low: str
    """What opens in front of the mark that else opens: „ before “."""


_OUTER, _INNER = _Kind('"', "“", "”", "„"), _Kind("'", "‘", "’", "‚")

_SINGLE = "‘『﹃"
_FORMS = (
    *((mark, "‘" if mark in _SINGLE else "“") for mark in QUOTES if mark not in "“‘"),
    *((close, "’" if mark in _SINGLE else "”") for mark, close in QUOTES.items() if close not in "”’"),
    *(("〟", "”"), ("‟", "“"), ("‛", "‘")),
)
"""Every other form of a quotation mark that opens or closes, and what it is here."""

_WIDE = (("＂", '"'), ("＇", "'"))

ANY_QUOTES = frozenset(mark for mark, _ in (*_FORMS, *_WIDE)).union(_OUTER, _INNER)
"""Every quotation mark that there is, opening, closing or straight."""

_BEFORE_OPENING = f"：:{OPENING}"
_AFTER_CLOSING = f"{PAUSES}{STOPS}{CLOSING}"
_CERTAIN, _LIKELY, _HINT = 5, 2, 1
_LATIN = "0-9A-Za-z\u00c0-\u024f"
_APOSTROPHE = later(f"[’‘](?:(?<=[{_LATIN}]’)|(?=[{_LATIN}]))")
"""What may be one."""
_TIMES = "×xX*"
"""What stands between two measures: 6"×4"."""


def as_curly(texts: Sequence[str]) -> list[str]:
    """The lines of a document with every quotation mark as one of “”‘’, each line as long as before.

    An apostrophe is a straight one. Linear in the text.
    """
    found, whole = list(texts), "".join(texts)
    for mark, form in _forms(whole):
        if mark in whole:
            found = [text.replace(mark, form) for text in found]
    return turned(found)


def turned(texts: Sequence[str], alone: bool = False) -> list[str]:
    """The lines of a document with each straight mark as one of “”‘’, and nothing else told anew.

    Straight are afterwards an apostrophe, a curly one too, and what measures feet or inches. Each line is as long as
    before; ``alone`` it is told by itself, with no quote open where it begins. Linear in the text.
    """
    found, whole = list(texts), "".join(texts)
    for wide, straight in _WIDE:
        if wide in whole:
            found = [text.replace(wide, straight) for text in found]
    whole = "".join(found)
    for kind in (_OUTER, _INNER):
        if kind.straight in whole or kind is _INNER and _APOSTROPHE.search(whole):
            found = list(_turned(found, kind, alone))
    return found


def _forms(whole: str) -> Iterator[tuple[str, str]]:
    """What each mark is in a text, one after the other; half a pair that stands alone opens and closes by turns."""
    for kind in (_OUTER, _INNER):
        if kind.low in whole:
            if kind.closing not in whole:
                yield kind.opening, kind.closing
            yield kind.low, kind.opening
    halves = [mark for mark in _OUTER[1:3] if mark in whole]
    if len(halves) == 1 and _OUTER.low not in whole and whole.count(halves[0]) > 1:
        yield halves[0], _OUTER.straight
    yield from _FORMS


def _turned(texts: Sequence[str], kind: _Kind, alone: bool) -> Iterator[str]:
    """The lines with the straight marks of one kind opening and closing."""
    is_open, above = False, ""
    straight, opening, closing, _ = kind
    for text in texts:
        if straight not in text and not (kind is _INNER and _APOSTROPHE.search(text)):
            if closing in text or opening in text:
                is_open = text.rfind(opening) > text.rfind(closing)
        else:
            is_open = is_open and not alone
            carried = _CERTAIN if alone or is_open and above[-1:] not in SENTENCE_ENDS else _HINT
            text, is_open = _told(text, kind, is_open, carried)
        yield text
        above = text


def _told(text: str, kind: _Kind, is_open: bool, carried: int) -> tuple[str, bool]:
    """A line with its straight marks told, and whether a quote is open at its end.

    ``carried`` is how much it counts that one was open (``is_open``) or none at its beginning.
    """
    chars = [*text]
    every = _outer_places(chars) if kind is _OUTER else list(_inner_places(chars, is_open))
    straight = [at for at in every if chars[at] == kind.straight]
    if not straight:
        return "".join(chars), bool(every) and chars[every[-1]] == kind.opening
    _, places, turns = max(_ways(chars, every, straight, kind, is_open, carried), key=itemgetter(0))
    for at, opens in zip(places, turns, strict=True):
        chars[at] = kind.opening if opens else kind.closing
    return "".join(chars), turns[-1]


def _ways(
    chars: list[str], every: list[int], straight: list[int], kind: _Kind, is_open: bool, carried: int
) -> Iterator[tuple[int, list[int], list[bool]]]:
    """How a line's marks may be meant, the likelier of two that are as good first: a score, places, which of them open.

    An even number of straight marks may be pairs of their own, above all where the other marks are pairs too.
    """
    others = [chars[at] for at in every if chars[at] != kind.straight]
    paired = others.count(kind.opening) * 2 == len(others)
    for places in (every,) if len(straight) % 2 else (straight, every) if paired else (every, straight):
        for begins_open in (False, True):
            turns = list(_turns([chars[at] for at in places], kind, begins_open))
            told = [(at, opens) for at, opens in zip(places, turns, strict=True) if chars[at] == kind.straight]
            places_say = sum(_evidence(chars, at) * (1 if opens else -1) for at, opens in told)
            yield places_say + carried * (begins_open == is_open), places, turns


def _outer_places(chars: list[str]) -> list[int]:
    """Where a line's double quotation marks are. Inches are none: 6"×4", and those after a number that are no pairs."""
    places = [at for at, char in enumerate(chars) if char in _OUTER[:3] and not _measures(chars, at)]
    straight = [at for at in places if chars[at] == _OUTER.straight]
    numbers = {at for at in straight if _is_number(chars, at)}
    if len(straight) % 2 == 0:
        numbers = {at for pair in zip(straight[::2], straight[1::2], strict=True) if {*pair} <= numbers for at in pair}
    return [at for at in places if at not in numbers]


def _measures(chars: list[str], at: int) -> bool:
    """Whether a straight mark stands between two measures."""
    return chars[at] == _OUTER.straight and _is_number(chars, at) and "".join(chars[at + 1 : at + 2]) in {*_TIMES}


def _is_number(chars: list[str], at: int) -> bool:
    """Whether a mark stands after a number."""
    return at > 0 and chars[at - 1].isdigit()


def _inner_places(chars: list[str], is_open: bool) -> Iterator[int]:
    """Where a line's single quotation marks are. Its apostrophes become straight ones.

    An apostrophe stands inside a Latin word; where no quote is open, at the end of one (boys’) or before it (’90s).
    """
    straight, opening, closing, _ = _INNER
    for at, char in enumerate(chars):
        if char not in (straight, opening, closing):
            continue
        left, right = _is_latin(chars[at - 1 : at]), _is_latin(chars[at + 1 : at + 2])
        alone = not is_open and (char != opening and left or char == closing and right)
        if left and right or alone:
            chars[at] = straight
        else:
            is_open = char == opening or char == straight and not is_open
            yield at


def _is_latin(char: list[str]) -> bool:
    return bool(char) and char[0].isalnum() and char[0] < "\u2e80"


def _turns(marks: Sequence[str], kind: _Kind, is_open: bool) -> Iterator[bool]:
    """Whether each of a line's marks opens: a straight one by turns, another as its form says."""
    for mark in marks:
        is_open = not is_open if mark == kind.straight else mark == kind.opening
        yield is_open


def _evidence(chars: list[str], at: int) -> int:
    """How much the place of a mark speaks for one that opens, or below zero for one that closes."""
    before, after = chars[at - 1] if at else " ", chars[at + 1] if at + 1 < len(chars) else " "
    opens = _LIKELY * (before.isspace() or before in _BEFORE_OPENING)
    closes = _LIKELY * (after.isspace() or after in _AFTER_CLOSING) + _HINT * (before in STOPS)
    return opens - closes
