"""``Source`` → ``Issue``: cues of each line, one search over their weights, and the tree of what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import compress

from converter.errors import UnfitCorrection
from converter.model import Form, Issue, Line, Opens, Pin, Role, Source
from converter.structure.cues.lines import Cues, observe
from converter.structure.cues.words import is_page_foot
from converter.structure.markup import settle
from converter.structure.prose.parted import parted
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading, misfit, search
from converter.structure.search.weights import Weights, weights
from converter.structure.series.schemes import division
from converter.structure.tables import is_of_a_table
from converter.structure.together import mend, told
from converter.structure.tree.articles import assemble

Observed = dict[bytes, list[Cues]]
"""The cues of the lines that the search sees, by which of all lines these are: a 1 for each, 0 for the others."""


def detect_structure(source: Source, pins: Mapping[int, Pin] | None = None, table: Weights | None = None) -> Issue:
    """The tree of a page or document. Never raises on any text; takes time linear in it.

    ``pins`` are corrections by the numbers of their lines; of several lines of one number it is the first's. They
    overrule what mark-up tells. ``table`` are the weights, those of the package where none are given. Raises
    ``UnfitCorrection`` where a pin cannot be.
    """
    source, readings = read_source(settle(source), table or weights(), pins)
    issue = assemble(source, _used_up(readings))
    if any(line.form is Form.NOTE for line in source.lines):
        from converter.structure.tree.notes import bring_notes_home

        issue = bring_notes_home(issue)
    if not issue.images:
        return issue
    from converter.structure.tree.pictures import place_pictures

    return place_pictures(issue)


def _used_up(readings: list[Reading]) -> Iterator[Reading]:
    """The readings, each gone when it was taken: while the tree of a long text grows, they make room for it."""
    readings.reverse()
    while readings:
        yield readings.pop()


def read_source(source: Source, table: Weights, pins: Mapping[int, Pin] | None = None) -> tuple[Source, list[Reading]]:
    """The source, its lines with what the whole of them tells of each, and what each line is.

    What is sure is told before the search. Where its reading is at odds with what the lines show together, that is told
    too, and the page is read once more.
    """
    lines, seen = told(source.lines)
    cues: Observed = {}
    readings = read_lines(lines, table, pins, cues)
    mended = mend(lines, readings, seen, bool(source.images))
    if mended != lines:
        lines, readings = mended, []  # which a long text has no room for twice
        readings = read_lines(lines, table, pins, cues)
    return replace(source, lines=tuple(lines)), readings


def read_lines(
    lines: Sequence[Line], table: Weights, pins: Mapping[int, Pin] | None = None, cues: Observed | None = None
) -> list[Reading]:
    """What each line is by one search, which does not see page feet, tables and breaks: it reads what the first two cut
    in one piece. A pin overrules.

    ``cues`` has what was seen of these lines before, and gets it: it does not depend on what is told of them.
    """
    cues = {} if cues is None else cues
    corrected = _corrected(lines, pins) if pins else {}
    set_aside = [None if place in corrected else aside(lines, place) for place in range(len(lines))]
    told = [corrected.get(place, pin) for place, pin in enumerate(pins_of(lines))]
    flow = bytes([reading is None for reading in set_aside])
    if flow not in cues:
        cues[flow] = observe(list(compress(lines, flow)))
    found = iter(search(cues[flow], table, list(compress(told, flow))))
    return parted(lines, [next(found) if reading is None else reading for reading in set_aside])


def aside(lines: Sequence[Line], place: int) -> Reading | None:
    """The reading of a line that the search does not see: a page foot, a break, a table's title or row; None for every
    other.
    """
    if is_page_foot(lines[place].text):
        return FOOT
    if lines[place].form is Form.BREAK:
        return BREAK
    if is_of_a_table(lines, place):
        return Reading(STATES.index((lines[place].role or Role.PARAGRAPH, "block")), 1.0, None)
    return None


def pins_of(lines: Sequence[Line]) -> list[Pin]:
    """What the mark-up of each line tells. Headlines below a column's title are its items', up to one with a level."""
    pins, in_column = [], False
    for line in lines:
        if line.level and line.role:
            in_column = line.role is Role.COLUMN_TITLE
        pins.append(_pin_of(line, in_column) if line.role or line.opens else _UNTOLD)
    return pins


def _pin_of(line: Line, in_column: bool) -> Pin:
    """A chapter is of no brief column, nor is what no format but all the lines together show to begin a story."""
    if line.role is not Role.HEADLINE:
        return _pin(line.role, line.opens, None)
    begins = line.opens is Opens.ARTICLE
    if begins and division(line.text):
        return _pin(line.role, line.opens, False)
    return _pin(line.role, line.opens, True if in_column else False if begins and not line.level else None)


def _corrected(lines: Sequence[Line], pins: Mapping[int, Pin]) -> dict[int, Pin]:
    """The pins by the places of their lines. Raises ``UnfitCorrection``."""
    places: dict[int, int] = {}
    for place, line in enumerate(lines):
        places.setdefault(line.number, place)
    for number, pin in pins.items():
        if number not in places:
            last = lines[-1].number if lines else 0
            raise UnfitCorrection(
                f"there is no line {number} to pin: the text has lines up to {last}, blank ones left out"
            )
        if fault := misfit(pin):
            raise UnfitCorrection(f"line {number} cannot be pinned so: {fault}")
        if places[number] == 0 and pin.opens == Opens.LINE:
            raise UnfitCorrection(
                f"line {number} is the first, and goes on with nothing: it opens an article or a block"
            )
    return {places[number]: pin for number, pin in pins.items()}


_pin = cache(Pin)  # a PDF tells something of every line, and there are some dozen pins
_UNTOLD = Pin()
FOOT = Reading(STATES.index((Role.FURNITURE, "block")), 1.0, None)
BREAK = Reading(STATES.index((Role.PARAGRAPH, "block")), 1.0, None)
