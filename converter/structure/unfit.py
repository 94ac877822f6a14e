"""Readings that a line's own words rule out: a folio line that tells no paper, day or page, a paragraph that credits
a picture, a title that is longer than any. What a site prints around a text is in ``around.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise, takewhile

from converter.model import DOUBTFUL, Line, Metadata, Opens, Role
from converter.press.dates import alone
from converter.press.folio import read_folio
from converter.press.lexicon import lists, pattern
from converter.press.marks import PAUSES, STOPS
from converter.press.numbers import DIGIT
from converter.press.patterns import later
from converter.press.people import AUTHOR, has_author, people_in
from converter.press.posts import is_house
from converter.structure.around import around
from converter.structure.cues.lines import LONGEST_CAPTION
from converter.structure.cues.vocabulary import ends_as_a_credit, heads_of
from converter.structure.search.grammar import ROLES, STATES
from converter.structure.search.path import Reading, blocks_of
from converter.structure.series.letters import LONGEST_CALL
from converter.structure.series.runs import is_title
from converter.structure.series.telling import Told, one_block
from converter.structure.tables import is_of_a_table
from converter.structure.tree.dateline import with_dateline

_TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK)
_ASKED = (*_TITLES, Role.SUBHEAD, Role.COLUMN_TITLE, Role.CAPTION)
_DAY = later(f"[{DIGIT}]|月.{{1,3}}日")
"""A day without its year, as a folio line may have it on every page but the first."""
_POINTERS = "▲△▼▽"
"""Marks of news in brief that point to a picture where they stand alone."""
_SHORTEST_CUT = 9
"""Characters that a paragraph has at least where a column cuts it: ten on labelled pages."""
_LONGEST_TITLES = {Role.KICKER: 80, Role.HEADLINE: 90, Role.DECK: 200, Role.SUBHEAD: 70}
"""Characters of the longest ones: on labelled pages 42, 58, 84 and 36."""
_ABOVE = (*_TITLES, Role.DATELINE, Role.COLUMN_TITLE, Role.BYLINE)
"""What a date above a title is taken for."""
_LONGEST_NAME = 10
"""Characters of a paper's name: 海灣經濟導報."""
_HEAD = (Role.FOLIO, Role.DATELINE, Role.BYLINE, *_TITLES)
_BELOW_TITLES = (Role.DECK, Role.HEADLINE, Role.SUBHEAD, Role.CAPTION, Role.DATELINE)
_LONGEST_WRITERS = 24
_LABELLED = later("[:：/／|｜]")
_NOTES = {Role.SOURCE_NOTE, Role.COLUMN_NOTE, Role.FURNITURE}
_FOOT = (Role.FURNITURE, Role.SOURCE_NOTE, Role.CREDIT, Role.COLUMN_NOTE, Role.COLUMN_TITLE)
_WHEN = pattern(
    f"{__package__}.tree", "schedule", f"<day>|[{DIGIT}]{{1,2}}月[{DIGIT}]{{1,2}}日|[{DIGIT}]{{1,2}}[:：][{DIGIT}]{{2}}"
)
_SQUARE = ("【】", "［］", "[]", "〔〕")
_LONGEST_POSE = 60
_SALUTING = (Role.CAPTION, Role.CREDIT, Role.DECK, Role.SUBHEAD, Role.BYLINE, Role.COLUMN_NOTE)
_WITHOUT_PICTURE = (Role.PARAGRAPH, Role.FURNITURE)
_SOURCE = pattern(
    f"{__package__}.tree", "picture", "[（(【]?<source>[：:][^。，]+", needs=lambda: _words("picture", "source")
)
_PICTURED = pattern(
    f"{__package__}.tree",
    "picture",
    r".{4,300}[\s。」）)](?:<by>(?:[:：]| by )|<source>[:：])[^。:：]{2,80}",
    needs=lambda: _words("picture", "by") + _words("picture", "source"),
)
"""What a picture shows, and whose it is: 灯塔旧影。 Photo: …."""
_NOTED = pattern(
    f"{__package__}.tree",
    "note",
    f"【[^】：]{{2,8}}：[^】]*[{DIGIT}][^】]*】",
    "[（(]?<this text>[^。]*<printed>[）)]?",
    needs=lambda: ("【", *_words("note", "this text")),
)


def unfit(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What such lines are: a title's first line, a caption, furniture."""
    yield from _stubs(lines, readings)
    yield from _mastheads(lines, readings)
    yield from _heads(lines, readings)
    yield from around(lines, readings)
    yield from _scheduled(lines, readings)
    yield from _folios(lines, readings)
    yield from _dated(lines, readings)
    yield from _credited(lines, readings)
    yield from _sourced(lines, readings)
    yield from _below_credits(lines, readings)
    yield from _written(lines, readings)
    yield from _pictured_by_writers(lines, readings)
    yield from _saluting(lines, readings)
    yield from _reported(lines, readings)
    yield from _noted(lines, readings)
    yield from _bulleted(lines, readings)
    yield from _sent(lines, readings)
    yield from _overlong(lines, readings)


def _folios(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The doubtful folio lines above a title: they are its first line; and a folio line above all where no headline was
    found: it is that.
    """
    for place, (reading, below) in enumerate(pairwise(readings)):
        if ROLES[reading.state] is not Role.FOLIO or not _tells_nothing(lines[place]):
            continue
        role = ROLES[below.state]
        if role in _TITLES and reading.confidence < DOUBTFUL and not _DAY.search(lines[place].text):
            yield Told(place, Role.KICKER, Opens.ARTICLE)
            if lines[place + 1].is_free:
                yield Told(place + 1, role)
        elif place == 0 and not any(map(_is_headline, lines, readings)):
            yield Told(0, Role.HEADLINE, Opens.ARTICLE)
            if role is Role.SIGNATURE and lines[1].is_free and is_title(lines[1].text):
                yield Told(1, Role.DECK)


def _is_headline(line: Line, reading: Reading) -> bool:
    return (line.role or ROLES[reading.state]) is Role.HEADLINE


def _tells_nothing(line: Line) -> bool:
    """Whether a line may be a title, and has no paper, day or page in it."""
    return line.is_free and is_title(line.text) and read_folio(line.text) == Metadata()


def _dated(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """A date above the first title, and nothing else: the page's. Where more lines are dates, each is a story's."""
    if len(lines) < 3 or not lines[0].is_free or ROLES[readings[0].state] not in _ABOVE:
        return
    title = ROLES[readings[1].state]
    is_titled = title in _ASKED or lines[2].gap_before and is_title(lines[1].text)
    if is_titled and _is_time(lines[0]) and not any(map(_is_time, lines[1:])):
        yield Told(0, Role.FOLIO)
        yield Told(1, title if title in _TITLES else Role.HEADLINE, Opens.ARTICLE)


def _is_time(line: Line) -> bool:
    return alone(line.text) is not None


def _credited(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The lines taken for text or furniture that end by saying whose a picture is, and are blocks of their own."""
    goes_on = [STATES[reading.state][1] == Opens.LINE for reading in readings]
    for place, reading in enumerate(readings):
        role, line = ROLES[reading.state], lines[place]
        if role not in _WITHOUT_PICTURE or any(goes_on[place : place + 2]) or not line.is_free:
            continue
        is_credited = role is Role.PARAGRAPH and len(line.text) <= LONGEST_CAPTION and ends_as_a_credit(line.text)
        if is_credited or _PICTURED.fullmatch(line.text) or _posed(line.text):
            yield Told(place, Role.CAPTION)


def _sourced(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The short lines that name a picture's source and say nothing else: 图片来源：…."""
    for place, reading in enumerate(readings):
        text = lines[place].text
        if len(text) > LONGEST_CAPTION or STATES[reading.state][1] == Opens.LINE or not lines[place].is_free:
            continue
        if ("：" in text or ":" in text) and ROLES[reading.state] is not Role.CREDIT and _SOURCE.fullmatch(text):
            yield Told(place, Role.CREDIT)


def _below_credits(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The sentences that a caption was taken to go on with though it ends by saying whose the picture is."""
    for place in range(1, len(lines)):
        above, line = lines[place - 1].text, lines[place]
        in_caption = STATES[readings[place].state] == (Role.CAPTION, Opens.LINE) and line.is_free
        if (
            in_caption
            and line.text[-1] in STOPS
            and ends_as_a_credit(above)
            and not above.endswith(_words("picture", "gives"))
        ):
            yield Told(place, Role.PARAGRAPH)


def _written(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The paragraphs above or below a note that say who wrote the story and nothing else: 记者：江帆."""
    roles = [ROLES[reading.state] for reading in readings]
    for place in range(1, len(lines)):
        is_read = STATES[readings[place].state] == (Role.PARAGRAPH, Opens.BLOCK) and lines[place].is_free
        is_near = not _NOTES.isdisjoint((roles[place - 1], *roles[place + 1 : place + 2]))
        if is_read and is_near and _says_who_wrote(lines[place].text):
            yield Told(place, Role.SIGNATURE)


def _pictured_by_writers(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The credits in brackets that name who wrote the text too: （方圓　文　江帆　攝）."""
    for line, reading, place in zip(lines, readings, range(len(lines)), strict=True):
        is_credit = ROLES[reading.state] is Role.CREDIT and line.text[0] in "（(" and line.is_free
        if is_credit and has_author(line.text):
            yield Told(place, Role.SIGNATURE)


def _says_who_wrote(text: str) -> bool:
    """Whether a line is people's names behind what they did, and one of them is an author."""
    people = people_in(text) if len(text) <= _LONGEST_WRITERS and _LABELLED.search(text) else ()
    is_whole = bool(people) and people[-1].end == len(text) and text.startswith(people[0].post or "：")
    return is_whole and AUTHOR in people[0].roles


def _saluting(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The lines between a head and its text that end in a colon: they say to whom it is written (各乡镇水务站：).

    The text does not go on from one: it is a paragraph of its own where the line below is longer.
    """
    for place in range(1, len(lines) - 1):
        roles = [ROLES[readings[near].state] for near in (place - 1, place, place + 1)]
        is_between = roles[0] in _HEAD and roles[2] is Role.PARAGRAPH and lines[place].text[-1] in "：:"
        if is_between and roles[1] in _SALUTING and lines[place].is_free:
            yield Told(place, Role.PARAGRAPH)
        goes_on = STATES[readings[place + 1].state][1] == Opens.LINE and lines[place + 1].is_free
        is_call = goes_on and len(lines[place].text) <= min(LONGEST_CALL, len(lines[place + 1].text) - 2)
        if is_between and roles[1] is Role.PARAGRAPH and is_call:
            yield Told(place + 1, Role.PARAGRAPH)


def _reported(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The lines below a title wholly in square brackets that say who reports, and were taken for more of the title."""
    for place in range(1, len(lines)):
        line, roles = lines[place], (ROLES[readings[place - 1].state], ROLES[readings[place].state])
        is_below = roles[0] in _TITLES and roles[1] in _BELOW_TITLES and line.is_free
        if (
            is_below
            and line.text[0] + line.text[-1] in _SQUARE
            and _reports().search(line.text)
            and people_in(line.text)
        ):
            yield Told(place, Role.BYLINE)


def _posed(text: str) -> bool:
    """Whether a line is a short one that ends by saying that people stood for the picture: ……合影。"""
    return len(text) <= _LONGEST_POSE and text.rstrip(STOPS).endswith(_words("picture", "posed"))


def _noted(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The titles that say where a text was printed before, or that give its number in brackets."""
    for place, reading in enumerate(readings):
        label, opening = STATES[reading.state]
        is_title_alone = ROLES[reading.state] in _ASKED and opening != Opens.LINE and lines[place].is_free
        if is_title_alone and _NOTED.fullmatch(lines[place].text):
            yield Told(place, Role.SOURCE_NOTE)


def _sent(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The titles that end a sentence, and begin with a dateline or with a bullet as the line above or below does: news
    of one line.
    """
    for place, reading in enumerate(readings):
        line = lines[place]
        is_sentence = ROLES[reading.state] in _ASKED and line.text[-1] == "。" and line.is_free
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


def _bulleted(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The captions and decks in rows of three blocks or more that begin with one mark (△, ——): news in brief, items."""
    blocks = list(blocks_of(readings))
    marks = [_mark_of(lines[block[0]]) for block in blocks]
    for mark, group in groupby(range(len(blocks)), marks.__getitem__):
        row = [blocks[number] for number in group]
        if mark and len(row) > 2:
            yield from (told for block in row if _is_ornament(readings[block[0]]) for told in one_block(block))


def _mark_of(line: Line) -> str:
    if not line.is_free:
        return ""
    return line.text[0] if line.text[0] in _POINTERS else "——" * line.text.startswith("——")


def _is_ornament(reading: Reading) -> bool:
    return ROLES[reading.state] in (Role.CAPTION, Role.DECK)


def _scheduled(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The lines in a row that each begin with a day or a time, some of them doubtful furniture: what is on, and when;
    and their title.
    """
    may_be = [
        ROLES[reading.state] in _FOOT and line.is_free and _WHEN.match(line.text) is not None
        for line, reading in zip(lines, readings, strict=True)
    ]
    for is_row, group in groupby(range(len(lines)), key=may_be.__getitem__):
        row = list(group)
        if not is_row or len(row) < 2 or all(readings[place].confidence >= DOUBTFUL for place in row):
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


def _stubs(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What goes on across a blank line with a few characters that are no clause: columns cut paragraphs further on."""
    opens = [STATES[reading.state][1] for reading in readings]
    for place in range(1, len(lines)):
        above, line = lines[place - 1].text, lines[place]
        if opens[place] != Opens.LINE or opens[place - 1] == Opens.LINE or not (line.gap_before and line.is_free):
            continue
        is_stub = len(above) < _SHORTEST_CUT and not any(mark in above for mark in PAUSES + STOPS)
        if is_stub and not is_of_a_table(lines, place - 1):
            yield Told(place, ROLES[readings[place].state])


def _mastheads(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The titles that are the name of a paper right above its day: they are of its head."""
    for place, (reading, below) in enumerate(pairwise(readings)):
        above_a_folio = ROLES[reading.state] in _TITLES and ROLES[below.state] is Role.FOLIO
        is_named = above_a_folio and lines[place].is_free and is_house(lines[place].text)
        if is_named and read_folio(lines[place + 1].text).date:
            yield Told(place, Role.FOLIO)


def _heads(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The days and names of papers at a page's head, where a folio line stands among them: they are of it."""
    roles = [ROLES[reading.state] for reading in readings]
    head = list(takewhile(lambda n: roles[n] is Role.FOLIO or _is_of_head(lines[n]), range(len(lines))))
    others = [place for place in head if roles[place] is not Role.FOLIO and lines[place].is_free]
    if len(others) < len(head) and any(_is_time(lines[place]) for place in others):
        yield from (Told(place, Role.FOLIO) for place in others)


def _is_of_head(line: Line) -> bool:
    """Whether a line is a day and nothing else, or as short as a paper's name and one."""
    return _is_time(line) or len(line.text) <= _LONGEST_NAME and is_house(line.text)


def _words(subject: str, which: str) -> tuple[str, ...]:
    return lists(f"{__package__}.tree", "words")[subject, which]


@cache
def _reports() -> re.Pattern[str]:
    """What says of a line in brackets that someone reports."""
    return pattern(f"{__package__}.tree", "dateline", "<who else>.*<report>.?$")
