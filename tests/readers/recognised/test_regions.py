"""What boxes, confidences and names of recognised regions mean."""

from __future__ import annotations

import pytest

from converter.model import Box
from converter.readers.recognised.regions import Region, strip_of


def test_a_strip() -> None:
    """A high box is an upright line; words count by their length; what is no share of 1 is held in bounds."""
    strip = strip_of("渡口的船", Box(0, 0, 10, 40), [(0.5, 1), (0.9, 3)])
    assert (strip.upright, strip.size, strip.sure) == (True, 10, 0.8)
    assert [strip_of("渡口", Box(0, 0, 20, 10), [(sure, 2)]).sure for sure in (-3, 95)] == [0, 1]


@pytest.mark.parametrize(("turned", "upright", "size"), [(0, True, 10), (90, False, 10), (180, True, 10)])
def test_a_turned_strip(turned: int, upright: bool, size: float) -> None:
    """What is high on its page runs across where it is turned by a quarter."""
    strip = strip_of("by the river", Box(0, 0, 10, 90), turned=turned)
    assert (strip.upright, strip.size) == (upright, size)


@pytest.mark.parametrize(
    ("said", "kind", "is_heading"),
    [("Page-Number", "pagenumber", False), ("HeadingLine:title", "headingline", True), ("heading", "heading", True)],
)
def test_names(said: str, kind: str, is_heading: bool) -> None:
    """Neither case, nor hyphens, nor a subtype count."""
    region = Region([], said)
    assert (region.kind, region.is_heading) == (kind, is_heading)
