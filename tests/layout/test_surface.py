"""Boxes, and what a line says of its edges."""

from converter.layout.surface import shared
from converter.model import Box, around
from tests.layout.made import strip


def test_an_upright_line_is_read_as_one_that_is_set_across() -> None:
    """Its edges are given in the order of reading: it begins at its top, and the line to its left comes after it."""
    first, second = strip("渡口", 80, 10, upright=True), strip("灯塔", 60, 10, upright=True)
    assert (first.start, first.end, first.before, first.after) == (10, 30, -90, -80)
    assert second.before > first.after


def test_marks_at_the_ends_do_not_count() -> None:
    """A mark at the end may hang out of the column, a quote at the head may stand out of it by half its width."""
    assert (strip("“渡口，", 0, 0).head, strip("“渡口，", 0, 0).edge) == (5, 30)
    assert (strip("渡口", 0, 0).head, strip("渡口", 0, 0).edge) == (0, 20)


def test_boxes() -> None:
    """The box around some, and what two stretches share."""
    assert Box(0, 1, 9, 8) == around([Box(0, 5, 4, 8), Box(3, 1, 9, 2)])
    assert (shared(0, 5, 3, 9), shared(0, 2, 5, 9)) == (2, -3)
