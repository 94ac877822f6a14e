"""The cover as a file of a book: the user's own picture or drawing, the one that came with it, or the drawn one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from converter.errors import UnreadableInput
from converter.model import Issue
from converter.options import Look
from converter.records import NamedTuple
from converter.writers.cover.drawn import HEIGHT, WIDTH, cover_blocks, cover_shapes, cover_svg
from converter.writers.cover.miniature import Box
from converter.writers.cover.safe_svg import KINDS, drawing_of
from converter.writers.markup.pictures import SIGNATURES


class Jacket(NamedTuple):
    """The cover image, whether the book has a page that shows it, and what is to be said of it.

    ``blocks`` says where articles of the issue stand on it, by their places: boxes in parts of the image's extents.
    """

    name: str
    media_type: str
    data: bytes
    has_page: bool = True
    warnings: tuple[str, ...] = ()
    blocks: tuple[tuple[int, Box], ...] = ()


def jacket_of(issue: Issue, labels: dict[str, str], language: str, look: Look) -> Jacket:
    """The cover that ``look`` asks for, else that of the book that was read, else a drawing.

    A drawing comes as pixels: readers with a small SVG engine show it without a word, or not at all. A Kindle shows the
    cover image before the first page, so that a page with it would be a second cover; only a drawing, which it cannot
    show so, has a page there. Raises ``UnreadableInput``, ``MissingExtra``.
    """
    has_page = look.device != "kindle"
    own = (
        _own(look.cover, has_page)
        if look.cover
        else _pictured(dict(issue.images).get(issue.cover or "", b""), has_page)
    )
    if isinstance(own, Jacket):
        return own
    from converter.writers.cover.raster import drawn_by_us, rastered

    png, warnings = (None, ()) if own or look.font else drawn_by_us(cover_shapes(issue, labels), WIDTH, language)
    blocks = () if own else tuple(_in_parts(cover_blocks(issue, labels)))
    svg = ""
    if not png:
        svg = own or cover_svg(issue, labels, language)
        png, warnings = rastered(svg, look, language)
    if png:
        return Jacket("cover.png", "image/png", png, has_page, warnings, blocks)
    return Jacket("cover.svg", "image/svg+xml", svg.encode(), warnings=warnings, blocks=blocks)


def _in_parts(blocks: Iterable[tuple[int, Box]]) -> Iterator[tuple[int, Box]]:
    """The boxes in parts of the cover's width and height."""
    for article, (left, top, right, bottom) in blocks:
        yield article, (left / WIDTH, top / HEIGHT, right / WIDTH, bottom / HEIGHT)


def _own(path: str | os.PathLike[str], has_page: bool) -> Jacket | str:
    """A user's picture as the cover, or his drawing as SVG."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"no cover at {path} ({error.strerror}): name a file that is {KINDS}") from error
    return _pictured(data, has_page) or drawing_of(path, data)


def _pictured(data: bytes, has_page: bool) -> Jacket | None:
    """A picture as the cover; None where it is none that books can show."""
    for start, suffix, media_type in SIGNATURES:
        if start.match(data):
            return Jacket(f"cover.{suffix}", media_type, data, has_page)
    return None


def without_cover(issue: Issue) -> Issue:
    """The issue without the page at its head that shows nothing but the cover of the book that was read."""
    first = next(issue.articles(), None) if issue.cover else None
    if first is None or {run.image for block in first.blocks() for run in block.runs} != {issue.cover}:
        return issue
    kept = (replace(part, articles=tuple(one for one in part.articles if one is not first)) for part in issue.sections)
    sections = tuple(part for part in kept if part.articles)
    images = tuple((name, data) for name, data in issue.images if name != issue.cover)
    return replace(issue, sections=sections, images=images) if sections else issue
