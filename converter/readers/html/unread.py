"""Text of a page that stands in for something else (a script, a frame, a film) or is a form's: it is counted, not read.

Text in a drawing is read.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree
from lxml.html import HtmlElement

from converter.press.sites import waits
from converter.readers.html.tree import drop

_UNREAD = "noscript iframe object audio video canvas select datalist textarea".split()
"""Of these what is in them is shown by no browser that shows the page as it is meant, or is a form's to choose from."""

_NAMES = {"select": "option", "datalist": "option"}

Unread = list[tuple[HtmlElement, str, int]]
"""What is not read: the element around it, the tag that it was in, how many characters it has."""


def take_unread(root: HtmlElement) -> Unread:
    """Take it out of the page, and tell what it was, outermost elements alone; drawings become their text."""
    for svg in list(root.iter("svg")):
        _open(svg)
    found: Unread = []
    walk = etree.iterwalk(root, events=("start",), tag=_UNREAD)
    doomed = []
    for _, element in walk:
        text = " ".join("".join(element.itertext()).split())
        above = element.getparent()
        if above is not None and text and not waits(text):
            found.append((above, _NAMES.get(element.tag, element.tag), len("".join(text.split()))))
        doomed.append(element)
        walk.skip_subtree()
    for element in doomed:
        drop(element)
    return found


def _open(svg: HtmlElement) -> None:
    """Put the words that a drawing shows in its place, a blank between two; nothing is left of one that shows none."""
    etree.strip_elements(svg, "defs", "symbol", with_tail=False)  # these are shown elsewhere, if at all
    words = [" ".join("".join(text.itertext()).split()) for text in svg.iter("text")]
    for child in list(svg):
        svg.remove(child)
    svg.text, svg.tag = " ".join(filter(None, words)), "span"


def unread_in(content: HtmlElement, unread: Unread) -> list[str]:
    """A warning that counts what was not read in the content, none where nothing was."""
    inside = set(content.iter()) if unread else set()
    sizes: Counter[str] = Counter()
    for above, tag, size in unread:
        if above in inside:
            sizes[tag] += size
    if not sizes:
        return []
    told = ", ".join(f"{size} in <{tag}>" for tag, size in sizes.items())
    return [f"left out {sizes.total()} character(s) that stand in for others, or are to choose from: {told}"]
