"""An HTML page's text → its tree, without what is never read: scripts, forms, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from converter.errors import UnreadableInput

LARGEST = 200_000_000
"""Characters of a page that is read, pictures in it included."""

DEEPEST = 2000
"""Levels of elements; libxml2 leaves out what lies below 2048."""

NEVER_READ = (
    "script style template noscript iframe frame frameset object embed applet svg math canvas audio video map "
    "button input select textarea option datalist dialog"
).split()

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset figcaption figure "
    "footer form header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul founder-title founder-content".split()
) | set(HEADINGS)
"""Elements that begin a line of their own."""

_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def parse(text: str) -> HtmlElement:
    """The tree of a page. Raises ``UnreadableInput`` where it has no text, or is too deep or too large to be read."""
    if len(text) > LARGEST:
        raise UnreadableInput("the page is larger than 200 MB: save the article alone, or its text as a .txt file")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(text.replace("\0", "").encode("utf-8", "surrogatepass"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableInput("the page is empty: choose a file that has text in it") from error
    if depth_of(root) > DEEPEST:
        raise UnreadableInput(
            f"the page's elements are nested more than {DEEPEST} deep: open it in a browser and save its text as a .txt file"
        )
    return root


def depth_of(root: HtmlElement) -> int:
    """How many levels the tree has."""
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def prune(root: HtmlElement) -> None:
    """Take out of the tree what a reader of the page does not see, and what only a browser uses."""
    etree.strip_elements(root, *NEVER_READ, with_tail=False)
    etree.strip_tags(root, "form", etree.Comment)
    for element in list(root.iter()):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        if hidden and element.getparent() is not None and element.tag != "body":
            drop(element)


def drop(element: HtmlElement) -> None:
    """Take ``element`` out of its tree; what follows it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def words(element: HtmlElement) -> str:
    """The element's text, each run of blanks one space."""
    return " ".join("".join(element.itertext()).split())


def length(element: HtmlElement) -> int:
    """How many characters that are not blank the element has."""
    return sum(len("".join(text.split())) for text in element.itertext())


def linked(element: HtmlElement) -> float:
    """The part of the element's text that is links; 0 where it has none."""
    every = length(element)
    return sum(map(length, element.iter("a"))) / every if every else 0.0


def named(element: HtmlElement) -> str:
    """The element's class and id, to be searched for words."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element and all that it lies in, inmost first."""
    yield element
    yield from element.iterancestors()
