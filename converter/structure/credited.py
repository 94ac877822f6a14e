"""Lines that say whose a picture is, or who wrote or reports, and were taken for something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from converter.model import Line, Opens, Role
from converter.press.lexicon import lists, pattern
from converter.press.marks import STOPS
from converter.press.names import is_name
from converter.press.patterns import later
from converter.press.people import AUTHOR, has_author, people_in
from converter.structure.cues.lines import LONGEST_CAPTION
from converter.structure.cues.vocabulary import ends_as_a_credit
from converter.structure.search.grammar import GOES_ON, ROLES, STATES
from converter.structure.search.path import Reading
from converter.structure.series.telling import Told, among, places_of

_TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK)
_BELOW_TITLES = (Role.DECK, Role.HEADLINE, Role.SUBHEAD, Role.CAPTION, Role.DATELINE)
_ABOVE_NAMES = (*_TITLES, Role.SUBHEAD)
_WITHOUT_PICTURE = (Role.PARAGRAPH, Role.FURNITURE)
_NOTES = (Role.SOURCE_NOTE, Role.COLUMN_NOTE, Role.FURNITURE)
_LONGEST_WRITERS = 24
_LONGEST_POSE = 60
_LABELLED = later("[:：/／|｜]")
_SQUARE = ("【】", "［］", "[]", "〔〕")
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
_NOT_PICTURED_ENDS = "。：:"

_Places = Mapping[Role, Sequence[int]]


def credited(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What such lines are: captions and credits, signatures and bylines."""
    places = places_of(readings)
    yield from _captions(lines, readings, places)
    yield from _sources(lines, readings)
    yield from _below_credits(lines, readings, places)
    yield from _written(lines, readings, places)
    yield from _pictured_by_writers(lines, places)
    yield from _reported(lines, readings, places)
    yield from _slashed(lines, readings, places)


def _captions(lines: Sequence[Line], readings: Sequence[Reading], places: _Places) -> Iterator[Told]:
    """The lines taken for text or furniture that end by saying whose a picture is, and are blocks of their own."""
    for place in among(places, _WITHOUT_PICTURE):
        label, opening = STATES[readings[place].state]
        if opening == Opens.LINE or place + 1 < len(lines) and GOES_ON[readings[place + 1].state]:
            continue
        if lines[place].is_free and _says_whose(lines[place].text, label):
            yield Told(place, Role.CAPTION)


def _says_whose(text: str, label: str) -> bool:
    """Whether a line of a label ends by saying whose a picture is, or that people stood for it."""
    if label != Role.FURNITURE and len(text) <= LONGEST_CAPTION and ends_as_a_credit(text):
        return True
    return text[-1] not in _NOT_PICTURED_ENDS and _PICTURED.fullmatch(text) is not None or _posed(text)


def _posed(text: str) -> bool:
    """Whether a line is a short one that ends by saying that people stood for the picture: ……合影。"""
    return len(text) <= _LONGEST_POSE and text.rstrip(STOPS).endswith(_words("picture", "posed"))


def _sources(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The short lines that name a picture's source and say nothing else: 图片来源：…."""
    for place, line in enumerate(lines):
        text = line.text
        if len(text) > LONGEST_CAPTION or "：" not in text and ":" not in text or not line.is_free:
            continue
        role, opens = ROLES[readings[place].state], STATES[readings[place].state][1]
        if opens != Opens.LINE and role is not Role.CREDIT and _SOURCE.fullmatch(text):
            yield Told(place, Role.CREDIT)


def _below_credits(lines: Sequence[Line], readings: Sequence[Reading], places: _Places) -> Iterator[Told]:
    """The sentences that a caption was taken to go on with though it ends by saying whose the picture is."""
    for place in places.get(Role.CAPTION, ()):
        line = lines[place]
        if not place or not GOES_ON[readings[place].state] or not line.is_free:
            continue
        above = lines[place - 1].text
        if line.text[-1] in STOPS and ends_as_a_credit(above) and not above.endswith(_words("picture", "gives")):
            yield Told(place, Role.PARAGRAPH)


def _written(lines: Sequence[Line], readings: Sequence[Reading], places: _Places) -> Iterator[Told]:
    """The paragraphs above or below a note that say who wrote the story and nothing else: 记者：江帆."""
    near = {place + side for place in among(places, _NOTES) for side in (-1, 1)}
    for place in sorted(near.intersection(range(1, len(lines)))):
        is_read = STATES[readings[place].state] == (Role.PARAGRAPH, Opens.BLOCK) and lines[place].is_free
        if is_read and _says_who_wrote(lines[place].text):
            yield Told(place, Role.SIGNATURE)


def _says_who_wrote(text: str) -> bool:
    """Whether a line is people's names behind what they did, and one of them is an author."""
    people = people_in(text) if len(text) <= _LONGEST_WRITERS and _LABELLED.search(text) else ()
    is_whole = bool(people) and people[-1].end == len(text) and text.startswith(people[0].post or "：")
    return is_whole and AUTHOR in people[0].roles


def _pictured_by_writers(lines: Sequence[Line], places: _Places) -> Iterator[Told]:
    """The credits in brackets that name who wrote the text too: （方圓　文　江帆　攝）."""
    for place in places.get(Role.CREDIT, ()):
        if lines[place].text[0] in "（(" and lines[place].is_free and has_author(lines[place].text):
            yield Told(place, Role.SIGNATURE)


def _reported(lines: Sequence[Line], readings: Sequence[Reading], places: _Places) -> Iterator[Told]:
    """The lines below a title wholly in square brackets that say who reports, and were taken for more of the title."""
    for place in among(places, _BELOW_TITLES):
        text = lines[place].text
        if not place or text[0] + text[-1] not in _SQUARE or not lines[place].is_free:
            continue
        if ROLES[readings[place - 1].state] in _TITLES and _reports().search(text) and people_in(text):
            yield Told(place, Role.BYLINE)


def _slashed(lines: Sequence[Line], readings: Sequence[Reading], places: _Places) -> Iterator[Told]:
    """The lines between a title and its text that are a name and what that person does: 葉青禾／退休教師（南湖市）."""
    for place in among(places, _BELOW_TITLES):
        above, below = readings[max(0, place - 1)], readings[place + 1 : place + 2]
        is_between = ROLES[above.state] in _ABOVE_NAMES and below and ROLES[below[0].state] is Role.PARAGRAPH
        if place and is_between and lines[place].is_free and _says_what_is_done(lines[place].text):
            yield Told(place, Role.BYLINE)
            if ROLES[above.state] is Role.KICKER and lines[place - 1].is_free:
                yield Told(place - 1, Role.HEADLINE, Opens.ARTICLE)


def _says_what_is_done(text: str) -> bool:
    """Whether a line is a person's name, a slash and what he does or is, with the place in brackets or without."""
    name, slash, work = text.replace("/", "／").partition("／")
    is_named = bool(slash) and is_name(name.strip()) and len(work) <= _LONGEST_WRITERS
    return is_named and work.partition("（")[0].rstrip().endswith(_words("byline", "work"))


def _words(subject: str, which: str) -> tuple[str, ...]:
    return lists(f"{__package__}.tree", "words")[subject, which]


@cache
def _reports() -> re.Pattern[str]:
    """What says of a line in brackets that someone reports."""
    return pattern(f"{__package__}.tree", "dateline", "<who else>.*<report>.?$")
