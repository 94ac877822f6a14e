"""Where OpenCC must not look across words: a phrase of its own list counts only where it is made of whole words.

OpenCC finds phrases in characters and knows no words, so that 被|发明 holds 被发 (被髮) and 部分|区市 holds 分区. Here
the likeliest cut of a clause into words is found (Norvig's unigrams, *Beautiful Data*, chapter 14): a word's score is
the logarithm of its frequency, higher for what OpenCC lists. A phrase that the best cut goes through is taken apart
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import compress, count, pairwise
from operator import add

from converter.press.marks import HAN
from converter.script.data import rows, spellings

RAREST = -52
"""The score of a character that the list of words lacks, in half bits: one in 2**26, the whole of jieba's counts."""

MARGIN = 6
"""How far beside a phrase words are looked for, in characters."""

LISTED = -31
"""The score of what OpenCC lists and jieba's words lack, much of it people's names."""

NAME = -20
"""The score of a known person's name: common in the document that names him."""

_RUN = re.compile(f"[{HAN}]+")

Phrases = dict[str, set[str]]
"""Phrases by their first two characters."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A phrase, at ``start``, that is taken apart: it lies across ``words``, whose edges inside it are at ``edges``."""

    start: int
    phrase: str
    words: tuple[str, ...]
    edges: tuple[int, ...]


@cache
def _words() -> dict[str, str]:
    """The rows of ``words.txt`` by their first character: parsed as they are met, for most never are."""
    return {row[0]: row for row in rows("words.txt")}


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


@cache
def phrases(local: bool = False) -> Phrases:
    """OpenCC's phrases and our spellings; where ``local`` with those whose wording the ``*p`` configurations change."""
    found: Phrases = {}
    for row in rows("phrases.txt"):
        found.setdefault(row[:2], set()).add(row[: row.index("\t")])
    return with_more(found, [*spellings(), *(rows("localisms.txt") if local else ())])


def with_more(known: Phrases, more: Iterable[str]) -> Phrases:
    """The phrases and ``more``."""
    found = {**known}
    for word in more:
        found[word[:2]] = found.get(word[:2], set()) | {word}
    return found


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


def cuts(text: str, known: Phrases, names: frozenset[str] = frozenset()) -> list[Cut]:
    """The phrases of ``known`` that stand in ``text`` across its words, from left to right.

    Those of ``names`` are among them; a name is a word that the list lacks.
    """
    found = []
    for start, stop, inside in _windows(text, _matches(text, known)):
        favoured: dict[int, list[tuple[int, int]]] = {}
        for begin, end in inside:
            if text[begin:end] in names:
                favoured.setdefault(begin - start, []).append((end - start, NAME))
        edges = [start, *(start + end for end in best(text[start:stop], favoured)[0])]
        for begin, end in inside:
            across = tuple(edge for edge in edges if begin < edge < end)
            if across and not (begin in edges and end in edges):
                words = tuple(text[one:two] for one, two in pairwise(edges) if two > begin and one < end)
                found.append(Cut(begin, text[begin:end], words, across))
    return found


def _matches(text: str, known: Phrases) -> list[tuple[int, int]]:
    """Every phrase in the text: its start and its end."""
    heads = map(add, text, text[1:])
    places = compress(count(), map(known.__contains__, heads))
    return [
        (start, start + len(phrase))
        for start in places
        for phrase in known[text[start : start + 2]]
        if len(phrase) == 2 or text.startswith(phrase, start)
    ]


def _windows(text: str, matches: list[tuple[int, int]]) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """The stretches of Han characters around the matches, and the matches in each."""
    at = 0
    while at < len(matches):
        inside = [matches[at]]
        stop = matches[at][1]
        while (at := at + 1) < len(matches) and matches[at][0] <= stop + MARGIN:
            inside.append(matches[at])
            stop = max(stop, matches[at][1])
        start = inside[0][0]
        yield start - han(text[max(0, start - MARGIN) : start][::-1]), stop + han(text[stop : stop + MARGIN]), inside


def han(text: str) -> int:
    """How many Han characters ``text`` begins with."""
    run = _RUN.match(text)
    return run.end() if run else 0
