"""How the characters of a PDF's page are set: their face and weight, and whether they are seen."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw

from converter.readers.pdf.clips import ALL, Clip, Clips
from converter.records import NamedTuple

_BOLD = ("bold", "black", "heavy", "hei", "黑")
_INVISIBLE = 3  # text render mode (ISO 32000-2, table 104)
_WHITE = 245  # of 255: from here on a colour is paper's
_PALE = 170


class Look(NamedTuple):
    """The name of a face without the letters that mark a subset, how its characters are drawn, and what of them a clip
    path lets be seen."""

    face: str
    bold: bool
    pale: bool
    white: bool
    hidden: bool
    clip: Clip = ALL


class Looks:
    """The looks of a page's characters: each object of text is asked but once."""

    def __init__(self, page: Any, text: Any) -> None:
        self._text = text
        self._buffer = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._known: dict[bytes, tuple[str, bool]] = {}
        self._last: tuple[int, Look] | None = None
        self._clips, self._matrix = Clips(page), raw.FS_MATRIX()

    def of(self, index: int) -> Look:
        """The look of a character."""
        where = self._object(index)
        if not self._last or where != self._last[0] or not where:
            self._last = where, self._look(index)
        return self._last[1]

    def is_one_object(self, index: int) -> bool:
        """Whether a character is of the same object of text as the one before it."""
        where = self._object(index)
        return where != 0 and where == self._object(index - 1)

    def _object(self, index: int) -> int:
        """Where the object of text of a character lies; 0 of one that has none."""
        found = raw.FPDFText_GetTextObject(self._text, index)
        return ctypes.addressof(found.contents) if found else 0

    def _look(self, index: int) -> Look:
        face, bold = self._face(index)
        least, alpha = 0, 255
        if raw.FPDFText_GetFillColor(self._text, index, *self._colour):
            red, green, blue, transparency = self._colour
            least, alpha = min(red.value, green.value, blue.value), transparency.value
        found = raw.FPDFText_GetTextObject(self._text, index)
        hidden = alpha == 0 or bool(found) and raw.FPDFTextObj_GetTextRenderMode(found) == _INVISIBLE
        clip = ALL
        if found and raw.FPDFText_GetMatrix(self._text, index, self._matrix):
            clip = self._clips.of(found, self._matrix)
        return Look(face, bold, least > _PALE or alpha < 130, least >= _WHITE and alpha > 0, hidden, clip)

    def _face(self, index: int) -> tuple[str, bool]:
        """The face's name, and whether it is bold."""
        length = raw.FPDFText_GetFontInfo(self._text, index, self._buffer, 128, self._flags)
        name = self._buffer.raw[: max(0, min(length, 128) - 1)]
        if name not in self._known:
            shown = name.decode("utf-8", "replace")
            shown = shown[7:] if shown[6:7] == "+" else shown
            heavy = raw.FPDFText_GetFontWeight(self._text, index) >= 600
            self._known[name] = shown, heavy or any(sign in shown.lower() for sign in _BOLD)
        return self._known[name]
