"""How much a PDF's pages draw, before pdfium draws it all: a form (ISO 32000-2, 8.10) may call others many times over.

Thirty forms that each call the next twice are two kilobytes, and a thousand million of them for who follows the calls.
The file's bytes tell it: what a content stream draws itself, and how often it calls which form, tiling pattern (8.7.3),
soft mask (11.6.5.2) or glyph of a Type 3 font (9.6.4).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from converter.readers.pdf.objects import NUMBER, REFERENCE, Objects, unescaped

MOST_DRAWN = 300_000
"""What a page draws at most, forms in forms counted: texts, paths, pictures; a map in a newspaper has 50,000."""

BYTES = 80
"""Bytes of a content stream that count as one thing drawn, whatever they draw: a path may have a million corners. What
is not unpacked of one comes behind the last that may be drawn.
"""

DEEPEST = 40
"""Forms in forms that pdfium follows."""

MOST_TILES = 30_000_000
"""Times that a tiling pattern repeats on a page at most: as hatching of a third of a point over a broadsheet does."""

MOST_CALCULATED = 20_000
"""Bytes of a function that a program of PostScript is (7.10.5), which a shading asks for each pixel."""

_BROADSHEET = 1700 * 1200  # square points
_PAINTS = re.compile(rb"[\s\])>](?:[fFsSbB]\*?|T[jJ]|['\"]|Do|sh|EI)(?=[\s/\[(<]|$)")
_CALL = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+(?:[-+.\d]+\s+)?(Do|scn|SCN|gs|Tf)\b")
_CALLED = {b"Do": b"XObject", b"scn": b"Pattern", b"SCN": b"Pattern", b"gs": b"ExtGState", b"Tf": b"Font"}
"""Which of the resources an operator names."""
_OFTEN = {b"Pattern": 100, b"ExtGState": 100, b"Font": 1000}
"""How often at least what is called is drawn: for each thing that a pattern fills or a mask is over, each character."""
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_TILES = re.compile(rb"/PatternType\s+1\b")
_CALCULATES = re.compile(rb"/FunctionType\s+4\b")
_MATRIX = re.compile(rb"/Matrix\s*\[([^\]]*)\]")
_TYPE_3 = re.compile(rb"/Subtype\s*/Type3\b")
_GROUP = re.compile(rb"/G\s+(\d+)\s+\d+\s+R\b")


def is_too_much(file: Objects) -> bool:
    """Whether a page of a PDF draws more than ``MOST_DRAWN``."""
    if any(_is_endless(file, number) for number in file):
        return True
    drawings: list[_Drawing] = []
    for drawing in _drawings(file):
        if drawing.own > MOST_DRAWN:
            return True
        drawings.append(drawing)
    return max(_amounts(drawings), default=0) > MOST_DRAWN


def _is_endless(file: Objects, number: int) -> bool:
    """Whether an object is a pattern in too many tiles, or a function that calculates too much."""
    text = file.text(number)
    if _CALCULATES.search(text):
        return len(file.content(number) or b"") > MOST_CALCULATED
    if not _TILES.search(text):
        return False
    matrix = _MATRIX.search(text)
    said = [float(one) for one in re.findall(NUMBER, matrix[1])] if matrix else []
    a, b, c, d = said[:4] if len(said) > 3 else (1, 0, 0, 1)
    across, down = (file.number(text, key) for key in (b"XStep", b"YStep"))
    return abs(across * down) * math.hypot(a, b) * math.hypot(c, d) * MOST_TILES < _BROADSHEET


Stream = tuple[int, bytes]
"""The number of a content stream, and the text of what names its resources: its own, or a font's."""
Calls = dict[tuple[bytes, bytes], list[Stream]]
"""What a content stream may call, by the kind of resource and its name."""


class _Called:
    """What a PDF's content streams may call."""

    def __init__(self, file: Objects) -> None:
        self._file = file
        self._above: dict[int, Calls] = {}
        self._named: dict[bytes, Calls] = {}

    def by(self, text: bytes) -> Calls:
        """What a page or form may call: what its resources name, or those of the pages' tree above."""
        above: list[int] = []
        found: Calls = {}
        while True:
            resources = self._file.value(text, b"Resources")
            if resources is not None:
                found = self._of(resources)
                break
            parent = re.search(rb"/Parent\s+(\d{1,10})\s+\d+\s+R\b", text)
            if parent is None or (number := int(parent[1])) in self._above:
                found = self._above[number] if parent else {}
                break
            self._above[number] = {}  # which ends a tree that goes round
            above.append(number)
            text = self._file.text(number)
        self._above.update(dict.fromkeys(above, found))
        return found

    def _of(self, resources: bytes) -> Calls:
        """What resources name that draws; those of one object may be every page's, and are taken apart once."""
        if resources not in self._named:
            self._named[resources] = {
                (kind, name): streams
                for kind in dict.fromkeys(_CALLED.values())
                for name, number, text in self._file.entries(self._file.value(resources, kind) or b"")
                if (streams := self._streams_of(kind, number, text))
            }
        return self._named[resources]

    def _streams_of(self, kind: bytes, number: int, text: bytes) -> list[Stream]:
        """The content streams behind a resource of a kind; none behind a picture, or a font of outlines."""
        if kind == b"ExtGState":
            group = _GROUP.search(self._file.value(text, b"SMask") or b"")
            return [(int(group[1]), self._file.text(int(group[1])))] if group else []
        if kind == b"Font":
            glyphs = self._file.value(text, b"CharProcs") if _TYPE_3.search(text) else None
            return [(glyph, text) for _, glyph, _ in self._file.entries(glyphs or b"")]
        return [(number, text)] if number and not _PICTURE.search(text) else []


@dataclass(slots=True)
class _Drawing:
    """A content stream or several: what it draws itself, and how often it calls which of the others."""

    own: int
    calls: Counter[int] = field(default_factory=Counter)


def _drawings(file: Objects) -> Iterator[_Drawing]:
    """Those of all pages and of what they call. A call is the place in this row of what is called."""
    places: dict[Stream, int] = {}
    waiting: list[tuple[list[int], Calls]] = []
    known: dict[tuple[int, bool], tuple[int, Counter[tuple[bytes, bytes]]]] = {}
    called = _Called(file)
    for number in file:
        text = file.text(number)
        if contents := re.search(rb"/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R\b)", text):
            waiting.append((_streams(file, contents[1]), called.by(text)))
    at = 0
    while at < len(waiting):
        streams, named = waiting[at]
        at += 1
        drawing = _Drawing(0)
        calls: Counter[tuple[bytes, bytes]] = Counter()
        for number, times in Counter(streams).items():
            if (kept := (number, bool(named))) not in known:
                known[kept] = _drawn(file.content(number), named)
            own, by_name = known[kept]
            drawing.own += times * own
            for call, count in by_name.items():
                calls[call] += times * count
        for call, times in calls.items():
            for stream in named.get(call, ()):
                inherited = named if b"/Resources" not in stream[1] else called.by(stream[1])
                if call[0] == b"Font" and not any(kind != b"Font" for kind, _ in inherited):
                    continue  # of outlines alone: a font has thousands of them
                if stream not in places:
                    places[stream] = len(waiting)
                    waiting.append(([stream[0]], inherited))
                drawing.calls[places[stream]] += max(times, _OFTEN.get(call[0], 1))
        yield drawing


def _streams(file: Objects, contents: bytes) -> list[int]:
    """The numbers of a page's content streams; a reference may lead to the list of them."""
    numbers = [int(number) for number in REFERENCE.findall(contents)]
    if len(numbers) == 1 and (listed := file.text(numbers[0]).strip()).startswith(b"["):
        return [int(number) for number in REFERENCE.findall(listed)]
    return numbers


def _drawn(content: bytes | None, named: Calls) -> tuple[int, Counter[tuple[bytes, bytes]]]:
    """How much a content stream draws, and what it calls; all that it may, once, where it cannot be read."""
    if content is None:
        return 0, Counter(named.keys())
    amount = len(content) // BYTES
    amount += sum(1 for _ in islice(_PAINTS.finditer(content), MOST_DRAWN + 1)) if amount <= MOST_DRAWN else 0
    calls = islice(_CALL.finditer(content), MOST_DRAWN) if named else ()
    return amount, Counter((_CALLED[found[2]], unescaped(found[1])) for found in calls)


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
