"""The recogniser of characters: the one place of RapidOCR, whose PP-OCRv6 models lie in its wheel.

It finds lines on a picture and reads each. It runs on the processor alone, and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from rapidocr import RapidOCR
from rapidocr.utils.process_img import get_rotate_crop_image

from converter.model import Box
from converter.readers.scan.gutters import Found, parted
from converter.readers.scan.pieces import whole
from converter.records import NamedTuple

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
        lines = [
            Found(corners, _cropped(pixels, corners), upright)
            for corners, upright in whole([(corners, _is_upright(corners)) for corners in found.boxes])
        ]
        parts = list(parted(lines))
        read = self.read([part.pixels for part in parts])
        return [
            Seen(chars, _box(part.corners), _is_upright(part.corners), part.pixels)
            for chars, part in zip(read, parts, strict=True)
            if chars
        ]

    def read(self, crops: Sequence[Any]) -> list[list[Char]]:
        """The characters of lines, each a picture with its head at the left."""
        if not crops:
            return []
        read = self._engine.recognize_txt(list(crops))
        return [list(_chars(text, info)) for text, info in zip(read.txts, read.word_results, strict=True)]


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


def _cropped(pixels: Any, corners: Any) -> Any:
    """The pixels of a line, with its head at the left."""
    return get_rotate_crop_image(pixels, corners.astype("float32"))


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
