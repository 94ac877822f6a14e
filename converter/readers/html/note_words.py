"""How the readers of Chinese bookshops write notes: the words in an attribute of the mark, or a link that is called so.

Duokan: ``duokan-footnote``, as ``epub:type`` and ARIA say it; QQ: ``qqreader-footnote`` with the words in ``alt``;
WeRead: ``data-wr-footernote``; iReader (掌阅): ``zy-footnote``; Zhihu (知乎): ``data-text`` of a ``reference``.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import count

from lxml.html import HtmlElement

from converter.press.marks import is_han
from converter.readers.html.tree import BLOCKS, HEADINGS, words
from converter.readers.html.words import pattern

_CALLED = re.compile(r"(?:[a-z]+[-_])?(?:foot|end)note(?:[-_]?(?:ref|call|mark|link|anchor|icon))?|note-?ref")
_BACK = re.compile(r"backlink|doc-backlink|.*-back|back-.*")
_IN_WORDS = re.compile(r"(?:[a-z]+[-_])*foot(?:er)?[-_]?note(?:[-_][a-z]+)*|js_readerfooternote")
_HOLDS_WORDS = re.compile(r"foot(?:er)?-?note")
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_TYPE = ("{http://www.idpf.org/2007/ops}type", "epub:type", "role")
_NO_TEXT = frozenset("li ul ol dl dt dd table thead tbody tfoot tr td th blockquote figure figcaption".split())
"""What no note stands in that belongs to a text in it."""


def is_sign(text: str) -> bool:
    """Whether a mark says but that there is a note: 注, [原注], ※."""
    return _sign().fullmatch(text) is not None


@cache
def _sign() -> re.Pattern[str]:
    return pattern("note", r"(?i)[\[［(（〔【]?(?:<sign>|note|[※◎⊙☆★⊕#]+)[\]］)）〕】]?")


def kinds_of_note(link: HtmlElement) -> set[str]:
    """What a link is called that has to do with notes: ``noteref``, ``backlink``."""
    called = " ".join((link.get("class") or "", *(link.get(name) or "" for name in _TYPE))).lower().split()
    kinds = {"backlink"} if any(map(_BACK.fullmatch, called)) else set()
    marks = ("noteref", "doc-noteref")
    return kinds | ({"noteref"} if any(name in marks or _CALLED.fullmatch(name) for name in called) else set())


def with_notes_of_words(root: HtmlElement) -> None:
    """Make of marks whose words are an attribute links to notes, which stand at the end of the text around them."""
    ids = {element.get("id") for element in root.iter()}
    fresh = (name for number in count(1) if (name := f"words{number}") not in ids)
    said = [(element, text) for element in root.iter("img", "span", "a", "sup", "i") if (text := _words_of(element))]
    places = _Places()
    for element, text in said:
        if not _has_note(element, ids):
            places.make_note(element, text, next(fresh))


def _words_of(element: HtmlElement) -> str:
    """The words of a note that an attribute of its mark holds."""
    held = [value for name, value in element.items() if _HOLDS_WORDS.search(name.lower())]
    if element.get("data-draft-type") == "reference":
        held.append(element.get("data-text") or "")
    if any(map(_IN_WORDS.fullmatch, (element.get("class") or "").lower().split())):
        held += [element.get("alt") or "", element.get("title") or ""]
    texts = (" ".join(_TAG.sub(" ", value).split()) for value in held)
    return next((text for text in texts if any(map(is_han, text)) and not is_sign(text)), "")


def _has_note(element: HtmlElement, ids: set[str | None]) -> bool:
    """Whether the mark is, or stands in, a link to a note that the book has."""
    around = element if element.tag == "a" else next(element.iterancestors("a"), None)
    link = next(element.iter("a"), None) if around is None else around
    href = (link.get("href") or "") if link is not None else ""
    return href.startswith("book:") or href.startswith("#") and href[1:] in ids


class _Places:
    """Where notes are put: ``_tops`` are the highest headings in elements, ``_below`` the next one after a block."""

    def __init__(self) -> None:
        self._tops: dict[HtmlElement, str] = {}
        self._below: dict[HtmlElement, HtmlElement | None] = {}

    def make_note(self, element: HtmlElement, text: str, name: str) -> None:
        """Put a link in the place of the mark, and its note where the text around it ends."""
        outer = next(element.iterancestors("a"), element)
        note = outer.makeelement("aside", id=name)
        note.text = text
        self._put(note, outer)
        link = outer.makeelement("a", {"href": f"#{name}", "class": "noteref"})
        link.text, link.tail = words(outer), outer.tail
        if outer.getparent() is not None:
            outer.getparent().replace(outer, link)

    def _put(self, note: HtmlElement, mark: HtmlElement) -> None:
        """Put the note below the text around the mark: before the next heading as high as any beside it, or last."""
        at = next((above for above in mark.iterancestors() if above.tag in BLOCKS), mark)
        while (above := at.getparent()) is not None and above.tag != "body" and _is_part(at, above):
            at = above
        above = at.getparent()
        around = at if above is None or at.tag == "body" else above
        heading = None if around is at else self._heading_below(at, around)
        if heading is None:
            around.append(note)
        else:
            heading.addprevious(note)

    def _heading_below(self, block: HtmlElement, around: HtmlElement) -> HtmlElement | None:
        if around not in self._tops:
            self._tops[around] = min((child.tag for child in around if child.tag in HEADINGS), default="")
        top = self._tops[around]
        if block not in self._below:
            below = block.itersiblings(top) if top else iter(())
            self._below[block] = next(below, None)
        return self._below[block]


def _is_part(block: HtmlElement, around: HtmlElement) -> bool:
    """Whether the block is no text of its own, but a part of what is around it."""
    return around.tag in _NO_TEXT or len(around) < 2
