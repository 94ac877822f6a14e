"""The characters of a PDF's pages, and its pages as pictures: with ``looks``, ``clips`` and ``shapes`` the one
place of pdfium.

Positions are made of a glyph's origin and the size of its type (ISO 32000-2, 9.4.4), never of a font's own boxes, which
differ from face to face and are missing from Type 3 fonts.
"""

from __future__ import annotations

import ctypes
import io
import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from converter.errors import UnreadableInput
from converter.layout import Glyph, Surface
from converter.model import Box
from converter.readers.leaves import detail
from converter.readers.pdf.layers import without
from converter.readers.pdf.looks import Look, Looks
from converter.readers.pdf.png import png
from converter.readers.pdf.shapes import MOST_LAYERS, MOST_PICTURES, shapes_of
from converter.readers.pdf.typed_over import typed_over

MOST_GLYPHS = 100_000
"""Characters of a page that are read: a broadsheet's page has twenty thousand."""

AT_ONCE = 32
"""Pages that are read before the document is opened anew: until it is closed, pdfium keeps their fonts and contents."""

SMALLEST = 3.0
"""Points that a page is wide and high at least, as a form of PDF has it (ISO 32000-1, C.2)."""

ASCENT = 0.88  # of an em box above the baseline, as the ideographic em box of CJK fonts has it
_HEAP, _LAYERS = 12.0, 4.0
"""How much type a place of two ems each way may hold, in em boxes, and the page, as often as it has room for.

Text set solid comes to four and once; a file that is made to be slow has a hundred thousand characters in a heap.
"""

_CLIPPED = 0.1  # ems that a character's middle lies outside of what is let be seen at least that is hidden
_TIMES = 4  # how often pale words stand on a page at least that are a watermark
_GREYS = bytes(round(grey / 17) * 17 for grey in range(256))
"""Each grey as the nearest of 16, which are enough to read a page by, in half the bytes."""


@dataclass(slots=True)
class Left:
    """What of a page's text was left out, and how many characters of it."""

    counts: Counter[str] = field(default_factory=Counter)
    folded: int = 0
    """How many were codes of radicals or of what was kept for old encodings, and are read as what these stand for."""


@dataclass(slots=True)
class _Seen:
    """A character with what decides whether it is read."""

    glyph: Glyph
    turn: int
    pale: bool
    white: bool
    hidden: bool
    clipped: bool
    slanted: bool


class Pages:
    """An open PDF. Raises ``UnreadableInput`` where it cannot be opened, with what would help."""

    hidden: frozenset[bytes] = frozenset()
    """The names of layers that are not shown."""

    def __init__(self, data: bytes) -> None:
        self._data, self._given = data, 0
        self._document = self._opened()

    def _opened(self) -> Any:
        try:
            return pdfium.PdfDocument(self._data)
        except pdfium.PdfiumError as error:
            raise UnreadableInput(_sentence(str(error))) from None

    def __len__(self) -> int:
        return len(self._document)

    def about(self, key: str) -> str:
        """What the document says of itself under a ``key``: ``Title``, ``Author``."""
        value: str = self._document.get_metadata_value(key)
        return "".join(char for char in value if char.isprintable()).strip()

    def page(self, number: int) -> Page | None:
        """A page, numbered from 0, to be used before the next one is asked for; None where it is broken, or has no
        size."""
        if self._given == AT_ONCE:
            self.close()
            self._document, self._given = self._opened(), 0
        self._given += 1
        try:
            page = Page(self._document[number], self.hidden)
        except pdfium.PdfiumError:
            return None
        return page if min(page.size) >= SMALLEST else None

    def plain(self) -> bytes:
        """The file as pdfium understands it, written anew and not encrypted."""
        file = io.BytesIO()
        try:
            self._document.save(file, flags=raw.FPDF_REMOVE_SECURITY)
        except pdfium.PdfiumError:
            raise UnreadableInput(_sentence("")) from None
        return file.getvalue()

    def close(self) -> None:
        """Give back what pdfium holds, to the system too where that is Linux: fonts leave tens of megabytes free."""
        self._document.close()
        with suppress(AttributeError, OSError, TypeError):
            ctypes.CDLL(None).malloc_trim(0)


def _sentence(error: str) -> str:
    """What to say of pdfium's error."""
    if "assword" in error or "ecurity" in error:
        return "the PDF is encrypted: open it with its password and save it without one"
    return "the PDF is damaged or cut short: look for a better copy, or save it anew in a PDF viewer"


class Page:
    """A page of an open PDF, seen as a viewer shows it: turned by its /Rotate, its crop box's corner at 0, 0."""

    def __init__(self, page: Any, hidden: frozenset[bytes] = frozenset()) -> None:
        self._page = page
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self._quarter = page.get_rotation() // 90 % 4
        self._more = 0  # quarters that the page has to be turned further, for its text to stand upright
        self._text: Any = None
        self.left = Left()
        if hidden:
            self.left.counts["character(s) in layers that are hidden"] += without(page, hidden)
        self.may_be_drawn = True
        """Whether its picture takes bounded time, as ``surface`` finds it."""

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in points."""
        across, down = self._right - self._left, self._top - self._bottom
        return (down, across) if (self._quarter + self._more) % 2 else (across, down)

    def surface(self) -> Surface:
        """All that lies on it."""
        seen, self._more = self._turned(list(self._characters()))
        self._as_read(seen)
        shapes = shapes_of(self._page, self._place, self.size)
        glyphs = self._kept(seen, shapes.dark + shapes.pictures)
        width, height = self.size
        self.may_be_drawn = shapes.layers <= MOST_LAYERS
        shown = shapes.pictures[:MOST_PICTURES] if self.may_be_drawn else []
        self.left.counts["picture(s) of a page that has too many"] += len(shapes.pictures) - len(shown)
        self.left.counts["character(s) typed over the page, in notes and form fields"] += typed_over(self._page)
        return Surface(width, height, glyphs, [], shapes.rules, shapes.frames, shown)

    def close(self) -> None:
        """Give back what pdfium holds."""
        if self._text is not None:
            self._text.close()
        self._page.close()

    def picture(self, box: Box) -> bytes:
        """What of the page lies in a box, as a PNG of two pixels a point, or fewer where it is very large."""
        width, height = self.size
        edges = (box.left, height - box.bottom, width - box.right, box.top)
        crop = tuple(max(0.0, edge) for edge in edges)
        bitmap = self._drawn(detail(box), crop=crop, rev_byteorder=True)
        made = png(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)
        bitmap.close()
        return made

    def whole(self, pixels: int) -> bytes:
        """The page in 16 greys, as a PNG of about so many pixels at most."""
        width, height = self.size
        scale = min(2.0, math.sqrt(pixels / (width * height)))
        bitmap = self._drawn(scale, grayscale=True)
        made = png(bytes(bitmap.buffer).translate(_GREYS), bitmap.width, bitmap.height, bitmap.stride, 1)
        bitmap.close()
        return made

    def pixels(self, most: int, finest: float, grey: bool = True) -> tuple[bytes, str, int, int, int, float]:
        """The page in rows of about so many pixels at most, the ``finest`` number of them a point: their bytes, what
        these are (``L`` or ``RGB``), width, height, bytes a row, and points a pixel."""
        width, height = self.size
        scale = min(finest, math.sqrt(most / (width * height)))
        bitmap = self._drawn(scale, grayscale=grey, rev_byteorder=True)
        made = bytes(bitmap.buffer), bitmap.mode, bitmap.width, bitmap.height, bitmap.stride, 1 / scale
        bitmap.close()
        return made

    def _drawn(self, scale: float, **how: Any) -> Any:
        """The page drawn, upright; without what was laid over it, of which nobody knows how much there is to draw."""
        return self._page.render(scale=scale, rotation=self._more * 90, may_draw_forms=False, draw_annots=False, **how)

    def draws(self) -> bool:
        """Whether anything is drawn on it that can be drawn."""
        return self.may_be_drawn and any(True for _ in self._page.get_objects(max_depth=1))

    # characters

    def _characters(self) -> Iterator[_Seen]:
        self._text = self._page.get_textpage()  # the object has to live as long as what it gave is used
        text = self._text.raw
        count = raw.FPDFText_CountChars(text)
        if count > MOST_GLYPHS:
            more = sum(raw.FPDFText_IsGenerated(text, n) != 1 for n in range(MOST_GLYPHS, count))
            self.left.counts["character(s) of a page that has too many"] += more
        looks = Looks(self._page.raw, text)
        matrix = raw.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        last: tuple[float, float, _Seen] | None = None
        for index in range(min(count, MOST_GLYPHS)):
            if raw.FPDFText_IsGenerated(text, index) == 1:
                continue
            code = raw.FPDFText_GetUnicode(text, index)
            raw.FPDFText_GetMatrix(text, index, matrix)
            points = raw.FPDFText_GetFontSize(text, index)
            size = points * math.hypot(matrix.c, matrix.d)
            if size < 1 or size > 2000:
                self.left.counts["character(s) too small or too large to be seen"] += code > 32
                continue
            char = _char(code)
            if not char:
                self.left.counts["character(s) whose font does not tell what they are"] += code != 32 and code > 2
                continue
            self.left.folded += _is_folded(code)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            em = points * math.hypot(matrix.a, matrix.b)
            if last and last[:2] == (x.value, y.value) and looks.is_one_object(index):
                last[2].glyph.text += char  # a ligature's next character
                continue
            advance = em if _is_wide(char) else self._advance(char, em, index, matrix)
            seen = self._seen(char, (x.value, y.value), size, advance, _quarters(matrix.a, matrix.b), looks.of(index))
            last = x.value, y.value, seen
            yield seen

    def _advance(self, char: str, em: float, index: int, matrix: Any) -> float:
        """How far the next character is, as the font says."""
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self._text.raw, index, box)
        across = abs(box.right - box.left) if abs(matrix.a) >= abs(matrix.b) else abs(box.top - box.bottom)
        return float(min(max(across, 0.2 * em), 2 * em if char in "—…" or len(char) > 1 else em))

    def _seen(
        self, char: str, origin: tuple[float, float], size: float, advance: float, quarters: float, look: Look
    ) -> _Seen:
        turn = round(quarters)
        along, across = _DIRECTIONS[turn % 4]
        up, down = size * ASCENT, size * (ASCENT - 1)
        head = origin[0] - up * across, origin[1] + up * along
        foot = origin[0] + advance * along - down * across, origin[1] + advance * across + down * along
        clipped = look.clip.hides((head[0] + foot[0]) / 2, (head[1] + foot[1]) / 2, _CLIPPED * size)
        one, other = self._place(*head), self._place(*foot)
        left, right = (one[0], other[0]) if one[0] < other[0] else (other[0], one[0])
        top, bottom = (one[1], other[1]) if one[1] < other[1] else (other[1], one[1])
        glyph = Glyph(char, left, top, right, bottom, size, look.bold, look.face)
        turned = (turn - self._quarter) % 4
        return _Seen(glyph, turned, look.pale, look.white, look.hidden, clipped, abs(quarters - turn) > 0.05)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page's own space is on the page as it is seen."""
        x, y = x - self._left, y - self._bottom
        width, height = self._right - self._left, self._top - self._bottom
        quarter = (self._quarter + self._more) % 4
        return ((x, height - y), (y, x), (width - x, y), (height - y, width - x))[quarter]

    def _turned(self, seen: list[_Seen]) -> tuple[list[_Seen], int]:
        """The characters of a page whose text stands sideways, turned so that it stands upright."""
        turns = Counter(one.turn for one in seen if not one.slanted)
        if not turns or turns[most := max(turns, key=lambda turn: turns[turn])] * 10 < 6 * len(seen):
            return seen, 0
        for one in seen:
            for _ in range(most):
                self._quarter_turn(one.glyph, most, _)
            one.turn = (one.turn - most) % 4
        return seen, most

    def _as_read(self, seen: list[_Seen]) -> None:
        """Set lines that run up the page, or stand on their heads, the other way round in their place: so they run
        down, each to the left of the one before, or across."""
        for turn, run in groupby(seen, key=lambda one: -1 if one.slanted else one.turn):
            if turn in (1, 2):
                glyphs = [one.glyph for one in run]
                across = min(g.left for g in glyphs) + max(g.right for g in glyphs)
                down = min(g.top for g in glyphs) + max(g.bottom for g in glyphs)
                for g in glyphs:
                    g.left, g.right = across - g.right, across - g.left
                    g.top, g.bottom = down - g.bottom, down - g.top

    def _quarter_turn(self, glyph: Glyph, most: int, done: int) -> None:
        """Turn a glyph clockwise once more, text that ran up the page to run to the right."""
        across, down = self._right - self._left, self._top - self._bottom
        height = (across, down)[(self._quarter + done + 1) % 2]
        glyph.left, glyph.top, glyph.right, glyph.bottom = (
            height - glyph.bottom,
            glyph.left,
            height - glyph.top,
            glyph.right,
        )

    def _kept(self, seen: list[_Seen], fields: list[Box]) -> list[Glyph]:
        """The characters that a reader of the page sees, each once. White ones are seen on dark ``fields``."""
        visible = sum(not one.hidden for one in seen)
        scanned = visible * 10 < len(seen)  # an invisible layer over a scan is the page's text
        sizes = Counter(round(one.glyph.size, 1) for one in seen if not one.slanted)
        body = max(sizes, key=lambda size: sizes[size], default=10.0)
        repeated = _repeated(seen)
        kept: list[Glyph] = []
        drawn: dict[tuple[str, int, int], list[Glyph]] = {}
        heaps: dict[tuple[float, float, int], float] = defaultdict(float)
        room = _LAYERS * self.size[0] * self.size[1]
        for one in seen:
            glyph = one.glyph
            place = glyph.left // (2 * glyph.size), glyph.top // (2 * glyph.size), round(glyph.size)
            area = (glyph.right - glyph.left) * (glyph.bottom - glyph.top)
            fault = "that are a watermark's" if id(one) in repeated else self._fault(one, fields, body, scanned)
            if fault:
                self.left.counts[f"character(s) {fault}"] += not glyph.text.isspace()
            elif room < 0 or heaps[place] > _HEAP * glyph.size**2:
                self.left.counts["character(s) drawn over many others"] += not glyph.text.isspace()
            elif not _is_twice(drawn, glyph):
                heaps[place] += area
                room -= area
                kept.append(glyph)
        return kept

    def _fault(self, one: _Seen, fields: list[Box], body: float, scanned: bool) -> str | None:
        """Why a character is no text of the page that is seen; None where it is."""
        glyph, (width, height) = one.glyph, self.size
        middle = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        if not _holds(Box(-1, -1, width + 1, height + 1), middle):
            return "outside the page"
        if one.slanted or one.pale and not one.white and glyph.size > 1.8 * body:
            return "that are a watermark's"
        if one.clipped:
            return "that a clip path hides"
        if scanned:
            return None
        if one.hidden:
            return "that are invisible"
        return "in white on white" if one.white and not any(_holds(box, middle) for box in fields) else None


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom


def _repeated(seen: list[_Seen]) -> set[int]:
    """The pale characters, by their ids, of words that are drawn several times all over a page, as watermarks are."""
    words: dict[str, list[list[_Seen]]] = defaultdict(list)
    for pale, some in groupby(seen, key=lambda one: one.pale and not one.white):
        if pale:
            for word in _words(list(some)):
                words["".join(one.glyph.text for one in word).strip()].append(word)
    return {
        id(one) for text, runs in words.items() if len(text) > 1 and len(runs) >= _TIMES for run in runs for one in run
    }


def _words(some: list[_Seen]) -> Iterator[list[_Seen]]:
    """Characters drawn one after another, in runs of those that stand beside each other."""
    word = some[:1]
    for last, one in pairwise(some):
        far = max(abs(one.glyph.left - last.glyph.left), abs(one.glyph.top - last.glyph.top))
        if far > 2 * one.glyph.size:
            yield word
            word = []
        word.append(one)
    yield word


def _is_twice(drawn: dict[tuple[str, int, int], list[Glyph]], glyph: Glyph) -> bool:
    """Whether a character was drawn before at the place, for weight or as a shadow."""
    near = 0.2 * glyph.size
    x, y = glyph.left / near / 2, glyph.top / near / 2
    column, row = math.floor(x), math.floor(y)  # of squares twice as wide, so that four hold all that is near
    for i in (column, column + (1 if x - column > 0.5 else -1)):
        for j in (row, row + (1 if y - row > 0.5 else -1)):
            for other in drawn.get((glyph.text, i, j), ()):
                if abs(other.left - glyph.left) < near and abs(other.top - glyph.top) < near:
                    return True
    drawn.setdefault((glyph.text, column, row), []).append(glyph)
    return False


@cache
def _is_wide(char: str) -> bool:
    """Whether a character takes an em, whatever the font says."""
    return unicodedata.east_asian_width(char[0]) in "WF"


@cache
def _char(code: int) -> str:
    """The character of a code, empty where it is none; forms for upright lines and radicals as what they mean."""
    if code in (0, 0xAD, 0xFFFE, 0xFFFF, 0xFFFD) or 0xD800 <= code < 0xE000:
        return ""
    char = chr(code)
    if code == 0x3000:
        return char
    if char.isspace() or unicodedata.category(char) in ("Cc", "Cf"):
        return " "
    if code == 0x2E3A:
        return "——"
    if 0x2E80 <= code < 0x2FE0 or 0xF900 <= code < 0xFB07 or 0xFE10 <= code < 0xFE50:
        return unicodedata.normalize("NFKC", char) if code not in _UPRIGHT else _UPRIGHT[code]
    return char


def _is_folded(code: int) -> bool:
    """Whether a code is one of the blocks 2E80 to 2FDF (radicals) or F900 to FAFF (compatibility ideographs), of which
    fonts that lack a map have the first, and read as another character."""
    return (0x2E80 <= code < 0x2FE0 or 0xF900 <= code < 0xFB00) and unicodedata.normalize("NFKC", chr(code)) != chr(
        code
    )


_UPRIGHT = {
    ord(form): plain
    for form, plain in zip(
        "︐︓︔︕︖︱︲︳︙﹁﹂﹃﹄︗︘︻︼︽︾︿﹀︵︶︹︺︷︸﹇﹈︰",
        "，：；！？—–_…「」『』〖〗【】《》〈〉（）〔〕｛｝［］：",
        strict=True,
    )
}
"""What the presentation forms of upright lines (Unicode, FE10 to FE48) stand for."""


_DIRECTIONS = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""How far right and up a step along a line goes, by the quarters that the line is turned."""


def _quarters(right: float, up: float) -> float:
    """By how many quarters of a circle text is turned whose lines run in a direction."""
    return math.atan2(up, right) / (math.pi / 2)
