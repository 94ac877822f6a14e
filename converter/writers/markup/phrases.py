"""Where a headline may be broken: between words, as an editor does it; marks that browsers would begin a line with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from converter.press.bonds import bound
from converter.press.lexicon import any_of
from converter.press.marks import CLINGING, LETTER, OPENING, escaped, is_han
from converter.press.numbers import HAN_DIGIT
from converter.press.posts import words_of

_OPENING, _CLOSING = escaped(OPENING), escaped(CLINGING)
UNIT = re.compile(
    rf"[{_OPENING}]*"
    rf"(?:[0-9A-Za-z]+(?:[.,:/+%'-]+[0-9A-Za-z]+)*|&\w+;|[{HAN_DIGIT}]*〇[{HAN_DIGIT}]*\w?|.)"
    rf"[{_CLOSING}]*\s*",
    re.DOTALL,
)
"""What is never broken: a character, a number (二〇二四 with what it counts) or a Latin word, with the marks that cling
to it (clreq, 3.1.3)."""

TAG = re.compile("(<[^>]*>|\0[^\0]*\0.)")
"""What is no text: a tag, or the place of a note's number (``notes.py``)."""

SHORT, LONG = 8, 1000
"""Characters of a heading that goes into any line, and of the longest that is taken for one."""

ENDINGS = "的了着著过過们們得地"
"""Lone characters that go with the word before them; others go with the word after (在中国)."""

NAME = 3
"""Lone characters in a row that are taken for a word, mostly somebody's name."""


BETWEEN = "·‧～–—"
JOINT = re.compile(r"([^\s<>&;—])([·‧～–]|—(?!—))")
"""A mark between two names or numbers: no line begins with it (clreq, 3.1.3), but browsers take it for a letter."""


WIDE = re.compile(rf"(?<!{LETTER})({LETTER})\s+({LETTER})(?={any_of(words_of('camera'))}|(?!{LETTER}))")
APART = re.compile(rf"(?<={LETTER}) +(?={LETTER})")


def names_set(text: str, apart: bool = False) -> str:
    """``text`` with each name of two characters that is set wide (柳　溪) in one piece: no line is broken in it.

    ``apart`` sets what stands between names as wide as a character, as a byline has it.
    """
    text = WIDE.sub("\\1\u00a0\\2", text)
    return APART.sub("\u3000", text) if apart else text


def tied(markup: str) -> str:
    """Text without tags, with each mark of ``BETWEEN`` tied to what stands before it."""
    if not any(mark in markup for mark in BETWEEN):
        return markup
    return JOINT.sub(r'<span class="tied">\1\2</span>', markup)


def phrased(markup: str, mark: str) -> str:
    """A heading's ``markup`` with ``mark`` (HTML's ``wbr``) where it may be broken, if it may be too long for a line.

    The style sheet forbids any other place (CSS Text 3, 5.2: keep-all).
    """
    pieces = TAG.split(markup)
    if not SHORT < sum(map(len, pieces[::2])) <= LONG:
        return markup
    pieces[::2] = [mark.join(phrases(text)) for text in pieces[::2]]
    return "".join(pieces)


def phrases(text: str) -> list[str]:
    """``text`` in parts between which a line may be broken; together they are the text."""
    stretches: list[list[str]] = [[]]
    for unit in UNIT.findall(text):
        last, first = (stretches[-1][-1][-1:] if stretches[-1] else ""), unit[0]
        both_han = is_han(last) and is_han(first)
        if (both_han and bound(last, first)) or (last.isdigit() and is_han(first)):
            stretches[-1][-1] += unit
        elif both_han or not last:
            stretches[-1].append(unit)
        else:
            stretches.append([unit])
    return [phrase for words in stretches for phrase in _with_lone_ones(words)]


def _with_lone_ones(words: Iterable[str]) -> Iterator[str]:
    """The words, with the characters between them that stand alone."""
    done: list[str] = []
    lone: list[str] = []
    for word in words:
        if sum(map(str.isalnum, word)) > 1:
            done += ["".join(lone) + word] if len(lone) == 1 else ["".join(lone), word]
            lone = []
        elif word[0] in ENDINGS and done and not lone:
            done[-1] += word
        else:
            lone.append(word)
            if len(lone) == NAME:
                done.append("".join(lone))
                lone = []
    if len(lone) == 1 and done:
        done[-1] += lone.pop()
    return filter(None, [*done, "".join(lone)])
