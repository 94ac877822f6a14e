"""A cover is the user's picture, the drawing, or the drawing's pixels in a font that is there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.model import Article, Block, Issue, Kind, Role, Run
from converter.options import Look
from converter.writers.cover.raster import PIXELS, system_face
from tests.strategies import PIXEL
from tests.writers.reading import XHTML, Book, cover_of


def test_drawn_cover_is_pixels(paper: Issue) -> None:
    """Unless something else is asked for, the cover is PNG, which readers with a small SVG engine show too."""
    book = Book(paper)
    assert cover_of(book) == ("cover.png", "image/png", ["cover.png"])
    assert tuple(int.from_bytes(book.files["cover.png"][start : start + 4]) for start in (16, 20)) == PIXELS


def test_drawn_cover_is_a_map(paper: Issue) -> None:
    """Over each story's block of the drawing lies a link to the story, called after it; none lies over a margin's."""
    text = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run("潮汐表"),)), Block(Role.PARAGRAPH, (Run("潮。" * 900),))))
    first, second = paper.sections
    book = Book(replace(paper, sections=(replace(first, articles=(*first.articles, text)), second)))
    links = list(book.trees["cover.xhtml"].iter(f"{XHTML}a"))
    told = [(link.get("href"), link.get("aria-label")) for link in links]
    assert list(dict.fromkeys(told)) == [
        ("page01-story01.xhtml#page01-story01", "渔港小城的新航线"),
        ("page01-story02.xhtml#page01-story02", "潮汐表"),
        ("page02-story01.xhtml#page02-story01", "南湾短讯"),
        ("page02-story02.xhtml#page02-story02", "雨下了一整夜，天亮时海面平静得像……"),
    ]
    places = [[float(part) for part in re.findall(r"[\d.]+", link.get("style"))] for link in links]
    assert all(left + width <= 100 and top + height <= 100 for left, top, width, height in places)
    assert len({tuple(place) for place in places}) == len(places)


def test_own_picture_is_no_map(paper: Issue, tmp_path: Path) -> None:
    """Nothing is known of where stories stand on a user's picture."""
    own = tmp_path / "own.png"
    own.write_bytes(PIXEL)
    assert list(Book(paper, Look(cover=own)).trees["cover.xhtml"].iter(f"{XHTML}a")) == []


def test_cover_page_has_no_text(paper: Issue) -> None:
    """The page's heading is the picture, called by the book's title: there is nothing that a sheet has to hide."""
    body = Book(paper).trees["cover.xhtml"].find(f"{XHTML}body")
    (heading,) = body.iter(f"{XHTML}h1")
    assert ("".join(body.itertext()).strip(), heading[0].get("alt")) == ("", "南湾日报 2024-03-08")


def test_own_picture_is_the_cover(paper: Issue, tmp_path: Path) -> None:
    """A user's picture takes the drawing's place, its kind told by its content; a Kindle needs no page for it."""
    own = tmp_path / "封面.jpeg"
    own.write_bytes(PIXEL)
    assert cover_of(Book(paper, Look(cover=own))) == ("cover.png", "image/png", ["cover.png"])
    book = Book(paper, Look(cover=own, device="kindle"))
    assert cover_of(book) == ("cover.png", "image/png", [])
    assert "封面" not in [label for _, label in (*book.contents(), *book.contents("landmarks"))]


def test_own_picture_that_cannot_be_used(paper: Issue, tmp_path: Path) -> None:
    """A file that is not there, or no picture, is an error that says what would do."""
    with pytest.raises(UnreadableInput, match="no cover at .*: name a file that is JPEG, PNG, GIF, WebP or SVG"):
        Book(paper, Look(cover=tmp_path / "none.png"))
    text = tmp_path / "cover.png"
    text.write_text("no picture")
    with pytest.raises(UnreadableInput, match="is no picture that books can show"):
        Book(paper, Look(cover=text))


def test_a_plain_book_warns_of_nothing(paper: Issue) -> None:
    """Where a font with Chinese is installed, nothing has to be said of the cover."""
    if not system_face("zh")[1]:
        pytest.skip("no font with Chinese is installed")
    assert Book(paper).warnings == ()
