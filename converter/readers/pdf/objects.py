"""The objects of a PDF's file (ISO 32000-2, 7.3, 7.5), for what pdfium does not tell of it.

Nothing here trusts the file: an object is what its bytes say, none is looked at twice, and what is unpacked is bounded.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Callable, Iterator

MOST_UNPACKED = 25_000_000
"""Bytes of a stream that are unpacked."""

MOST_HELD = 64_000_000
"""Bytes of objects that streams hold."""

NUMBER = rb"[-+]?(?:\d+\.?\d*|\.\d+)"
REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R\b")

_NUMBERED = re.compile(rb"(\d{1,10})\s+\d{1,5}\s$")
_BEGINS = re.compile(rb"\d\s+\d{1,5}\s+obj\b")
_END = re.compile(rb"\bendobj\b|\bstream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})(?!\d|\s+\d+\s+R)")
_ENTRY = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s*(?:(<<)|(?<=\s)(\d+)\s+\d+\s+R\b)")
_BRACKETS = re.compile(rb"<<|>>")
_FILTER = re.compile(rb"/(Fl|FlateDecode|A85|ASCII85Decode|AHx|ASCIIHexDecode|LZW|LZWDecode|RL|RunLengthDecode)\b")
_ENCRYPTED = re.compile(rb"/(?:E|#45)(?:n|#6[Ee])(?:c|#63)(?:r|#72)(?:y|#79)(?:p|#70)(?:t|#74)")
_EARLY = re.compile(rb"/EarlyChange\s+0")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def objects_of(data: bytes, plain: Callable[[], bytes]) -> Objects:
    """The objects of a PDF as they count.

    ``plain`` gives the same file without encryption, and with each object once: it is asked where one of both is there.
    """
    found = Objects(data)
    return Objects(plain()) if _ENCRYPTED.search(data) or found.is_changed else found


class Objects:
    """The objects of a PDF by their numbers: their texts up to their ends or streams, and where the streams are."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._texts: dict[int, bytes] = {}
        self._streams: dict[int, slice] = {}
        self.is_changed = False
        for number, text, inside, is_whole in _objects(data):
            self.is_changed |= number in self._texts or not is_whole
            self._texts[number], self._streams[number] = text, inside
        room = MOST_HELD
        for number, text in list(self._texts.items()) if b"/ObjStm" in data else ():
            if room > 0 and b"/ObjStm" in text:
                room -= self._take_out(text, self.content(number) or b"", room)

    def __iter__(self) -> Iterator[int]:
        return iter(self._texts)

    def _take_out(self, text: bytes, content: bytes, room: int) -> int:
        """Take what a stream holds (7.5.7), pairs of number and place, then the objects; how many bytes that is."""
        first = re.search(rb"/First\s+(\d{1,9})", text)
        begin = int(first[1]) if first else 0
        pairs = [int(number) for number in re.findall(rb"\d{1,10}", content[:begin])]
        ends = [*pairs[3::2], len(content) - begin]
        taken = len(content)
        for number, start, end in zip(pairs[::2], pairs[1::2], ends, strict=False):
            held = content[begin + start : begin + end]
            taken += len(held)
            if taken > 2 * room:
                break  # objects that lie in one another
            self._texts[number] = held
        return taken // 2

    def text(self, number: int) -> bytes:
        """An object up to its end or its stream; empty where there is none."""
        return self._texts.get(number, b"")

    def content(self, number: int) -> bytes | None:
        """What an object's stream holds, as far as it counts; None where it is packed in a way not known here."""
        packed = self._data[self._streams.get(number, slice(0))]
        text = unescaped(self.text(number))
        for name in _FILTER.findall(text) if packed else ():
            if (unpacked := _unpacked(name, packed, early=not _EARLY.search(text))) is None:
                return None
            packed = unpacked
        return packed

    def value(self, text: bytes, key: bytes) -> bytes | None:
        """The dictionary, or the object, that a dictionary's text has under a key, all where it has several; None
        where it has none.
        """
        begins = re.compile(rb"/" + key + rb"\s*(?:(<<)|(\d+)\s+\d+\s+R\b)")
        found, at = [], 0
        while one := begins.search(text, at):
            found.append(_balanced(text, one.start(1)) if one[1] else self.text(int(one[2])))
            at = one.start(1) + len(found[-1]) if one[1] else one.end()
        return b"".join(found) if found else None

    def number(self, text: bytes, key: bytes) -> float:
        """The number that a dictionary's text has under a key, there or as an object; 0 where it has none."""
        found = re.search(rb"/" + key + rb"\s*(" + NUMBER + rb")(?:(?<=\d)(\s+\d+\s+R)\b)?", text)
        if found and found[2]:
            found = re.match(rb"\s*(" + NUMBER + rb")", self.text(int(min(float(found[1]), 1e9))))
        return float(found[1]) if found else 0.0

    def name(self, text: bytes, key: bytes) -> bytes:
        """The name that a dictionary's text has under a key; empty where it has none."""
        found = re.search(rb"/" + key + rb"\s*/([^\s/\[\]()<>{}%]+)", text)
        return unescaped(found[1]) if found else b""

    def array(self, text: bytes, key: bytes) -> bytes:
        """The array, of no other arrays, that a dictionary's text has under a key, there or as an object."""
        found = re.search(rb"/" + key + rb"\s*(?:(\[[^\]]*)|(\d{1,10})\s+\d+\s+R\b)", text)
        return (found[1] or self.text(int(found[2]))) if found else b""

    def string(self, text: bytes, key: bytes) -> bytes:
        """The string (7.3.4) that a dictionary's text has under a key; empty where it has none."""
        found = re.search(rb"/" + key + rb"\s*(?:<([\s0-9A-Fa-f]*)>|\(((?:[^()\\]|\\.)*)\))", text, re.DOTALL)
        if not found:
            return b""
        if found[1] is None:
            return _ESCAPE.sub(_meant, found[2])
        digits = b"".join(found[1].split())
        return binascii.unhexlify(digits + b"0" * (len(digits) % 2))

    def entries(self, dictionary: bytes) -> Iterator[tuple[bytes, int, bytes]]:
        """The names in a dictionary; of each the number of the object, 0 where it stands there itself, and its text."""
        at = len(b"<<")
        while found := _ENTRY.search(dictionary, at):
            number = int(found[3] or 0)
            text = self.text(number) if found[3] else _balanced(dictionary, found.start(2))
            at = found.end() if found[3] else found.start(2) + len(text)
            yield unescaped(found[1]), number, text


def _meant(escape: re.Match[bytes]) -> bytes:
    """What an escape of a literal string (table 3) means; a line's end nothing."""
    said = escape[1]
    return bytes([int(said, 8) & 255]) if said.isdigit() else _ESCAPES.get(said, b"" if said in b"\r\n" else said)


def _objects(data: bytes) -> Iterator[tuple[int, bytes, slice, bool]]:
    """The number of each object of a PDF, its text, where its stream is, and whether no other may begin in it.

    Each is looked for behind the end of the one before, so that no byte is looked at twice.
    """
    at = data.find(b"obj")
    while at >= 0:
        found = _NUMBERED.search(data[max(at - 20, 0) : at])
        at += len(b"obj")
        if found:
            end = _END.search(data, at)
            text = data[at : end.start() if end else None]
            at = end.end() if end else len(data)
            inside, is_whole = slice(0), bool(end) and not _BEGINS.search(text)
            if end and end[0] != b"endobj":
                inside, is_told = _stream(data, text, at)
                is_whole &= is_told or data.find(b"endobj", inside.start, inside.stop) < 0
                at = inside.stop
            yield int(found[1]), text, inside, is_whole
        at = data.find(b"obj", at)


def _stream(data: bytes, text: bytes, start: int) -> tuple[slice, bool]:
    """Where a stream that begins at ``start`` is, and whether its end is where its object's text says."""
    length = _LENGTH.search(text)
    end = start + int(length[1]) if length else -1
    is_told = data[max(end, 0) : max(end, 0) + 20].lstrip().startswith(b"endstream")
    if not is_told:
        end = data.find(b"endstream", start)
    return slice(start, end if end >= 0 else len(data)), is_told


def _balanced(text: bytes, start: int) -> bytes:
    """A dictionary that begins at a place of a text, up to its own end."""
    depth = 0
    for found in _BRACKETS.finditer(text, start):
        depth += 1 if found[0] == b"<<" else -1
        if not depth:
            return text[start : found.end()]
    return text[start:]


def unescaped(name: bytes) -> bytes:
    """A name (7.3.5) without its escapes."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name)


def _unpacked(name: bytes, packed: bytes, early: bool = True) -> bytes | None:
    """What a filter (7.4) unpacks; of what is broken, what comes before the break."""
    if name in (b"LZW", b"LZWDecode"):
        return _of_lzw(packed, early)
    if name in (b"RL", b"RunLengthDecode"):
        return _of_runs(packed)
    try:
        if name in (b"Fl", b"FlateDecode"):
            return zlib.decompressobj().decompress(packed, MOST_UNPACKED)
        if name in (b"A85", b"ASCII85Decode"):
            return base64.a85decode(packed.strip().removeprefix(b"<~").split(b"~")[0])
        if name in (b"AHx", b"ASCIIHexDecode"):
            return binascii.unhexlify(re.sub(rb"\s", b"", packed.split(b">")[0]))
    except (ValueError, zlib.error):
        pass
    return None


def _of_lzw(packed: bytes, early: bool) -> bytes:
    """What LZW (7.4.4) packed: codes of nine to twelve bits, which grow ``early`` by one code."""
    table: list[bytes] = []
    pieces: list[bytes] = []
    before, held, bits, width, room = b"", 0, 0, 9, MOST_UNPACKED
    for byte in packed:
        held, bits = (held << 8 | byte) & 0xFFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & (1 << width) - 1
        if code == _CLEAR:
            table, before, width = [*_ALONE], b"", 9
            continue
        table = table or [*_ALONE]
        if code == _LAST or code > len(table) or code == len(table) and not before or room < 0:
            break
        piece = table[code] if code < len(table) else before + before[:1]
        pieces.append(piece)
        room -= len(piece)
        if before and len(table) < 4096:
            table.append(before + piece[:1])
        before = piece
        width = min(12, max(9, (len(table) + early).bit_length()))
    return b"".join(pieces)


_CLEAR, _LAST = 256, 257
_ALONE = (*(bytes([byte]) for byte in range(256)), b"", b"")


def _of_runs(packed: bytes) -> bytes:
    """What runs of bytes (7.4.5) stand for: so many bytes as they are, or one of them many times."""
    made = bytearray()
    at = 0
    while at < len(packed) and (count := packed[at]) != 128 and len(made) < MOST_UNPACKED:
        if count < 128:
            made += packed[at + 1 : at + count + 2]
            at += count + 2
        else:
            made += packed[at + 1 : at + 2] * (257 - count)
            at += 2
    return bytes(made)
