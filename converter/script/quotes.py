"""Quotation marks: “‘ ’” and 「『 』」, nested by a stack over the runs and paragraphs of a story.

Every mark becomes one mark, in its place. GB/T 15834—2011 4.8 wants “” and ‘’ inside them in horizontal lines, 『』 and
「」 inside them in vertical ones; Taiwan's 《重訂標點符號手冊》 「」 and 『』 inside them (``quotes.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from converter.press.marks import HAN, QUOTES
from converter.script.data import table

STYLES = ("keep", "corner", "curly")
"""What can be asked for: the text's own, 「『』」 or “‘’”; ``double`` is 『「」』, of the mainland's vertical lines."""

_PAIRS = {"corner": ("「」", "『』"), "curly": ("“”", "‘’"), "double": ("『』", "「」")}
_CLOSE = {close: opening for opening, close in QUOTES.items()}
_MARKS = re.compile(f'["{"".join((*QUOTES, *QUOTES.values()))}]')
_HAN = re.compile(f"[{HAN}]")
_SENTENCE = re.compile("[，。；：、？！]")


Place = tuple[int, int]
"""A paragraph's number and a character's in it."""


class Pair(NamedTuple):
    """An opening mark and its closing one; ``depth`` counts the quotes around it.

    One of the two is None where the mark has no partner, or where the quote ``goes_on``: the next paragraph opens it
    anew.
    """

    opening: Place | None
    closing: Place | None
    depth: int
    goes_on: bool = False


def default_style(language: str, vertical: bool = False) -> str:
    """The style of the language's convention in horizontal or vertical lines, ``keep`` where it has none."""
    rules = {known: (lying, standing) for known, lying, _, standing, *_ in table("quotes.tsv")}
    tags = language.lower().split("-")
    if tags[0] == "zh" and language not in rules:
        language = "zh-Hant" if "hans" not in tags and {"hant", "tw", "hk", "mo"} & {*tags} else "zh-Hans"
    outer = rules.get(language, ("", ""))[vertical]
    return next((style for style, pairs in _PAIRS.items() if outer == pairs[0]), "keep")


def requote(paragraphs: Sequence[str], style: str) -> tuple[list[str], list[Place]]:
    """The paragraphs of a story with their quotes in ``style``, each as long as before.

    Also gives the places (paragraph, character) of the marks that have no partner. Text without Han characters, Latin
    apostrophes and inches, and quotes inside Latin text are left alone.
    """
    done: dict[int, list[str]] = {}
    pairs = match(paragraphs)
    if style != "keep":
        for pair in pairs:
            _write(pair, paragraphs, done, style)
    lost = [
        place
        for pair in pairs
        if not pair.goes_on and not (pair.opening and pair.closing) and (place := pair.opening or pair.closing)
    ]
    return ["".join(done[number]) if number in done else text for number, text in enumerate(paragraphs)], lost


def _write(pair: Pair, paragraphs: Sequence[str], done: dict[int, list[str]], style: str) -> None:
    """Put the pair's marks into the paragraphs that are ``done``, unless they stay."""
    if _stays(pair, paragraphs, style):
        return
    marks = _PAIRS[style][pair.depth % 2]
    for place, mark in zip((pair.opening, pair.closing), marks, strict=True):
        if place:
            if place[0] not in done:
                done[place[0]] = [*paragraphs[place[0]]]
            done[place[0]][place[1]] = mark


def _stays(pair: Pair, paragraphs: Sequence[str], style: str) -> bool:
    """Whether the pair keeps its marks: it is Latin text's, or what ``style`` leaves as it is."""
    here, at = pair.opening or pair.closing or (0, 0)
    text, inner = paragraphs[here], _inside(pair, paragraphs)
    if inner is not None and not _HAN.search(inner) and _in_latin(text, at, at + len(inner) + 1):
        return True
    if style == "corner":
        return pair.depth == 0 and text[at] in "「」『』"  # a traditional text's own, or 「侨」 in a simplified one
    is_sign = inner is not None and pair.depth == 0 and _is_sign(inner, text)
    return text[at] in "「」" and is_sign if style == "double" else text[at] in "“”‘’" or is_sign


def _inside(pair: Pair, paragraphs: Sequence[str]) -> str | None:
    """What the quote holds, where it begins and ends in one paragraph."""
    if not pair.opening or not pair.closing or pair.opening[0] != pair.closing[0]:
        return None
    return paragraphs[pair.opening[0]][pair.opening[1] + 1 : pair.closing[1]]


def _is_sign(inner: str, text: str) -> bool:
    """Whether a quote is one character of a headline: there a pun keeps its corners in any script (凝聚「侨」心)."""
    return len(inner) == 1 and bool(_HAN.match(inner)) and not _SENTENCE.search(text)


def _in_latin(text: str, start: int, end: int) -> bool:
    """Whether what stands around ``text[start : end + 1]`` is Latin on both sides."""
    before, after = text[:start].rstrip(), text[end + 1 :].lstrip()
    around = before[-1:] + after[:1]
    return len(around) == 2 and around.isascii() and any(map(str.isalpha, around))


def match(paragraphs: Sequence[str]) -> list[Pair]:
    """The quotes of a story.

    A quote that is open at a paragraph's end goes on where the next one opens anew or closes it. A mark that opens what
    is open at the top of the stack shows that the first was never closed: nested quotes alternate, ‘ inside “.
    """
    found: list[Pair] = []
    stack: list[tuple[str, Place]] = []
    for number, text in enumerate(paragraphs):
        here = _marks(text)
        if not here and not stack:
            continue
        if stack and _opens_anew(stack[0][0], here, text):
            found += _left(stack, 0, goes_on=True)
        elif stack and not _closes(stack[0][0], here):
            found += _left(stack, 0)
        for at, mark in here:
            if mark in QUOTES:
                if stack and stack[-1][0] == mark:
                    found += _left(stack, len(stack) - 1)
                stack.append((mark, (number, at)))
            elif opening := [level for level, (one, _) in enumerate(stack) if one == _CLOSE[mark]]:
                found += _left(stack, opening[-1] + 1)
                found.append(Pair(stack.pop()[1], (number, at), opening[-1]))
            else:
                found.append(Pair(None, (number, at), _depth(mark)))
    return found + _left(stack, 0)


def _left(stack: list[tuple[str, Place]], level: int, goes_on: bool = False) -> list[Pair]:
    """The quotes of the stack from ``level`` on, taken from it, as pairs without an end, or with one further on."""
    found = [
        Pair(place, None, number if goes_on else _depth(mark), goes_on)
        for number, (mark, place) in enumerate(stack[level:], level)
    ]
    del stack[level:]
    return found


def _depth(mark: str) -> int:
    """How deep a mark without a partner is taken to be: as its form says."""
    return int(mark in "‘’『』﹃﹄")


def _opens_anew(outer: str, here: list[tuple[int, str]], text: str) -> bool:
    """Whether a paragraph begins with the mark of the quote that is open."""
    return bool(here) and here[0][1] == outer and not text[: here[0][0]].strip()


def _closes(outer: str, here: list[tuple[int, str]]) -> bool:
    """Whether a paragraph closes the open quote before it opens another of its kind."""
    return next((mark == QUOTES[outer] for _, mark in here if mark in (outer, QUOTES[outer])), False)


def _marks(text: str) -> list[tuple[int, str]]:
    """The quotes of a paragraph, straight ones as “ and ”; none where it has no Han character."""
    if not _MARKS.search(text) or not _HAN.search(text):
        return []
    straight = _straight(text) if '"' in text else {}
    found: list[tuple[int, str]] = []
    single = 0
    for hit in _MARKS.finditer(text):
        at, mark = hit.start(), hit.group()
        if mark == '"':
            if at not in straight:
                continue
            mark = straight[at]
        if mark in "‘’":
            if _is_apostrophe(text[:at], text[at + 1 :], mark == "’" and not single):
                continue
            single += 1 if mark == "‘" else -1
        found.append((at, mark))
    return found


def _straight(text: str) -> dict[int, str]:
    """The straight quotes that are a Chinese text's own, opening and closing by turns; none where any is in doubt.

    Each pair holds Han characters or stands between them; a mark after a digit is inches, one amid Latin text Latin.
    """
    places = [at for at, char in enumerate(text) if char == '"' and not text[max(0, at - 1) : at].isdigit()]
    found: dict[int, str] = {}
    for start, end in zip(places[::2], places[1::2], strict=False):
        around = text[max(0, start - 1) : start] + text[end + 1 : end + 2]
        if not _HAN.search(text, start, end) and not any(char >= "\u2e80" for char in around):
            continue
        if text[start + 1].isspace() or text[end - 1].isspace():
            return {}
        found |= {start: "“", end: "”"}
    return found if len(places) % 2 == 0 else {}


def _is_apostrophe(before: str, after: str, can_end: bool) -> bool:
    """Whether a single quote is an apostrophe of Latin text: inside a word; where none is open, beside one (’90s)."""
    left, right = _is_latin(before[-1:]), _is_latin(after[:1])
    return left and right or can_end and (left or right)


def _is_latin(char: str) -> bool:
    return char.isalnum() and ord(char) < 0x2E80
