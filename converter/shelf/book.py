"""An EPUB → what a shelf tells of it, of its package document and its contents alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest
from pathlib import Path

from converter.errors import UnreadableInput
from converter.press.lexicon import lists
from converter.press.pages import label
from converter.readers.archive import Archive
from converter.readers.epub.package import Book, Entry
from converter.readers.name import metadata_in_folder
from converter.shelf.publication import EPUB, UNCHANGED, Copy, Cover, Publication, moment, name_based, printed, tag
from converter.writers.markup.blocks import plain
from converter.writers.markup.pictures import SIGNATURES

IRI = re.compile(r"(?:urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:|https?://)[^\s<>\"{}|\\^`]+")
_ISBN = re.compile(r"(?:ISBN[:\s]*)?(97[89][0-9]{10}|[0-9]{9}[0-9Xx])")
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")

LEADS = 4
"""How many titles of a publication's contents are told."""

MOST_TITLES = 500
"""How many of them a search finds."""

RASTER = ("image/jpeg", "image/png", "image/gif")
"""The kinds of pictures that every catalogue's reader shows (OPDS 1.2, 5.1.2; OPDS 2.0, *images*)."""


def read_book(path: Path, name: str) -> Publication:
    """The book at ``path``, which is called ``name`` from the shelf's folder. Raises ``UnreadableInput``."""
    try:
        with path.open("rb") as file:
            return _told(Book(file), path, name)
    except OSError as error:
        raise UnreadableInput(f"it cannot be read ({error.strerror}): check the file and its permissions") from error


def _told(book: Book, path: Path, name: str) -> Publication:
    data, language = book.metadata()
    known = metadata_in_folder(path.name, path.parent.name)
    title = plain(data.title or "") or plain(path.stem)
    titles = tuple(islice(_leads(book.contents()), MOST_TITLES))
    date = printed(data.date) or printed(known.date)
    return Publication(
        identifier=as_iri(data.identifier or "") or name_based(name, title),
        title=title,
        copies=(Copy(name, EPUB),),
        paper=plain(data.paper or known.paper or ""),
        date=date,
        language=tag(language),
        authors=tuple(filter(None, map(plain, (data.author or "").split("、")))),
        description=plain(data.description or ""),
        leads=titles[:LEADS],
        modified=moment(book.modified) or moment(date) or UNCHANGED,
        cover=_cover(book, path),
        titles=titles,
    )


def as_iri(said: str) -> str:
    """An identifier as an IRI, which Atom and OPDS ask for; nothing where it is none."""
    if IRI.fullmatch(said):
        return said
    if found := _ISBN.fullmatch(said.replace("-", "")):
        return f"urn:isbn:{found[1].upper()}"
    return f"urn:uuid:{said.lower()}" if _UUID.fullmatch(said) else ""


def _leads(contents: Iterable[Entry]) -> Iterator[str]:
    """Titles of the contents: the first of each page (版), then the second of each; a story or chapter by itself."""
    parts = [
        entry.children if entry.children and label(plain(entry.label), "contents") else (entry,) for entry in contents
    ]
    for row in zip_longest(*parts):
        yield from (title for entry in row if entry and (title := plain(entry.label)) and not _is_no_story(title))


def _is_no_story(title: str) -> bool:
    """Whether it is a cover's, a list of contents' or the like."""
    return title.replace(" ", "").casefold() in lists(__package__, "words")["contents", "no story"]


def _cover(book: Book, path: Path) -> Cover | None:
    """The picture on the cover, if it is of a kind that every reader of catalogues shows."""
    if not (member := book.cover):
        return None
    try:
        kind = kind_of_picture(book.archive.read(member))
    except UnreadableInput:
        return None
    return Cover(path, member, *kind) if kind else None


def kind_of_picture(data: bytes) -> tuple[str, str] | None:
    """The media type and the suffix of a picture of one of those kinds."""
    found = ((media_type, suffix) for start, suffix, media_type in SIGNATURES if start.match(data))
    return next((kind for kind in found if kind[0] in RASTER), None)


def picture_of(cover: Cover) -> bytes:
    """The bytes of a cover. Raises ``UnreadableInput``."""
    try:
        if cover.member is None:
            return cover.path.read_bytes()
        with cover.path.open("rb") as file:
            return Archive(file).read(cover.member)
    except OSError as error:
        raise UnreadableInput(f"{cover.path} changed while it was read ({error.strerror}): try again") from error
