"""Half-width and makeshift punctuation of Chinese text in its proper form, where it is asked for.

The code points are those of the W3C's *Requirements for Chinese Text Layout* (clreq, 3.1) and GB/T 15834—2011: 破折号
two U+2014, 省略号 two U+2026, 间隔号 U+00B7. A mark between Latin letters or digits is theirs and stays, and so does an
address.
"""

from __future__ import annotations

import re

from converter.press.marks import HAN, WIDE
from converter.script.passage import addresses

_CJK = f"{WIDE}·"
_WIDE = dict(zip(",:;!?", "，：；！？", strict=True))
_RULES = (
    # what is found, and what is put for it; an empty one is the mark's own wide form
    (re.compile(f"(?<=[{_CJK})])[,:;!?](?=[{_CJK}\\s]|$)"), ""),
    (re.compile(f"(?<=[{HAN}])[,:;!?](?=[{_CJK}A-Za-z0-9\"'(])"), ""),
    (re.compile(f"(?<=[A-Za-z0-9%)\"'])[,:;!?](?=[{HAN}])"), ""),
    (re.compile(f"(?<=[{_CJK}])(?:\\.{{3,}}|。{{3,}}|(?<!…)…(?!…))"), "……"),
    (re.compile(f"(?<=[{_CJK}])-{{2,}}"), "——"),
    (re.compile(f"(?<=[{HAN}])[•‧・．∙⋅](?=[{HAN}])"), "·"),
)
_BRACKETS = re.compile(r"\(([^()]*)\)")

Edit = tuple[int, int, str]
"""What is put for the characters from one place to another."""


def edits(text: str) -> list[Edit]:
    """The changes that give ``text`` its proper punctuation, in order; none overlap."""
    found = [(*hit.span(), mark or _WIDE[hit.group()]) for rule, mark in _RULES for hit in rule.finditer(text)]
    for hit in _BRACKETS.finditer(text):
        around = text[: hit.start()][-1:] + text[hit.end() :][:1]
        if re.search(f"[{HAN}]", hit.group(1)) or len(around) == 2 and re.fullmatch(f"[{_CJK}]+", around):
            found += [(hit.start(), hit.start() + 1, "（"), (hit.end() - 1, hit.end(), "）")]
    kept: list[Edit] = []
    whole = addresses(text)
    for edit in sorted(found):
        if (not kept or edit[0] >= kept[-1][1]) and not any(start <= edit[0] < end for start, end in whole):
            kept.append(edit)
    return kept


def punctuate(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts of one block's runs with proper punctuation; a mark stays in the run where it begins."""
    out = [[*text] for text in texts]
    places = [(run, at) for run, text in enumerate(texts) for at in range(len(text))]
    for start, end, mark in edits("".join(texts)):
        for (run, at), new in zip(places[start:end], [mark, *[""] * (end - start - 1)], strict=True):
            out[run][at] = new
    return tuple("".join(text) for text in out)
