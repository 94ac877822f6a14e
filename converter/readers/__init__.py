"""Bytes → ``Source``. One file a format; a format is one row of ``READERS``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from converter.errors import UnknownFormat
from converter.model import Issue, Source

Reader = Callable[[bytes, str | None], Source | Issue]
"""Takes a file's bytes and the encoding that the user named, if any. An outline is a finished tree: an ``Issue``."""

Near = Callable[[str], bytes | None]
"""Gives the bytes of a file by its path from a document's folder; None where none is there, or the path leads out."""

READERS: dict[str, tuple[str, tuple[str, ...]]] = {
    # name: ("module:function", suffixes); the module is imported when the format is first read
    "text": ("converter.readers.text:read_text", (".txt", ".text")),
    "docx": ("converter.readers.docx:read_docx", (".docx", ".docm", ".dotx")),
    "epub": ("converter.readers.epub:read_epub", (".epub",)),
    "pdf": ("converter.readers.pdf:read_pdf", (".pdf",)),
    "scan": ("converter.readers.scan:read_scan", (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp")),
    "alto": ("converter.readers.recognised.alto:read_alto", (".alto",)),
    "page": ("converter.readers.recognised.page:read_page_xml", (".page",)),
    "hocr": ("converter.readers.recognised.hocr:read_hocr", (".hocr",)),
    "mets": ("converter.readers.recognised.mets:read_mets", (".mets",)),
    "html": ("converter.readers.html.page:read_html", (".html", ".htm", ".xhtml", ".shtml")),
    "mhtml": ("converter.readers.html.mhtml:read_mhtml", (".mhtml", ".mht")),
    "markdown": ("converter.readers.markdown:read_markdown", (".md", ".markdown")),
    "subtitles": ("converter.readers.subtitles:read_subtitles", (".srt", ".vtt")),
    "outline": ("converter.readers.outline:read_outline", (".outline",)),
    "json": ("converter.readers.structure_json:read_json", (".json",)),
}

WHOLE = ("json",)
"""The formats that say all that is known of an issue: neither their file's name nor their text adds to it."""

LEADING = ("alto", "page", "hocr", "mets")
"""The formats whose documents lead to files beside them, as to a page's picture: their readers take ``near`` too."""


def reader_of(name: str, near: Near | None = None) -> Reader:
    """The reader of format ``name``; ``near`` are the files beside the document. Raises ``UnknownFormat``."""
    if name not in READERS:
        raise UnknownFormat(f"there is no reader named {name!r}: use one of {', '.join(READERS)}")
    module, _, function = READERS[name][0].partition(":")
    reader = getattr(import_module(module), function)
    return partial(reader, near=near) if near and name in LEADING else reader


def nothing_near(name: str) -> bytes | None:
    """What is beside a document that came alone."""
    return None


def format_of(suffix: str) -> str:
    """The format that a file's suffix (``.txt``, any case) tells; what no row claims is read as text."""
    return next((name for name, (_, suffixes) in READERS.items() if suffix.lower() in suffixes), "text")
