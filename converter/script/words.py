"""OpenCC's phrases and ours, by their first characters, and what stands beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property
from itertools import compress, count
from operator import add

from converter.model import Span
from converter.press.marks import HAN
from converter.press.patterns import later
from converter.script.data import rows, spellings

MARGIN = 6
"""How far beside a phrase words are looked for, in characters."""

NAME = -20
"""The score of a known person's name: common in the document that names him."""

_RUN = later(f"[{HAN}]+")


class Phrases(dict[str, set[str]]):
    """Phrases by their first two characters."""

    @cached_property
    def _codes(self) -> frozenset[int]:
        """The keys as numbers."""
        return _codes_of(self)

    def heads(self, text: str) -> Iterator[int]:
        """Where a pair of characters stands in ``text`` with which phrases begin.

        Numbers are looked up in a third of the time of strings, which are made and hashed for each place.
        """
        raw = text.encode(_UTF16, "surrogatepass")
        if len(raw) != 2 * len(text):  # characters of two units
            yield from compress(count(), map(self.__contains__, map(add, text, text[1:])))
            return
        is_head = self._codes.__contains__
        odd = [*compress(count(1, 2), map(is_head, _numbers(raw[2:])))]
        yield from sorted([*compress(count(0, 2), map(is_head, _numbers(raw))), *odd])

    def places(self, text: str) -> list[Span]:
        """Where phrases of two characters or more stand in ``text``, by their starts."""
        return [
            (start, start + len(phrase))
            for start in self.heads(text)
            for phrase in self[text[start : start + 2]]
            if len(phrase) == 2 or text.startswith(phrase, start)
        ]


_UTF16, _LAST = "utf-16-le", "\uffff"


def _codes_of(pairs: Iterable[str]) -> frozenset[int]:
    """Pairs of characters as numbers: four bytes of UTF-16 each."""
    return frozenset(_numbers("".join(pair for pair in pairs if len(pair) == 2 and max(pair) <= _LAST).encode(_UTF16)))


def _numbers(raw: bytes) -> memoryview:
    """The bytes as numbers of four each."""
    return memoryview(raw)[: len(raw) // 4 * 4].cast("I")


@cache
def phrases() -> Phrases:
    """OpenCC's phrases and our spellings."""
    found = Phrases()
    for row in rows("phrases.txt"):
        found.setdefault(row[:2], set()).add(row[: row.index("\t")])
    return with_more(found, spellings())


@cache
def local_wordings() -> Phrases:
    """What the ``*p`` configurations put other words for."""
    return with_more(Phrases(), rows("localisms.txt"))


@cache
def phrases_and_wordings() -> Phrases:
    """The phrases, and what the ``*p`` configurations put other words for."""
    return with_more(phrases(), rows("localisms.txt"))


def with_more(known: Phrases, more: Collection[str]) -> Phrases:
    """The phrases and ``more``, which are few: of the others nothing is made anew."""
    found = Phrases(known)
    for word in more:
        found[word[:2]] = found.get(word[:2], set()) | {word}
    # a union would be packed so tightly that most look-ups meet others: half of a number is one character
    found._codes = frozenset([*known._codes, *_codes_of(word[:2] for word in more)])
    return found


def han(text: str) -> int:
    """How many Han characters ``text`` begins with."""
    run = _RUN.match(text)
    return run.end() if run else 0
