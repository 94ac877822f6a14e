"""The words of ``words.tsv`` as patterns: what sites, papers and elements say, in both scripts."""

from __future__ import annotations

import re

from converter.press import lexicon
from converter.press.lexicon import any_of, lists


def pattern(subject: str, *shapes: str) -> re.Pattern[str]:
    """A pattern of one of the ``shapes`` with the words of a ``subject`` in them."""
    return lexicon.pattern(__package__, subject, *shapes)


def names(*kinds: str) -> str:
    """A pattern of what elements of ``kinds`` are called; in the table - may be _ or nothing, * is more letters."""
    called = any_of(word for kind in kinds for word in lists(__package__, "words")["element", kind])
    return called.replace(r"\-", "[-_]?").replace(r"\*", r"\w*")
