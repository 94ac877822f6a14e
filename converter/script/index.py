"""The people of an issue, for its index of names: of those whom the text is taken to name, the ones that are sure.

For converting a text a name too many does no harm; in an index it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations

from converter.model import Issue, Role
from converter.press.dictionary import LISTED, score
from converter.press.marks import is_han
from converter.press.people import people_in as named_in
from converter.script.name_or_words import common_words, known, sounds, surnames
from converter.script.people import people_in

_DOTS = "·•・‧"
_NAMING = (Role.BYLINE, Role.CREDIT, Role.COLUMN_NOTE)
_BLANKS = re.compile(r"\s+")
_SAID_OF = re.compile("[曾尚][在是有为被以向对].?|..?着|.上|..网")
"""What is no name though it looks like one: an adverb that is a surname too, before what it goes with (他曾在其书中说);
a verb with its particle (说话的人乐着说); a site.
"""


def with_people(issue: Issue) -> Issue:
    """The issue and its twin with the ``people`` whom they name, in the order in which they are found."""
    twin = issue.twin and with_people(issue.twin)
    return replace(issue, people=tuple(_sure(issue)), twin=twin)


def _sure(issue: Issue) -> Iterator[str]:
    from converter.script.convert import reads

    read = reads(issue.language)
    text = _BLANKS.sub("", "".join(block.text for block in issue.blocks()))
    simple = read(text)
    signed = {person.name for block in issue.blocks() if block.role in _NAMING for person in named_in(block.text)}
    found = list(dict.fromkeys(_BLANKS.sub("", name) for name in people_in(issue, read)))
    found = [name for name in found if name in signed or _is_sure(name, read(name), simple)]
    dropped = {part for name in found for part in re.split(f"[{_DOTS}]", name)[: len(name)] if part != name}
    dropped |= set(_cut_wrongly(found, text)) - signed
    return (name for name in found if name not in dropped)


def _is_sure(name: str, simple: str, text: str) -> bool:
    """Whether a name that stands in running text is surely one: a foreign one in full, or a surname and a given name.

    ``simple`` and ``text`` are the name and the text in simplified characters.
    """
    if set(_DOTS) & set(name):
        return True
    surname = surnames().match(simple)
    if surname is None or surname.end() == len(simple) or surname.group() in common_words():
        return False
    if _SAID_OF.fullmatch(simple):
        return False
    if any(simple.endswith(title) for title in known("title") | known("post")) or score(simple) not in (None, LISTED):
        return False
    return not (_begins_words(simple, text) or set(simple) <= set(sounds()) and _is_part(simple, text))


def _begins_words(name: str, text: str) -> bool:
    """Whether the last character of what may be a name begins a word of three with what follows, wherever it stands."""
    following = {text[at.end() - 1 : at.end() + 2] for at in re.finditer(name, text)}
    return bool(following) and all(score(word) for word in following)


def _is_part(name: str, text: str) -> bool:
    """Whether what may be a name is written with the signs of foreign ones, and is always a part of one."""
    around = [(text[at.start() - 1 : at.start()], text[at.end() : at.end() + 1]) for at in re.finditer(name, text)]
    return all(before in sounds() and is_han(before) or after in sounds() and is_han(after) for before, after in around)


def _cut_wrongly(names: Iterable[str], text: str) -> Iterator[str]:
    """Names that lie across one that is found as often or more often: 平总 across 习近平; and halves of longer ones."""
    counts = {name: text.count(name) for name in names}
    for one, other in permutations(counts, 2):
        if counts[one] < counts[other]:
            continue
        if one != other and other in one and counts[one] >= counts[other]:
            yield other
        for size in range(1, min(len(one), len(other))):
            if one.endswith(other[:size]) and one + other[size:] in text:
                yield other
