"""Pictures that lie beside a document: ``page03.txt`` with ``page03/*.jpg``, or a line ``[图片: file.jpg]`` in it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath

from converter.model import Issue, Line, Role, Run, Source
from converter.press.lexicon import any_of, lists
from converter.press.numbers import natural
from converter.readers.archive import climbs
from converter.readers.files import File, Files, OnDisk, is_picture
from converter.readers.lines import NAMELESS

LARGEST = 50_000_000
"""Bytes of one picture that is read."""


@cache
def _picture() -> re.Pattern[str]:
    """A line that names a picture: ``[图片: file.jpg|words]``, or as Markdown has it."""
    label = any_of(lists(__package__, "words")["picture", "label"])
    return re.compile(
        rf"[\[［【〔]\s*{label}\s*[:：]\s*(?P<file>[^\]］】〕|｜]+?\.(?:jpe?g|png|gif|webp|svg))"
        r"\s*[|｜]?\s*(?P<words>[^\]］】〕]*)[\]］】〕]"
        r"|!\[(?P<alt>[^\]]*)\]\((?P<address>[^()]+)\)",
        re.IGNORECASE,
    )


def pictures_beside(path: str) -> Files:
    """The pictures in the folder of the file at ``path``, and in the folder that is called as the file is.

    A link that leads elsewhere is no picture of this document.
    """
    folder = Path(path).parent
    inside = folder.resolve()
    found: dict[str, File] = {}
    for place in (folder, folder / Path(path).stem):
        names = sorted(os.listdir(place), key=natural) if place.is_dir() else []
        for file in (place / name for name in names if is_picture(name)):
            if file.is_file() and file.resolve().is_relative_to(inside):
                found[file.relative_to(folder).as_posix()] = OnDisk(str(file))
    return found


def with_pictures(source: Source, files: Files, stem: str) -> Source:
    """``source`` with the pictures that its lines name, and those of its own folder, which is called ``stem``.

    A line ``[图片: file.jpg|words]`` becomes the picture; one whose file is not there stays as text, with a warning.
    Pictures of the own folder that no line names are added as well, in natural order, for the captions to claim.
    """
    used: dict[str, bytes] = {}
    warnings: list[str] = []
    lines = tuple(_shown(line, files, stem, used, warnings) for line in source.lines)
    held = dict(source.images)
    own = [name for name in files if _is_own(name, stem) and name not in used]
    own = [] if held else own  # a format that names its pictures has named them all
    images = (*source.images, *used.items(), *((name, files[name].read()) for name in own))
    return replace(source, lines=lines, images=images, warnings=(*source.warnings, *warnings))


def with_named(document: Source | Issue, files: Files, home: Path | None) -> Source | Issue:
    """``document`` with the bytes of the pictures that its runs name: of ``files``, or in ``home`` and below.

    A picture of a ``Source`` that is not there goes, its words stay as text, and a warning names it. An ``Issue``
    keeps its runs: it may be written as an outline again.
    """
    held = dict(document.images)
    wanted = dict.fromkeys(run.image for run in _runs(document) if run.image and run.image not in held)
    found = {name: data for name in wanted if (data := bytes_of(name, files, home, LARGEST)) is not None}
    lacking = [name for name in wanted if name not in found]
    document = replace(document, images=(*document.images, *found.items()))
    if not lacking:
        return document
    warning = f"left out {len(lacking)} picture(s) that do not lie beside the input: {', '.join(lacking)}"
    document = replace(document, warnings=(*document.warnings, warning))
    if isinstance(document, Source):
        lines = (_without(line, frozenset(lacking)) for line in document.lines)
        document = replace(document, lines=tuple(line for line in lines if line))
    return document


def _is_own(name: str, stem: str) -> bool:
    """Whether a picture lies in the folder that is called as the document is."""
    return name.startswith(f"{stem}/") and name.count("/") == 1 and is_picture(name)


def _runs(document: Source | Issue) -> Iterator[Run]:
    for part in document.lines if isinstance(document, Source) else document.blocks():
        yield from part.runs


def bytes_of(name: str, files: Files, home: Path | None, most: int) -> bytes | None:
    """The bytes of a file by its path; None where it is neither among ``files`` nor in ``home``, or has more than
    ``most``."""
    name = name.replace("\\", "/").removeprefix("./")
    if name in files:
        return files[name].read()
    if home is None or climbs(name):
        return None
    try:
        path = (home / name).resolve()
        inside = path.is_relative_to(home.resolve()) and path.is_file() and path.stat().st_size <= most
        return path.read_bytes() if inside else None
    except (OSError, ValueError):
        return None


def _without(line: Line, lacking: frozenset[str]) -> Line | None:
    """The line without those pictures; None where nothing is left of it."""
    if not any(run.image in lacking for run in line.runs):
        return line
    told = (replace(run, image=None) if run.image in lacking else run for run in line.runs)
    runs = tuple(run for run in told if run.image or run.text != NAMELESS)
    text = "".join(run.text for run in runs)
    return replace(line, text=text, runs=() if runs == (Run(text),) else runs) if text.strip() else None


def _shown(line: Line, files: Files, stem: str, used: dict[str, bytes], warnings: list[str]) -> Line:
    """The line as its picture, where it names one that is there."""
    found = _picture().fullmatch(line.text)
    if not found:
        return line
    file = (found["file"] or found["address"]).strip()
    name = find(file, files, stem)
    if name is None:
        warnings.append(f"there is no picture {file} beside the text: put it there, or the line stays text")
        return line
    if name not in used:
        used[name] = files[name].read()
    words = (found["words"] or found["alt"] or "").strip() or "图片"
    return replace(line, text=words, runs=(Run(words, image=name),), role=Role.CAPTION)


def find(file: str, files: Files, stem: str) -> str | None:
    """The name among ``files`` that ``file`` means: as it stands, in the document's own folder, or the one like it.

    A path that leads out of the document's folder means none.
    """
    file = file.replace("\\", "/").removeprefix("./")
    if climbs(file):
        return None
    for name in (file, f"{stem}/{file}"):
        if name in files:
            return name
    called = [name for name in files if PurePosixPath(name).name.casefold() == PurePosixPath(file).name.casefold()]
    return called[0] if len(called) == 1 else None
