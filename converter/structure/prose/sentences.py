"""Whole sentences that were taken for something else: speech for a title, text for a caption or for furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.model import DOUBTFUL, Line, Opens, Role
from converter.press.marks import CLOSING_QUOTES, OPENING_QUOTES, SENTENCE_ENDS, STOPS, STRAIGHT
from converter.press.quotes import ANY_QUOTES, as_curly
from converter.structure.cues.lines import word_cues
from converter.structure.cues.neighbours import OF_PICTURES
from converter.structure.search.grammar import GOES_ON, INTERRUPTERS, ROLES, STATES
from converter.structure.search.path import Reading

_QUOTES = OPENING_QUOTES + STRAIGHT
_TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD, Role.COLUMN_TITLE, Role.BYLINE)
_PICTURES = (Role.CAPTION, Role.CREDIT)
_ABOVE_TEXT = (Role.LEAD, Role.DATELINE, Role.BYLINE)


def whole_sentences(lines: Sequence[Line], readings: Sequence[Reading], chaptered: bool, pictures: bool) -> list[Line]:
    """The lines, those told to be paragraphs that were misread.

    Of a text in chapters speech is no title, and a sentence no caption or lead. In any text where people talk, a whole
    sentence of theirs is no title; where there are no ``pictures`` and no line speaks of some, a sentence amid
    paragraphs is no caption. A row of sentences amid paragraphs is no furniture. What a text's first paragraph goes on
    from is its first half.
    """
    found = list(lines)
    misread = _misread_in_chapters(lines, readings) if chaptered else _misread(lines, readings, pictures)
    below = set(_below_titles(lines, readings))
    for place in {*below, *misread, *_no_furniture(lines, readings, chaptered), *_halves_above(lines, readings)}:
        line = lines[place]
        if not (line.role or line.form) and (not GOES_ON[readings[place].state] or place in below):
            found[place] = replace(line, role=Role.PARAGRAPH, opens=Opens.BLOCK)
    return found


def _below_titles(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[int]:
    """The sentences that were taken for more of the title above, which is known to be one."""
    for place in range(1, len(lines)):
        label, opening = STATES[readings[place].state]
        goes_on = lines[place - 1].role in _TITLES and opening == "line" and label in _TITLES
        if goes_on and lines[place].text[-1] in SENTENCE_ENDS:
            yield place


def _halves_above(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[int]:
    """The long doubtful line above the first one that is read as text, where that goes on: with what else?"""
    first = next((n for n, reading in enumerate(readings) if ROLES[reading.state] is Role.PARAGRAPH), 0)
    if not first or not GOES_ON[readings[first].state]:
        return
    above = readings[first - 1]
    long = len(lines[first - 1].text) >= _HALF
    if long and above.confidence < DOUBTFUL and ROLES[above.state] in INTERRUPTERS:
        yield first - 1


def _misread_in_chapters(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[int]:
    for place, line in enumerate(lines):
        role = ROLES[readings[place].state]
        if (
            role in _TITLES
            and is_speech(line.text)
            or role in _PICTURES + _ABOVE_TEXT
            and line.text[-1] in SENTENCE_ENDS
        ):
            yield place


def _misread(lines: Sequence[Line], readings: Sequence[Reading], pictures: bool) -> Iterator[int]:
    roles = [ROLES[reading.state] for reading in readings]
    titles = [n for n, role in enumerate(roles) if role in _TITLES and is_whole_speech(lines[n].text)]
    if titles and _is_dialogue(lines):
        yield from titles
    captions = [n for n in range(1, len(roles) - 1) if roles[n] in _PICTURES and lines[n].text[-1] in _ENDS]
    amid = [n for n in captions if roles[n - 1] is roles[n + 1] is Role.PARAGRAPH]
    if amid and not pictures and not any(map(_speaks_of_pictures, lines)):
        yield from amid


def _speaks_of_pictures(line: Line) -> bool:
    return not OF_PICTURES.isdisjoint(word_cues(line.text))


def _no_furniture(lines: Sequence[Line], readings: Sequence[Reading], chaptered: bool) -> Iterator[int]:
    """The sentences that were read as furniture amid text; in a text in chapters all of them."""
    roles = [ROLES[reading.state] for reading in readings]
    if Role.FURNITURE not in roles:
        return
    goes_on = chaptered
    for place in range(len(lines) - 1, -1, -1):
        sentence = lines[place].text[-1] in _ENDS
        if roles[place] is Role.FURNITURE and not lines[place].role:
            if sentence and goes_on and (chaptered or _above(roles, place) is Role.PARAGRAPH):
                yield place
        else:
            goes_on = chaptered or roles[place] is Role.PARAGRAPH


def _above(roles: Sequence[Role], place: int) -> Role | None:
    """The role of the nearest line above that is no furniture."""
    return next((role for role in reversed(roles[max(0, place - _FAR) : place]) if role is not Role.FURNITURE), None)


_FAR = 200
_HALF = 20
"""Characters that the first half of a paragraph has at least: titles are shorter."""
_ENDS = f"。；{CLOSING_QUOTES}{STRAIGHT}"
"""What text alone ends with; a title may ask or exclaim."""


def is_speech(text: str) -> bool:
    """Whether a line is what somebody says: it opens with a quote, and ends as a sentence does or with a quote."""
    if text[0] not in ANY_QUOTES:
        return False
    [text] = as_curly([text])
    return text[0] in _QUOTES and text[-1] in SENTENCE_ENDS + STRAIGHT


def is_whole_speech(text: str) -> bool:
    """Whether a line is one or more sentences that somebody says, quotes around and their stop within."""
    if text[0] not in ANY_QUOTES:
        return False
    [text] = as_curly([text])
    return text[0] in _QUOTES and text[-1] in CLOSING_QUOTES + STRAIGHT and text[-2:-1] in STOPS


def _is_dialogue(lines: Sequence[Line]) -> bool:
    """Whether people talk: speech follows speech twice or more."""
    spoken = [is_speech(line.text) for line in lines]
    return sum(above and here for above, here in zip(spoken, spoken[1:], strict=False)) >= 2
