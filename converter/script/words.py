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

from converter.press.dictionary import best
from converter.press.marks import HAN
from converter.script.data import rows, spellings

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
