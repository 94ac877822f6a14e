"""What the lines of an article tell of it: when, whence, by whom; and where else on its page a date is said."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from converter.model import Role
from converter.press.folio import read_folio
from converter.press.people import people_in
from converter.readers.html import wording
from converter.readers.html.about import About
from converter.readers.html.authors import author_at_end, author_in, authors_of
from converter.readers.html.dates import of_address, published
from converter.readers.html.draft import Draft
from converter.readers.html.head import bare_source, page_of, source_in
from converter.readers.html.tree import words

_TELLING = (Role.FOLIO, Role.SOURCE_NOTE, Role.BYLINE)
_TAIL = 4
"""Lines at the end of an article that may tell of it."""

_PAPER = re.compile(r"《\s*([^》]{2,16}?)\s*》")


def learn(known: About, title: str, head: list[Draft], body: list[Draft], root: HtmlElement) -> None:
    """Add to what is ``known`` of the page what its lines say: they are nearer to the article than the page's head."""
    notes = [draft for draft in (*head, *body[:2]) if draft.role in _TELLING]
    tail = [draft.text for draft in body[-_TAIL:] if len(draft.text) < 120]
    info, end = " ".join(draft.text for draft in notes), " ".join(tail)
    byline = next((draft.text for draft in notes if draft.role is Role.BYLINE), "")
    known.title = title or known.title
    known.date = published(info) or known.date or published(end) or _elsewhere(root, known)
    known.source = _source(info, end, known.source) or bare_source(head) or _account(byline)
    known.author = _author([draft.text for draft in notes], byline, tail, known.author)
    _learn_page(known, notes, page_of(f"{info} {end}", root))


def _source(info: str, end: str, told: str) -> str:
    """The source that the lines name, those of the head first, else the one that the page has ``told``."""
    return source_in(info) or source_in(end) or told


def _learn_page(known: About, notes: list[Draft], page: tuple[str, str]) -> None:
    """The number and name of the newspaper's page, and the paper that a folio line names."""
    number, name = next(filter(None, map(_whole_folio, notes)), page)
    known.page, known.page_name = known.page or number, known.page_name or name
    if issue := _PAPER.search(" ".join(draft.text for draft in notes if draft.role is Role.FOLIO)):
        known.paper = issue[1]


def _whole_folio(note: Draft) -> tuple[str, str] | None:
    """The page's number and name in a line that tells paper and day besides, and needs no word for a page then."""
    folio = read_folio(note.text)
    told = note.role is not Role.BYLINE and folio.paper and folio.date and folio.page and folio.page_name
    return (folio.page or "", folio.page_name or "") if told else None


def _account(byline: str) -> str:
    """Who publishes on a site of many: a byline that is one word and no person's name."""
    is_account = (
        re.fullmatch(r"[\w·]{2,16}", byline) and not people_in(byline) and not wording.place().fullmatch(byline)
    )
    return byline if is_account else ""


def _author(lines: list[str], byline: str, tail: list[str], told: str) -> str:
    """Who the lines say wrote the article, else whom the page's head has ``told``, unless that one edited it."""
    said = author_in(lines) or authors_of(byline) or author_at_end(tail)
    edited = any(told in line for line in tail if any(map(line.__contains__, wording.words("editor", "has"))))
    return said or ("" if edited else told)


def _elsewhere(root: HtmlElement, known: About) -> str:
    """The date that the page tells elsewhere: after a word for it, in a script, in its address, or as the only one."""
    labelled = wording.dated().search(words(root))
    said = (labelled and published(labelled[0])) or known.scripted or of_address(known.address)
    if said:
        return said
    short = (text for text in root.itertext() if 8 <= len(text) <= 40)
    days = {day for text in short if len(day := published(text)) > len("1908")}
    return days.pop() if len(days) == 1 else ""
