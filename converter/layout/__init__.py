"""Boxes on a page → lines in reading order, for a PDF's characters and for recognised ones alike.

A reader gives a ``Surface``: glyphs, or lines that were recognised whole, with the rules, frames and pictures around
them. ``read`` gives its ``Story``s in order. Nothing here knows a format or a role.
"""

from converter.layout.page import bounded, put_pictures, read
from converter.layout.surface import Glyph, Story, Strip, Surface

__all__ = ["Glyph", "Story", "Strip", "Surface", "bounded", "put_pictures", "read"]
