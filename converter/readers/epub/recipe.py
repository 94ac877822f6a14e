"""Ways through a book that are no text: rows of links to what stands beside it (上一章 | 目录 | 下一章), and in books
of news as calibre's recipes make them those from story to story, and lists of stories.

The mark-up: https://github.com/kovidgoyal/calibre/blob/master/src/calibre/web/feeds/templates.py; calibre puts a number
behind the name of a class where it makes two of one.
"""

from __future__ import annotations

import re
from itertools import accumulate

from lxml.html import HtmlElement

from converter.press.sites import is_paging
from converter.readers.epub.package import Book
from converter.readers.html.tree import drop, length, squeezed, words
from converter.readers.html.unread import Unread

_ROWS = ("p", "div", "nav", "table", "center", "section", "footer", "header")
_LONGEST = 60
"""Characters of a row of such links."""

_WAYS = re.compile(r"(?:calibre|touchscreen)_navbar\d*")
_LISTS = re.compile(r"calibre_(?:feed|article)_list\d*|(?:feed|article)_list\d*")
_TITLE = re.compile(r"calibre_feed_title\d*")


def take_ways(body: HtmlElement, book: Book, path: str) -> Unread:
    """Take them out of the document at ``path``, and tell what they were.

    A list stays where it leads to what the book does not show; a feed's title goes where the contents say it.
    """
    found: Unread = []
    for element in list(body.iter()):
        cause = _cause(element, book, path)
        above = element.getparent()
        if cause is not None and above is not None and body in element.iterancestors():
            found += [(above, cause, length(element))] if cause else []
            drop(element)
    return found


def _cause(element: HtmlElement, book: Book, path: str) -> str | None:
    """What the element is that is no text; empty where it says what is said elsewhere, None where it is text."""
    names = (element.get("class") or "").split()
    if any(map(_WAYS.fullmatch, names)):
        return "ways from story to story in a book of news"
    if any(map(_LISTS.fullmatch, names)) and _lists_stories(element, book, path):
        return "lists of stories in a book of news"
    if any(map(_TITLE.fullmatch, names)) and squeezed(words(element)) in book.labels:
        return ""
    return "ways from chapter to chapter" if _leads_on(element) else None


def _leads_on(element: HtmlElement) -> bool:
    """Whether an element that begins a line is nothing but links to the chapters beside it and to the contents."""
    if element.tag not in _ROWS or not _is_short(element) or not is_paging(words(element)):
        return False
    links = list(element.iter("a"))
    return all(map(_is_inside, links)) and sum(map(length, links)) >= len(squeezed(words(element))) > 0


def _is_short(element: HtmlElement) -> bool:
    """Whether it has no more characters than such a row, of which no more are looked at."""
    return all(size <= _LONGEST for size in accumulate(len(text.strip()) for text in element.itertext()))


def _is_inside(link: HtmlElement) -> bool:
    return "://" not in (link.get("href") or "://")


def _lists_stories(element: HtmlElement, book: Book, path: str) -> bool:
    """Whether all that the list leads to are documents that the book shows."""
    targets = [book.find(link.get("href") or "", path) for link in element.iter("a")]
    return bool(targets) and all(target in book.spine for target in targets)
