"""People and bodies that stand alone on a line where others do on the page: below each title, or set to the right."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from converter.model import Line, Opens, Role
from converter.press.dates import has_date
from converter.press.marks import TEXT_ENDS
from converter.press.names import is_name
from converter.press.posts import known_words
from converter.structure.cues.lines import FAR_RIGHT
from converter.structure.search.grammar import ROLES
from converter.structure.search.path import Reading
from converter.structure.series.runs import Run
from converter.structure.series.telling import Told

_LONGEST_SENDER = 24
_TITLES = (Role.HEADLINE, Role.SUBHEAD)
_MAY_BE = (*_TITLES, Role.PARAGRAPH, Role.BYLINE)
_SIGNED = (Role.SIGNATURE, Role.BYLINE)


def below_titles(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The people right below a title who are read as part of it, where others below titles are bylines; the titles too.

    Nothing where people's names are titles themselves, as they are above each answer of a row of interviews.
    """
    roles = [ROLES[reading.state] for reading in readings]
    if Role.BYLINE not in roles:
        return
    people = [place for place in _below(roles, _TITLES) if roles[place] in _MAY_BE and _is_person(lines[place])]
    names = [place for place in people if roles[place] is not Role.BYLINE]
    if not 0 < len(names) < len(people) or any(_is_person(lines[place]) for place in _subheads_of_text(roles)):
        return
    for place in names:
        yield Told(place, Role.BYLINE)
        if roles[place - 1] is Role.SUBHEAD and lines[place - 1].is_free:
            yield Told(place - 1, Role.HEADLINE, Opens.ARTICLE)


def _below(roles: Sequence[Role], titles: Container[Role]) -> list[int]:
    """The lines between one of some roles and a paragraph."""
    return [n for n in range(1, len(roles) - 1) if roles[n - 1] in titles and roles[n + 1] is Role.PARAGRAPH]


def _subheads_of_text(roles: Sequence[Role]) -> list[int]:
    return [place for place in _below(roles, (Role.PARAGRAPH,)) if roles[place] is Role.SUBHEAD]


def _is_person(line: Line) -> bool:
    """Whether a line is a name and what the person is called behind it: 石守田代表."""
    text = line.text
    return line.is_free and any(
        is_name(text[:size].rstrip()) and text[size:].lstrip() in known_words() for size in (2, 3, 4)
    )


def set_to_the_right(lines: Sequence[Line], free: Sequence[int]) -> Iterator[Run]:
    """The senders that stand far to the right, each below its text."""
    places = tuple([place for place in free if lines[place].indent >= FAR_RIGHT and _may_be_a_sender(lines[place])])
    if len(places) > 1 and all(place and lines[place - 1].text[-1] in TEXT_ENDS for place in places):
        yield Run(places, _SIGNED)


def _may_be_a_sender(line: Line) -> bool:
    return len(line.text) <= _LONGEST_SENDER and line.text[-1] not in TEXT_ENDS and not has_date(line.text)
