"""Who wrote an article, as the lines of its head and foot, and what the page says of itself, tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from converter.press.lexicon import any_of
from converter.press.marks import LETTER
from converter.press.names import is_name
from converter.press.people import AUTHOR, people_in
from converter.press.posts import is_house, known_words, words_of
from converter.readers.html import wording

_MAKERS = "reporter contributor author photographer writing text words-and-pictures camera picture translator compiler"
_LONGEST_SIGNED = 40
_CLAUSE = re.compile("[，。；！？,;]")
_NOBODY = re.compile(r"admin|授权|原创|^\d+$|News|Media|Staff|Team|python-docx|[:/]", re.IGNORECASE)


def authors_of(line: str) -> str:
    """The authors whom a line that names people names, with 、 between them, or nothing where it names none."""
    people = (person.name for person in people_in(line) if AUTHOR in person.roles)
    return "、".join(dict.fromkeys(name for name in people if not wording.button().fullmatch(name)))


def is_signed(line: str) -> bool:
    """Whether ``line`` says of someone that he wrote, translated or took pictures."""
    return any(person.post in _makers() for person in people_in(line))


def author_in(info: Iterable[str]) -> str:
    """The authors in the first line of a head that says of someone that he wrote."""
    return next(filter(None, (authors_of(line) for line in info if is_signed(line))), "")


def author_at_end(tail: Iterable[str]) -> str:
    """The authors in an article's last lines: behind a word for one and a sign, in a note in brackets that begins with
    such a word, or alone with a reporter's post or what they did.
    """
    lines = [*tail]
    labelled = (line[found.start() :].partition("。")[0] for line in lines if (found := _labelled().search(line)))
    signed = (line for line in lines if _signed().fullmatch(line.strip("（）() ")))
    called = (name for line in lines if (name := _called_author(line)))
    noted = (line for line in lines if _noted().fullmatch(line) or _says_who(line))
    return next(filter(None, (*map(authors_of, (*labelled, *signed)), *called, *map(authors_of, noted))), "")


def _says_who(line: str) -> bool:
    """Whether a short line says of people what they did, and nothing else: 文：江帆　图：水清."""
    return len(line) <= _LONGEST_SIGNED and not _CLAUSE.search(line) and is_signed(line)


def _called_author(line: str) -> str:
    """The name in a note that says without a sign who the author is."""
    found = wording.author_is().search(line)
    name = next(filter(None, found.groups()), "") if found else ""
    return name if is_name(name) else ""


def author_called(name: str) -> str:
    """Who the author is that a page's head calls ``name``: the people in it, or a name that somebody took."""
    people = people_in(name)
    if "@" in name or "://" in name:
        return ""
    if len(people) > 1 or any(person.post for person in people):
        return authors_of(name)
    house = is_house(name) or name in known_words() or any(word in name for word in _makers() if len(word) > 1)
    return "" if house or _NOBODY.search(name) else name


@cache
def _noted() -> re.Pattern[str]:
    return re.compile(rf"[（(]\s*\w{{0,2}}{any_of(words_of('author'))}.{{2,60}}[）)]")


@cache
def _makers() -> frozenset[str]:
    """What newspaper people call those who make an article, and say of their work."""
    return frozenset(words_of(*_MAKERS.split(), "editor"))


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words_of('author', 'reporter', 'writing'))}\s*[：:／/丨|｜]")


@cache
def _signed() -> re.Pattern[str]:
    reporter = any_of(words_of("reporter"))
    return re.compile(rf"{LETTER}{{0,6}}{reporter}[：:\s]+{LETTER}{{2,4}}(?:[\s、]+{LETTER}{{2,4}}){{0,3}}")
