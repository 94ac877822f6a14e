"""A user's own drawing as the cover: an SVG that holds all it needs and runs nothing."""

from __future__ import annotations

import os
from typing import Any

from converter.errors import UnreadableInput
from converter.press.patterns import later
from converter.writers.markup.fetched import DATA, fetched

KINDS = "JPEG, PNG, GIF, WebP or SVG"
"""What a cover may be."""
SVG = "{http://www.w3.org/2000/svg}svg"
HELD = ("#", DATA)
"""How addresses begin that a drawing may have: any other shows another file than the book's, or one of this machine."""

MAY_FETCH = later("[(@]")
"""Without either, no style fetches anything."""


def drawing_of(path: str | os.PathLike[str], data: bytes) -> str:
    """The SVG file at ``path`` as text, whatever its encoding was. Raises ``UnreadableInput``."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(
            f"the cover {path} is no picture that books can show: name a file that is {KINDS}"
        ) from error
    if root.tag != SVG:
        raise UnreadableInput(f"the cover {path} is no picture that books can show: name a file that is {KINDS}")
    for element in root.iter():
        if odd := _odd(element):
            raise UnreadableInput(
                f"the cover {path} has {odd!r}, but it has to hold all it needs: save it as plain SVG"
            )
    return f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def _odd(element: Any) -> str | None:
    """What in an element of a drawing would run, or come from another file; None where nothing does."""
    if not isinstance(element.tag, str):
        return str(element.text)
    name = element.tag.rpartition("}")[2]
    if name in ("script", "foreignObject"):
        return name
    if name == "style" and (found := fetched(element.text or "", HELD)):
        return found.what
    for key, value in element.items():
        key = key.rpartition("}")[2]
        linked = key in ("href", "src") and not value.strip().lower().startswith(HELD)
        if key.startswith("on") or linked or MAY_FETCH.search(value) and fetched(value, HELD):
            return f'{key}="{value[:40]}"'
    return None
