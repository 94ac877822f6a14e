"""The words of ``words.tsv`` as patterns: what sites, papers and elements say, in both scripts."""

from __future__ import annotations

import re

from converter.press.lexicon import any_of, lists

_NAMED = re.compile("<([a-z ]+)>")


def pattern(subject: str, *shapes: str) -> re.Pattern[str]:
    """A pattern of one of the ``shapes``: in them ``<begins>`` is one of the words that ``begins`` a ``subject``."""
    tables = lists(__package__, "words")
    return re.compile("|".join(_NAMED.sub(lambda name: any_of(tables[subject, name[1]]), shape) for shape in shapes))


def names(*kinds: str) -> str:
    """A pattern of what elements of ``kinds`` are called; in the table - may be _ or nothing, * is more letters."""
    called = any_of(word for kind in kinds for word in lists(__package__, "words")["element", kind])
    return called.replace(r"\-", "[-_]?").replace(r"\*", r"\w*")
