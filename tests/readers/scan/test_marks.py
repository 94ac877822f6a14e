"""Stops and brackets of upright lines."""

import pytest

from tests.readers.scan import pages

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

from converter.readers.scan import read_scan

ROWS = ["晨雾散尽以后，渡船一艘接一艘", "靠上码头。卖早点的人说：「今天", "的风大，船要晚到些才能靠岸」。"]


def test_an_upright_page() -> None:
    """Lines come from right to left, with the marks that stand inside them."""
    lines = [(500 - 60 * number, 40, text, 36) for number, text in enumerate(ROWS)]
    source = read_scan(pages.saved(pages.drawn(lines, (600, 640), upright=True)))
    assert [line.text for line in source.lines][:2] == ROWS[:2]
    assert all(line.upright for line in source.lines)
