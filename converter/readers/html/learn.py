"""What the lines of an article tell of it: when, whence, by whom; and where else on its page a date is said."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from converter.model import Role
from converter.readers.html.about import About
from converter.readers.html.authors import author_in, names_in, signed
from converter.readers.html.dates import of_address, published
from converter.readers.html.draft import Draft
from converter.readers.html.head import bare_source, page_of, source_in
from converter.readers.html.tree import words

_TELLING = (Role.FOLIO, Role.SOURCE_NOTE, Role.BYLINE)
_TAIL = 4
"""Lines at the end of an article that may tell of it."""

_PAPER = re.compile(r"《\s*([^》]{2,16}?)\s*》")
_LABELLED = re.compile(r"(?:发布|發布|發佈|发表|时间|時間|日期)\s*[：:]?\s*.{8,24}")


def learn(known: About, title: str, head: list[Draft], body: list[Draft], root: HtmlElement) -> None:
    """Add to what is ``known`` of the page what its lines say: they are nearer to the article than the page's head."""
    notes = [draft for draft in (*head, *body[:2]) if draft.role in _TELLING]
    lines = [draft.text for draft in notes]
    tail = [draft.text for draft in body[-_TAIL:] if len(draft.text) < 120]
    info, end = " ".join(lines), " ".join(tail)
    known.title = title or known.title
    known.date = published(info) or known.date or published(end) or _elsewhere(root, known)
    number, name = page_of(f"{info} {end}", root)
    known.page, known.page_name = known.page or number, known.page_name or name
    byline = next((draft.text for draft in notes if draft.role is Role.BYLINE), "")
    account = (
        "" if names_in(byline) or not re.fullmatch(r"[\w·]{2,16}", byline) else byline
    )  # who publishes on a site of many
    known.source = source_in(info) or source_in(end) or known.source or bare_source(head) or account
    if issue := _PAPER.search(" ".join(draft.text for draft in notes if draft.role is Role.FOLIO)):
        known.paper = issue[1]
    edited = any(known.author in line for line in tail if "编" in line or "編" in line)
    said = (
        author_in(lines)
        or names_in(byline)
        or author_in(tail, strict=True)
        or next(filter(None, map(signed, tail)), "")
    )
    known.author = said or ("" if edited else known.author)


def _elsewhere(root: HtmlElement, known: About) -> str:
    """The date that the page tells elsewhere: after a word for it, in a script, in its address, or as the only one."""
    labelled = _LABELLED.search(words(root))
    said = (labelled and published(labelled[0])) or known.scripted or of_address(known.address)
    if said:
        return said
    short = (text for text in root.itertext() if 8 <= len(text) <= 40)
    days = {day for text in short if len(day := published(text)) > len("1908")}
    return days.pop() if len(days) == 1 else ""
