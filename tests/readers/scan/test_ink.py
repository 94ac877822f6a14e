"""Ink on lines."""

import pytest

from tests.readers.scan import pages

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np

from converter.readers.scan.ink import depth_of, ink_of, runs, smoothed


def test_ink() -> None:
    """What is dark all about against its paper, however grey that is."""
    page = pages.drawn([(10, 10, "渡", 40)], (60, 60))
    inked = ink_of(depth_of(np.stack([np.asarray(page) // 2 + 60] * 3, axis=2)))
    assert inked[:8].sum() == 0 and 100 < inked.sum() < 1200


def test_dust_is_no_ink() -> None:
    """A pixel by itself is none, however dark; three beside each other are."""
    depth = np.zeros((9, 9))
    depth[4, 4] = 1
    assert not ink_of(depth).any()
    depth[4, 3:6] = 1
    assert ink_of(depth)[4, 4]


def test_runs() -> None:
    """Stretches that are no further from each other than a gap are one."""
    rows = np.array([0, 1, 1, 0, 1, 0, 0, 1, 0], dtype=bool)
    assert list(runs(rows, 0)) == [(1, 3), (4, 5), (7, 8)]
    assert list(runs(rows, 1)) == [(1, 5), (7, 8)]
    assert list(runs(rows, 2)) == [(1, 8)]
    assert list(runs(rows[:1], 2)) == []


def test_depth() -> None:
    """Is 0 on paper and 1 on ink; a single dark pixel among eight light ones is a ninth of one."""
    rows = np.full((9, 9, 3), 200, "uint8")
    rows[4, 4], rows[:2] = 20, 110
    depth = depth_of(rows)
    assert (depth[8, 0], depth[4, 4]) == (0, 1)
    assert 0 < depth[0, 0] < 1.01
    spot = np.zeros((5, 5))
    spot[2, 2] = 1
    assert smoothed(spot)[1:4, 1:4] == pytest.approx(np.full((3, 3), 1 / 9))
    assert smoothed(np.ones((3, 4))) == pytest.approx(np.ones((3, 4)))
