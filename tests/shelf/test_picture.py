"""The plain cover is a picture."""

import zlib

from converter.shelf.book import kind_of_picture
from converter.shelf.picture import HEIGHT, INK, PAPER, WIDTH, plain_cover


def test_the_plain_cover_is_a_png() -> None:
    """Its chunks are whole, and its rows are as long as its head says."""
    data = plain_cover()
    assert kind_of_picture(data) == ("image/png", "png")
    chunks, place = {}, 8
    while place < len(data):
        length = int.from_bytes(data[place : place + 4])
        body = data[place + 4 : place + 8 + length]
        assert zlib.crc32(body) == int.from_bytes(data[place + 8 + length : place + 12 + length])
        chunks[body[:4]] = body[4:]
        place += length + 12
    assert list(chunks) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    assert chunks[b"IHDR"][:8] == WIDTH.to_bytes(4) + HEIGHT.to_bytes(4)
    rows = zlib.decompress(chunks[b"IDAT"])
    assert len(rows) == HEIGHT * (WIDTH + 1)
    assert rows[:: WIDTH + 1] == bytes(HEIGHT)
    assert (rows[40 * (WIDTH + 1) + 1 + 100], rows[60 * (WIDTH + 1) + 1 + 100]) == (INK, PAPER)
