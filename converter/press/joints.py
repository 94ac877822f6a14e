"""How two lines are joined: nothing between Han, a space between Latin words, a hyphen that goes or stays."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from converter.model import Run
from converter.press.compounds import keeps_its_hyphen
from converter.press.patterns import later

_HYPHENATED = later(r"[a-z]-$")
_LOWER = later(r"[a-z]")
_WORD_END = later(r"[A-Za-z][,.;:!?]?$")
_WORD_START = later(r"[A-Za-z]")


def joints(texts: Sequence[str], words: Container[str] = ()) -> list[str]:
    """The lines of one block, to be put side by side: nothing is put between Han, a space between two Latin words.

    A hyphen that broke a Latin word at the line's end goes, when lower-case letters stand on both sides of it; that of
    a compound stays. ``words`` are the page's, which tell the two apart.
    """
    pieces = list(texts[:1])
    for text in texts[1:]:
        above = pieces[-1]
        if is_broken(above, text):
            pieces[-1] = above if keeps_its_hyphen(above, text, words) else above[:-1]
        elif text[:1].isascii() and _WORD_START.match(text) and _WORD_END.search(above, max(0, len(above) - 2)):
            text = " " + text
        pieces.append(text)
    return pieces


def is_broken(above: str, below: str) -> bool:
    """Whether a hyphen at a line's end stands in a Latin word: lower-case letters are on both sides of it."""
    return above[-1:] == "-" and bool(_HYPHENATED.search(above, max(0, len(above) - 2)) and _LOWER.match(below))


def joined(lines: Sequence[tuple[Run, ...]], words: Container[str] = ()) -> Iterator[Run]:
    """The runs of lines that are put side by side, as ``joints`` says: with a space before, or the hyphen gone."""
    texts = ["".join(run.text for run in line) for line in lines]
    for line, text, piece in zip(lines, texts, joints(texts, words), strict=True):
        spaced = piece[:1] == " " != text[:1]
        if spaced:
            yield Run(" ")
        left = len(piece) - spaced
        for run in line:
            yield replace(run, text=run.text[:left])
            left -= len(run.text[:left])
