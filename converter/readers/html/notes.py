"""Footnotes of a page: numbers that are links to a note further down, and signs in it that lead back."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from converter.readers.html.tree import BLOCKS, HEADINGS, named

NUMBER = re.compile(r"[\[［(（〔【]?\s*(\d{1,3}|[①-⑳]|[a-z*†‡])\s*[\]］)）〕】]?")
"""A note's number as a link shows it."""


def notes_of(root: HtmlElement) -> tuple[dict[str, str], set[HtmlElement]]:
    """The numbers of notes by the ids of their elements, and the links that lead back from them."""
    targets = {name: element for element in root.iter() for name in _names(element)}
    notes: dict[str, str] = {}
    back: set[HtmlElement] = set()
    for link in root.iter("a"):
        key = (link.get("href") or "").partition("#")
        target = targets.get(key[2]) if not key[0] and key[2] else None
        if target is None:
            continue
        note = _block(target) if target.tag == "a" else target  # offices name the number, not the note
        if note.tag in HEADINGS:
            continue
        found = NUMBER.fullmatch("".join(link.itertext()).strip())
        if _leads_back(link, notes):
            back.add(link)
        elif found and note is not _block(link):
            notes.setdefault(key[2], found[1])
            notes.setdefault(_id(note, key[2]), found[1])
            if target is not note and target.get("id"):
                target.set("name", target.attrib.pop("id"))
    return notes, back


def _names(element: HtmlElement) -> set[str]:
    """What links may call the element."""
    names = {element.get("id"), element.get("name") if element.tag == "a" else None}
    return {name for name in names if name}


def _id(element: HtmlElement, name: str) -> str:
    """The element's id; ``name`` where it has none."""
    if not element.get("id"):
        element.set("id", name)
    return element.get("id") or name


def _block(element: HtmlElement) -> HtmlElement:
    """The element that begins a line and holds ``element``."""
    return next((above for above in element.iterancestors() if above.tag in BLOCKS), element)


def _leads_back(link: HtmlElement, notes: dict[str, str]) -> bool:
    """Whether the link stands in a note, or says that it leads back."""
    said = re.search(r"back|doc-backlink", f"{named(link)} {link.get('role') or ''}")
    return bool(said) or any(element.get("id") in notes for element in link.iterancestors())
