"""A file or a folder, whole or not at all: made beside its place first, then moved into it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident

from converter.errors import UnwritableOutput
from converter.readers.inputs import Input, listed, paths_in

Output = str | os.PathLike[str]

MARKER = ".banmian"
"""The file that tells a folder of ours; it lists the folder's files, a name a line."""


@dataclass(frozen=True, slots=True, eq=False)
class Converted:
    """Where an output is, and ``warnings``: sentences on what was left out, changed or guessed, and what would help.

    It stands for its ``path`` wherever a path is taken, and is equal to it.
    """

    path: Path
    warnings: tuple[str, ...] = ()

    def __fspath__(self) -> str:
        return os.fspath(self.path)

    def __str__(self) -> str:
        return str(self.path)

    def __eq__(self, other: object) -> bool:
        return self.path == Path(other) if isinstance(other, os.PathLike) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.path)


def refuse_input(output: Output, inputs: Input | Iterable[Input]) -> None:
    """Raise ``UnwritableOutput`` where ``output`` is one of the files of ``inputs``."""
    if not os.path.exists(output):
        return
    for path in (path for source in listed(inputs) for path in paths_in(source)):
        if os.path.exists(path) and os.path.samefile(path, output):
            raise UnwritableOutput(f"{output} is an input and would be lost: choose another place")


def put(path: Path, content: bytes | Mapping[str, bytes]) -> None:
    """Put a file, or a folder of files by their names, into its place whole, or leave what is there.

    Raises ``UnwritableOutput``.
    """
    if isinstance(content, bytes):
        put_file(path, content)
    else:
        put_folder(path, content)


def put_file(path: Path, data: bytes) -> None:
    """Put ``data`` into the file at ``path`` whole, or leave what is there. Raises ``UnwritableOutput``.

    A link stays, and what it leads to is replaced; a device or a pipe is written to.
    """
    with _told(path):
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path = path.resolve()
        beside = _beside(path)
        try:
            beside.write_bytes(data)
            if path.exists():
                beside.chmod(path.stat().st_mode & 0o777)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def put_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make ``path`` a folder of these files, or leave what is there. Raises ``UnwritableOutput``.

    A folder that is there is replaced only where this function made it and nobody has put anything into it since.
    """
    path = path.resolve()
    _refuse_strangers(path)
    beside = _beside(path)
    old = beside.with_suffix(".old")
    with _told(path):
        try:
            for name, data in {**files, MARKER: "".join(f"{name}\n" for name in sorted(files)).encode()}.items():
                (beside / name).parent.mkdir(parents=True, exist_ok=True)
                (beside / name).write_bytes(data)
            if path.exists():
                path.rename(old)
            beside.rename(path)
        finally:  # whatever ends this, Ctrl-C too: one of the two folders is in its place
            if old.exists() and not path.exists():
                old.rename(path)
            shutil.rmtree(old, ignore_errors=True)
            shutil.rmtree(beside, ignore_errors=True)


def _beside(path: Path) -> Path:
    """A name in the same folder that no other thread or process uses."""
    return path.with_name(f".banmian-{os.getpid()}-{get_ident()}.part")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What fails in here is an ``UnwritableOutput``; a pipe whose reader went away is no failure to write."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableOutput(f"cannot write {path}: {error.strerror}; choose another place with -o") from error


def _refuse_strangers(path: Path) -> None:
    """Raise ``UnwritableOutput`` where a file, or a folder with a file that is not ours, would be lost."""
    if not path.exists():
        if not path.parent.is_dir():
            raise UnwritableOutput(f"cannot write {path}: there is no folder {path.parent}; make it first")
        return
    if not path.is_dir():
        raise UnwritableOutput(f"{path} is a file and a site is a folder: choose another place with -o")
    found = {file.relative_to(path).as_posix() for file in path.rglob("*") if not file.is_dir() or file.is_symlink()}
    marker = path / MARKER
    ours = {MARKER, *marker.read_text("utf-8", "replace").splitlines()} if marker.is_file() else set()
    if strangers := sorted(found - ours):
        raise UnwritableOutput(
            f"{path} holds {strangers[0]!r}, which is no file of a site of ours and would be lost: "
            "move it away, or choose another place with -o"
        )
