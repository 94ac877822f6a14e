"""Recognised text of a scan, as ALTO, PAGE XML and hOCR have it → ``Source``: lines with boxes, read as a PDF's are.

A format's own file makes ``Scan``s of its pages; what they mean is settled here. Where a page says in which order its
regions are read, that order is kept; else ``converter/layout`` finds it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from statistics import fmean, median

from converter.errors import UnreadableInput
from converter.layout import Story, Strip, Surface, read
from converter.layout.blocks import HEADLINE, placed
from converter.layout.columns import Column, body_size
from converter.left_out import told
from converter.model import Box, Metadata, Role, Sheet, Source
from converter.readers.leaves import Leaf, lines_of
from converter.readers.margins import number_of

DOTS = 300.0
"""Dots an inch of a scan that does not say how many it has."""

MOST_PIXELS = 80_000_000
"""Pixels of a scanned page that is unpacked: a broadsheet's page of 400 dots an inch has sixty million."""

UPRIGHT = 1.5  # times as high as wide a line is from which it runs from top to bottom
ALIKE = 0.15  # by how much of its size type differs whose boxes were drawn round its ink

ROLES = {
    # what a page calls a region, in lower case: what it is
    "caption": Role.CAPTION,
    "header": Role.FOLIO,
    "footer": Role.FURNITURE,
    "page-number": Role.FURNITURE,
    "signature-mark": Role.FURNITURE,
    "catch-word": Role.FURNITURE,
    "advert": Role.FURNITURE,
    "advertisement": Role.FURNITURE,
}
HEADINGS = ("heading", "headline", "title")


@dataclass(slots=True)
class Region:
    """Lines that stand together, and what the page calls them, in lower case."""

    strips: list[Strip]
    kind: str = ""


@dataclass(slots=True)
class Scan:
    """A page, in points. ``ordered`` says that its regions are in the order of reading."""

    width: float
    height: float
    regions: list[Region] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    ordered: bool = False


def strip_of(
    text: str, box: Box, sure: Sequence[tuple[float, int]] = (), *, size: float = 0, bold: bool = False
) -> Strip:
    """A line. ``sure`` are the confidences of its words, each with how many characters it holds."""
    width, height = box.right - box.left, box.bottom - box.top
    upright = len(text) > 1 and height > UPRIGHT * width
    size = size or (width if upright else height)
    return Strip(text, box, max(size, 0.1), upright, bold, sure=round(min(1.0, max(0.0, mean(sure))), 3))


def mean(sure: Sequence[tuple[float, int]]) -> float:
    """How sure words are on the average, each by how many characters it holds; 1 where there are none."""
    length = sum(count for _, count in sure)
    return sum(value * count for value, count in sure) / length if length else 1.0


NO_TEXT = "no line of the recognised pages has text: recognize the scan (OCR) anew"


def source_of(
    scans: Sequence[Scan], left: Counter[str], metadata: Metadata = Metadata(), missing: str = NO_TEXT
) -> Source:
    """The ``Source`` of pages; ``left`` counts the characters that were left out, by cause.

    Raises ``UnreadableInput`` with the sentence ``missing`` where they have no text.
    """
    leaves = [leaf_of(scan, number) for number, scan in enumerate(scans, 1)]
    counts: Counter[str] = Counter()
    lines = lines_of(leaves, counts)
    if not lines.lines:
        raise UnreadableInput(missing)
    counts["picture(s) that only the scan has"] = sum(len(scan.pictures) for scan in scans)
    warnings = [f"left out {count} {what}" for what, count in counts.items() if count]
    sheets = tuple(Sheet(n, round(scan.width, 2), round(scan.height, 2)) for n, scan in enumerate(scans, 1))
    return replace(lines.source(metadata, [], [*warnings, *told(left)]), sheets=sheets)


def leaf_of(scan: Scan, number: int) -> Leaf:
    """A page's stories, and what it says that its lines are."""
    strips = list(chain.from_iterable(region.strips for region in scan.regions))
    _turn_single(strips)
    _level_sizes(strips)
    said, strips = number_of(strips, scan.height)
    stories = list(_stated(scan, strips)) if scan.ordered else _found(scan, strips)
    roles = {id(s): ROLES[region.kind] for region in scan.regions if region.kind in ROLES for s in region.strips}
    return Leaf(number, scan.height, stories, said, roles=roles)


def _found(scan: Scan, strips: list[Strip]) -> list[Story]:
    """The stories in the order that the layout finds, headings with the level that the page gives them."""
    if not strips:
        return []
    stories = read(Surface(scan.width, scan.height, strips=strips, rules=scan.rules, pictures=scan.pictures))
    headings = {id(s) for region in scan.regions if region.kind in HEADINGS for s in region.strips}
    for line in chain.from_iterable(story.lines for story in stories):
        if id(line.strip) in headings:
            line.level = HEADLINE
    return stories


def _stated(scan: Scan, strips: Sequence[Strip]) -> Iterator[Story]:
    """The stories in the order that the page states. Regions of text in a row go on with each other as columns do."""
    body = body_size(strips)
    kept = {id(strip) for strip in strips}
    full = [replace(region, strips=[s for s in region.strips if id(s) in kept]) for region in scan.regions]
    for (kind, _), some in groupby(
        (region for region in full if region.strips),
        lambda region: (region.kind if _is_named(region) else "", _way(region)),
    ):
        for regions in [[region] for region in some] if kind else [list(some)]:
            lines = placed([Column(region.strips) for region in regions], None, body)
            for line in lines if kind in HEADINGS else ():
                line.level, line.opens = HEADLINE, line is lines[0]
            yield Story(lines)


def _is_named(region: Region) -> bool:
    return region.kind in HEADINGS or region.kind in ROLES


def _way(region: Region) -> bool:
    return region.strips[0].upright


def _turn_single(strips: list[Strip]) -> None:
    """Let lines of one character run as most of the page does: their shape tells nothing."""
    upright = sum(len(s.text) for s in strips if s.upright) * 2 > sum(len(s.text) for s in strips)
    for strip in strips:
        if upright and len(strip.text) == 1:
            strip.upright = True
            strip.size = max(strip.size, strip.box.right - strip.box.left)
            strip.__post_init__()


def _level_sizes(strips: Sequence[Strip]) -> None:
    """Give lines of one type one size: a box round the ink is as high as its characters happen to be."""
    for group in _types(sorted(strips, key=lambda strip: strip.size)):
        size = fmean(strip.size for strip in group)
        for strip in group:
            strip.size = size


def _types(strips: Sequence[Strip]) -> list[list[Strip]]:
    """The lines of one type each, from those in the order of their sizes: the text's, and others that are alike."""
    if not strips:
        return []
    middle = median([strip.size for strip in strips for _ in strip.text])
    groups: list[list[Strip]] = [[strip for strip in strips if abs(strip.size - middle) <= ALIKE * middle]]
    begun: list[Strip] = []
    for strip in (strip for strip in strips if abs(strip.size - middle) > ALIKE * middle):
        if not begun or strip.size > begun[0].size * (1 + 2 * ALIKE) or begun[0].size < middle < strip.size:
            begun = []
            groups.append(begun)
        begun.append(strip)
    return [group for group in groups if group]
