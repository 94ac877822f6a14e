"""Pages for the tests, and what is read of them."""

from __future__ import annotations

from converter.model import Form, Source
from converter.readers.html.page import read_html
from converter.structure.markup import settle


def page(body: str, head: str = "") -> Source:
    """The source of a page that is a document, with what its mark-up tells."""
    return settle(read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode()))


def told(source: Source) -> list[tuple[str, Form | None, int]]:
    """Text, form and depth of each line."""
    return [(line.text, line.form, line.depth) for line in source.lines]
