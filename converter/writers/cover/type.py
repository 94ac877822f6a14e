"""Lines of type → how much of each pixel they cover, by FreeType."""

from __future__ import annotations

from collections.abc import Iterable
from ctypes import byref, c_void_p, string_at
from os import fsencode
from typing import Any
from unicodedata import combining, east_asian_width

from converter.records import NamedTuple
from converter.writers.cover.freetype import OF_FACE, RENDERED, VARIABLE, library
from converter.writers.cover.painted import Type
from converter.writers.cover.shapes import Words

WEIGHTS = {"Light": 300, "Medium": 500, "Semi": 600, "Bold": 700, "Heavy": 900, "Black": 900}
"""What a style's name says of its weight; without a word it is 400."""

LONG_DASH = "——", "\u2e3a"
"""A dash of two characters (clreq 3.1.6), and the one that is drawn without a gap."""

MOST_FACES = 16
"""Faces of one file that are looked at: a family of all Chinese regions, Japan and Korea has ten."""


class Unset(Exception):
    """Type that FreeType alone does not set: its script is shaped, its font is variable, a glyph is missing."""


class Setter:
    """Sets lines of type in the faces of one family, for one thread."""

    def __init__(self, family: str, files: Iterable[str]) -> None:
        """Opens the faces. Raises ``Unset`` where a file has none with that name, or where FreeType is not there."""
        try:
            self._type = library()
        except OSError as error:
            raise Unset from error
        self._library = c_void_p()
        self._type.FT_Init_FreeType(byref(self._library))
        self._faces: dict[int, Any] = {}
        place = 0
        try:
            for file in files:
                face = self._found(file, family.encode(), place)
                place = face.contents.face_index & 0xFFFF
                style = (face.contents.style_name or b"").decode("ascii", "replace")
                self._faces[next((weight for word, weight in WEIGHTS.items() if word in style), 400)] = face
        except Unset:
            self.close()
            raise

    def close(self) -> None:
        """Free all that was opened."""
        self._type.FT_Done_FreeType(self._library)

    def _found(self, file: str, family: bytes, likely: int) -> Any:
        """The file's face of that family; the files of one have it at the same place."""
        count = likely + 1
        for place in dict.fromkeys((likely, *range(MOST_FACES))):
            face = OF_FACE()
            if place >= count or self._type.FT_New_Face(self._library, fsencode(file), place, byref(face)):
                break
            count = face.contents.num_faces
            if face.contents.family_name == family and not face.contents.flags & VARIABLE:
                return face
            self._type.FT_Done_Face(face)
        raise Unset

    def _has(self, face: Any, char: str) -> bool:
        return bool(self._type.FT_Get_Char_Index(face, ord(char)))

    def set(self, words: Words, size: float) -> Type:
        """The type of a line, ``size`` pixels high, in the face whose weight is nearest. Raises ``Unset``."""
        face = self._faces[min(self._faces, key=lambda weight: abs(weight - words.weight))]
        self._type.FT_Set_Char_Size(face, 0, round(size * 64), 72, 72)
        glyphs = []
        pen = 0
        dashed = words.text.replace(*LONG_DASH) if self._has(face, LONG_DASH[1]) else words.text
        for char in dashed:
            if not _alone(char) or not self._has(face, char) or self._type.FT_Load_Char(face, ord(char), RENDERED):
                raise Unset
            slot = face.contents.glyph.contents
            bitmap = slot.bitmap
            ink = string_at(bitmap.buffer, bitmap.rows * bitmap.width) if bitmap.rows else b""
            glyphs.append(_Glyph(round(pen / 64) + slot.left, slot.top, bitmap.width, ink))
            pen += slot.advance
        return _joined([glyph for glyph in glyphs if glyph.ink])


class _Glyph(NamedTuple):
    """How far right and above of the line's beginning a glyph starts, its width, how much of each pixel is inked."""

    left: int
    above: int
    width: int
    ink: bytes


def _joined(glyphs: list[_Glyph]) -> Type:
    """The glyphs as rows of the whole line; boxes of italics and marks may overlap."""
    if not glyphs:
        return 0, 0, 0, []
    left, above = min(glyph.left for glyph in glyphs), max(glyph.above for glyph in glyphs)
    width = max(glyph.left + glyph.width for glyph in glyphs) - left
    rows = [bytearray(width) for _ in range(max(above - one.above + len(one.ink) // one.width for one in glyphs))]
    reached = 0
    for glyph in glyphs:
        start, end = glyph.left - left, glyph.left - left + glyph.width
        for row, place in zip(rows[above - glyph.above :], range(0, len(glyph.ink), glyph.width), strict=False):
            ink = glyph.ink[place : place + glyph.width]
            row[start:end] = bytes(map(max, row[start:end], ink)) if start < reached else ink
        reached = max(reached, end)
    return left, above, width, [*map(bytes, rows)]


def _alone(char: str) -> bool:
    """Whether a character is set as it is, whatever stands beside it: Han, Latin, marks."""
    if char < "\u0300" or "\u2010" <= char < "\u2028" or char == LONG_DASH[1]:
        return True
    return east_asian_width(char) in "WF" and not combining(char)
