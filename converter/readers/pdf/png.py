"""Pixels → PNG (RFC 2083): pdfium gives pixels alone, and no other library is needed for the few chunks around them."""

from __future__ import annotations

import struct
import zlib

_KINDS = {1: 0, 3: 2, 4: 6}
"""Colour types of PNG by the bytes of a pixel: grey, red-green-blue, and that with alpha."""


def png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """The PNG of rows of 8-bit pixels, ``stride`` bytes from row to row."""
    data = bytes(pixels)
    rows = b"".join(b"\0" + data[row * stride : row * stride + width * channels] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, _KINDS[channels], 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
