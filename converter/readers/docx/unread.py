"""What of a Word document is left out, counted by its cause: comments, charts, help of forms, notes that nothing leads
to; and what no rule of the reader has come upon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from converter.left_out import amount, told
from converter.readers.docx.package import Part, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OFFICE = "{http://schemas.openxmlformats.org"
_TEXTS = (
    f"{W}t",
    f"{W}delText",
    f"{_OFFICE}/officeDocument/2006/math}}t",
    f"{_OFFICE}/drawingml/2006/main}}t",
)
_FALLBACK = f"{_OFFICE}/markup-compatibility/2006}}Fallback"
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_TAG = re.compile(r"<[^>]*>")

_PARTS = {
    "comments": "comments",
    "chart": "charts and diagrams",
    "chartEx": "charts and diagrams",
    "diagramData": "charts and diagrams",
    "glossaryDocument": "building blocks that the document keeps for later use",
    "aFChunk": "documents inside the document",
}
"""Causes by the kinds of parts that are never read."""

_ATTRIBUTES = {
    # what an element says that is no text of the document: the element, the attribute, the cause
    ("helpText", f"{W}val"): "help of forms",
    ("statusText", f"{W}val"): "help of forms",
    ("alias", f"{W}val"): "names of controls",
    ("listItem", f"{W}displayText"): "choices of forms that are not taken",
    ("listEntry", f"{W}val"): "choices of forms that are not taken",
    ("tblCaption", f"{W}val"): "words for tables",
    ("tblDescription", f"{W}val"): "words for tables",
    ("hyperlink", f"{W}tooltip"): "titles that are shown where one points",
}


@dataclass(slots=True)
class Found:
    """What was come upon in paragraphs: text boxes to be read after them, notes, and what is left out."""

    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)  # kind, id, label
    counts: dict[str, int] = field(default_factory=dict)
    things: Counter[str] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)

    def skip(self, what: str) -> None:
        """Count a thing that is left out and has no characters."""
        self.things[what] += 1

    def leave(self, cause: str, text: str) -> None:
        """Count text that is left out, and keep its letters, so that nothing else that is lost hides behind them."""
        self.counted[cause] += amount(text)
        self.left.update(filter(str.isalnum, text))

    def take_back(self, cause: str, text: str) -> None:
        """Count text no more that is kept after all."""
        self.counted[cause] -= amount(text)

    @property
    def warnings(self) -> list[str]:
        """A sentence for each kind of what is left out."""
        return [*told(self.counted), *(f"left out {count} {what}" for what, count in self.things.items())]


def texts_in(element: Element) -> str:
    """All text of an element, deleted text and formulas too; of two versions of one thing the newer one's."""
    return "".join(node.text or "" for node in element.iter(*_TEXTS) if not in_fallback(node))


def in_fallback(node: Element) -> bool:
    """Whether the node is of the older one of two versions."""
    return any(True for _ in node.iterancestors(_FALLBACK))


def leave_parts(document: Part, found: Found) -> None:
    """Count what stands in parts that are never read, and in notes that nothing leads to."""
    for kind, target in document.relations.values():
        if kind in _PARTS and target in document.package.archive:
            found.leave(_PARTS[kind], _said(document, target))
    for kind in ("footnote", "endnote"):
        led = {key for name, key, _ in found.notes if name == kind}
        part = document.related(f"{kind}s")
        for note in () if part is None else part.root.iter(f"{W}{kind}"):
            if note.get(f"{W}type") not in _SEPARATORS and note.get(f"{W}id", "") not in led:
                found.leave("notes that nothing leads to", texts_in(note))


def leave_attributes(root: Element, found: Found) -> None:
    """Count what elements say beside the text; the choice that is taken is text."""
    for node in root.iter(*(f"{W}{name}" for name, _ in _ATTRIBUTES)):
        for (name, attribute), cause in _ATTRIBUTES.items():
            if node.tag == f"{W}{name}":
                found.leave(cause, node.get(attribute) or "")


def _said(document: Part, name: str) -> str:
    """The text of a part, as far as it is XML or HTML; of charts the words and numbers that they keep."""
    if name.endswith(".xml"):
        root = document.package.parse(name)
        return "".join(node.text or "" for node in root.iter(*_TEXTS, "{*}v", "{*}pt"))
    data = document.package.archive.read(name)
    return "" if data.startswith((b"PK", b"{\\rtf")) else _TAG.sub("", data.decode("utf-8", "replace"))


def leave_rest(roots: Iterable[Element], texts: Iterable[str], found: Found) -> None:
    """Count the letters and digits of the parts that were read which no line and no cause has."""
    seen = _letters(node for root in roots for node in _texts(root))
    found.counted["parts of the document that are not understood"] += (seen - found.left - _letters(texts)).total()


def _texts(root: Element) -> Iterator[str]:
    return (node.text or "" for node in root.iter(*_TEXTS) if not in_fallback(node))


def _letters(texts: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        found.update(filter(str.isalnum, text))
    return found
