"""Lines that bridge a gutter between columns."""

from collections.abc import Iterable
from time import process_time

import pytest

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np

from converter.readers.scan.gutters import Found, parted

EM = 20


def line(row: float, *parts: tuple[float, float], upright: bool = False) -> Found:
    """A line in a row that is 1.5 ems from the next one, with ink from ems to ems."""
    start, end = round(parts[0][0] * EM), round(parts[-1][1] * EM)
    pixels = np.full((EM, end - start, 3), 250, "uint8")
    for begun, ended in parts:
        pixels[3:-3, round(begun * EM) - start : round(ended * EM) - start] = 20
    top = row * 1.5 * EM
    corners = np.array([[start, top], [end, top], [end, top + EM], [start, top + EM]], float)
    if upright:  # the page is turned, its first row is the rightmost one
        corners = np.array(
            [[900 - top - EM, start], [900 - top, start], [900 - top, end], [900 - top - EM, end]], float
        )
    return Found(corners, pixels, upright)


def ems(lines: Iterable[Found]) -> list[tuple[int, int]]:
    """Where the parts begin and end."""
    along = [found.corners[:, 1 if found.upright else 0] / EM for found in lines]
    return [(round(places.min()), round(places.max())) for places in along]


@pytest.mark.parametrize("upright", [False, True])
def test_a_narrow_gutter(upright: bool) -> None:
    """Of an em is one where the lines around have it, also where a mark hangs into it."""
    rows = [line(n, (0, 12), (13, 25), upright=upright) for n in range(4)]
    hung = line(4, (0, 12.6), (13, 25), upright=upright)
    apart = line(4, (0, 12), (12.3, 12.6), (13, 25), upright=upright)
    assert ems(parted([*rows, apart])) == [(0, 12), (13, 25)] * 4 + [(0, 13), (13, 25)]
    parts = list(parted([*rows, hung]))
    assert ems(parts) == [(0, 12), (13, 25)] * 4 + [(0, 13), (13, 25)]
    assert all(part.pixels.shape[1] < 13 * EM for part in parts)


def test_dust_in_a_gutter() -> None:
    """Closes none."""
    some = [line(n, (0, 12), (13, 25)) for n in range(5)]
    for row in some:
        row.pixels[EM // 2, round(12.5 * EM)] = 20
    assert ems(parted(some)) == [(0, 12), (13, 25)] * 5


def test_a_short_end_beyond_a_gutter() -> None:
    """Is cut off where columns end and begin by themselves in the lines around, and is a name of a list elsewhere."""
    cut = [line(n, part) for n in range(4) for part in ((0.0, 12.0), (13.0, 25.0))]
    assert ems(parted([*cut, line(4, (0, 12), (13, 15))]))[-2:] == [(0, 12), (13, 15)]
    listed = [line(n, (0, 3), (4, 7)) for n in range(4)]
    assert ems(parted([*listed, line(4, (0, 3), (4, 6))]))[-1:] == [(0, 6)]


def test_a_blank_of_one_line() -> None:
    """After a mark, above one in another line or not, is no gutter; a wide one is, a short one of a list is none."""
    text = [
        line(0, (0, 12), (13, 25)),
        line(1, (0, 25)),
        line(2, (0, 12), (13, 25)),
        line(3, (0, 25)),
        line(4, (0, 25)),
    ]
    assert ems(parted(text)) == [(0, 25)] * 5
    assert ems(parted([line(0, (0, 12), (14, 25)), line(1, (0, 25))])) == [(0, 12), (14, 25), (0, 25)]
    names = [line(n, (0, 3), (4, 7), (8, 11)) for n in range(5)]
    assert ems(parted(names)) == [(0, 11)] * 5
    spaced = line(0, (0, 1), (3, 4), (6, 7))
    assert ems(parted([spaced])) == [(0, 7)]


def test_lines_that_are_cut_already() -> None:
    """Tell where a gutter is; a sliver of the next column stays with its line."""
    cut = [line(n, part) for n in range(4) for part in ((0.0, 12.0), (13.0, 25.0))]
    assert ems(parted([*cut, line(4, (0, 12), (13, 25), (26, 26.3))]))[-2:] == [(0, 12), (13, 26)]


def test_many_lines() -> None:
    """Each is compared with those near it alone, so that a page of many lines takes time linear in them."""
    some = [line(n, (0, 2), (3, 5)) for n in range(6000)]
    began = process_time()
    assert len(list(parted(some))) == len(some)
    assert process_time() - began < 4
