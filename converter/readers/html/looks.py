"""What an element's tag, style, class and id say of the text in it."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from converter.model import Mark
from converter.readers.html.tree import named

POEM = "poem"
_MARKS = {
    **dict.fromkeys(("b", "strong"), Mark.STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Mark.EMPHASIS),
    **dict.fromkeys(("u", "ins"), Mark.UNDERLINE),
    **dict.fromkeys(("s", "del", "strike"), Mark.STRUCK),
    **dict.fromkeys(("sup", "rt"), Mark.SUP),
    "sub": Mark.SUB,
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Mark.CODE),
    Mark.DATELINE: Mark.DATELINE,  # no element of HTML; what Banmian's own pages call one is made it
}
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_CAPTION = re.compile(
    r"caption|(?:pic|img|image|photo|tu)[-_]?(?:desc|intro|info|note|text|title|zhu|shuo)|tushuo|picnote|imgnote|zhushi"
)
_VERSE = re.compile(r"(?<![a-z])(?:poem|poetry|verse|stanza|shige)(?![a-z])")


def mark_of(element: HtmlElement) -> Mark | None:
    """The mark that the element gives its text."""
    return _MARKS.get(element.tag) or (Mark.STRONG if _BOLD.search(element.get("style") or "") else None)


def kinds_of(element: HtmlElement) -> list[str]:
    """What the element is to what lies in it: its tag, and a poem."""
    return [element.tag, POEM] if is_verse(element) else [element.tag]


def is_verse(element: HtmlElement) -> bool:
    """Whether the element is called a poem or a stanza."""
    return bool(_VERSE.search(named(element)))


def is_caption(element: HtmlElement) -> bool:
    """Whether the element is called a picture's words."""
    return bool(_CAPTION.search(named(element)))


def is_centred(element: HtmlElement) -> bool:
    """Whether the element's lines are set in the middle."""
    return element.tag == "center" or element.get("align") == "center" or bool(_CENTRED.search(element.get("style") or ""))
