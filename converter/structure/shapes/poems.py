"""Poems by the words around them: the names of tunes (词牌) that 词 are written to, and lists of fields (詩名：…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from converter.model import Form, Line, Opens, Role
from converter.press.lexicon import any_of, lists
from converter.press.patterns import later
from converter.structure.shapes.metres import LONGEST_CLAUSE, WIDEST, Row, clauses_of, ends_a_clause


def tunes(lines: Sequence[Line]) -> Iterator[Row]:
    """The stanzas under the name of a tune (词牌), past a byline, up to a blank line that is wider than usual."""
    for place, line in enumerate(lines[:-1]):
        if line.text[:1] in _first_of_tunes() and len(line.text) <= WIDEST and _tune().match(line.text):
            first = next((at for at in (place + 1, place + 2) if at < len(lines) and _is_sung(lines[at])), None)
            if first is not None:
                yield from _stanzas(lines, first)


def _stanzas(lines: Sequence[Line], first: int) -> Iterator[Row]:
    """The rows of a text from its ``first`` line: lines of several clauses are stanzas by themselves, others rows."""
    end = first + 1
    while end < len(lines) and _is_sung(lines[end]) and lines[end].gap_before <= 1:
        end += 1
    starts = [at for at in range(first + 1, end) if lines[at].gap_before]
    if all(len(clauses_of(line)) > 1 for line in lines[first:end]):
        gap = lines[first + 1].gap_before if end > first + 1 else 0
        yield Row(first, end if gap else next(iter(starts), end))
    elif end - first > 2:
        yield from map(Row, (first, *starts), (*starts, end))


def _is_sung(line: Line) -> bool:
    """Whether a line is clauses of the lengths of 词, and ends one."""
    clauses = clauses_of(line) if ends_a_clause(line) else ()
    return bool(clauses) and max(clauses) <= LONGEST_CLAUSE


def fields(lines: Sequence[Line]) -> list[tuple[int, Line]]:
    """The lines of lists of what a poem is, a field a line: its title is a headline, its author a byline."""
    names = [field_of(line) if line.text[:1] in _first_of_fields() else None for line in lines]
    if "title" not in names or "author" not in names:
        return []
    found = []
    for place, (line, name) in enumerate(zip(lines, names, strict=True)):
        near = names[max(place - _NEAR, 0) : place + _NEAR + 1]
        if name and "title" in near and "author" in near:
            role, opens = _ROLES.get(name, (Role.PARAGRAPH, Opens.BLOCK))
            form = Form.VERSE if name == "text" else None
            found.append((place, replace(line, role=role, opens=opens, form=form)))
    return found


def field_of(line: Line) -> str | None:
    """Which field of a poem's list a line is: title, author, form or text; None for any other line."""
    found = _named().match(line.text) if line.is_free else None
    return next(name for name in _FIELDS if found[1] in lists(__package__, "words")["poem", name]) if found else None


_NEAR = 4
_FIELDS = ("title", "author", "form", "text")
_ROLES = {"title": (Role.HEADLINE, Opens.ARTICLE), "author": (Role.BYLINE, Opens.BLOCK)}


@cache
def _first_of_fields() -> frozenset[str]:
    words = lists(__package__, "words")
    return frozenset("【[").union(word[0] for name in _FIELDS for word in words["poem", name])


@cache
def _first_of_tunes() -> frozenset[str]:
    return frozenset("《〈").union(word[0] for word in lists(__package__, "words")["poem", "tune"])


@cache
def _named() -> re.Pattern[str]:
    names = [word for name in _FIELDS for word in lists(__package__, "words")["poem", name]]
    return later(rf"[【\[]?({any_of(names)})[】\]]?[ \u3000]*[:：]", needs=lambda: names)


@cache
def _tune() -> re.Pattern[str]:
    names = lists(__package__, "words")["poem", "tune"]
    return later(rf"[《〈]?{any_of(names)}[》〉]?(?:$|[·・•．.\-—：: \u3000（(《〈，])", needs=lambda: names)
