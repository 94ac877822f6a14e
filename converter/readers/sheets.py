"""A document with a picture of each page that it was read from, for whoever shows it beside its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from converter.model import Issue, Source
from converter.readers.kinds import kind_of

MOST_DRAWN = 400
"""Sheets that are drawn at most."""

MOST_PIXELS, ALL_PIXELS = 1_800_000, 80_000_000
"""Pixels of a drawn sheet, and of all sheets of a document."""


def with_sheets(document: Source | Issue, load: Callable[[], bytes]) -> Source | Issue:
    """The document, its ``sheets`` with pictures where what it was read from are pages: a PDF's, or a scan's.

    Its bytes are loaded for that alone. A finished tree has the pictures that it holds.
    """
    if isinstance(document, Issue) or all(sheet.image for sheet in document.sheets):
        return document
    data = load()
    form = kind_of(data, "")
    if form == "pdf":
        from converter.readers.pdf import drawn
    elif form == "scan":
        from converter.readers.scan import drawn
    else:
        return document
    some = document.sheets[:MOST_DRAWN]
    pixels = min(MOST_PIXELS, ALL_PIXELS // max(1, len(some)))  # more sheets are drawn smaller
    drawn_sheets = dict(drawn(data, some, pixels))
    named = {number: f"sheet{number}.png" for number in drawn_sheets}
    sheets = tuple(replace(sheet, image=named.get(sheet.number, sheet.image)) for sheet in document.sheets)
    images = tuple((named[number], picture) for number, picture in drawn_sheets.items())
    return replace(document, sheets=sheets, images=(*document.images, *images))
