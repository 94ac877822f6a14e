"""Where a name is likelier than the words that its characters would be otherwise: 后来说 has no name, 于洋说 has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter

from converter.model import Span
from converter.press.dictionary import LISTED, RAREST, best, counted, is_listed
from converter.press.lexicon import lists
from converter.press.marks import LETTER
from converter.press.names import surnames as known_surnames
from converter.press.patterns import later
from converter.script.data import rows, table
from converter.script.words import MARGIN, han

BLANK = "[ \u3000]*"

SURNAME, PREPOSITION, COMMON = -18, -26, -36
"""The score of a surname, of one that is a preposition (于), of one that is a common word (种, 台), in half bits."""
GIVEN, SHORT = -20, -4
"""The score of one character of a given name, and of a given name's being one character."""
FOLLOWED, SAYS = 8, 24
"""What a name gains by a mark or a function word after it, by a title or a word for what people do."""
ON_NAMING_LINE, IN_ROW, AFTER_POST, AT_HEAD, LED, AMID = 24, 22, 12, 10, 0, -10
"""What a name gains where it stands: on a line that names people, in a row of people who say something, after a post,
at the head of a clause, after 据 or 在, else."""
A_NOUN = -23
"""于 before a character as common as this is the preposition: 于路."""
PLAIN = -38
"""In running text a word as common as this is no name, whatever stands around it, nor what begins with such a word."""


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of a row of ``people.tsv``, in simplified characters."""
    return lists(__package__, "people", traditional=False)[kind,]


@cache
def double_surnames() -> frozenset[str]:
    """Surnames of two characters."""
    return known_surnames("double-surname", "rare-double-surname", traditional=False)


@cache
def common_words() -> frozenset[str]:
    """Surnames that are common words as well: 种, 台."""
    return known_surnames("also-a-word", traditional=False)


@cache
def sounds() -> str:
    """The characters that foreign names are written with."""
    return "".join(sorted(known_surnames("sound", traditional=False)))


@cache
def any_of(kind: str) -> str:
    """A pattern of the words of a row."""
    return one_of(words(kind))


def one_of(these: Iterable[str]) -> str:
    """A pattern of one of some words, the longest first; sets of their first two characters save trying each."""
    return f"(?={_begins(these)})(?:{by_first(these)})"


def _begins(these: Iterable[str]) -> str:
    """A quick pattern of how some words begin, and others."""
    alone, longer = {word for word in these if len(word) == 1}, {word[:2] for word in these if len(word) > 1}
    pairs = [f"[{_set(map(itemgetter(0), longer))}][{_set(map(itemgetter(1), longer))}]"] if longer else []
    return "|".join(pairs + ([f"[{_set(alone)}]"] if alone else []))


def _set(chars: Iterable[str]) -> str:
    return "".join(sorted(map(re.escape, {*chars})))


def by_first(these: Iterable[str]) -> str:
    """A pattern of one of some words, the longest first: alternatives of which no two begin with the same character.

    Where a pattern begins with it, ``re`` passes over what begins with none.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(these, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(some)})" for first, some in rests.items())


@cache
def known(kind: str) -> frozenset[str]:
    """The words of a row, to look one up."""
    return frozenset(words(kind))


@cache
def surnames() -> re.Pattern[str]:
    """Any surname."""
    return later(f"(?:{one_of(double_surnames())}|[{_set(_single_surnames())}])")


@cache
def _single_surnames() -> frozenset[str]:
    return known_surnames("surname", "rare-surname", traditional=False)


@cache
def begin_surnames() -> frozenset[str]:
    """The characters that surnames begin with."""
    return _single_surnames().union(surname[0] for surname in double_surnames())


def surname_of(text: str) -> int:
    """How long the surname is that ``text`` begins with, 0 where it begins with none."""
    return 2 if text[:2] in double_surnames() else int(text[:1] in _single_surnames())


@cache
def said_or_titled() -> re.Pattern[str]:
    """What follows a name: a title; what people do, with what stands before it; a place in a picture; a sex."""
    marked = [mark + inside for mark in "（(，," for inside in "男女左右中前后一二三"]
    marked += [blank + verb[0] for blank in " \u3000" for verb in (*words("says"), *" \u3000著译绘")]
    begins = _begins([*words("says"), *words("adverb"), *words("title"), *"等两二三在著译绘", *marked])
    before = f"(?:等人?|[两二三]人|在{LETTER}{{1,10}}[中上里时后会])?(?:{any_of('adverb')})?{BLANK}"
    said = f"(?P<verb>{any_of('says')}|[著译绘](?!{LETTER}))"
    inside = f"[（(][左右中前后一二三]|[（(，,][男女](?!{LETTER})"
    return later(f"(?={begins})(?:{before}{said}|{inside}|{any_of('title')})")


@cache
def at_head() -> re.Pattern[str]:
    """A surname that other words are written with, and two more characters, at a clause's head, before a verb."""
    surname, head = "".join(sorted(of_two_forms())), "(?<![^\\s，。！？；：、“「（].)"
    return later(f"([{surname}]{head}{LETTER}{{2}})(?={any_of('before what is done')})")


@cache
def of_two_forms() -> frozenset[str]:
    """The surnames that other words are written with in another form: 余 and 餘, 范 and 範."""
    return known_surnames("surname", traditional=False) & (_default_forms().keys() | _surname_forms().keys())


@cache
def ends_a_list() -> re.Pattern[str]:
    """What follows the last name of a list after a post."""
    return later(f"[、，。/／）)\\s]|$|从|自|在|发自|和|与|及|等|赴|{any_of('says')}")


@cache
def given_names() -> frozenset[str]:
    """The characters that given names are made of."""
    return frozenset("".join(rows("given.txt")))


def is_word(name: str) -> bool:
    """Whether ``name`` is a word of the dictionary (胡子), or may well be words (于路)."""
    if is_listed(name):
        return not _is_written_as_a_name(name)
    if len(name) == 2 and (name[0] in common_words() or name[0] == "于" and (counted(name[1]) or RAREST) >= A_NOUN):
        return True
    return name in known("no name") or (counted(name) or LISTED) % 2 == 0  # odd ones are names


def _is_written_as_a_name(phrase: str) -> bool:
    """Whether OpenCC writes the first character of a listed phrase as surnames are written: 于洋, not 餘生."""
    char = phrase[0]
    written = _listed_forms().get(phrase, _default_forms().get(char, char))[0]
    return written == _surname_forms().get(char, _default_forms().get(char, written))


@cache
def _surname_forms() -> dict[str, str]:
    return {char: form for script, char, form, _ in table("name_forms.tsv") if script == "s"}


@cache
def _listed_forms() -> dict[str, str]:
    return dict(row.split("\t") for row in rows("phrases.txt"))


@cache
def _default_forms() -> dict[str, str]:
    return {char: forms[0] for char, forms in table("characters.txt")}


@cache
def _follows() -> re.Pattern[str]:
    return later(r"在|等|与|和|的|一行|[\W\d_A-Za-z]|$")


def names(text: str, gains: Mapping[int, int]) -> list[Span]:
    """The names in ``text`` that begin at some of the places, which lie near each other, and are likelier than words.

    ``gains`` says in half bits what a name gains by where it stands.
    """
    first, last = min(gains), max(gains)
    limit = last + han(text[last : last + 2 * MARGIN])
    scores: dict[Span, int] = {}
    for at, gain in gains.items():
        for size in _sizes(text[at:limit], gain, text[at - 1 : at]):
            scores[at, at + size] = gain + _likely(text[at : at + size]) + _after(text, at + size)
    if not scores:
        return []
    start = first - han(text[max(0, first - MARGIN) : first][::-1])
    favoured: dict[int, list[tuple[int, int]]] = {}
    for (at, end), one in scores.items():
        favoured.setdefault(at - start, []).append((end - start, one))
    edges = [start, *(start + end for end in best(text[start:limit], favoured)[0])]
    return [
        span
        for span in pairwise(edges)
        if span in scores and scores[span] >= (counted(text[slice(*span)]) or scores[span])
    ]


def _sizes(text: str, gain: int, before: str) -> Iterator[int]:
    """How long the name can be that ``text`` begins with, after the character ``before``."""
    first = surname_of(text) or len(text)
    for end in range(first + 1, min(first + 2, len(text)) + 1):
        if gain == ON_NAMING_LINE or may_be(text[:end], before) and not (gain == AMID and _is_amid(text[first:end])):
            yield end


@lru_cache(maxsize=1 << 14)
def _is_amid(given: str) -> bool:
    """Whether a given name is what may stand between a noun and a verb: 展区后表示, 云正式当选."""
    if (
        given in known("adverb")
        or given[-1] in known("after a noun")
        or given[-1] in known("place")
        or given[0] in known("never ends a given name")
    ):
        return True
    return len(given) > 1 and (counted(given) or RAREST) >= PLAIN


@lru_cache(maxsize=1 << 14)
def may_be(name: str, before: str = "") -> bool:
    """Whether ``name``, after the character ``before``, can be one in running text."""
    surname, given = name[: _surname(name)], name[_surname(name) :]
    if _counts(surname, given, before):
        return False
    begins = {one for end in range(len(surname) + 1, len(name) + 1) if (one := counted(name[:end])) is not None}
    if begins and surname in common_words():
        return begins == {LISTED} == {counted(name)}  # 种粮
    if _goes_on(surname, given) or known("post") & {name, given}:
        return False
    return not any(one >= PLAIN and one != LISTED for one in begins)


def _counts(surname: str, given: str, before: str) -> bool:
    """Whether what may be a surname is part of a number: 130余位, 万余人."""
    if surname[0] == "万":
        return given[0] in "余多元"
    return surname[0] == "余" and (before.isnumeric() or before in known("number"))


def _goes_on(surname: str, given: str) -> bool:
    """Whether a sentence goes on with the characters of ``given``, so that they name nobody."""
    parts = set(given) - known("never ends a given name")
    if given in known("never a given name") or surname in of_two_forms() and not set(given) <= parts & given_names():
        return True  # 席后方, 于遮打花园, 党媒
    is_a_word = surname[0] == "于" or surname in common_words()
    if is_a_word and (given[0] in known("after a preposition") or given in known("a place after a preposition")):
        return True  # 死者于该水域, 于中国而言, 会后法国总理
    if len(given) > 1 and (given[-1] in known("adverb") or given[-1] in known("after a noun")):
        return True  # 于洋则表示, 展区后表示
    return given[-1] in known("never ends a given name")


@lru_cache(maxsize=1 << 14)
def _likely(name: str) -> int:
    """How likely ``name`` is one, in half bits."""
    surname = _surname(name)
    first = PREPOSITION if name[0] == "于" else COMMON if name[:surname] in common_words() else SURNAME
    likely = first + GIVEN * (len(name) - surname) + (SHORT if len(name) == surname + 1 else 0)
    return max(likely, LISTED) if counted(name) == LISTED and (first > COMMON or len(name) > 2) else likely


def _surname(name: str) -> int:
    """How long the surname is that ``name`` begins with."""
    return 2 if len(name) > 2 and name[:2] in double_surnames() else 1


def _after(text: str, end: int) -> int:
    """What a name that ends at ``end`` gains by what follows it, in half bits."""
    if said_or_titled().match(text, end):
        return SAYS
    return FOLLOWED if _follows().match(text, end) else 0
