"""The recogniser of characters: the one place of RapidOCR, whose PP-OCRv6 models lie in its wheel.

It finds lines on a picture and reads each. It runs on the processor alone, and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
from rapidocr import RapidOCR
from rapidocr.utils.process_img import get_rotate_crop_image

from converter.model import Box
from converter.readers.scan.ink import ink_of, runs
from converter.records import NamedTuple

GUTTER, SHORTEST = 1.6, 2.5
"""Blank that no line has inside, and how long its parts are at least, by how thick it is."""

_QUIET = {"Global.log_level": "critical"}


class Char(NamedTuple):
    """A character, how sure the recogniser is of it, and where on its line it is, from 0 at the head to 1."""

    text: str
    sure: float
    place: float


class Seen(NamedTuple):
    """A line that was read: its characters without blanks, its box in pixels, its pixels with its head at the left."""

    chars: list[Char]
    box: Box
    upright: bool
    pixels: Any


class Recogniser:
    """RapidOCR, loaded."""

    def __init__(self) -> None:
        self._engine: Any = RapidOCR(params=_QUIET)
        self._engine.return_word_box = True

    def lines(self, pixels: Any) -> list[Seen]:
        """The lines of a picture (rows of blue, green, red bytes), in no order.

        They are looked for on a picture that is made as small as the engine likes, and read on the whole one.
        """
        found = self._engine(pixels, use_det=True, use_cls=False, use_rec=False)
        if found.boxes is None:
            return []
        parts = [part for corners in found.boxes for part in _parts(corners, pixels)]
        read = self.read([crop for _, crop in parts])
        return [
            Seen(chars, _box(corners), _is_upright(corners), crop)
            for chars, (corners, crop) in zip(read, parts, strict=True)
            if chars
        ]

    def read(self, crops: Sequence[Any]) -> list[list[Char]]:
        """The characters of lines, each a picture with its head at the left."""
        if not crops:
            return []
        read = self._engine.recognize_txt(list(crops))
        return [list(_chars(text, info)) for text, info in zip(read.txts, read.word_results, strict=True)]


def _parts(corners: Any, pixels: Any) -> Iterator[tuple[Any, Any]]:
    """A line that was found, cut where it bridges a gutter between columns: corners and pixels of each part."""
    crop = get_rotate_crop_image(pixels, corners.astype("float32"))
    thick, length = crop.shape[:2]
    found = list(runs(ink_of(crop).any(axis=0), GUTTER * thick))
    if len(found) < 2 or min(end - start for start, end in found) < SHORTEST * thick:
        yield corners, crop
        return
    upright = _is_upright(corners)
    for start, end in found:
        start, end = max(0, start - thick // 8), min(length, end + thick // 8)
        yield _between(corners, start / length, end / length, upright), crop[:, start:end]


def _between(corners: Any, start: float, end: float, upright: bool) -> Any:
    """The corners of a part of a line, from 0 at its head to 1 at its foot."""
    one, other = (corners[[0, 1]], corners[[3, 2]]) if upright else (corners[[0, 3]], corners[[1, 2]])
    head, foot = one + (other - one) * start, one + (other - one) * end
    return np.stack([head[0], head[1], foot[1], foot[0]] if upright else [head[0], foot[0], foot[1], head[1]])


@cache
def recogniser() -> Recogniser:
    """The recogniser, loaded when it is first asked for."""
    return Recogniser()


def _chars(text: str, info: Any) -> list[Char]:
    """The characters of a line with their places, by the columns of the network's output that they were read from."""
    columns = [column for word in info.word_cols for column in word]
    length = max(info.line_txt_len, 1.0)
    sure = [value for char, value in zip(text, info.confs, strict=False) if not char.isspace()]  # of no text, one 0
    chars = [char for char in text if not char.isspace()]
    return [
        Char(char, value, (column + 0.5) / length) for char, value, column in zip(chars, sure, columns, strict=True)
    ]


def _sides(corners: Any) -> tuple[float, float]:
    """How wide and how high a line is whose corners these are, from the left top one clockwise."""
    along = [((corners[a] - corners[b]) ** 2).sum() ** 0.5 for a, b in ((0, 1), (3, 2))]
    down = [((corners[a] - corners[b]) ** 2).sum() ** 0.5 for a, b in ((0, 3), (1, 2))]
    return float(sum(along) / 2), float(sum(down) / 2)


def _is_upright(corners: Any) -> bool:
    width, height = _sides(corners)
    return height >= 1.5 * width


def _box(corners: Any) -> Box:
    """The box of a line that stands as its corners do in the middle: one that leans is as thick as its type."""
    width, height = _sides(corners)
    x, y = (float(value) for value in corners.mean(axis=0))
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
