"""A document with a picture of each page that it was read from, for whoever shows it beside its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from converter.model import Issue, Source
from converter.readers.kinds import kind_of


def with_sheets(document: Source | Issue, load: Callable[[], bytes]) -> Source | Issue:
    """The document, its ``sheets`` with pictures where what it was read from are pages that can be drawn: a PDF's.

    Its bytes are loaded for that alone. A reader of scans names the pictures itself, and a finished tree has those that
    it holds.
    """
    if isinstance(document, Issue) or all(sheet.image for sheet in document.sheets):
        return document
    data = load()
    if kind_of(data, "") != "pdf":
        return document
    from converter.readers.pdf import drawn

    drawn_sheets = dict(drawn(data, document.sheets))
    named = {number: f"sheet{number}.png" for number in drawn_sheets}
    sheets = tuple(replace(sheet, image=named.get(sheet.number, sheet.image)) for sheet in document.sheets)
    images = tuple((named[number], picture) for number, picture in drawn_sheets.items())
    return replace(document, sheets=sheets, images=(*document.images, *images))
