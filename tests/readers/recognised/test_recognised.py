"""What boxes and confidences of recognised lines mean."""

from __future__ import annotations

from collections import Counter

from converter.model import Box
from converter.readers.recognised import Region, Scan, source_of, strip_of


def test_a_strip() -> None:
    """A high box is an upright line; words count by their length; what is no share of 1 is held in bounds."""
    strip = strip_of("渡口的船", Box(0, 0, 10, 40), [(0.5, 1), (0.9, 3)])
    assert (strip.upright, strip.size, strip.sure) == (True, 10, 0.8)
    assert [strip_of("渡口", Box(0, 0, 20, 10), [(sure, 2)]).sure for sure in (-3, 95)] == [0, 1]


def test_sizes_are_levelled() -> None:
    """Boxes round the ink of one type have one size; a headline keeps its own."""
    heights = (10, 10.6, 9.4, 24)
    strips = [strip_of("渡口的船开了", Box(0, 30 * n, 60, 30 * n + high)) for n, high in enumerate(heights)]
    source = source_of([Scan(200, 200, [Region(strips)], ordered=True)], Counter())
    assert [line.size for line in source.lines] == [10.0, 10.0, 10.0, 24.0]
