"""What stands at the head or foot of a page: its number, which goes into the list of pages, and the folio line."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout import Story, Strip
from converter.layout.surface import shared
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


def is_folio(story: Story, height: float) -> bool:
    """Whether a line at a page's edge says of which day or page it is (报眉)."""
    if len(story.lines) != 1 or story.picture:
        return False
    strip = story.lines[0].strip
    told = read_folio(strip.text)
    at_edge = strip.box.bottom < EDGE * height or strip.box.top > (1 - EDGE) * height
    return at_edge and bool(told.date or told.page or told.number)
