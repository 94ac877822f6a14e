"""``Source`` → ``Issue``: cues of each line, one search over their weights, and the tree of what it found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.errors import UnfitCorrection
from converter.model import Form, Issue, Line, Opens, Pin, Role, Source
from converter.structure.cues.lines import observe
from converter.structure.cues.words import is_page_foot
from converter.structure.markup import settle
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading, misfit, search
from converter.structure.search.weights import Weights, weights
from converter.structure.tables import is_of_a_table
from converter.structure.tree.articles import assemble


def detect_structure(source: Source, pins: Mapping[int, Pin] | None = None) -> Issue:
    """The tree of a page or document. Never raises on any text; takes time linear in it.

    ``pins`` are corrections by the numbers of their lines; of several lines of one number it is the first's. They
    overrule what mark-up tells. Raises ``UnfitCorrection`` where one cannot be.
    """
    source = settle(source)
    issue = assemble(source, read_lines(source.lines, weights(), pins))
    if any(line.form is Form.NOTE for line in source.lines):
        from converter.structure.tree.notes import bring_notes_home

        issue = bring_notes_home(issue)
    if not issue.images:
        return issue
    from converter.structure.tree.pictures import place_pictures

    return place_pictures(issue)


def read_lines(lines: Sequence[Line], table: Weights, pins: Mapping[int, Pin] | None = None) -> list[Reading]:
    """What each line is. The search does not see page feet and tables: it reads what they cut in one piece.

    A pin overrules.
    """
    corrected = _corrected(lines, pins) if pins else {}
    found = [None if place in corrected else aside(lines, place) for place in range(len(lines))]
    told = [corrected.get(place, pin) for place, pin in enumerate(pins_of(lines))]
    flow = [place for place, reading in enumerate(found) if reading is None]
    read = iter(search(observe([lines[place] for place in flow]), table, [told[place] for place in flow]))
    return [reading or next(read) for reading in found]


def aside(lines: Sequence[Line], place: int) -> Reading | None:
    """The reading of a line that the search does not see: a page foot, a table's title or row; None for every other."""
    if is_page_foot(lines[place].text):
        return FOOT
    if is_of_a_table(lines, place):
        return Reading(STATES.index((lines[place].role or Role.PARAGRAPH, "block")), 1.0, None)
    return None


def pins_of(lines: Sequence[Line]) -> list[Pin]:
    """What the mark-up of each line tells."""
    return [Pin(line.role, line.opens) if line.role or line.opens else _UNTOLD for line in lines]


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


_UNTOLD = Pin()
FOOT = Reading(STATES.index((Role.FURNITURE, "block")), 1.0, None)
