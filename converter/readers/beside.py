"""Pictures that lie beside a document: ``page03.txt`` with ``page03/*.jpg``, or a line ``[图片: file.jpg]`` in it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

from converter.model import Line, Role, Run, Source
from converter.readers.archive import climbs
from converter.readers.inputs import Files

_PICTURE = re.compile(
    r"(?:[\[［【〔]\s*(?:图片?|圖片?|照片|插图|插圖|image|picture)\s*[:：]\s*"
    r"(?P<file>[^\]］】〕|｜]+?\.(?:jpe?g|png|gif|webp|svg))\s*[|｜]?\s*(?P<words>[^\]］】〕]*)[\]］】〕]"
    r"|!\[(?P<alt>[^\]]*)\]\((?P<address>[^()]+)\))",
    re.IGNORECASE,
)


def with_pictures(source: Source, files: Files, stem: str) -> Source:
    """``source`` with the pictures that its lines name, and those of its own folder, which is called ``stem``.

    A line ``[图片: file.jpg|words]`` becomes the picture; one whose file is not there stays as text, with a warning. The
    pictures of the own folder that no line names are added as well, in natural order, for the captions to claim.
    """
    used: dict[str, bytes] = {}
    warnings: list[str] = []
    lines = tuple(_shown(line, files, stem, used, warnings) for line in source.lines)
    own = [name for name in files if name.startswith(f"{stem}/") and name.count("/") == 1 and name not in used]
    images = (*source.images, *used.items(), *((name, files[name]()) for name in own))
    return replace(source, lines=lines, images=images, warnings=(*source.warnings, *warnings))


def _shown(line: Line, files: Files, stem: str, used: dict[str, bytes], warnings: list[str]) -> Line:
    """The line as its picture, where it names one that is there."""
    found = _PICTURE.fullmatch(line.text)
    if not found:
        return line
    file = (found["file"] or found["address"]).strip()
    name = find(file, files, stem)
    if name is None:
        warnings.append(f"there is no picture {file} beside the text: put it there, or the line stays text")
        return line
    if name not in used:
        used[name] = files[name]()
    words = (found["words"] or found["alt"] or "").strip() or "图片"
    return replace(line, text=words, runs=(Run(words, image=name),), role=Role.CAPTION)


def find(file: str, files: Files, stem: str) -> str | None:
    """The name among ``files`` that ``file`` means: as it stands, in the document's own folder, or the only one so called.

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
