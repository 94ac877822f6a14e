"""Ink on lines."""

import pytest

from tests.readers.scan import pages

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np

from converter.readers.scan.ink import ink_of, runs


def test_ink() -> None:
    """What is nearer to a line's darkest than to its paper, however grey that is."""
    page = pages.drawn([(10, 10, "渡", 40)], (60, 60))
    inked = ink_of(np.stack([np.asarray(page) // 2 + 60] * 3, axis=2))
    assert inked[:8].sum() == 0 and 100 < inked.sum() < 1200


def test_runs() -> None:
    """Stretches that are no further from each other than a gap are one."""
    rows = np.array([0, 1, 1, 0, 1, 0, 0, 1, 0], dtype=bool)
    assert list(runs(rows, 0)) == [(1, 3), (4, 5), (7, 8)]
    assert list(runs(rows, 1)) == [(1, 5), (7, 8)]
    assert list(runs(rows, 2)) == [(1, 8)]
    assert list(runs(rows[:1], 2)) == []
