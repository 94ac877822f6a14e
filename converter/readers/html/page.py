"""A web page, or any HTML document → ``Source``: its main content with what the mark-up tells of it.

The site's own things (navigation, comments, other articles) are left out; the article is whole and in order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from lxml.html import HtmlElement

from converter.errors import UnreadableInput
from converter.model import Mark, Metadata, Opens, Role, Run, Source
from converter.press.dates import has_date
from converter.readers.encoding import WIDENED, decode
from converter.readers.html import content as html_content
from converter.readers.html import tree as html_tree
from converter.readers.html.about import About, about
from converter.readers.html.article import article
from converter.readers.html.clear import clear, contents_in
from converter.readers.html.draft import Draft
from converter.readers.html.founder import told_by_founder
from converter.readers.html.head import role_of
from converter.readers.html.inside import lead
from converter.readers.html.learn import learn
from converter.readers.html.lines import Walker
from converter.readers.html.pictures import Pictures
from converter.readers.html.roles import pin_body, set_roles
from converter.readers.html.tree import Amounts
from converter.readers.lines import Lines
from converter.readers.text import SURE, doubt_of, warnings_of

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_LEADING = re.compile(r"\s*(?:<!doctype[^>]*>\s*)?((?:<!--.*?-->\s*|<\?.*?\?>\s*)*)", re.DOTALL | re.IGNORECASE)

_HEADS = {"subtitle": Role.DECK, "author": Role.BYLINE, "date": Role.SOURCE_NOTE}
"""What pandoc calls the headings below a title."""


def read_html(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a page. Pictures that lie beside it are named by their runs; ``pictures`` finds them.

    Raises ``UndecodableText``, and ``UnreadableInput`` where the page is empty, too deep or too large to be read.
    """
    if len(data) > html_tree.LARGEST:
        raise UnreadableInput("the page is larger than 200 MB: save the article alone, or its text as a .txt file")
    text, name, warnings = decoded(data, encoding)
    return replace(read_page(text, warnings=warnings), encoding=name)


def read_page(
    text: str,
    parts: Mapping[str, bytes] | None = None,
    address: str = "",
    warnings: tuple[str, ...] = (),
    is_document: bool = False,
) -> Source:
    """The ``Source`` of a page's text. ``parts`` are the files that came with it by their addresses.

    ``is_document`` says that nothing in it is a site's; else the page shows it.
    """
    root = html_tree.parse(text)
    leading = _LEADING.match(text)
    known = about(root, leading[1] if leading else "")
    told_by_founder(text, known)
    is_site = html_content.is_site(root)
    html_tree.prune(root)
    pictures = Pictures(parts, address or known.address)
    amounts = html_tree.Amounts(root)
    body = html_content.body_of(root)
    content = None if is_document else html_content.content_of(root, is_site, amounts)
    if content is body:
        clear(body, amounts)
    if content is None or content is body:
        drafts = document(body, known, pictures, amounts)
    else:
        drafts = article(root, content, known, pictures, amounts)
    lead(drafts)
    if not drafts:
        raise UnreadableInput("no text was found in the page: save it again when it is wholly loaded, or save its text")
    if known.next_page:
        warnings += (
            f"the article goes on at {known.next_page}: save that page too, or the one that shows the article whole",
        )
    if pictures.remote:
        lost = " ".join(pictures.remote)
        warnings += (f"left out {len(pictures.remote)} picture(s) that only the network has: {lost}",)
    said = "".join((*html_tree.REFUSED.findall(text), *(draft.text for draft in drafts)))
    return _source(drafts, known, pictures, (*warnings, *warnings_of(said)))


def document(body: HtmlElement, known: About, pictures: Pictures, amounts: Amounts) -> list[Draft]:
    """The lines of a page that is content from end to end: its highest headings are headlines."""
    pictures.speaks = True
    drafts = Walker(pictures).read(body)
    beside = {element for part in [*contents_in(body, amounts), *_edges(body)] for element in part.iter()}
    for draft in drafts:
        if draft.element in beside:
            role = role_of(draft.text, draft, "", set(), known)
            draft.role = role if role is Role.FOLIO else Role.FURNITURE
            draft.form, draft.depth, draft.level = None, 0, 0
    named = [
        draft
        for draft in drafts
        if draft.element is not None and "title" in (draft.element.get("class") or "").lower().split()
    ]
    for draft in drafts:
        if draft.level and (
            role := _HEADS.get(draft.element.get("class") or "") if draft.element is not None else None
        ):
            draft.role, draft.level = role, 0
    top = min((draft.level for draft in drafts if draft.level), default=0)
    tops = (
        named
        if len(named) == 1
        else _in_large_type(drafts) or [draft for draft in drafts if top and draft.level == top]
    )
    if tops and (len(tops) == 1 or top in (0, 1)):
        for draft in tops:
            draft.role, draft.opens, draft.level = Role.HEADLINE, Opens.ARTICLE, 0
            if all(run.mark is Mark.STRONG for run in draft.runs):
                draft.runs = [replace(run, mark=None) for run in draft.runs]
        _set_kickers(drafts)
    elif known.title and drafts and squeezed_in(known.title, drafts):
        drafts.insert(0, Draft([Run(known.title)], Role.HEADLINE, opens=Opens.ARTICLE))
    heads = [number for number, draft in enumerate(drafts) if draft.role is Role.HEADLINE]
    if len(heads) == 1:
        under = drafts[heads[0] + 1 : heads[0] + 5]
        for draft in under:
            if draft.role is None and "。" not in draft.text:
                role = role_of(
                    draft.text, draft, "" if draft.element is None else html_tree.named(draft.element), set(), known
                )
                draft.role = role if role in (Role.FOLIO, Role.SOURCE_NOTE, Role.DECK) else None
        learn(known, known.title or drafts[heads[0]].text, under, drafts[heads[0] + 5 :], body)
    set_roles(drafts)
    if heads:
        pin_body(drafts)
    if not known.title:
        known.title = next((draft.text for draft in drafts if draft.role is Role.HEADLINE), "")
    return drafts


def _edges(body: HtmlElement) -> list[HtmlElement]:
    """The headers and footers of an office document's pages, as LibreOffice saves them."""
    return [part for part in body.iter("div") if part.get("title") in ("header", "footer")]


def _set_kickers(drafts: list[Draft]) -> None:
    """The short centred line above a headline, in type between the text's and the headline's, is its kicker."""
    body = _usual_size(drafts)
    for above, draft in pairwise(drafts):
        fits = draft.role is Role.HEADLINE and above.role is None and above.centred and body < above.size < draft.size
        if fits and len(above.text) <= 30 and above.text[-1] not in "。：，号號期" and not has_date(above.text):
            above.role, above.opens, draft.opens = Role.KICKER, Opens.ARTICLE, Opens.BLOCK


def _usual_size(drafts: list[Draft]) -> float:
    """The size of most of the text, in points."""
    amounts: Counter[float] = Counter()
    for draft in drafts:
        amounts[draft.size or 12.0] += len(draft.text)
    return max(amounts, key=lambda size: amounts[size], default=12.0)


def _in_large_type(drafts: list[Draft]) -> list[Draft]:
    """The lines that are titles by the size of their type; where there are headings, only one that stands above them."""
    least = 1.5 * _usual_size(drafts)
    first = next((number for number, draft in enumerate(drafts) if draft.level), len(drafts))
    large = [
        d
        for d in drafts[:first]
        if d.size >= least and d.role is None and len(d.text) <= 60 and d.text[-1] not in "。；，：！？"
    ]
    largest = [draft for draft in large if draft.size == max(draft.size for draft in large)]
    return largest if len(largest) == 1 or first == len(drafts) else []


def squeezed_in(title: str, drafts: list[Draft]) -> bool:
    """Whether ``title`` says something that the first lines do not."""
    return html_tree.squeezed(title) not in html_tree.squeezed("".join(draft.text for draft in drafts[:3]))


def _source(drafts: list[Draft], known: About, pictures: Pictures, warnings: tuple[str, ...]) -> Source:
    """The lines with their places in the text that they make together."""
    lines = Lines()
    for draft in drafts:
        seen = {"indent": draft.indent, "centred": draft.centred, "role": draft.role, "opens": draft.opens}
        lines.add(pictures.held(draft.runs), form=draft.form, depth=draft.depth, **seen)
        lines.gap = 0
    paper = known.paper or known.source or (known.site if known.is_news else "")
    metadata = Metadata(
        title=known.title or None,
        paper=paper or None,
        date=known.date or None,
        page=known.page or None,
        page_name=known.page_name or None,
        author=known.author or None,
        publisher=known.site if known.site and not paper else None,
    )
    shown = {run.image for line in lines.lines for run in line.runs}
    images = [(name, data) for name, data in pictures.found.items() if name in shown]
    return lines.source(metadata, images, warnings)


def decoded(data: bytes, encoding: str | None) -> tuple[str, str, tuple[str, ...]]:
    """The page's text, its encoding, and what has to be said of that: what its bytes show counts more than what it
    declares, which decides where they leave doubt.
    """
    found = decode(data, encoding)
    if encoding or found.confidence >= SURE:
        return found.text, found.encoding, ()
    declared = _DECLARED.search(data[:4096])
    if declared:
        name = declared[1].decode("ascii", "replace").lower()
        for known in WIDENED.get(name, (name,)):
            if known in dict(found.candidates):
                return data.decode(known), known, ()
    return found.text, found.encoding, (doubt_of(found),)
