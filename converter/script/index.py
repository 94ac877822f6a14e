"""The people of an issue, for its index of names: of those whom the text is taken to name, the ones that are sure.

For converting a text a name too many does no harm; in an index it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import permutations

from converter import press
from converter.model import Issue, Role
from converter.press.dictionary import LISTED, score
from converter.press.lexicon import lists
from converter.press.marks import LETTER, is_han
from converter.press.names import surnames as in_use
from converter.press.patterns import later
from converter.press.people import people_in as named_in
from converter.script.name_or_words import common_words, known, sounds, surnames
from converter.script.people import people_in

_DOTS = "·•・‧"
_NAMING = (Role.BYLINE, Role.CREDIT, Role.COLUMN_NOTE)
_TO_LETTERS = f"{LETTER}{{1,6}}(?=[(（][A-Z])"
"""What is left of a foreign name up to the name as it is written elsewhere."""
_BLANKS = later(r"\s+")
_SAID_OF = later(
    "[曾尚][在是有为被以向对问到任获听].?|..?着|.上|..[网过称署号村厅县]|.[说称续氏校]|.母.?|..?起|.起来"
    "|[巴俄乌印越菲叙][方媒军]|.(?:未有|是否|今[早晚天日])"
)
"""What is no name though it looks like one: an adverb that is a surname too, before what it goes with (他曾在其书中说);
a verb with its particle (说话的人乐着说) or after a surname alone (黄说); a site, an office, a village; a country by
its first character (巴方); a family (李氏).
"""
_COMMON = -30
"""The score of a word that is no name on a line that names people either (签署国务院令 公布《…》)."""


def with_people(issue: Issue) -> Issue:
    """The issue and its twin with the ``people`` whom they name, in the order in which they are found."""
    twin = issue.twin and with_people(issue.twin)
    return replace(issue, people=tuple(_sure(issue)), twin=twin)


def _sure(issue: Issue) -> Iterator[str]:
    from converter.script.convert import reads

    read = reads(issue.language)
    text = _BLANKS.sub("", "".join(block.text for block in issue.blocks()))
    signed = {person.name for block in issue.blocks() if block.role in _NAMING for person in named_in(block.text)}
    found = list(dict.fromkeys(_BLANKS.sub("", name) for name in people_in(issue, read)))
    simple = read(text)
    found = [name for name in found if (_may_sign if name in signed else _is_sure)(name, read(name), simple)]
    whole = list(dict.fromkeys(_in_full(name, read(name), text) for name in found))
    dropped = set(_parts(whole)) | {name[:2] for name in whole if name not in found}  # a double surname alone
    dropped |= set(_cut_wrongly(whole, text)) - signed
    return (name for name in whole if name not in dropped)


def _parts(names: Iterable[str]) -> Iterator[str]:
    """What foreign names have before, between and after their dots."""
    for name in names:
        yield from (part for part in re.split(f"[{_DOTS}]", name)[: len(name)] if part != name)


def _may_sign(name: str, simple: str, text: str) -> bool:
    """Whether a name that stands on a line that names people can be one: no common word that ends such a line."""
    return name[0] not in _DOTS and (score(simple) or LISTED) < _COMMON


def _in_full(name: str, simple: str, text: str) -> str:
    """A name with what was cut off.

    A foreign one goes on to the same name in its own letters: 莫里·威 of 莫里·威廉特(Mori …). A double surname that
    stands alone too has what follows it each time: 林方知 of 林方知秋.
    """
    if set(_DOTS) & set(name):
        found = re.search(re.escape(name) + _TO_LETTERS, text)
        return found[0] if found else name
    after = {text[at.end() : at.end() + 1] for at in re.finditer(name, text)} if _is_double(simple) else set()
    alone = text.count(name[:2]) > text.count(name) > 1
    return name + min(after) if alone and len(after) == 1 and is_han(min(after)) else name


def _is_double(name: str) -> bool:
    """Whether a name of three characters may be a double surname and half of a given name."""
    return len(name) == 3 and all((hit := surnames().match(one)) and hit.end() == 1 for one in name[:2])


def _is_sure(name: str, simple: str, text: str) -> bool:
    """Whether a name that stands in running text is surely one: a foreign one in full, or a surname and a given name.

    ``simple`` and ``text`` are the name and the text in simplified characters.
    """
    if set(_DOTS) & set(name):
        return name[0] not in _DOTS
    surname = surnames().match(simple)
    if surname is None or surname.end() == len(simple) or surname.group() in common_words():
        return False
    if any(simple.endswith(title) for title in known("title") | known("post")) or simple in _places():
        return False
    if _SAID_OF.fullmatch(simple) or _is_word(simple, surname.group()):
        return False
    return not (_begins_words(simple, text) or _is_part(simple, text))


def _is_word(name: str, surname: str) -> bool:
    """Whether what may be a name is rather a word, as common ones are, and those of two characters that few people are
    called.
    """
    return score(name) not in (None, LISTED) or (
        len(name) == 2 and score(name) == LISTED and surname not in in_use("many")
    )


def _begins_words(name: str, text: str) -> bool:
    """Whether the last character of what may be a name begins a word of three with what follows, wherever it stands."""
    following = {text[at.end() - 1 : at.end() + 2] for at in re.finditer(name, text)}
    return bool(following) and all(score(word) for word in following)


@cache
def _places() -> frozenset[str]:
    """Provinces, cities and countries."""
    return frozenset(word for words in lists(press.__name__, "places").values() for word in words)


def _is_part(name: str, text: str) -> bool:
    """Whether what may be a name is in the signs of foreign ones, and each time goes on with them or a dot."""

    def goes_on(beside: str) -> bool:
        return beside != "" and (beside in _DOTS or (beside in sounds() and is_han(beside)))

    around = [(text[at.start() - 1 : at.start()], text[at.end() : at.end() + 1]) for at in re.finditer(name, text)]
    return set(name) <= set(sounds()) and all(goes_on(before) or goes_on(after) for before, after in around)


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
