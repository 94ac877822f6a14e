"""Whether a title begins another topic: what its words, and the text under it, have in common with the text above.

A subhead goes on with what was spoken of, a headline leaves it; the repetition of words tells them apart in any paper's
customs (Hearst 1997, TextTiling).
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator

from converter.structure.cues.measures import Page

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
    begins, at = array("I"), 0
    for line, title in zip(page.lines, page.titles, strict=True):
        begins.append(at)
        if not title:
            texts.append(line.text)
            at += len(line.text)
    text = "".join(texts)
    for head in sorted(page.heads):
        at = begins[head]
        first, end = max(0, at - _REACH), min(len(text), at + _REACH)
        if at - first < _LEAST:
            continue
        last = next((n for n in range(head, len(page.lines)) if not page.titles[n]), len(page.lines))
        chars, above = set().union(*[page.lines[n].text for n in range(head, last)]), text[first:at]
        share = len(chars.intersection(above)) / len(chars)
        cues = [f"shares {_amount(share, _SHARES_OF_CHARACTERS)} characters with the text above"]
        if end - at >= _LEAST:
            pairs, others = _pairs(above), _pairs(text[at:end])
            share = len(pairs & others) / min(len(pairs), len(others))
            cues.append(f"stands between texts that share {_amount(share, _SHARES_OF_PAIRS)} words")
        yield from [(number, cue) for number in range(head, last) for cue in cues]


def _pairs(text: str) -> set[int]:
    """Every two characters of a text in a row, as numbers of their UTF-32: far cheaper than strings."""
    units = memoryview(text.encode("utf-32-le", "surrogatepass"))
    even = units[: 4 * (len(text) - len(text) % 2)].cast("Q")
    odd = units[4 : 4 * (len(text) - 1 + len(text) % 2)].cast("Q")
    return set(even).union(odd)


def _amount(share: float, shares: tuple[float, ...]) -> str:
    return _AMOUNTS[bisect_right(shares, share)]
