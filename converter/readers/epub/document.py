"""A content document of a book → its lines, with the places in it that the contents lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement

from converter.model import Block, Mark, Role
from converter.readers.encoding import decode
from converter.readers.epub.package import EPUB, Book
from converter.readers.epub.sheets import Sheets
from converter.readers.html import tree
from converter.readers.html.draft import Draft
from converter.readers.html.lines import Walker
from converter.readers.html.looks import PAGE_MARK
from converter.readers.html.pictures import Pictures
from converter.readers.text import clean
from converter.readers.xml import NotWellFormed, parse_xhtml

_ROLES: dict[str, Role] = {
    # words in an element's class or epub:type, and what the element is; Banmian's own books have roles as classes
    **{role.value.replace("_", "-"): role for role in Role if role is not Role.PARAGRAPH},
    "subtitle": Role.DECK,
    "author": Role.BYLINE,
    "figcaption": Role.CAPTION,
}
_IMAGE_LINK = "{http://www.w3.org/1999/xlink}href"
_OWN_STORY = re.compile(r"page\d+-story\d+(-part\d+)?")


@dataclass(slots=True)
class Piece:
    """A line of a document as a block. ``level`` is that of the heading that it is, 0 for none.

    ``item`` and ``margin`` are the elements that hold the line where it belongs to a brief item or stands apart.
    """

    block: Block
    level: int = 0
    item: HtmlElement | None = None
    margin: HtmlElement | None = None


@dataclass(slots=True)
class Document:
    """The pieces of a document in order. ``goes_on`` says that it is a later part of the one before."""

    path: str
    pieces: list[Piece]
    places: dict[str, int]
    own: bool = False
    goes_on: bool = False
    pages: dict[int, str] = field(default_factory=dict)

    def place(self, fragment: str) -> int | None:
        """The number of the piece that an address leads to; the first where it names no place."""
        return self.places.get(fragment, None if fragment else 0)


class Shelf:
    """The pictures of a book by their paths, unpacked when they are shown."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self._book.archive

    def __getitem__(self, name: str) -> bytes:
        return self._book.archive.read(name)


def read_document(book: Book, path: str, pictures: Pictures, sheets: Sheets, warnings: list[str]) -> Document:
    """Read the document at ``path``. One that is not well formed is mended as browsers do it, with a warning."""
    data = book.archive.read(path)
    try:
        root = parse_xhtml(data, path)
    except NotWellFormed:
        root = tree.parse(decode(data).text)
        warnings.append(f"mended {path}, which is not well formed: look whether its text is whole")
    own = book.own
    if not own:
        sheets.apply(root, path)
    body = next(root.iter("body"), root)
    _prepare(book, path, body, own)
    drafts = Walker(pictures, path).read(body)
    order = {element: number for number, element in enumerate(body.iter())}
    starts = [order.get(_top(draft, body), 0) for draft in drafts]
    pieces = [_piece(draft, own) for draft in drafts]
    places = {}
    for element in body.iter():
        for name in filter(None, (element.get("id"), element.tag == "a" and element.get("name"))):
            at = order[_block(element)]
            places[name] = next((n for n, start in enumerate(starts) if start >= at), len(pieces))
    story = next((name for name in places if _OWN_STORY.fullmatch(name)), "") if own else ""
    document = Document(path, pieces, places, own, "-part" in story)
    for mark in body.iter("div"):
        if own and mark.get(f"{EPUB}type") == "pagebreak" and (label := mark.get("aria-label")):
            document.pages[0] = label
    return document


def _prepare(book: Book, path: str, body: HtmlElement, own: bool) -> None:
    """Bring the document to what the walker knows: pictures by their paths, SVG's images, a book's own marks."""
    etree.strip_elements(body, "script", "style", "template", with_tail=False)
    printed = book.printed.get(path, {})
    for element in list(body.iter()):
        if not (own and element.tag == "div"):
            _mark_page(element, printed)
        if element.tag == "image":
            element.tag = "img"
            element.set("src", element.get(_IMAGE_LINK) or element.get("href") or "")
        if element.tag == "img":
            element.set("src", book.find(element.get("src") or "", path) or "")
        elif element.tag == "a" and (href := element.get("href")) and not href.startswith("#"):
            if inside := book.find(href, path):
                place = unquote(href.partition("#")[2])
                element.set("href", f"book:{inside}#{place}")
        elif element.tag == "span" and "dateline" in _names(element):
            element.tag = Mark.DATELINE.value
        elif own and {"quiet", "cover"} & set(_names(element)):  # said by the book, not by what it was made of
            element.drop_tree()
    for svg in list(body.iter("svg")):
        title = svg.findtext("title")
        for image in svg.iter("img"):
            image.set("alt", image.get("alt") or title or "")
        etree.strip_elements(svg, "title", "desc", with_tail=False)
        svg.drop_tag()


def _mark_page(element: HtmlElement, printed: dict[str, str]) -> None:
    """Put a mark where a page of the printed book begins, as the book's list of pages or the element itself says."""
    label = printed.get(element.get("id") or element.get("name") or "")
    is_break = "pagebreak" in _names(element)
    if not label and is_break:
        words = (element.get("title"), element.get("aria-label"), "".join(element.itertext()), element.get("id"))
        label = next(filter(None, words), "").strip().removeprefix("page").strip("-_. ")
    if not label:
        return
    if is_break:
        element[:] = []
        element.text = ""
    mark = element.makeelement(PAGE_MARK, label=label)
    mark.tail, element.text = element.text, ""
    element.insert(0, mark)


def _names(element: HtmlElement) -> list[str]:
    """The words of an element's class and epub:type."""
    return f"{element.get('class') or ''} {element.get(f'{EPUB}type') or ''}".lower().split()


def _block(element: HtmlElement) -> HtmlElement:
    """The element that begins a line and holds ``element``, or is it; one that stands between blocks is a place itself."""
    block = element
    while block.tag not in tree.BLOCKS and block.getparent() is not None and block.tag != "body":
        block = block.getparent()
    return block if block is element or all(child.tag not in tree.BLOCKS for child in block) else element


def _top(draft: Draft, body: HtmlElement) -> HtmlElement:
    """The element that the line stands in."""
    return body if draft.element is None else draft.element


def _piece(draft: Draft, own: bool) -> Piece:
    """The line as a block, its role told by its element's names."""
    around = [] if draft.element is None else [draft.element, *draft.element.iterancestors()]
    named = (_ROLES[name] for element in around[:2] for name in _names(element) if name in _ROLES)
    role: Role | None = next(named, None)
    if any("lead" in _names(element) for element in around):
        role = Role.LEAD
    if draft.level and role not in (Role.COLUMN_TITLE, Role.KICKER, Role.DECK):
        role = Role.SUBHEAD
    role = Role.CAPTION if draft.is_picture else role or draft.role or Role.PARAGRAPH
    runs = tuple(replace(run, text=clean(run.text)) for run in draft.runs)
    block = Block(role, runs, form=draft.form, depth=draft.depth)
    item = next((element for element in around if own and "item" in _names(element)), None)
    margin = next((element for element in around if own and "margin" in _names(element)), None)
    return Piece(block, draft.level, item, margin)
