"""Whether a title begins another topic: what its words, and the text under it, have in common with the text above.

A subhead goes on with what was spoken of, a headline leaves it; the repetition of words tells them apart in any paper's
customs (Hearst 1997, TextTiling).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Set

from converter.structure.page import Page

_REACH = 130
"""Characters of text that are looked at on each side of a title."""
_LEAST = 60
"""Characters; less text on a side says nothing."""
_SHARES_OF_PAIRS = (0.02, 0.03, 0.055, 0.085)
_SHARES_OF_CHARACTERS = (0.2, 0.3, 0.4, 0.5)
_AMOUNTS = ("hardly any", "few", "some", "many", "most")


def topic_cues(page: Page) -> Iterator[tuple[int, str]]:
    """Line numbers and what the lines of a title have in common with the text above it. Linear in the text."""
    texts: list[str] = []
    begins, at = [], 0
    for line, title in zip(page.lines, page.titles, strict=True):
        begins.append(at)
        if not title:
            texts.append(line.text)
            at += len(line.text)
    text = "".join(texts)
    for head in sorted(page.heads):
        at = begins[head]
        above, below = text[max(0, at - _REACH) : at], text[at : at + _REACH]
        if len(above) < _LEAST:
            continue
        last = next((n for n in range(head, len(page.lines)) if not page.titles[n]), len(page.lines))
        title_chars = set().union(*[page.lines[n].text for n in range(head, last)])
        cues = [f"shares {_amount(title_chars, set(above), _SHARES_OF_CHARACTERS)} characters with the text above"]
        if len(below) >= _LEAST:
            cues.append(f"stands between texts that share {_amount(_pairs(above), _pairs(below), _SHARES_OF_PAIRS)} words")
        yield from [(number, cue) for number in range(head, last) for cue in cues]


def _pairs(text: str) -> set[int]:
    """Every two characters in a row, as the number that their UTF-16 units make: half the cost of a set of strings."""
    units = text.encode("utf-16-le", "surrogatepass")
    odd = len(units) % 4
    one, other = memoryview(units[: len(units) - odd]), memoryview(units[2 : len(units) - 2 + odd])
    return set(one.cast("I")).union(other.cast("I"))


def _amount(some: Set[object], others: Set[object], shares: tuple[float, ...]) -> str:
    """How much of the smaller set is in the other."""
    return _AMOUNTS[bisect_right(shares, len(some & others) / min(len(some), len(others)))]
