"""Files that give their bytes when they are asked for: on disk, in a zip, or held.

They are plain data: another process can be sent one, and asks for the bytes there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from posixpath import splitext
from typing import IO, Protocol

from converter.errors import UnreadableInput
from converter.readers.archive import Archive
from converter.records import NamedTuple

LARGEST = 1 << 29
"""Bytes of one file: 512 MiB."""

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg")
"""The suffixes of pictures."""


class OnDisk(NamedTuple):
    """A file by its path."""

    path: str

    def read(self) -> bytes:
        """The bytes. Raises ``UnreadableInput``."""
        return read_bytes(self.path)


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes that came by a stream."""

    data: bytes = field(repr=False)

    def read(self) -> bytes:
        """The bytes."""
        return self.data


@dataclass(slots=True)
class Zip:
    """A zip by its path, or with its ``data`` where it came by a stream; another process opens it anew."""

    path: str
    data: bytes = field(default=b"", repr=False)
    opened: Archive | None = field(default=None, repr=False, compare=False)

    def __reduce__(self) -> tuple[type[Zip], tuple[str, bytes]]:
        return Zip, (self.path, b"" if self.path else self.data)

    @property
    def archive(self) -> Archive:
        """What is in it. Raises ``UnreadableInput``."""
        if self.opened is None:
            self.opened = Archive(self.data) if not self.path else _archive_at(self.path, *_state(self.path))
        return self.opened


class InZip(NamedTuple):
    """A file of a zip by its name there."""

    zip: Zip
    name: str

    def read(self) -> bytes:
        """The bytes. Raises ``UnreadableInput``."""
        return self.zip.archive.read(self.name)


class File(Protocol):
    """Anything that gives the bytes of a file when it is asked."""

    def read(self) -> bytes:
        """The bytes. Raises ``UnreadableInput``."""
        ...


Files = Mapping[str, File]
"""Files by their paths."""


def is_picture(path: str) -> bool:
    """Whether a file's suffix is a picture's."""
    return splitext(path)[1].lower() in PICTURES


def read_bytes(path: str) -> bytes:
    """The bytes of the file at ``path``. Raises ``UnreadableInput``."""
    try:
        with Path(path).open("rb") as file:
            return bounded(file, path)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and (near := _nearest(path)):
            raise UnreadableInput(f"cannot read {path}: {error.strerror}; did you mean {near}?") from error
        raise UnreadableInput(f"cannot read {path}: {error.strerror}; check the path") from error
    except ValueError as error:
        raise UnreadableInput(f"cannot read {path!r}: {error}; check the path") from error


def _nearest(path: str) -> str | None:
    """The file that there is in the place of one that is not there, with a name much like it."""
    from difflib import get_close_matches

    folder, name = os.path.split(path)
    try:
        there = {each.name.lower(): each.name for each in os.scandir(folder or ".") if each.is_file()}
    except OSError:
        return None
    near = get_close_matches(name.lower(), there, 1, 0.8)
    return os.path.join(folder, there[near[0]]) if near else None


def bounded(stream: IO[bytes] | IO[str], name: str) -> bytes:
    """All of a stream, if that is a document's size; of one that gives text, that in UTF-8 with its mark.

    Raises ``UnreadableInput``.
    """
    data = bytearray()
    while piece := stream.read(1 << 20):
        data += piece if not isinstance(piece, str) else encoded(piece) if not data else piece.encode(*_TEXT)
        if len(data) > LARGEST:
            raise UnreadableInput(f"{name} has more than {LARGEST >> 20} MB: split it")
    return bytes(data)


_TEXT = ("utf-8", "surrogatepass")


def encoded(text: str) -> bytes:
    """A text as bytes whose encoding nobody has to guess: UTF-8 with a byte order mark."""
    return f"\ufeff{text.removeprefix(chr(0xFEFF))}".encode(*_TEXT)


def of_stream(stream: IO[bytes] | IO[str]) -> bytes:
    """All of a stream that somebody else has opened. Raises ``UnreadableInput``."""
    try:
        return bounded(stream, "the input")
    except UnicodeDecodeError as error:
        raise UnreadableInput(
            f"the stream gives text, and its bytes are no {error.encoding}: open it in binary mode (rb)"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableInput(f"cannot read the stream: {reason}; give one that is open to read") from error
    except TypeError as error:  # its read takes no size, or is to be awaited
        raise UnreadableInput(f"cannot read the stream: {error}; give what its read() gives") from error


def standard_input() -> bytes:
    """All of standard input. Raises ``UnreadableInput``."""
    if sys.stdin is None:  # it was closed before Python began
        raise UnreadableInput("standard input is closed: name a file, or send a text to it")
    try:
        return bounded(sys.stdin.buffer, "the input")
    except OSError as error:
        raise UnreadableInput(
            f"cannot read standard input: {error.strerror}; name a file, or send a text to it"
        ) from error


@lru_cache(maxsize=1)
def _archive_at(path: str, size: int, changed: int) -> Archive:
    """The zip at ``path`` in that state: the documents that a process is sent come one after another from the same."""
    return Archive(read_bytes(path))


def _state(path: str) -> tuple[int, int]:
    """Size and time of change of a file; zeros where there is none, which reading it will tell."""
    try:
        found = Path(path).stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns
