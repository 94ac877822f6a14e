"""Lists of words as data, in both scripts.

``NAME.tsv`` is written by hand: a row a list, its words last, with blanks between, in simplified characters; the columns before
them are the list's key. ``NAME.hant.tsv`` beside it has the same lists in traditional characters, and is made by
``tools/make/hant.py``. A package that reads a table names itself (``__package__``), and nobody else reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pkgutil import get_data

Key = tuple[str, ...]


@cache
def lists(package: str, name: str) -> dict[Key, tuple[str, ...]]:
    """The lists of ``NAME.tsv`` in ``package`` by their keys, the simplified words first."""
    found: dict[Key, tuple[str, ...]] = {}
    for file in (f"{name}.tsv", f"{name}.hant.tsv"):
        for row in (get_data(package, file) or b"").decode().splitlines():
            if row and row[0] != "#":
                *key, words = row.split("\t")
                found[tuple(key)] = (*found.get(tuple(key), ()), *words.split(" "))
    return found


def any_of(words: Iterable[str]) -> str:
    """A pattern of one of the words, the longest first; what a pattern means otherwise stands for itself."""
    return f"(?:{'|'.join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word)))})"
