"""How much a PDF's pages draw, before pdfium draws it all: a form (ISO 32000-2, 8.10) may call others many times over.

Thirty forms that each call the next twice are two kilobytes, and a thousand million of them for who follows the calls.
The file's bytes tell it: what a content stream draws itself, and how often it calls which form, tiling pattern (8.7.3),
soft mask (11.6.5.2) or glyph of a Type 3 font (9.6.4).
"""

from __future__ import annotations

import base64
import binascii
import math
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

MOST_DRAWN = 300_000
"""What a page draws at most, forms in forms counted: texts, paths, pictures; a map in a newspaper has 50,000."""

BYTES = 80
"""Bytes of a content stream that count as one thing drawn, whatever they draw: a path may have a million corners."""

DEEPEST = 40
"""Forms in forms that pdfium follows."""

MOST_UNPACKED = BYTES * (MOST_DRAWN + 1)
"""Bytes of a stream that are unpacked: more draw too much, whatever they are."""

MOST_HELD = 64_000_000
"""Bytes of objects that streams hold."""

MOST_TILES = 30_000_000
"""Times that a tiling pattern repeats on a page at most: as hatching of a third of a point over a broadsheet does."""

MOST_CALCULATED = 20_000
"""Bytes of a function that a program of PostScript is (7.10.5), which a shading asks for each pixel."""

_BROADSHEET = 1700 * 1200  # square points
_NUMBERED = re.compile(rb"(\d{1,10})\s+\d{1,5}\s$")
_BEGINS = re.compile(rb"\d\s+\d{1,5}\s+obj\b")
_END = re.compile(rb"\bendobj\b|\bstream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})(?!\d|\s+\d+\s+R)")
_PAINTS = re.compile(rb"[\s\])>](?:[fFsSbB]\*?|T[jJ]|['\"]|Do|sh|EI)(?=[\s/\[(<]|$)")
_CALL = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+(?:[-+.\d]+\s+)?(Do|scn|SCN|gs|Tf)\b")
_CALLED = {b"Do": b"XObject", b"scn": b"Pattern", b"SCN": b"Pattern", b"gs": b"ExtGState", b"Tf": b"Font"}
"""Which of the resources an operator names."""
_OFTEN = {b"Pattern": 100, b"ExtGState": 100, b"Font": 1000}
"""How often at least what is called is drawn: for each thing that a pattern fills or a mask is over, each character."""
_ENTRY = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s*(?:(<<)|(?<=\s)(\d+)\s+\d+\s+R\b)")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R\b")
_BRACKETS = re.compile(rb"<<|>>")
_FILTER = re.compile(rb"/(Fl|FlateDecode|A85|ASCII85Decode|AHx|ASCIIHexDecode|LZW|LZWDecode|RL|RunLengthDecode)\b")
_ENCRYPTED = re.compile(rb"/(?:E|#45)(?:n|#6[Ee])(?:c|#63)(?:r|#72)(?:y|#79)(?:p|#70)(?:t|#74)")
_EARLY = re.compile(rb"/EarlyChange\s+0")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_TILES = re.compile(rb"/PatternType\s+1\b")
_CALCULATES = re.compile(rb"/FunctionType\s+4\b")
_MATRIX = re.compile(rb"/Matrix\s*\[([^\]]*)\]")
_NUMBER = rb"[-+]?(?:\d+\.?\d*|\.\d+)"
_TYPE_3 = re.compile(rb"/Subtype\s*/Type3\b")
_GROUP = re.compile(rb"/G\s+(\d+)\s+\d+\s+R\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def is_too_much(data: bytes, plain: Callable[[], bytes]) -> bool:
    """Whether a page of a PDF draws more than ``MOST_DRAWN``.

    ``plain`` gives the same file without encryption, and with each object once: it is asked where one of both is there.
    """
    file = _File(data)
    if _ENCRYPTED.search(data) or file.is_changed:
        file = _File(plain())
    if any(_is_endless(file, number) for number in file):
        return True
    drawings: list[_Drawing] = []
    for drawing in _drawings(file):
        if drawing.own > MOST_DRAWN:
            return True
        drawings.append(drawing)
    return max(_amounts(drawings), default=0) > MOST_DRAWN


def _is_endless(file: _File, number: int) -> bool:
    """Whether an object is a pattern in too many tiles, or a function that calculates too much."""
    text = file.text(number)
    if _CALCULATES.search(text):
        return len(file.content(number) or b"") > MOST_CALCULATED
    if not _TILES.search(text):
        return False
    matrix = _MATRIX.search(text)
    said = [float(one) for one in re.findall(_NUMBER, matrix[1])] if matrix else []
    a, b, c, d = said[:4] if len(said) > 3 else (1, 0, 0, 1)
    across, down = (file.number(text, key) for key in (b"XStep", b"YStep"))
    return abs(across * down) * math.hypot(a, b) * math.hypot(c, d) * MOST_TILES < _BROADSHEET


Stream = tuple[int, bytes]
"""The number of a content stream, and the text of what names its resources: its own, or a font's."""
Calls = dict[tuple[bytes, bytes], list[Stream]]
"""What a content stream may call, by the kind of resource and its name."""


class _File:
    """The objects of a PDF by their numbers: their texts up to their ends or streams, and where the streams are."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._texts: dict[int, bytes] = {}
        self._streams: dict[int, slice] = {}
        self._callable: dict[int, Calls] = {}
        self._named: dict[bytes, Calls] = {}
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
        text = _name(self.text(number))
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
        found = re.search(rb"/" + key + rb"\s*(" + _NUMBER + rb")(?:(?<=\d)(\s+\d+\s+R)\b)?", text)
        if found and found[2]:
            found = re.match(rb"\s*(" + _NUMBER + rb")", self.text(int(min(float(found[1]), 1e9))))
        return float(found[1]) if found else 0.0

    def callable(self, text: bytes) -> Calls:
        """What a page or form may call: what its resources name, or those of the pages' tree above."""
        above: list[int] = []
        found: Calls = {}
        while True:
            resources = self.value(text, b"Resources")
            if resources is not None:
                found = self._of(resources)
                break
            parent = re.search(rb"/Parent\s+(\d{1,10})\s+\d+\s+R\b", text)
            if parent is None or (number := int(parent[1])) in self._callable:
                found = self._callable[number] if parent else {}
                break
            self._callable[number] = {}  # which ends a tree that goes round
            above.append(number)
            text = self.text(number)
        self._callable.update(dict.fromkeys(above, found))
        return found

    def _of(self, resources: bytes) -> Calls:
        """What resources name that draws; those of one object may be every page's, and are taken apart once."""
        if resources not in self._named:
            self._named[resources] = {
                (kind, name): streams
                for kind in dict.fromkeys(_CALLED.values())
                for name, number, text in self._entries(self.value(resources, kind) or b"")
                if (streams := self._streams_of(kind, number, text))
            }
        return self._named[resources]

    def _entries(self, dictionary: bytes) -> Iterator[tuple[bytes, int, bytes]]:
        """The names in a dictionary; of each the number of the object, 0 where it stands there itself, and its text."""
        at = len(b"<<")
        while found := _ENTRY.search(dictionary, at):
            number = int(found[3] or 0)
            text = self.text(number) if found[3] else _balanced(dictionary, found.start(2))
            at = found.end() if found[3] else found.start(2) + len(text)
            yield _name(found[1]), number, text

    def _streams_of(self, kind: bytes, number: int, text: bytes) -> list[Stream]:
        """The content streams behind a resource of a kind; none behind a picture, or a font of outlines."""
        if kind == b"ExtGState":
            group = _GROUP.search(self.value(text, b"SMask") or b"")
            return [(int(group[1]), self.text(int(group[1])))] if group else []
        if kind == b"Font":
            glyphs = self.value(text, b"CharProcs") if _TYPE_3.search(text) else None
            return [(glyph, text) for _, glyph, _ in self._entries(glyphs or b"")]
        return [(number, text)] if number and not _PICTURE.search(text) else []


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


def _name(name: bytes) -> bytes:
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


@dataclass(slots=True)
class _Drawing:
    """A content stream or several: what it draws itself, and how often it calls which of the others."""

    own: int
    calls: Counter[int] = field(default_factory=Counter)


def _drawings(file: _File) -> Iterator[_Drawing]:
    """Those of all pages and of what they call. A call is the place in this row of what is called."""
    places: dict[Stream, int] = {}
    waiting: list[tuple[list[int], Calls]] = []
    known: dict[int, tuple[int, Counter[tuple[bytes, bytes]]]] = {}
    for number in file:
        text = file.text(number)
        if contents := re.search(rb"/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R\b)", text):
            waiting.append((_streams(file, contents[1]), file.callable(text)))
    at = 0
    while at < len(waiting):
        streams, named = waiting[at]
        at += 1
        drawing = _Drawing(0)
        calls: Counter[tuple[bytes, bytes]] = Counter()
        for number, times in Counter(streams).items():
            if number not in known:
                known[number] = _drawn(file.content(number), named)
            drawing.own += times * known[number][0]
            for call, count in known[number][1].items():
                calls[call] += times * count
        for call, times in calls.items():
            for stream in named.get(call, ()):
                inherited = named if b"/Resources" not in stream[1] else file.callable(stream[1])
                if call[0] == b"Font" and not any(kind != b"Font" for kind, _ in inherited):
                    continue  # of outlines alone: a font has thousands of them
                if stream not in places:
                    places[stream] = len(waiting)
                    waiting.append(([stream[0]], inherited))
                drawing.calls[places[stream]] += max(times, _OFTEN.get(call[0], 1))
        yield drawing


def _streams(file: _File, contents: bytes) -> list[int]:
    """The numbers of a page's content streams; a reference may lead to the list of them."""
    numbers = [int(number) for number in _REFERENCE.findall(contents)]
    if len(numbers) == 1 and (listed := file.text(numbers[0]).strip()).startswith(b"["):
        return [int(number) for number in _REFERENCE.findall(listed)]
    return numbers


def _drawn(content: bytes | None, named: Calls) -> tuple[int, Counter[tuple[bytes, bytes]]]:
    """How much a content stream draws, and what it calls; all that it may, once, where it cannot be read."""
    if content is None:
        return 0, Counter(named.keys())
    amount = len(content) // BYTES
    amount += sum(1 for _ in islice(_PAINTS.finditer(content), MOST_DRAWN + 1)) if amount <= MOST_DRAWN else 0
    calls = islice(_CALL.finditer(content), MOST_DRAWN) if named else ()
    return amount, Counter((_CALLED[found[2]], _name(found[1])) for found in calls)


def _amounts(drawings: list[_Drawing]) -> list[int]:
    """How much each draws, with what it calls, to the depth that pdfium follows."""
    amounts = [drawing.own for drawing in drawings]
    for _ in range(DEEPEST):
        more = [
            min(one.own + sum(times * amounts[place] for place, times in one.calls.items()), MOST_DRAWN + 1)
            for one in drawings
        ]
        if more == amounts:
            break
        amounts = more
    return amounts
