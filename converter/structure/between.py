"""Readings that the lines around rule out: a subhead above a dateline, text between a title and a picture's credit,
foreign speech within text that was taken for titles, a page without a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from converter.model import Line, Opens, Role
from converter.press.lexicon import lists, pattern
from converter.press.marks import PAUSES, TEXT_ENDS
from converter.press.people import has_author
from converter.structure.cues.lines import word_cues
from converter.structure.fields import fields
from converter.structure.search.grammar import GOES_ON, ROLES, STATES
from converter.structure.search.path import Reading, blocks_of
from converter.structure.series.runs import is_title
from converter.structure.series.telling import Told, among, one_block, places_of
from converter.structure.tree.dateline import is_dateline, with_dateline

_TEXTS = (Role.PARAGRAPH, Role.LEAD)
_MISTAKEN = (Role.KICKER, Role.DECK, Role.SUBHEAD, Role.CAPTION)
"""What a headline, and a dateline alone on its line, are taken for."""
_TITLES = (Role.HEADLINE, Role.SUBHEAD, Role.KICKER, Role.DECK, Role.COLUMN_TITLE, Role.CAPTION)
_LONGEST_TITLE = 60
"""Characters: 58 on labelled pages."""
_LONGEST_DATELINE = 80
_BLANKS_LEFT = 3
"""Characters by which a line is shorter than the width where blanks at its ends are cut off."""
_WHOLE_TEXT = 4
"""Lines of a text that may lack its title."""
_MOST_CAPTIONS = 2
_PICTURED = (Role.HEADLINE, Role.SUBHEAD)
_UNDER_PICTURES = (Role.PARAGRAPH, Role.CAPTION)
_LONGEST_LONE = 20
_BELOW_ENDS = ((Role.PARAGRAPH, Role.SUBHEAD), _TEXTS)
"""What a headline below a signature, and what stands below it, are taken for."""
_SAYS = pattern(f"{__package__}.tree", "kicker", "<says>$")


def between(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What such lines are."""
    yield from _dated(lines, readings, places_of(readings))
    yield from _telegrams(lines, readings)
    yield from _photographed(lines, readings)
    yield from _saying(lines, readings)
    yield from _below_ends(lines, readings)
    yield from fields(lines, readings)
    yield from _questions(lines, readings)
    yield from _latin(lines, readings)
    yield from _untitled(lines, readings)


def _dated(lines: Sequence[Line], readings: Sequence[Reading], places: Mapping[Role, Sequence[int]]) -> Iterator[Told]:
    """What stands alone between a whole text and a dateline: a story's headline, whatever it looks like.

    On labelled pages 138 of 144 such lines are; the others are a headline's second line or cut text.
    """
    for place in among(places, _MISTAKEN):
        if place + 1 == len(lines) or GOES_ON[readings[place].state] or not lines[place].is_free:
            continue
        text_above = place == 0 or _ends_text(lines[place - 1], readings[place - 1])
        begins = not GOES_ON[readings[place + 1].state]
        if text_above and begins and is_title(lines[place].text) and with_dateline(lines[place + 1].text)[0].mark:
            yield Told(place, Role.HEADLINE, None)


def _ends_text(line: Line, reading: Reading) -> bool:
    return ROLES[reading.state] in _TEXTS and line.text[-1] in TEXT_ENDS


def _telegrams(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The datelines alone on a line: in round brackets below a text they are its source, without any text goes on from
    them. So 26 of 26 on labelled pages; those in other brackets are datelines, and bylines.
    """
    for place in range(1, len(lines) - 1):
        line, reading = lines[place], readings[place]
        in_brackets = line.text[0] in "（("
        if not in_brackets and ROLES[reading.state] not in _MISTAKEN or len(line.text) > _LONGEST_DATELINE:
            continue
        if GOES_ON[reading.state] or not line.is_free or not is_dateline(line.text):
            continue
        if in_brackets:
            if _ends_text(lines[place - 1], readings[place - 1]):
                yield Told(place, Role.SOURCE_NOTE)
        elif line.text[0] not in "〔【[" and lines[place + 1].is_free:
            yield from one_block((place, place + 1))


def _photographed(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """A title, one text or two, and who took a picture: a picture's own story. A credit with a label is within another.

    On labelled pages 23 of 23 such titles are headlines, their texts captions.
    """
    blocks = list(blocks_of(readings))
    roles = [ROLES[readings[block[0]].state] for block in blocks]
    for number, role in enumerate(roles):
        if role is not Role.CREDIT or "：" in (text := lines[blocks[number][0]].text) or has_author(text):
            continue
        above = next((n for n in range(number - 1, max(-1, number - 4), -1) if roles[n] not in _UNDER_PICTURES), number)
        texts = blocks[above + 1 : number]
        if not 0 < len(texts) <= _MOST_CAPTIONS or roles[above] not in _PICTURED:
            continue
        if all(lines[place].is_free for block in blocks[above:number] for place in block):
            yield Told(blocks[above][0], Role.HEADLINE, None)
            yield from (told for block in texts for told in one_block(block, Role.CAPTION))


def _saying(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """A headline that ends in a verb of saying, and its deck: a kicker and the headline, which is what was said."""
    for place, (reading, below) in enumerate(pairwise(readings)):
        is_pair = ROLES[reading.state] is Role.HEADLINE and STATES[below.state] == (Role.DECK, Opens.BLOCK)
        if is_pair and lines[place].is_free and lines[place + 1].is_free and _SAYS.search(lines[place].text):
            yield Told(place, Role.KICKER, Opens.ARTICLE)
            yield Told(place + 1, Role.HEADLINE)


def _below_ends(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What is as short as a title and stands apart above text, below who signed another: a story's headline.

    On labelled pages 11 of 12 such lines are of the title, the other stands below the editors' note on its story.
    """
    roles = [ROLES[reading.state] for reading in readings]
    solid = not any(line.gap_before for line in lines)
    for signed in (place for place, role in enumerate(roles) if role is Role.SIGNATURE):
        place = signed + 1 + (roles[signed + 1 : signed + 2] == [Role.DATELINE])
        if [role in some for role, some in zip(roles[place : place + 2], _BELOW_ENDS, strict=False)] != [True, True]:
            continue
        if "is signed by the editors" in word_cues("".join(lines[signed].text.split())):
            continue
        yield from _below_end(lines, readings, place, solid)


def _below_end(lines: Sequence[Line], readings: Sequence[Reading], place: int, solid: bool) -> Iterator[Told]:
    """That such a line is a headline, if it is short, and below a blank line or above far longer text that goes on; on
    a page without blank lines (``solid``) a subhead may be one.
    """
    line, below = lines[place], lines[place + 1]
    goes_on = GOES_ON[readings[place + 1].state] and len(below.text) >= 2 * len(line.text)
    is_apart = line.gap_before > 0 or goes_on or solid and ROLES[readings[place].state] is Role.SUBHEAD
    if (
        is_apart
        and line.is_free
        and len(line.text) <= _LONGEST_LONE
        and line.text[0] not in "（("
        and is_title(line.text)
    ):
        yield Told(place, Role.HEADLINE, Opens.ARTICLE)
        if goes_on and below.is_free:
            yield Told(place + 1, Role.PARAGRAPH)


def _questions(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The titles that each stand above one question of a reader's (问：…), where the first is a headline: all are."""
    asks = lists(f"{__package__}.tree", "words")["question", "begins"]
    asked = [place for place in range(1, len(lines)) if lines[place].text.startswith(asks)]
    titles = [n - 1 for n in asked if not GOES_ON[readings[n - 1].state] and is_title(lines[n - 1].text)]
    if len(titles) < len(asked) or len(titles) < 2 or ROLES[readings[titles[0]].state] is not Role.HEADLINE:
        return
    for place in titles[1:]:
        if ROLES[readings[place].state] in _MISTAKEN and lines[place].is_free:
            yield Told(place, Role.HEADLINE, Opens.ARTICLE)


def _latin(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """Foreign speech within text that was broken at one width: three lines or more without a Han character, all but the
    last about as long as the longest, and some taken for something else than text.
    """
    for foreign, group in groupby(range(len(lines)), lambda place: _is_foreign(lines[place])):
        row = list(group)
        if not foreign or len(row) < 3 or not row[0] or ROLES[readings[row[0] - 1].state] not in _TEXTS:
            continue
        widest = max(len(lines[place].text) for place in row)
        full = all(len(lines[place].text) >= widest - _BLANKS_LEFT for place in row[:-1])
        if full and any(ROLES[readings[place].state] not in _TEXTS for place in row):
            yield from one_block(row)


def _is_foreign(line: Line) -> bool:
    return line.text.isascii() and line.is_free and any(map(str.isalpha, line.text))


def _untitled(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The first line of a text in which no title was found but, for another one, itself; if it is as short as one and
    ends as one may.
    """
    if len(lines) < _WHOLE_TEXT or not lines[0].is_free:
        return
    first, *others = (ROLES[reading.state] for reading in readings)
    if first in (Role.HEADLINE, Role.COLUMN_TITLE, Role.FOLIO) or not {*_TITLES, Role.FOLIO}.isdisjoint(others):
        return
    text, below = lines[0].text, lines[1].text
    ends = text[-1] not in PAUSES + "。：:" and not GOES_ON[readings[1].state]
    if ends and len(text) <= _LONGEST_TITLE and "。" not in text and 2 * len(text) <= len(below):
        yield Told(0, Role.HEADLINE, Opens.ARTICLE)
