"""Title lines stacked above a text, as narrow columns have them: one story begins at the first, and none within."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from converter.model import Line, Opens, Role
from converter.press.bonds import bound
from converter.press.dates import is_day
from converter.press.marks import DASHES, TEXT_ENDS
from converter.press.names import number_of_names
from converter.press.quotes import ANY_QUOTES
from converter.structure.cues.lines import word_cues
from converter.structure.search.grammar import BRIEF, GOES_ON, ROLES, STATES
from converter.structure.search.path import Reading
from converter.structure.series.labels import is_label
from converter.structure.series.runs import is_title
from converter.structure.series.schemes import item
from converter.structure.series.telling import Told, one_block
from converter.structure.tree.dateline import with_dateline

_LONGEST = 12
"""Characters of a stacked line."""
_MOST = 5
_FRAGMENT = 4
"""Characters of a line that is hardly a title of its own."""
_TAKEN_FOR = (
    Role.COLUMN_TITLE,
    Role.KICKER,
    Role.HEADLINE,
    Role.DECK,
    Role.SUBHEAD,
    Role.BYLINE,
    BRIEF + Role.HEADLINE,
    BRIEF + Role.PARAGRAPH,
)
_OF_COLUMNS = {"is a slot name", "ends like a slot name", "opens with a bullet", "opens with a bracketed tag"}
_OF_TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD)
_MANY = 3
_LONGEST_FRAGMENTED = 8
_UNSURE = 0.5
_WIDEST_COLUMN = 30
_TEXTS = (Role.PARAGRAPH, Role.LEAD)
_ABOVE = (
    Role.COLUMN_TITLE,
    Role.FOLIO,
    Role.FURNITURE,
    Role.SIGNATURE,
    Role.SOURCE_NOTE,
    Role.COLUMN_NOTE,
    Role.JUMP,
    Role.CREDIT,
)
"""What ends above a story, beside whole texts."""


def stacks(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What the lines of such stacks are in which a second story was found, or of which none was the headline.

    Of 58 rows of two title lines or more that are as short, 57 are of one story on labelled pages; the other begins
    with the name of a column.
    """

    short = [n for n, reading in enumerate(readings) if STATES[reading.state][0] in _TAKEN_FOR and _is_short(lines[n])]
    for _, group in groupby(enumerate(short), key=lambda at: at[1] - at[0]):
        stack = [place for _, place in group]
        if not 1 < len(stack) <= _MOST or not _stands_above_text(lines, readings, stack):
            continue
        if _names_a_column(lines[stack[0]].text):
            stack = stack[1:]
        is_told = _is_parted(readings, stack) or _is_fragmented(lines, readings, stack)
        if is_told and all(_may_be_title(lines[place].text) for place in stack):
            yield from _one_story(lines, stack)


def _is_parted(readings: Sequence[Reading], stack: Sequence[int]) -> bool:
    """Whether a second story was found within a stack, or three lines or more have no headline among them."""
    if any(STATES[readings[place].state][1] == Opens.ARTICLE for place in stack[1:]):
        return True
    return len(stack) >= _MANY and all(ROLES[readings[place].state] is not Role.HEADLINE for place in stack)


def _is_short(line: Line) -> bool:
    """Whether a line is as short as a stacked one, and neither ends a text nor begins with what somebody says."""
    is_short = len(line.text) <= _LONGEST and line.text[-1] not in TEXT_ENDS
    return is_short and line.text[0] not in ANY_QUOTES and line.is_free


def _may_be_title(text: str) -> bool:
    """Whether a short line ends as a title does, and is no name, day or item of a list."""
    return is_title(text) and not (number_of_names(text) or is_day(text) or item(text))


def _names_a_column(text: str) -> bool:
    return is_label(text) or not _OF_COLUMNS.isdisjoint(word_cues(text))


def _stands_above_text(lines: Sequence[Line], readings: Sequence[Reading], stack: Sequence[int]) -> bool:
    """Whether a whole text or the page's own lines end above a stack, and text begins below it."""
    above, below = stack[0] - 1, stack[-1] + 1
    if below == len(lines) or ROLES[readings[below].state] not in _TEXTS or len(lines[below].text) <= _LONGEST:
        return False
    return above < 0 or lines[above].text[-1] in TEXT_ENDS or ROLES[readings[above].state] in _ABOVE


def _is_fragmented(lines: Sequence[Line], readings: Sequence[Reading], stack: Sequence[int]) -> bool:
    """Whether three lines or more are as short as no kicker, headline and deck are, over a message or a narrow column.

    What is surely no title among them is a pen name, but above a message, which names its own reporter.
    """
    texts = [lines[place].text for place in stack]
    if len(stack) < _MANY or max(map(len, texts)) > _LONGEST_FRAGMENTED or min(map(len, texts)) > _FRAGMENT:
        return False
    if any(text[0] in DASHES for text in texts):
        return False
    below = lines[stack[-1] + 1].text
    if with_dateline(below)[0].mark:
        return True
    others = [reading for reading in map(readings.__getitem__, stack) if ROLES[reading.state] not in _OF_TITLES]
    in_column = len(below) <= _WIDEST_COLUMN and any(
        GOES_ON[reading.state] for reading in readings[stack[-1] + 2 :][:1]
    )
    return in_column and all(reading.confidence < _UNSURE for reading in others)


def _one_story(lines: Sequence[Line], stack: Sequence[int]) -> Iterator[Told]:
    """One headline where a line is a few characters or a word goes on in the next; else kicker, headline, decks."""
    texts = [lines[place].text for place in stack]
    goes_on = any(bound(above[-1], below[0]) for above, below in pairwise(texts))
    if goes_on or min(map(len, texts)) <= _FRAGMENT:
        first, *others = one_block(stack, Role.HEADLINE)
        yield first._replace(opens=Opens.ARTICLE)
        yield from others
        return
    yield Told(stack[0], Role.KICKER, Opens.ARTICLE)
    yield Told(stack[1], Role.HEADLINE)
    yield from (Told(place, Role.DECK) for place in stack[2:])
