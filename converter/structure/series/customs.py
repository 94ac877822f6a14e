"""What most titles of a page have right below them: a line that stands there below another title is that too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model import Line, Opens, Role
from converter.press.marks import TEXT_ENDS
from converter.structure.search.grammar import ROLES, STATES
from converter.structure.search.path import Reading
from converter.structure.series.runs import is_title
from converter.structure.series.schemes import item
from converter.structure.series.telling import Told

_MAY_BE = {
    Role.BYLINE: (Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD, Role.COLUMN_TITLE),
    Role.DECK: (Role.SUBHEAD,),
}
"""What both are taken for where titles have a byline, or a deck, below them."""
_TEXT = (Role.PARAGRAPH, Role.LEAD)
_LONGEST_NAME = 5


def below_titles_alone(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """A title and a line below it, alone between two texts, where most titles of the page have a byline or deck below.

    On labelled pages of these customs 50 of 54 titles with a few letters below are signed headlines, and 14 of 14 with
    another title below headlines with a deck.
    """
    roles = [ROLES[reading.state] for reading in readings]
    custom = _custom(roles)
    if custom is None:
        return
    may_be = _MAY_BE[custom]
    for place in range(len(lines) - 2):
        alone = (place == 0 or lines[place - 1].text[-1] in TEXT_ENDS) and roles[place + 2] in _TEXT
        below = STATES[readings[place + 1].state]
        misread = roles[place] in may_be and below[0] in may_be and below[1] != Opens.LINE
        if alone and misread and _are_title_and(custom, lines[place], lines[place + 1]):
            yield Told(place, Role.HEADLINE, Opens.ARTICLE)
            yield Told(place + 1, custom)


def _custom(roles: Sequence[Role]) -> Role | None:
    """What stands below more than half of the headlines."""
    pairs = Counter(pairwise(roles))
    most = roles.count(Role.HEADLINE) / 2
    return next((role for role in (Role.BYLINE, Role.DECK) if pairs[Role.HEADLINE, role] > most), None)


def _are_title_and(custom: Role, title: Line, below: Line) -> bool:
    """Whether nothing speaks against two lines being a title and what the page has below titles. What is numbered
    stands in a story."""
    if not (title.is_free and below.is_free) or item(title.text) or item(below.text):
        return False
    if custom is Role.DECK:
        return is_title(title.text) and is_title(below.text)
    return below.text.isalpha() and len(below.text) <= min(_LONGEST_NAME, len(title.text) - 1)
