"""What pieces of ink are."""

from typing import Any

import pytest

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np

from converter.readers.scan.shapes import HIDDEN, MARKS, SHAPE, SIDES, Piece, judged, likely, weights


def piece(square: Any, side: float = 0.0) -> Piece:
    """Ink in the middle of its room, a fourth of an em high."""
    half = len(square) // 4  # type: ignore[arg-type]
    return Piece(
        (square, square[half:-half, half:-half]),
        0.0,
        0.4,
        0.4,
        0.25,
        side - 0.12,
        side + 0.12,
        (False, False),
        (False, False),
    )


def ring(inner: float, outer: float, size: int) -> Any:
    """A ring in an em of so many pixels."""
    far = np.hypot(*np.meshgrid(*[np.arange(size) - (size - 1) / 2] * 2)) / size
    return np.clip((outer - far) * size, 0, 1) * np.clip((far - inner) * size, 0, 1)


@pytest.mark.parametrize("size", [24, 33, 60])
def test_a_small_ring_is_a_stop(size: int) -> None:
    """Of any size of type; a field of ink is no mark."""
    rows = judged([piece(ring(0.06, 0.12, size)), piece(np.ones((size, size)))])
    assert [(*MARKS, "none")[number] for number in rows.argmax(axis=1)] == ["。", "none"]
    assert rows.sum(axis=1) == pytest.approx([1, 1])


def test_no_piece() -> None:
    """Of no ink nothing is told."""
    assert judged([]).shape == (0, len(MARKS) + 1)


def test_the_ink_is_looked_at_in_points() -> None:
    """Each is the mean of the pixels that it covers, however few they are."""
    for size in (10, 24, 41):
        square = np.zeros((size, size))
        square[: size // 2] = 1
        points = piece(square).measured()[: SIDES[0] ** 2].reshape(SIDES[0], SIDES[0])
        assert points.mean() == pytest.approx(square.mean())
        assert points[0].tolist() == pytest.approx([1] * SIDES[0])


def test_the_weights() -> None:
    """A layer for what is measured, one for what is told; the second has no part where the first is cut at 0."""
    first, second = weights()
    assert (first.shape, second.shape) == ((SHAPE + 1, HIDDEN), (HIDDEN + 1, len(MARKS) + 1))
    one = np.zeros((SHAPE + 1, HIDDEN))
    one[-1] = -1
    told = likely(np.ones((1, SHAPE)), one, second)[0]
    assert told == pytest.approx(np.exp(second[-1]) / np.exp(second[-1]).sum())
