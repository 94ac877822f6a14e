"""Readings that a line's own words rule out: a title that is longer than any, or that ends a sentence, one that says
where a text was printed, furniture that says what is on. At a page's head see ``mastheads.py``, of who took pictures
and wrote ``credited.py``, of what a site prints around a text ``around.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from converter.model import DOUBTFUL, Line, Opens, Role
from converter.press.lexicon import lists, pattern
from converter.press.marks import PAUSES, STOPS
from converter.press.numbers import DIGIT
from converter.press.patterns import later
from converter.structure.around import around
from converter.structure.credited import credited
from converter.structure.cues.vocabulary import heads_of
from converter.structure.mastheads import mastheads
from converter.structure.search.grammar import GOES_ON, ROLES
from converter.structure.search.path import Reading, blocks_of
from converter.structure.series.letters import LONGEST_CALL
from converter.structure.series.runs import is_title
from converter.structure.series.telling import Told, among, one_block, places_of
from converter.structure.tables import is_of_a_table
from converter.structure.tree.dateline import with_dateline

_TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK)
_MAY_BE_TITLES = (*_TITLES, Role.SUBHEAD, Role.COLUMN_TITLE, Role.CAPTION)
_POINTERS = "▲△▼▽"
"""Marks of news in brief that point to a picture where they stand alone."""
_SHORTEST_CUT = 9
"""Characters that a paragraph has at least where a column cuts it: ten on labelled pages."""
_LONGEST_TITLES = {Role.KICKER: 80, Role.HEADLINE: 90, Role.DECK: 200, Role.SUBHEAD: 70}
"""Characters of the longest ones: on labelled pages 42, 58, 84 and 36."""
_HEAD = (Role.FOLIO, Role.DATELINE, Role.BYLINE, *_TITLES)
_FOOT = (Role.FURNITURE, Role.SOURCE_NOTE, Role.CREDIT, Role.COLUMN_NOTE, Role.COLUMN_TITLE)
_SALUTING = (Role.CAPTION, Role.CREDIT, Role.DECK, Role.SUBHEAD, Role.BYLINE, Role.COLUMN_NOTE)
_WHEN = pattern(
    f"{__package__}.tree", "schedule", f"<day>|[{DIGIT}]{{1,2}}月[{DIGIT}]{{1,2}}日|[{DIGIT}]{{1,2}}[:：][{DIGIT}]{{2}}"
)
_CLOCK = later(f"[{DIGIT}]{{1,2}}[:：][{DIGIT}]{{2}}[ \u3000]")
_FEWEST_CHANNELS = 2
_LONGEST_CHANNEL = 12
_NOTED = pattern(
    f"{__package__}.tree",
    "note",
    f"【[^】：]{{2,8}}：[^】]*[{DIGIT}][^】]*】",
    "[（(]?<this text>[^。]*<printed>[）)]?",
    "[（(]《[^》]{1,40}》[^。]{0,40}<publisher>[^。]{0,40}[）)]",
    needs=lambda: ("【", "《", *lists(f"{__package__}.tree", "words")["note", "this text"]),
)

_Places = Mapping[Role, Sequence[int]]


def unfit(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What such lines are."""
    places = places_of(readings)
    yield from _stubs(lines, readings)
    yield from mastheads(lines, readings)
    yield from around(lines, readings)
    yield from _scheduled(lines, readings, places)
    yield from _channels(lines, readings)
    yield from credited(lines, readings)
    yield from _saluting(lines, readings, places)
    yield from _noted(lines, readings, places)
    yield from _bulleted(lines, readings)
    yield from _sentences(lines, places)
    yield from _overlong(lines, readings)


def _stubs(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What goes on across a blank line with a few characters that are no clause: columns cut paragraphs further on."""
    for place in range(1, len(lines)):
        above, line = lines[place - 1].text, lines[place]
        if len(above) >= _SHORTEST_CUT or not line.gap_before or not line.is_free:
            continue
        goes_on = [GOES_ON[reading.state] for reading in readings[place - 1 : place + 1]]
        is_stub = goes_on == [False, True] and not any(mark in above for mark in PAUSES + STOPS)
        if is_stub and not is_of_a_table(lines, place - 1):
            yield Told(place, ROLES[readings[place].state])


def _scheduled(lines: Sequence[Line], readings: Sequence[Reading], places: _Places) -> Iterator[Told]:
    """The lines in a row that each begin with a day or a time, some of them doubtful furniture: what is on, and when;
    and their title.
    """
    timed = [n for n in among(places, _FOOT) if lines[n].is_free and _WHEN.match(lines[n].text)]
    for _, group in groupby(enumerate(timed), key=lambda at: at[1] - at[0]):
        row = [place for _, place in group]
        if len(row) < 2 or all(readings[place].confidence >= DOUBTFUL for place in row):
            continue
        yield from (Told(place, Role.PARAGRAPH) for place in row)
        title = row[0] - 1
        if (
            title >= 0
            and ROLES[readings[title].state] in _FOOT
            and lines[title].is_free
            and is_title(lines[title].text)
        ):
            yield Told(title, Role.HEADLINE, Opens.ARTICLE)


def _channels(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The short lines above two rows or more of times with what is on then, taken for text: whose those are."""
    timed = [place for place, line in enumerate(lines) if line.text[0].isdecimal() and _CLOCK.match(line.text)]
    rows = [[place for _, place in row] for _, row in groupby(enumerate(timed), key=lambda at: at[1] - at[0])]
    titles = [row[0] - 1 for row in rows if len(row) > 1 and row[0]]
    if len(titles) >= _FEWEST_CHANNELS:
        yield from (Told(n, Role.SUBHEAD) for n in titles if _may_be_channel(lines[n], readings[n]))


def _may_be_channel(line: Line, reading: Reading) -> bool:
    """Whether a short line was taken for a paragraph or a byline of its own."""
    is_taken = ROLES[reading.state] in (Role.PARAGRAPH, Role.BYLINE) and not GOES_ON[reading.state]
    return is_taken and line.is_free and len(line.text) <= _LONGEST_CHANNEL and is_title(line.text)


def _saluting(lines: Sequence[Line], readings: Sequence[Reading], places: _Places) -> Iterator[Told]:
    """The lines between a head and its text that end in a colon: they say to whom it is written (各乡镇水务站：).

    The text does not go on from one: it is a paragraph of its own where the line below is longer.
    """
    for place in (above + 1 for above in among(places, _HEAD) if above + 2 < len(lines)):
        if lines[place].text[-1] not in "：:" or ROLES[readings[place + 1].state] is not Role.PARAGRAPH:
            continue
        role = ROLES[readings[place].state]
        if role in _SALUTING and lines[place].is_free:
            yield Told(place, Role.PARAGRAPH)
        goes_on = GOES_ON[readings[place + 1].state] and lines[place + 1].is_free
        is_call = goes_on and len(lines[place].text) <= min(LONGEST_CALL, len(lines[place + 1].text) - 2)
        if role is Role.PARAGRAPH and is_call:
            yield Told(place + 1, Role.PARAGRAPH)


def _noted(lines: Sequence[Line], readings: Sequence[Reading], places: _Places) -> Iterator[Told]:
    """The titles that say where a text was printed before, or that give its number in brackets; in brackets too which
    book it is of (（《盐路》，海州出版社2020年版）).
    """
    for place in among(places, (*_MAY_BE_TITLES, Role.FURNITURE, Role.COLUMN_NOTE)):
        opens = not GOES_ON[readings[place].state] and lines[place].is_free
        if opens and _NOTED.fullmatch(lines[place].text):
            yield Told(place, Role.SOURCE_NOTE)


def _bulleted(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The captions and decks in rows of three blocks or more that begin with one mark (△, ——): news in brief, items."""
    if not any(map(_mark_of, lines)):
        return
    blocks = list(blocks_of(readings))
    marks = [_mark_of(lines[block[0]]) for block in blocks]
    for mark, group in groupby(range(len(blocks)), marks.__getitem__):
        row = [blocks[number] for number in group]
        if mark and len(row) > 2:
            yield from (told for block in row if _is_ornament(readings[block[0]]) for told in one_block(block))


def _mark_of(line: Line) -> str:
    if line.text[0] in _POINTERS and line.is_free:
        return line.text[0]
    return "——" if line.text.startswith("——") and line.is_free else ""


def _is_ornament(reading: Reading) -> bool:
    return ROLES[reading.state] in (Role.CAPTION, Role.DECK)


def _sentences(lines: Sequence[Line], places: _Places) -> Iterator[Told]:
    """The titles that end a sentence, and begin with a dateline or with a bullet as the line above or below does: news
    of one line.
    """
    for place in among(places, _MAY_BE_TITLES):
        line = lines[place]
        is_sentence = line.text[-1] == "。" and line.is_free
        if is_sentence and (len(with_dateline(line.text)) > 1 or _is_of_items(lines, place)):
            yield Told(place, Role.PARAGRAPH)


def _is_of_items(lines: Sequence[Line], place: int) -> bool:
    """Whether a line begins with a bullet, as the one above or below does."""
    bullet = lines[place].text[0]
    near = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    return any(line.text[0] == bullet for line in near) and "opens with a bullet" in heads_of(lines[place].text)


def _overlong(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The titles that are longer than any title: they are text."""
    for block in blocks_of(readings):
        most = _LONGEST_TITLES.get(ROLES[readings[block[0]].state])
        if most and sum(len(lines[place].text) for place in block) > most and all(lines[n].is_free for n in block):
            yield from one_block(block)
