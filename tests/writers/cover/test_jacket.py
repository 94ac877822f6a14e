"""A cover is the user's picture, the drawing, or the drawing's pixels in a font that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.model import Issue
from converter.options import Look
from tests.strategies import PIXEL
from tests.writers.reading import Book, cover_of


def test_drawn_cover_is_a_drawing(paper: Issue) -> None:
    """Unless something else is asked for, the cover is SVG, the same on any machine."""
    assert cover_of(Book(paper)) == ("cover.svg", "image/svg+xml", ["cover.svg"])


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
    """No font and no renderer is looked for unless something asks for pixels."""
    assert Book(paper).warnings == ()
