"""The printed page in miniature: its real stories as columns of bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Issue, Role
from converter.writers.markup.blocks import plain

COLUMNS, GUTTER = 5, 36.0
PITCHES = (20.0, 26.0, 34.0, 44.0, 58.0)
"""Distances of lines that are tried: a page of text gives small type, a note gives large type."""

FEWEST, MOST = 6, 36
"""Characters of the shortest and of the longest line; an issue that does not go in with the longest is cut."""

TEXT, TITLE, PHOTO = "#b3a998", "#44403c", "#e4dac6"
FIXED = {Role.HEADLINE: 3, Role.COLUMN_TITLE: 3, Role.CAPTION: 7}
"""Rows that a headline takes, and a caption with the picture above it; other text takes what it needs."""

FULL = 0.2
"""The part of the columns that text has to fill to look like a page."""

Content = Sequence[tuple[Role, int]]
"""Roles of blocks and their lengths in characters."""


def miniature(issue: Issue, box: tuple[float, float, float, float]) -> str:
    """SVG shapes for the text of ``issue`` in ``box`` (left, top, right, bottom).

    The type is the smallest that fills the columns; what does not go in is cut at the end.
    """
    left, top, right, bottom = box
    blocks = [(block.role, length) for block in issue.blocks() if (length := len(plain(block.text)))]
    depth = measure = 0
    for pitch in PITCHES:
        depth = int((bottom - top) / pitch)
        measure = _measure(blocks, depth * COLUMNS)
        if _rows(blocks, measure) > 0.85 * depth * COLUMNS:
            break
    if _rows(blocks, measure) < FULL * depth * COLUMNS:
        return ""
    column = (right - left - (COLUMNS - 1) * GUTTER) / COLUMNS
    shapes = []
    place = 0
    for role, rows, filled in _things(blocks, measure):
        if place % max(depth, 1) + rows > depth:
            place += -place % max(depth, 1)
        if place + rows > depth * COLUMNS:
            break
        corner = left + place // depth * (column + GUTTER), top + place % depth * pitch
        shapes.append(_shape(role, corner, column, filled, pitch))
        place += rows
    return "".join(shapes)


def _things(blocks: Content, measure: int) -> Iterator[tuple[Role, int, float]]:
    """What stands in the columns: role, rows, and the part of the measure that is filled. Text comes line by line."""
    for role, length in blocks:
        if role in FIXED:
            yield role, FIXED[role], min(length / measure, 1)
        else:
            for start in range(0, length, measure):
                yield role, 1, min((length - start) / measure, 1)


def _shape(role: Role, corner: tuple[float, float], column: float, filled: float, pitch: float) -> str:
    """A line of text as a bar; a headline as a thick one; a caption under its picture."""
    x, y = corner
    if role is Role.CAPTION:
        photo = _bar(x, y + 0.3 * pitch, column, 5 * pitch, PHOTO)
        return photo + _bar(x, y + 5.7 * pitch, column * filled, 0.4 * pitch, TEXT)
    if role in FIXED:
        return _bar(x, y + 0.8 * pitch, column * min(2 * filled, 1), 1.3 * pitch, TITLE)
    bold = role in (Role.SUBHEAD, Role.KICKER, Role.DECK)
    return _bar(x, y + 0.25 * pitch, column * filled, (0.5 if bold else 0.42) * pitch, TITLE if bold else TEXT)


def _bar(x: float, y: float, width: float, height: float, colour: str) -> str:
    """A filled rectangle."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>\n'


def _measure(blocks: Content, capacity: int) -> int:
    """Characters of a line with which ``blocks`` go into ``capacity`` rows, the fewest possible."""
    measure = FEWEST
    while _rows(blocks, measure) > capacity and measure < MOST:
        measure += measure // 6 + 1
    return measure


def _rows(blocks: Content, measure: int) -> int:
    """How many rows ``blocks`` take."""
    return sum(FIXED.get(role) or -(-length // measure) for role, length in blocks)
