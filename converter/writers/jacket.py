"""The cover as a file of a book: the user's own picture, or the drawn one, as a drawing or in pixels."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

from converter.errors import UnreadableInput
from converter.model import Issue
from converter.writers.cover import cover_svg
from converter.writers.look import Look
from converter.writers.pictures import SIGNATURES

KINDS = "JPEG, PNG, GIF, WebP or SVG"
SVG = "{http://www.w3.org/2000/svg}svg"
OUTSIDE = re.compile(r"@import|url\(\s*[\"']?(?!#|data:)|^(?!#|data:)", re.IGNORECASE)
"""What a drawing's link or style may not hold: it would show another file than the book's, or one of this machine."""


class Jacket(NamedTuple):
    """The cover image, and whether the book has a page that shows it."""

    name: str
    media_type: str
    data: bytes
    has_page: bool = True


def jacket_of(issue: Issue, labels: dict[str, str], language: str, look: Look) -> Jacket:
    """The cover that ``look`` asks for: a picture, or a drawing; pixels of that where a device or a font is named.

    A Kindle shows the cover image before the first page, so that a page with it would be a second cover; only a drawing,
    which it cannot show so, has a page there. Raises ``UnreadableInput``, ``MissingExtra``.
    """
    own = _own(look.cover, look.device != "kindle") if look.cover else None
    if isinstance(own, Jacket):
        return own
    svg = own or cover_svg(issue, labels, language)
    if look.device or look.font:
        from converter.writers.raster import rastered

        if png := rastered(svg, look, language):
            return Jacket("cover.png", "image/png", png, look.device != "kindle")
    return Jacket("cover.svg", "image/svg+xml", svg.encode())


def _own(path: str | os.PathLike[str], has_page: bool) -> Jacket | str:
    """A user's picture as the cover, or his drawing as SVG."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"no cover at {path} ({error.strerror}): name a file that is {KINDS}") from error
    for start, suffix, media_type in SIGNATURES:
        if start.match(data):
            return Jacket(f"cover.{suffix}", media_type, data, has_page)
    return _drawing(path, data)


def _drawing(path: str | os.PathLike[str], data: bytes) -> str:
    """A user's SVG, which has to hold all it needs and to run nothing; UTF-8, whatever it was."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(f"the cover {path} is no picture that books can show: name a file that is {KINDS}") from error
    if root.tag != SVG:
        raise UnreadableInput(f"the cover {path} is no picture that books can show: name a file that is {KINDS}")
    for element in root.iter():
        if odd := _odd(element):
            raise UnreadableInput(f"the cover {path} has {odd!r}, but it has to hold all it needs: save it as plain SVG")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def _odd(element: Any) -> str | None:
    """What in an element of a drawing would run, or come from another file; None where nothing does."""
    if not isinstance(element.tag, str):
        return str(element.text)
    name = element.tag.rpartition("}")[2]
    if name in ("script", "foreignObject"):
        return name
    if name == "style" and (found := OUTSIDE.search(f"#{element.text or ''}")):
        return found[0]
    for key, value in element.items():
        key = key.rpartition("}")[2]
        linked = key in ("href", "src")
        if key.startswith("on") or OUTSIDE.search(value.strip() if linked else f"#{value}"):
            return f'{key}="{value[:40]}"'
    return None
