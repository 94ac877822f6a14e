"""A zip file, opened with care: nothing that it says of itself is believed, and nothing is unpacked to disk."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections import Counter
from posixpath import normpath
from typing import BinaryIO

from converter.errors import UnreadableInput
from converter.readers.refused import is_package

MOST_FILES = 20_000
LARGEST = 1 << 29
"""Bytes that all files of one archive may have when unpacked: 512 MiB."""

LARGEST_FILE = 1 << 27
"""Bytes that one file may have: 128 MiB."""

SMALL = 1 << 24
RATIO = 500
"""A file above 16 MiB that was packed better than 500 to 1 holds no text or picture: it is made to fill the memory."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of Office before 2007 begin, and the encrypted ones since."""


class Archive:
    """The files of a zip by name, in its order; of those called ``twice`` the last.

    It is bytes, or a file open to read. Raises ``UnreadableInput`` for what is damaged, locked or a trap.
    """

    def __init__(self, data: bytes | BinaryIO) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableInput(
                "the file is damaged or cut short (it should be a zip, as .docx and .epub files are): get it anew"
            ) from error
        files = [info for info in self._zip.infolist() if not info.is_dir()]
        _check(files)
        names = _names(files)
        self._files = dict(zip(names, files, strict=True))
        self.twice = (
            tuple(name for name, count in Counter(names).items() if count > 1) if len(self._files) < len(files) else ()
        )
        self.names = tuple(self._files)

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def read(self, name: str) -> bytes:
        """The bytes of the file ``name``. No more of them are unpacked than the archive has declared.

        ``ZipFile.read`` would unpack all and then cut it.
        """
        file = self._files[name]
        try:
            with self._zip.open(file) as packed:
                return packed.read(file.file_size)
        except NotImplementedError as error:
            raise UnreadableInput(f"{name} is packed in a way that few programs read: pack the zip again") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise UnreadableInput(f"{name} in the zip is damaged: get the file anew") from error


def kind_of_zip(names: tuple[str, ...]) -> str:
    """The format of a zip with files of these names: ``docx``, ``epub``, ``zip``; ``package`` if none reads it."""
    if "META-INF/container.xml" in names:
        return "epub"
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    return "package" if is_package(names) else "zip"


def _check(files: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that would harm who unpacks it, before anything is unpacked."""
    if len(files) > MOST_FILES:
        raise UnreadableInput(f"the zip holds {len(files)} files, more than {MOST_FILES}: split it")
    for file in files:
        if file.flag_bits & 0x1:
            raise UnreadableInput(
                "the zip is encrypted: unpack it with its password and name the files or their folder"
            )
        if climbs(file.filename) or climbs(file.orig_filename):
            raise UnreadableInput(
                f"the zip holds {file.filename!r}, a path that leads out of it: do not trust it; unpack it elsewhere "
                "and name the files that you know"
            )
        if stat.S_ISLNK(file.external_attr >> 16):
            raise UnreadableInput(f"the zip holds {file.filename!r}, a link and no file: pack the files themselves")
        if file.file_size > LARGEST_FILE or (file.file_size > SMALL and file.file_size > RATIO * file.compress_size):
            raise UnreadableInput(
                f"{file.filename} in the zip would unpack to {file.file_size >> 20} MB, more than a document's part "
                "has: if it is sound, unpack and split it"
            )
    if (total := sum(file.file_size for file in files)) > LARGEST:
        raise UnreadableInput(f"the zip would unpack to {total >> 20} MB, more than {LARGEST >> 20}: split it")


def climbs(path: str) -> bool:
    """Whether ``path`` leads out of the folder that it is in, on any system."""
    path = path.replace("\\", "/")
    return path.startswith("/") or path[1:2] == ":" or normpath(path).split("/")[0] == ".."


def _names(files: list[zipfile.ZipInfo]) -> list[str]:
    """The files' names. Those that are not marked as UTF-8 are in the packer's own encoding, in China often GBK."""
    raw = [file.filename.encode("cp437") for file in files if not file.flag_bits & 0x800]
    encoding = "ascii"
    if not all(name.isascii() for name in raw):
        from converter.readers.encoding import decode

        encoding = decode(b"\n".join(raw)).encoding
    return [
        file.filename if file.flag_bits & 0x800 else file.filename.encode("cp437").decode(encoding, "replace")
        for file in files
    ]
