"""What of a PDF's page a clip path lets be seen of an object of text (ISO 32000-2, 8.5.4)."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw

from converter.records import NamedTuple

MOST_POINTS = 50_000
"""Points of clip paths of a page that are looked at: a page of a thousand lines, each in a box, has five thousand."""


class Clip(NamedTuple):
    """The box around all that is let be seen, in points of the page's own space: it may be empty."""

    left: float = -9e9
    bottom: float = -9e9
    right: float = 9e9
    top: float = 9e9

    def hides(self, x: float, y: float, slack: float) -> bool:
        """Whether a point lies outside, by more than ``slack``."""
        across = self.left - slack <= x <= self.right + slack
        return not (across and self.bottom - slack <= y <= self.top + slack)

    def within(self, other: Clip) -> Clip:
        """What both let be seen."""
        return Clip(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )


class Clips:
    """The clips of a page's objects of text, as far as they are made of a bounded number of points in all."""

    def __init__(self) -> None:
        self._room = MOST_POINTS
        self._x, self._y = ctypes.c_float(), ctypes.c_float()

    def of(self, shape: Any, seen: Any) -> Clip:
        """The clip of an object of text, one of whose characters is seen under the matrix ``seen``.

        An object in a form knows the form's own space alone: what leads from there to the page is what leads from the
        object's matrix to that of its character.
        """
        clip, path = Clip(), raw.FPDFPageObj_GetClipPath(shape)
        count = raw.FPDFClipPath_CountPaths(path) if path else 0
        if count < 1:
            return clip
        own = raw.FS_MATRIX()
        area = raw.FPDFPageObj_GetMatrix(shape, own) and own.a * own.d - own.b * own.c
        for number in range(count if area else 0):
            points = raw.FPDFClipPath_CountPathSegments(path, number)
            self._room -= points + 1
            if self._room < 0:
                break
            if points > 0:
                clip = clip.within(self._around(path, number, points, own, seen))
        return clip

    def _around(self, path: Any, number: int, count: int, own: Any, seen: Any) -> Clip:
        """The box around one of several paths."""
        places = []
        for at in range(count):
            segment = raw.FPDFClipPath_GetPathSegment(path, number, at)
            if raw.FPDFPathSegment_GetPoint(segment, self._x, self._y):
                places.append(_moved(own, seen, self._x.value, self._y.value))
        across, up = zip(*places, strict=True)
        return Clip(min(across), min(up), max(across), max(up))


def _moved(own: Any, seen: Any, x: float, y: float) -> tuple[float, float]:
    """A point of the space in which an object has one matrix, in that in which it has another."""
    area = own.a * own.d - own.b * own.c
    x, y = x - own.e, y - own.f
    right, up = (own.d * x - own.c * y) / area, (own.a * y - own.b * x) / area
    return seen.a * right + seen.c * up + seen.e, seen.b * right + seen.d * up + seen.f
