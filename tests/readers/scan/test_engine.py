"""The recogniser of characters."""

import pytest

from tests.readers.scan import pages

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np

from converter.readers.scan.engine import recogniser


def test_lines() -> None:
    """A line has its box, and each of its characters its place."""
    page = pages.drawn([(40, 30, "渡船靠岸", 40)], (300, 120))
    (line,) = recogniser().lines(np.stack([np.asarray(page)] * 3, axis=2))
    assert "".join(char.text for char in line.chars) == "渡船靠岸" and not line.upright
    assert (line.box.left, line.box.right) == pytest.approx((40, 200), abs=14)
    assert [char.place for char in line.chars] == pytest.approx([1 / 8, 3 / 8, 5 / 8, 7 / 8], abs=0.12)
    assert all(char.sure > 0.8 for char in line.chars)
    assert recogniser().read([]) == []
