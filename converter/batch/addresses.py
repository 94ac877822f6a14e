"""What fsspec reaches by an address: which places are one, their files, and how its failures are told."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC
from functools import lru_cache
from typing import Any

from converter.errors import MissingExtra, UnreadableInput, UnwritableOutput
from converter.installed import to_install
from converter.readers.files import LARGEST, File, InZip, OnDisk, Zip

IN_ZIP = re.compile("zip://(.*)::(.+)", re.DOTALL)
"""The address of a file, a folder or a pattern in a zip."""

_ADDRESS = re.compile("[A-Za-z][A-Za-z0-9+.-]+://")

_SPELLED = {0xDC00 + byte: 0x10FE00 + byte for byte in range(0x80, 0x100)}
_NAMED = {spelled: byte for byte, spelled in _SPELLED.items()}
_BYTES = re.compile("[\udc80-\udcff]+")


@dataclass(frozen=True, slots=True)
class Remote:
    """A file by its address; it is plain data, which another machine can be sent."""

    address: str

    def read(self) -> bytes:
        """The bytes. Raises ``UnreadableInput``, ``MissingExtra``."""
        files, path = reached(self.address)
        with told(self.address, UnreadableInput):
            if (data := files.cat_file(path)) and len(data) > LARGEST:
                raise UnreadableInput(f"{self.address} has more than {LARGEST >> 20} MB: split it")
            return bytes(data)


def spelled(path: str) -> str:
    """A path as text that a table, JSON and SQLite hold: a byte of it that is no UTF-8, which Python has as half a
    surrogate pair (PEP 383), stands as a character of private use (U+10FE80 to U+10FEFF); ``named`` gives it back."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return path.translate(_SPELLED)
    return path


def named(path: str) -> str:
    """The path that ``spelled`` was given."""
    return path if path.isascii() else path.translate(_NAMED)


def legible(message: str) -> str:
    """What is said, bytes of a name that are no UTF-8 as GB18030's."""
    return _BYTES.sub(lambda found: found[0].encode("utf-8", "surrogateescape").decode("gb18030", "replace"), message)


def is_address(place: str) -> bool:
    """Whether a place is one that fsspec reaches, and no path of this machine's."""
    return bool(_ADDRESS.match(place)) and not place.startswith("file://") and not os.path.exists(place)


def file_at(path: str) -> File:
    """The file of a ``Found``'s path."""
    path = named(path)
    if (inside := IN_ZIP.fullmatch(path)) and not is_address(inside[2]):
        return InZip(Zip(inside[2].removeprefix("file://")), inside[1])
    return Remote(path) if is_address(path) else OnDisk(path.removeprefix("file://"))


def is_zip(name: str) -> bool:
    """Whether a file is called as a zip is."""
    return name.lower().endswith(".zip")


@lru_cache(maxsize=256)
def reached(address: str) -> tuple[Any, str]:
    """fsspec's file system of an address, and the path there; its listings are never old."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtra(
            f"{address} is reached by fsspec, which is not installed: {to_install('fsspec', 's3fs')}"
        ) from error
    try:
        files, path = url_to_fs(address)
    except ImportError as error:
        raise MissingExtra(f"nothing that reaches {address} is installed: {error}") from error
    except Exception as error:  # of what each library has, as in told
        told = " ".join(str(error).split()) or type(error).__name__
        raise UnreadableInput(f"{address} cannot be reached: {told}; check the address") from error
    if hasattr(files, "dircache"):
        files.dircache.use_listings_cache = False
    return files, path


@contextmanager
def told(place: str, kind: type[UnreadableInput] | type[UnwritableOutput]) -> Iterator[None]:
    """What fails in here is an error of that kind. Stores raise what their libraries have, of no common base."""
    try:
        yield
    except (UnreadableInput, UnwritableOutput, MissingExtra, FileNotFoundError) as error:
        if isinstance(error, FileNotFoundError):
            raise kind(f"{place} is not there: check the path") from error
        raise
    except Exception as error:
        if is_full(error):
            raise full(place) from error
        why = error.strerror if isinstance(error, OSError) and error.strerror else f"{type(error).__name__}: {error}"
        verb = "write" if kind is UnwritableOutput else "read"
        raise kind(f"cannot {verb} {place}: {' '.join(why.split())}; check the place and your rights there") from error


def is_full(error: BaseException | None) -> bool:
    """Whether there is no room left on a disk, or in a user's share of it."""
    return isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT)


def full(place: str) -> UnwritableOutput:
    """What is said then: it is nobody's fault but the disk's, and each further book would fail as well."""
    return UnwritableOutput(
        f"there is no room left to write {place}: what was made is kept; make room there, and say the same again "
        "for the rest"
    )
