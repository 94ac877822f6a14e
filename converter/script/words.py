"""OpenCC's phrases and ours, by their first characters, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from converter.press.marks import HAN
from converter.script.data import rows, spellings

MARGIN = 6
"""How far beside a phrase words are looked for, in characters."""

NAME = -20
"""The score of a known person's name: common in the document that names him."""

_RUN = re.compile(f"[{HAN}]+")

Phrases = dict[str, set[str]]
"""Phrases by their first two characters."""


@cache
def phrases() -> Phrases:
    """OpenCC's phrases and our spellings."""
    found: Phrases = {}
    for row in rows("phrases.txt"):
        found.setdefault(row[:2], set()).add(row[: row.index("\t")])
    return with_more(found, spellings())


@cache
def local_wordings() -> Phrases:
    """What the ``*p`` configurations put other words for."""
    return with_more({}, rows("localisms.txt"))


def with_more(known: Phrases, more: Iterable[str]) -> Phrases:
    """The phrases and ``more``."""
    found = {**known}
    for word in more:
        found[word[:2]] = found.get(word[:2], set()) | {word}
    return found


def han(text: str) -> int:
    """How many Han characters ``text`` begins with."""
    run = _RUN.match(text)
    return run.end() if run else 0
