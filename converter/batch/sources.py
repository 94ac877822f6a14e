"""The files of an archive, wherever it is: folders, patterns, zips, and addresses of these."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from glob import has_magic
from pathlib import Path, PurePath, PurePosixPath
from typing import Any
from zlib import crc32

from converter.batch.addresses import IN_ZIP, file_at, is_address, is_zip, named, reached, spelled, told
from converter.errors import UnreadableInput
from converter.readers.archive import Archive
from converter.readers.entry import readable
from converter.readers.files import is_picture
from converter.readers.inputs import is_document, is_issue, is_ours
from converter.records import NamedTuple

_DATE_ALONE = re.compile(r"[0-9年月日_.\- ]+")


class Found(NamedTuple):
    """A file of an archive: its path or address as ``spelled`` writes it, the folders and the name from where it was
    looked for as a person reads them, the names ``around`` that place which may tell of a day, and a ``mark`` that is
    another when the file has changed."""

    path: str
    parts: tuple[str, ...]
    around: tuple[str, ...]
    mark: str


def files_in(source: str, aside: str | None = None) -> Iterator[Found]:
    """Every file of a source, one after another: a file, a folder, a pattern, a zip, or an address of one of these.

    Hidden files are none, links to folders are not followed, and ``aside`` is a folder that is left out. Raises
    ``UnreadableInput`` where the source is not there.
    """
    source, wanted = _without_chain(named(source))
    if is_address(source):
        yield from _at_address(f"zip://{wanted}::{source}" if wanted is not None else source)
        return
    path = Path(source)
    if wanted is not None:
        yield from _inside(source, wanted)
        return
    if path.is_dir():
        yield from _in_folder(path, aside)
    elif has_magic(source) and not path.exists():
        yield from _matching(source, aside)
    elif path.is_file():
        around = _around(path.absolute().parent)
        found = Found(spelled(source), (readable(path.name),), around, _mark(path.stat()))
        yield from _opened(found) if is_zip(source) else (found,)
    else:
        raise UnreadableInput(f"cannot read {source}: there is no such file or folder; check the path")


def _without_chain(source: str) -> tuple[str, str | None]:
    """A path or an address, and which of its files are meant where it is a zip: of ``zip://2021-01::a.zip`` those of
    ``a.zip`` in ``2021-01``, of ``zip://a.zip`` all."""
    wanted = None
    if inside := IN_ZIP.fullmatch(source):
        wanted, source = inside[1].strip("/"), inside[2]
    elif source.startswith("zip://"):
        wanted, source = "", source.removeprefix("zip://")
    return source.removeprefix("file://"), wanted


def _inside(source: str, wanted: str) -> Iterator[Found]:
    """The files of a zip on disk that are in a folder of it, or fit a pattern."""
    try:
        state = os.stat(source)
    except OSError as error:
        raise UnreadableInput(f"cannot read {source}: {error.strerror}; check the path") from error
    path = Path(source)
    above, parts = (readable(path.stem),), PurePosixPath(wanted).parts
    fits = (*above, *parts, *([] if has_magic(wanted) else ["**"]))
    held = _opened(Found(spelled(source), (path.name,), _around(path.absolute().parent), _mark(state)))
    some = (one for one in held if one.parts == (*above, *parts) or _fits(one.parts, fits))
    yield from _any(some, f"{source} holds nothing at {wanted}: check the address")


def _in_folder(root: Path, aside: str | None) -> Iterator[Found]:
    """The files of a folder, those of its zips as if these were folders."""
    for found in _packed(root, aside):
        yield from _unpacked(found)


def _packed(root: Path, aside: str | None) -> Iterator[Found]:
    """The files of a folder, a zip as one, in no order, which a folder of a million would take memory to have."""
    around = _around(root.absolute())
    waiting: list[tuple[str, tuple[str, ...]]] = [(os.fspath(root), ())]
    while waiting:
        place, parts = waiting.pop()
        try:
            with os.scandir(place) as listed:
                for entry in listed:
                    if entry.name.startswith((".", "~$")):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        if os.path.realpath(entry.path) != aside:
                            waiting.append((entry.path, (*parts, readable(entry.name))))
                    elif entry.is_file() and not (entry.is_symlink() and is_picture(entry.name)):
                        names = (*parts, readable(entry.name))
                        yield Found(spelled(entry.path), names, around, _mark(entry.stat()))
        except OSError as error:
            raise UnreadableInput(f"cannot read {place}: {error.strerror}; check its permissions") from error


def _matching(pattern: str, aside: str | None) -> Iterator[Found]:
    """The files that fit a pattern, from its last folder that is named outright; of a zip that fits all."""
    root = Path(pattern)
    while has_magic(str(root)):
        root = root.parent
    if not root.is_dir():
        raise UnreadableInput(f"no file fits {pattern}: check the pattern")
    wanted = PurePosixPath(os.path.relpath(pattern, root)).parts
    whole = ((found, _fits(found.parts, wanted)) for found in _packed(root, aside))
    some = (one for found, fits in whole for one in _unpacked(found) if fits or _fits(one.parts, wanted))
    yield from _any(some, f"no file fits {pattern}: check the pattern")


def _any(some: Iterator[Found], otherwise: str) -> Iterator[Found]:
    """The files. Raises ``UnreadableInput`` where there is none."""
    nothing = True
    for found in some:
        nothing = False
        yield found
    if nothing:
        raise UnreadableInput(otherwise)


def _fits(parts: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a path is what a pattern says, ``**`` any number of folders."""
    if not wanted:
        return not parts
    if wanted[0] == "**":
        return any(_fits(parts[skipped:], wanted[1:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], wanted[0]) and _fits(parts[1:], wanted[1:])


def _unpacked(found: Found) -> Iterable[Found]:
    """The files of a zip, or the file."""
    return _or_itself(_opened(found), found) if is_zip(found.parts[-1]) else (found,)


def _or_itself(inside: Iterator[Found], found: Found) -> Iterator[Found]:
    """The files of a zip in a folder; one that is damaged is itself a file, whose book will tell of it."""
    try:
        held = [*inside]
    except UnreadableInput:
        held = [found]
    yield from held


def _opened(found: Found) -> Iterator[Found]:
    """The files of a zip on disk, as if it were a folder. Raises ``UnreadableInput``."""
    try:
        archive = Archive(file_at(found.path).read())
    except UnreadableInput as error:
        raise UnreadableInput(f"{found.path}: {error}") from error
    folder = (*found.parts[:-1], PurePosixPath(found.parts[-1]).stem)
    for name in archive.names:
        parts = tuple(name.split("/"))
        if not _is_hidden(parts):
            mark = f"{found.mark}:{crc32(name.encode('utf-8', 'replace'))}"
            yield Found(f"zip://{name}::{found.path}", (*folder, *parts), found.around, mark)


def _is_hidden(parts: Iterable[str]) -> bool:
    """Whether a path leads to what no reader of a folder means."""
    return any(part.startswith((".", "~$", "__MACOSX")) for part in parts)


def _around(folder: PurePath) -> tuple[str, ...]:
    """The folder's own name, and that of the one that it is in where both tell nothing but a date."""
    own, outer = folder.name, folder.parent.name
    return (outer, own) if _DATE_ALONE.fullmatch(own) and _DATE_ALONE.fullmatch(outer) else (own,)


def _mark(state: os.stat_result) -> str:
    return f"{state.st_size}:{state.st_mtime_ns}"


def _at_address(source: str) -> Iterator[Found]:
    """The files at an address and below it; those of a zip as if it were a folder."""
    chained = f"zip://::{source}" if is_zip(source) and not source.startswith("zip://") else source
    files, root = reached(chained)
    packed = f"::{chained.partition('::')[2]}" if "::" in chained else ""
    with told(source, UnreadableInput):
        base = PurePosixPath(packed.rpartition("://")[2]) if packed else _base(files, root)
        nothing = True
        for path, state in _listed(files, root):
            nothing = False
            parts = PurePosixPath(path.strip("/")).relative_to("" if packed else str(base).strip("/")).parts
            if packed:
                parts, around, address = (base.stem, *parts), _around(base.parent), f"zip://{path}{packed}"
            else:
                around, address = _around(base), files.unstrip_protocol(path)
            if _is_hidden(parts):
                continue
            found = Found(address, parts, around, _remote_mark(state))
            if is_zip(path) and not packed:
                inside = (one._replace(parts=(*parts[:-1], *one.parts), around=around) for one in _at_address(address))
                yield from _or_itself(inside, found)
            else:
                yield found
        if nothing:
            raise UnreadableInput(f"there is nothing at {source}: check the address")


def _base(files: Any, root: str) -> PurePosixPath:
    """The folder from which the names of the files at an address tell something."""
    base = PurePosixPath(root)
    while has_magic(str(base)):
        base = base.parent
    return base.parent if base == PurePosixPath(root) and files.isfile(root) else base


def _listed(files: Any, root: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Path and state of each file, a folder of them at a time."""
    if has_magic(root):
        for path, state in files.glob(root, detail=True).items():
            if state["type"] == "file":
                yield path, state
    elif files.isfile(root):
        yield root, files.info(root)
    else:
        for _, _, inside in files.walk(root, detail=True):
            for state in inside.values():
                yield state["name"], state


def _remote_mark(state: Mapping[str, Any]) -> str:
    """What of a file's state changes with its content; stores differ in what they tell."""
    told = (state.get(key) for key in ("ETag", "etag", "md5Hash", "CRC", "LastModified", "updated", "mtime", "created"))
    return f"{state.get('size')}:{next((value for value in told if value), '')}"


def documents_among(found: Iterable[Found]) -> Iterator[tuple[Found, bool | None]]:
    """Each file with whether it is a picture (True), a document (False), or what no reader reads (None)."""
    for one in found:
        name = one.parts[-1]
        if is_picture(name):
            yield one, True
        else:
            file = file_at(one.path)
            read = is_issue(name, file) or (is_document(name) or is_zip(name)) and is_ours(name, file)
            yield one, False if read else None


def led_to(path: str) -> dict[str, str]:
    """The files that a document may lead to where it is METS: their paths by their names from its folder."""
    name, file = path.partition("::")[0], file_at(path)
    if not is_issue(name, file):
        return {}
    from converter.readers.recognised.mets import files_in as listed

    inside = IN_ZIP.fullmatch(path)
    place, rest = (inside[1], f"::{inside[2]}") if inside else (path, "")
    folder = f"zip://{_folder(place)}" if inside else _folder(place)
    return {one: f"{folder}{one}{rest}" for places in listed(file.read()) for one in places}


def _folder(path: str) -> str:
    """The folder that a file is in, with the sign after it."""
    return path[: len(path) - len(PurePosixPath(path).name)]
