"""Stories of pages become lines."""

from __future__ import annotations

from collections import Counter

from converter.layout import Story, Strip
from converter.layout.surface import Placed
from converter.model import Box, Role
from converter.readers.leaves import Leaf, lines_of


def test_lines_of_two_pages() -> None:
    """A story goes on over a page's end, what a document calls a line is kept, and so is how sure it is."""
    first = Strip("渡口的船今天清晨开", Box(0, 0, 90, 10), 10, sure=0.7)
    note = Strip("减价", Box(0, 50, 20, 60), 10)
    second = Strip("了。", Box(0, 0, 20, 10), 10)
    leaves = [
        Leaf(1, 100, [Story([Placed(first, True)], ends=False)], None),
        Leaf(2, 100, [Story([Placed(second, True)], begins=False), Story([Placed(note, True)])], None),
    ]
    leaves[1].roles = {id(note): Role.FURNITURE}
    lines = lines_of(leaves, Counter()).lines
    assert [(line.text, line.opens, line.role, line.sure, line.page) for line in lines] == [
        ("渡口的船今天清晨开", "block", None, 0.7, 1),
        ("了。", "line", None, 1.0, 2),
        ("减价", "block", Role.FURNITURE, 1.0, 2),
    ]
