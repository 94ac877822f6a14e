"""Stops and brackets of upright lines."""

from __future__ import annotations

from typing import Any

import pytest

from tests.readers.scan import pages

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np

from converter.model import Box
from converter.readers.scan import read_scan
from converter.readers.scan.engine import Char, Seen
from converter.readers.scan.marks import with_marks

ROWS = ["晨雾散尽以后，渡船一艘接一艘", "靠上码头。卖早点的人说：「今天", "的风大，船要晚到些才能靠岸」。"]


def test_an_upright_page() -> None:
    """Lines come from right to left, with the marks that stand inside them."""
    lines = [(500 - 60 * number, 40, text, 36) for number, text in enumerate(ROWS)]
    source = read_scan(pages.saved(pages.drawn(lines, (600, 640), upright=True)))
    assert [line.text for line in source.lines][:2] == ROWS[:2]
    assert all(line.upright for line in source.lines)


class Reader:
    """What reads on every strip across one mark, surely, in each of its cells that is none of the line's characters."""

    def __init__(self, mark: str) -> None:
        self.mark, self.strips = mark, 0

    def read(self, crops: list[Any]) -> list[list[Char]]:
        """A mark in every half cell."""
        self.strips += len(crops)
        return [[Char(self.mark, 0.99, (n + 0.5) / 40) for n in range(40)] for _ in crops]


def seen(text: str, size: int = 30, shift: float = 0.0) -> Seen:
    """An upright line as it is read without its marks; ``shift`` is how far its places are wrong, in ems."""
    page = pages.drawn([(6, 6, text, size)], (size + 12, size * len(text) + 12), upright=True)
    length = page.height
    at = [(6 + (n + 0.5) * size + shift * size * (1 if n % 2 else -1)) / length for n in range(len(text))]
    chars = [Char(char, 0.9, place) for char, place in zip(text, at, strict=True) if char.isalnum()]
    pixels = np.rot90(np.stack([np.asarray(page)] * 3, axis=2))
    return Seen(chars, Box(0, 0, page.width, length), True, pixels)


def read(line: Seen, mark: str) -> str:
    """The line with the marks that are read where ink is that may be one."""
    (chars,) = with_marks([line], Reader(mark))  # type: ignore[arg-type]
    return "".join(char.text for char in chars)


@pytest.mark.parametrize("shift", [0.0, 0.2])
def test_places_are_found_on_the_ink(shift: float) -> None:
    """A mark is where ink is between characters, though these are known to a fourth of an em; a stroke is none."""
    text = "晨雾散尽以后，渡船一艘接一艘"
    assert read(seen(text, shift=shift), "，") == text
    assert read(seen("晨雾散尽以后渡船一艘接一艘", shift=shift), "，") == "晨雾散尽以后渡船一艘接一艘"


def test_no_stop_begins_a_line() -> None:
    """Ink above the first character is dust, or of its neighbour; a bracket that opens may be there."""
    text = "，渡船一艘接一艘"
    assert read(seen(text), "，") == text[1:]
    assert read(seen("「渡船一艘接一艘"), "「") == "「渡船一艘接一艘"
    assert read(seen("渡船一艘接一艘「"), "「") == "渡船一艘接一艘"


def test_a_line_of_few_characters_has_the_type_of_the_others() -> None:
    """Its own distances tell nothing where each is over a mark."""
    some = [seen("晨雾散尽以后渡船一艘接一艘"), seen("德、美、法")]
    found = with_marks(some, Reader("、"))  # type: ignore[arg-type]
    assert "".join(char.text for char in found[1]) == "德、美、法"
