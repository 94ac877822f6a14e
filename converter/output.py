"""A folder that is written whole: beside its place first, then moved into it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from threading import get_ident

from converter.errors import UnwritableOutput

MARKER = ".banmian"
"""The file that tells a folder of ours; it lists the folder's files, a name a line."""


def put_folder(path: Path, files: dict[str, bytes]) -> None:
    """Make ``path`` a folder of these files, or leave what is there. Raises ``UnwritableOutput``.

    A folder that is there is replaced only where this function made it and nobody has put anything into it since.
    """
    path = path.resolve()
    _refuse_strangers(path)
    beside = path.with_name(f".banmian-{os.getpid()}-{get_ident()}.part")
    old = beside.with_suffix(".old")
    try:
        try:
            for name, data in (files | {MARKER: "".join(f"{name}\n" for name in sorted(files)).encode()}).items():
                (beside / name).parent.mkdir(parents=True, exist_ok=True)
                (beside / name).write_bytes(data)
            if path.exists():
                path.rename(old)
            try:
                beside.rename(path)
            except OSError:
                if old.exists():
                    old.rename(path)
                raise
        finally:
            shutil.rmtree(beside, ignore_errors=True)
            if path.exists():
                shutil.rmtree(old, ignore_errors=True)
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
