"""What a recognised page holds: regions of lines, pictures and rules, and what the page calls them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from converter.layout import Strip
from converter.model import Box, Role
from converter.records import NamedTuple

DOTS = 300.0
"""Dots an inch of a scan that does not say how many it has."""

MOST_PIXELS = 80_000_000
"""Pixels of a scanned page that is unpacked: a broadsheet's page of 400 dots an inch has sixty million."""

QUARTERS = (90, 270)
"""Degrees by which a line across is turned that is higher than wide."""

UPRIGHT = 1.5  # times as high as wide a line is from which it runs from top to bottom

INSIDE = "crossheading"
"""What is called a heading inside an article."""

ROLES = {
    # what a page calls a region, in lower case and without hyphens: what it is
    "caption": Role.CAPTION,
    "illustration": Role.CAPTION,  # the text of a block of a picture and its caption
    "credit": Role.CREDIT,
    "byline": Role.BYLINE,
    "author": Role.BYLINE,
    "overline": Role.KICKER,
    "kicker": Role.KICKER,
    "subheadline": Role.DECK,
    "subtitle": Role.DECK,
    INSIDE: Role.SUBHEAD,
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


class Said(NamedTuple):
    """What the file of a whole issue says of an area: what it is, its article's name, its place in the order."""

    kind: str
    article: str
    place: int


@dataclass(slots=True)
class Region:
    """Lines that stand together, and what the page calls them; the name of the article that it says they are of.

    ``turned`` are the degrees, against the clock, by which they stand turned on the page: 0, 90, 180 or 270. Where it
    is a caption, ``picture`` is what it says it shows. ``place`` is its own among those of its article, where that is
    said.
    """

    strips: list[Strip]
    kind: str = ""
    article: str = ""
    turned: int = 0
    picture: Box | None = None
    place: int | None = None

    def __post_init__(self) -> None:
        self.kind = self.kind.partition(":")[0].strip().lower().replace("-", "")

    @property
    def is_heading(self) -> bool:
        """Whether the page calls it one."""
        return self.kind in HEADINGS


class Cropper(Protocol):
    """Gives the picture that lies in a box of a page, a PNG, turned by so many degrees with the clock."""

    def __call__(self, box: Box, turned: int = 0) -> bytes:
        """The picture."""


class Lack(Enum):
    """What a page lacks of which only the text is there."""

    NAME = auto()  # its picture's name
    FILE = auto()  # its picture, which it names
    PAGE = auto()  # a picture that is whole and its own
    PACKAGE = auto()  # what crops pictures


@dataclass(slots=True)
class Scan:
    """A page, in points. ``ordered`` says that its regions are in the order of reading; ``crop`` crops pictures, and is
    None where only the text of a scan is there: ``lack`` says why, with the name of the picture's file."""

    width: float
    height: float
    regions: list[Region] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    ordered: bool = False
    crop: Cropper | None = None
    lack: tuple[Lack, str] = (Lack.NAME, "")

    def on_it(self, box: Box) -> Box:
        """What of a box lies on the page."""
        across, down = (
            (min(max(edge, 0.0), most) for edge in pair)
            for pair, most in (((box.left, box.right), self.width), ((box.top, box.bottom), self.height))
        )
        left, right, top, bottom = *across, *down
        return Box(left, top, right, bottom)


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
