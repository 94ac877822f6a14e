"""Footnotes of a page: numbers that are links to a note further down, and signs in it that lead back."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from converter.readers.html.tree import HEADINGS, named

NUMBER = re.compile(r"[\[［(（〔【]?\s*(\d{1,3}|[①-⑳]|[a-z*†‡])\s*[\]］)）〕】]?")
"""A note's number as a link shows it."""


def notes_of(root: HtmlElement) -> tuple[dict[str, str], set[HtmlElement]]:
    """The numbers of notes by the ids of their elements, and the links that lead back from them."""
    targets = {element.get("id"): element for element in root.iter() if element.get("id")}
    notes: dict[str, str] = {}
    back: set[HtmlElement] = set()
    for link in root.iter("a"):
        key = (link.get("href") or "").partition("#")
        target = targets.get(key[2]) if not key[0] and key[2] else None
        if target is None or target.tag in HEADINGS:
            continue
        found = NUMBER.fullmatch("".join(link.itertext()).strip())
        if _leads_back(link, notes):
            back.add(link)
        elif found:
            notes.setdefault(key[2], found[1])
    return notes, back


def _leads_back(link: HtmlElement, notes: dict[str, str]) -> bool:
    """Whether the link stands in a note, or says that it leads back."""
    said = re.search(r"back|doc-backlink", f"{named(link)} {link.get('role') or ''}")
    return bool(said) or any(element.get("id") in notes for element in link.iterancestors())
