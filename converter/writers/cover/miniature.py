"""The printed page in miniature: its real stories as columns of bars, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from converter.model import Issue, Role
from converter.records import NamedTuple
from converter.writers.cover.shapes import Bar, Words
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

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in the drawing's units."""


class Told(NamedTuple):
    """A block: the place of its article among the issue's, its role, its length in characters."""

    article: int
    role: Role
    length: int


Content = Sequence[Told]


class Thing(NamedTuple):
    """What stands in a column: a line of text or what goes as one, in a box; ``filled`` is the part of the measure."""

    article: int
    role: Role
    box: Box
    filled: float
    pitch: float


def miniature(issue: Issue, box: Box) -> list[Bar | Words]:
    """Shapes for the text of ``issue`` in ``box``."""
    return [bar for thing in things(issue, box) for bar in _bars(thing)]


def blocks_of(issue: Issue, box: Box) -> list[tuple[int, Box]]:
    """Where each article stands in the miniature, by its place among the issue's: a box for each of its columns."""
    columns = groupby(things(issue, box), key=lambda thing: (thing.article, thing.box[0]))
    found = []
    for (article, left), members in columns:
        boxes = [thing.box for thing in members]
        found.append((article, (left, boxes[0][1], boxes[0][2], boxes[-1][3])))
    return found


def things(issue: Issue, box: Box) -> list[Thing]:
    """What stands in the columns of ``box``, in the order of reading.

    The type is the smallest that fills the columns; what does not go in is cut at the end.
    """
    left, top, right, bottom = box
    blocks = _told(issue, int((bottom - top) / PITCHES[0]) * COLUMNS)
    depth = measure = 0
    for pitch in PITCHES:
        depth = int((bottom - top) / pitch)
        measure = _measure(blocks, depth * COLUMNS)
        if _rows(blocks, measure) > 0.85 * depth * COLUMNS:
            break
    if _rows(blocks, measure) < FULL * depth * COLUMNS:
        return []
    column = (right - left - (COLUMNS - 1) * GUTTER) / COLUMNS
    found = []
    place = 0
    for article, role, rows, filled in _rowed(blocks, measure):
        if place % max(depth, 1) + rows > depth:
            place += -place % max(depth, 1)
        if place + rows > depth * COLUMNS:
            break
        x, y = left + place // depth * (column + GUTTER), top + place % depth * pitch
        found.append(Thing(article, role, (x, y, x + column, y + rows * pitch), filled, pitch))
        place += rows
    return found


def _told(issue: Issue, capacity: int) -> list[Told]:
    """The blocks of the issue up to those that no longer go into ``capacity`` rows, however long these are."""
    blocks: list[Told] = []
    rows = 0
    for article, one in enumerate(issue.articles()):
        for block in one.blocks():
            if length := len(plain(block.text)):
                blocks.append(Told(article, block.role, length))
                rows += _rows(blocks[-1:], 2 * MOST)
        if rows > capacity:
            break
    return blocks


def _rowed(blocks: Content, measure: int) -> Iterator[tuple[int, Role, int, float]]:
    """What stands in the columns: article, role, rows, and the part of the measure that is filled, line by line."""
    for article, role, length in blocks:
        if role in FIXED:
            yield article, role, FIXED[role], min(length / measure, 1)
        else:
            for start in range(0, length, measure):
                yield article, role, 1, min((length - start) / measure, 1)


def _bars(thing: Thing) -> list[Bar]:
    """A line of text as a bar; a headline as a thick one; a caption under its picture."""
    _, role, (x, y, right, _), filled, pitch = thing
    column = right - x
    if role is Role.CAPTION:
        photo = Bar(x, y + 0.3 * pitch, column, 5 * pitch, PHOTO)
        return [photo, Bar(x, y + 5.7 * pitch, column * filled, 0.4 * pitch, TEXT)]
    if role in FIXED:
        return [Bar(x, y + 0.8 * pitch, column * min(2 * filled, 1), 1.3 * pitch, TITLE)]
    bold = role in (Role.SUBHEAD, Role.KICKER, Role.DECK)
    return [Bar(x, y + 0.25 * pitch, column * filled, (0.5 if bold else 0.42) * pitch, TITLE if bold else TEXT)]


def _measure(blocks: Content, capacity: int) -> int:
    """Characters of a line with which ``blocks`` go into ``capacity`` rows, the fewest possible."""
    measure = FEWEST
    while _rows(blocks, measure) > capacity and measure < MOST:
        measure += measure // 6 + 1
    return measure


def _rows(blocks: Content, measure: int) -> int:
    """How many rows ``blocks`` take."""
    return sum(FIXED.get(role) or -(-length // measure) for _, role, length in blocks)
