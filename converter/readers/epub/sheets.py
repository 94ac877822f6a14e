"""What of a book's style sheets means something in its text: bold, italic, lines, raised and centred text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from converter.readers.html.looks import MEANING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from converter.readers.epub.package import Book

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"\s*[a-z0-9]*\.([\w-]+)\s*", re.IGNORECASE)


class Sheets:
    """The style sheets of a book, each read once. Only rules for a class alone (``.x``, ``span.x``) count."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._read: dict[str, dict[str, str]] = {}

    def apply(self, root: HtmlElement, path: str) -> None:
        """Say in the ``style`` of each element of the document at ``path`` what the sheets say of its classes."""
        styles: dict[str, str] = {}
        sheets = (link.get("href") or "" for link in root.iter("link") if "stylesheet" in (link.get("rel") or ""))
        for name in filter(None, (self._book.find(sheet, path) for sheet in sheets)):
            styles |= self._rules(name)
        for sheet in root.iter("style"):
            styles |= _rules(sheet.text or "")
        for element in root.iter() if styles else ():
            said = [styles[name] for name in (element.get("class") or "").split() if name in styles]
            if said:
                element.set("style", "; ".join(filter(None, (*said, element.get("style")))))

    def _rules(self, name: str) -> dict[str, str]:
        if name not in self._read:
            self._read[name] = (
                _rules(self._book.archive.read(name).decode("utf-8", "replace")) if name.endswith(".css") else {}
            )
        return self._read[name]


def _rules(text: str) -> dict[str, str]:
    """What the rules of a sheet say by class, as far as it means something."""
    found: dict[str, str] = {}
    for selectors, inside in _RULE.findall(_COMMENT.sub("", text)):
        if said := "; ".join(MEANING.findall(inside)):
            found |= {name[1]: said for one in selectors.split(",") if (name := _SELECTOR.fullmatch(one))}
    return found
