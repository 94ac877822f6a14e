"""Stops and brackets of upright lines."""

from __future__ import annotations

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


def seen(text: str, size: int = 30, shift: float = 0.0, read: str = "") -> Seen:
    """An upright line as it is recognised without its marks but those ``read``; ``shift`` is how far its places are
    wrong, in ems."""
    page = pages.drawn([(6, 6, text, size)], (size + 12, size * len(text) + 12), upright=True)
    length = page.height
    first = np.nonzero((np.asarray(pages.drawn([(6, 6, "国", size)], (2 * size, 2 * size))) < 128).any(axis=1))[
        0
    ].mean()
    at = [(first + n * size + shift * size * (1 if n % 2 else -1)) / length for n in range(len(text))]
    chars = [Char(char, 0.9, at) for char, at in zip(text, at, strict=True) if char.isalnum() or char in read]
    pixels = np.rot90(np.stack([np.asarray(page)] * 3, axis=2))
    return Seen(chars, Box(0, 0, page.width, length), True, pixels)


def marked(*lines: Seen) -> list[str]:
    """The lines with their marks."""
    return ["".join(char.text for char in chars) for chars in with_marks(lines)]


@pytest.mark.parametrize("size", [24, 30, 44, 60])
@pytest.mark.parametrize(
    "text",
    [
        "晨雾散尽以后，渡船一艘接一艘",
        "船工说：「今天风大，船晚到。」",
        "谁在船上？快来！三、五人；都好。",
        "候船的人说『一二三』又下一艘。",
        "晨霧散盡以後，渡船一艘接一艘。",
    ],
)
def test_marks_are_told_by_their_ink(text: str, size: int) -> None:
    """Whatever of them the recogniser lost."""
    assert marked(seen(text, size)) == [text]


@pytest.mark.parametrize("shift", [0.0, 0.15])
def test_places_are_found_on_the_ink(shift: float) -> None:
    """A mark is where ink is between characters, though these are known to a fourth of an em; a stroke is none."""
    text = "晨雾散尽以后，渡船一艘接一艘"
    assert marked(seen(text, shift=shift)) == [text]
    assert marked(seen("晨雾散尽以后渡船一艘接一艘", shift=shift)) == ["晨雾散尽以后渡船一艘接一艘"]


def test_no_stop_begins_a_line() -> None:
    """Ink above the first character is dust, or of its neighbour; a bracket that opens may be there."""
    text = "，渡船一艘接一艘"
    assert marked(seen(text)) == [text[1:]]
    assert marked(seen("「渡船一艘接一艘")) == ["「渡船一艘接一艘"]
    assert marked(seen("渡船一艘接一艘「")) == ["渡船一艘接一艘"]


def test_a_line_of_few_characters_has_the_type_of_the_others() -> None:
    """Its own distances tell nothing where each is over a mark."""
    assert marked(seen("晨雾散尽以后渡船一艘接一艘"), seen("德、美、法")) == [
        "晨雾散尽以后渡船一艘接一艘",
        "德、美、法",
    ]


def test_what_was_recognised_counts() -> None:
    """A mark that was read stays where the ink shows no more of them, so does a sign; where no room is none was."""
    line = seen("晨雾散尽以后，渡船一艘接一艘", read="，")
    taken = line._replace(chars=[char._replace(text="；") if char.text == "，" else char for char in line.chars])
    assert marked(taken) == ["晨雾散尽以后；渡船一艘接一艘"]
    assert marked(seen("晨雾散尽◎渡船一艘接一艘", read="◎")) == ["晨雾散尽◎渡船一艘接一艘"]
    stop = Char("，", 0.9, 0.3)
    tight = seen("晨雾散尽以后渡船一艘接一艘")
    assert marked(tight._replace(chars=[*tight.chars[:4], stop, *tight.chars[4:]])) == ["晨雾散尽以后渡船一艘接一艘"]


def test_a_ring_that_was_read_for_a_stop() -> None:
    """Is a stop where its ink is one, a zero where it is as large as a character."""
    for text, signs in (("晨雾散尽以后。渡船一艘接一艘", "。"), ("晨雾散尽以后○渡船一艘接一艘", "○")):
        line = seen(text, read=signs)
        ring = [char._replace(text="○") if char.text == signs else char for char in line.chars]
        assert marked(line._replace(chars=ring)) == [text]
