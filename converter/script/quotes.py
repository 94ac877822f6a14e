"""Quotation marks of a story in one style: “‘ ’” or 「『 』」, by how deep each pair lies.

Every mark becomes one mark, in its place. GB/T 15834—2011 4.8 wants “” and ‘’ inside them in horizontal lines, 『』 and
「」 inside them in vertical ones; Taiwan's 《重訂標點符號手冊》 「」 and 『』 inside them (``quotes.tsv``).
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from converter.press.marks import HAN, STRAIGHT
from converter.press.patterns import later
from converter.script.data import table
from converter.script.pairs import Pair, Place, match

STYLES = ("keep", "corner", "curly")
"""What can be asked for: the text's own, 「『』」 or “‘’”; ``double`` is 『「」』, of the mainland's vertical lines."""

_PAIRS = {"corner": ("「」", "『』"), "curly": ("“”", "‘’"), "double": ("『』", "「」")}
_HAN = later(f"[{HAN}]")
_SENTENCE = later("[，。；：、？！]")
_WIDE = "\u2e80"
"""The first of the characters that are set as wide as Han."""
_NEAR = 8
"""How far from a quote what stands around it is looked for, in characters."""


def default_style(language: str, vertical: bool = False) -> str:
    """The style of the language's convention in horizontal or vertical lines, ``keep`` where it has none."""
    rules = {known: (lying, standing) for known, lying, _, standing, *_ in table("quotes.tsv")}
    tags = language.lower().split("-")
    if tags[0] == "zh" and language not in rules:
        language = "zh-Hant" if "hans" not in tags and {"hant", "tw", "hk", "mo"} & {*tags} else "zh-Hans"
    outer = rules.get(language, ("", ""))[vertical]
    return next((style for style, pairs in _PAIRS.items() if outer == pairs[0]), "keep")


def requote(paragraphs: Sequence[str], style: str, straight: bool = False) -> tuple[list[str], list[Place]]:
    """The paragraphs of a story with their quotes in ``style``, each as long as before.

    Also gives the places (paragraph, character) of the marks that have no partner. Text without Han characters, Latin
    apostrophes and inches, and quotes inside Latin text are left alone; ``match`` says what ``straight`` does.
    """
    done: dict[int, list[tuple[int, str]]] = {}
    pairs = match(paragraphs, straight)
    if style != "keep":
        own = _own_marks(pairs, paragraphs, style)
        for pair in pairs:
            if not _stays(pair, paragraphs, style, own):
                _write(pair, done, style)
    lost = [
        place
        for pair in pairs
        if not pair.goes_on and not (pair.opening and pair.closing) and (place := pair.opening or pair.closing)
    ]
    return [_with(text, done[number]) if number in done else text for number, text in enumerate(paragraphs)], lost


def _write(pair: Pair, done: dict[int, list[tuple[int, str]]], style: str) -> None:
    """Add the pair's marks to those that are written, by their paragraphs and places."""
    marks = _PAIRS[style][pair.depth % 2]
    if pair.opening:
        done.setdefault(pair.opening[0], []).append((pair.opening[1], marks[0]))
    if pair.closing:
        done.setdefault(pair.closing[0], []).append((pair.closing[1], marks[1]))


def _with(text: str, marks: list[tuple[int, str]]) -> str:
    """``text`` with the ``marks`` in their places."""
    out: list[str] = []
    last = 0
    for at, mark in sorted(marks):
        out += (text[last:at], mark)
        last = at + 1
    return "".join(out) + text[last:]


def _own_marks(pairs: Sequence[Pair], paragraphs: Sequence[str], style: str) -> str:
    """The marks that a text which has them around a quote keeps there.

    They are those of the style. Its inner ones, too, set something apart (『强调』), unless the story quotes in them.
    """
    outer, inner = _PAIRS[style]
    if style == "double":
        return ""
    places = sorted(pair.opening for pair in pairs if pair.depth and pair.opening)
    quotes_in = any(
        bisect(places, pair.opening) < bisect(places, pair.closing)
        for pair in pairs
        if pair.opening and pair.closing and not pair.depth and paragraphs[pair.opening[0]][pair.opening[1]] == inner[0]
    )
    return outer if quotes_in else outer + inner


def _stays(pair: Pair, paragraphs: Sequence[str], style: str, own: str) -> bool:
    """Whether the pair keeps its marks: it is Latin text's, one of the text's ``own``, or a sign."""
    here, at = pair.opening or pair.closing or (0, 0)
    text, inner = paragraphs[here], _inside(pair, paragraphs)
    if inner is not None and not _HAN.search(inner):
        end = at + len(inner) + 1
        if _in_latin(text, at, end) or text[at] in STRAIGHT and not _touches_wide(text, at, end):
            return True
    if pair.depth:
        return False
    return text[at] in own or text[at] in "「」『』" and inner is not None and _is_sign(inner, text)


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
    before, after = text[max(0, start - _NEAR) : start].rstrip(), text[end + 1 : end + 1 + _NEAR].lstrip()
    around = before[-1:] + after[:1]
    return len(around) == 2 and around.isascii() and any(map(str.isalpha, around))


def _touches_wide(text: str, start: int, end: int) -> bool:
    """Whether a character as wide as Han stands beside ``text[start : end + 1]``, with no space between."""
    return any(char >= _WIDE for char in text[max(0, start - 1) : start] + text[end + 1 : end + 2])
