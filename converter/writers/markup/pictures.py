"""The pictures of an issue that a book or a page can show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO

from converter.model import Issue
from converter.press.patterns import later
from converter.records import NamedTuple

SIGNATURES = (
    (later(b"\xff\xd8\xff"), "jpg", "image/jpeg"),
    (later(b"\x89PNG\r\n\x1a\n"), "png", "image/png"),
    (later(b"GIF8"), "gif", "image/gif"),
    (later(b"RIFF.{4}WEBP", re.DOTALL), "webp", "image/webp"),
)
"""How the core media types of EPUB 3.3 (3.2) begin that may hold a photograph."""


class Picture(NamedTuple):
    """A picture: ``source`` is what the document calls it, ``name`` a file name that is safe everywhere."""

    source: str
    name: str
    media_type: str
    data: bytes


def left_out(issue: Issue) -> tuple[str, ...]:
    """A sentence that names the pictures whose kind no book shows; none where there is no such picture."""
    if not issue.images:
        return ()
    able = {picture.source for picture in pictures_of(issue)}
    shown = {run.image for block in issue.blocks() for run in block.runs if run.image}
    odd = [source for source, _ in issue.images if source in shown and source not in able]
    kinds = "are no JPEG, PNG, GIF or WebP"
    warning = f"left out {len(odd)} picture(s) that {kinds}, so save them as PNG: {', '.join(odd)}"
    return (warning,) if odd else ()


def pictures_of(issue: Issue) -> tuple[Picture, ...]:
    """The pictures that some run shows, each once; what is no JPEG, PNG, GIF or WebP is left out."""
    shown = {run.image for block in issue.blocks() for run in block.runs if run.image} if issue.images else set()
    found: dict[str, Picture] = {}
    for source, data in issue.images:
        for start, suffix, media_type in SIGNATURES:
            if source in shown and source not in found and start.match(data):
                found[source] = Picture(source, f"picture{len(found) + 1:03}.{suffix}", media_type, data)
    return tuple(found.values())


def sizes_of(pictures: Sequence[Picture]) -> dict[str, tuple[int, int]]:
    """How many pixels wide and high each picture is shown, by its source; one that does not tell is left out."""
    if not pictures:
        return {}
    import imagesize

    found = {picture.source: imagesize.get(BytesIO(picture.data)) for picture in pictures}
    return {source: size for source, size in found.items() if min(size) > 0}
