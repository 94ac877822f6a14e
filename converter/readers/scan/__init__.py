"""Scans → ``Source``: lines that an OCR finds on pictures of pages, read as recognised pages of archives are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from converter.errors import MissingExtra
from converter.installed import to_install
from converter.layout.surface import BLANK, HANGING, OPENING
from converter.model import Box, Sheet, Source
from converter.press.marks import is_han
from converter.readers.recognised import source_of
from converter.readers.recognised.regions import Region, Scan, strip_of

if TYPE_CHECKING:
    from converter.layout import Strip
    from converter.readers.scan.engine import Char, Recogniser, Seen
    from converter.readers.scan.pictures import Picture, Rows

PACKAGES = ("rapidocr>=3.10,<4", "onnxruntime>=1.20")
"""What the extra ``ocr`` has to have installed."""

APART, FEWEST = 0.6, 4
"""How many ems further than others of their line two characters are from each other at least that have a blank between
them; and distances of a line at least that tell it."""

SURE = 0.5
"""How sure the recogniser has to be of a line on the average: what is less sure is mostly no text."""


def read_scan(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a picture of a page, or of a TIFF's pages. ``encoding`` means nothing.

    Raises ``UnreadableInput`` where it is broken, too large, or has no text, ``MissingExtra`` without RapidOCR.
    """
    left: Counter[str] = Counter()
    recogniser()
    from converter.readers.scan.pictures import pages_of

    scans = (scan_of(picture, left) for picture in pages_of(data))
    return source_of(scans, left, missing="no text was found in the picture: scan the page anew, larger or sharper")


def scan_of_rows(rows: Rows, coloured: Callable[[], Rows], left: Counter[str]) -> Scan:
    """What a page holds that was drawn in greys; its pictures are cropped from the rows that ``coloured`` draws.

    Raises ``MissingExtra`` without RapidOCR.
    """
    recogniser()
    from converter.readers.scan.pictures import cropped, of_rows

    page = of_rows(rows)
    shown = cache(lambda: of_rows(coloured(), page.angle))
    return replace(scan_of(page, left), crop=lambda box, turned=0: cropped(shown(), box, turned))


def scan_of(picture: Picture, left: Counter[str]) -> Scan:
    """What a page holds, in points; ``left`` counts the characters that were left out, by cause."""
    from converter.readers.scan.marks import with_marks
    from converter.readers.scan.pictures import cropped
    from converter.readers.scan.rules import drawn_on

    seen = recogniser().lines(picture.pixels)
    read = with_marks(seen)
    height, width = picture.pixels.shape[:2]
    strips = []
    for line, chars in zip(seen, read, strict=True):
        if sum(char.sure for char in line.chars) < SURE * len(line.chars):
            left["lines that the recogniser is not sure of"] += len(line.chars)
        else:
            strips.append(_strip(line._replace(chars=chars), picture.scale))
    size = width * picture.scale, height * picture.scale
    if not strips:
        return Scan(*size, [])
    _widen(strips)
    em = _usual(strips, lambda strip: strip.size)
    drawn = drawn_on(picture.pixels, picture.scale, em, [strip.box for strip in strips])
    return Scan(*size, [Region(strips)], drawn.pictures, drawn.rules, drawn.frames, crop=partial(cropped, picture))


def _strip(line: Seen, scale: float) -> Strip:
    text = _spaced(line.chars, line.upright)
    box = Box(*(round(edge * scale, 2) for edge in (line.box.left, line.box.top, line.box.right, line.box.bottom)))
    size = _size(text, box, line.upright)
    box = _whole(text, box, line.upright, size)
    return strip_of(text, box, [(char.sure, 1) for char in line.chars], size=size)


def _spaced(chars: Sequence[Char], upright: bool) -> str:
    """The text of a line, with a full-width blank where the recogniser left one out: where characters, of which one is
    Han and none a mark, stand further apart than those of the line do."""
    pairs = [*pairwise(chars)]
    steps = [other.place - one.place for one, other in pairs]
    usual = [(_ems(one.text, upright) + _ems(other.text, upright)) / 2 for one, other in pairs]
    em = median([step / ems for step, ems in zip(steps, usual, strict=True)]) if len(steps) >= FEWEST else 9e9
    text = chars[0].text
    for step, ems, (one, other) in zip(steps, usual, pairs, strict=True):
        apart = step > (ems + APART) * em and one.text.isalnum() and other.text.isalnum()
        text += (BLANK if apart and (is_han(one.text) or is_han(other.text)) else "") + other.text
    return text


def _ems(text: str, upright: bool) -> float:
    """How long text is: figures are half as wide as Chinese characters, but as high one below another."""
    return sum(0.5 if char.isascii() and not upright else 1.0 for char in text)


def _widen(strips: Sequence[Strip]) -> None:
    """Make all type larger, so that most of the text has the size that its lines are thick: boxes round ink begin and
    end less evenly than type does, and by that size the distances between them are judged."""
    wider = _usual(strips, lambda strip: strip.after - strip.before) / _usual(strips, lambda strip: strip.size)
    for strip in strips:
        strip.size *= wider


def _usual(strips: Sequence[Strip], measure: Callable[[Strip], float]) -> float:
    """What most of the text measures."""
    return median([measure(strip) for strip in strips for _ in strip.text])


def _whole(text: str, box: Box, upright: bool, size: float) -> Box:
    """The box of a line with the room that a mark at its head or end leaves beside its ink."""
    before, after = (_BLANK * size * (char in marks) for char, marks in ((text[0], OPENING), (text[-1], HANGING)))
    if upright:
        return Box(box.left, round(box.top - before, 2), box.right, round(box.bottom + after, 2))
    return Box(round(box.left - before, 2), box.top, round(box.right + after, 2), box.bottom)


_BLANK = 0.4  # of an em that a mark at a line's head or end leaves blank
_MARGIN = 0.2  # of an em that the engine leaves around a line, at both ends together


def _size(text: str, box: Box, upright: bool) -> float:
    """The size of a line's type: as thick as the line, or as its characters follow one another where that is less.

    How thick a box round ink is depends on the characters in it, and on the engine, which leaves a margin around them.
    """
    thick, long = box.right - box.left, box.bottom - box.top
    if not upright:
        thick, long = long, thick
    return min(thick, long / (_ems(text, upright) + _MARGIN)) if len(text) > 1 else thick


def drawn(data: bytes, sheets: Sequence[Sheet], pixels: int) -> Iterator[tuple[int, bytes]]:
    """The numbers of the sheets of a picture that was read, and a picture of each in greys, a PNG of so many pixels."""
    from converter.readers.scan.pictures import shown

    return zip((sheet.number for sheet in sheets), shown(data, pixels), strict=False)


def recogniser() -> Recogniser:
    """What reads characters. Raises ``MissingExtra`` without RapidOCR."""
    try:
        from converter.readers.scan import engine
    except ImportError as error:
        raise MissingExtra(f"a scan needs the package rapidocr: {to_install(*PACKAGES)}") from error
    return engine.recogniser()
