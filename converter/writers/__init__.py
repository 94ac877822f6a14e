"""``Issue`` and ``Look`` → bytes, or the files of a folder. One file a format; a format is one row of ``WRITERS``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Generic, TypeVar

from converter.errors import UnknownFormat
from converter.model import Issue
from converter.options import Look
from converter.records import NamedTuple

Content = TypeVar("Content", bytes, Iterator[bytes], Mapping[str, bytes])
"""The bytes of a file, whole or in pieces that are made as they are taken, or the files of a folder by their names,
which may be made as they are taken too."""


class Made(NamedTuple, Generic[Content]):
    """What a writer made, and sentences on what did not go as well as it might have."""

    content: Content
    warnings: tuple[str, ...] = ()


Writer = Callable[
    [Issue, Look], bytes | Iterator[bytes] | Made[bytes] | Made[Iterator[bytes]] | Made[Mapping[str, bytes]]
]
"""Makes a file or a folder of an issue; a format that has nothing to warn of gives the bytes alone."""

WRITERS: dict[str, tuple[str, tuple[str, ...]]] = {
    # name: ("module:function", suffixes); the module is imported when the format is first written
    "epub": ("converter.writers.epub.book:write_epub", (".epub",)),
    "kepub": ("converter.writers.epub.book:write_kepub", (".kepub.epub",)),
    "azw3": ("converter.writers.epub.azw3:write_azw3", (".azw3",)),
    "html": ("converter.writers.web.page:write_html", (".html", ".htm")),
    "site": ("converter.writers.web.site:write_site", (".site",)),
    "outline": ("converter.writers.outline:write_outline", (".outline",)),
    "json": ("converter.writers.json:write_json", (".json",)),
    "jsonl": ("converter.writers.json:write_jsonl", (".jsonl",)),
    "csljson": ("converter.writers.citations.csl:write_csl", (".csl.json",)),
    "bibtex": ("converter.writers.citations.bibtex:write_bibtex", (".bib",)),
    "ris": ("converter.writers.citations.ris:write_ris", (".ris",)),
}

INDEXED = ("site",)
"""The formats that have an index of the people whom the text names."""

VERTICAL = ("epub", "kepub", "azw3", "html", "site")
"""The formats whose lines may be vertical."""


def writer_of(name: str) -> Writer:
    """The writer of format ``name``. Raises ``UnknownFormat``."""
    if name not in WRITERS:
        raise UnknownFormat(f"there is no writer named {name!r}: use one of {', '.join(WRITERS)}")
    module, _, function = WRITERS[name][0].partition(":")
    return getattr(import_module(module), function)  # type: ignore[no-any-return]


def format_told(file: str) -> str | None:
    """The format that a file's suffix (``.epub``, any case) tells; the longest counts. None where it tells none."""
    found = [
        (len(one), name) for name, (_, suffixes) in WRITERS.items() for one in suffixes if file.lower().endswith(one)
    ]
    return max(found)[1] if found else None


def format_of(file: str) -> str:
    """The format that a file's suffix tells. Raises ``UnknownFormat``."""
    if found := format_told(file):
        return found
    suffix = PurePath(file).suffix
    known = ", ".join(suffixes[0] for _, suffixes in WRITERS.values())
    raise UnknownFormat(f"no format has the suffix {suffix!r}: name the output {known}, or say --to")
