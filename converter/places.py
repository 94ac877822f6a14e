"""Moves that are whole: what is made lies beside its place until it is on the disk, then takes it.

Where the system can exchange two names at once (Linux's ``renameat2``), a folder that is there is replaced so. Else it
moves away first, and what a process that died between two moves left is put right at the next run.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EINVAL
from functools import cache
from pathlib import Path
from threading import current_thread
from threading import enumerate as threads

_LEFT = re.compile(r"\.banmian-(\d{1,18})-(\d{1,20})\.(part|old)")
"""What is made beside its place, and what was there before it: of which process, of which thread of it."""

_NEW = ".new"
"""The file beside what was there before that names what takes its place."""

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


@contextmanager
def making(folder: Path) -> Iterator[Path]:
    """A path in ``folder`` to make something at, which no other thread or process uses; nothing is left there."""
    clear(folder)
    part = folder / f".banmian-{os.getpid()}-{current_thread().ident}.part"
    try:
        yield part
    finally:
        if not _is_there(part.with_suffix(".old")):  # else an exchange was not ended, and the next run ends it
            _remove(part)


def put_in_place(folder: Path, part: Path, names: Sequence[str]) -> None:
    """Move what ``part`` has of these names into ``folder``; what that has of them goes. On failure all goes back."""
    if len(names) == 1 and _exchange(part / names[0], folder / names[0]):
        sync(folder)
        return
    old = part.with_suffix(".old")
    try:
        old.mkdir()
        new = {name for name in names if _is_there(part / name)}
        write_synced(old / _NEW, "\n".join(sorted(new)).encode("utf-8", "surrogateescape"))
        sync(old)
        for name in sorted(names, key=new.__contains__):  # what only goes goes first: the last to come ends all
            if _is_there(folder / name):
                (folder / name).rename(old / name)
            if name in new:
                (part / name).rename(folder / name)
        sync(folder)
    finally:  # whatever ends this, Ctrl-C too
        _settle(folder, part, old)


def clear(folder: Path) -> None:
    """Put right what processes that died left in ``folder``, and what of this thread was left; others' work stays."""
    left = {name for name in _names_in(folder) if (found := _LEFT.fullmatch(name)) and not _lives(*found.group(1, 2))}
    for name in sorted(left):  # what was there, then what was to be
        path = folder / name
        if path.suffix == ".old":
            with suppress(FileNotFoundError):  # another process does the same
                _settle(folder, path.with_suffix(".part"), path)
        else:
            _remove(path)


def _settle(folder: Path, part: Path, old: Path) -> None:
    """End an exchange: where all that is new is in its place, what was there goes; else that is put back."""
    new = _listed(old / _NEW)
    if any(_is_there(part / name) for name in new):
        for name in new:
            if not _is_there(part / name) and _is_there(folder / name):
                (folder / name).rename(part / name)
        for name in _names_in(old):
            if name != _NEW and not _is_there(folder / name):
                (old / name).rename(folder / name)
    _remove(old)


def write_synced(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, of one piece or of several, and wait until it is on the disk."""
    with path.open("wb") as file:
        file.writelines([data] if isinstance(data, bytes) else data)
        file.flush()
        _sync(file.fileno())


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk; not every system lets one wait for a folder."""
    try:
        number = os.open(path, os.O_RDONLY)
    except PermissionError:  # a folder of Windows
        return
    try:
        _sync(number)
    finally:
        os.close(number)


def sync_all(folder: Path) -> None:
    """Wait until a folder with all that is in it is on the disk."""
    for place, _, names in os.walk(folder):
        for name in names:
            sync(Path(place, name))
        sync(Path(place))


def _sync(number: int) -> None:
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno != EINVAL:  # there is no disk to wait for
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Put what ``one`` is in the place of ``other`` at once, and the other in its, where there is one; False where the
    system cannot."""
    if not _is_there(other):
        one.rename(other)
        return True
    rename = _renameat2()
    return rename is not None and not rename(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )


@cache
def _renameat2():  # type: ignore[no-untyped-def]
    """Linux's function of that name (renameat2(2)), None where there is none."""
    try:
        from ctypes import CDLL

        return CDLL(None).renameat2
    except (ImportError, AttributeError, OSError, TypeError):
        return None


def _lives(process: str, thread: str) -> bool:
    """Whether a process is at work, and not the calling thread; of another system's processes nothing is known."""
    if int(process) == os.getpid():
        return int(thread) in {one.ident for one in threads()} - {current_thread().ident}
    if os.name != "posix":
        return True
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _is_there(path: Path) -> bool:
    """Whether there is anything of that name; an error of the disk does not say that there is not."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return []


def _listed(file: Path) -> Iterable[str]:
    return file.read_bytes().decode("utf-8", "surrogateescape").split("\n") if _is_there(file) else ()


def _remove(path: Path) -> None:
    """Remove a file or a folder if it is there, and if that can be."""
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
