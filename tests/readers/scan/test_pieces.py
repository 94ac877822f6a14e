"""Pieces of one line that were found apart."""

from time import process_time

import pytest

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np

from converter.readers.scan.pieces import whole

Spot = tuple[float, float, float]
"""Where a line begins and ends, and its row, in ems of 20 pixels; rows are 1.5 ems apart."""

BODY = [(start, end, row) for row in range(3, 9) for start, end in ((0.0, 20.0), (21.0, 41.0))]


def box(spot: Spot, thick: float = 1.0, upright: bool = False) -> tuple[np.ndarray, bool]:
    """The corners of a line."""
    start, end, row = spot
    left, right, top, bottom = 20 * start, 20 * end, 30 * row, 30 * row + 20 * thick
    corners = [[left, top], [right, top], [right, bottom], [left, bottom]]
    if upright:  # the page is turned, its first row is the rightmost one
        corners = [[900 - bottom, left], [900 - top, left], [900 - top, right], [900 - bottom, right]]
    return np.array(corners, float), upright


def spans(boxes: list[tuple[np.ndarray, bool]], thick: float) -> list[tuple[float, float]]:
    """From where to where the lines go that are so thick, in ems."""
    found = []
    for corners, upright in whole(boxes):
        along, across = (corners[:, 1], corners[:, 0]) if upright else (corners[:, 0], corners[:, 1])
        if abs(np.ptp(across) - 20 * thick) < 1:
            found.append((round(along.min() / 20, 1), round(along.max() / 20, 1)))
    return sorted(found)


@pytest.mark.parametrize("upright", [False, True])
def test_a_headline_in_pieces(upright: bool) -> None:
    """Is one over text that goes on below, also where its pieces lie over one another; over a gutter there are two."""
    body = [box(spot, upright=upright) for spot in BODY]
    for first, second in (((2, 9, 0), (9.4, 18, 0)), ((2, 9, 0), (8.6, 18, 0))):
        head = [box(first, 2.2, upright), box(second, 2.2, upright)]
        assert spans([*head, *body], 2.2) == [(2, 18)]
    head = [box((2, 20, 0.4), 2.2, upright), box((20.9, 38, 0.4), 2.2, upright)]
    assert spans([*head, *body], 2.2) == [(2, 20), (20.9, 38)]
    assert len(whole([*head, *body])) == len(body) + 2


def test_text_in_pieces() -> None:
    """A bracket after a blank is of its line; the rows of two columns are not one, nor are cells of a table."""
    body = [box(spot) for spot in BODY]
    found = spans([*body, box((0, 8, 9)), box((8.9, 20, 9))], 1.0)
    assert found == sorted([(0, 20)] * 7 + [(21, 41)] * 6)
    cells = [box((at, at + 3, row)) for row in range(6) for at in (0, 4, 8)]
    assert len(whole(cells)) == len(cells)


def test_a_line_by_itself() -> None:
    """Is put together where its pieces are near, as a folio line is; far ones stay apart."""
    assert spans([box((0, 4, 0)), box((4.4, 9, 0)), box((9.3, 12, 0))], 1.0) == [(0, 12)]
    assert spans([box((0, 4, 0)), box((5.1, 9, 0))], 1.0) == [(0, 4), (5.1, 9)]
    assert whole([]) == []


def test_many_lines() -> None:
    """Each is compared with those near it alone, so that a page of many lines takes time linear in them."""
    some = [box((at, at + 20, row)) for row in range(2000) for at in (0, 21)]
    began = process_time()
    assert len(whole(some)) == len(some)
    assert process_time() - began < 3
