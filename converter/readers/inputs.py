"""What a user names → the documents in it: a file, a folder, a pattern, a zip, a stream, bytes, one that is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from glob import glob, has_magic
from pathlib import Path, PurePosixPath
from posixpath import splitext
from typing import IO

from converter.arguments import unfit
from converter.errors import ConverterError, UnreadableInput
from converter.model import Issue, Source
from converter.press.numbers import natural
from converter.press.patterns import later
from converter.readers import LEADING, READERS, format_of
from converter.readers.archive import Archive, kind_of_zip
from converter.readers.entry import Entry
from converter.readers.files import (
    File,
    Files,
    Held,
    InZip,
    OnDisk,
    Zip,
    is_picture,
    of_stream,
    read_bytes,
    standard_input,
)

Input = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes] | IO[str] | Source | Issue
"""A name (of a file, a folder, a pattern or a zip; ``-`` is standard input), a document's bytes, a stream of them or of
text, or a document that is read already."""

_ALONE = (str, os.PathLike, bytes, bytearray, memoryview, Source, Issue)
_ADVICE = "give a file's name, a document's bytes, a stream, or a list of them"
_ADDRESS = later(r"[A-Za-z][A-Za-z0-9+.-]+://|www\.[A-Za-z0-9-]+\.")
_SCANS = (*READERS["scan"][1], ".jp2")
"""Suffixes of the pictures that recognised pages lead to."""
_LED = (*_SCANS, ".xml", ".alto", ".page")
"""Suffixes of what they and the list of an issue's pages lead to."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # the second of one that is empty


def each(inputs: Input | Iterable[Input]) -> Iterator[Input]:
    """What a user names, one thing or several, one after another. Raises ``UnfitArgument`` where it is neither."""
    if isinstance(inputs, _ALONE) or hasattr(inputs, "read"):
        return iter((inputs,))  # type: ignore[arg-type]
    try:
        return iter(inputs)
    except TypeError:
        raise unfit("input", inputs, _ADVICE) from None


def listed(inputs: Input | Iterable[Input]) -> list[Input]:
    """What a user names as a list. Raises ``UnfitArgument``."""
    return list(each(inputs))


def entries(
    inputs: Input | Iterable[Input], unread: list[ConverterError] | None = None
) -> tuple[list[Entry], list[str]]:
    """The documents in ``inputs``, those of a folder, pattern or zip in natural order; sentences on what was left out.

    What is named twice, as a file and by its folder say, is there once. Raises ``UnreadableInput`` where one cannot be
    read, or holds nothing that a reader reads; into a list ``unread`` the error is put, and the others are found.
    """
    found: list[Entry] = []
    warnings: list[str] = []
    places: set[tuple[str, str] | None] = set()
    for source in listed(inputs):
        try:
            some = list(_entries(source, warnings))
        except ConverterError as error:
            if unread is None:
                raise
            unread.append(error)
            continue
        for entry in some:
            place = _place(entry)
            if place is None or place not in places:
                found.append(entry)
            else:
                warnings.append(f"{entry.path} is named twice, and read once")
            places.add(place)
    if not found and not unread:
        raise UnreadableInput("no input: name a file, or - for standard input")
    return found, warnings


def _place(entry: Entry) -> tuple[str, str] | None:
    """Where a document lies on disk, and its name in the zip there; None for one of a stream."""
    if isinstance(entry.file, OnDisk):
        return os.path.realpath(entry.file.path), ""
    if isinstance(entry.file, InZip) and entry.file.zip.path:
        return os.path.realpath(entry.file.zip.path), entry.file.name
    return None


def paths_in(source: Input) -> list[str]:
    """The files on disk that ``source`` names: itself, what is in the folder, or what the pattern fits."""
    if not isinstance(source, (str, os.PathLike)) or str(source) == "-":
        return []
    name = os.fsdecode(source)
    if _is_text(name):
        return []
    if os.path.isdir(name):
        return [path for path in _walk(name) if is_document(path)]
    return _matching(name) if has_magic(name) and not os.path.exists(name) else [name]


def _entries(source: Input, warnings: list[str]) -> Iterator[Entry]:
    if isinstance(source, (str, os.PathLike)):
        yield from _named(os.fsdecode(source), warnings)
    elif isinstance(source, (Source, Issue)):
        yield Entry(None, Held(b""), known=source)
    elif isinstance(source, (bytes, bytearray, memoryview)):
        yield from _in_data(bytes(source), warnings)
    elif hasattr(source, "read"):
        yield from _in_data(of_stream(source), warnings)
    else:
        raise unfit("input", source, _ADVICE)


def _named(name: str, warnings: list[str]) -> Iterator[Entry]:
    """The documents that a name leads to."""
    if name == "-":
        yield from _in_data(standard_input(), warnings)
    elif not name:
        raise UnreadableInput("the input's name is empty: name a file, or - for standard input")
    elif _is_text(name):
        raise UnreadableInput(
            f"this is a text of {len(name)} characters and no file's name: name its file, or give a program's own text "
            "as converter.text(…)"
        )
    elif name.lower().startswith("file://") and not os.path.exists(name):
        raise UnreadableInput(f"{name} is an address: name the file itself, {_file_of(name)}")
    elif _ADDRESS.match(name) and not os.path.exists(name):
        raise UnreadableInput(
            f"{name} is an address, and nothing is fetched from the network: "
            "save the page in a browser, then name the file"
        )
    elif os.path.isdir(name):
        yield from _in_folder(name, warnings)
    elif has_magic(name) and not os.path.exists(name):
        paths = _matching(name)
        if not paths:
            raise UnreadableInput(f"no file fits {name}: check the pattern")
        for path in paths:
            yield from _in_file(path, warnings)
    else:
        yield from _in_file(name, warnings)


def _file_of(address: str) -> str:
    """The file that an address of one (``file:``, RFC 8089) is of."""
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return url2pathname(urlsplit(address).path)


_LONGEST = 255
"""Bytes of a file's name that systems allow (``NAME_MAX``)."""


def _is_text(name: str) -> bool:
    """Whether what is given as a file's name is none, but a text: lines, a sentence, or more than a name may be."""
    if os.path.exists(name):
        return False
    longest = max(name.replace("\\", "/").split("/"), key=len)
    return (
        "\n" in name
        or "\0" in name
        or name.endswith(("。", "！", "？"))
        or len(longest.encode(errors="replace")) > _LONGEST
    )


def _matching(pattern: str) -> list[str]:
    return sorted((path for path in glob(pattern, recursive=True) if os.path.isfile(path)), key=natural)


def _in_data(data: bytes, warnings: list[str]) -> Iterator[Entry]:
    if data.startswith(_ZIP) and (inside := _in_zip(data, "", warnings)):
        yield from inside
    else:
        yield Entry(None, Held(data))


def _in_file(path: str, warnings: list[str]) -> Iterator[Entry]:
    """The file, or what is in it where it is a zip of documents."""
    if _head(path) in _ZIP and (inside := _in_zip(read_bytes(path), path, warnings)):
        yield from inside
    else:
        yield Entry(path, OnDisk(path), beside=None, home=Path(path).parent)


def _in_folder(folder: str, warnings: list[str]) -> Iterator[Entry]:
    """The documents of a folder and of the folders in it; links to folders are not followed."""
    files = {path: OnDisk(path) for path in _walk(folder)}
    documents = _documents(files, folder, warnings)
    near = _near(files)
    for path in documents:
        yield Entry(path, files[path], near(_folder(path)), Path(path).resolve().parent.name, Path(path).parent)


def _in_zip(data: bytes, path: str, warnings: list[str]) -> list[Entry]:
    """The documents in a zip; none where the zip is itself a document (DOCX, EPUB)."""
    archive = Archive(data)
    if kind_of_zip(archive.names) != "zip":
        return []
    shown = [name for name in archive.names if not any(part.startswith((".", "__MACOSX")) for part in name.split("/"))]
    packed = Zip(path, b"" if path else data, archive)
    files = {name: InZip(packed, name) for name in sorted(shown, key=natural)}
    documents = _documents(files, path or "the zip", warnings)
    warnings += [f"{path or 'the zip'} holds {name} twice: only the last one is read" for name in archive.twice]
    near = _near(files)
    return [
        Entry(name, files[name], near(_folder(name)), PurePosixPath(path, name).parent.stem or path)
        for name in documents
    ]


def _documents(files: Files, where: str, warnings: list[str]) -> list[str]:
    """Those of ``files`` that a reader reads; the others, but pictures, are named in a warning.

    Pictures are pages where nothing else is there, else they are the pictures of what is there.
    """
    found, led = _found(files)
    found = found or dict.fromkeys(path for path in files if format_of(_suffix(path)) == "scan")
    if not found:
        known = " ".join(suffix for _, suffixes in READERS.values() for suffix in suffixes)
        raise UnreadableInput(f"{where} holds no document: put files into it that end in one of {known}")
    rest = [PurePosixPath(path).name for path in files if path not in (found | led) and not is_picture(path)]
    if rest:
        names = ", ".join(rest[:3]) + (" …" if len(rest) > 3 else "")
        warnings.append(f"left out {len(rest)} file(s) of {where} that no reader reads: {names}")
    return list(found)


def _found(files: Files) -> tuple[dict[str, None], dict[str, None]]:
    """The documents among files that a reader reads, and the files that these lead to."""
    recognised = {path: kind for path, file in files.items() if (kind := _recognised(path, file))}
    led = _led_to(files, recognised)
    own = [path for path, file in files.items() if path in recognised or is_document(path) and is_ours(path, file)]
    if any(path in recognised or format_of(_suffix(path)) in LEADING for path in own):
        led |= dict.fromkeys(path for path in files if _suffix(path) in _SCANS)
    return dict.fromkeys(path for path in own if path not in led), led


def _recognised(path: str, file: File) -> str | None:
    """The format of an XML file that holds recognised pages, or the list of an issue's; other files are not asked."""
    if _suffix(path) not in (".xml", ".mets"):
        return None
    from converter.readers.kinds import HEAD, recognised

    try:
        return recognised(_head(file.path, HEAD) if isinstance(file, OnDisk) else file.read()[:HEAD])
    except UnreadableInput:
        return None


def is_issue(path: str, file: File) -> bool:
    """Whether a file is METS, the list of an issue's pages, whatever its suffix; only XML is asked."""
    if _recognised(path, file) != "mets":
        return False
    from converter.readers.recognised.mets import lists_issues

    return not lists_issues(file.read())


def _led_to(files: Files, recognised: Mapping[str, str]) -> dict[str, None]:
    """The files that the lists of issues among some lead to, which are read with these; and lists of such lists."""
    led: dict[str, None] = {}
    for path in (path for path, kind in recognised.items() if kind == "mets"):
        from converter.readers.recognised.mets import files_in, lists_issues

        data = files[path].read()
        for places in files_in(data):
            led |= dict.fromkeys(place for place in (_folder(path) + name for name in places) if place in files)
        if lists_issues(data):
            led[path] = None
    return led


def is_document(path: str) -> bool:
    """Whether a file's suffix is one that a reader has, and no picture's."""
    suffix = _suffix(path)
    return any(suffix in suffixes for name, (_, suffixes) in READERS.items() if name != "scan")


def is_ours(path: str, file: File) -> bool:
    """Whether a file's JSON is a structure's, as programs leave JSON beside documents; other files are not asked."""
    if _suffix(path) != ".json":
        return True
    from converter.readers.kinds import HEAD
    from converter.readers.structure_json import begins_as_ours

    try:
        return begins_as_ours(file.read()[:HEAD].decode("utf-8-sig", "ignore"))
    except UnreadableInput:
        return False


def _suffix(path: str) -> str:
    return splitext(path)[1].lower()


def _walk(folder: str) -> Iterator[str]:
    """The files in ``folder`` and below, in natural order, without what is hidden or Office's lock (``~$a.docx``)."""
    found: list[str] = []
    for place, below, names in os.walk(folder):
        below[:] = [name for name in below if not name.startswith(".")]
        paths = (os.path.join(place, name) for name in names if not name.startswith((".", "~$")))
        found += [path for path in paths if os.path.isfile(path)]
    return iter(sorted(found, key=natural))


def _folder(path: str) -> str:
    """The folder that a file is in, with the sign after it."""
    return path[: len(path) - len(PurePosixPath(path).name)]


def _near(files: Files) -> Callable[[str], Files]:
    """What gives the files of ``files`` in a folder and below that a document there may show or lead to, by their path
    from it; its documents share them."""
    led = {name: file for name, file in files.items() if is_picture(name) or _suffix(name) in _LED}

    @cache
    def near(folder: str) -> Files:
        return {name[len(folder) :]: file for name, file in led.items() if name.startswith(folder)}

    return near


def _head(path: str, count: int = 4) -> bytes:
    """The first bytes of a file; nothing where it cannot be read, or is a pipe, which gives its bytes but once."""
    try:
        if not os.path.isfile(path):
            return b""
        with Path(path).open("rb") as file:
            return file.read(count)
    except OSError:
        return b""
