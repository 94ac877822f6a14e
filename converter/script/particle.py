"""著 of a traditional text in simplified characters: 着 after a verb (看着书), 著 in the words of writing (著名, 原著).

OpenCC takes the longest phrase from the left, and finds 著書 in 看著書 and 著名 in 拿著名片. Here the likelier cut into
words decides, as in ``words.py``.
"""

from __future__ import annotations

from collections.abc import Iterable

from converter.script.words import FAVOUR, MARGIN, best, han

ALONE = -4
"""What 着 loses as a word of its own, in half bits: it needs a verb, which words don't tell."""


def particles(before: str, after: str, kept: Iterable[tuple[int, int]]) -> str:
    """``after``, which ``before`` became, as long: each 著 of ``before`` as 着 or 著, whichever is likelier.

    The ``kept`` stretches stay. What follows a kept stretch at once is its work: a person's name, then 著.
    """
    out = [*after]
    spans = list(kept)
    for at, char in enumerate(before):
        if char != "著" or any(start <= at < end for start, end in spans):
            continue
        works = any(end == at for _, end in spans) and not han(before[at + 1 : at + 2])
        out[at] = "著" if works or _score(out, at, "著") > _score(out, at, "着") else "着"
    return "".join(out)


def _score(text: list[str], at: int, char: str) -> int:
    """How likely the words around ``at`` are with ``char`` there."""
    left, right = "".join(text[max(0, at - MARGIN) : at]), "".join(text[at + 1 : at + 1 + MARGIN])
    left = left[len(left) - han(left[::-1]) :]
    ends, score = best(left + char + right[: han(right)], {}, FAVOUR)
    alone = len(left) + 1 in ends and (not left or len(left) in ends)
    return score + (ALONE if alone and char == "着" else 0)
