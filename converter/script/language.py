"""Which Chinese a text is written in, told by characters that only one of the two scripts has."""

from __future__ import annotations

from functools import cache

from converter.model import Issue
from converter.press.marks import HAN
from converter.press.patterns import later
from converter.script.data import table


@cache
def signs(kind: str) -> frozenset[str]:
    """The characters or words of a row of ``language.tsv``."""
    row = next(words for known, words in table("language.tsv") if known == kind)
    return frozenset(row.split(" ") if " " in row else row)


_TRADITIONAL = later(lambda: f"[{''.join(sorted(signs('traditional')))}]")

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
    counts = {tag: len(own.findall(text)) for tag, own in _OWN.items()}
    tag = max(counts, key=lambda one: counts[one])
    letters = sum(counts.values()) + sum(map(len, _HAN.findall(text)))
    return tag if counts[tag] >= LEAST and counts[tag] * SHARE >= letters else ""


def language_of(text: str) -> str:
    """The BCP 47 tag of ``text``: zh-Hans, zh-Hant, or zh-Hant-TW and zh-Hant-HK on plain evidence; ja, ko.

    Counts different characters, not places, so that one name quoted many times in the other script doesn't decide.
    A tie, and other text that is no Chinese, is zh-Hans.
    """
    if other := other_language(text):
        return other
    if not _TRADITIONAL.search(text):
        return "zh-Hans"  # most texts, told quickly
    seen = set(text)
    if len(seen & signs("traditional")) <= len(seen & signs("simplified")):
        return "zh-Hans"
    taiwan = sum(word in text for word in signs("Taiwan"))
    hong_kong = sum(word in text for word in signs("Hong Kong"))
    if taiwan >= 2 and taiwan > 2 * hong_kong:
        return "zh-Hant-TW"
    if hong_kong >= 2 and hong_kong > 2 * taiwan:
        return "zh-Hant-HK"
    return "zh-Hant"


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
