"""Where books go: a folder or a store, and each is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from uuid import uuid4

from converter.batch.addresses import file_at, is_address, is_zip, reached, told
from converter.batch.sources import files_in
from converter.errors import UnreadableInput, UnwritableOutput
from converter.output import put_folder
from converter.places import making, sync, write_synced

HOME = ".banmian-batch"
"""The folder beside the books that holds the manifest and what is being made."""

PARTS = f"{HOME}/parts"

OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "oss", "oci"})
"""The protocols where a file is there when all of it has come, and not before: nothing need be moved into its place."""

MOVING = frozenset({"sftp", "ssh"})
"""Those where it grows as it comes, and a move takes the place of an older file at once."""


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
        with told(self.path_of(name), UnwritableOutput):
            if folder:
                _put_on_disk(folder, name, content)
            else:
                _put_at_address(self.path_of(name), content)
        return len(content)

    def put_pieces(self, name: str, pieces: Iterable[bytes]) -> None:
        """Put a file there, whole or not at all, that is never in memory whole. Raises ``UnwritableOutput``."""
        with told(self.path_of(name), UnwritableOutput):
            if self.folder:
                _put_on_disk(self.folder, name, pieces)
                return
            with TemporaryDirectory() as here:
                write_synced(Path(here, "whole"), pieces)
                _put_at_address(self.path_of(name), Path(here, "whole"))

    def read(self, name: str) -> bytes:
        """The bytes of a file there. Raises ``UnreadableInput``."""
        return file_at(self.path_of(name)).read()

    def take(self, name: str) -> bytes | None:
        """The bytes of a file there; None where there is none."""
        if self.folder:
            return (self.folder / name).read_bytes() if (self.folder / name).is_file() else None
        files, path = reached(self.path_of(name))
        with told(self.path_of(name), UnreadableInput):
            return bytes(files.cat_file(path)) if files.exists(path) else None

    def fetch(self, name: str, here: Path) -> bool:
        """Copy a file there to a place on this machine, whole or not at all; whether there is one."""
        files, path = reached(self.path_of(name))
        with told(self.path_of(name), UnreadableInput):
            if not files.exists(path):
                return False
            here.parent.mkdir(parents=True, exist_ok=True)
            with making(here.parent) as part:
                files.get_file(path, str(part))
                part.replace(here)
        return True

    def sizes(self, folder: str) -> dict[str, int]:
        """How large the files of a folder there are, by their names in it; a folder in it counts as -1."""
        if self.folder:
            return _sizes(self.folder / folder)
        files, path = reached(self.path_of(folder))
        with told(self.path_of(folder), UnreadableInput):
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
        """Make the folder ready. Raises ``UnwritableOutput``, also for a place where books would be there in part."""
        self._refuse_what_grows()
        if not self.folder:
            reached(self.where)
            return
        with told(self.where, UnwritableOutput):
            (self.folder / PARTS).mkdir(parents=True, exist_ok=True)

    def tidy(self) -> None:
        """Put away what dead runs left, for one that has the place to itself. Raises ``UnwritableOutput``."""
        if self.folder:
            with told(self.where, UnwritableOutput):
                for left in (self.folder / PARTS).iterdir():
                    left.unlink(missing_ok=True)

    def _refuse_what_grows(self) -> None:
        """Raise ``UnwritableOutput`` where a file cannot be replaced whole or not at all."""
        if self.where.startswith("zip://") or is_zip(self.where) and not (self.folder and self.folder.is_dir()):
            raise UnwritableOutput(
                f"{self.where} is a zip, which takes no books one after another, each whole or not at all: "
                "name a folder with -o, and pack it when all is made"
            )
        protocol = self.where.partition("://")[0]
        if not self.folder and protocol not in OBJECT_STORES | MOVING or "::" in protocol:
            raise UnwritableOutput(
                f"{self.where} is no place where each book is whole or not there: "
                "name a folder with -o, or a store such as s3://books"
            )


def _sizes(folder: Path) -> dict[str, int]:
    try:
        with os.scandir(folder) as listed:
            return {one.name: -1 if one.is_dir() else one.stat().st_size for one in listed}
    except (FileNotFoundError, NotADirectoryError):
        return {}


def _put_on_disk(folder: Path, name: str, content: bytes | Iterable[bytes]) -> None:
    """Write it among the parts of the run, and move it to its place when it is on the disk."""
    part, target = folder / PARTS / uuid4().hex, folder / name
    try:
        write_synced(part, content)
        target.parent.mkdir(parents=True, exist_ok=True)
        part.replace(target)
        sync(target.parent)
    finally:
        part.unlink(missing_ok=True)


def _put_at_address(address: str, content: bytes | Path) -> None:
    """Send it, or the file that holds it; where files grow as they come, under another name first."""
    files, path = reached(address)

    def send(target: str) -> None:
        if isinstance(content, Path):
            files.put_file(str(content), target)
        else:
            files.pipe_file(target, content)

    protocols = {files.protocol} if isinstance(files.protocol, str) else {*files.protocol}
    if protocols & OBJECT_STORES:
        send(path)
        return
    folder, _, name = path.rpartition("/")
    part = f"{folder}/.{name}.{uuid4().hex}.part"
    files.makedirs(folder, exist_ok=True)
    try:
        send(part)
        files.mv(part, path)
    finally:
        if files.exists(part):
            files.rm_file(part)
