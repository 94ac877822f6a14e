"""What stands at the head or foot of a page: its number, which goes into the list of pages, and the folio line."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout import Story
from converter.press.folio import read_folio
from converter.press.pages import number_alone

EDGE = 0.1  # of a page's height, at its head and at its foot


def number_of(stories: Sequence[Story], height: float) -> tuple[str, list[Story]] | None:
    """The number that a page says it has, and the stories without it; None where it says none."""
    for story in stories:
        for line in (story.lines[:1] + story.lines[-1:]) if not (story.picture or story.rows) else ():
            found = number_alone(line.strip.text)
            middle = (line.strip.box.top + line.strip.box.bottom) / 2 / height
            if found and not EDGE < middle < 1 - EDGE:
                story.lines.remove(line)
                return found, [other for other in stories if other.lines or other.picture]
    return None


def is_folio(story: Story, height: float) -> bool:
    """Whether a line at a page's edge says of which day or page it is (报眉)."""
    if len(story.lines) != 1 or story.picture:
        return False
    strip = story.lines[0].strip
    told = read_folio(strip.text)
    at_edge = strip.box.bottom < EDGE * height or strip.box.top > (1 - EDGE) * height
    return at_edge and bool(told.date or told.page or told.number)
