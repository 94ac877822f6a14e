"""Bytes packed by the filters of PDF that have no packer here."""

import base64


def as_lzw(data: bytes, early: bool = True) -> bytes:
    """Bytes as LZW (ISO 32000-2, 7.4.4) has them."""
    codes: list[tuple[int, int]] = [(256, 9)]
    table = {bytes([byte]): byte for byte in range(256)}
    word, width, free = b"", 9, 258
    for byte in data:
        longer = word + bytes([byte])
        if longer in table:
            word = longer
            continue
        codes.append((table[word], width))
        table[longer], free, word = free, free + 1, bytes([byte])
        width = (free - 1 + early).bit_length()
        if free == 4095:
            codes.append((256, width))
            table = {bytes([byte]): byte for byte in range(256)}
            width, free = 9, 258
    codes += [(table[word], width), (257, width)]
    bits = "".join(f"{code:0{wide}b}" for code, wide in codes)
    return int(bits + "0" * (-len(bits) % 8), 2).to_bytes(-(-len(bits) // 8), "big")


def as_runs(data: bytes) -> bytes:
    """Bytes as runs (7.4.5), each as it is, with one of a single byte before them."""
    pieces = (data[at : at + 128] for at in range(0, len(data), 128))
    return b"\xfe " + b"".join(bytes([len(piece) - 1]) + piece for piece in pieces) + b"\x80"


def as_85(data: bytes) -> bytes:
    """Bytes as ASCII85 has them."""
    return base64.a85encode(data) + b"~>"
