"""The common words of Chinese and how common each is, and the likeliest cut of a stretch of characters into words.

A cut's likelihood is that of its words (Norvig's unigrams, *Beautiful Data*, chapter 14). The words are in simplified
characters, and the list tells which are phrases of OpenCC's; ``simplified`` writes any text so, a character for a
character.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from pkgutil import get_data

RAREST = -52
"""The score of a character that the list of words lacks, in half bits: one in 2**26, the whole of jieba's counts."""

LISTED = -31
"""The score of what OpenCC lists and jieba's words lack, much of it people's names."""

FARTHEST = 6
"""How far before a place words are looked for that lie across it, in characters."""

FAVOUR = 12
"""What a word gains that OpenCC lists, where words are to be told from names: its editors know it."""


@cache
def _data(name: str) -> bytes:
    """A file of this package; its first line says what it is made of."""
    return get_data(__package__, name) or b""


@cache
def _row(first: str) -> str:
    """The row of ``dictionary.txt`` that begins with ``first``, or nothing.

    The rows are sorted, so that its place is found without a look at the others: most are never asked for.
    """
    data, wanted = _data("dictionary.txt"), f"{first}\t".encode("utf-8", "surrogatepass")

    def head(place: int) -> bytes:
        begin = data.rfind(b"\n", 0, place) + 1
        return data[begin : begin + len(wanted)]

    at = bisect_left(range(len(data)), wanted, key=head)
    return data[at : data.find(b"\n", at)].decode() if data.startswith(wanted, at) else ""


class _Words(dict[str, tuple[dict[str, int], int, int]]):
    """By two characters, or the last one of a text: what may follow the first in the words that begin with both, with
    scores; how long the longest of that is; the score of the first alone.

    Looked for as the characters are met; what has been met is found by a subscript, at a third of a call's cost.
    """

    def __init__(self, favour: int) -> None:
        super().__init__()
        self._favour = favour

    def __missing__(self, both: str) -> tuple[dict[str, int], int, int]:
        first, second = both[0], both[1:]
        found = dict(_beginning(first, second, self._favour)) if second else {}
        self[both] = told = (found, max(map(len, found), default=0), _alone(first, self._favour))
        return told


_AFTER = {favour: _Words(favour) for favour in (0, FAVOUR)}
"""The list's words by what they gain that OpenCC lists."""


def _beginning(first: str, second: str, favour: int) -> Iterator[tuple[str, int]]:
    """What follows ``first`` in the words that go on with ``second``, and its score.

    They are looked for in the row, which is not taken apart: some are of thousands of words, and few are asked for.
    """
    row = _row(first)
    at = row.find(f" {second}")
    while at >= 0:
        part = row.rfind("\t", 0, at) + 1
        kind = row[part : row.index(" ", part)]
        ends = row.find(" ", at + 1), row.find("\t", at + 1), len(row)
        rest = row[at + 1 : min(end for end in ends if end >= 0)]
        if rest and (one := _score(kind, favour)) is not None:
            yield rest, one
        at = row.find(f" {second}", at + 1)


@cache
def _alone(first: str, favour: int) -> int:
    """The score of ``first`` as a word: of the class without a rest, or whose first rest is empty."""
    for part in _row(first).split("\t")[1:]:
        kind, _, rests = part.partition(" ")
        if (not rests or rests[0] == " ") and (one := _score(kind, favour)) is not None:
            return one
    return RAREST


def _score(kind: str, favour: int) -> int | None:
    """What a class of words scores; None for those that are two words."""
    mark = kind[-1] if kind[-1] in "=+*" else ""
    one = int(kind.removesuffix(mark)) + RAREST
    if mark == "=":
        return max(one if one == LISTED else one + favour, LISTED - 1 + one % 2)
    return None if mark == "+" else one


@cache
def _classes(first: str) -> list[tuple[int, str, list[str]]]:
    """What follows ``first`` in the list's words, by their score and what the list says of them (=, +, *)."""
    found = []
    for part in _row(first).split("\t")[1:]:
        kind, _, rests = part.partition(" ")
        mark = kind[-1] if kind[-1] in "=+*" else ""
        found.append((int(kind.removesuffix(mark)) + RAREST, mark, rests.split(" ")))
    return found


@cache
def _rests(first: str) -> dict[str, tuple[int, str]]:
    """What follows ``first`` in the list's words: its score, and what the list says of it."""
    return {rest: (one, mark) for one, mark, rests in _classes(first) for rest in rests}


@cache
def _listed(first: str) -> dict[str, list[str]]:
    """What follows ``first`` in the phrases of OpenCC's, by its own first, the longest first."""
    found: dict[str, list[str]] = {}
    for rest in (rest for _, mark, rests in _classes(first) if mark == "=" for rest in rests):
        found.setdefault(rest[0], []).append(rest)
    return {second: sorted(rests, key=len, reverse=True) for second, rests in found.items()}


def longest(text: str, at: int, stop: int) -> int:
    """Where OpenCC's longest phrase that begins at ``at`` ends, at ``stop`` at the latest; the next place if none."""
    for rest in _listed(text[at]).get(text[at + 1 : at + 2], ()):
        if at + 1 + len(rest) <= stop and text.startswith(rest, at + 1):
            return at + 1 + len(rest)
    return at + 1


def is_crossed(text: str, at: int, end: int) -> bool:
    """Whether a word lies across an end of ``text[at:end]``, or begins with it and goes on."""
    words = _AFTER[0]
    for start in range(max(0, at - FARTHEST), end):
        found, size, _ = words[text[start : start + 2]]
        if size:
            for length in range((at if start < at else end) - start, min(size + 1, len(text) - start)):
                if text[start + 1 : start + 1 + length] in found:
                    return True
    return False


@cache
def _joined(first: str) -> dict[str, int]:
    return {rest: one for one, mark, rests in _classes(first) if mark == "+" for rest in rests}


def joined(text: str) -> dict[int, list[tuple[int, int]]]:
    """The pairs in ``text`` that are two words and go together (包着, 发脆): by their start, their ends and scores."""
    found: dict[int, list[tuple[int, int]]] = {}
    if "着" not in text and "发" not in text:
        return found  # most texts, told quickly
    for at in range(len(text) - 1):
        if (text[at + 1] == "着" or text[at] == "发") and (one := _joined(text[at]).get(text[at + 1])) is not None:
            found[at] = [(at + 2, one)]
    return found


def is_listed(word: str) -> bool:
    """Whether ``word`` is a phrase of OpenCC's."""
    return _rests(word[0]).get(word[1:], (0, ""))[1] == "="


def is_known(word: str) -> bool:
    """Whether the list has ``word`` not from OpenCC alone."""
    return _rests(word[0]).get(word[1:], (LISTED, ""))[0] != LISTED


def is_named(word: str) -> bool:
    """Whether ``word`` is a name in which a wording that is exchanged lies."""
    return _rests(word[0]).get(word[1:], (0, ""))[1] == "*"


def score(word: str) -> int | None:
    """How common ``word`` is, as twice the binary logarithm of its share of all words; None where the list lacks it.

    What OpenCC's editors list gains ``FAVOUR``.
    """
    found, _, alone = _AFTER[FAVOUR][word[:2]]
    return found.get(word[1:]) if len(word) > 1 else alone


def counted(word: str) -> int | None:
    """As ``score``, by the counts of words alone; an odd one tells that the word may be a name."""
    found, _, alone = _AFTER[0][word[:2]]
    return found.get(word[1:]) if len(word) > 1 else alone


def best(text: str, favoured: dict[int, list[tuple[int, int]]], favour: int = FAVOUR) -> tuple[list[int], int]:
    """The likeliest cut of ``text`` into words, as the ends of the words, and its score in half bits.

    ``favoured`` gives, by where they begin, the ends and scores of stretches that may be words besides the list's;
    ``favour`` is what a word gains that OpenCC's editors list, ``FAVOUR`` or nothing.
    """
    scores, begins = reached(text, favoured, favour)
    return ends_of(begins), scores[-1]


def ends_of(begins: list[int]) -> list[int]:
    """The ends of the likeliest words, where ``reached`` says at which place the last word before each begins."""
    ends = []
    end = len(begins) - 1
    while end:
        ends.append(end)
        end = begins[end]
    return ends[::-1]


def reached(text: str, favoured: dict[int, list[tuple[int, int]]], favour: int = FAVOUR) -> tuple[list[int], list[int]]:
    """For each place of ``text`` what the likeliest cut of all before it scores, and where its last word begins.

    The search of ``best``, with what that is given.
    """
    words = _AFTER[favour]
    size = len(text)
    scores = [0] + [-(1 << 30)] * size
    begins = [0] * (size + 1)
    end = 0
    for char, second in zip(text, [*text[1:], ""], strict=False):
        at, end = end, end + 1
        so_far = scores[at]
        found, longest, alone = words[char + second]
        if so_far + alone > scores[end]:
            scores[end], begins[end] = so_far + alone, at
        if longest:
            for last in range(end + 1, min(size, end + longest) + 1):
                one = found.get(text[end:last])
                if one is not None and so_far + one > scores[last]:
                    scores[last], begins[last] = so_far + one, at
        if favoured and at in favoured:
            for last, one in favoured[at]:
                if so_far + one > scores[last]:
                    scores[last], begins[last] = so_far + one, at
    return scores, begins


@cache
def _simple() -> dict[int, int]:
    """The simplified character of each traditional one: rows of two characters below the first."""
    pairs = _data("simplified.txt").decode().partition("\n")[2]
    return str.maketrans(pairs[::3], pairs[1::3])


def simplified(text: str) -> str:
    """``text`` with each character simplified, as long as it was: to look words up, not to be read."""
    return text.translate(_simple())
