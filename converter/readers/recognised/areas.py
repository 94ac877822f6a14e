"""Areas of a page of which the file of a whole issue says what they are (METS, ``area``): by the ID of an element of
the page's text, by those of the first and last of several, or by coordinates on the page or on its picture.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from converter.model import Box
from converter.readers.recognised.regions import Said
from converter.readers.recognised.xml import number
from converter.records import NamedTuple

MOST_BOXES = 1000
"""Areas of a page by coordinates that are looked at: a page has two hundred blocks."""


class Area(NamedTuple):
    """What is said of an area: of elements from the one with the ID ``begin`` to that with the ID ``end``, or of what
    lies in a ``box``. That is in the unit of the page's text, or in pixels of the page's picture where it is
    ``pictured``, which is ``across`` pixels wide; 0 where that is not told."""

    said: Said
    begin: str = ""
    end: str = ""
    box: Box | None = None
    pictured: bool = False
    across: float = 0.0

    def scale(self, width: float, unit: float, pixel: float) -> float:
        """Points of its unit on a page of that ``width``, by the text's ``unit`` and the picture's ``pixel``."""
        if not self.pictured:
            return unit
        return width / self.across if self.across else pixel


def box_of(coordinates: str, shape: str = "RECT") -> Box | None:
    """The box around an area, by METS' ``COORDS`` and ``SHAPE``: of a rectangle and a polygon the corners, of a circle
    the middle and the radius. None where they tell none."""
    numbers = [number(text) for text in re.split(r"[\s,;]+", coordinates.strip()) if text]
    if shape.upper() == "CIRCLE" and len(numbers) == 3:
        x, y, far = numbers
        numbers = [x - far, y - far, x + far, y + far]
    if len(numbers) < 4 or len(numbers) % 2:
        return None
    across, down = numbers[::2], numbers[1::2]
    return Box(min(across), min(down), max(across), max(down))


class Areas:
    """What is said of the lines of a page: ``page`` is its element, ``width`` its width and ``unit`` that of its text,
    in points; ``pixel`` is a pixel of its picture, 0 where that is not known."""

    def __init__(self, areas: Sequence[Area], page: Any, width: float, unit: float, pixel: float) -> None:
        self._named: dict[str, Said] = {}
        for area in areas:
            if area.begin and area.end in ("", area.begin):
                self._named.setdefault(area.begin, area.said)
        by_place = [(area.box, area.scale(width, unit, pixel), area.said) for area in areas if not area.begin]
        boxes = [(_scaled(box, scale), said) for box, scale, said in by_place if box and scale]
        self._boxes = sorted(boxes[:MOST_BOXES], key=lambda pair: _size(pair[0]))
        self._rank([area for area in areas if area.end not in ("", area.begin)], page)

    def _rank(self, ranges: Sequence[Area], page: Any) -> None:
        """Take the ranges of elements, by the places of these in the document."""
        named = {name: one for one in page.iter() if (name := one.get("ID"))} if ranges else {}
        self._places = {name: place for place, name in enumerate(named)}
        lasts = {name: self._last(named[name]) for name in {area.end for area in ranges} if name in named}
        self._ranges = sorted(
            (self._places[area.begin], lasts[area.end], area.said)
            for area in ranges
            if area.begin in named and area.end in named
        )
        self._begins = [begin for begin, _, _ in self._ranges]

    def _last(self, element: Any) -> int:
        """The place of the last element in one."""
        return max(self._places[name] for one in element.iter() if (name := one.get("ID")))

    def said(self, line: Any, box: Box) -> Said | None:
        """What is said of a line that lies in a ``box``: of itself or what it stands in, the innermost first, else by
        its place; of several boxes by the smallest one's."""
        names = [name for one in (line, *line.iterancestors()) if (name := one.get("ID"))]
        found = next((self._named[name] for name in names if name in self._named), None)
        return found or self._in_range(names) or self._in_box(box)

    def _in_range(self, names: Iterable[str]) -> Said | None:
        """What is said of the range that the innermost of some elements is in, the one that begins last."""
        place = next((self._places[name] for name in names if name in self._places), -1)
        number = bisect_right(self._begins, place) - 1
        if number < 0 or self._ranges[number][1] < place:
            return None
        return self._ranges[number][2]

    def _in_box(self, box: Box) -> Said | None:
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        return next(
            (said for one, said in self._boxes if one.left <= x <= one.right and one.top <= y <= one.bottom), None
        )


def _scaled(box: Box, scale: float) -> Box:
    return Box(box.left * scale, box.top * scale, box.right * scale, box.bottom * scale)


def _size(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
