"""What a site prints above and below a text, and was taken for part of it: the way to the page, its channel's name,
pleas to press something, titles of other stories, buttons and claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from converter.model import Line, Opens, Role
from converter.press.lexicon import pattern
from converter.press.patterns import later
from converter.press.posts import is_house
from converter.press.sites import begins_list, is_comments_title, is_site_line
from converter.structure.search.grammar import ROLES, STATES
from converter.structure.search.path import Reading
from converter.structure.series.telling import Told, among, places_of

_TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD, Role.COLUMN_TITLE, Role.CAPTION)
"""What such lines are taken for, beside paragraphs."""
_TAKEN_FOR = (*_TITLES, Role.PARAGRAPH)
_ENDS_STORIES = (Role.SOURCE_NOTE, Role.SIGNATURE)
_LONGEST_OTHER = 50
"""Characters of another story's title."""
_TRAIL = later(
    r"(?:[^\s。，：>＞»›]{2,6}：\s*)?(?:[^\s。，：>＞»›]{1,12}\s*[>＞»›]\s*)+(?:[^\s。，：>＞»›]{1,12})?",
    needs=lambda: ">＞»›",
)
"""The way to a page of a site, from section to section (首页 > 新闻 > 国际)."""


def around(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What such lines are: furniture; what stands beside them, what it is then."""
    yield from _trails(lines, readings)
    yield from _feet(lines, readings)
    yield from _other_stories(lines, readings)
    yield from _asking(lines, readings)


def _trails(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The lines above the first text that say where on a site the page is, or whose channel; the deck of one is the
    headline.
    """
    roles = [*(ROLES[reading.state] for reading in readings), None]
    for place, (role, below) in enumerate(pairwise(roles)):
        is_trail = _TRAIL.fullmatch(lines[place].text) is not None or _is_channel(lines[place].text)
        if role is Role.PARAGRAPH and not is_trail:
            return
        if is_trail and lines[place].is_free:
            yield Told(place, Role.FURNITURE)
            if role is Role.HEADLINE and below is Role.DECK and lines[place + 1].is_free:
                yield Told(place + 1, Role.HEADLINE, Opens.ARTICLE)


def _is_channel(text: str) -> bool:
    """Whether a line is the name of a news house's channel in an app: 海湾晚报微信公众号."""
    found = _channel().fullmatch(text)
    return found is not None and is_house(found[1])


@cache
def _channel() -> re.Pattern[str]:
    return pattern(f"{__package__}.prose", "reader", r"(\S{2,12}?)<whose>?<app>")


def _feet(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The buttons, labels and claims of a site's below the text of a story."""
    below = True  # whether another story, furniture or nothing stands below
    for place in range(len(lines) - 1, 0, -1):
        label, opening = STATES[readings[place].state]
        is_foot = below and lines[place].is_free and _is_of_site(lines[place].text)
        if is_foot and ROLES[readings[place].state] is not Role.FURNITURE:
            yield Told(place, Role.FURNITURE)
        below = is_foot or below and label in _ENDS_STORIES or opening == Opens.ARTICLE or label == Role.FURNITURE


def _is_of_site(text: str) -> bool:
    return is_site_line(text) or begins_list(text) or is_comments_title(text)


def _other_stories(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The name of a list of other stories (往期推荐) and their titles, where nothing else is below it."""
    above = range(len(lines) - 1, 0, -1)
    text = next((place for place in above if not _may_be_of_list(lines[place])), 1)
    named = next((place for place in range(text, len(lines) - 1) if begins_list(lines[place].text)), len(lines))
    titles = (n for n in range(named + 1, len(lines)) if not _is_of_site(lines[n].text))
    taken = (n for n in (*range(named, len(lines))[:1], *titles) if ROLES[readings[n].state] in _TAKEN_FOR)
    yield from (Told(place, Role.FURNITURE) for place in taken if lines[place].is_free)


def _may_be_of_list(line: Line) -> bool:
    """Whether a line is as short as a title and no sentence, or a site's own."""
    return line.is_free and (len(line.text) <= _LONGEST_OTHER and "。" not in line.text or _is_of_site(line.text))


def _asking(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The titles and captions that ask the reader to press or to scan something, or that praise an app."""
    for place in among(places_of(readings), _TITLES):
        if lines[place].is_free and _asks().match(lines[place].text):
            yield Told(place, Role.FURNITURE)
            yield from (Told(n, Role.PARAGRAPH) for n in (place - 1, place + 1) if _is_text(lines, readings, n))


def _is_text(lines: Sequence[Line], readings: Sequence[Reading], place: int) -> bool:
    """Whether there is such a line, and it begins a paragraph: furniture beside it makes it none."""
    if not 0 <= place < len(lines) or not lines[place].is_free:
        return False
    return STATES[readings[place].state] == (Role.PARAGRAPH, Opens.BLOCK)


@cache
def _asks() -> re.Pattern[str]:
    return pattern(
        f"{__package__}.prose", "reader", "<asks>", "<gets>[^。，]{1,12}<app>", "[^。]*<at>[^。]{1,12}<app>$"
    )
