"""The words that stand beside names: what people are called, what is said of what they did, and what is no person.

They are in ``posts.tsv``, ``houses.tsv`` and ``places.tsv``; other tables and patterns name the kinds of them.
"""

from __future__ import annotations

from functools import cache

from converter.press.lexicon import lists
from converter.records import NamedTuple

_TABLES = ("places", "houses", "posts")


class Word(NamedTuple):
    """What a word is: its kind, where it stands to a name, and the relators of who is named beside it."""

    kind: str
    where: str
    roles: tuple[str, ...]


NO_WORD = Word("", "", ())


@cache
def words_of(*kinds: str, traditional: bool = True) -> tuple[str, ...]:
    """The words of some kinds of the tables, in both scripts or in simplified characters alone."""
    rows = [row for table in _TABLES for row in lists(__package__, table, traditional).items()]
    return tuple(dict.fromkeys(word for kind in kinds for key, words in rows if key[0] == kind for word in words))


@cache
def known_words() -> dict[str, Word]:
    """Every word that stands beside names, with what it is."""
    found = {}
    for table in _TABLES:
        for (kind, where, roles), words in lists(__package__, table).items():
            if where not in ("ends", "has"):
                told = () if roles == "-" else tuple(roles.split(" "))
                found.update(dict.fromkeys(words, Word(kind, where, told)))
    return found


@cache
def longest_word() -> int:
    """How long the longest of them is."""
    return max(map(len, known_words()))


def without(text: str, *kinds: str) -> str:
    """``text`` without the words of some kinds that it ends in, and blanks between them."""
    words = words_of(*kinds)
    text = text.rstrip()
    while text.endswith(words):
        text = text[: -max(len(word) for word in words if text.endswith(word))].rstrip()
    return text


def after_posts(text: str, *kinds: str) -> str:
    """What stands after the last word of some kinds in ``text``; all of it where it has none."""
    return text[max(text.rfind(word) + len(word) if word in text else 0 for word in words_of(*kinds)) :]


def is_house(text: str) -> bool:
    """Whether ``text`` is called as a paper, a department or another body is: 海湾日报, 综合报道组."""
    has = any(part in text for part in _house("has"))
    return has or text.endswith(_house("ends")) or known_words().get(text, NO_WORD).where == "is"


@cache
def _house(where: str) -> tuple[str, ...]:
    return lists(__package__, "houses")["house", where, "-"]
