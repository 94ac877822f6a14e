"""Documents with one fault each: a check that does not find the fault of its document proves nothing.

Each control is made of a sound document by one substitution, and names what the check has to say of it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Control(NamedTuple):
    """A faulty document at ``path``; ``tool`` has to say ``expected`` of it."""

    tool: str
    path: Path
    expected: str


BOOKS = (
    # tool, what it has to say, file of the book, text there, what stands in its place
    ("EPUBCheck", "CSS-001", "style.css", "line-height:", "direction: rtl; line-height:"),
    ("EPUBCheck", "OPF-088", "page01-story01.xhtml", 'epub:type="chapter"', 'epub:type="article"'),
    ("Ace", "html-has-lang", "page01-story01.xhtml", ' lang="zh-Hans" xml:lang="zh-Hans"', ""),
    ("Ace", "metadata-accessmode", "content.opf", "schema:accessMode\"", "schema:accessX\""),
    ("own", "are missing", "page01-story01.xhtml", "清晨六点", ""),
    ("own", "the NCX has other entries", "toc.ncx", "简讯速览", "简讯"),
    ("own", "an absolute length", "style.css", "line-height: 1.75", "line-height: 20px"),
    ("own", "its headings' levels", "page01-story01.xhtml", "h2", "h3"),
    ("own", "the unseen character", "page01-story01.xhtml", "的", "\u200b的"),
    ("own", "leads nowhere", "nav.xhtml", "page01-story04.xhtml#", "page01-story04.xhtml#no-"),
    ("own", "there is no creator", "content.opf", "dc:creator", "dc:coverage"),
    ("layout", "a line begins with", "style.css", "line-break: strict", "line-break: anywhere"),
    ("layout", "the indent is", "style.css", "text-indent: 2em", "text-indent: 1em"),
    ("layout", "a dash or dots are broken", "page01-story01.xhtml", "——", "—<br/>—"),
    ("layout", "a heading is left alone", "style.css", "text-indent: 2em", "text-indent: 2em; break-before: column"),
    ("layout", "is set in", "page01-story01.xhtml", ' lang="zh-Hans" xml:lang="zh-Hans"', ' lang="zh-Hans" style="font-family: Noto Serif CJK JP"'),
)
PAGES = (
    ("pages", "color-contrast", "--quiet: #5f574c", "--quiet: #d8d0c0"),
    ("pages", "axe html-has-lang", '<html lang="zh-Hans">', "<html>"),
    ("pages", "too wide", "</main>", '<div style="width: 5000px">宽</div></main>'),
    ("pages", "asks for http", "</main>", '<img alt="外" src="http://example.invalid/a.png"></main>'),
    ("pages", "Content Security Policy", "</main>", '<p style="color: red">红</p></main>'),
    ("Nu", "Stray end tag", "</main>", "</main></section>"),
    ("Nu", "Content Security Policy", "<style>", "<style>p { color: red }"),
    ("html-validate", "no-dup-id", "</main>", '<p id="main">重</p></main>'),
)


def make(folder: Path, sound: Path) -> Iterator[Control]:
    """Make every control in ``folder`` of the sound ``briefs.epub`` and ``briefs.html`` in ``sound``."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (tool, expected, name, old, new) in enumerate(BOOKS):
        path = folder / f"book{number:02}.epub"
        with zipfile.ZipFile(sound / "briefs.epub") as whole, zipfile.ZipFile(path, "w") as faulty:
            if not any(entry.endswith(f"/{name}") for entry in whole.namelist()):
                raise ValueError(f"the control of {path} has no file {name} any more")
            for entry in whole.infolist():
                data = whole.read(entry)
                if entry.filename.endswith(f"/{name}"):
                    data = _changed(data, old, new, f"{path}: {name}")
                faulty.writestr(entry, data)
        yield Control(tool, path, expected)
    for number, (tool, expected, old, new) in enumerate(PAGES):
        path = folder / f"page{number:02}.html"
        path.write_bytes(_changed((sound / "briefs.html").read_bytes(), old, new, str(path)))
        yield Control(tool, path, expected)


def _changed(data: bytes, old: str, new: str, place: str) -> bytes:
    """``data`` with the fault in it; a control whose text is gone has to be made anew."""
    if old.encode() not in data:
        raise ValueError(f"the control of {place} does not hold {old!r} any more")
    return data.replace(old.encode(), new.encode())
