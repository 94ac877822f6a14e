"""Pages of digital newspapers made with Founder's system, as most papers of the mainland use it, and with its likes.

Such a page tells everything in a comment (``<!--enpproperty <title>…</title> … /enpproperty-->``), and calls the parts
of its article ``founder-title``, ``founder-introtitle`` (引题), ``founder-subtitle`` (副题), ``founder-author``,
``founder-content``. Other systems tell it in hidden fields of a form, or name the parts in comments before them
(``<!--引题开始-->``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import unescape

from lxml.html import HtmlElement

from converter.model import Opens, Role, Run
from converter.press.pages import label
from converter.readers.html.about import About
from converter.readers.html.authors import author_called
from converter.readers.html.dates import iso
from converter.readers.html.draft import Draft
from converter.readers.html.tree import squeezed, words
from converter.readers.html.words import names

_TOLD = re.compile(r"<!--\s*enpproperty\b(.{0,20000}?)/enpproperty\s*-->", re.DOTALL)
_VALUE = re.compile(r"<(\w+)>(.*?)</\1>", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")


_BETWEEN = re.compile(r"[;；,，、\s]+")
"""What stands between two authors."""

_COMMENT = re.compile(r"<!--(.{0,40}?)-->(?=([^<]{0,200}(?:<(?!!--)[^>]{0,400}>[^<]{0,200}){0,12}))", re.DOTALL)
_LONGEST = 120
"""Characters of the longest title."""


def told_by_founder(text: str, root: HtmlElement, known: About) -> None:
    """Add to what is ``known`` what a page's ``text`` tells in comments, its ``root`` in hidden fields."""
    found = _TOLD.search(text)
    if found:
        said = {key: _plain(value) for key, value in _VALUE.findall(found[1])}
        _know(known, {key: value for key, value in said.items() if value != "null"})
        return
    hidden = _hidden(root) or _marked(text)
    shown = squeezed(words(root)) if hidden else ""
    _know(known, {key: value for key, value in hidden.items() if key == "date" or squeezed(value) in shown})


def titles_told(known: About, title: str) -> list[Draft]:
    """The lines of a ``title`` that the page does not show, with what is ``known`` of its kicker and deck."""
    told = {Role.KICKER: known.kicker, Role.HEADLINE: title, Role.DECK: known.deck} if title else {}
    drafts = [Draft([Run(text)], role, opens=Opens.BLOCK) for role, text in told.items() if text]
    for first in drafts[:1]:
        first.opens = Opens.ARTICLE
    return drafts


def _know(known: About, said: dict[str, str]) -> None:
    """Add what is said of an article: that is the paper's own entry of it in its catalogue."""
    if title := said.get("title"):
        known.titles.insert(0, title)
        known.title = title
    known.kicker, known.deck = said.get("introtitle", ""), said.get("subtitle", "")
    known.date = iso(said.get("date", "")) or known.date
    known.paper = said.get("sourcename") or known.paper
    known.author = known.author or "、".join(filter(None, map(author_called, _BETWEEN.split(said.get("author", "")))))
    if node := label(said.get("nodename", ""), "list"):
        known.page, known.page_name = node.number, node.name


def _hidden(root: HtmlElement) -> dict[str, str]:
    """What hidden fields tell; nothing where they tell no more than a title, as of a page to be shared."""
    fields = (element for element in root.iter("input") if (element.get("type") or "").lower() == "hidden")
    said = _first_of(
        (_called(f.get("name") or f.get("id") or ""), " ".join((f.get("value") or "").split())) for f in fields
    )
    return said if said.keys() & {"introtitle", "subtitle"} else {}


def _marked(text: str) -> dict[str, str]:
    """What stands behind comments that call it one of an article's parts, up to the next comment or the part's end."""
    return _first_of((_called(comment), _plain(behind)) for comment, behind in _COMMENT.findall(text))


def _first_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first value of each name that says something, and is no whole text."""
    said: dict[str, str] = {}
    for name, value in pairs:
        if name and 0 < len(value) <= _LONGEST:
            said.setdefault(name, value)
    return said


def _called(name: str) -> str:
    """What Founder's system calls a part or fact of an article that another calls by this name; else nothing."""
    found = _parts().fullmatch(name.strip().lower())
    return "" if found is None else next(kind for kind in _PARTS if found[kind])


def _plain(text: str) -> str:
    return " ".join(unescape(_TAGS.sub(" ", text)).split())


_PARTS = ("introtitle", "subtitle", "title", "author", "date", "sourcename", "nodename")


@cache
def _parts() -> re.Pattern[str]:
    """The names of a part: 引题, 引题开始, ``hidPreTitle``."""
    kinds = "|".join(rf"(?P<{kind}>{names(kind)})" for kind in _PARTS)
    return re.compile(rf"[-\s]*(?:hid(?:den)?|txt|article|art|news)?[-_]?(?:{kinds})[-_\s]*{names('begins')}?[-\s]*")
