"""What boxes and confidences of recognised lines mean."""

from __future__ import annotations

from collections import Counter

from converter.model import Box
from converter.readers.recognised import source_of
from converter.readers.recognised.regions import Region, Scan, strip_of


def test_sizes_are_levelled() -> None:
    """Boxes round the ink of one type have one size; a headline keeps its own."""
    heights = (10, 10.6, 9.4, 24)
    strips = [strip_of("渡口的船开了", Box(0, 30 * n, 60, 30 * n + high)) for n, high in enumerate(heights)]
    source = source_of([Scan(200, 200, [Region(strips)], ordered=True)], Counter())
    assert [line.size for line in source.lines] == [10.0, 10.0, 10.0, 24.0]
