"""A drawn cover → PNG, without a library that draws: bars are rows of one colour, and FreeType gives the type's edges.

A colour is a number of the picture's palette, so that a pixel is one byte and most rows are packed by looking back.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Sequence

from converter.writers.cover.shapes import Bar, Words

LEVELS = 32
"""Shades from the ground to the ink at the edges of type."""

COMPRESSION = 3
"""zlib's level: four times as quick as its usual one, for a third more bytes."""

Type = tuple[int, int, int, Sequence[bytes]]
"""Type on its base line: how far left and above of its beginning it starts, how wide it is, and row by row how much of
each pixel is covered.
"""


class _Canvas:
    """Pixels as numbers of colours; before each row stands a zero, PNG's sign that it is as it is."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.pixels = bytearray((width + 1) * height)
        self.colours: list[tuple[int, ...]] = []

    def number(self, colour: tuple[int, ...]) -> int:
        """A colour's place in the palette."""
        if colour not in self.colours:
            self.colours.append(colour)
        return self.colours.index(colour)

    def fill(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """A bar with sharp edges; the thinnest is a pixel."""
        start, end = max(round(left), 0), min(max(round(right), round(left) + 1), self.width)
        row = bytes([self.number(_rgb(colour))]) * (end - start)
        for y in range(max(round(top), 0), min(max(round(bottom), round(top) + 1), self.height)):
            self._put(row, start, y)

    def ink(self, type_: Type, left: int, base: int, colour: str) -> None:
        """Type over the colour that is there at its beginning."""
        beside, above, width, rows = type_
        start, end = max(left + beside, 0), min(left + beside + width, self.width)
        cut = slice(start - left - beside, end - left - beside)
        ground = self.pixels[self._at(min(max(left, 0), self.width - 1), min(max(base, 0), self.height - 1))]
        shades = self._shades(self.colours[ground], _rgb(colour))
        for y, row in enumerate(rows, base - above):
            if 0 <= y < self.height and start < end:
                self._put(row[cut].translate(shades), start, y)

    def _put(self, row: bytes, left: int, y: int) -> None:
        at = self._at(left, y)
        self.pixels[at : at + len(row)] = row

    def _at(self, x: int, y: int) -> int:
        return y * (self.width + 1) + 1 + x

    def _shades(self, ground: tuple[int, ...], ink: tuple[int, ...]) -> bytes:
        """For each degree of covering, 0 to 255, the number of its colour."""
        steps = [
            self.number(
                tuple((g * (LEVELS - 1 - step) + i * step) // (LEVELS - 1) for g, i in zip(ground, ink, strict=True))
            )
            for step in range(LEVELS)
        ]
        return bytes(steps[(covered * (LEVELS - 1) + 127) // 255] for covered in range(256))

    def png(self) -> bytes:
        """The picture (RFC 2083): a byte a pixel, and the palette."""
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        palette = b"".join(map(bytes, self.colours))
        chunks = (
            (b"IHDR", head),
            (b"PLTE", palette),
            (b"IDAT", zlib.compress(self.pixels, COMPRESSION)),
            (b"IEND", b""),
        )
        return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, chunks))


def painted(
    shapes: Iterable[Bar | Words],
    scale: float,
    size: tuple[int, int],
    set_type: Callable[[Words, float], Type] | None = None,
) -> bytes:
    """The shapes as PNG of that many pixels, ``scale`` of them for a unit of the drawing.

    ``set_type`` gives a line of type of a height in pixels; without it bars are painted alone.
    """
    canvas = _Canvas(*size)
    for shape in shapes:
        if isinstance(shape, Bar):
            left, top, right, bottom = shape.left, shape.top, shape.left + shape.width, shape.top + shape.height
            canvas.fill(left * scale, top * scale, right * scale, bottom * scale, shape.colour)
        elif set_type:
            type_ = set_type(shape, shape.size * scale)
            canvas.ink(type_, round(shape.left * scale), round(shape.base * scale), shape.colour)
    return canvas.png()


def _rgb(colour: str) -> tuple[int, ...]:
    """A colour of CSS, ``#rrggbb``."""
    return tuple(bytes.fromhex(colour[1:]))


def _chunk(chunk: tuple[bytes, bytes]) -> bytes:
    kind, data = chunk
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
