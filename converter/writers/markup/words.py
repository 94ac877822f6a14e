"""A stretch of Han characters → what no line of a headline is broken in: words, names, and what clings to them.

The likeliest cut into words is found by the dictionary; what it lacks is weighed beside it: a foreign name is a row of
characters that such names are written with (特恩布尔), a Chinese one a surname and what follows, a number is whole.
A character that is left alone goes with a neighbour: 与 with the word after it, 的 with the one before (``words.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from converter.press.bonds import bound
from converter.press.dictionary import best, score, simplified
from converter.press.lexicon import lists
from converter.press.names import surnames
from converter.press.numbers import HAN_NUMBER
from converter.press.patterns import later

DOTS = "·・‧•"
"""What stands between the parts of a foreign name."""

FOREIGN, SOUND = -26, -7
"""The score of a foreign name and of each of its characters, in half bits: less than two words, more than as many
characters that are no word."""

PERSON, GIVEN, SHORT, RARE, AT_HEAD = -20, -17, -8, -10, 8
"""The score of a Chinese name and of each character of its given name, what a name loses by a given name of one
character and by a surname that is rare or a word as well, and what it gains where nothing stands before it."""

COMMON = -40
"""In running text nobody's name begins with a word that is more common: 青岛|绘."""

NUMBER, NATIONS = -20, -26
"""The score of a number of two characters or more, and of short names of nations in a row: as of common words."""

LONGEST_NAME = 9
"""Characters of the longest name that is never broken."""

UNKNOWN = 4
"""Characters in a row that are no words, of which the longest is taken for one."""

PHRASE = 6
"""Characters that a lone one and both its neighbours have at most together; as many go into a line on any device."""

CACHED = 1024
"""Stretches whose words are remembered: a headline stands above its story, in lists and on the cover."""

Favoured = dict[int, list[tuple[int, int]]]


@cache
def _listed(*kinds: str) -> frozenset[str]:
    """The words of rows of ``words.tsv``, in simplified characters."""
    table = lists(__package__, "words", traditional=False)
    return frozenset(word for kind in kinds for word in table[kind,])


@cache
def _clinging() -> frozenset[str]:
    """What is known to go with one neighbour."""
    return _listed("begins", "prefix", "ends", "suffix") | {*DOTS}


@cache
def _never_named() -> frozenset[str]:
    """What is in no Chinese name and part of no word that the dictionary cuts in two."""
    return _listed("begins", "ends") | {*DOTS}


@cache
def _sounds() -> frozenset[str]:
    return surnames("sound", "rare-sound", traditional=False)


@cache
def _rare() -> frozenset[str]:
    return surnames("rare-surname", "rare-double-surname", "also-a-word", traditional=False)


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    """The surnames of two characters, and those of one."""
    double = surnames("double-surname", "rare-double-surname", traditional=False)
    return double, surnames("surname", "rare-surname", traditional=False)


@cache
def _wholes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of a stretch that holds foreign names, of a number, and of nations in a row."""
    sound = "".join(sorted(surnames("sound", traditional=False)))
    return (
        later(f"[{sound}](?:[{DOTS}]?[{sound}]){{2,}}"),
        later(f"第[{HAN_NUMBER}]+|[{HAN_NUMBER}]{{2,}}|(.)[不没]\\1"),
        later(f"[{''.join(sorted(_listed('nations')))}]{{2,4}}"),
    )


@lru_cache(CACHED)
def words(text: str) -> tuple[str, ...]:
    """``text``, Han characters with dots between names, in parts that are whole; together they are the text."""
    simple = simplified(text)
    ends = best(simple, _favoured(simple))[0]
    cut = _paired([simple[start:end] for start, end in pairwise([0, *ends])])
    sizes = map(len, _together(_settled(_with_unknown(cut))))
    found, start = [], 0
    for size in sizes:
        found.append(text[start : start + size])
        start += size
    return tuple(found)


def begins(word: str) -> bool:
    """Whether ``word`` goes with what follows it, as a preposition does."""
    return simplified(word) in _listed("begins", "prefix")


def _favoured(text: str) -> Favoured:
    """What may be a whole in ``text`` besides the dictionary's words: by its start, its ends and scores."""
    foreign, number, nations = _wholes()
    found: Favoured = {}
    for hit in foreign.finditer(text):
        for start in range(hit.start(), hit.end() - 1):
            for end in range(start + 2 + (DOTS.find(text[start + 1]) < 0), min(hit.end(), start + LONGEST_NAME) + 1):
                if text[start] not in DOTS and text[end - 1] not in DOTS:
                    likely = FOREIGN + SOUND * (end - start) + AT_HEAD * (not start)
                    found.setdefault(start, []).append((end, likely))
    for start, given in _surnames_in(text):
        for end in range(given + 1, min(given + 2, len(text)) + 1):
            if _may_be_given(text[given:end]) and (score(text[start : given + 1]) or COMMON) <= COMMON:
                likely = PERSON + GIVEN * (end - given) + SHORT * (end == given + 1)
                likely += RARE * (text[start:given] in _rare()) + AT_HEAD * (not start)
                found.setdefault(start, []).append((end, likely))
    for pattern, likely in ((number, NUMBER), (nations, NATIONS)):
        for hit in pattern.finditer(text):
            found.setdefault(hit.start(), []).append((hit.end(), likely))
    return found


def _surnames_in(text: str) -> Iterator[tuple[int, int]]:
    """Where surnames begin and end that ``text`` may hold: one at a place, the double one where there are two."""
    double, single = _surnames()
    for start, char in enumerate(text):
        if text[start : start + 2] in double:
            yield start, start + 2
        elif char in single:
            yield start, start + 1


def _may_be_given(name: str) -> bool:
    """Whether ``name`` may be a given name: no word, and nothing in it that only goes with another word."""
    return _never_named().isdisjoint(name) and (len(name) == 1 or score(name) is None)


def _paired(cut: Sequence[str]) -> list[str]:
    """The words, two characters that are alone as one where they are a word: each is more common than both."""
    found: list[str] = []
    for word in cut:
        both = found[-1] + word if found else ""
        if len(both) == 2 == 1 + len(word) and _never_named().isdisjoint(both) and score(both) is not None:
            found[-1] = both
        else:
            found.append(word)
    return found


def _with_unknown(cut: Sequence[str]) -> list[str]:
    """The words, and characters in a row that are none as words of up to ``UNKNOWN`` characters."""
    found: list[str] = []
    row = before = ""
    begins = _listed("begins")
    for word in cut:
        if len(word) == 1 and _is_of_row(word, row, not before or before in begins):
            row += word
        else:
            found += [*_pieces(row), word] if row else [word]
            row = ""
        before = word
    return [*found, *_pieces(row)] if row else found


def _is_of_row(char: str, row: str, bare: bool) -> bool:
    """Whether a character that is alone goes on with the ``row`` before it, or begins one; ``bare`` where it has
    nothing to cling to.
    """
    if row and (char in _listed("result") or char in _listed("prefix") and bound(row[-1], char)):
        return True
    if char in _listed("suffix"):
        return bool(row) or bare
    return char not in _clinging()


def _pieces(row: str) -> list[str]:
    """Characters in a row that are no words, in what is not broken."""
    return [row] if len(row) <= UNKNOWN else [row[at : at + 2] for at in range(0, len(row), 2)]


def _settled(cut: Sequence[str]) -> list[str]:
    """The words, with each character that is alone and known to cling to nothing in one with its neighbours."""
    done: list[str] = []
    clinging = _clinging()
    ahead = [*reversed(cut)]
    while ahead:
        word = ahead.pop()
        if len(word) > 1 or word in clinging:
            done.append(word)
            continue
        left = done[-1] if done and done[-1] not in clinging else ""
        right = ahead[-1] if ahead and ahead[-1] not in clinging else ""
        to_left, to_right = _sides(left, word, right)
        done.append((done.pop() if to_left else "") + word + (ahead.pop() if to_right else ""))
    return done


def _sides(left: str, char: str, right: str) -> tuple[bool, bool]:
    """Whether ``char`` goes with the word before it, and with the one after it; with one of them where there is one."""
    if not left or not right:
        return bool(left), bool(right)
    to_left, to_right = _goes_with(left, char), _goes_with(char, right)
    if to_left != to_right:
        return to_left, to_right
    if len(left + char + right) < PHRASE:
        return True, True
    is_name = score(left) is None
    return not is_name, is_name


def _goes_with(first: str, second: str) -> bool:
    """Whether what is written together is more likely one: parts of a foreign name, or as characters of words are."""
    return _sounds().issuperset(first + second) or bound(first[-1], second[0])


def _together(cut: Sequence[str]) -> list[str]:
    """The words, each with what goes with it."""
    done: list[str] = []
    before = ""  # what goes with the word after it
    begins, ends = _listed("begins", "prefix"), _listed("ends")
    for word in cut:
        if done and not before and _sounds_on(done[-1], word):
            done[-1] += word
        elif word in begins:
            before += word
        elif done and not before and (len(word) == 1 or word in ends):
            done[-1] += word
        else:
            done.append(before + word)
            before = ""
    if before:
        done.append(before)
    return done


def _sounds_on(first: str, second: str) -> bool:
    """Whether two words may be halves of a foreign name that is no longer than a line: 呼伦|贝尔."""
    return len(first + second) < PHRASE and min(len(first), len(second)) > 1 and _sounds().issuperset(first + second)
