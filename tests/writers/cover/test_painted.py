"""Bars and type as pixels."""

from __future__ import annotations

import zlib

from converter.writers.cover.painted import LEVELS, painted
from converter.writers.cover.shapes import Bar, Words


def told(png: bytes) -> tuple[list[bytes], list[bytes]]:
    """The colours and the rows of a PNG with a palette of ours."""
    chunks = {}
    place = 8
    while place < len(png):
        length = int.from_bytes(png[place : place + 4])
        chunks[png[place + 4 : place + 8]] = png[place + 8 : place + 8 + length]
        place += length + 12
    wide = int.from_bytes(chunks[b"IHDR"][:4]) + 1
    rows = zlib.decompress(chunks[b"IDAT"])
    palette = chunks[b"PLTE"]
    return (
        [palette[start : start + 3] for start in range(0, len(palette), 3)],
        [rows[start + 1 : start + wide] for start in range(0, len(rows), wide)],
    )


def test_bars_are_rows_of_one_colour() -> None:
    """A bar is as large as it is drawn, one thinner than a pixel is seen, and what lies outside is cut."""
    bars = [Bar(0, 0, 12, 8, "#ffffff"), Bar(2, 2, 4, 0.2, "#000000"), Bar(8, 4, 99, 99, "#ff0000")]
    colours, rows = told(painted(bars, 0.5, (6, 4)))
    assert colours == [b"\xff\xff\xff", b"\0\0\0", b"\xff\0\0"]
    assert rows == [bytes(6), bytes([0, 1, 1, 0, 0, 0]), bytes([0, 0, 0, 0, 2, 2]), bytes([0, 0, 0, 0, 2, 2])]


def test_type_is_inked_over_its_ground() -> None:
    """Where a pixel is covered in part, its colour lies between the ground and the ink; what lies outside is cut."""
    shapes = [Bar(0, 0, 4, 2, "#ffffff"), Words("x", 1, 1, 1, "#000000", 400)]
    colours, rows = told(
        painted(shapes, 1, (4, 2), lambda _words, _size: (0, 1, 5, [bytes([0, 255, 128, 255, 255])] * 3))
    )
    assert (len(colours), len(rows)) == (LEVELS, 2)
    white, none, black, half = rows[0]
    assert (colours[white], colours[none], colours[black]) == (b"\xff" * 3, b"\xff" * 3, b"\0" * 3)
    assert 120 < colours[half][0] < 135
