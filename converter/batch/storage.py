"""Where an archive is and where its books go: folders, zips, and whatever fsspec reaches by an address."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from glob import has_magic
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from uuid import uuid4
from zlib import crc32

from converter.errors import MissingExtra, UnreadableInput, UnwritableOutput
from converter.output import put_folder
from converter.places import sync, write_synced
from converter.readers.archive import Archive
from converter.readers.files import LARGEST, File, InZip, OnDisk, Zip, is_picture, read_bytes
from converter.readers.inputs import is_document, is_ours

HOME = ".banmian-batch"
"""The folder beside the books that holds the manifest and what is being made."""

PARTS = f"{HOME}/parts"

_ADDRESS = re.compile("[A-Za-z][A-Za-z0-9+.-]+://")
_IN_ZIP = re.compile("zip://(.+)::(.+)", re.DOTALL)
_DATE_ALONE = re.compile(r"[0-9年月日_.\- ]+")

OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss", "oci", "r2", "memory"})
"""The protocols where a file is there when all of it has come, and not before: nothing need be moved into its place."""


class Found(NamedTuple):
    """A file of an archive: its path or address, the folders and the name from where it was looked for, the names
    ``around`` that place which may tell of a day, and a ``mark`` that is another when the file has changed."""

    path: str
    parts: tuple[str, ...]
    around: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Remote:
    """A file by its address; it is plain data, which another machine can be sent."""

    address: str

    def read(self) -> bytes:
        """The bytes. Raises ``UnreadableInput``, ``MissingExtra``."""
        files, path = _reached(self.address)
        with _told(self.address, UnreadableInput):
            if (data := files.cat_file(path)) and len(data) > LARGEST:
                raise UnreadableInput(f"{self.address} has more than {LARGEST >> 20} MB: split it")
            return bytes(data)


def is_address(place: str) -> bool:
    """Whether a place is one that fsspec reaches, and no path of this machine's."""
    return bool(_ADDRESS.match(place)) and not place.startswith("file://") and not os.path.exists(place)


def file_at(path: str) -> File:
    """The file of a ``Found``'s path."""
    if (inside := _IN_ZIP.fullmatch(path)) and not is_address(inside[2]):
        return InZip(Zip(inside[2]), inside[1])
    return Remote(path) if is_address(path) else OnDisk(path)


def files_in(source: str, aside: str | None = None) -> Iterator[Found]:
    """Every file of a source, one after another: a file, a folder, a pattern, a zip, or an address of one of these.

    Hidden files are none, links to folders are not followed, and ``aside`` is a folder that is left out. Raises
    ``UnreadableInput`` where the source is not there.
    """
    if source.startswith("file://"):
        source = source.removeprefix("file://")
    if is_address(source):
        yield from _at_address(source)
        return
    path = Path(source)
    if path.is_dir():
        yield from _in_folder(path, path, aside)
    elif has_magic(source) and not path.exists():
        yield from _matching(source, aside)
    elif path.is_file():
        around = _around(path.absolute().parent)
        found = Found(source, (path.name,), around, _mark(path.stat()))
        yield from _opened(found) if _is_zip(source) else (found,)
    else:
        raise UnreadableInput(f"cannot read {source}: there is no such file or folder; check the path")


def _in_folder(folder: Path, root: Path, aside: str | None) -> Iterator[Found]:
    """The files of a folder in no order, which a folder of a million would take memory to have."""
    around = _around(root.absolute())
    waiting = [(os.fspath(folder), folder.relative_to(root).parts)]
    while waiting:
        place, parts = waiting.pop()
        try:
            with os.scandir(place) as listed:
                for entry in listed:
                    if entry.name.startswith((".", "~$")):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        if os.path.realpath(entry.path) != aside:
                            waiting.append((entry.path, (*parts, entry.name)))
                    elif entry.is_file() and not (entry.is_symlink() and is_picture(entry.name)):
                        found = Found(entry.path, (*parts, entry.name), around, _mark(entry.stat()))
                        yield from _opened(found) if _is_zip(entry.name) else (found,)
        except OSError as error:
            raise UnreadableInput(f"cannot read {place}: {error.strerror}; check its permissions") from error


def _matching(pattern: str, aside: str | None) -> Iterator[Found]:
    """The files that fit a pattern, from its last folder that is named outright."""
    root = Path(pattern)
    while has_magic(str(root)):
        root = root.parent
    if not root.is_dir():
        raise UnreadableInput(f"no file fits {pattern}: check the pattern")
    wanted = PurePosixPath(os.path.relpath(pattern, root)).parts
    nothing = True
    for found in _in_folder(root, root, aside):
        if _fits(found.parts, wanted):
            nothing = False
            yield found
    if nothing:
        raise UnreadableInput(f"no file fits {pattern}: check the pattern")


def _fits(parts: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a path is what a pattern says, ``**`` any number of folders."""
    if not wanted:
        return not parts
    if wanted[0] == "**":
        return any(_fits(parts[skipped:], wanted[1:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], wanted[0]) and _fits(parts[1:], wanted[1:])


def _opened(found: Found) -> Iterator[Found]:
    """The files of a zip on disk, as if it were a folder."""
    archive = Archive(read_bytes(found.path))
    folder = (*found.parts[:-1], PurePosixPath(found.parts[-1]).stem)
    for name in archive.names:
        parts = tuple(name.split("/"))
        if not any(part.startswith((".", "~$", "__MACOSX")) for part in parts):
            mark = f"{found.mark}:{crc32(name.encode('utf-8', 'replace'))}"
            yield Found(f"zip://{name}::{found.path}", (*folder, *parts), found.around, mark)


def _is_zip(name: str) -> bool:
    return name.lower().endswith(".zip")


def _around(folder: Path) -> tuple[str, ...]:
    """The folder's own name, and that of the one that it is in where both tell nothing but a date."""
    own, outer = folder.name, folder.parent.name
    return (outer, own) if _DATE_ALONE.fullmatch(own) and _DATE_ALONE.fullmatch(outer) else (own,)


def _mark(state: os.stat_result) -> str:
    return f"{state.st_size}:{state.st_mtime_ns}"


def _at_address(source: str) -> Iterator[Found]:
    """The files at an address and below it."""
    chained = f"zip://::{source}" if _is_zip(source) else source
    files, root = _reached(chained)
    tail = f"::{chained.partition('::')[2]}" if "::" in chained else ""
    with _told(source, UnreadableInput):
        nothing = True
        for path, parts, state in _listed(files, root):
            nothing = False
            if not any(part.startswith((".", "~$")) for part in parts):
                address = f"zip://{path}{tail}" if tail else files.unstrip_protocol(path)
                yield Found(address, parts, (PurePosixPath(root.rstrip("/")).name,), _remote_mark(state))
        if nothing:
            raise UnreadableInput(f"there is nothing at {source}: check the address")


def _listed(files: Any, root: str) -> Iterator[tuple[str, tuple[str, ...], dict[str, Any]]]:
    """Path, parts from the root, and state of each file, a folder of them at a time."""
    if has_magic(root):
        base = PurePosixPath(root)
        while has_magic(str(base)):
            base = base.parent
        for path, state in files.glob(root, detail=True).items():
            if state["type"] == "file":
                yield path, PurePosixPath(path).relative_to(base).parts, state
    elif files.isfile(root):
        yield root, (PurePosixPath(root).name,), files.info(root)
    else:
        for _, _, inside in files.walk(root, detail=True):
            for state in inside.values():
                path = state["name"]
                yield path, tuple(path.strip("/").removeprefix(root.strip("/")).strip("/").split("/")), state


def _remote_mark(state: Mapping[str, Any]) -> str:
    """What of a file's state changes with its content; stores differ in what they tell."""
    told = (state.get(key) for key in ("ETag", "etag", "md5Hash", "CRC", "LastModified", "updated", "mtime", "created"))
    return f"{state.get('size')}:{next((value for value in told if value), '')}"


@dataclass(frozen=True)
class Place:
    """Where books go: a folder, or an address. It is plain data, which another machine can be sent."""

    where: str

    @property
    def folder(self) -> Path | None:
        """The folder on this machine; None for an address."""
        return None if is_address(self.where) else Path(self.where.removeprefix("file://")).absolute()

    def path_of(self, name: str) -> str:
        """Where the file of that name is."""
        return str(self.folder / name) if self.folder else f"{self.where.rstrip('/')}/{name}"

    def put(self, name: str, content: bytes | Mapping[str, bytes]) -> int:
        """Put a file, or a folder of files, there whole or not at all; gives how many bytes. Raises
        ``UnwritableOutput``."""
        folder = self.folder
        if isinstance(content, Mapping):
            if not folder:
                raise UnwritableOutput("a site is a folder of files, which no store takes whole: make it on a disk")
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            put_folder(folder / name, content)
            return sum(map(len, content.values()))
        with _told(self.path_of(name), UnwritableOutput):
            if folder:
                _put_on_disk(folder, name, content)
            else:
                _put_at_address(self.path_of(name), content)
        return len(content)

    def read(self, name: str) -> bytes:
        """The bytes of a file there. Raises ``UnreadableInput``."""
        return file_at(self.path_of(name)).read()

    def take(self, name: str) -> bytes | None:
        """The bytes of a file there; None where there is none."""
        if self.folder:
            return (self.folder / name).read_bytes() if (self.folder / name).is_file() else None
        files, path = _reached(self.path_of(name))
        with _told(self.path_of(name), UnreadableInput):
            return bytes(files.cat_file(path)) if files.exists(path) else None

    def sizes(self, folder: str) -> dict[str, int]:
        """How large the files of a folder there are, by their names in it; a folder in it counts as -1."""
        if self.folder:
            return _sizes(self.folder / folder)
        files, path = _reached(self.path_of(folder))
        with _told(self.path_of(folder), UnreadableInput):
            try:
                listed = files.ls(path, detail=True)
            except FileNotFoundError:
                return {}
            return {PurePosixPath(one["name"]).name: one["size"] if one["type"] == "file" else -1 for one in listed}

    def names(self, suffix: str) -> Iterator[str]:
        """The files there and below that end so, but those of the batch's own; ``latest.epub`` is a shelf's."""
        for found in files_in(str(self.folder) if self.folder else self.where):
            if found.parts[-1].endswith(suffix) and found.parts != ("latest.epub",) or not suffix:
                yield "/".join(found.parts)

    def prepare(self) -> None:
        """Make the folder ready, and put away what dead runs left. Raises ``UnwritableOutput``."""
        if not self.folder:
            _reached(self.where)
            return
        with _told(self.where, UnwritableOutput):
            parts = self.folder / PARTS
            parts.mkdir(parents=True, exist_ok=True)
            for left in parts.iterdir():
                left.unlink(missing_ok=True)


def _sizes(folder: Path) -> dict[str, int]:
    try:
        with os.scandir(folder) as listed:
            return {one.name: -1 if one.is_dir() else one.stat().st_size for one in listed}
    except (FileNotFoundError, NotADirectoryError):
        return {}


def _put_on_disk(folder: Path, name: str, content: bytes) -> None:
    """Write it among the parts of the run, and move it to its place when it is on the disk."""
    part, target = folder / PARTS / uuid4().hex, folder / name
    try:
        write_synced(part, content)
        target.parent.mkdir(parents=True, exist_ok=True)
        part.replace(target)
        sync(target.parent)
    finally:
        part.unlink(missing_ok=True)


def _put_at_address(address: str, content: bytes) -> None:
    """Send it; where files grow as they come, under another name first."""
    files, path = _reached(address)
    protocols = {files.protocol} if isinstance(files.protocol, str) else {*files.protocol}
    if protocols & OBJECT_STORES:
        files.pipe_file(path, content)
        return
    folder, _, name = path.rpartition("/")
    part = f"{folder}/.{name}.{uuid4().hex}.part"
    files.makedirs(folder, exist_ok=True)
    try:
        files.pipe_file(part, content)
        files.mv(part, path)
    finally:
        if files.exists(part):
            files.rm_file(part)


@lru_cache(maxsize=256)
def _reached(address: str) -> tuple[Any, str]:
    """fsspec's file system of an address, and the path there; its listings are never old."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtra(
            f"{address} is reached by fsspec, which is not installed: pip install 'banmian[batch]'"
        ) from error
    try:
        files, path = url_to_fs(address)
    except ImportError as error:
        raise MissingExtra(f"nothing that reaches {address} is installed: {error}") from error
    except (ValueError, OSError) as error:
        raise UnreadableInput(f"{address} cannot be reached: {error}; check the address") from error
    if hasattr(files, "dircache"):
        files.dircache.use_listings_cache = False
    return files, path


@contextmanager
def _told(place: str, kind: type[UnreadableInput] | type[UnwritableOutput]) -> Iterator[None]:
    """What fails in here is an error of that kind. Stores raise what their libraries have, of no common base."""
    try:
        yield
    except (UnreadableInput, UnwritableOutput, MissingExtra, FileNotFoundError) as error:
        if isinstance(error, FileNotFoundError):
            raise kind(f"{place} is not there: check the path") from error
        raise
    except Exception as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else f"{type(error).__name__}: {error}"
        verb = "write" if kind is UnwritableOutput else "read"
        raise kind(f"cannot {verb} {place}: {' '.join(why.split())}; check the place and your rights there") from error


def documents_among(found: Iterable[Found]) -> Iterator[tuple[Found, bool | None]]:
    """Each file with whether it is a picture (True), a document (False), or what no reader reads (None)."""
    for one in found:
        name = one.parts[-1]
        if is_picture(name):
            yield one, True
        else:
            yield one, False if is_document(name) and is_ours(name, file_at(one.path)) else None
