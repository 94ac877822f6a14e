"""A font that a book brings holds the glyphs that the book needs, and says whose it is."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from converter.errors import MissingExtra, UnreadableInput
from converter.model import Issue
from converter.options import Look
from converter.writers.markup.fonts import embedded, family_of
from converter.writers.web.site import write_site
from tests.writers.reading import Book, Page


def test_embedded_font_is_a_part(square_font: Path) -> None:
    """Glyphs for other characters are left out, those for vertical lines come with their character."""
    whole, part = TTFont(square_font), TTFont(io.BytesIO(embedded(square_font, "zh-Hans", "渔，").data))
    assert set(part.getBestCmap()) - set(range(32, 127)) == {ord("渔"), ord("，")}
    left_out = ["port", "south", "bay"]
    assert len(part.getGlyphOrder()) == len(whole.getGlyphOrder()) - len(left_out)
    assert {record.FeatureTag for record in part["GSUB"].table.FeatureList.FeatureRecord} == {"vert"}


def test_book_brings_its_font(paper: Issue, square_font: Path) -> None:
    """The font is a file of the book that the sheet names for the text; its licence goes with it, whole."""
    book = Book(paper, Look(embed_font=square_font))
    assert [warning.partition(": ")[0] for warning in book.warnings] == [
        f"{square_font} has no glyph for 126 characters"
    ]
    css = book.files["style.css"].decode()
    assert 'src: url("font.ttf")' in css and ':root:root { font-family: "Embedded", serif; }' in css
    assert 'KaiTi, "AR PL UKai CN", "Noto Serif CJK SC", "Embedded", serif;' in css  # where the reader has no Kai face
    assert TTFont(io.BytesIO(book.files["font.ttf"]))["head"].modified == TTFont(square_font)["head"].modified
    licence = book.files["META-INF/font-licence.txt"].decode()
    assert licence.startswith("Square\n\n© Nanwan Type") and "PERMISSION & CONDITIONS" in licence
    assert "ibooks" not in book.files["content.opf"].decode()


def test_page_and_site_bring_their_font(paper: Issue, square_font: Path) -> None:
    """A page holds it, a site has it as a file in each edition's folder; their policies let in that alone."""
    page = Page(paper, Look(embed_font=square_font))
    site, warnings = write_site(replace(paper, twin=replace(paper, language="zh-Hant")), Look(embed_font=square_font))
    assert [one.partition(": ")[0] for one in page.warnings] == [f"{square_font} has no glyph for 119 characters"]
    assert [one.partition(" for ")[0] for one in warnings] == [f"{square_font} has no glyph"]
    assert 'src: url("data:font/ttf;base64,' in page.source and "; font-src data:;" in page.source
    assert site["font.ttf"] == site["zh-Hant/font.ttf"] and site["font-licence.txt"].startswith(b"Square\n")
    for name in ("index.html", "zh-Hant/page01-story02.html"):
        source = site[name].decode()
        assert 'src: url("font.ttf")' in source and "; font-src 'self' file:;" in source


def test_apple_books_is_told_to_use_it(paper: Issue, square_font: Path) -> None:
    """Only Apple Books needs to be told, and only of a font that is there."""
    book = Book(paper, Look(embed_font=square_font, device="apple"))
    assert book.said("ibooks:specified-fonts") == ["true"]
    assert book.package.get("prefix").startswith("ibooks: http://vocabulary.itunes.apple.com/")


def test_a_font_as_the_web_packs_it(square_font: Path) -> None:
    """A book gets what a WOFF file holds, without a word of fontTools on tables that nobody else knows."""
    font = TTFont(square_font)
    font["FFTM"] = DefaultTable("FFTM")
    font["FFTM"].data = b"made by a program"
    font.flavor = "woff"
    font.save(packed := square_font.with_suffix(".woff"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fontTools.subset.log.warning", lambda *said: pytest.fail(str(said)))
        part = embedded(packed, "zh-Hans", "渔")
    assert part.name == "font.ttf" and part.data.startswith(b"\0\1\0\0")
    assert "FFTM" not in TTFont(io.BytesIO(part.data))


def test_licence_beside_the_font_goes_first(square_font: Path) -> None:
    """A licence file in the font's folder is the text that goes along."""
    (square_font.parent / "OFL.txt").write_text("自家的许可", "utf-8")
    assert embedded(square_font, "zh-Hans", "渔").licence.endswith("\n\n自家的许可\n")


def test_font_that_forbids_it(square_font: Path) -> None:
    """A font whose makers forbid embedding is not embedded."""
    font = TTFont(square_font)
    font["OS/2"].fsType = 2
    font.save(square_font)
    with pytest.raises(UnreadableInput, match="may not be embedded, its makers say"):
        embedded(square_font, "zh-Hans", "渔")


def test_font_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not there or no font, or no package to read it with: each says what to do."""
    with pytest.raises(UnreadableInput, match="no font at .*: name an .otf, .ttf or .ttc file"):
        family_of(tmp_path / "none.otf", "zh", "")
    text = tmp_path / "text.ttf"
    text.write_text("no font at all, and long enough to look at")
    with pytest.raises(UnreadableInput, match="is no font that can be read"):
        family_of(text, "zh", "")
    monkeypatch.setitem(sys.modules, "fontTools.ttLib", None)
    with pytest.raises(MissingExtra, match="fonttools"):
        family_of(text, "zh", "")
