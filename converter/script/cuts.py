"""Where OpenCC must not look across words: 被发 (被髮) in 被|发明, 分区 in 部分|区市.

OpenCC takes the longest phrase at each place, from left to right, and knows no words. Here its steps are followed, and
a phrase that the likeliest cut into words goes through is taken apart there, if that cut is likelier by a stated margin
than the best one that keeps the phrase.

OpenCC is given the short list of phrases (``phrases.txt``). One that is left out there tells nothing by itself, yet it
ends where it ends: 外面|包着 holds no 面包 for the long list. So such an end is marked as well.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from converter.press.dictionary import best, counted, ends_of, is_crossed, is_known, is_named, joined, longest, reached
from converter.script.data import measures
from converter.script.words import MARGIN, NAME, Phrases, han

SURE, SURER = 7, 14
"""By how much a cut has to be likelier, in half bits, to overrule OpenCC: 11 times; 128 times where a word is taken
apart only to find another phrase behind it: 墙面|糊纸."""

CLAUSE = 24
"""How far phrases are followed to a place, in characters."""

UNPROVED = -37
"""The score of a phrase that OpenCC alone lists, where it lies across words."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A phrase, at ``start``, that is taken apart: it lies across ``words``, whose edges inside it are at ``edges``.

    A phrase of OpenCC's that is kept, and hides another one behind its end, is a cut without words, its end the edge.
    """

    start: int
    phrase: str
    words: tuple[str, ...]
    edges: tuple[int, ...]
    by: int = 0


Spans = list[tuple[int, int]]


def cuts(
    text: str,
    known: Phrases,
    names: frozenset[str] = frozenset(),
    local: Phrases | None = None,
    plain: frozenset[str] = frozenset(),
) -> list[Cut]:
    """The phrases that are taken apart, and the ends of those that hide others, from left to right.

    ``known`` are the phrases that tell something, ``names`` and ``local`` among them: a name is a word that the list
    lacks; wordings that later stages exchange are local, and nothing speaks for them but that they are words. The
    names that are ``plain`` become what their characters become: alone, nobody has to know whether they lie across.
    """
    found: list[Cut] = []
    for start, stop, inside in _windows(text, known.places(text)):
        if text[inside[0][0] : inside[0][1]] in plain and all(text[one:end] in plain for one, end in inside):
            continue
        window, telling = text[start:stop], {(one - start, end - start) for one, end in inside}
        unlisted = _unlisted(window, telling, names)
        if not any(_is_crossed(window, one, end, unlisted) for one, end in telling):
            continue  # most of them
        clause = _Clause(window, telling, unlisted, names, local or Phrases())
        found += (
            Cut(start + cut.start, cut.phrase, cut.words, tuple(start + edge for edge in cut.edges), cut.by)
            for cut in clause.cuts()
        )
    return found


@dataclass(slots=True)
class _Clause:
    """A stretch of Han characters and the telling phrases in it."""

    text: str
    telling: set[tuple[int, int]]
    unlisted: Spans
    """Where words stand that the list lacks: names, and pairs that go together."""
    names: frozenset[str]
    local: Phrases
    of_start: dict[int, list[int]] = field(default_factory=dict)
    """The ends of the telling phrases, by their starts, once cuts are looked for."""
    ends: list[int] = field(default_factory=list)
    """The ends of the words of the likeliest cut, once it has been asked for."""
    scores: list[int] = field(default_factory=list)
    """What that cut scores up to each place."""
    is_plain: bool = True
    """Whether that cut is one into words of the list alone."""
    by: int = 0

    def cuts(self) -> Iterator[Cut]:
        """What is taken apart."""
        for start, end in self.telling:
            self.of_start.setdefault(start, []).append(end)
        at, stop = 0, len(self.text)
        while at < len(self.text):
            end = self._longest(at, stop)
            if end - at > 1 and self._matters(at, end) and (edges := self._edges(at, end)):
                words = self._words(at, end)
                yield Cut(at, self.text[at:end], words, edges, self.by)
                stop = edges[0]
                continue
            if end - at > 1 and stop == len(self.text) and self._hides(at, end):
                yield Cut(at, self.text[at:end], (), (end,))
            at = end
            if at == stop:
                stop = len(self.text)
        yield from self._apart()

    def _apart(self) -> Iterator[Cut]:
        """The wordings that lie across words."""
        for begin, end in sorted(self.telling):
            if self.text[begin:end] in self.local.get(self.text[begin : begin + 2], ()):
                edges, words = self._across(begin, end), self._words(begin, end)
                if not edges and len(words) == 1 and is_named(words[0]):
                    edges = (begin + 1,)  # 丘|比特 is none, and 丘比特 is a name
                if edges:
                    yield Cut(begin, self.text[begin:end], words, edges)

    def _longest(self, at: int, stop: int) -> int:
        """Where the phrase ends that OpenCC takes at ``at``."""
        end = longest(self.text, at, stop)
        for last in self.of_start.get(at, ()):
            if end < last <= stop and self.text[at:last] not in self.local.get(self.text[at : at + 2], ()):
                end = last
        return end

    def _matters(self, at: int, end: int) -> bool:
        """Whether the phrase tells something, or is the reason why another one is not found."""
        return (at, end) in self.telling or self._hides(at, end)

    def _hides(self, at: int, end: int) -> bool:
        return any(end < last for first in range(at + 1, end) for last in self.of_start.get(first, ()))

    def _across(self, at: int, end: int) -> tuple[int, ...]:
        """The edges of the likeliest words inside a phrase that is none of them, nor made of them."""
        if not self.ends and not _is_crossed(self.text, at, end, self.unlisted):
            return ()
        if not self.ends:
            favoured = joined(self.text)
            for first, last in self.telling if self.names else ():
                if self.text[first:last] in self.names:
                    favoured.setdefault(first, []).append((last, NAME))
            self.scores, begins = reached(self.text, favoured, 0)
            self.ends, self.is_plain = ends_of(begins), not favoured
        first, last = bisect_left(self.ends, at), bisect_left(self.ends, end)
        is_whole = (at == 0 or self.ends[first] == at) and self.ends[last] == end
        return () if is_whole else tuple(self.ends[bisect_right(self.ends, at) : last])

    def _edges(self, at: int, end: int) -> tuple[int, ...]:
        """Where the phrase is to be taken apart."""
        edges = self._across(at, end)
        if not edges:
            return ()
        phrase = self.text[at:end]
        if phrase in self.names:
            return edges
        if phrase in measures() and at + 2 in self.ends:
            return ()  # 二百八十|里|下寨
        proved = is_known(phrase)
        before = self.scores[at] if self.is_plain else best(self.text[:at], {}, 0)[1]
        kept = before + best(self.text[end:], {}, 0)[1]
        kept += counted(phrase) or UNPROVED if proved else UNPROVED
        self.by = self.scores[-1] - kept
        return edges if self.by >= (SURER if proved and (at, end) not in self.telling else SURE) else ()

    def _words(self, at: int, end: int) -> tuple[str, ...]:
        """The likeliest words that the phrase lies across."""
        return tuple(self.text[one:two] for one, two in pairwise((0, *self.ends)) if two > at and one < end)


def _unlisted(text: str, telling: set[tuple[int, int]], names: frozenset[str]) -> Spans:
    """Where words stand in a stretch that the list lacks: names, and pairs that go together."""
    found = [(start, end) for start, end in telling if text[start:end] in names] if names else []
    return found + [(start, end) for start, pairs in joined(text).items() for end, _ in pairs]


def _is_crossed(text: str, at: int, end: int, unlisted: Spans) -> bool:
    """Whether any word lies across one of the phrase's ends, so that the likeliest cut has to be asked for."""
    if is_crossed(text, at, end):
        return True
    return bool(unlisted) and any(one < at < two or one < end < two for one, two in unlisted)


def stands(text: str, at: int, edges: Sequence[int]) -> str:
    """Whether the character at ``at`` is in a ``phrase`` that no edge goes through, in a ``word``, or ``alone``.

    The ``edges`` are in order.
    """
    start = at - han(text[max(0, at - CLAUSE) : at][::-1])
    stop = at + han(text[at : at + CLAUSE])
    place = start
    while place <= at:
        following = bisect_right(edges, place)
        end = longest(text, place, edges[following] if following < len(edges) else stop)
        if place <= at < end and end - place > 1:
            return "phrase"
        place = end
    following = bisect_right(edges, at)
    start, stop = max([start, *edges[:following][-1:]]), min([stop, *edges[following : following + 1]])
    ends = [0, *best(text[start:stop], {}, 0)[0]]
    return "alone" if at - start in ends and at + 1 - start in ends else "word"


def _windows(text: str, matches: Spans) -> Iterator[tuple[int, int, Spans]]:
    """The stretches of Han characters around the matches, and the matches in each."""
    at = 0
    while at < len(matches):
        inside = [matches[at]]
        stop = matches[at][1]
        while (at := at + 1) < len(matches) and matches[at][0] <= stop + MARGIN:
            if stop + han(text[stop : matches[at][0]]) < matches[at][0]:
                break  # no word goes on beyond a mark
            inside.append(matches[at])
            stop = max(stop, matches[at][1])
        start = inside[0][0]
        yield start - han(text[max(0, start - MARGIN) : start][::-1]), stop + han(text[stop : stop + MARGIN]), inside
