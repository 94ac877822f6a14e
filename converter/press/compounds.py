"""Whether the hyphen at a line's end is the word's own (well-known), or only broke it (infor-mation)."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from converter.press.lexicon import lists
from converter.press.patterns import later

_WORD = later(r"(?<![A-Za-z0-9-])[A-Za-z]+(?:-[A-Za-z]+)*(?![A-Za-z0-9-])")
_HALF = later(r"[A-Za-z]+(?:-[A-Za-z]+)*-$")
_REST = later(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def words_of(lines: Sequence[str]) -> frozenset[str]:
    """The Latin words that stand whole in the lines, in small letters, with their hyphens."""
    found: set[str] = set()
    above = ""
    for line in lines:
        rest = _REST.match(line) if above.endswith("-") else None
        found.update(word.lower() for word in _WORD.findall(line, rest.end() if rest else 0))
        above = line
    return frozenset(found)


def keeps_its_hyphen(above: str, below: str, words: Container[str] = ()) -> bool:
    """Whether ``above``, which ends in a hyphen after a Latin word, and ``below`` have a compound between them.

    ``words`` are those of the page: it may have the word with its hyphen or without, or both halves as words. Where it
    has neither, a few parts that compounds are made of tell it; any other hyphen broke the word.
    """
    half, rest = _HALF.search(above), _REST.match(below)
    if not half or not rest:
        return False
    first, last = half[0][:-1].lower(), rest[0].lower()
    if f"{first}-{last}" in words:
        return True
    if first + last in words:
        return False
    return (first in words and last in words) or _is_compound(first, last.partition("-")[0])


def _is_compound(first: str, last: str) -> bool:
    """Whether compounds have such parts; ``first`` may be some parts of one."""
    *others, part = first.split("-")
    if others:
        return _is("stands between the hyphens of one", part)
    if _is("is no word but opens one", part) or _is("is no word but ends one", last):
        return False
    if _is("a number of tens", part):
        return _is("a number that follows tens", last)
    return _is("stands first in one", part) or _is("stands last in one", last)


def _is(what: str, word: str) -> bool:
    return word in _parts()[what]


@cache
def _parts() -> dict[str, frozenset[str]]:
    found = lists(__package__, "compounds", traditional=False)
    return {key: frozenset(words) for (key,), words in found.items()}
