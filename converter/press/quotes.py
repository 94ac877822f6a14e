"""Which quotation mark opens and which closes, whatever the typist put: any text with its quotes as “” and ‘’.

Corner quotes and primes (〝〞) tell it by themselves. A straight mark is told by its place in the line, and by turns;
so is a curly one on a page that has only one half of the pair.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from typing import TypeAlias

from converter.press.marks import CLOSING, OPENING, PAUSES, QUOTES, SENTENCE_ENDS, STOPS
from converter.press.patterns import later
from converter.records import NamedTuple

Places: TypeAlias = "array[int]"
"""Where marks stand in a line, four bytes each."""


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
_OUTER_MARK, _INNER_MARK = later('["“”]'), later("['‘’]")
_TIMES = frozenset("×xX*")
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

    ``carried`` is how much it counts that one was open (``is_open``) or none at its beginning. A line may be a whole
    book: places are held in few bytes each, and characters not one by one.
    """
    if kind is _OUTER:
        every = _outer_places(text)
    else:
        every, apostrophes = _inner_places(text, is_open)
        text = _with(text, apostrophes, repeat(kind.straight))
    straight = _straight(text, every, kind)
    if not straight:
        return text, bool(every) and text[every[-1]] == kind.opening
    _, places, turns = max(_ways(text, every, straight, kind, is_open, carried), key=itemgetter(0))
    return _with(text, places, (kind.opening if opens else kind.closing for opens in turns)), bool(turns[-1])


def _with(text: str, places: Places, marks: Iterable[str]) -> str:
    """The text with other marks in their places."""

    def pieces() -> Iterator[str]:
        end = 0
        for at, mark in zip(places, marks, strict=False):
            yield text[end:at]
            yield mark
            end = at + 1
        yield text[end:]

    return "".join(pieces()) if places else text


def _straight(text: str, places: Places, kind: _Kind) -> Places:
    """Those of the places whose marks are straight."""
    return array("I", (at for at in places if text[at] == kind.straight))


def _ways(
    text: str, every: Places, straight: Places, kind: _Kind, is_open: bool, carried: int
) -> Iterator[tuple[int, Places, bytes]]:
    """How a line's marks may be meant, the likelier of two that are as good first: a score, places, which of them open.

    An even number of straight marks may be pairs of their own, above all where the other marks are pairs too.
    """
    paired = sum(text[at] == kind.opening for at in every) * 2 == len(every) - len(straight)
    for places in (every,) if len(straight) % 2 else (straight, every) if paired else (every, straight):
        for begins_open in (False, True):
            turns = bytes(_turns((text[at] for at in places), kind, begins_open))
            places_say = sum(
                _evidence(text, at) * (1 if opens else -1)
                for at, opens in zip(places, turns, strict=True)
                if text[at] == kind.straight
            )
            yield places_say + carried * (begins_open == is_open), places, turns


def _outer_places(text: str) -> Places:
    """Where a line's double quotation marks are. Inches are none: 6"×4", and those after a number that are no pairs."""
    found = (mark.start() for mark in _OUTER_MARK.finditer(text))
    places = array("I", (at for at in found if not _measures(text, at)))
    straight = _straight(text, places, _OUTER)
    numbers = bytes(_is_number(text, at) for at in straight)
    if len(straight) % 2 == 0:
        numbers = bytes(flag for pair in zip(numbers[::2], numbers[1::2], strict=True) for flag in (all(pair),) * 2)
    measures = iter(numbers)
    return array("I", (at for at in places if text[at] != _OUTER.straight or not next(measures)))


def _measures(text: str, at: int) -> bool:
    """Whether a straight mark stands between two measures."""
    return text[at] == _OUTER.straight and _is_number(text, at) and text[at + 1 : at + 2] in _TIMES


def _is_number(text: str, at: int) -> bool:
    """Whether a mark stands after a number."""
    return at > 0 and text[at - 1].isdigit()


def _inner_places(text: str, is_open: bool) -> tuple[Places, Places]:
    """Where a line's single quotation marks are, and where its apostrophes.

    An apostrophe stands inside a Latin word; where no quote is open, at the end of one (boys’) or before it (’90s).
    """
    straight, opening, closing, _ = _INNER
    quotes, apostrophes = array("I"), array("I")
    for mark in _INNER_MARK.finditer(text):
        at, char = mark.start(), mark[0]
        left, right = _is_latin(text[at - 1 : at]), _is_latin(text[at + 1 : at + 2])
        alone = not is_open and (char != opening and left or char == closing and right)
        if left and right or alone:
            apostrophes.append(at)
        else:
            is_open = char == opening or char == straight and not is_open
            quotes.append(at)
    return quotes, apostrophes


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u2e80"


def _turns(marks: Iterable[str], kind: _Kind, is_open: bool) -> Iterator[bool]:
    """Whether each of a line's marks opens: a straight one by turns, another as its form says."""
    for mark in marks:
        is_open = not is_open if mark == kind.straight else mark == kind.opening
        yield is_open


def _evidence(text: str, at: int) -> int:
    """How much the place of a mark speaks for one that opens, or below zero for one that closes."""
    before, after = text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "
    opens = _LIKELY * (before.isspace() or before in _BEFORE_OPENING)
    closes = _LIKELY * (after.isspace() or after in _AFTER_CLOSING) + _HINT * (before in STOPS)
    return opens - closes
