"""FreeType's own interface: what is asked of the library is what its structures say."""

from __future__ import annotations

from ctypes import byref, c_void_p
from os import fsencode

import pytest

from converter.writers.cover import freetype
from converter.writers.cover.raster import system_face


def test_a_face_tells_its_name_and_a_glyph_its_pixels() -> None:
    """The fields of the structures are where the library has them."""
    _, files = system_face("zh-Hans")
    if not files:
        pytest.skip("no font with Chinese is installed")
    found = freetype.library()
    home, face = c_void_p(), freetype.OF_FACE()
    assert found.FT_Init_FreeType(byref(home)) == 0
    assert found.FT_New_Face(home, fsencode(files[0]), 0, byref(face)) == 0
    assert face.contents.num_faces > 0 and face.contents.flags & freetype.VARIABLE == 0
    assert face.contents.family_name and face.contents.style_name
    assert found.FT_Set_Char_Size(face, 0, 40 * 64, 72, 72) == 0
    assert found.FT_Get_Char_Index(face, ord("潮")) > 0
    assert found.FT_Load_Char(face, ord("潮"), freetype.RENDERED) == 0
    slot = face.contents.glyph.contents
    assert (slot.advance, slot.bitmap.pitch) == (40 * 64, slot.bitmap.width)
    assert 30 < slot.bitmap.width <= 40 and 30 < slot.bitmap.rows <= 42 and 25 < slot.top < 40
    assert found.FT_Done_FreeType(home) == 0


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """A place where it is not is passed over; where there is none at all, that is told."""
    monkeypatch.setattr(freetype, "_paths", lambda: iter(("/nowhere/libfreetype.so",)))
    with pytest.raises(OSError, match="no FreeType"):
        freetype.library()
