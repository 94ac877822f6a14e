"""Documents with one fault each: a check that does not find the fault of its document proves nothing.

Each control is made of a sound document by one substitution, and names what the check has to say of it.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple


class Control(NamedTuple):
    """A faulty document at ``path``; ``tool`` has to say ``expected`` of it."""

    tool: str
    path: Path
    expected: str


BOOKS = (
    # book, tool, what it has to say, file of the book, text there, what stands in its place
    ("briefs", "EPUBCheck", "CSS-001", "style.css", "line-height:", "direction: rtl; line-height:"),
    ("briefs", "EPUBCheck", "OPF-088", "page01-story01.xhtml", 'epub:type="chapter"', 'epub:type="article"'),
    ("briefs", "Ace", "html-has-lang", "page01-story01.xhtml", ' lang="zh-Hans" xml:lang="zh-Hans"', ""),
    ("briefs", "Ace", "metadata-accessmode", "content.opf", 'schema:accessMode"', 'schema:accessX"'),
    ("briefs", "own", "are missing", "page01-story01.xhtml", "清晨六点", ""),
    ("briefs", "own", "the NCX has other entries", "toc.ncx", "简讯速览", "简讯"),
    ("briefs", "own", "an absolute length", "style.css", "line-height: 1.75", "line-height: 20px"),
    ("briefs", "own", "its headings' levels", "page01-story01.xhtml", "h2", "h3"),
    ("briefs", "own", "the unseen character", "page01-story01.xhtml", "的", "\u200b的"),
    ("briefs", "own", "leads nowhere", "nav.xhtml", "page01-story04.xhtml#", "page01-story04.xhtml#no-"),
    ("briefs", "own", "there is no creator", "content.opf", "dc:creator", "dc:coverage"),
    ("briefs", "layout", "a line begins with", "style.css", "line-break: strict", "line-break: anywhere"),
    ("briefs", "layout", "the indent is", "style.css", "text-indent: 2em", "text-indent: 1em"),
    ("briefs", "layout", "a dash or dots are broken", "page01-story01.xhtml", "——", "—<br/>—"),
    (
        "briefs",
        "layout",
        "a heading is left alone",
        "style.css",
        "text-indent: 2em",
        "text-indent: 2em; break-before: column",
    ),
    (
        "briefs",
        "layout",
        "is set in",
        "page01-story01.xhtml",
        ' lang="zh-Hans" xml:lang="zh-Hans"',
        ' lang="zh-Hans" style="font-family: Noto Serif CJK JP"',
    ),
    (
        "vertical",
        "layout",
        "a heading is left alone",
        "style.css",
        "text-indent: 2em",
        "text-indent: 2em; break-before: column",
    ),
    ("vertical", "layout", "the indent is", "style.css", "text-indent: 2em", "text-indent: 1em"),
    (
        "vertical",
        "layout",
        "too high",
        "style.css",
        "writing-mode: vertical-rl",
        "height: 5000px; writing-mode: vertical-rl",
    ),
    ("marked-up", "own", "leads nowhere", "page01-story01.xhtml", 'id="note', 'id="a-note'),
    ("marked-up", "EPUBCheck", "RSC-005", "page01-story01.xhtml", "<tr>", "<tr><p>表</p>"),
    ("marked-up", "Ace", "epub-type-has-matching-role", "page01-story01.xhtml", ' role="doc-noteref"', ""),
)
PAGES = (
    # page, tool, what it has to say, text of the page, what stands in its place
    ("briefs", "pages", "color-contrast", "--quiet: #5f574c", "--quiet: #d8d0c0"),
    ("briefs", "pages", "axe html-has-lang", '<html lang="zh-Hans">', "<html>"),
    ("briefs", "pages", "too wide", "</main>", '<div style="width: 5000px">宽</div></main>'),
    ("briefs", "pages", "asks for http", "</main>", '<img alt="外" src="http://example.invalid/a.png"></main>'),
    ("briefs", "pages", "Content Security Policy", "</main>", '<p style="color: red">红</p></main>'),
    ("briefs", "pages", "printed: a heading is left alone", "break-after: avoid", "break-after: column"),
    ("briefs", "Nu", "Stray end tag", "</main>", "</main></section>"),
    ("briefs", "Nu", "Content Security Policy", "<style>", "<style>p { color: red }"),
    ("briefs", "html-validate", "no-dup-id", "</main>", '<p id="main">重</p></main>'),
    ("taiwan.shown", "pages", "the key n does not lead to the doubt", "n: (doubts", "m: (doubts"),
    ("vertical", "pages", "too high", "</main>", '<div style="height: 5000px">高</div></main>'),
)
SITES = (
    # site, what has to be said of it, file of the site, text there, what stands in its place
    (
        "daily",
        "a phone's front page is",
        "index.html",
        "-webkit-line-clamp: 3",
        "min-height: 40em; -webkit-line-clamp: 3",
    ),
    ("daily", "do not stand side by side", "index.html", ".map ul { display: grid", ".map ul { display: block"),
    ("daily", "nothing unfolds", "index.html", "<summary>其余", "<summary hidden>其余"),
    ("daily", "is not counted as read", "page01-story01.html", "read.add(", "read.has("),
    ("daily", "臺灣 finds 0 stories", "search.html", "table.get(one) ?? one", "one"),
    ("daily", "reads aloud 本报海州电", "page01-story01.html", ".byline, .dateline,", ".byline,"),
    ("daily", "does not know its place", "page01-story01.html", 'class="place"', 'class="places"'),
)


def make(folder: Path, sound: Path) -> Iterator[Control]:
    """Make every control of ``make check`` in ``folder``."""
    yield from books(folder, sound, BOOKS)
    yield from pages(folder, sound, PAGES)


def books(folder: Path, sound: Path, faults: Sequence[tuple[str, ...]]) -> Iterator[Control]:
    """Make books with a fault each, called after the sound book in ``sound`` that each is made of."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (book, tool, expected, name, old, new) in enumerate(faults):
        path = folder / f"{book}-{number:02}.epub"
        with zipfile.ZipFile(sound / f"{book}.epub") as whole, zipfile.ZipFile(path, "w") as faulty:
            if not any(entry.endswith(f"/{name}") for entry in whole.namelist()):
                raise ValueError(f"the control of {path} has no file {name} any more")
            for entry in whole.infolist():
                data = whole.read(entry)
                if entry.filename.endswith(f"/{name}"):
                    data = _changed(data, old, new, f"{path}: {name}")
                faulty.writestr(entry, data)
        yield Control(tool, path, expected)


def pages(folder: Path, sound: Path, faults: Sequence[tuple[str, ...]]) -> Iterator[Control]:
    """Make web pages with a fault each, called so too."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (page, tool, expected, old, new) in enumerate(faults):
        path = folder / f"{page}-{number:02}.html"
        path.write_bytes(_changed((sound / f"{page}.html").read_bytes(), old, new, str(path)))
        yield Control(tool, path, expected)
    for number, (site, expected, name, old, new) in enumerate(SITES):
        path = folder / f"{site}-{number:02}.site"
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(sound / f"{site}.site", path)
        (path / name).write_bytes(_changed((path / name).read_bytes(), old, new, str(path)))
        yield Control("edition", path / "index.html", expected)


def _changed(data: bytes, old: str, new: str, place: str) -> bytes:
    """``data`` with the fault in it, at its end where it takes no other text's place.

    A control whose text is gone has to be made anew.
    """
    if not old:
        return data + new.encode()
    if old.encode() not in data:
        raise ValueError(f"the control of {place} does not hold {old!r} any more")
    return data.replace(old.encode(), new.encode())
