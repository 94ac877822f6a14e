"""Pictures and the lines right below them, or upright beside them, that say what they show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from converter.layout.surface import Strip
from converter.model import Box

LEAST = 30.0  # points of a picture's shorter side; smaller ones are ornaments
BELOW = 2.5  # ems from a picture to its caption at most
SMALLER = 0.95  # times the size of most text up to which type is a caption's


def captions_of(
    strips: Sequence[Strip], pictures: Sequence[Box], body: float
) -> tuple[list[tuple[Box, list[Strip]]], list[Strip]]:
    """Each picture with its lines, and the lines that are of none."""
    found: list[tuple[Box, list[Strip]]] = []
    rest = list(strips)
    faces = Counter(strip.face for strip in strips if abs(strip.size - body) < 0.5)
    usual = max(faces, key=lambda face: faces[face], default="")
    for picture in sorted(pictures, key=lambda box: (box.top, box.left)):
        if min(picture.right - picture.left, picture.bottom - picture.top) >= LEAST:
            lines = _below(picture, rest, body, usual) or _beside(picture, rest, body, usual)
            found.append((picture, lines))
            taken = {id(strip) for strip in lines}
            rest = [strip for strip in rest if id(strip) not in taken]
    return found, rest


def _below(picture: Box, strips: Sequence[Strip], body: float, usual: str) -> list[Strip]:
    """The lines of a picture's caption, row by row."""
    rows = sorted(
        (s for s in strips if _is_under(picture, s)), key=lambda strip: (round(strip.box.top), strip.box.left)
    )
    lines: list[Strip] = []
    for strip in rows:
        above = lines[-1].box.bottom if lines else picture.bottom
        near = strip.box.top - above < (1.0 if lines else BELOW) * strip.size
        if not near or not _is_set_so(strip, body, usual):
            break
        lines.append(strip)
    return lines


def _is_set_so(strip: Strip, body: float, usual: str) -> bool:
    """Whether a line is set as captions are: smaller than the text, or in another face."""
    other_face = bool(usual and strip.face) and strip.face != usual
    return strip.size <= SMALLER * body or other_face and strip.size < 1.1 * body


def _beside(picture: Box, strips: Sequence[Strip], body: float, usual: str) -> list[Strip]:
    """The upright lines of a picture's caption, which stand along its left side, or else along its right."""
    along = [s for s in strips if s.upright and _is_set_so(s, body, usual) and _is_along(picture, s)]
    right = sorted((strip for strip in along if strip.box.left > picture.left), key=lambda strip: strip.box.left)
    left = sorted((strip for strip in along if strip.box.left < picture.left), key=lambda strip: -strip.box.left)
    return (
        _in_touch(-picture.left, left, lambda box: (-box.right, -box.left))
        or _in_touch(picture.right, right, lambda box: (box.left, box.right))[::-1]
    )


def _is_along(picture: Box, strip: Strip) -> bool:
    """Whether a line stands beside a picture and is no longer."""
    box, slack = strip.box, strip.size
    apart = box.right <= picture.left + 0.5 * slack or box.left >= picture.right - 0.5 * slack
    return apart and picture.top - slack <= box.top and box.bottom <= picture.bottom + 1.5 * slack


def _in_touch(edge: float, strips: Sequence[Strip], sides: Callable[[Box], tuple[float, float]]) -> list[Strip]:
    """The first of some lines, the nearest first, as far as each is near the one before; the first one near an edge."""
    lines: list[Strip] = []
    for strip in strips:
        near, far = sides(strip.box)
        if near - edge > (1.0 if lines else BELOW) * strip.size:
            break
        lines.append(strip)
        edge = far
    return lines


def _is_under(picture: Box, strip: Strip) -> bool:
    box, slack = strip.box, strip.size
    across = picture.left - slack <= box.left and box.right <= picture.right + 1.5 * slack
    return across and not strip.upright and box.top >= picture.bottom - 0.5 * slack
