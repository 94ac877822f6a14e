"""What a recognised page holds: regions of lines, pictures and rules, and what the page calls them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from converter.layout import Strip
from converter.model import Box, Role

QUARTERS = (90, 270)
"""Degrees by which a line across is turned that is higher than wide."""

UPRIGHT = 1.5  # times as high as wide a line is from which it runs from top to bottom

ROLES = {
    # what a page calls a region, in lower case and without hyphens: what it is
    "caption": Role.CAPTION,
    "credit": Role.CREDIT,
    "byline": Role.BYLINE,
    "author": Role.BYLINE,
    "overline": Role.KICKER,
    "kicker": Role.KICKER,
    "subheadline": Role.DECK,
    "subtitle": Role.DECK,
    "header": Role.FOLIO,
    "runningtitle": Role.FOLIO,
    "runningtitlezone": Role.FOLIO,  # zones and lines are SegmOnto's (https://segmonto.github.io)
    "footer": Role.FURNITURE,
    "pagenumber": Role.FURNITURE,
    "numberingzone": Role.FURNITURE,
    "signaturemark": Role.FURNITURE,
    "catchword": Role.FURNITURE,
    "quiremarkszone": Role.FURNITURE,
    "advert": Role.FURNITURE,
    "advertisement": Role.FURNITURE,
}
HEADINGS = ("heading", "headline", "title", "headingline")


@dataclass(slots=True)
class Region:
    """Lines that stand together, and what the page calls them; the name of the article that it says they are of.

    ``turned`` are the degrees, against the clock, by which they stand turned on the page: 0, 90, 180 or 270.
    """

    strips: list[Strip]
    kind: str = ""
    article: str = ""
    turned: int = 0

    def __post_init__(self) -> None:
        self.kind = self.kind.partition(":")[0].strip().lower().replace("-", "")

    @property
    def is_heading(self) -> bool:
        """Whether the page calls it one."""
        return self.kind in HEADINGS


@dataclass(slots=True)
class Scan:
    """A page, in points. ``ordered`` says that its regions are in the order of reading; ``crop`` gives the picture that
    lies in a box of it, a PNG, and is None where only the text of a scan is there."""

    width: float
    height: float
    regions: list[Region] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    ordered: bool = False
    crop: Callable[[Box], bytes] | None = None


def strip_of(
    text: str, box: Box, sure: Sequence[tuple[float, int]] = (), *, size: float = 0, bold: bool = False, turned: int = 0
) -> Strip:
    """A line. ``sure`` are the confidences of its words, each with how many characters it holds; ``turned`` are the
    degrees by which it stands turned on the page."""
    width, height = box.right - box.left, box.bottom - box.top
    if turned in QUARTERS:
        width, height = height, width
    upright = len(text) > 1 and height > UPRIGHT * width
    size = size or (width if upright else height)
    return Strip(text, box, max(size, 0.1), upright, bold, sure=round(min(1.0, max(0.0, mean(sure))), 3))


def mean(sure: Sequence[tuple[float, int]]) -> float:
    """How sure words are on the average, each by how many characters it holds; 1 where there are none."""
    length = sum(count for _, count in sure)
    return sum(value * count for value, count in sure) / length if length else 1.0
