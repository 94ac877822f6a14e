"""What stands at the head or foot of a page: its number, which goes into the list of pages, and the folio line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.layout import Story, Strip
from converter.layout.surface import BLANK, Placed, shared
from converter.model import around
from converter.press.folio import read_folio
from converter.press.pages import number_alone

EDGE = 0.1  # of a page's height, at its head and at its foot


def number_of(strips: Sequence[Strip], height: float) -> tuple[str | None, list[Strip]]:
    """The number that a page says it has, None where it says none, and its lines without it.

    It is told before the layout is found: below the columns of a page it would be the last line of one.
    """
    for strip in strips:
        middle = (strip.box.top + strip.box.bottom) / 2 / height
        found = number_alone(strip.text)
        if found and not EDGE < middle < 1 - EDGE and _stands_apart(strip, strips, middle > 0.5):
            return found, [other for other in strips if other is not strip]
    return None, list(strips)


def _stands_apart(strip: Strip, strips: Sequence[Strip], at_foot: bool) -> bool:
    """Whether nothing stands between a line and the page's edge, and in its row at most a title apart from the text."""
    box, inner, row = strip.box, 9e9, False
    for other in strips:
        if other is strip:
            continue
        beside = shared(box.top, box.bottom, other.box.top, other.box.bottom) > 0
        row = row or beside
        if not beside and shared(box.left, box.right, other.box.left, other.box.right) > 0:
            gap = box.top - other.box.bottom if at_foot else other.box.top - box.bottom
            if gap < 0:
                return False
            inner = min(inner, gap)
    return not row or inner > strip.size


LONGEST = 60
"""Characters of the longest row that is taken for a folio line's."""


def folio_of(strips: Sequence[Strip], height: float) -> tuple[list[Story], list[Strip], list[Story]]:
    """The line of a page's first row, its other lines, and the line of its last row, where a row says of which day the
    page is, or of which issue, and of which paper, page or number; else none.

    They are told before the layout is found, which would take one for the headline of the text below it.
    """
    rest = list(strips)
    found: list[list[Story]] = []
    for at_foot in (False, True):
        row = _edge_row(rest, at_foot)
        if _is_folio_row(row, [strip for strip in rest if strip not in row], height, at_foot):
            rest = [strip for strip in rest if strip not in row]
            found.append([Story([Placed(_one(row), True)])])
        else:
            found.append([])
    return found[0], rest, found[1]


def _one(row: Sequence[Strip]) -> Strip:
    """The pieces of a row as one line."""
    text, sure = BLANK.join(strip.text for strip in row), min(strip.sure for strip in row)
    return replace(row[0], text=text, box=around(strip.box for strip in row), sure=sure)


def _edge_row(strips: Sequence[Strip], at_foot: bool) -> list[Strip]:
    """The lines of a page's first row, or of its last one, from the left."""
    if not strips:
        return []
    edge = max(strips, key=lambda strip: strip.box.bottom) if at_foot else min(strips, key=lambda strip: strip.box.top)
    row = (strip for strip in strips if shared(edge.box.top, edge.box.bottom, strip.box.top, strip.box.bottom) > 0)
    return sorted(row, key=lambda strip: strip.box.left)


def _is_folio_row(row: Sequence[Strip], others: Sequence[Strip], height: float, at_foot: bool) -> bool:
    """Whether lines say of which day and page a page is, and stand at its edge, apart from all ``others``."""
    text = BLANK.join(strip.text for strip in row)
    if not row or len(text) > LONGEST or any(strip.upright for strip in row):
        return False
    top, bottom = min(strip.box.top for strip in row), max(strip.box.bottom for strip in row)
    gaps = [top - other.box.bottom if at_foot else other.box.top - bottom for other in others]
    at_edge = top > (1 - EDGE) * height if at_foot else bottom < EDGE * height
    spread = sum(read_folio(strip.text).date is not None for strip in row) > 1
    return at_edge and min(gaps, default=0.0) > 0 and not spread and _tells_folio(text)


def _tells_folio(text: str) -> bool:
    """Whether a text says of which day or number an issue is, and more of it."""
    told = read_folio(text)
    facts = (told.date, told.number, told.page, told.paper)
    return bool(told.date or told.number) and sum(fact is not None for fact in facts) > 1


def is_folio(story: Story, height: float) -> bool:
    """Whether a line at a page's edge says of which day or page it is (报眉)."""
    if len(story.lines) != 1 or story.picture:
        return False
    strip = story.lines[0].strip
    told = read_folio(strip.text)
    at_edge = strip.box.bottom < EDGE * height or strip.box.top > (1 - EDGE) * height
    return at_edge and bool(told.date or told.page or told.number)
