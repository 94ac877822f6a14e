"""What of EbookLib is worked round: each defect is shown, so that a test fails when a version mends it.

``converter/writers/package.py`` names them; here they are in the same words.
"""

from __future__ import annotations

import io
import re
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from ebooklib import epub

from converter.writers.epub import package


def made(content: str = "<p>正文</p>", toc: object = None, **options: object) -> dict[str, bytes]:
    """The files of a book that EbookLib makes by itself of one document."""
    return {entry.filename: archive.read(entry) for archive, entry in entries(content, toc, **options)}


def entries(content: str = "<p>正文</p>", toc: object = None, **options: object) -> list[tuple[ZipFile, ZipInfo]]:
    """The entries of that book's archive, in order."""
    book = epub.EpubBook()
    book.set_title("书")
    book.set_language("zh-Hans")
    page = epub.EpubHtml(title="篇", file_name="a.xhtml", lang="zh-Hans", content=content)
    for item in (page, epub.EpubNcx(), epub.EpubNav()):
        book.add_item(item)
    book.toc = (page,) if toc is None else toc
    book.spine = [page]
    book.guide = [{"type": "text", "href": "a.xhtml", "title": "正文"}]
    output = io.BytesIO()
    epub.EpubWriter(output, book, {"mtime": datetime(2024, 3, 8, tzinfo=UTC), **options}).write()
    archive = ZipFile(output)
    return [(archive, entry) for entry in archive.infolist()]


def document(content: str, **options: object) -> str:
    """The document as EbookLib writes it."""
    return made(content, **options)["EPUB/a.xhtml"].decode()


def contents(toc: object = None, content: str = "<p>正文</p>") -> str:
    return made(content, toc)["EPUB/nav.xhtml"].decode()


def ncx(toc: object = None) -> str:
    return made(toc=toc)["EPUB/toc.ncx"].decode()


def cover() -> str:
    """The page that EbookLib makes for a cover."""
    book = epub.EpubBook()
    book.set_cover("cover.png", b"")
    return str(next(item for item in book.get_items() if isinstance(item, epub.EpubCoverHtml)).get_content(), "utf-8")


def package_of(title: str = "书", **options: object) -> str:
    """The package document of a book of that title."""
    book = epub.EpubBook()
    book.set_title(title)
    output = io.BytesIO()
    epub.EpubWriter(output, book, options).write()
    return ZipFile(output).read("EPUB/content.opf").decode()


def emptied(path: Path) -> bool:
    """Whether a book that cannot be written leaves nothing of an older one."""
    path.write_bytes(b"old")
    book = epub.EpubBook()
    book.add_metadata("DC", "date", 2021)
    with suppress(TypeError):
        epub.write_epub(str(path), book)
    return path.read_bytes() != b"old"


def silent(path: Path) -> bool:
    """Whether nothing is raised where there is no folder to write into."""
    with warnings.catch_warnings(), suppress(OSError):
        warnings.simplefilter("ignore")
        epub.write_epub(str(path), epub.EpubBook())
        return True
    return False


def is_now(said: datetime) -> bool:
    """Whether a time without a zone is that of these minutes, here."""
    return abs((datetime.now() - said).total_seconds()) < 300


def local_time_in(package: str) -> bool:
    """Whether the time of change is that of the clock on the wall, called UTC; seen where the wall is not at UTC."""
    found = re.search(r"modified\">(.*?)Z<", package)
    return found is not None and is_now(datetime.fromisoformat(found[1]))


DEEP = "<div>" * 600 + "深" + "</div>" * 600
NESTED = [(epub.Section("版"), [(epub.Section("栏"), [epub.Link("a.xhtml", "甲", "n1")])])]
TWICE = [epub.Link("a.xhtml", "甲", "n1"), (epub.Section("版", "a.xhtml"), [epub.Link("a.xhtml", "甲", "n1")])]
DEFECTS: dict[str, Callable[[Path], bool]] = {
    # what is wrong: whether it is wrong
    "text before the first element is lost": lambda _: "开头" not in document("开头<p>正文</p>"),
    "a text of more than ten million bytes is lost": lambda _: (
        "汉" not in document(f"<p>{'汉' * 4_000_000}</p>", epub3_pages=False)
    ),
    "what stands deeper than 254 elements is lost": lambda _: "深" not in document(DEEP, epub3_pages=False),
    "a document with an XML declaration becomes empty": lambda _: (
        not document('<?xml version="1.0" encoding="utf-8"?><html><body><p>文</p></body></html>', epub3_pages=False)
    ),
    "spaces appear between Chinese characters": lambda _: (
        "<span>青</span><span>岛</span>" not in document("<p><span>青</span><span>岛</span></p>")
    ),
    "the attributes of the body are lost": lambda _: (
        "class" not in document('<html><body class="k"><p>文</p></body></html>')
    ),
    "the viewBox of an SVG becomes a viewbox": lambda _: "viewbox" in document('<svg viewBox="0 0 1 1"></svg>'),
    "whatever has a type and an id is called a page": lambda _: (
        "page-list" in contents(content='<section epub:type="chapter" id="s"><h1>题</h1></section>')
    ),
    "landmarks are shown, with an English heading": lambda _: bool(
        re.search(r'epub:type="landmarks"(?! hidden)[^>]*>\s*<h2>Guide', contents())
    ),
    "empty contents are an empty list": lambda _: bool(re.search(r"<ol\s*/>", contents([]))),
    "the NCX says depth 0": lambda _: bool(re.search('content="0" name="dtb:depth"', ncx(NESTED))),
    "the NCX has points that lead nowhere": lambda _: 'src=""' in ncx(NESTED),
    "the NCX has points of the same id": lambda _: ncx(TWICE).count('id="n1"') > 1,
    "the NCX has no order of play": lambda _: "playOrder" not in ncx(),
    "the NCX names no language": lambda _: "xml:lang" not in ncx(),
    "the cover's page is in English": lambda _: 'alt="Cover"' in cover(),
    "a title with a control character is lost": lambda _: "书" not in package_of("书\x0b"),
    "the identifier is another each time": lambda _: epub.EpubBook().uid != epub.EpubBook().uid,
    "its own version is in the metadata": lambda _: "Ebook-lib" in package_of(),
    "the package names no language": lambda _: "xml:lang" not in package_of().partition("<metadata")[0],
    "the package declares a prefix that nothing uses": lambda _: "rendition:" in package_of(),
    "the time of change is local and called UTC": lambda _: local_time_in(package_of()),
    "entries bear the time of the run": lambda _: is_now(datetime(*entries()[0][1].date_time)),
    "entries can be read by their owner alone": lambda _: entries()[0][1].external_attr >> 16 & 0o777 == 0o600,
    "an older file is lost when writing fails": lambda folder: emptied(folder / "old.epub"),
    "nobody is told that writing failed": lambda folder: silent(folder / "none" / "x.epub"),
}


@pytest.fixture
def in_shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock on the wall that is not at UTC."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_shanghai")
@pytest.mark.parametrize("defect", DEFECTS)
def test_ebooklib_still_does_this(defect: str, tmp_path: Path) -> None:
    """A defect that is mended is one that we need no longer work round."""
    assert DEFECTS[defect](tmp_path), (
        "this EbookLib has mended it: what package.py says of it can go, and what works round it"
    )


def test_the_writers_name_every_defect() -> None:
    """What is worked round is said where it is done, in these words."""
    named = re.findall(r"(?m)^  - (.+?)[.;]$", str(package.__doc__))
    assert named == list(DEFECTS)
