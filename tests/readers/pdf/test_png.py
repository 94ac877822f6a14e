"""Pixels become a PNG that others read."""

import struct
import zlib

from converter.readers.pdf.png import png


def test_rows_are_kept() -> None:
    """The bytes between rows are left out; the head says size and kind."""
    data = png(bytes(range(16)), 2, 2, 8, 3)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">IIBBBBB", data[16:29]) == (2, 2, 8, 2, 0, 0, 0)
    start = data.index(b"IDAT") + 4
    assert zlib.decompress(data[start : data.index(b"IEND") - 8]) == bytes((0, *range(6), 0, *range(8, 14)))
