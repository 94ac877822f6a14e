"""A drawn cover as pixels, in a font that is there."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from converter.errors import MissingExtra
from converter.installed import to_install
from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.options import Look
from converter.writers.cover import freetype, raster
from converter.writers.cover.drawn import WIDTH, cover_shapes
from converter.writers.cover.raster import PIXELS, drawn_by_us, system_face
from converter.writers.cover.shapes import Bar
from converter.writers.markup.labels import labels_for
from tests.writers.reading import Book, cover_of


def test_own_drawing_of_any_size(paper: Issue, tmp_path: Path) -> None:
    """However long a drawing is, its pixels fit into those of a cover."""
    own = tmp_path / "cover.svg"
    own.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1mm" height="90km" viewBox="0 0 1 90000000"/>')
    png = Book(paper, Look(cover=own, device="kindle")).files["cover.png"]
    assert int.from_bytes(png[20:24]) <= 1600


def test_pixels_are_set_in_the_font_given(paper: Issue, square_font: Path) -> None:
    """With a font the cover is PNG, and its headlines are drawn; characters that the font lacks are told."""
    book = Book(paper, Look(font=square_font, device="kindle"))
    assert [warning.partition(": ")[0] for warning in book.warnings] == [
        f"{square_font} has no glyph for 15 characters"
    ]
    assert cover_of(book) == ("cover.png", "image/png", [])
    assert book.files["cover.png"].startswith(b"\x89PNG") and len(book.files["cover.png"]) > 5000


def test_without_a_font_bars_stand_for_words(paper: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without Chinese fonts gets a clear warning, and pixels with as much ink where the words would be."""
    shapes = cover_shapes(paper, labels_for("zh"))
    monkeypatch.setattr(raster, "FOLDERS", ("/nowhere",))
    book = Book(paper, Look(device="kindle"))
    assert book.warnings == (raster.WITHOUT_FONT,)
    assert cover_of(book) == ("cover.png", "image/png", [])
    bare, _ = drawn_by_us([shape for shape in shapes if isinstance(shape, Bar)], WIDTH, "zh")
    assert bare is not None and bare != book.files["cover.png"]


def test_bars_have_sharp_edges(paper: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cover without type has the inks and nothing between them."""
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed: pip install '.[test]'")
    monkeypatch.setattr(raster, "FOLDERS", ())
    shapes = cover_shapes(paper, labels_for("zh-Hans"))
    png, _ = drawn_by_us(shapes, WIDTH, "zh-Hans")
    picture = image.open(io.BytesIO(png or b"")).convert("RGB")
    colours = {"#{:02x}{:02x}{:02x}".format(*rgb) for _, rgb in picture.getcolors()}
    assert colours == {shape.colour for shape in shapes}


@pytest.mark.parametrize("name", ["南湾日报", "South Bay Daily 南湾", "潮", "——潮汐《海》……"])
def test_both_roads_draw_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """FreeType's pixels are about those of the renderer: as much ink in every part of the cover."""
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed: pip install '.[test]'")
    if not system_face("zh")[1]:
        pytest.skip("no font with Chinese is installed")
    story = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run(name),)), Block(Role.PARAGRAPH, (Run("潮。" * 300),))))
    issue = Issue((Section((story,)),), Metadata(title=name, author="温以宁"))
    seen = []
    for setter in ("there", None):
        if not setter:
            monkeypatch.setattr(freetype, "_paths", lambda: iter(()))
        png = Book(issue, Look(device="kindle")).files["cover.png"]
        picture = image.open(io.BytesIO(png))
        assert (picture.size, picture.mode) == (PIXELS, "P" if setter else "RGBA")
        seen.append(picture.convert("L").reduce(16).tobytes())
    assert max(abs(one - other) for one, other in zip(*seen, strict=True)) < 60  # Latin is not kerned


def test_without_the_renderer_the_drawing_stays(
    paper: Issue, square_font: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the package a warning says how to get it; a font that was asked for cannot be used, which is an error."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.setattr(freetype, "_paths", lambda: iter(()))
    book = Book(paper)
    assert (cover_of(book)[0], book.warnings) == (
        "cover.svg",
        (f"the cover stays a drawing, which some readers do not show: {to_install('resvg-py')}",),
    )
    with pytest.raises(MissingExtra, match="resvg-py"):
        Book(paper, Look(font=square_font))


def test_system_face_is_of_the_region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first family of the list that is there is taken, in the region's forms."""
    for name in ("fonts/a/NotoSansCJK-Bold.ttc", "fonts/b/NotoSerifCJK-Regular.ttc", "fonts/b/NotoSerifCJK-Black.ttc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"OTTO" + bytes(8))  # a font without tables
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


def test_broken_fonts_are_passed_over(paper: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty ones, what is no font, one that is cut short: the next is taken, and without any a warning says so."""
    _, files = system_face("zh")
    if not files:
        pytest.skip("no font with Chinese is installed")
    monkeypatch.setattr(raster, "FOLDERS", (str(tmp_path),))
    whole = Path(files[0]).read_bytes()
    broken = tmp_path / "NotoSerifCJK-Black.ttc"
    for data in (b"", b"<html>", b"ttcf" + b"\xff" * 40, b"OTTO\xff\xff", whole[: len(whole) // 2], whole[:-1000]):
        broken.write_bytes(data)
        assert system_face("zh") == ("", [])
    assert Book(paper, Look(device="kindle")).warnings == (raster.WITHOUT_FONT,)
    other = tmp_path / "NotoSansCJK-Bold.ttc"
    other.write_bytes(whole)
    assert system_face("zh") == ("Noto Sans CJK SC", [str(other)])
