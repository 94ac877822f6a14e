"""Who made an issue, as its bylines, picture credits and editors' notes say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.model import Issue, Role
from converter.press.marks import LETTER
from converter.writers.markup.blocks import plain

AUTHOR, PHOTOGRAPHER, EDITOR, TRANSLATOR = "aut", "pht", "edt", "trl"
"""The terms of MARC's list of relators that a newspaper or a book needs."""

_NAMING = (Role.BYLINE, Role.CAPTION, Role.CREDIT, Role.COLUMN_NOTE, Role.SOURCE_NOTE)
LONGEST = 300
"""Characters at the end of a caption, or at the head of a note, in which names are looked for."""

_NAME = re.compile(rf"{LETTER}{{2,4}}|{LETTER}{{1,12}}(?:·{LETTER}{{1,12}})+|[A-Z][A-Za-z.'-]+")
_HOUSE = re.compile(rf"{LETTER}{{5,}}")
"""Too long for a name: the house or office that the names after it belong to."""

_OFFICE = re.compile(
    rf"((?:{LETTER}{{0,8}}?(?:记者|記者|通[讯訊][员員]|[实實][习習]生|特派[员員]|作者|撰稿人?|撰文|[采採][写寫]|[编編][译譯])"
    r"|[摄攝]影?[报報][道导導]$|[文图圖][字片]?(?=\s*[:/]|$)|[摄攝]影)"
    r"(?:[与和:/\s]+(?:[文图圖]|[摄攝]影)(?=[:/\s]|$))*)[:/\s]*"
)
"""What a byline says of the names after it: 本报记者, 通讯员, 文/图, 摄影."""

_VERBS = re.compile(r"(?:(?<![摄攝影])[报報][道导導]|[摄攝]影?|[采採][写寫]|整理)$")
_BETWEEN = re.compile(r"[^\w·.'-]+")
_NAMES = r"[\w·][\w·\s、]*?"
_TAKEN = re.compile(rf"(?:^|[^\w·、])({_NAMES})(?<!拍)\s*[摄攝]影?\s*(?:\W.*)?$")
"""Who took a picture, before 摄 at the end of its caption or credit."""

_TAKEN_BY = re.compile(rf"(?:[摄攝]影?|[图圖]片?)\s*[:/]\s*({_NAMES})\W*$")
_EDITED_BY = re.compile(
    rf"(?:[责責]任?[编編][辑輯]?|[编編][辑輯]|主[编編])[:\s]\s*({_NAMES})(?=$|\w*:|\s\w*(?:[设設][计計]|校[对對]|美[编編]))"
)
_PLAIN = str.maketrans("：／（）()【】[]■□◎●▲◆", ":/" + " " * 14)
"""Signs around the words, and the narrow forms of those between them."""


def people_of(issue: Issue) -> dict[str, list[str]]:
    """Everyone named, with their roles, in the order of the page; the issue's author comes first."""
    found: dict[str, list[str]] = {}
    for names, role in ((issue.metadata.author, AUTHOR), (issue.metadata.translator, TRANSLATOR)):
        for name in filter(None, plain(names or "").split("、")):
            found.setdefault(name, []).append(role)
    for block in issue.blocks():
        for name, role in named(block.role, block.text):
            roles = found.setdefault(name, [])
            if role not in roles:
                roles.append(role)
    return found


def named(role: Role, text: str) -> Iterator[tuple[str, str]]:
    """The people whom a block of that role names, each with what they did. A byline always names someone."""
    if role not in _NAMING:
        return
    text = plain(text.translate(_PLAIN)) or plain(text)
    if role is Role.BYLINE:
        yield from _signed(text)
    elif role in (Role.CAPTION, Role.CREDIT):
        end = text[-LONGEST:]
        for found in _TAKEN.findall(end) or _TAKEN_BY.findall(end):
            yield from ((name, PHOTOGRAPHER) for name in names_in(_OFFICE.sub(" ", found)))
    else:
        for found in _EDITED_BY.findall(text[:LONGEST]):
            yield from ((name, EDITOR) for name in names_in(found))


def _signed(text: str) -> Iterator[tuple[str, str]]:
    """The people of a byline: those after 图 took the pictures; after 文/图, or before it, they did both."""
    told: list[tuple[str, str]] = []
    before, *parts = _OFFICE.split(_VERBS.sub("", text))
    for office, rest in (("", before), *zip(parts[::2], parts[1::2], strict=True)):
        pictures = bool(re.search("[图圖摄攝]", office))
        wrote = not pictures or bool(re.search("文|记者|記者", office))
        roles = [AUTHOR] * wrote + [PHOTOGRAPHER] * pictures
        if pictures and not rest:
            told += [(name, PHOTOGRAPHER) for name, _ in told]
        told += [(name, role) for name in names_in(rest) for role in roles]
    yield from told or [(text, AUTHOR)]


def names_in(text: str) -> list[str]:
    """The names in a list of names, without the house before them; none where another part of it is no name.

    A name of two characters is often set with a space inside (柳　溪): two lone characters are one name.
    """
    names: list[str] = []
    surname = ""
    text = re.sub("^(?:均[为為由]|[图圖]片由)", "", text.strip())
    for word in filter(None, _BETWEEN.split(text)):
        if len(word) == 1:
            surname, word = ("", surname + word) if surname else (word, "")
        if word and not names and _HOUSE.fullmatch(word):
            continue
        if word and (surname or not _NAME.fullmatch(word)):
            return []
        names += [word] if word else []
    return [] if surname else names
