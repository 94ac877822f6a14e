"""What tag, style and class say of an element's text."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring, fromstring

from converter.model import Mark
from converter.readers.html.looks import POEM, is_caption, is_centred, kinds_of, mark_of, size_of, width_of


@pytest.mark.parametrize(
    ("element", "mark"),
    [
        ("<strong/>", Mark.STRONG),
        ("<em/>", Mark.EMPHASIS),
        ("<del/>", Mark.STRUCK),
        ("<rt/>", Mark.SUP),
        ("<p/>", None),
        ('<span style="FONT-WEIGHT: 700"/>', Mark.STRONG),
        ('<span style="font-weight:400"/>', None),
        ('<span style="text-decoration-line: underline line-through"/>', Mark.STRUCK),
        ('<span style="vertical-align:super;font-weight:bold"/>', Mark.SUP),
        ('<a style="text-decoration:underline"/>', None),
    ],
)
def test_marks(element: str, mark: Mark | None) -> None:
    """The tag counts first, then the strongest of what the style says; links are underlined anyway."""
    assert mark_of(fragment_fromstring(element)) is mark


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


@pytest.mark.parametrize(
    ("element", "caption", "centred", "kinds"),
    [
        ('<p class="img-desc"/>', True, False, ["p"]),
        ('<div id="tuShuo"/>', True, False, ["div"]),
        ('<p style="text-align : CENTER"/>', False, True, ["p"]),
        ('<center class="verse"/>', False, True, ["center", POEM]),
        ('<p align="center" class="universe"/>', False, True, ["p"]),
        ('<div class="image"/>', False, False, ["div"]),
    ],
)
def test_kinds(element: str, caption: bool, centred: bool, kinds: list[str]) -> None:
    """A picture's words and a poem are known by their names, centred lines by style, attribute or tag."""
    found = fragment_fromstring(element)
    assert (is_caption(found), is_centred(found), kinds_of(found)) == (caption, centred, kinds)


@pytest.mark.parametrize(
    ("attributes", "width"),
    [
        ('style="width:1em;height:1em;vertical-align:-0.12em"', 12.0),
        ('style="height: 1.2EM"', 14.4),
        ('style="width:300px;height:16px"', 12.0),
        ('width="57" height="57"', 42.8),
        ('style="width:0.42cm;height:0.42cm"', 11.9),
        ('style="width:.5in"', 36.0),
        ('class="glyph"', 12.0),
        ('width="100%"', None),
        ('style="max-width:10px"', None),
        ('style="width:1.2.3em"', None),
        ('width="1" height="1"', None),
        ("", None),
    ],
)
def test_how_wide_a_picture_is_shown(attributes: str, width: float | None) -> None:
    """In points, by its style before its attributes; one no higher than a letter is a letter; of one pixel nothing."""
    assert width == width_of(fragment_fromstring(f"<img {attributes}>"))
