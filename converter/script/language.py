"""Which Chinese a text is written in, told by characters that only one of the two scripts has."""

from __future__ import annotations

from functools import cache, partial

from converter.model import Issue
from converter.press.marks import HAN
from converter.press.patterns import later
from converter.script.data import table


@cache
def signs(kind: str) -> frozenset[str]:
    """The characters or words of a row of ``language.tsv``."""
    row = next(words for known, words in table("language.tsv") if known == kind)
    return frozenset(row.split(" ") if " " in row else row)


LONG = 30_000
"""From so many characters on patterns find the signs sooner than a set of all characters, their compiling included."""


def _any_sign(kind: str) -> str:
    return f"[{''.join(sorted(signs(kind)))}]"


_TRADITIONAL, _SIMPLIFIED = (later(partial(_any_sign, kind)) for kind in ("traditional", "simplified"))

OTHERS = {"ja": "Japanese", "ko": "Korean"}
"""The languages that are written with Han characters too, and their names."""

_OWN = {"ja": later("[ぁ-ゖァ-ヺ]"), "ko": later("[가-힣ᄀ-ᇿㄱ-ㆎ]")}
_ANY_OWN = later("[ぁ-ゖァ-ヺ가-힣ᄀ-ᇿㄱ-ㆎ]")
_HAN = later(f"[{HAN}]+")
LEAST, SHARE = 2, 5
"""A text is Japanese or Korean that has so many kana or hangul at the least, one in so many of its letters:
Chinese that names a shop (優の良品) or quotes a word of theirs has fewer."""


def may_have_others(text: str) -> bool:
    """Whether any line of ``text`` can be Japanese or Korean, told for all lines at once."""
    return bool(_ANY_OWN.search(text))


def other_language(text: str) -> str:
    """``ja`` or ``ko`` for a Japanese or Korean text, told by its share of kana or hangul; else nothing."""
    if not may_have_others(text):
        return ""  # most texts, told quickly
    own = "".join(_ANY_OWN.findall(text))
    counts = {tag: len(_OWN[tag].findall(own)) for tag in OTHERS}
    tag = max(counts, key=lambda one: counts[one])
    if counts[tag] < LEAST:
        return ""
    left = counts[tag] * SHARE - len(own)
    for run in _HAN.finditer(text):
        left -= len(run.group())
        if left < 0:
            return ""  # a long Chinese text is told by its beginning
    return tag


def language_of(text: str) -> str:
    """The BCP 47 tag of ``text``: zh-Hans, zh-Hant, or zh-Hant-TW and zh-Hant-HK on plain evidence; ja, ko.

    Counts different characters, not places, so that one name quoted many times in the other script doesn't decide.
    A tie, and other text that is no Chinese, is zh-Hans.
    """
    if other := other_language(text):
        return other
    if not _is_traditional(text):
        return "zh-Hans"
    taiwan = sum(word in text for word in signs("Taiwan"))
    hong_kong = sum(word in text for word in signs("Hong Kong"))
    if taiwan >= 2 and taiwan > 2 * hong_kong:
        return "zh-Hant-TW"
    if hong_kong >= 2 and hong_kong > 2 * taiwan:
        return "zh-Hant-HK"
    return "zh-Hant"


def _is_traditional(text: str) -> bool:
    """Whether more of the traditional signs than of the simplified ones are in ``text``."""
    if len(text) < LONG:
        characters = set(text)
        return len(characters & signs("traditional")) > len(characters & signs("simplified"))
    more = set(_TRADITIONAL.findall(text))
    seen: set[str] = set()
    for hit in _SIMPLIFIED.finditer(text) if more else ():
        seen.add(hit.group())
        if len(seen) == len(more):
            return False  # most simplified texts, told by their beginning
    return bool(more)


def language_in(issue: Issue) -> str:
    """The language of a tree; what it says of itself counts unless two thirds of its text are in another script."""
    said = issue.language
    if said and not said.startswith("zh"):
        return said
    stories = ["".join(block.text for block in article.blocks()) for article in issue.articles()]
    in_it = sum(len(story) for story in stories if said.startswith(language_of(story)[:7]))
    return said if said and in_it * 3 >= sum(map(len, stories)) else language_of("".join(stories))


def is_plain(text: str) -> bool:
    """Whether any character of the commonest pairs is in ``text``, so that ``language_of`` did not have to guess."""
    return not (signs("simplified").isdisjoint(text) and signs("traditional").isdisjoint(text))
