"""Which lines of a recognised page say what a picture shows, where the page calls them a caption or states an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from converter.layout.captions import BELOW, LEAST, captions_of
from converter.layout.columns import body_size
from converter.layout.surface import Strip, shared
from converter.model import Box, Role, around
from converter.readers.recognised.regions import ROLES, Region, Scan

MOST_PAIRS = 1_000_000
"""Pictures of a page times its captions up to which each is looked at beside each; a page has a dozen of both."""


def captioned(scan: Scan) -> Scan:
    """The page with its captions told of their ``picture``, and the pictures that have none: those of a page as they
    are seen on it, without ornaments."""
    pictures = [box for box in map(scan.on_it, dict.fromkeys(scan.pictures)) if _least(box) >= LEAST]
    if not pictures:
        return replace(scan, pictures=[])
    scan = replace(scan, regions=_joined(scan.regions))
    taken = _pair(pictures, [region for region in scan.regions if _is_caption(region)])
    scan.pictures = [picture for place, picture in enumerate(pictures) if place not in taken]
    if scan.ordered:
        _find(scan)
    return scan


def _find(scan: Scan) -> None:
    """Make the lines right below pictures their captions, on a page whose other lines keep their order."""
    regions = scan.regions
    body = body_size(strip for region in regions for strip in region.strips)
    strips = [strip for region in regions if not region.kind for strip in region.strips]
    for picture, lines in captions_of(strips, scan.pictures, body)[0]:
        if _as_caption(scan, picture, lines):
            scan.pictures = [other for other in scan.pictures if other != picture]


def _least(box: Box) -> float:
    return min(box.right - box.left, box.bottom - box.top)


def _is_caption(region: Region) -> bool:
    return ROLES.get(region.kind) is Role.CAPTION and bool(region.strips)


def _joined(regions: Sequence[Region]) -> list[Region]:
    """The regions, captions that follow on each other line by line made one."""
    kept: list[Region] = []
    for region in regions:
        last = kept[-1] if kept else None
        if last and _is_caption(last) and _is_caption(region) and _goes_on(last, region):
            kept[-1] = replace(last, strips=[*last.strips, *region.strips])
        else:
            kept.append(region)
    return kept


def _goes_on(last: Region, region: Region) -> bool:
    gap = _gap(last.strips[-1].box, region.strips[0].box)
    alike = (last.article, last.turned) == (region.article, region.turned)
    return alike and gap is not None and gap <= region.strips[0].size


def _pair(pictures: Sequence[Box], captions: Sequence[Region]) -> set[int]:
    """Tell captions of their pictures, the nearest first; the places of those pictures."""
    taken: set[int] = set()
    if len(pictures) * len(captions) > MOST_PAIRS:
        return taken
    boxes = [around(strip.box for strip in region.strips) for region in captions]
    gaps = ((_gap(pictures[m], boxes[n]), m, n) for m, n in product(range(len(pictures)), range(len(captions))))
    near = ((gap, m, n) for gap, m, n in gaps if gap is not None and gap <= BELOW * captions[n].strips[0].size)
    for _, picture, caption in sorted(near):
        if picture not in taken and captions[caption].picture is None:
            captions[caption].picture = pictures[picture]
            taken.add(picture)
    return taken


def _gap(one: Box, other: Box) -> float | None:
    """How far two boxes lie apart, one below or beside the other; None where they do neither."""
    across = shared(one.left, one.right, other.left, other.right)
    down = shared(one.top, one.bottom, other.top, other.bottom)
    return None if across <= 0 and down <= 0 else max(0.0, -across, -down)


def _as_caption(scan: Scan, picture: Box, lines: Sequence[Strip]) -> bool:
    """Make the regions of those lines the caption of a picture; whether lines are theirs alone."""
    known = set(map(id, lines))
    some = [region for region in scan.regions if known & set(map(id, region.strips))]
    if not some or any(id(strip) not in known for region in some for strip in region.strips):
        return False
    first, *others = some
    first.kind, first.picture, first.strips = "caption", picture, list(lines)
    scan.regions = [region for region in scan.regions if not any(region is other for other in others)]
    return True
