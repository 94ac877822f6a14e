"""A shelf's lists, pages and links."""

import pytest

from converter.shelf.plan import PAGE, cover_name, cover_type, instant, place_of
from converter.shelf.publication import UNCHANGED
from tests.shelf.made import publication, shelf_of


def test_lists_are_the_new_each_paper_and_each_year() -> None:
    """Papers only where there are several; what has no date is a list too."""
    days = [publication("2024-05-16"), publication("2023-01-05"), publication("", paper="")]
    assert [one.title for one in shelf_of(*days).listings] == ["近期", "2024年", "2023年", "日期不详"][:1] + [
        "临江晚报",
        "2024年",
        "2023年",
        "日期不详",
    ]
    assert [one.title for one in shelf_of(*days[:2]).listings] == ["近期", "2024年", "2023年"]


@pytest.mark.parametrize(("count", "sizes"), [(1, [1]), (PAGE, [PAGE]), (PAGE + 1, [PAGE, 1]), (3 * PAGE, [PAGE] * 3)])
def test_lists_have_pages(count: int, sizes: list[int]) -> None:
    """Every publication is on one page of its year, and the new ones are one page."""
    shelf = shelf_of(*(publication("2024-05-16", number) for number in range(count)))
    new, year = shelf.listings
    assert [len(year.page(number)) for number in year.numbers] == sizes
    assert [one for number in year.numbers for one in year.page(number)] == shelf.publications
    assert (new.last, new.page(1)) == (1, shelf.publications[:PAGE])
    assert [year.name(number, "xml") for number in (1, 2)] == ["shelf/opds/2024.xml", "shelf/opds/2024-2.xml"]


def test_links_lead_from_file_to_file() -> None:
    """Without an address they are relative, with one absolute."""
    links = [("opds.xml", "index.html"), ("a.epub", "shelf/opds/new.xml"), ("shelf/opds/b.xml", "shelf/opds/new.xml")]
    assert [shelf_of().link(*link) for link in links] == ["opds.xml", "../../a.epub", "b.xml"]
    told = shelf_of(url="https://example.org/")
    assert told.link(*links[1]) == "https://example.org/a.epub"
    assert told.identifier("opds.xml") == "https://example.org/opds.xml"
    assert shelf_of().identifier("opds.xml").startswith("urn:uuid:")


def test_the_shelf_speaks_the_language_of_most() -> None:
    """Its labels too."""
    some = [publication(f"2024-05-1{n}", language="zh-Hant-TW") for n in (1, 2)]
    shelf = shelf_of(*some, publication("2024-05-13"))
    assert (shelf.language, shelf.labels["book"]) == ("zh-Hant-TW", "電子書")
    assert shelf_of().language == "zh"


def test_the_newest_book_and_change() -> None:
    """The latest publication may be a site alone; a shelf of sites has no book."""
    book, page = publication("2024-05-16"), publication("2024-05-17", copies=(), modified=UNCHANGED)
    shelf = shelf_of(book, page)
    assert (shelf.latest, shelf.newest_book, shelf.updated) == (page, book.copies[0], book.modified)
    assert shelf_of(page).newest_book is None


def test_a_publication_s_places() -> None:
    """Its month, its cover, and the plain one where it has none."""
    one = publication("2024-05-16")
    assert place_of(one) == f"shelf/2024-05.html#{one.key}"
    assert (cover_name(one), cover_type(one.cover)) == ("shelf/covers/plain.png", "image/png")
    assert instant(one.modified) == "2024-05-16T00:00:00Z"
