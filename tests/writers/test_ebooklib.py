"""What of EbookLib is worked round: each defect is shown, so that a test fails when a version mends it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from zipfile import ZipFile, ZipInfo

import pytest
from ebooklib import epub


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


def package() -> str:
    return made()["EPUB/content.opf"].decode()


def contents(toc: object = None, content: str = "<p>正文</p>") -> str:
    return made(content, toc)["EPUB/nav.xhtml"].decode()


def ncx(toc: object = None) -> str:
    return made(toc=toc)["EPUB/toc.ncx"].decode()


NESTED = [(epub.Section("版"), [(epub.Section("栏"), [epub.Link("a.xhtml", "甲", "n1")])])]
DEFECTS: dict[str, tuple[str, Callable[[], bool]]] = {
    # what is wrong: (what of ours can go when it is mended, whether it is wrong)
    "a document is read again and loses text": (
        "documents as EpubItem",
        lambda: "开头" not in document("开头<p>正文</p>"),
    ),
    "a document with an XML declaration becomes empty": (
        "documents as EpubItem",
        lambda: not document('<?xml version="1.0" encoding="utf-8"?><html><body><p>文</p></body></html>', epub3_pages=False),
    ),
    "spaces appear between Chinese characters": (
        "documents as EpubItem",
        lambda: "<span>青</span><span>岛</span>" not in document("<p><span>青</span><span>岛</span></p>"),
    ),
    "the attributes of the body are lost": (
        "documents as EpubItem",
        lambda: "class" not in document('<html><body class="k"><p>文</p></body></html>'),
    ),
    "whatever has a type and an id is called a page": (
        "navigation()",
        lambda: "page-list" in contents(content='<section epub:type="chapter" id="s"><h1>题</h1></section>'),
    ),
    "landmarks are shown, with an English heading": (
        "navigation()",
        lambda: bool(re.search(r'epub:type="landmarks"(?! hidden)[^>]*>\s*<h2>Guide', contents())),
    ),
    "empty contents are an empty list": ("navigation()", lambda: bool(re.search(r"<ol\s*/>", contents([])))),
    "the NCX says depth 0": ("Ncx", lambda: bool(re.search('content="0" name="dtb:depth"', ncx(NESTED)))),
    "the NCX has points that lead nowhere": ("Ncx", lambda: 'src=""' in ncx(NESTED)),
    "the NCX names no language": ("Ncx", lambda: "xml:lang" not in ncx()),
    "the identifier is another each time": ("metadata.clear()", lambda: epub.EpubBook().uid != epub.EpubBook().uid),
    "its own version is in the metadata": ("metadata.clear()", lambda: "Ebook-lib" in package()),
    "the package names no language": ("_Writer", lambda: "xml:lang" not in package().partition("<metadata")[0]),
    "the package declares a prefix that nothing uses": ("_Writer", lambda: "rendition:" in package()),
    "entries bear the time of the run": ("_Archive", lambda: entries()[0][1].date_time[0] > 1980),
    "entries can be read by their owner alone": ("_Archive", lambda: entries()[0][1].external_attr >> 16 & 0o777 == 0o600),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_ebooklib_still_does_this(defect: str) -> None:
    """A defect that is mended is one that we need no longer work round."""
    ours, wrong = DEFECTS[defect]
    assert wrong(), f"this EbookLib has mended it: drop our {ours} if no other defect needs it"
