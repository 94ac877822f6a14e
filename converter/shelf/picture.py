"""The picture that stands in catalogues for a book without a cover, which OPDS wants to have one: a page with lines."""

from __future__ import annotations

import zlib
from struct import pack

WIDTH, HEIGHT = 240, 320
PAPER, INK, EDGE = 0, 1, 2
PALETTE = bytes((0xF6, 0xF2, 0xE9, 0x3A, 0x34, 0x2D, 0xC9, 0xC0, 0xAF))
"""Red, green, blue of each colour."""


def plain_cover() -> bytes:
    """The picture as a PNG (ISO/IEC 15948) of three colours."""
    rows = b"".join(b"\0" + _row(y) for y in range(HEIGHT))  # each begins with its filter: none
    head = pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    parts = (b"IHDR", head), (b"PLTE", PALETTE), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _row(y: int) -> bytes:
    """A row of pixels: an edge around a head, and two columns of lines under a rule."""
    row = bytearray([EDGE if y in (0, HEIGHT - 1) else PAPER]) * WIDTH
    row[0] = row[-1] = EDGE
    if 28 <= y < 52 or y in (66, 67):
        row[24 : WIDTH - 24] = bytes([INK]) * (WIDTH - 48)
    elif 84 <= y < HEIGHT - 28 and (y - 84) % 12 < 3:
        for left in (24, 128):
            row[left : left + 88] = bytes([EDGE]) * 88
    return bytes(row)


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))
