"""Glyphs and lines set by hand."""

from converter.layout.surface import Glyph, Strip
from converter.model import Box


def glyphs(
    text: str, left: float, top: float, size: float = 10, upright: bool = False, step: float = 1.0
) -> list[Glyph]:
    """The glyphs of a line, an em each."""
    places = [n * size * step for n in range(len(text))]
    spots = [(left, top + at) if upright else (left + at, top) for at in places]
    return [
        Glyph(char, x, y, x + size, y + size, size) for char, (x, y) in zip(text, spots, strict=True) if char != " "
    ]


def strip(text: str, left: float, top: float, size: float = 10, upright: bool = False, bold: bool = False) -> Strip:
    """A line of em boxes."""
    long = len(text) * size
    box = Box(left, top, left + size, top + long) if upright else Box(left, top, left + long, top + size)
    return Strip(text, box, size, upright, bold)


def column(rows: list[str], left: float, top: float, lead: float = 15, cells: int = 8) -> list[Strip]:
    """Lines below each other; one that begins with a full-width space is indented by two."""
    lines = []
    for number, row in enumerate(rows):
        shift = 20 if row.startswith("　") else 0
        lines.append(strip(row.strip("　"), left + shift, top + number * lead))
    return lines


def upright(rows: list[str], left: float, top: float) -> list[Strip]:
    """Upright lines, the next one to the left; one that begins with a full-width space is indented by two."""
    lines = []
    for number, row in enumerate(rows):
        shift = 20 if row.startswith("　") else 0
        lines.append(strip(row.strip("　"), left - 15 * number, top + shift, upright=True))
    return lines
