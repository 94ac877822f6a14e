"""Text that stands turned on its page."""

from __future__ import annotations

import pytest

from converter.layout import Story
from converter.layout.surface import Placed
from converter.model import Box
from converter.readers.recognised.regions import Region, Scan, strip_of
from converter.readers.recognised.turned import right_angle, straight, turned_back


@pytest.mark.parametrize(
    ("degrees", "text", "expected"),
    [
        (0, "river", 0),
        (88.6, "river", 90),
        (-90, "river", 270),
        (181, "river", 180),
        (359.5, "river", 0),
        (45, "river", 0),
        (-3.2, "river", 0),
        (270, "渡口的船今天开了，", 0),
        (90, "渡口的船今天开了，", 90),
    ],
)
def test_right_angle(degrees: float, text: str, expected: int) -> None:
    """Text that leans is straight; Chinese text that runs down is upright, not turned."""
    assert right_angle(degrees, text) == expected


@pytest.mark.parametrize(
    ("turned", "size", "place"),
    [
        (0, (100, 200), Box(10, 20, 40, 30)),
        (90, (200, 100), Box(170, 10, 180, 40)),
        (180, (100, 200), Box(60, 170, 90, 180)),
        (270, (200, 100), Box(20, 60, 30, 90)),
    ],
)
def test_there_and_back(turned: int, size: tuple[float, float], place: Box) -> None:
    """A page is held to read most of its text; then its lines have their places again."""
    box = Box(10, 20, 40, 30)
    strip = strip_of("by the river", box, turned=turned)
    page = straight(Scan(100, 200, [Region([strip], turned=turned), Region([strip_of("x", box)])], rules=[box]))
    assert ((page.width, page.height), strip.box, page.rules) == (size, place, [place])
    assert [region.turned for region in page.regions] == [0, -turned % 360]
    turned_back(page, turned, [Story([Placed(strip)], picture=place)])
    assert strip.box == box
