"""Text that stands turned on its page by a quarter, a half or three quarters of a circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from converter.layout import Story
from converter.left_out import amount
from converter.model import Box
from converter.press.marks import is_han
from converter.readers.recognised.regions import QUARTERS, Cropper, Scan

SLANT = 20.0
"""Degrees by which text leans at most that counts as straight, or as turned by a right angle."""


def right_angle(degrees: float, text: str) -> int:
    """0, 90, 180 or 270 for the degrees against the clock by which a text is turned; 0 where they are near none.

    Chinese text that a program says is turned by 270, so that its lines run down and the next one stands to their left,
    was set upright.
    """
    near = 90 * round(degrees / 90)
    if abs(degrees - near) > SLANT or near % 360 == 270 and 2 * sum(map(is_han, text)) > amount(text):
        return 0
    return near % 360


def straight(scan: Scan) -> Scan:
    """A page as it is held to read most of its text. Its lines keep their names: they are changed in place."""
    lengths: Counter[int] = Counter()
    for region in scan.regions:
        lengths[region.turned] += sum(len(strip.text) for strip in region.strips)
    turned = max(lengths, key=lambda degrees: (lengths[degrees], -degrees), default=0)
    if not turned:
        return scan
    size = scan.width, scan.height
    for strip in chain.from_iterable(region.strips for region in scan.regions):
        strip.box = _turn(strip.box, turned, size)
        strip.__post_init__()
    for region in scan.regions:
        region.turned = (region.turned - turned) % 360
        region.picture = region.picture and _turn(region.picture, turned, size)
    pictures, rules, frames = (_turned(boxes, turned, size) for boxes in (scan.pictures, scan.rules, scan.frames))
    width, height = size[::-1] if turned in QUARTERS else size
    crop = scan.crop and _turning(scan.crop, turned, (width, height))
    return replace(scan, width=width, height=height, pictures=pictures, rules=rules, frames=frames, crop=crop)


def _turning(crop: Cropper, degrees: int, size: tuple[float, float]) -> Cropper:
    """What crops pictures of a page that was turned with the clock, and has that size now."""
    return lambda box, turned=0: crop(_turn(box, -degrees % 360, size), (degrees + turned) % 360)


def turned_back(scan: Scan, turned: int, stories: Sequence[Story]) -> None:
    """Give the lines and pictures of stories that were read on a straightened page their places on the page itself."""
    if turned:
        size = scan.width, scan.height
        for story in stories:
            for line in story.lines:
                line.strip.box = _turn(line.strip.box, -turned % 360, size)
            if story.picture:
                story.picture = _turn(story.picture, -turned % 360, size)


def _turned(boxes: Iterable[Box], degrees: int, size: tuple[float, float]) -> list[Box]:
    return [_turn(box, degrees, size) for box in boxes]


def _turn(box: Box, degrees: int, size: tuple[float, float]) -> Box:
    """Where a box is after a page of a size is turned with the clock."""
    width, height = size
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    if degrees == 90:
        left, top, right, bottom = height - bottom, left, height - top, right
    elif degrees == 180:
        left, top, right, bottom = width - right, height - bottom, width - left, height - top
    elif degrees == 270:
        left, top, right, bottom = top, width - right, bottom, width - left
    return Box(*(round(edge, 2) for edge in (left, top, right, bottom)))
