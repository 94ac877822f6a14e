"""What of a PDF's page clip paths let be seen of an object of text (ISO 32000-2, 8.5.4): its own, and those of the
forms that it is in (8.10).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pypdfium2.raw as raw

from converter.readers.pdf.shapes import DEEPEST, matrix_of, moved
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


ALL = Clip()
"""The clip of what no path hides."""


class Clips:
    """The clips of a page's objects of text, as far as they are made of a bounded number of points in all."""

    def __init__(self, page: Any) -> None:
        self._room = MOST_POINTS
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._by_forms: dict[int, Clip] = {}
        for number in range(raw.FPDFPage_CountObjects(page)):
            one = raw.FPDFPage_GetObject(page, number)
            if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_FORM:
                self._look_into(one)

    def _look_into(self, form: Any) -> None:
        """Keep what of the objects of text in a form, and in forms in it, the clip paths of forms let be seen."""
        waiting: list[tuple[Any, Clip, tuple[Any, ...]]] = [(form, ALL, ())]
        while waiting:
            holder, clip, outer = waiting.pop()
            clip = clip.within(self._of(_paths(holder), partial(_through, outer)))
            for number in range(raw.FPDFFormObj_CountObjects(holder)):
                one = raw.FPDFFormObj_GetObject(holder, number)
                kind = raw.FPDFPageObj_GetType(one)
                if kind == raw.FPDF_PAGEOBJ_FORM and len(outer) < DEEPEST:
                    waiting.append((one, clip, (matrix_of(holder), *outer)))
                elif kind == raw.FPDF_PAGEOBJ_TEXT and clip != ALL:
                    self._by_forms[ctypes.addressof(one.contents)] = clip

    def of(self, shape: Any, seen: Any) -> Clip:
        """The clip of an object of text, one of whose characters is seen under the matrix ``seen``.

        An object in a form knows the form's own space alone: what leads from there to the page is what leads from the
        object's matrix to that of its character.
        """
        clip = self._by_forms.get(ctypes.addressof(shape.contents), ALL) if self._by_forms else ALL
        paths, own = _paths(shape), raw.FS_MATRIX()
        if not paths or not raw.FPDFPageObj_GetMatrix(shape, own) or not own.a * own.d - own.b * own.c:
            return clip
        return clip.within(self._of(paths, partial(_moved, own, seen)))

    def _of(self, paths: Sequence[tuple[Any, int]], place: Callable[[float, float], tuple[float, float]]) -> Clip:
        """What clip paths let be seen; ``place`` tells where on the page a point of their space is."""
        clip = ALL
        for path, number in paths:
            points = raw.FPDFClipPath_CountPathSegments(path, number)
            self._room -= points + 1
            if self._room < 0:
                break
            if points > 0:
                clip = clip.within(self._around(path, number, points, place))
        return clip

    def _around(self, path: Any, number: int, count: int, place: Callable[[float, float], tuple[float, float]]) -> Clip:
        """The box around one of several paths."""
        places = []
        for at in range(count):
            segment = raw.FPDFClipPath_GetPathSegment(path, number, at)
            if raw.FPDFPathSegment_GetPoint(segment, self._x, self._y):
                places.append(place(self._x.value, self._y.value))
        across, up = zip(*places, strict=True)
        return Clip(min(across), min(up), max(across), max(up))


def _paths(shape: Any) -> list[tuple[Any, int]]:
    """The paths of an object's clip, each by its number."""
    path = raw.FPDFPageObj_GetClipPath(shape)
    return [(path, number) for number in range(raw.FPDFClipPath_CountPaths(path))] if path else []


def _through(outer: tuple[Any, ...], x: float, y: float) -> tuple[float, float]:
    """Where a point of a form's space is on the page, by the matrices of the forms around, the innermost first."""
    for matrix in outer:
        x, y = moved(matrix, x, y)
    return x, y


def _moved(own: Any, seen: Any, x: float, y: float) -> tuple[float, float]:
    """A point of the space in which an object has one matrix, in that in which it has another."""
    area = own.a * own.d - own.b * own.c
    x, y = x - own.e, y - own.f
    right, up = (own.d * x - own.c * y) / area, (own.a * y - own.b * x) / area
    return seen.a * right + seen.c * up + seen.e, seen.b * right + seen.d * up + seen.f
