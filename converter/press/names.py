"""Whether a word looks like a person's name, and whether a text is made of names alone.

Surnames, and the characters of foreign names, are in ``surnames.tsv``. Who is named in a line is in ``people.py``;
names in running text are weighed against the words that their characters would be otherwise, in ``converter/script``.
"""

from __future__ import annotations

from functools import cache

from converter.press.lexicon import lists
from converter.press.marks import is_han
from converter.press.patterns import later
from converter.press.posts import words_of

_DOTS = later("[·・‧•]")


@cache
def surnames(*kinds: str, traditional: bool = True) -> frozenset[str]:
    """The words of some kinds of ``surnames.tsv``."""
    table = lists(__package__, "surnames", traditional)
    return frozenset(word for kind in kinds for word in table[kind,])


@cache
def _first() -> tuple[frozenset[str], frozenset[str]]:
    """What a name of a line of its own begins with: a surname of one character, and of two."""
    return surnames("surname"), surnames("double-surname")


@cache
def _sounds() -> frozenset[str]:
    return surnames("sound", "rare-sound")


@cache
def _last_of_none() -> frozenset[str]:
    """What no name ends with: 公安部 is none, though 公 is a surname; nor is 范里摄."""
    return frozenset(word for word in words_of("house", "camera") if len(word) == 1)


def is_name(word: str) -> bool:
    """Whether ``word`` looks like one person's name: surname and given name, or foreign names with dots between."""
    size = len(word)
    single, double = _first()
    if 1 < size < 4 and word[0] in single or 2 < size < 5 and word[:2] in double:
        return word[-1] not in _last_of_none() and all(map(is_han, word))
    return size > 2 and _DOTS.search(word) is not None and _is_dotted(word)


def is_foreign(word: str) -> bool:
    """Whether ``word`` is parts of a name with dots between that are written by their sound: 罗尔夫·里德曼."""
    parts = _DOTS.split(word)
    sounds = [char in _sounds() for char in "".join(parts)]
    return len(parts) > 1 and all(1 <= len(part) <= 6 for part in parts) and sum(sounds) * 4 >= len(sounds) * 3


def _is_dotted(word: str) -> bool:
    return is_foreign(word) or all(map(is_name, _DOTS.split(word)))


def number_of_names(text: str) -> int:
    """How many people's names ``text`` is made of, 0 where anything else is in it.

    Names are set apart by blanks or 、; one may be spaced out (孙  振, 欧 阳 青 禾).
    """
    count = place = 0
    words = text.replace("、", " ").replace("，", " ").split()
    while place < len(words):
        size = _spread_over(words[place : place + _LONGEST_SPREAD])
        if not is_name("".join(words[place : place + size])):
            return 0
        count += 1
        place += size
    return count


_LONGEST_SPREAD = 4
"""Characters of the longest name that is spaced out: a double surname and a given name of two."""


def _spread_over(words: list[str]) -> int:
    """How many of ``words`` the first name is spread over: as many single characters as a name has that begins so."""
    if len(words[0]) > 1:
        return 1
    alone = next((place for place, word in enumerate(words) if len(word) > 1), len(words))
    if "".join(words[:2]) in _first()[1]:
        return alone
    return alone if alone == 3 else min(alone, 2)
