"""FreeType's own interface, as far as lines of type need it.

The library is that of the package ``freetype-py``, or else the system's. The package's Python is left aside: to load it
takes longer than to set a cover.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from ctypes import POINTER, c_char_p, c_int, c_long, c_short, c_ubyte, c_uint, c_ulong, c_ushort, c_void_p
from importlib.util import find_spec

VARIABLE = 1 << 8
"""The flag of a face that has axes (``FT_FACE_FLAG_MULTIPLE_MASTERS``)."""

RENDERED = 1 << 1 | 1 << 2 | 1 << 3
"""How a glyph is loaded: its outline as it is, not moved to whole pixels, and made pixels; never a picture that the
font has of it, whose pixels may be bits (``FT_LOAD_NO_HINTING | FT_LOAD_RENDER | FT_LOAD_NO_BITMAP``).
"""

NAMES = {"win32": ("libfreetype.dll", "freetype.dll"), "darwin": ("libfreetype.dylib", "libfreetype.6.dylib")}
"""What the file is called in the package, and what the system calls the library."""


class Bitmap(ctypes.Structure):
    """``FT_Bitmap``."""

    _fields_ = (
        *(("rows", c_uint), ("width", c_uint), ("pitch", c_int), ("buffer", c_void_p), ("num_grays", c_ushort)),
        *(("pixel_mode", c_ubyte), ("palette_mode", c_ubyte), ("palette", c_void_p)),
    )


class Slot(ctypes.Structure):
    """``FT_GlyphSlotRec``, to its last field that is asked for."""

    _fields_ = (
        *(("library", c_void_p), ("face", c_void_p), ("next", c_void_p), ("glyph_index", c_uint)),
        *(("generic", c_void_p * 2), ("metrics", c_long * 8), ("linear_advances", c_long * 2)),
        *(("advance", c_long), ("advance_down", c_long), ("format", c_int)),
        *(("bitmap", Bitmap), ("left", c_int), ("top", c_int)),
    )


class Face(ctypes.Structure):
    """``FT_FaceRec``, to its last field that is asked for."""

    _fields_ = (
        *(("num_faces", c_long), ("face_index", c_long), ("flags", c_long), ("style_flags", c_long)),
        *(("num_glyphs", c_long), ("family_name", c_char_p), ("style_name", c_char_p)),
        *(("num_fixed_sizes", c_int), ("available_sizes", c_void_p), ("num_charmaps", c_int), ("charmaps", c_void_p)),
        *(("generic", c_void_p * 2), ("box", c_long * 4), ("units_per_em", c_ushort), ("measures", c_short * 7)),
        ("glyph", POINTER(Slot)),
    )


OF_FACE = POINTER(Face)
FUNCTIONS = {
    "FT_Init_FreeType": (POINTER(c_void_p),),
    "FT_Done_FreeType": (c_void_p,),
    "FT_New_Face": (c_void_p, c_char_p, c_long, POINTER(OF_FACE)),
    "FT_Done_Face": (OF_FACE,),
    "FT_Set_Char_Size": (OF_FACE, c_long, c_long, c_uint, c_uint),
    "FT_Get_Char_Index": (OF_FACE, c_ulong),
    "FT_Load_Char": (OF_FACE, c_ulong, c_int),
}


def library() -> ctypes.CDLL:
    """The library with what its functions take. Raises ``OSError`` where there is none."""
    for path in _paths():
        try:
            found = ctypes.CDLL(path)
        except OSError:
            continue
        for name, takes in FUNCTIONS.items():
            getattr(found, name).argtypes = takes
        return found
    raise OSError("no FreeType")


def _paths() -> Iterator[str]:
    packed, known = NAMES.get(sys.platform, ("libfreetype.so", "libfreetype.so.6"))
    if (spec := find_spec("freetype")) and spec.submodule_search_locations:
        yield os.path.join(spec.submodule_search_locations[0], packed)
    yield known
