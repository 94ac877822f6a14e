"""Lists of words as data, in both scripts.

``NAME.tsv`` is written by hand: a row a list, its words last, with blanks between, in simplified characters; the
columns before them are the list's key. ``NAME.hant.tsv`` beside it has the same lists in traditional characters, and is
made by ``tools/make/hant.py``. A package that reads a table names itself (``__package__``), and nobody else reads it.

A pattern names the words that it is made of (``pattern``), so that neither script stands in it.

What newspaper people know is listed in this package alone, and another table names such a list: ``<reporter>`` stands
for each word of that kind in ``posts.tsv``, ``houses.tsv`` or ``places.tsv``, ``本报<reporter>`` for each after 本报.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pkgutil import get_data

from converter.press.patterns import later

Key = tuple[str, ...]

_SHARED = ("posts", "places", "houses")
_NAMED = later("<([a-z-]+)>")
_SAID = later("(?<!P)<([a-z ]+)>")


@cache
def lists(package: str, name: str, traditional: bool = True) -> dict[Key, tuple[str, ...]]:
    """The lists of ``NAME.tsv`` in ``package`` by their keys, simplified, then ``traditional``."""
    found: dict[Key, tuple[str, ...]] = {}
    for file in (f"{name}.tsv", f"{name}.hant.tsv")[: 1 + traditional]:
        for row in (get_data(package, file) or b"").decode().splitlines():
            if row and row[0] != "#":
                *key, words = row.split("\t")
                spelt = _spelt_out(words.split(" "), traditional) if "<" in words else words.split(" ")
                found[tuple(key)] = (*found.get(tuple(key), ()), *spelt)
    return found


def _spelt_out(words: Iterable[str], traditional: bool) -> Iterator[str]:
    """The words, and where one names a list (``<reporter>：``) each word of that in its place."""
    for word in words:
        if named := _NAMED.search(word) if "<" in word else None:
            for one in _shared(traditional)[named[1]]:
                yield word[: named.start()] + one + word[named.end() :]
        else:
            yield word


@cache
def _shared(traditional: bool) -> dict[str, tuple[str, ...]]:
    """The lists that other tables may name."""
    return {key[0]: words for name in _SHARED for key, words in lists(__package__, name, traditional).items()}


def any_of(words: Iterable[str]) -> str:
    """A pattern of one of the words, the longest first; what a pattern means otherwise stands for itself."""
    return f"(?:{'|'.join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word)))})"


def pattern(
    package: str, subject: str, *shapes: str, needs: Callable[[], Collection[str]] | None = None
) -> re.Pattern[str]:
    """A pattern of one of the ``shapes``: in them ``<begins>`` is one of the words that ``begins`` a ``subject``.

    The words are those of the ``words.tsv`` of ``package``; ``needs`` is that of ``later``.
    """

    def made() -> str:
        tables = lists(package, "words")
        return "|".join(_SAID.sub(lambda name: any_of(tables[subject, name[1]]), shape) for shape in shapes)

    return later(made, needs=needs)
