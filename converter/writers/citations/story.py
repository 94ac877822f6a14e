"""What a story is cited by: who wrote it, what it is called, where and when it was printed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from converter.model import Issue
from converter.press.dates import first_day
from converter.press.facts import stories, with_facts
from converter.press.names import is_name, surnames
from converter.writers.markup.blocks import plain
from converter.writers.markup.excerpts import excerpt

_LONGEST = 30
"""Characters of its text by which a story without a title is called."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A story; what is not known is empty. ``date`` is ISO 8601, ``key`` is no other story's of the issue."""

    key: str
    title: str
    authors: tuple[str, ...] = ()
    paper: str = ""
    date: str = ""
    page: str = ""
    section: str = ""
    number: str = ""
    language: str = ""
    url: str = ""


def citations(issue: Issue) -> Iterator[Citation]:
    """The issue's stories in reading order, those of brief columns each by itself."""
    data = issue.metadata
    keys: set[str] = set()
    for section, article in stories(with_facts(issue)):
        date = plain(article.date or "")
        date = date if first_day(date) else ""
        title = plain(article.title or "") or excerpt(article, _LONGEST)
        paper, page = plain(data.paper or ""), plain(article.page or "")
        yield Citation(
            _key(keys, date, f"{paper}\n{page}\n{title}"),
            title,
            tuple(filter(None, map(plain, article.authors))),
            paper,
            date,
            page,
            plain(section.name or data.page_name or ""),
            plain(data.number or ""),
            plain(issue.language),
            plain(article.url or ""),
        )


def family_and_given(name: str) -> tuple[str, str] | None:
    """A Chinese name's two parts; None for a foreign one, a pen name or a house, which is one piece."""
    if not is_name(name) or not 2 <= len(name) <= 4:
        return None
    size = 2 if len(name) > 2 and name[:2] in surnames("double-surname") else 1
    return (name[:size], name[size:]) if name[:size] in surnames("surname", "double-surname") else None


def _key(keys: set[str], date: str, told: str) -> str:
    """A name of plain letters for what is ``told``, the same whenever it is made; another one where it is taken."""
    digest = hashlib.sha1(told.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
    key = base = "-".join(filter(None, (date or "undated", digest[:8])))
    while key in keys:
        key = f"{base}-{len(keys)}"
    keys.add(key)
    return key
