"""What an element's tag and style say of its type."""

import pytest
from lxml.html import fromstring

from converter.readers.html.looks import size_of


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        ('<p style="font-size:22pt">', 22), ('<p style="font-size: 24px; line-height:150%">', 18),
        ('<p style="font-size:1.5em">', 21),
        ('<p style="FONT-SIZE: 150%">', 21), ('<p style="font-size:2rem">', 24),
        ('<p style="font: bold 24px 宋体">', 18),
        ('<p style="font: 16px/2 serif">', 12), ('<p style="font-size:x-large">', 18),
        ('<p style="font-size: xx-small">', 7.2),
        ('<font size="6">', 24), ('<font size="9">', None), ("<big>", 16.8), ("<small>", 11.67), ("<p>", None),
        ('<p style="font-size:inherit">', None), ('<p style="font-family:large1;margin:0 10px">', None),
        ('<p style="font-size:.9em">', 12.6),
    ],
)  # fmt: skip
def test_sizes(tag: str, size: float | None) -> None:
    """In points, whatever the unit; parts are of the 14 points around."""
    assert size_of(fromstring(f"{tag}桥"), 14.0) == size


def test_a_part_of_what_nobody_says() -> None:
    """It is of the size that browsers take."""
    assert size_of(fromstring('<p style="font-size:2em">桥</p>'), None) == 24
