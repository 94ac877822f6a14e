"""A web page, or any HTML document → ``Source``: its main content with what the mark-up tells of it.

The site's own things (navigation, comments, other articles) are left out; the article is whole and in order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

from converter.errors import UnreadableInput
from converter.model import Metadata, Opens, Role, Run, Source
from converter.readers.encoding import WIDENED, decode
from converter.readers.html import content as html_content
from converter.readers.html import tree as html_tree
from converter.readers.html.about import About, about
from converter.readers.html.article import article
from converter.readers.html.clear import clear
from converter.readers.html.draft import Draft
from converter.readers.html.founder import told_by_founder
from converter.readers.html.head import role_of
from converter.readers.html.headline import squeezed
from converter.readers.html.learn import learn
from converter.readers.html.lines import Walker
from converter.readers.html.pictures import Pictures
from converter.readers.html.roles import pin_body, set_roles
from converter.readers.html.tree import Amounts
from converter.readers.lines import Lines
from converter.readers.text import SURE, doubt_of, warnings_of

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_LEADING = re.compile(r"\s*(?:<!doctype[^>]*>\s*)?((?:<!--.*?-->\s*|<\?.*?\?>\s*)*)", re.DOTALL | re.IGNORECASE)


def read_html(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a page. Pictures that lie beside it are named by their runs; ``pictures`` finds them.

    Raises ``UndecodableText``, and ``UnreadableInput`` where the page is empty, too deep or too large to be read.
    """
    if len(data) > html_tree.LARGEST:
        raise UnreadableInput("the page is larger than 200 MB: save the article alone, or its text as a .txt file")
    text, warnings = decoded(data, encoding)
    return read_page(text, warnings=warnings)


def read_page(text: str, parts: Mapping[str, bytes] | None = None, address: str = "", warnings: tuple[str, ...] = ()) -> Source:
    """The ``Source`` of a page's text. ``parts`` are the files that came with it by their addresses."""
    root = html_tree.parse(text)
    leading = _LEADING.match(text)
    known = about(root, leading[1] if leading else "")
    told_by_founder(text, known)
    is_site = html_content.is_site(root)
    html_tree.prune(root)
    pictures = Pictures(parts, address or known.address)
    amounts = html_tree.Amounts(root)
    content = html_content.content_of(root, is_site, amounts)
    if content is root or content.tag == "body":
        drafts = document(content, known, pictures, amounts)
    else:
        drafts = article(root, content, known, pictures, amounts)
    if not drafts:
        raise UnreadableInput("no text was found in the page: save it again when it is wholly loaded, or save its text")
    if known.next_page:
        warnings += (f"the article goes on at {known.next_page}: save that page too, or the one that shows the article whole",)
    if pictures.remote:
        lost = " ".join(pictures.remote)
        warnings += (f"left out {len(pictures.remote)} picture(s) that only the network has: {lost}",)
    return _source(drafts, known, pictures, warnings)


def document(body: HtmlElement, known: About, pictures: Pictures, amounts: Amounts) -> list[Draft]:
    """The lines of a page that is content from end to end: its highest headings are headlines."""
    clear(body, amounts)
    pictures.speaks = True
    drafts = Walker(pictures).read(body)
    top = min((draft.level for draft in drafts if draft.level), default=0)
    tops = [draft for draft in drafts if draft.level == top] if top else []
    if top and (len(tops) == 1 or top == 1):
        for draft in tops:
            draft.role, draft.opens, draft.level = Role.HEADLINE, Opens.ARTICLE, 0
    elif known.title and drafts and squeezed_in(known.title, drafts):
        drafts.insert(0, Draft([Run(known.title)], Role.HEADLINE, opens=Opens.ARTICLE))
    heads = [number for number, draft in enumerate(drafts) if draft.role is Role.HEADLINE]
    if len(heads) == 1:
        under = drafts[heads[0] + 1 : heads[0] + 5]
        for draft in under:
            if draft.role is None and (role := role_of(draft.text, draft, "", set(), known)) in (Role.FOLIO, Role.SOURCE_NOTE):
                draft.role = role
        learn(known, known.title or drafts[heads[0]].text, under, drafts[heads[0] + 5 :], body)
    set_roles(drafts)
    if heads:
        pin_body(drafts)
    if not known.title:
        known.title = next((draft.text for draft in drafts if draft.role is Role.HEADLINE), "")
    return drafts


def squeezed_in(title: str, drafts: list[Draft]) -> bool:
    """Whether ``title`` says something that the first lines do not."""
    return squeezed(title) not in squeezed("".join(draft.text for draft in drafts[:3]))


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
    warnings += warnings_of("".join(draft.text for draft in drafts))
    return lines.source(metadata, images, warnings)


def decoded(data: bytes, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    """The page's text, and what has to be said of its encoding: what its bytes show counts more than what it declares, which decides where they leave doubt."""
    found = decode(data, encoding)
    if encoding or found.confidence >= SURE:
        return found.text, ()
    declared = _DECLARED.search(data[:4096])
    if declared:
        name = declared[1].decode("ascii", "replace").lower()
        for known in WIDENED.get(name, (name,)):
            if known in dict(found.candidates):
                return data.decode(known), ()
    return found.text, (doubt_of(found),)
