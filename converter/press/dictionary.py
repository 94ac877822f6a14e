"""The common words of Chinese and how common each is, and the likeliest cut of a stretch of characters into words.

A cut's likelihood is that of its words (Norvig's unigrams, *Beautiful Data*, chapter 14). The words are in simplified
characters; ``simplified`` writes any text so, a character for a character.
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

RAREST = -52
"""The score of a character that the list of words lacks, in half bits: one in 2**26, the whole of jieba's counts."""


def _rows(name: str) -> list[str]:
    """The lines of a file of this package but for its head, which says what it is made of."""
    return [row for row in (get_data(__package__, name) or b"").decode().split("\n")[1:] if row]


@cache
def _words() -> dict[str, str]:
    """The rows of ``dictionary.txt`` by their first character: parsed as they are met, for most never are."""
    return {row[0]: row for row in _rows("dictionary.txt")}


@cache
def _after(first: str) -> tuple[dict[str, int], dict[str, range], int]:
    """What may follow ``first`` in a word, with scores; how long that may be, by its own first; ``first``'s score."""
    found = {}
    for part in _words().get(first, "").split("\t")[1:]:
        common, _, rests = part.partition(" ")
        found.update(dict.fromkeys(rests.split(" "), int(common) + RAREST))
    alone = found.pop("", RAREST)
    longest: dict[str, int] = {}
    for rest in found:
        if len(rest) > longest.get(rest[0], 0):
            longest[rest[0]] = len(rest)
    return found, {second: range(1, size + 1) for second, size in longest.items()}, alone


def score(word: str) -> int | None:
    """How common ``word`` is, as twice the binary logarithm of its share of all words; None where the list lacks it."""
    found, _, alone = _after(word[0])
    return found.get(word[1:]) if len(word) > 1 else alone


def best(text: str, favoured: dict[int, list[tuple[int, int]]]) -> tuple[list[int], int]:
    """The likeliest cut of ``text`` into words, as the ends of the words, and its score in half bits.

    ``favoured`` gives, by where they begin, the ends and scores of stretches that may be words besides the list's.
    """
    size = len(text)
    seconds = [*text[1:], ""]
    scores = [0] + [-(1 << 30)] * size
    begins = [0] * (size + 1)
    for at in range(size):
        so_far = scores[at]
        found, lengths, alone = _after(text[at])
        end = at + 1
        if so_far + alone > scores[end]:
            scores[end], begins[end] = so_far + alone, at
        for length in lengths.get(seconds[at], ()):
            if (one := found.get(text[at + 1 : at + 1 + length])) is not None:
                end = at + 1 + length
                if end <= size and so_far + one > scores[end]:
                    scores[end], begins[end] = so_far + one, at
        if at not in favoured:
            continue
        for end, one in favoured[at]:
            if so_far + one > scores[end]:
                scores[end], begins[end] = so_far + one, at
    ends = []
    end = size
    while end:
        ends.append(end)
        end = begins[end]
    return ends[::-1], scores[size]


@cache
def _simple() -> dict[int, int]:
    """The simplified character of each traditional one."""
    return {ord(row[0]): ord(row[1]) for row in _rows("simplified.txt")}


def simplified(text: str) -> str:
    """``text`` with each character simplified, as long as it was: to look words up, not to be read."""
    return text.translate(_simple())
