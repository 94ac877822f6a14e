"""What of a page is left out, counted by its cause: what stands in for something else (a frame, a film), forms, hidden
text, words that are shown where one points, and all that is the site's own around the article.

Text in a drawing is read, and so is a dialog that is open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from unicodedata import normalize

from lxml import etree
from lxml.html import HtmlElement
from lxml.html.defs import tags

from converter.left_out import amount
from converter.press.sites import waits
from converter.readers.html.draft import Draft
from converter.readers.html.looks import PAGE_MARK
from converter.readers.html.mathml import TOLD_OF
from converter.readers.html.tree import ancestors, drop, squeezed, words

_UNREAD = (
    *"noscript iframe object audio video canvas applet noembed noframes template".split(),
    *"select datalist textarea button input map dialog".split(),
)
"""Of these what is in them is shown by no browser that shows the page as it is meant, or is to be filled in, chosen or
pressed."""

_FORMS = ("select", "datalist", "textarea", "button", "input")
_CALLED = {"select": "option", "datalist": "option", "map": "area"}
_SAID = ("label", "alt", "placeholder")
"""Attributes whose words a form or a map of links shows."""

_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_UNSEEN = re.compile(r"(?<![\w-])(?:visually-?hidden|sr-only|screen-reader-text)(?![\w-])")
_SITE_S = "the page's own text around the article: ways through the site, sharing, comments, other articles"

Unread = list[tuple[HtmlElement, str, int]]
"""What is not read: the element around it, the cause, how many characters it has."""


def take_unread(root: HtmlElement) -> Unread:
    """Take it out of the page, and tell what it was, outermost elements alone; drawings become their text."""
    found: Unread = []
    for svg in list(root.iter("svg")):
        found.append((svg, "what drawings are called", _open(svg)))
    return [*found, *take_tagged(root, _UNREAD), *_take_hidden(root)]


def take_tagged(root: HtmlElement, names: Sequence[str]) -> Unread:
    """Take elements of these names out of the page, and tell what they said."""
    found: Unread = []
    walk = etree.iterwalk(root, events=("start",), tag=names)
    doomed = []
    for _, element in walk:
        if element.tag == "dialog" and element.get("open") is not None:
            element.tag = "div"
            continue
        above = element.getparent()
        text = _said_in(element)
        if above is not None and text and not waits(text):
            found.append((above, _cause(element.tag), amount(text)))
        doomed.append(element)
        walk.skip_subtree()
    for element in doomed:
        drop(element)
    return found


def _said_in(element: HtmlElement) -> str:
    """What the element says: its text, and the words that its attributes show."""
    said = [" ".join("".join(element.itertext()).split())]
    for part in element.iter():
        if isinstance(part.tag, str):
            said += [part.get(name) or "" for name in _SAID]
            is_shown = part.tag == "input" and part.get("type") not in ("hidden", "radio", "checkbox", "image", "range")
            is_shown = is_shown or part.tag == "option" and not words(part) and not part.get("label")
            said += [part.get("value") or ""] if is_shown else []
    return " ".join(filter(None, said))


def _cause(tag: str) -> str:
    called = f"<{_CALLED.get(tag, tag)}>"
    if tag in _FORMS:
        return f"forms ({called})"
    if tag in ("dialog", "template"):
        return f"hidden text ({called})"
    return f"places in pictures ({called})" if tag == "map" else f"what stands in for something else ({called})"


def _open(svg: HtmlElement) -> int:
    """Put the words that a drawing shows in its place, a blank between two; nothing is left of one that shows none.

    How many characters it is called by, or has in store for other places.
    """
    before = sum(amount(text) for text in svg.itertext())
    etree.strip_elements(svg, "defs", "symbol", with_tail=False)  # these are shown elsewhere, if at all
    shown = [" ".join("".join(text.itertext()).split()) for text in svg.iter("text", "foreignobject", "foreignObject")]
    for child in list(svg):
        svg.remove(child)
    svg.text, svg.tag = " ".join(filter(None, shown)), "span"
    return max(0, before - amount(svg.text))


def _take_hidden(root: HtmlElement) -> Unread:
    """Take out of the page what a reader does not see."""
    found: Unread = []
    for element in list(root.iter()):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        hidden = hidden or _UNSEEN.search(element.get("class") or "")
        above = element.getparent()
        if hidden and above is not None and element.tag != "body":
            found.append((above, "hidden text", amount("".join(element.itertext()))))
            drop(element)
    return found


def told_again(root: HtmlElement) -> Unread:
    """What formulas have beside what they show: their source, what is not seen of them."""
    return [
        (math, "formulas told again (<annotation>)", amount("".join(part.itertext())))
        for math in root.iter("math", "{*}math")
        for part in math.iter(*(name for told in TOLD_OF for name in (told, f"{{*}}{told}")))
    ]


def pointed_at(root: HtmlElement, said: Container[str] = ()) -> Unread:
    """What is shown where one points at an element that says something else; a picture's are its words.

    What a line says as well (``said`` has them, squeezed) is not left out.
    """
    return [
        (element, "titles that are shown where one points", amount(title))
        for element in root.iter()
        for title in _titles_of(element)
        if squeezed(title) not in squeezed(element.get("alt") or words(element)) and squeezed(title) not in said
    ]


def _titles_of(element: HtmlElement) -> Iterator[str]:
    """What its attributes say beside its text; elements that no HTML has, as those of components, say it in others."""
    if element.tag == "img":
        yield (element.get("alt") or "").strip() and element.get("title") or ""
        return
    names = ("title",) if element.tag in tags or element.tag == PAGE_MARK else ("title", "text", "label")
    yield from filter(None, map(element.get, names))


def characters(root: HtmlElement) -> Counter[str]:
    """How often each character that is not blank stands in the text of ``root``."""
    found: Counter[str] = Counter()
    for text in root.itertext():
        found.update(text)
    return _solid(found)


def letters(texts: Iterable[str]) -> Counter[str]:
    """How often each letter or digit stands in the texts; ① is 1, as the number of a note is."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(filter(str.isalnum, normalize("NFKC", text)))
    return found


def _solid(found: Counter[str]) -> Counter[str]:
    for blank in [character for character in found if not character.isalnum()]:
        del found[blank]
    return found


def left_in(content: HtmlElement, unread: Unread, seen: Counter[str], drafts: Iterable[Draft]) -> Counter[str]:
    """What is left out by its cause, in the ``content`` or around it.

    ``seen`` are the letters and digits that the page showed; those that the lines have not are the site's own.
    """
    inside = set(content.iter()) if unread else set()
    counts: Counter[str] = Counter()
    for above, cause, size in unread:
        is_inside = next((element in inside for element in ancestors(above) if element in inside), False)
        counts[cause if is_inside else _SITE_S] += size
    read: Counter[str] = Counter()
    for draft in drafts:
        for run in draft.runs:
            if run.image is None:
                read.update(run.text)
    counts[_SITE_S] += (seen - _solid(read)).total()
    return counts
