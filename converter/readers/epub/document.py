"""A content document of a book → its lines, with the places in it that the contents lead to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement

from converter.left_out import amount
from converter.model import Block, Mark, Role
from converter.readers.encoding import decode
from converter.readers.epub.package import EPUB, Book
from converter.readers.epub.recipe import take_ways
from converter.readers.epub.sheets import Sheets
from converter.readers.html import tree
from converter.readers.html.counters import uncounted
from converter.readers.html.draft import Draft
from converter.readers.html.lines import Walker
from converter.readers.html.looks import PAGE_MARK
from converter.readers.html.mathml import set_formulas
from converter.readers.html.pictures import Pictures
from converter.readers.html.tree import squeezed
from converter.readers.html.unread import Unread, letters, pointed_at, take_tagged, told_again
from converter.readers.text import clean
from converter.readers.xml import NotWellFormed, parse_xhtml

_ROLES: dict[str, Role] = {
    # words in an element's class or epub:type, and what the element is; Banmian's own books have roles as classes
    **{role.value.replace("_", "-"): role for role in Role if role is not Role.PARAGRAPH},
    "subtitle": Role.DECK,
    "author": Role.BYLINE,
    "article_date": Role.SOURCE_NOTE,
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
    """The pieces of a document in order. ``goes_on`` says that it is a later part of the one before.

    ``page`` is the label of the page that begins with it in one of Banmian's ``own`` books. ``title`` is what its head
    calls it, ``seen`` counts its letters, ``left`` what of it is not read by its cause, ``uncounted`` the numbers of
    lists that nothing can be counted from.
    """

    path: str
    pieces: list[Piece]
    places: dict[str, int]
    own: bool = False
    goes_on: bool = False
    page: str | None = None
    title: str = ""
    seen: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    uncounted: int = 0

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
    root = _parsed(book, path, warnings)
    if not book.own:
        sheets.apply(root, path)
    title = next((tree.words(element) for element in root.iterfind("head/title")), "")
    body = _body(root)
    unread = [*_take_unread(body), *(() if book.own else take_ways(body, book, path))]
    _prepare(book, path, body, warnings)
    seen = letters(body.itertext())
    drafts = Walker(pictures, path).read(body)
    places = _places(body, drafts)
    left = _amounts(
        [*unread, *pointed_at(body, {squeezed(said) for draft in drafts for said in (draft.text, draft.words)})]
    )
    pieces = [_piece(draft, book.own) for draft in drafts]
    odd = uncounted(body)
    document = Document(path, pieces, places, book.own, title=title, seen=seen, left=left, uncounted=odd)
    if book.own:
        story = next((name for name in places if _OWN_STORY.fullmatch(name)), "")
        document.goes_on = "-part" in story
        document.page = _own_page(body)
    return document


def _parsed(book: Book, path: str, warnings: list[str]) -> HtmlElement:
    data = book.archive.read(path)
    try:
        return parse_xhtml(data, path)
    except NotWellFormed:
        warnings.append(f"mended {path}, which is not well formed: look whether its text is whole")
        return tree.parse(decode(data).text)


def _body(root: HtmlElement) -> HtmlElement:
    """What is read of a document; one that is a drawing alone is in a body then."""
    if root.tag != "svg":
        return next(root.iter("body"), root)
    body: HtmlElement = root.makeelement("body")
    body.append(root)
    return body


def _take_unread(body: HtmlElement) -> Unread:
    """Take out of the document what is not read, and tell what it was."""
    etree.strip_elements(body, "script", "style", with_tail=False)
    drawings = [(svg, "what drawings are called", _amount_called(svg)) for svg in body.iter("svg")]
    return [*drawings, *told_again(body), *take_tagged(body, ("template", "input", "map"))]


def _amounts(unread: Unread) -> Counter[str]:
    """How many characters each cause has."""
    found: Counter[str] = Counter()
    for _, cause, size in unread:
        found[cause] += size
    return found


def _amount_called(svg: HtmlElement) -> int:
    """How many characters a drawing is called and described by; its title are the words of a picture that has none."""
    is_said = any(not image.get("alt") for image in svg.iter("image", "img"))
    parts = [*svg.iter("desc"), *([] if is_said else svg.iter("title"))]
    return sum(amount("".join(part.itertext())) for part in parts)


def _prepare(book: Book, path: str, body: HtmlElement, warnings: list[str]) -> None:
    """Bring the document to what the walker knows: pictures by their paths, SVG's images, a book's own marks."""
    set_formulas(body)
    printed = book.printed.get(path, {})
    for element in list(body.iter()):
        if not (book.own and element.tag == "div"):
            _mark_page(element, printed)
        if element.tag in ("img", "image"):
            _show(element, book, path, warnings)
        elif element.tag == "a":
            _lead(element, book, path)
        elif element.tag == "span" and "dateline" in _names(element):
            element.tag = Mark.DATELINE.value
        elif book.own and _is_added(element):
            element.drop_tree()
    for svg in list(body.iter("svg")):
        _open(svg)


def _is_added(element: HtmlElement) -> bool:
    """Whether a book of ours says it, not what it was made of: a cover, a list of stories, a name for what has none."""
    return element.tag == "nav" or bool({"quiet", "cover"} & set(_names(element)))


def _show(image: HtmlElement, book: Book, path: str, warnings: list[str]) -> None:
    """Make a picture one that is called by its path; what is said of it is left out where its caption says the same.

    What is said of one that the book has not stays as text, and a warning names it; a picture in its own address stays.
    """
    source = (image.get("src") or image.get(_IMAGE_LINK) or image.get("href") or "").strip()
    found = source if source.startswith("data:") else book.find(source, path)
    image.tag = "img"
    image.set("src", found or "")
    if source and not found:
        warnings.append(f"the book shows {unquote(source)}, a picture that is not in it: look for a whole copy")
        image.tag, image.text = "span", image.get("alt") or image.get("title")
    if book.own and _only_named_after_its_caption(image):
        del image.attrib["alt"]


def _only_named_after_its_caption(image: HtmlElement) -> bool:
    """Whether what is said of a picture is what stands below it, which is read there."""
    figure = next(image.iterancestors("figure"), None)
    words = "" if figure is None else "".join("".join(one.itertext()) for one in figure.iter("figcaption"))
    return bool(words.strip()) and "".join((image.get("alt") or "").split()) == "".join(words.split())


def _lead(link: HtmlElement, book: Book, path: str) -> None:
    """Make the address of a link to another document of the book ``book:PATH#PLACE``; that of a link to a place of
    its own document, which may say its file's name, ``#PLACE``."""
    href = link.get("href") or "#"
    if not href.startswith("#") and (inside := book.find(href, path)):
        place = unquote(href.partition("#")[2])
        link.set("href", f"#{place}" if place and inside == path else f"book:{inside}#{place}")


def _open(svg: HtmlElement) -> None:
    """Leave nothing of a drawing but its pictures, with its title as their words, and its text."""
    title = svg.findtext("title")
    for image in svg.iter("img"):
        image.set("alt", image.get("alt") or title or "")
    etree.strip_elements(svg, "title", "desc", with_tail=False)
    svg.drop_tag()


def _places(body: HtmlElement, drafts: list[Draft]) -> dict[str, int]:
    """The number of the first line at or after each element that links may lead to, by the names of these."""
    order = {element: number for number, element in enumerate(body.iter())}
    starts = [order.get(body if draft.element is None else draft.element, 0) for draft in drafts]
    places = {}
    for element in body.iter():
        names = (element.get("id"), element.get("name") if element.tag == "a" else None)
        for name in filter(None, names):
            at = order[_block(element)]
            places[name] = next((n for n, start in enumerate(starts) if start >= at), len(drafts))
    return places


def _own_page(body: HtmlElement) -> str | None:
    """The page (版) that begins with this document of one of Banmian's own books."""
    breaks = (mark.get("aria-label") for mark in body.iter("div") if mark.get(f"{EPUB}type") == "pagebreak")
    return next(filter(None, breaks), None)


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
        element.attrib.pop("title", None)
    mark = element.makeelement(PAGE_MARK, label=label)
    mark.tail, element.text = element.text, ""
    element.insert(0, mark)


def _names(element: HtmlElement) -> list[str]:
    """The words of an element's class and epub:type."""
    return f"{element.get('class') or ''} {element.get(f'{EPUB}type') or ''}".lower().split()


def _block(element: HtmlElement) -> HtmlElement:
    """The element that begins a line and holds ``element``, or is it; one between blocks is a place itself."""
    block = element
    while block.tag not in tree.BLOCKS and block.getparent() is not None and block.tag != "body":
        block = block.getparent()
    return block if block is element or all(child.tag not in tree.BLOCKS for child in block) else element


def _piece(draft: Draft, own: bool) -> Piece:
    """The line as a block, with what holds it where Banmian has written the book."""
    around = [] if draft.element is None else [draft.element, *draft.element.iterancestors()]
    runs = tuple(replace(run, text=clean(run.text)) for run in draft.runs)
    block = Block(_role(draft, around), runs, form=draft.form, depth=draft.depth)
    if not own:
        return Piece(block, draft.level)
    return Piece(block, draft.level, _called(around, "item"), _called(around, "margin"))


def _role(draft: Draft, around: list[HtmlElement]) -> Role:
    """What the line is: a picture, a heading, what the elements ``around`` it are called, what the walker says."""
    if draft.is_picture:
        return Role.CAPTION
    named = next((_ROLES[name] for element in around[:2] for name in _names(element) if name in _ROLES), None)
    if _called(around, "lead") is not None:
        named = Role.LEAD
    if draft.level and named not in (Role.COLUMN_TITLE, Role.KICKER, Role.DECK):
        return Role.SUBHEAD
    return named or draft.role or Role.PARAGRAPH


def _called(elements: list[HtmlElement], name: str) -> HtmlElement | None:
    """The first of the ``elements`` that is called so."""
    return next((element for element in elements if name in _names(element)), None)
