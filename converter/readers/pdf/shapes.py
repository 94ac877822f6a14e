"""What is drawn on a PDF's page beside its text: rules, frames and tints, pictures.

A table may be one path of all its rules, or of the outlines of all its cells: a path is taken apart into what it draws.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from operator import attrgetter
from typing import Any

import pypdfium2.raw as raw

from converter.model import Box
from converter.records import NamedTuple

MOST_OBJECTS = 100_000
"""Drawn objects of a page that are looked at."""

DEEPEST = 6
"""Forms in forms whose shapes are looked at."""

MOST_SEGMENTS = 4000
"""Segments of a path that is taken apart; one of more is a drawing."""

MOST_PICTURES, MOST_LAYERS = 200, 100.0
"""Pictures of a page that are cropped, and how often what is painted may cover a page that is drawn."""

_THIN, _LONG = 3.0, 20.0  # points: how thick a rule is at most, and how long at least
_SIDE = 8.0  # points: how long a rule is at least that is drawn with others, as a cell's sides are
_STRAIGHT = 0.5  # points that the ends of a line differ at most for it to run along the page

Span = tuple[float, float, float, float]
Point = tuple[float, float]
Colour = tuple[int, int, int, int]


@dataclass(slots=True)
class Shapes:
    """Rules; frames and tints; pictures; and the dark fields on which white text is seen."""

    rules: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    dark: list[Box] = field(default_factory=list)
    layers: float = 0.0
    """How often all that is painted covers the page."""


def shapes_of(page: Any, place: Callable[[float, float], Point], size: tuple[float, float]) -> Shapes:
    """What is drawn on a page of ``size`` points. ``place`` tells where a point of the page's own space is seen."""
    shapes = Shapes()
    for shape in islice(_drawn(page.raw), MOST_OBJECTS):
        if shape is None:
            continue
        is_path = shape.kind == raw.FPDF_PAGEOBJ_PATH
        fill = _fill(shape.raw) if is_path else (0, 0, 0, 255)
        several = _pieces(shape.raw, fill is not None) if is_path else []
        for span in several or _bounds(shape.raw):
            box = _seen(shape.outer, span, place, size)
            of_page = (box.right - box.left) * (box.bottom - box.top) / (size[0] * size[1])
            shapes.layers += of_page if fill is not None else 0
            if shape.kind == raw.FPDF_PAGEOBJ_IMAGE:
                shapes.pictures.append(box)
            else:
                _sort(box, fill, len(several) > 1, of_page, shapes)
    shapes.pictures = [
        box
        for box in _whole(shapes.pictures)
        if (box.right - box.left) * (box.bottom - box.top) < 0.8 * size[0] * size[1]
        and min(box.right - box.left, box.bottom - box.top) > _SIDE
    ]
    return shapes


def _whole(pictures: Sequence[Box]) -> list[Box]:
    """Pictures, those made one again that were cut into bands or tiles: what meets over a whole side."""
    bands = _joined(pictures, ("left", "right", "top", "bottom"))
    return sorted(_joined(bands, ("top", "bottom", "left", "right")), key=lambda box: (box.top, box.left))


def _joined(boxes: Sequence[Box], edges: tuple[str, str, str, str]) -> list[Box]:
    """Boxes, those one that have two sides in common and begin where the one before ends, by the names of their edges:
    of the sides, of where a box begins, of where it ends.
    """
    one_side, other_side, begin, end = map(attrgetter, edges)
    found: list[Box] = []
    for box in sorted(boxes, key=lambda box: (round(one_side(box)), round(other_side(box)), begin(box))):
        last = found[-1] if found else None
        aside = abs(one_side(last) - one_side(box)) + abs(other_side(last) - other_side(box)) if last else 1
        if last and aside < 1 and abs(end(last) - begin(box)) < 1:
            found[-1] = replace(last, **{edges[3]: end(box)})
        else:
            found.append(box)
    return found


class _Shape(NamedTuple):
    """What pdfium knows of a shape, its kind, and the matrices of the forms that it is in, the innermost first."""

    raw: Any
    kind: int
    outer: tuple[Any, ...]


_KINDS = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)


def _drawn(page: Any) -> Iterator[_Shape | None]:
    """The shapes of a page and of the forms on it, and None for everything else."""
    waiting: list[tuple[Any, int, Any, int, tuple[Any, ...]]] = [
        (page, raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, 0, ())
    ]
    while waiting:
        holder, count, get, at, outer = waiting.pop()
        for number in range(at, count):
            one = get(holder, number)
            kind = raw.FPDFPageObj_GetType(one)
            if kind == raw.FPDF_PAGEOBJ_FORM and len(outer) < DEEPEST:
                waiting.append((holder, count, get, number + 1, outer))
                inside = raw.FPDFFormObj_CountObjects(one)
                waiting.append((one, inside, raw.FPDFFormObj_GetObject, 0, (matrix_of(one), *outer)))
                yield None
                break
            yield _Shape(one, kind, outer) if kind in _KINDS else None


def matrix_of(shape: Any) -> Any:
    """The matrix that leads from a shape's own space to that around it."""
    matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    raw.FPDFPageObj_GetMatrix(shape, matrix)
    return matrix


def moved(matrix: Any, x: float, y: float) -> Point:
    """A point of a shape's own space in that around it."""
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def _bounds(shape: Any) -> list[Span]:
    """From where to where a shape goes; none where pdfium does not know."""
    edges = [ctypes.c_float() for _ in range(4)]
    found = raw.FPDFPageObj_GetBounds(shape, *edges)
    return [(edges[0].value, edges[1].value, edges[2].value, edges[3].value)] if found else []


def _sort(box: Box, fill: Colour | None, one_of_many: bool, of_page: float, shapes: Shapes) -> None:
    """Put a field or a rule where it belongs."""
    across, down = box.right - box.left, box.bottom - box.top
    if min(across, down) <= _THIN:
        if max(across, down) > (_SIDE if one_of_many else _LONG):
            shapes.rules.append(box)
    elif of_page < 0.85:
        if fill is not None and max(fill[:3]) < 150 and fill[3] > 130:
            shapes.dark.append(box)
        if across > 40 and down > 25 and (fill is None or min(fill[:3]) < 254):
            shapes.frames.append(box)
        elif fill is None and min(across, down) > _SIDE:
            shapes.rules += _sides(box)


def _sides(box: Box) -> list[Box]:
    """The four sides of a cell."""
    return [
        Box(box.left, box.top, box.right, box.top),
        Box(box.left, box.bottom, box.right, box.bottom),
        Box(box.left, box.top, box.left, box.bottom),
        Box(box.right, box.top, box.right, box.bottom),
    ]


def _seen(outer: Sequence[Any], span: Span, place: Callable[[float, float], Point], size: tuple[float, float]) -> Box:
    """Where on the page as it is seen a span is that may be in the space of a form, which may be in another one's."""
    for matrix in outer:
        span = _span([moved(matrix, x, y) for x in span[::2] for y in span[1::2]])
    left, bottom, right, top = span
    one, other = place(left, bottom), place(right, top)
    x, y = sorted((one[0], other[0])), sorted((one[1], other[1]))
    x, y = [min(max(edge, 0.0), size[0]) for edge in x], [min(max(edge, 0.0), size[1]) for edge in y]
    return Box(x[0], y[0], x[1], y[1])


def _span(points: Sequence[Point]) -> Span:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _fill(shape: Any) -> Colour | None:
    """The colour that a path is filled with, None where it is drawn as a line alone."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if raw.FPDFPath_GetDrawMode(shape, mode, stroke) and not mode.value:
        return None
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(shape, *parts):
        return 0, 0, 0, 255
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha


def _pieces(shape: Any, filled: bool) -> list[Span]:
    """The rules and fields of a path that draws several; none where it draws but one, or other things too."""
    count = raw.FPDFPath_CountSegments(shape)
    if not 5 < count <= MOST_SEGMENTS:
        return []
    found: list[Span] = []
    for points in _lines(shape, count):
        if filled or _is_field(points):
            found.append(_span(points))
            continue
        strokes = [_span(pair) for pair in pairwise(points) if pair[0] != pair[1]]
        if not all(min(right - left, top - bottom) < _STRAIGHT for left, bottom, right, top in strokes):
            return []
        found += strokes
    return found


def _lines(shape: Any, count: int) -> Iterator[list[Point]]:
    """The points of each line of a path that has no break in it."""
    matrix = matrix_of(shape)
    x, y = ctypes.c_float(), ctypes.c_float()
    line: list[Point] = []
    for number in range(count):
        segment = raw.FPDFPath_GetPathSegment(shape, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            if len(line) > 1:
                yield line
            line = []
        line.append(moved(matrix, x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            line.append(line[0])
    if len(line) > 1:
        yield line


def _is_field(points: Sequence[Point]) -> bool:
    """Whether a line goes round a rectangle."""
    left, bottom, right, top = _span(points)
    corners = [one for one, other in pairwise(points) if one != other]
    at_corners = all(
        min(abs(x - left), abs(x - right)) < _STRAIGHT and min(abs(y - bottom), abs(y - top)) < _STRAIGHT
        for x, y in corners
    )
    return len(corners) == 4 and at_corners and min(right - left, top - bottom) > _STRAIGHT
