"""A file or a folder, whole or not at all: made beside its place first, then moved into it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOBase
from pathlib import Path
from typing import IO

from converter.arguments import unfit
from converter.errors import UnwritableOutput
from converter.places import clear, making, put_in_place, sync, sync_all, write_synced
from converter.readers.inputs import Input, listed, paths_in
from converter.records import record

Output = str | os.PathLike[str]

Files = Mapping[str, bytes] | Iterable[tuple[str, bytes | Path]]
"""The files of a folder by their names in it, with their content or where it is; pairs are taken one at a time."""

MARKER = ".banmian"
"""The file that tells a folder of ours; it lists the folder's files, a name a line."""

AMONG = ".banmian-shelf"
"""The file that lists those of ours in a folder of somebody else's."""


@record(frozen=True, slots=True, eq=False)
class Converted:
    """Where an output is, and ``warnings``: sentences on what was left out, changed or guessed, and what would help.

    It stands for its ``path`` wherever a path is taken, and is equal to it; that of a stream is ``-``.
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


def refuse_odd(output: object) -> None:
    """Raise ``UnfitArgument`` where ``output`` is neither a file's name nor a stream that takes bytes."""
    if isinstance(output, TextIOBase):
        raise unfit("output", output, "it takes text; open it in binary mode (wb), or give its buffer")
    if not isinstance(output, (str, os.PathLike)) and not hasattr(output, "write"):
        raise unfit("output", output, "give a file's name, or a binary stream")


def put_into(stream: IO[bytes], data: bytes | Iterable[bytes]) -> None:
    """Write all of ``data`` to a stream, once the last piece of it is made. Raises ``UnwritableOutput``, and
    ``BrokenPipeError`` as it is."""
    try:
        for piece in [data] if isinstance(data, bytes) else _once_made(data):
            while piece and isinstance(count := stream.write(piece), int) and count:
                piece = piece[count:]
    except BrokenPipeError:
        raise
    except (OSError, ValueError, TypeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnwritableOutput(f"cannot write the stream: {reason}; give one that is open to write bytes") from error


def _once_made(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces, larger ones, when all are made: till then they lie on the disk."""
    from tempfile import TemporaryFile

    with TemporaryFile() as file:
        file.writelines(pieces)
        file.seek(0)
        yield from iter(lambda: file.read(_LARGE), b"")


_LARGE = 1 << 20


def refuse_input(output: Output | IO[bytes], inputs: Input | Iterable[Input]) -> None:
    """Raise ``UnwritableOutput`` where ``output`` is one of the files of ``inputs``."""
    if not isinstance(output, (str, os.PathLike)) or not os.path.exists(output):
        return
    for path in (path for source in listed(inputs) for path in paths_in(source)):
        if os.path.exists(path) and os.path.samefile(path, output):
            raise UnwritableOutput(f"{output} is an input and would be lost: choose another place")


def put(path: Path, content: bytes | Iterable[bytes] | Mapping[str, bytes]) -> None:
    """Put a file, of one piece or of several, or a folder of files by their names, into its place whole, or leave what
    is there.

    Raises ``UnwritableOutput``.
    """
    if isinstance(content, Mapping):
        put_folder(path, content)
    else:
        put_file(path, content)


def put_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Put ``data`` into the file at ``path`` whole, or leave what is there. Raises ``UnwritableOutput``.

    A link stays, and what it leads to is replaced; a device or a pipe is written to.
    """
    with _told(path):
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                stream.writelines([data] if isinstance(data, bytes) else _once_made(data))
            return
        path = path.resolve()
        with making(path.parent) as part:
            write_synced(part, data)
            if path.exists():
                part.chmod(path.stat().st_mode & 0o777)
            part.replace(path)
            sync(path.parent)


def put_folder(path: Path, files: Files) -> None:
    """Make ``path`` a folder of these files, or leave what is there. Raises ``UnwritableOutput``.

    A folder that is there is replaced only where this function made it and nobody has put anything into it since.
    """
    path = path.resolve()
    with _told(path):
        clear(path.parent)
        _refuse_strangers(path)
        with making(path.parent) as part:
            part.mkdir()
            _fill(part / path.name, files, MARKER)
            put_in_place(path.parent, part, [path.name])


def put_among(path: Path, files: Files) -> None:
    """Put these files into the folder ``path`` among files of others, or leave all as it is.

    They take the place of all that an earlier call has put there. A file or a folder of somebody else's is never
    touched; where one is in the way, nothing is done. Raises ``UnwritableOutput``.
    """
    path = path.resolve()
    with _told(path):
        clear(path)
        with making(path) as part:
            names = {*_fill(part, files, AMONG), *ours_in(path, AMONG)}
            tops = sorted({AMONG, *(name.partition("/")[0] for name in names)})
            _refuse_in_the_way(path, tops)
            put_in_place(path, part, tops)


def ours_in(path: Path, marker: str) -> set[str]:
    """The names of the files that were put into a folder, as its ``marker`` says, and its own; none without it."""
    listed = path / marker
    return {marker, *listed.read_text("utf-8", "surrogateescape").splitlines()} if listed.is_file() else set()


def _fill(folder: Path, files: Files, marker: str) -> list[str]:
    """Write the files into a new folder, one after another, and its list of them; gives their names."""
    folder.mkdir()
    names = []
    for name, data in files.items() if isinstance(files, Mapping) else files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if isinstance(data, Path):
            shutil.copyfile(data, folder / name)
        else:
            (folder / name).write_bytes(data)
        names.append(name)
    (folder / marker).write_bytes("".join(f"{name}\n" for name in sorted(names)).encode("utf-8", "surrogateescape"))
    sync_all(folder)
    return names


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What fails in here is an ``UnwritableOutput``; a pipe whose reader went away is no failure to write."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if not path.parent.is_dir():
            raise UnwritableOutput(f"cannot write {path}: there is no folder {path.parent}; make it first") from error
        raise UnwritableOutput(f"cannot write {path}: {error.strerror}; choose another place with -o") from error


def _refuse_strangers(path: Path) -> None:
    """Raise ``UnwritableOutput`` where a file, or a folder with a file that is not ours, would be lost."""
    if not path.exists():
        return
    if not path.is_dir():
        raise UnwritableOutput(f"{path} is a file and a site is a folder: choose another place with -o")
    if strangers := sorted(_files_in(path, path.iterdir()) - ours_in(path, MARKER)):
        raise UnwritableOutput(
            f"{path} holds {strangers[0]!r}, which is no file of a site of ours and would be lost: "
            "move it away, or choose another place with -o"
        )


def _refuse_in_the_way(path: Path, names: Iterable[str]) -> None:
    """Raise ``UnwritableOutput`` where the folder has a file that is not ours under one of these names."""
    if strangers := sorted(_files_in(path, map(path.joinpath, names)) - ours_in(path, AMONG)):
        raise UnwritableOutput(
            f"{path} holds {strangers[0]!r}, which is no file of ours and would be lost: move it away, "
            "or choose another place with -o"
        )


def _files_in(path: Path, tops: Iterable[Path]) -> set[str]:
    """The names in ``path`` of the files that ``tops`` are or hold."""
    found = (file for top in tops for file in (top, *(top.rglob("*") if top.is_dir() else ())))
    held = (file for file in found if os.path.lexists(file) and (file.is_symlink() or not file.is_dir()))
    return {file.relative_to(path).as_posix() for file in held}
