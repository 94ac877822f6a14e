"""What stands at a page's head and was taken for a title, and titles that were taken for it: a paper's name above its
day, the page's own date, a folio line that tells no paper, day or page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from converter.model import DOUBTFUL, Line, Metadata, Opens, Role
from converter.press.dates import alone
from converter.press.folio import read_folio
from converter.press.numbers import DIGIT
from converter.press.patterns import later
from converter.press.posts import is_house
from converter.structure.search.grammar import ROLES
from converter.structure.search.path import Reading
from converter.structure.series.runs import is_title
from converter.structure.series.telling import Told, places_of

_TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK)
_MAY_BE_TITLES = (*_TITLES, Role.SUBHEAD, Role.COLUMN_TITLE, Role.CAPTION)
_ABOVE = (*_TITLES, Role.DATELINE, Role.COLUMN_TITLE, Role.BYLINE)
"""What a date above a title is taken for."""
_DAY = later(f"[{DIGIT}]|月.{{1,3}}日")
"""A day without its year, as a folio line may have it on every page but the first."""
_LONGEST_NAME = 10
"""Characters of a paper's name: 海灣經濟導報."""


def mastheads(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What such lines are: of the page's head, or of a title."""
    roles = [ROLES[reading.state] for reading in readings]
    folios = places_of(readings).get(Role.FOLIO, ())
    yield from _names(lines, roles, folios)
    yield from _heads(lines, roles)
    yield from _titles(lines, readings, folios)
    yield from _dated(lines, roles)
    yield from _sentences(lines, folios)


def _names(lines: Sequence[Line], roles: Sequence[Role], folios: Sequence[int]) -> Iterator[Told]:
    """The titles that are the name of a paper right above its day: they are of its head."""
    for place in (folio - 1 for folio in folios if folio):
        is_named = roles[place] in _TITLES and lines[place].is_free and is_house(lines[place].text)
        if is_named and read_folio(lines[place + 1].text).date:
            yield Told(place, Role.FOLIO)


def _heads(lines: Sequence[Line], roles: Sequence[Role]) -> Iterator[Told]:
    """The days and names of papers at a page's head, where a folio line stands among them: they are of it."""
    head = list(takewhile(lambda n: roles[n] is Role.FOLIO or _is_of_head(lines[n]), range(len(lines))))
    others = [place for place in head if roles[place] is not Role.FOLIO and lines[place].is_free]
    if len(others) < len(head) and any(_is_time(lines[place]) for place in others):
        yield from (Told(place, Role.FOLIO) for place in others)


def _is_of_head(line: Line) -> bool:
    """Whether a line is a day and nothing else, or as short as a paper's name and one."""
    return _is_time(line) or len(line.text) <= _LONGEST_NAME and is_house(line.text)


def _titles(lines: Sequence[Line], readings: Sequence[Reading], folios: Sequence[int]) -> Iterator[Told]:
    """The doubtful folio lines above a title: they are its first line; and a folio line above all where no headline was
    found: it is that.
    """
    for place in folios:
        if place + 1 == len(lines):
            return
        role = ROLES[readings[place + 1].state]
        if (
            role in _TITLES
            and readings[place].confidence < DOUBTFUL
            and not _DAY.search(lines[place].text)
            and _tells_nothing(lines[place])
        ):
            yield Told(place, Role.KICKER, Opens.ARTICLE)
            if lines[place + 1].is_free:
                yield Told(place + 1, role)
        elif place == 0 and not any(map(_is_headline, lines, readings)) and _tells_nothing(lines[place]):
            yield Told(0, Role.HEADLINE, Opens.ARTICLE)
            if role is Role.SIGNATURE and lines[1].is_free and is_title(lines[1].text):
                yield Told(1, Role.DECK)


def _is_headline(line: Line, reading: Reading) -> bool:
    return (line.role or ROLES[reading.state]) is Role.HEADLINE


def _tells_nothing(line: Line) -> bool:
    """Whether a line may be a title, and has no paper, day or page in it."""
    return line.is_free and is_title(line.text) and read_folio(line.text) == Metadata()


def _dated(lines: Sequence[Line], roles: Sequence[Role]) -> Iterator[Told]:
    """A date above the first title, and nothing else: the page's. Where more lines are dates, each is a story's."""
    if len(lines) < 3 or not lines[0].is_free or roles[0] not in _ABOVE:
        return
    title = roles[1]
    is_titled = title in _MAY_BE_TITLES or lines[2].gap_before and is_title(lines[1].text)
    if is_titled and _is_time(lines[0]) and not any(map(_is_time, lines[1:])):
        yield Told(0, Role.FOLIO)
        yield Told(1, title if title in _TITLES else Role.HEADLINE, Opens.ARTICLE)


def _sentences(lines: Sequence[Line], folios: Sequence[int]) -> Iterator[Told]:
    """The folio lines that are whole sentences: text that goes on from another page (（上接第一版）路修通以后……。)."""
    for place in folios:
        if lines[place].text[-1] == "。" and lines[place].is_free:
            yield Told(place, Role.PARAGRAPH)


def _is_time(line: Line) -> bool:
    return alone(line.text) is not None
