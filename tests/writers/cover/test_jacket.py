"""A cover is the user's picture, the drawing, or the drawing's pixels in a font that is there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from converter.errors import MissingExtra, UnreadableInput
from converter.model import Issue
from converter.options import Look
from converter.writers.cover import raster
from converter.writers.cover.raster import system_face
from tests.strategies import PIXEL
from tests.writers.reading import OPF, Book


def cover_of(book: Book) -> tuple[str, str | None, list[str]]:
    """The cover image's file, what EPUB 2's way says it is, and the pictures that the cover's page shows."""
    (item,) = (item for item in book.package.iter(f"{OPF}item") if item.get("properties") == "cover-image")
    (named,) = (meta.get("content") for meta in book.package.iter(f"{OPF}meta") if meta.get("name") == "cover")
    page = book.trees.get("cover.xhtml")
    assert named == item.get("id")
    return (
        item.get("href"),
        item.get("media-type"),
        [e.get("src") for e in page.iter("{*}img")] if page is not None else [],
    )


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


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4" fill="url(#red)">{}</svg>'
"""A user's drawing, with whatever is in it."""


def test_own_drawing_is_the_cover(paper: Issue, tmp_path: Path) -> None:
    """A user's SVG is the cover, in UTF-8 whatever it was, without what his program says of itself; pixels for a
    device.
    """
    own = tmp_path / "cover.svg"
    own.write_text(f'<?xml version="1.0" encoding="utf-16"?><!-- made by hand -->{DRAWING.format("<rect/>")}', "utf-16")
    book = Book(paper, Look(cover=own))
    assert cover_of(book) == ("cover.svg", "image/svg+xml", ["cover.svg"])
    assert f'<?xml version="1.0" encoding="utf-8"?>\n{DRAWING.format("<rect/>")}\n' == book.files["cover.svg"].decode()
    pytest.importorskip("resvg_py")
    book = Book(paper, Look(cover=own, device="kindle"))
    assert cover_of(book) == ("cover.png", "image/png", [])
    assert tuple(int.from_bytes(book.files["cover.png"][start : start + 4]) for start in (16, 20)) == (1200, 1600)


@pytest.mark.parametrize(
    ("inside", "odd"),
    [
        ("<script>go()</script>", "script"),
        ("<foreignObject/>", "foreignObject"),
        ('<image href="/etc/hostname"/>', "href="),
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="other.svg#a"/>', "href="),
        ('<rect onload="go()"/>', "onload="),
        ('<rect style="fill: url( &quot;https://example.org/a.svg#b&quot;)"/>', "style="),
        ("<style>@import 'a.css';</style>", "@import"),
        ("<style>rect { fill: url(a.svg#b) }</style>", "url"),
    ],
)
def test_own_drawing_holds_all_it_needs(paper: Issue, tmp_path: Path, inside: str, odd: str) -> None:
    """A drawing that would run something, or show a file of this machine or of the network, is refused."""
    own = tmp_path / "cover.svg"
    own.write_text(DRAWING.format(inside))
    with pytest.raises(UnreadableInput, match=f"has .{odd}.*it has to hold all it needs: save it as plain SVG"):
        Book(paper, Look(cover=own))


def test_own_drawing_of_any_size(paper: Issue, tmp_path: Path) -> None:
    """However long a drawing is, its pixels fit into those of a cover."""
    pytest.importorskip("resvg_py")
    own = tmp_path / "cover.svg"
    own.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1mm" height="90km" viewBox="0 0 1 90000000"/>')
    png = Book(paper, Look(cover=own, device="kindle")).files["cover.png"]
    assert int.from_bytes(png[20:24]) <= 1600


def test_pixels_are_set_in_the_font_given(paper: Issue, square_font: Path) -> None:
    """With a font the cover is PNG, and its headlines are drawn; characters that the font lacks are told."""
    pytest.importorskip("resvg_py")
    book = Book(paper, Look(font=square_font, device="kindle"))
    assert [warning.partition(": ")[0] for warning in book.warnings] == [
        f"{square_font} has no glyph for 15 characters"
    ]
    assert cover_of(book) == ("cover.png", "image/png", [])
    assert book.files["cover.png"].startswith(b"\x89PNG") and len(book.files["cover.png"]) > 5000


def test_without_a_font_the_drawing_stays(paper: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without Chinese fonts gets one clear warning and the drawing, which a page shows on a Kindle too."""
    pytest.importorskip("resvg_py")
    monkeypatch.setattr(raster, "FOLDERS", ("/nowhere",))
    book = Book(paper, Look(device="kindle"))
    assert book.warnings == (f"{raster.LACKING}no font with Chinese is installed; name one with --font",)
    assert cover_of(book) == ("cover.svg", "image/svg+xml", ["cover.svg"])


def test_without_the_renderer_the_drawing_stays(
    paper: Issue, square_font: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the package a warning says how to get it; a font that was asked for cannot be used, which is an error."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    book = Book(paper, Look(device="kobo"))
    assert (cover_of(book)[0], book.warnings) == ("cover.svg", (f"{raster.LACKING}pip install 'banmian[fonts]'",))
    with pytest.raises(MissingExtra, match="resvg-py"):
        Book(paper, Look(font=square_font))


def test_system_face_is_of_the_region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first family of the list that is there is taken, in the region's forms."""
    for name in ("fonts/a/NotoSansCJK-Bold.ttc", "fonts/b/NotoSerifCJK-Regular.ttc", "fonts/b/NotoSerifCJK-Black.ttc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(raster, "FOLDERS", (str(tmp_path),))
    folder = tmp_path / "fonts" / "b"
    files = [str(folder / "NotoSerifCJK-Black.ttc"), str(folder / "NotoSerifCJK-Regular.ttc")]
    assert system_face("zh-Hant-HK") == ("Noto Serif CJK HK", files)
    assert [system_face(tag)[0][-2:] for tag in ("zh", "zh-Hans", "zh-TW", "zh-Hant", "zh-MO")] == [
        "SC",
        "SC",
        "TC",
        "TC",
        "HK",
    ]


def test_a_plain_book_warns_of_nothing(paper: Issue) -> None:
    """No font and no renderer is looked for unless something asks for pixels."""
    assert Book(paper).warnings == ()
