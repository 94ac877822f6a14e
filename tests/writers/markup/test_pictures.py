"""Which pictures a book or page shows, and what is said of the others."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import convert
from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.options import Look
from converter.writers import Made, writer_of
from converter.writers.markup.pictures import Picture, left_out, pictures_of, sizes_of
from tests.strategies import PIXEL

SHOWN = Article(
    Kind.PICTURE, tuple(Block(Role.CAPTION, (Run("船", image=name),)) for name in ("a.emf", "b.png", "b.png"))
)
ISSUE = Issue((Section((SHOWN,)),), images=(("a.emf", b"\x01\0\0\0EMF"), ("b.png", PIXEL), ("c.emf", b"EMF")))
TOLD = ("left out 1 picture(s) that are no JPEG, PNG, GIF or WebP, so save them as PNG: a.emf",)


def test_a_picture_that_is_shown_is_there_once() -> None:
    """One that nothing shows, and one of a kind that no book shows, are left out; of these a user is told."""
    assert pictures_of(ISSUE) == (Picture("b.png", "picture001.png", "image/png", PIXEL),)
    assert left_out(ISSUE) == TOLD
    assert left_out(replace(ISSUE, images=(("b.png", PIXEL),))) == ()


@pytest.mark.parametrize("form", ["epub", "kepub", "html", "site"])
def test_every_writer_that_shows_pictures_tells(form: str) -> None:
    """The warning comes with what was made, so that nobody who writes an issue can miss it."""
    made = writer_of(form)(ISSUE, Look())
    assert isinstance(made, Made)
    assert TOLD[0] in made.warnings


def test_a_picture_that_no_book_shows(three_pages: Path) -> None:
    """A drawing of Windows is named, with what helps."""
    (three_pages / "page10" / "ship.png").write_bytes(b"\x01\0\0\0EMF")
    expected = "left out 1 picture(s) that are no JPEG, PNG, GIF or WebP, so save them as PNG: page10/ship.png"
    assert convert(three_pages / "page10.txt", three_pages / "page10.html").warnings == (expected,)


@given(
    st.binary(max_size=60), st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF0000WEBP", PIXEL])
)
def test_a_picture_that_does_not_tell_its_size(rest: bytes, start: bytes) -> None:
    """Any bytes behind a signature are a picture of some size, or of none; nothing is raised."""
    sizes = sizes_of([Picture("船", "picture001.png", "image/png", start + rest)])
    assert all(wide > 0 and high > 0 for wide, high in sizes.values())


def test_the_size_of_a_picture() -> None:
    """It stands in the head of its file."""
    assert sizes_of([Picture("船", "picture001.png", "image/png", PIXEL)]) == {"船": (1, 1)}
