"""著 of a traditional text in simplified characters: 着 after a verb (看着书), 著 in the words of writing (著名, 原著).

OpenCC takes the longest phrase from the left, and finds 著書 in 看著書 and 著名 in 拿著名片. Here the likelier cut into
words decides, as in ``words.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise, product

from converter.press.dictionary import best
from converter.press.marks import HAN
from converter.script.words import MARGIN, han

ALONE = -4
"""What 着 loses as a word of its own, in half bits: it needs a verb, which words don't tell."""

TOGETHER = 3
"""How many are told together; each doubles what has to be compared."""


def particles(before: str, after: str, kept: Iterable[tuple[int, int]]) -> str:
    """``after``, which ``before`` became, as long: each 著 of ``before`` as 着 or 著, whichever is likelier.

    The ``kept`` stretches stay. What follows a kept stretch at once is its work: a person's name, then 著. Those that
    stand near each other are told together (看着名著), at most ``TOGETHER`` of them.
    """
    out = [*after]
    spans = list(kept)
    inside, ends = {at for span in spans for at in range(*span)}, {end for _, end in spans}
    near: list[int] = []
    for at in (hit.start() for hit in re.finditer("著", before)):
        if at in inside:
            continue
        if at in ends and not han(before[at + 1 : at + 2]):
            out[at] = "著"
            continue
        if near and (at - near[-1] > MARGIN or len(near) == TOGETHER):
            _write(out, near)
            near = []
        near.append(at)
    if near:
        _write(out, near)
    return "".join(out)


def _write(text: list[str], places: list[int]) -> None:
    """Put the likeliest characters at the places of the text."""
    start, stop = max(0, places[0] - MARGIN), places[-1] + 1 + MARGIN
    here = [at - start for at in places]
    choices = [_with(text[start:stop], here, chars) for chars in product("着著", repeat=len(places))]
    likeliest: list[str] = max(choices, key=_score)
    text[start:stop] = likeliest


def _with(text: list[str], places: list[int], chars: tuple[str, ...]) -> list[str]:
    out = [*text]
    for at, char in zip(places, chars, strict=True):
        out[at] = char
    return out


def _score(text: list[str]) -> int:
    """How likely the words of a stretch of text are."""
    total = 0
    for clause in re.findall(f"[{HAN}]+", "".join(text)):
        ends, score = best(clause, {})
        words = [clause[one:two] for one, two in pairwise([0, *ends])]
        total += score + ALONE * words.count("着")
    return total
