"""One document as it lies among others: its bytes → ``Source`` or ``Issue``, with its name and the pictures beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from converter.errors import UndecodableText
from converter.model import Block, Document, Issue, Line, Source
from converter.readers import WHOLE, reader_of
from converter.readers.files import LARGEST, File, Files
from converter.readers.kinds import kind_of
from converter.readers.name import metadata_in_folder
from converter.records import NamedTuple


@dataclass(frozen=True, slots=True)
class Entry:
    """A document: its ``path`` (None for a stream), its file, and the pictures ``beside`` it, in its folder and below.

    ``beside`` is None where they are looked for on disk when they are asked for. ``folder`` is the name of the folder
    or zip in which it was found, empty where the user named the file itself; ``home`` the folder on disk that it lies
    in. ``known`` is what a program has read already. It is plain data, which another process can be sent.
    """

    path: str | None
    file: File
    beside: Files | None = field(default_factory=dict)
    folder: str = ""
    home: Path | None = None
    known: Source | Issue | None = None

    def read(self) -> bytes:
        """Its bytes. Raises ``UnreadableInput``."""
        return self.file.read()

    def pictures(self) -> Files:
        """The pictures beside it, by their paths from its folder."""
        if self.beside is None and self.path:
            from converter.readers.beside import pictures_beside

            return pictures_beside(self.path)
        return self.beside or {}

    def near(self, name: str) -> bytes | None:
        """The bytes of a file beside it that it leads to, by its path from its folder; None where there is none."""
        from converter.readers.beside import bytes_of

        return bytes_of(name, self.beside or {}, self.home, LARGEST)


class Read(NamedTuple):
    """A document that was read, and the name of its format."""

    document: Source | Issue
    form: str


def read_entry(entry: Entry, reader: str | None = None, encoding: str | None = None, strict: bool = False) -> Read:
    """Read a document, with what its name tells and the pictures beside it.

    ``reader`` names the format and ``encoding`` the encoding where a user said them. Raises ``UnreadableInput``,
    ``UnknownFormat``, and ``UndecodableText``: where it is ``strict`` also for a text with broken bytes.
    """
    path = Path(entry.path) if entry.path else None
    data = entry.read()
    form = reader or kind_of(data, path.suffix if path else "")
    document = reader_of(form, entry.near)(data, encoding)
    if strict and isinstance(document, Source) and document.damage:
        raise UndecodableText(f"{document.damage}, or leave --strict out")
    if form not in WHOLE:
        document = _named(document, readable(path.name) if path else None, readable(entry.folder))
    return Read(_illustrated(document, entry, path.stem if path else None), form)


def readable(name: str) -> str:
    """A file's name as a person reads it: bytes that are no UTF-8 are GB18030's, or stand as U+FFFD.

    Python holds such bytes as halves of surrogate pairs (PEP 383), which no format can write.
    """
    if name.isprintable():
        return name
    data = name.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _named(document: Source | Issue, name: str | None, folder: str) -> Source | Issue:
    """The document with what its file's ``name`` tells, in that ``folder``."""
    if isinstance(document, Issue):
        documents = tuple(replace(one, name=name) for one in document.documents or (Document(),))
        document = replace(document, documents=documents)
    if name is None:
        return document
    return replace(document, metadata=document.metadata.over(metadata_in_folder(name, folder)))


def _illustrated(document: Source | Issue, entry: Entry, stem: str | None) -> Source | Issue:
    """The document with the pictures that it names, and those that lie in a folder called as its file is, ``stem``."""
    pictures = entry.pictures()
    parts: Iterable[Line | Block] = document.lines if isinstance(document, Source) else document.blocks()
    if not pictures and not any(run.image for part in parts for run in part.runs):
        return document
    from converter.readers.beside import with_named, with_pictures

    document = with_named(document, pictures, entry.home)
    return with_pictures(document, pictures, stem) if stem and isinstance(document, Source) else document
