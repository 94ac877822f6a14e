"""What tag, style and class say of an element's text."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from converter.model import Mark
from converter.readers.html.looks import POEM, is_caption, is_centred, kinds_of, mark_of, size_of


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
    ("element", "points"),
    [
        ('<font size="5"/>', 18.0),
        ('<span style="font-size:14.5pt"/>', 14.5),
        ('<span style="font-size: 24px"/>', 18.0),
        ('<font size="+1"/>', None),
        ('<span style="font-size:120%"/>', None),
        ("<h1/>", None),
    ],
)
def test_sizes(element: str, points: float | None) -> None:
    """Points and pixels are said outright; what is relative is not known."""
    assert size_of(fragment_fromstring(element)) == points


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
