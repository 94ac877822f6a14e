"""Pictures of recognised pages and the regions that say what they show."""

from __future__ import annotations

import pytest

from converter.model import Box
from converter.readers.recognised.captions import captioned
from converter.readers.recognised.regions import Region, Scan, strip_of

PICTURE = Box(100, 100, 300, 240)
TEXT = Region([strip_of("两岸的人都来看热闹。", Box(100, 300, 300, 320))])


def words(text: str, left: float, top: float, kind: str = "caption", size: float = 10) -> Region:
    """A line of its own."""
    return Region([strip_of(text, Box(left, top, left + size * len(text), top + size))], kind)


def told(scan: Scan) -> tuple[list[tuple[str, Box | None]], list[Box]]:
    """The captions with their pictures, and the pictures that have none."""
    page = captioned(scan)
    texts = [("".join(strip.text for strip in one.strips), one.picture) for one in page.regions if one.kind]
    return texts, page.pictures


@pytest.mark.parametrize(
    ("left", "top", "expected"),
    [
        (120, 245, PICTURE),
        (120, 85, PICTURE),
        (310, 150, PICTURE),
        (40, 150, PICTURE),
        (310, 250, None),
        (120, 280, None),
    ],
    ids="below above right left corner far".split(),
)
def test_a_caption_at_each_side(left: float, top: float, expected: Box | None) -> None:
    """Near any of its sides; not across a corner, nor far away."""
    scan = Scan(600, 800, [words("新船出港。", left, top), TEXT], [PICTURE])
    assert told(scan) == ([("新船出港。", expected)], [] if expected else [PICTURE])


def test_lines_of_a_caption() -> None:
    """Lines that are called captions and follow on each other are one; the nearest picture is theirs."""
    other = Box(100, 275, 300, 400)
    rows = [words("新船出港，", 120, 245), words("众人相送。", 120, 257)]
    assert told(Scan(600, 800, rows, [PICTURE, other])) == ([("新船出港，众人相送。", PICTURE)], [other])


def test_of_a_stated_order() -> None:
    """Smaller lines below a picture are its caption there as well; ornaments and what is off the page are none."""
    text = Region([strip_of("两岸的人都来看热闹", Box(100, 300 + 30 * n, 460, 320 + 30 * n)) for n in range(4)])
    scan = Scan(600, 800, [text, words("新船出港。", 120, 245, "")], [PICTURE, Box(0, 0, 9, 90), Box(900, 0, 999, 99)])
    assert told(scan) == ([], [PICTURE])
    scan.ordered = True
    assert told(scan) == ([("新船出港。", PICTURE)], [])
