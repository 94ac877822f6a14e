"""Where a headline may be broken: between words, as an editor does it; marks that browsers would begin a line with."""

from __future__ import annotations

import re
from functools import lru_cache

from converter.press.lexicon import any_of
from converter.press.marks import CLINGING, LETTER, OPENING, escaped, is_han
from converter.press.patterns import later
from converter.press.posts import words_of
from converter.writers.markup.words import DOTS, begins, words

_OPENING, _CLOSING = escaped(OPENING), escaped(CLINGING)
UNIT = later(
    rf"([{_OPENING}]*)"
    rf"([0-9A-Za-z]+(?:[.,:/+%'-]+[0-9A-Za-z]+)*[.+]?|&\w+;|{LETTER}+(?:[{DOTS}]{LETTER}+)*|.)"
    rf"([{_CLOSING}]*\s*)",
    re.DOTALL,
)
"""What is never broken: a character, a number (二〇二四 with what it counts) or a Latin word, with the marks that cling
to it (clreq, 3.1.3)."""

TAG = later("(<[^>]*>|\0[^\0]*\0.)")
"""What is no text: a tag, or the place of a note's number (``notes.py``)."""

SHORT, LONG = 8, 1000
"""Characters of a heading that goes into any line, and of the longest that is taken for one."""

BETWEEN = "·‧～–—"
JOINT = later(r"([^\s<>&;—])([·‧～–]|—(?!—))")
"""A mark between two names or numbers: no line begins with it (clreq, 3.1.3), but browsers take it for a letter."""


WIDE = later(rf"(?<!{LETTER})({LETTER})\s+({LETTER})(?={any_of(words_of('camera'))}|(?!{LETTER}))")
APART = later(rf"(?<={LETTER}) +(?={LETTER})")


SPREAD = later(rf"(?<!{LETTER}){LETTER}(?:\s+{LETTER}){{2,}}(?!{LETTER})|^\s*{LETTER}\s+{LETTER}\s*$")
"""Three characters or more that stand apart, or two that are all: a headline that was set as wide as its column."""


def is_solid(text: str) -> bool:
    """Whether ``text`` has neither a blank nor anything else that is not seen, as most Chinese text: quickly told."""
    return " " not in text and text.isprintable()  # no other blank is printable


def closed_up(title: str) -> str:
    """``title`` with what was set wide in one piece (逆 势 增 长): on a narrow page it would be pulled apart."""
    return title if is_solid(title) else SPREAD.sub(lambda spread: "".join(spread[0].split()), title)


def names_set(text: str, apart: bool = False) -> str:
    """``text`` with each name of two characters that is set wide (柳　溪) in one piece: no line is broken in it.

    ``apart`` sets what stands between names as wide as a character, as a byline has it.
    """
    if is_solid(text):
        return text
    text = WIDE.sub("\\1\u00a0\\2", text)
    return APART.sub("\u3000", text) if apart else text


def tied(markup: str) -> str:
    """Text without tags, with each mark of ``BETWEEN`` tied to what stands before it."""
    for mark in BETWEEN:
        if mark in markup:
            return JOINT.sub(r'<span class="tied">\1\2</span>', markup)
    return markup


def phrased(markup: str, mark: str) -> str:
    """A heading's ``markup`` with ``mark`` (HTML's ``wbr``) where it may be broken, if it may be too long for a line.

    The style sheet forbids any other place (CSS Text 3, 5.2: keep-all).
    """
    pieces = TAG.split(markup)
    if not SHORT < sum(map(len, pieces[::2])) <= LONG:
        return markup
    pieces[::2] = [_marked(text, mark) for text in pieces[::2]]
    return "".join(pieces)


@lru_cache(1024)  # a book's front pages say its headlines again
def _marked(text: str, mark: str) -> str:
    return mark.join(phrases(text))


def phrases(text: str) -> list[str]:
    """``text`` in parts between which a line may be broken; together they are the text."""
    found: list[str] = []
    goes_on = False
    for unit in UNIT.finditer(text):
        before, core, after = unit.groups()
        parts = [*words(core)] if is_han(core[0]) else [core]
        parts[0] = before + parts[0]
        parts[-1] += after
        if goes_on and not before and (is_han(core[0]) or core[0].isalnum()):
            found[-1] += parts.pop(0)
        found += parts
        goes_on = not after and (core[-1].isdigit() if not is_han(core[0]) else begins(parts[-1] if parts else core))
    return found
