"""The cover as a file of a book: the user's own picture, or the drawn one, as a drawing or in pixels."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from converter.errors import UnreadableInput
from converter.model import Issue
from converter.writers.cover import cover_svg
from converter.writers.look import Look
from converter.writers.pictures import SIGNATURES


class Jacket(NamedTuple):
    """The cover image, and whether the book has a page that shows it."""

    name: str
    media_type: str
    data: bytes
    has_page: bool = True


def jacket_of(issue: Issue, labels: dict[str, str], language: str, look: Look) -> Jacket:
    """The cover that ``look`` asks for: a drawing, but pixels where a device or a font is named.

    A Kindle shows the cover image before the first page, so that a page with it would be a second cover; only a drawing,
    which it cannot show so, has a page there. Raises ``UnreadableInput``, ``MissingExtra``.
    """
    if look.cover:
        return _own(look.cover, look.device != "kindle")
    svg = cover_svg(issue, labels, language)
    if look.device or look.font:
        from converter.writers.raster import rastered

        if png := rastered(svg, look, language):
            return Jacket("cover.png", "image/png", png, look.device != "kindle")
    return Jacket("cover.svg", "image/svg+xml", svg.encode())


def _own(path: str | os.PathLike[str], has_page: bool) -> Jacket:
    """A user's picture as the cover."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"no cover at {path} ({error.strerror}): name a JPEG, PNG, GIF or WebP file") from error
    for start, suffix, media_type in SIGNATURES:
        if start.match(data):
            return Jacket(f"cover.{suffix}", media_type, data, has_page)
    raise UnreadableInput(f"the cover {path} is no picture that books can show: name a JPEG, PNG, GIF or WebP file")
