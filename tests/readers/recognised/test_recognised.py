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


def test_lines_of_a_headline_are_of_one_size() -> None:
    """However their type is sorted among that of the page; one that is smaller, or stands elsewhere, keeps its own."""
    places = [(10, 300 + 16 * n) for n in range(12)] + [(26, 40), (29, 70), (20.1, 200), (14, 20)]
    strips = [strip_of("渡口的船今天开", Box(0, top, 7 * size, top + size)) for size, top in places]
    source = source_of([Scan(400, 600, [Region(strips)], ordered=True)], Counter())
    first, second, apart, above = (line.size for line in source.lines[-4:])
    assert first == second and len({first, apart, above}) == 3
    assert {line.size for line in source.lines[:12]} == {10.0}
