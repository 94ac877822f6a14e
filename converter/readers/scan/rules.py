"""What is drawn on a picture of a page beside its text.

Rules are long straight strokes with paper on both sides, frames what four of them enclose, tints fields of darker
paper, and pictures such fields without text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

import cv2
import numpy as np

from converter.model import Box
from converter.records import NamedTuple

DOTS = 100.0
"""Dots an inch at which strokes are looked for: a hairline is still seen, and a page has a million dots."""

LONG, THICK = 4.0, 0.4
"""Ems of the text's type: how long a rule is at least, and how thick at most."""

MOST = 400
"""Strokes of a direction that are looked at: a page has a hundred, a drawing any number."""

_FAINT = 0.3  # of a dot: how much of it has ink where a hairline goes through it
_BESIDE = 0.4  # of the dots on either side of a rule that have ink at most
_JOINED = 1.0  # ems between two pieces of one rule at most
_CORNER = 0.8  # ems between the ends of two sides of a frame at most
_TINT = 8  # shades by which a field is darker than the page's paper at least
_FILLED = 0.9  # of its box that a field fills
_MOST = 0.85  # of the page that a field is at most
_LEAST = (40.0, 25.0)  # points of the sides of a frame or field at least

Runs = list[tuple[float, float, float]]
"""Strokes of one direction, in dots: where along the page each begins and ends, and where across it."""


class Drawn(NamedTuple):
    """Rules, frames and tints, and pictures, in points."""

    rules: list[Box]
    frames: list[Box]
    pictures: list[Box]


def drawn_on(pixels: Any, scale: float, em: float, texts: Sequence[Box]) -> Drawn:
    """What is drawn on a page of blue, green, red rows, ``scale`` points a pixel.

    ``em`` is the size of its text's type, ``texts`` are where its lines stand, in points: a stroke of a large character
    is no rule.
    """
    grey = pixels.min(axis=2)
    shrunk = min(1.0, scale * DOTS / 72)
    size = max(1, round(grey.shape[1] * shrunk)), max(1, round(grey.shape[0] * shrunk))
    dot = scale / shrunk
    ink = cv2.resize(_ink_of(grey), size, interpolation=cv2.INTER_AREA) > 255 * _FAINT
    rules = [rule for rule in _rules(ink, em, dot) if not any(_is_in(rule, text) for text in texts)]
    fields = list(filter(_is_large, _fields(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), em / dot, dot)))
    tints = [field for field in fields if any(_is_in(_middle(text), field) for text in texts)]
    pictures = [field for field in fields if field not in tints]
    rules = [rule for rule in rules if not any(_is_in(rule, picture) for picture in pictures)]
    frames = list(_frames(rules, em))
    rules = [rule for rule in rules if not any(_is_side(rule, frame, em) for frame in frames)]
    return Drawn(rules, [*filter(_is_large, frames), *tints], pictures)


def _rules(ink: Any, em: float, dot: float) -> Iterator[Box]:
    """The strokes of both directions, in points; a dot of the ink is so many."""
    for start, end, at in _strokes(ink, em / dot)[:MOST]:
        yield _box(start * dot, at * dot, end * dot, at * dot)
    for start, end, at in _strokes(ink.T, em / dot)[:MOST]:
        yield _box(at * dot, start * dot, at * dot, end * dot)


def _ink_of(grey: Any) -> Any:
    """Where ink is, 255 or 0: what is darker than the paper around it."""
    around = max(3, min(grey.shape) // 60 | 1)
    return cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, around, 25)


def _strokes(ink: Any, em: float) -> Runs:
    """The strokes along the rows of ink, pieces that go on with each other as one."""
    piece = max(8, round(LONG / 2 * em))
    opened = cv2.morphologyEx(ink.astype("uint8"), cv2.MORPH_OPEN, np.ones((1, piece), "uint8"))
    near = cv2.dilate(opened, np.ones((3, max(1, round(_JOINED * em))), "uint8"))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    found: Runs = []
    for number in range(1, count):
        left, top, width, height = (int(value) for value in stats[number, :4])
        part = opened[top : top + height, left : left + width] * (
            labels[top : top + height, left : left + width] == number
        )
        columns = np.nonzero(part.any(axis=0))[0]
        start, end = left + int(columns[0]), left + int(columns[-1]) + 1
        if end - start >= LONG * em and _is_thin(part, em) and _stands_alone(ink, opened, (start, end), (top, height)):
            found.append((start, end, top + float(np.nonzero(part)[0].mean()) + 0.5))
    return found


def _is_thin(part: Any, em: float) -> bool:
    """Whether the ink of a stroke, which may lean a little, is nowhere thicker than a rule."""
    thick = part.sum(axis=0)
    return float(np.percentile(thick[thick > 0], 80)) <= max(2.0, THICK * em)


def _stands_alone(ink: Any, opened: Any, along: tuple[int, int], across: tuple[int, int]) -> bool:
    """Whether there is paper on both sides of a stroke; the edge of a picture has none on one."""
    (start, end), (top, height) = along, across
    for low, high in ((top - 2, top), (top + height, top + height + 2)):
        beside = ink[max(0, low) : max(0, high), start:end] & (opened[max(0, low) : max(0, high), start:end] == 0)
        if beside.size and beside.mean() > _BESIDE:
            return False
    return True


def _frames(rules: Sequence[Box], em: float) -> Iterator[Box]:
    """The boxes that four rules enclose, but for those that more rules divide, as a table's do."""
    across = [rule for rule in rules if rule.top == rule.bottom]
    down = [rule for rule in rules if rule.top != rule.bottom]
    for top, foot in permutations(across, 2):
        frame = Box(top.left, top.top, top.right, foot.top)
        enclosed = frame.bottom > frame.top + 2 * em and _is_side(foot, frame, em) and _is_closed(frame, down, em)
        if enclosed and not any(_divides(rule, frame, em) for rule in rules):
            yield frame


def _is_closed(frame: Box, down: Sequence[Box], em: float) -> bool:
    """Whether rules stand at both sides of a frame, as high as it."""
    sides = [rule.left for rule in down if _is_side(rule, frame, em)]
    return all(any(abs(side - edge) < _CORNER * em for side in sides) for edge in (frame.left, frame.right))


def _is_side(rule: Box, frame: Box, em: float) -> bool:
    """Whether a rule lies on a side of a frame, and is as long."""
    return any(
        max(abs(rule.left - left), abs(rule.top - top), abs(rule.right - right), abs(rule.bottom - bottom))
        < _CORNER * em
        for left, top, right, bottom in (
            (frame.left, frame.top, frame.right, frame.top),
            (frame.left, frame.bottom, frame.right, frame.bottom),
            (frame.left, frame.top, frame.left, frame.bottom),
            (frame.right, frame.top, frame.right, frame.bottom),
        )
    )


def _divides(rule: Box, frame: Box, em: float) -> bool:
    """Whether a rule goes through a frame from side to side."""
    slack = _CORNER * em
    whole = abs(rule.left - frame.left) < slack > abs(rule.right - frame.right)
    high = abs(rule.top - frame.top) < slack > abs(rule.bottom - frame.bottom)
    inside = _is_in(_middle(rule), frame) and not _is_side(rule, frame, em)
    return inside and (whole if rule.top == rule.bottom else high)


def _fields(grey: Any, em: float, dot: float) -> Iterator[Box]:
    """The fields whose paper is darker than the page's: it is seen where the ink on it is closed."""
    paper = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, _square(0.6 * em))
    usual = int(np.argmax(np.bincount(paper.ravel(), minlength=256)[128:])) + 128
    darker = cv2.morphologyEx((paper < usual - _TINT).astype("uint8"), cv2.MORPH_OPEN, _square(em))
    count, _, stats, _ = cv2.connectedComponentsWithStats(darker, connectivity=4)
    for left, top, width, height, filled in (tuple(map(int, stats[number])) for number in range(1, count)):
        if filled > _FILLED * width * height and width * height < _MOST * grey.size:
            yield _box(left * dot, top * dot, (left + width) * dot, (top + height) * dot)


def _square(side: float) -> Any:
    """A square of about a side in dots, which has a middle: another one would move what is closed or opened with it."""
    return np.ones((max(3, round(side) | 1),) * 2, "uint8")


def _is_large(box: Box) -> bool:
    return box.right - box.left > _LEAST[0] and box.bottom - box.top > _LEAST[1]


def _middle(box: Box) -> Box:
    """The middle of a line, as a box."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return Box(x, y, x, y)


def _is_in(inner: Box, outer: Box) -> bool:
    """Whether a box lies in another, or hardly out of it: so a stroke does in its line."""
    return (
        outer.left - 1 <= inner.left
        and inner.right <= outer.right + 1
        and outer.top - 1 <= inner.top
        and inner.bottom <= outer.bottom + 1
    )


def _box(*edges: float) -> Box:
    return Box(*(round(edge, 2) for edge in edges))
