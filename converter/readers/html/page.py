"""A web page, or any HTML document → ``Source``: its main content with what the mark-up tells of it.

The site's own things (navigation, comments, other articles) are left out; the article is whole and in order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from converter import left_out
from converter.errors import UnreadableInput
from converter.model import DEEPEST, Metadata, Source
from converter.readers.encoding import WIDENED, Decoded, decode
from converter.readers.html import content as html_content
from converter.readers.html import tree as html_tree
from converter.readers.html.about import About, about, is_page
from converter.readers.html.article import article
from converter.readers.html.clear import clear
from converter.readers.html.counters import uncounted
from converter.readers.html.document import document
from converter.readers.html.draft import Draft
from converter.readers.html.founder import told_by_founder
from converter.readers.html.inside import lead, lead_home
from converter.readers.html.mathml import set_formulas
from converter.readers.html.own import stories_of
from converter.readers.html.pictures import Pictures
from converter.readers.html.unread import Unread, characters, left_in, pointed_at, take_unread, told_again
from converter.readers.lines import Lines
from converter.readers.text import SURE, doubt_of, facts, told_of, warnings_of

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_LEADING = re.compile(r"\s*(?:<!doctype[^>]*>\s*)?((?:<!--.*?-->\s*|<\?.*?\?>\s*)*)", re.DOTALL | re.IGNORECASE)


def read_html(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a page. Pictures that lie beside it are named by their runs; ``pictures`` finds them.

    Raises ``UndecodableText``, and ``UnreadableInput`` where the page is empty, too deep or too large to be read.
    """
    if len(data) > html_tree.LARGEST:
        raise UnreadableInput("the page is larger than 200 MB: save the article alone, or its text as a .txt file")
    found, warnings = decoded(data, encoding)
    return told_of(read_page(found.text, warnings=warnings, broken=len(found.broken)), found)


def read_page(
    text: str,
    parts: Mapping[str, bytes] | None = None,
    address: str = "",
    warnings: tuple[str, ...] = (),
    is_document: bool = False,
    broken: int = 0,
) -> Source:
    """The ``Source`` of a page's text. ``parts`` are the files that came with it by their addresses.

    ``is_document`` says that nothing in it is a site's; else the page shows it. ``broken`` is how many U+FFFD of it
    stand for broken bytes.
    """
    root = html_tree.parse(text)
    leading = _LEADING.match(text)
    known = about(root, leading[1] if leading else "")
    told_by_founder(text, known)
    is_site = html_content.is_site(root)
    unread = told_again(root)
    set_formulas(root)
    html_tree.prune(root)
    unread += take_unread(root)
    lead_home(root, address or known.address)
    pictures = Pictures(parts, address or known.address)
    amounts = html_tree.Amounts(root)
    body = html_content.body_of(root)
    seen = characters(body)
    content = None if is_document else stories_of(root)
    known.is_own = content is not None
    if content is None and not is_document:
        content = html_content.content_of(root, is_site, amounts)
    if content is body:
        clear(body, amounts)
    if content is None or content is body:
        drafts = document(body, known, pictures, amounts)
    else:
        drafts = article(root, content, known, pictures, amounts)
    lead(drafts)
    if not drafts:
        raise UnreadableInput("no text was found in the page: save it again when it is wholly loaded, or save its text")
    warnings += _unread(body if content is None else content, unread, seen, drafts, known, pictures)
    said = "".join((*html_tree.REFUSED.findall(text), *(draft.text for draft in drafts)))
    known.url = known.url or (address if is_page(address) else "")
    return _source(drafts, known, pictures, (*warnings, *warnings_of(said, broken)))


def _unread(
    shown: HtmlElement,
    unread: Unread,
    seen: Counter[str],
    drafts: list[Draft],
    known: About,
    pictures: Pictures,
) -> tuple[str, ...]:
    """What is said of what the lines do not hold: by what is missed, and by the number of characters."""
    counts = left_in(shown, [*unread, *pointed_at(shown)], seen, drafts)
    unsaid = pictures.unsaid(run for draft in drafts for run in draft.runs)
    counts["words for pictures that only the network has"] = sum(map(left_out.amount, unsaid))
    counts["words for pictures that are nowhere"] = sum(map(left_out.amount, pictures.unshown.values()))
    return (*_missed(drafts, known, pictures), *left_out.told(counts), *_uncounted(shown))


def _uncounted(shown: HtmlElement) -> Iterator[str]:
    if lists := uncounted(shown):
        yield f"{lists} number(s) of lists are none, or too large to count from: look at what stands there"


def _missed(drafts: list[Draft], known: About, pictures: Pictures) -> Iterator[str]:
    """What the page names that is not in it; a site's own pictures, as logos to share by, are not missed."""
    if known.next_page:
        yield f"the article goes on at {known.next_page}: save that page too, or the one that shows the article whole"
    shown = {run.image for draft in drafts for run in draft.runs}
    if lost := [address for address in pictures.remote if address in shown]:
        yield f"left out {len(lost)} picture(s) that only the network has: {' '.join(lost)}"


def _source(drafts: list[Draft], known: About, pictures: Pictures, warnings: tuple[str, ...]) -> Source:
    """The lines with their places in the text that they make together."""
    lines = Lines()
    for draft in drafts:
        lines.add(
            pictures.held(draft.runs),
            indent=draft.indent,
            size=draft.size or None,
            bold=draft.is_bold,
            centred=draft.centred,
            level=draft.level,
            role=draft.role,
            opens=draft.opens,
            form=draft.form,
            depth=min(draft.depth, DEEPEST),
        )
        lines.gap = 0
    shown = {run.image for line in lines.lines for run in line.runs}
    images = [(name, data) for name, data in pictures.found.items() if name in shown]
    return lines.source(_metadata(known), images, warnings)


def _metadata(known: About) -> Metadata:
    """What is known of the page; a site that calls itself news is the paper, another the publisher."""
    paper = known.paper or known.source or (known.site if known.is_news else "")
    told = {name: getattr(known, name) for name in ("title", "date", "page", "page_name", "author", "url")}
    told |= {"paper": paper, "publisher": "" if paper else known.site}
    return facts(**told)


def decoded(data: bytes, encoding: str | None) -> tuple[Decoded, tuple[str, ...]]:
    """The page's text with its encoding, and what has to be said of that.

    What its bytes show counts more than what it declares, which decides where they leave doubt.
    """
    found = decode(data, encoding, strict=False)
    if encoding or found.confidence >= SURE:
        return found, ()
    declared = _DECLARED.search(data[:4096])
    if declared:
        name = declared[1].decode("ascii", "replace").lower()
        for known in WIDENED.get(name, (name,)):
            if known in dict(found.candidates):
                return found._replace(text=data.decode(known), encoding=known), ()
    return found, (doubt_of(found),)
