"""A page that is content from end to end → its lines, with what their elements say outright."""

from __future__ import annotations

from lxml.html import HtmlElement

from converter.model import Opens, Role
from converter.press.sites import is_paging
from converter.readers.html.about import About
from converter.readers.html.clear import contents_in
from converter.readers.html.draft import Draft
from converter.readers.html.founder import titles_told
from converter.readers.html.head import role_of
from converter.readers.html.learn import learn
from converter.readers.html.lines import Walker
from converter.readers.html.looks import USUAL_SIZE
from converter.readers.html.pictures import Pictures
from converter.readers.html.roles import set_captions
from converter.readers.html.tree import Amounts, named, squeezed

_HEADS = {"subtitle": Role.DECK, "author": Role.BYLINE, "date": Role.SOURCE_NOTE}
"""What pandoc calls the headings at the top of a document."""

_HEAD = 4
"""Lines under a headline that may tell of it."""


def document(body: HtmlElement, known: About, pictures: Pictures, amounts: Amounts) -> list[Draft]:
    """The lines of a page that is content from end to end."""
    pictures.speaks = True
    drafts = Walker(pictures).read(body)
    _set_aside(drafts, body, amounts, known)
    _set_called(drafts)
    headlines = _headlines(drafts, known)
    if not headlines and known.title and drafts and not _is_set(drafts) and not _says(drafts[:3], known.title):
        drafts[:0] = titles_told(known, known.title)
        headlines = _headlines(drafts, known)
    if len(headlines) == 1:
        _learn(drafts, headlines[0], known, body)
    set_captions(drafts)
    is_set = _is_set(drafts)
    for draft in drafts:
        draft.role = None if draft.level else draft.role  # which headings are headlines, type may say too
        draft.size = draft.size or (USUAL_SIZE if is_set and not draft.level else 0)
    known.title = known.title or next((draft.words for draft in headlines), "")
    return drafts


def _set_aside(drafts: list[Draft], body: HtmlElement, amounts: Amounts, known: About) -> None:
    """Contents of the page itself are furniture, and so are ways to others, headers and footers but for folio lines.

    LibreOffice saves these so.
    """
    edges = [part for part in body.iter("div") if part.get("title") in ("header", "footer")]
    aside = {element for part in [*contents_in(body, amounts), *edges] for element in part.iter()}
    for draft in drafts:
        if draft.element in aside or draft.is_link and not draft.level and is_paging(draft.text):
            is_folio = role_of(draft.text, draft, "", set(), known) is Role.FOLIO
            draft.role, draft.form = Role.FOLIO if is_folio else Role.FURNITURE, None
            draft.depth = draft.level = 0


def _set_called(drafts: list[Draft]) -> None:
    """Give headings that pandoc calls subtitle, author and date their roles, and the one line that is called title."""
    titles = [draft for draft in drafts if "title" in _called(draft).lower().split()]
    for draft in drafts:
        if draft.level and (role := _HEADS.get(_called(draft))):
            draft.role, draft.level = role, 0
    if len(titles) == 1:
        titles[0].role, titles[0].opens, titles[0].level = Role.HEADLINE, Opens.ARTICLE, 0


def _called(draft: Draft) -> str:
    return "" if draft.element is None else draft.element.get("class") or ""


def _headlines(drafts: list[Draft], known: About) -> list[Draft]:
    """The headlines that the page tells: what it calls one, its highest headings, else the line that says its title."""
    if called := [draft for draft in drafts if draft.role is Role.HEADLINE]:
        return called
    top = min((draft.level for draft in drafts if draft.level), default=0)
    highest = [draft for draft in drafts if top and draft.level == top]
    if top == 1 or len(highest) == 1:
        return highest
    return [draft for draft in drafts[:_HEAD] if known.title and squeezed(draft.words) == squeezed(known.title)][:1]


def _is_set(drafts: list[Draft]) -> bool:
    """Whether the page says sizes of type: then these may show its title."""
    return any(draft.size for draft in drafts)


def _says(drafts: list[Draft], title: str) -> bool:
    return squeezed(title) in squeezed("".join(draft.text for draft in drafts))


def _learn(drafts: list[Draft], headline: Draft, known: About, body: HtmlElement) -> None:
    """Learn of the page from the lines under its only headline, which tell what they are."""
    place = drafts.index(headline) + 1
    under, rest = drafts[place : place + _HEAD], drafts[place + _HEAD :]
    for draft in under:
        if draft.role is None and not draft.level and "。" not in draft.text:
            names = "" if draft.element is None else named(draft.element)
            role = role_of(draft.text, draft, names, set(), known)
            draft.role = role if role in (Role.FOLIO, Role.SOURCE_NOTE, Role.DECK) else None
    learn(known, known.title or headline.words, under, rest, body)
