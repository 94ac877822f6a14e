"""A book tells a shelf what it is."""

import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.shelf.book import as_iri, kind_of_picture, picture_of, read_book
from converter.shelf.publication import EPUB, Copy, Cover, Publication
from tests.shelf.made import book, of_day
from tests.strategies import PIXEL


def test_all_that_is_known_is_told(tmp_path: Path) -> None:
    """Identifier, title, paper, day, language, authors, description, leads, time of change and cover."""
    more = (
        "<dc:date>2024-05-16</dc:date><dc:creator>江帆</dc:creator><dc:description>一日之事</dc:description>"
        '<dc:type>newspaper</dc:type><meta property="belongs-to-collection">临江晚报</meta>'
        '<meta property="dcterms:modified">2024-05-17T01:02:03Z</meta>'
    )
    path = book(tmp_path / "a.epub", "临江晚报 5月16日", "urn:uuid:1", more)
    assert read_book(path, "x/a.epub") == Publication(
        "urn:uuid:1",
        "临江晚报 5月16日",
        (Copy("x/a.epub", EPUB),),
        "临江晚报",
        "2024-05-16",
        "zh-Hans",
        ("江帆",),
        "一日之事",
        ("桥通了",),
        datetime(2024, 5, 17, 1, 2, 3, tzinfo=UTC),
        Cover(path, "cover.png", "image/png", "png"),
        ("桥通了",),
    )


def test_the_name_tells_what_the_book_does_not(tmp_path: Path) -> None:
    """The day and the paper are in the names of file and folder; without a time of change the day stands for it."""
    one = read_book(book(tmp_path / "临江晚报" / "2024-05-16.epub", "晚报", "7"), "临江晚报/2024-05-16.epub")
    assert (one.paper, one.date, one.modified) == ("临江晚报", "2024-05-16", datetime(2024, 5, 16, tzinfo=UTC))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("urn:uuid:6e3ba00c-33f7-508b-ad6e-8b9baadf9515", "urn:uuid:6e3ba00c-33f7-508b-ad6e-8b9baadf9515"),
        ("https://example.org/1", "https://example.org/1"),
        ("978-7-5327-0000-1", "urn:isbn:9787532700001"),
        ("ISBN 9787532700001", "urn:isbn:9787532700001"),
        ("6E3BA00C-33F7-508B-AD6E-8B9BAADF9515", "urn:uuid:6e3ba00c-33f7-508b-ad6e-8b9baadf9515"),
        ("calibre:1", ""),
        ("urn:uuid:1 2", ""),
    ],
)
def test_identifiers_are_iris(said: str, expected: str) -> None:
    """A feed's id has to be an IRI (RFC 4287, 4.2.6): what is none gets a name by its place and title."""
    assert as_iri(said) == expected


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ({"封 面": "", "目录": "", "要目": "", "桥通了": ["桥面比想的宽"]}, ("桥通了",)),
        ({"第01版 要闻": ["甲", "乙"], "第02版": ["丙"]}, ("甲", "丙", "乙")),
        (dict.fromkeys(("一章", "二章", "三章", "四章", "五章"), ""), ("一章", "二章", "三章", "四章")),
    ],
    ids=["front matter", "pages", "chapters"],
)
def test_leads_are_the_first_titles(contents: dict[str, list[str]], expected: tuple[str, ...], tmp_path: Path) -> None:
    """No cover, no contents, no subheads; of each page (版) the first story before the second of any; four at most."""

    def items(titles: Iterable[str], under: dict[str, list[str]] | None = None) -> str:
        inside = {title: f"<ol>{items(some)}</ol>" for title, some in (under or {}).items() if some}
        return "".join(f'<li><a href="one.xhtml">{title}</a>{inside.get(title, "")}</li>' for title in titles)

    assert read_book(book(tmp_path / "a.epub", nav=items(contents, contents)), "a.epub").leads == expected


@pytest.mark.parametrize("cover", [None, b"<svg/>", b"RIFF\0\0\0\0WEBP"], ids=["none", "svg", "webp"])
def test_a_cover_that_not_every_reader_shows_is_none(cover: bytes | None, tmp_path: Path) -> None:
    """Catalogues need JPEG, PNG or GIF."""
    assert read_book(book(tmp_path / "a.epub", cover=cover), "a.epub").cover is None


def test_the_cover_s_bytes_are_the_book_s(tmp_path: Path) -> None:
    """They are read when they are needed; a book that has gone in between is told."""
    cover = read_book(of_day(tmp_path / "a.epub", "2024-05-16"), "a.epub").cover
    assert cover and picture_of(cover) == PIXEL
    cover.path.unlink()
    with pytest.raises(UnreadableInput, match="changed while it was read"):
        picture_of(cover)


def test_kinds_of_pictures() -> None:
    """They are told by their first bytes, whatever they are called."""
    assert kind_of_picture(PIXEL) == ("image/png", "png")
    assert kind_of_picture(b"\xff\xd8\xff\xe0") == ("image/jpeg", "jpg")
    assert kind_of_picture(b"GIF89a") == ("image/gif", "gif")
    assert kind_of_picture(b"<svg/>") is None


def test_what_is_no_book_is_refused(tmp_path: Path) -> None:
    """A zip that is none, one that is no EPUB, and a folder of that name."""
    (tmp_path / "a.epub").write_bytes(b"no zip")
    with zipfile.ZipFile(tmp_path / "b.epub", "w") as archive:
        archive.writestr("a.txt", "1")
    (tmp_path / "c.epub").mkdir()
    for name, why in (("a.epub", "damaged"), ("b.epub", "no EPUB"), ("c.epub", "cannot be read")):
        with pytest.raises(UnreadableInput, match=why):
            read_book(tmp_path / name, name)
