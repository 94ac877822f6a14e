"""Who is named in a document: found where a page names people (bylines, credits, notes), and by the words around a name.

A name in running text must be likelier than the words that its characters would be otherwise: 后来说 is 后来, 于洋说 is a
person. A name found once is kept wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from converter.model import Issue, Role
from converter.script.data import table
from converter.script.words import LISTED, RAREST, best, score

_NAMING = {Role.BYLINE, Role.CREDIT, Role.SIGNATURE, Role.COLUMN_NOTE, Role.SOURCE_NOTE, Role.DATELINE}
_H = "[\u3400-\u9fff]"
_BLANK = "[ \u3000]*"

SURNAME, PREPOSITION, COMMON = -18, -26, -36
"""The score of a surname, of one that is a preposition (于), of one that is another common word (种, 台), in half bits."""
GIVEN, SHORT = -20, -4
"""The score of one character of a given name, and of a given name's being one character."""
FOLLOWED, SAYS = 8, 24
"""What a name gains by a mark or a function word after it, by a word for what people do."""
AFTER_POST, AT_HEAD = 12, 10
"""What a name gains by a post before it, by the head of a clause."""
PLAIN = -38
"""A word as common as this is no name, whatever stands around it; nor is a name what begins with such a word."""


@cache
def _words(kind: str) -> tuple[str, ...]:
    row = next(words for known, words in table("people.tsv") if known == kind)
    return tuple(row if kind in ("surname", "common word", "never in a given name") else row.split(" "))


def doubles() -> tuple[str, ...]:
    """The surnames of two characters."""
    return _words("double surname")


@cache
def _pattern(kind: str) -> str:
    """An alternation of the words, the longest first."""
    return "|".join(sorted(map(re.escape, _words(kind)), key=len, reverse=True))


@cache
def _known(kind: str) -> re.Pattern[str]:
    """One of the patterns, compiled when it is first used: together they take 40 ms."""
    surname = f"(?:{_pattern('double surname')}|[{''.join(_words('surname'))}])"
    patterns = {
        "surname": surname,
        # 本报记者  江  帆; 董事长于洋; the next of several: 、范伟
        "before": f"(?<=[{''.join({word[-1] for word in _words('before')})}])[/／：:|｜]?{_BLANK}(?={surname})",
        "next": f"(?:{_BLANK}[、，和与與及/／]{_BLANK}|[ \u3000]+)(?={surname})",
        "first": f"(?:^|(?<=[^\u3400-\u9fff]))(?={surname}{_H})",
        "spaced": f"(?<!{_H})({surname})[ \u3000]+({_H})(?![\u3400-\u9fff])",
        "signed": f"[（(]{_BLANK}({surname}{_H}{{1,2}}){_BLANK}[)）]$",
        "whole": f"{surname}{_H}{{1,2}}",
        "follows": "(?:在|等|与|與|和|的|一行|（左|（右|（中|\\(左|\\(右|[^\u3400-\u9fff]|$)",
        "says": f"{_BLANK}(?:{_pattern('says')}|[（(][左右中前后後一二三])",
        "title": f"({surname})(?:{_pattern('after')})",
        "labels": f"^(?:{_pattern('before')}|本报|本報|新华社|新華社|文|图|圖|本[栏版报刊]|来源|责任|責任)+[：:/／]?",
        "tail": f"(?:{_pattern('says')}|文|图|圖)+$",
    }
    return re.compile(patterns[kind])


def people_in(issue: Issue) -> list[str]:
    """The names that the issue's blocks give, in the order found."""
    found: dict[str, None] = {}
    for block in issue.blocks():
        if block.role in _NAMING:
            found.update(dict.fromkeys(_listed(block.text)))
        found.update(dict.fromkeys(people_around(block.text)))
    for name in filter(None, [issue.metadata.author]):
        found.update(dict.fromkeys(_listed(name)))
    return list(found)


def _listed(text: str) -> Iterable[str]:
    """The names in a line that names people: what is left between blanks and marks without posts and labels."""
    for part in re.split(r"[\s、，,。；;：:/／|｜（）()【】《》“”]+", _known("spaced").sub(r"\1\2", text)):
        bare = _known("tail").sub("", _known("labels").sub("", part, count=1))
        for word in dict.fromkeys((part, bare)):
            if _known("whole").fullmatch(word) and _likely(word, 2 if word.startswith(doubles()) else 1) is not None:
                yield word
    for hit in _known("spaced").finditer(text):
        yield hit.group()


def people_around(text: str) -> Iterable[str]:
    """The names in ``text`` that stand after a post, before a word for speaking, in brackets at the end."""
    posts = _words("before")
    for hit in _known("before").finditer(text):
        if not text.endswith(posts, 0, hit.start()):
            continue
        at = hit.end()
        while end := _name_end(text, at, AFTER_POST):
            yield text[at:end]
            following = _known("next").match(text, end)
            at = following.end() if following else len(text)
    for hit in _known("first").finditer(text):
        if (end := _name_end(text, hit.end(), AT_HEAD)) and _known("says").match(text, end):
            yield text[hit.end() : end]
    for hit in _known("spaced").finditer(text):
        if hit.group(1) not in _words("common word") and _likely(hit.group(1) + hit.group(2), len(hit.group(1))):
            yield from (hit.group(), hit.group(1) + hit.group(2))
    signed = _known("signed").search(text)
    if signed and _name_end(text, signed.start(1), AFTER_POST) == signed.end(1):
        yield signed.group(1)
    for hit in _known("title").finditer(text):
        at = hit.start()
        if not at or not "\u3400" <= text[at - 1] <= "\u9fff" or text.endswith(posts, 0, at):
            yield hit.group()


def _name_end(text: str, at: int, gain: int) -> int | None:
    """Where the name that begins at ``at`` ends: None where the words of the list are likelier. ``gain`` is in half bits."""
    surname = _known("surname").match(text, at)
    stretch = re.compile(f"{_H}+").match(text, at, at + 9)
    if not surname or not stretch:
        return None
    limit = stretch.end()
    likeliest, chosen = best(text[at:limit], {})[1], None
    for end in (surname.end() + 2, surname.end() + 1):
        if end <= limit and (one := _likely(text[at:end], surname.end() - at)) is not None:
            one += gain + best(text[end:limit], {})[1]
            one += SAYS if _known("says").match(text, end) else FOLLOWED if _known("follows").match(text, end) else 0
            if one > likeliest:
                likeliest, chosen = one, end
    return chosen


def _likely(name: str, surname: int) -> int | None:
    """How likely ``name`` is one, in half bits, of which ``surname`` characters are the surname; None where it can be none."""
    given = name[surname:]
    listed = score(name)
    begins = {score(name[:end]) or RAREST for end in range(2, len(name) + 1)} - {LISTED}
    if max(begins, default=RAREST) >= PLAIN or given in _words("before") or not set(given).isdisjoint(_words("never in a given name")):
        return None
    if name[0] in "万萬" and given[0] in "余餘多元":
        return None  # a number
    first = PREPOSITION if name[0] == "于" else COMMON if name[:surname] in _words("common word") else SURNAME
    if first == COMMON and listed not in (None, LISTED):
        return None  # 种粮
    likely = first + GIVEN * len(given) + (SHORT if len(given) == 1 else 0)
    return max(likely, LISTED) if listed == LISTED and (first > COMMON or len(name) > 2) else likely
