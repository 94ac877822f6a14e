"""Pictures and the lines right below them that say what they show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

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
            lines = _below(picture, rest, body, usual)
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
        other_face = bool(usual and strip.face) and strip.face != usual
        if not near or not (strip.size <= SMALLER * body or other_face and strip.size < 1.1 * body):
            break
        lines.append(strip)
    return lines


def _is_under(picture: Box, strip: Strip) -> bool:
    box, slack = strip.box, strip.size
    across = picture.left - slack <= box.left and box.right <= picture.right + 1.5 * slack
    return across and not strip.upright and box.top >= picture.bottom - 0.5 * slack
