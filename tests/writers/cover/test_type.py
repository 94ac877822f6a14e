"""Lines of type in a font that is there."""

from __future__ import annotations

from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from converter.writers.cover.raster import system_face
from converter.writers.cover.shapes import Words
from converter.writers.cover.type import Setter, Unset


@pytest.fixture
def face() -> tuple[str, list[str]]:
    """A family of the system, and its files."""
    family, files = system_face("zh")
    if not files:
        pytest.skip("no font with Chinese is installed")
    return family, files


def words(text: str, weight: int = 700) -> Words:
    """A line of type."""
    return Words(text, 0, 0, 0, "#000000", weight)


def test_a_line_is_as_wide_as_its_characters(face: tuple[str, list[str]]) -> None:
    """Each Chinese character takes its size; marks of half the ink take as much room; Latin is narrower."""
    with closing(Setter(*face)) as setter:
        _, above, width, rows = setter.set(words("潮汐"), 40)
        assert (70 <= width <= 80, 25 <= above <= 40, 30 <= len(rows) <= 45) == (True, True, True)
        assert {len(row) for row in rows} == {width}
        assert setter.set(words("ab"), 40)[2] < width
        assert setter.set(words(" "), 40) == (0, 0, 0, [])


@pytest.mark.parametrize("text", ["عيد", "ก็", "e\u0301", "潮\U0001f30a", "\U000f0000"])
def test_what_is_shaped_or_lacks_a_glyph_is_left_to_others(face: tuple[str, list[str]], text: str) -> None:
    """Characters that stand as their neighbours ask, or that the font has not."""
    with closing(Setter(*face)) as setter, pytest.raises(Unset):
        setter.set(words(text), 40)


def test_a_file_without_the_family(face: tuple[str, list[str]], tmp_path: Path) -> None:
    """Another family's file, and what is no font."""
    broken = tmp_path / "a.ttc"
    broken.write_bytes(b"none")
    for family, files in (("None Such", face[1]), (face[0], [str(broken)])):
        with pytest.raises(Unset):
            Setter(family, files)


STRIKE = """<ttFont>
<EBLC><header version="2.0"/><strike index="0"><bitmapSizeTable>
<sbitLineMetrics direction="hori">{line}</sbitLineMetrics><sbitLineMetrics direction="vert">{line}</sbitLineMetrics>
<colorRef value="0"/><startGlyphIndex value="1"/><endGlyphIndex value="1"/>
<ppemX value="24"/><ppemY value="24"/><bitDepth value="1"/><flags value="1"/></bitmapSizeTable>
<eblc_index_sub_table_1 imageFormat="1" firstGlyphIndex="1" lastGlyphIndex="1"><glyphLoc name="one"/>
</eblc_index_sub_table_1></strike></EBLC>
<EBDT><header version="2.0"/><strikedata index="0"><ebdt_bitmap_format_1 name="one"><SmallGlyphMetrics>
<height value="24"/><width value="24"/><BearingX value="0"/><BearingY value="24"/><Advance value="24"/>
</SmallGlyphMetrics><rawimagedata>{bits}</rawimagedata></ebdt_bitmap_format_1></strikedata></EBDT>
</ttFont>"""
LINE = (
    *("ascender", "descender", "widthMax", "caretSlopeNumerator", "caretSlopeDenominator", "caretOffset"),
    *("minOriginSB", "minAdvanceSB", "maxBeforeBL", "minAfterBL", "pad1", "pad2"),
)


def test_pictures_of_glyphs_are_left_aside(tmp_path: Path) -> None:
    """A font may have glyphs as bits for a size, as SimSun has for small ones: its outlines are set all the same."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 1000), (500, 1000), (500, 0)):
        pen.lineTo(point)
    pen.closePath()
    glyph = pen.glyph()
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "one"])
    made.setupCharacterMap({ord("潮"): "one"})
    made.setupGlyf({".notdef": glyph, "one": glyph})
    made.setupHorizontalMetrics({".notdef": (1000, 0), "one": (1000, 0)})
    made.setupHorizontalHeader(ascent=1000, descent=0)
    made.setupNameTable({"familyName": "Bits", "styleName": "Bold"})
    made.setupOS2()
    made.setupPost()
    line = "".join(f'<{name} value="0"/>' for name in LINE)
    made.font.importXML(StringIO(STRIKE.format(line=line, bits="a5" * 72)))
    made.save(tmp_path / "bits.ttf")
    with closing(Setter("Bits", [str(tmp_path / "bits.ttf")])) as setter:
        assert setter.set(words("潮"), 24) == (0, 24, 12, [b"\xff" * 12] * 24)
