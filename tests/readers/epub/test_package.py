"""A book's parts are found as its package says, and as programs that say it badly mean it."""

from __future__ import annotations

import pytest

from converter.errors import UnreadableInput
from converter.model import Metadata
from converter.readers.epub.package import Book, Entry
from tests.readers.books import book
from tests.strategies import PIXEL

PAGES = {"a.xhtml": "<p>桥</p>", "b 1.xhtml": "<p>灯</p>"}


def test_the_reading_order() -> None:
    """Each document once; what is not there is named; the contents are no text."""
    nav = '<li><a href="a.xhtml">一</a></li>'
    made = Book(book(PAGES, nav, spine=["b 1.xhtml", "a.xhtml", "gone", "b 1.xhtml", "nav.xhtml"]))
    assert (made.spine, made.missing) == (["OEBPS/b 1.xhtml", "OEBPS/a.xhtml"], ["gone"])


@pytest.mark.parametrize(
    ("href", "base", "found"),
    [
        ("a.xhtml#x", None, "OEBPS/a.xhtml"),
        ("b%201.xhtml", None, "OEBPS/b 1.xhtml"),
        ("b 1.xhtml", None, "OEBPS/b 1.xhtml"),
        ("../A.XHTML", "OEBPS/text/c.xhtml", "OEBPS/a.xhtml"),
        ("a.xhtml", "other/c.xhtml", None),
    ],
)
def test_where_an_address_leads(href: str, base: str | None, found: str | None) -> None:
    """From the package or another document; blanks and case may be said in either way."""
    assert Book(book(PAGES)).find(href, base) == found


def test_contents() -> None:
    """Of the navigation document before the NCX; a line may lead nowhere and have lines under it."""
    nav = '<li><span>上卷</span><ol><li><a href="a.xhtml#x">一</a></li></ol></li>'
    ncx = '<navPoint><navLabel><text>甲</text></navLabel><content src="b%201.xhtml"/></navPoint>'
    listed = (Entry("上卷", None, "", (Entry("一", "OEBPS/a.xhtml", "x"),)),)
    assert Book(book(PAGES, nav, ncx)).contents() == listed
    assert Book(book(PAGES, ncx=ncx)).contents() == (Entry("甲", "OEBPS/b 1.xhtml", ""),)
    assert Book(book(PAGES)).contents() == ()


def test_pages_of_the_printed_book() -> None:
    """The list of pages, by document and place."""
    nav = (
        '<li><a href="a.xhtml">一</a></li></ol></nav><nav epub:type="page-list"><ol><li><a href="a.xhtml#p7">7</a></li>'
    )
    assert Book(book(PAGES, nav)).printed == {"OEBPS/a.xhtml": {"p7": "7"}}


@pytest.mark.parametrize(
    ("cover", "data", "found"),
    [
        ("c.png", "", "OEBPS/c.png"),
        ("", '<meta name="cover" content="i2"/>', "OEBPS/c.png"),
        ("", '<meta name="cover" content="gone"/>', None),
        ("", "", None),
    ],
    ids=["EPUB 3", "EPUB 2", "lost", "none"],
)
def test_covers(cover: str, data: str, found: str | None) -> None:
    """Each version of the standard names the cover in its own way."""
    assert Book(book(PAGES, data=data, files={"c.png": PIXEL}, cover=cover)).cover == found


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            '<dc:title>雨</dc:title><dc:title>又</dc:title><dc:creator id="a">江帆</dc:creator>'
            '<dc:creator id="b">白鹭</dc:creator>'
            '<meta refines="#b" property="role">trl</meta><dc:subject>船</dc:subject><dc:subject>船</dc:subject>',
            Metadata(title="雨", author="江帆", translator="白鹭", subject="船", identifier="urn:isbn:1"),
        ),
        (
            '<dc:type>newspaper</dc:type><meta property="belongs-to-collection">潮声报</meta>'
            "<dc:creator>潮声报</dc:creator><dc:publisher>潮声报</dc:publisher><dc:date>2024-05-16T00:00:00Z</dc:date>",
            Metadata(paper="潮声报", date="2024-05-16", identifier="urn:isbn:1"),
        ),
        (
            '<meta property="belongs-to-collection">潮声丛书</meta><dc:publisher>潮声社</dc:publisher>'
            "<dc:date>2024</dc:date><dc:description>&lt;p&gt;写船&lt;/p&gt;</dc:description><dc:rights>公有</dc:rights>",
            Metadata(publisher="潮声社", date="2024", description="写船", rights="公有", identifier="urn:isbn:1"),
        ),
    ],
    ids=["people", "newspaper", "book"],
)
def test_metadata(data: str, expected: Metadata) -> None:
    """Who wrote and who translated; a newspaper is the collection's; a series is none."""
    assert Book(book(PAGES, data=data)).metadata() == (expected, None)


def test_no_package() -> None:
    """A zip without a package document is no book."""
    with pytest.raises(UnreadableInput, match="no EPUB"):
        Book(book(PAGES).replace(b"OEBPS/book.opf", b"OEBPS/book.xxx"))
