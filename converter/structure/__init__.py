"""``Source`` → ``Issue``: cues of each line, one search over their weights, and the tree of what it found."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from converter.model import Issue, Line, Role, Source
from converter.structure.cues.lines import observe
from converter.structure.cues.words import is_page_foot
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Pin, Reading, search
from converter.structure.search.weights import Weights, weights
from converter.structure.tree.articles import assemble


def detect_structure(source: Source) -> Issue:
    """The tree of a page or document. Never raises on any text; takes time linear in it."""
    with _no_search_for_cycles():
        issue = assemble(source, read_lines(source.lines, weights()))
    if not issue.images:
        return issue
    from converter.structure.tree.pictures import place_pictures

    return place_pictures(issue)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Python's cyclic collector waits: it would walk the lines of a long text again and again for cycles; none is."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_lines(lines: Sequence[Line], table: Weights) -> list[Reading]:
    """What each line is. The search does not see page feet: it reads what they cut in one piece."""
    feet = [is_page_foot(line.text) for line in lines]
    flow = [line for line, foot in zip(lines, feet, strict=True) if not foot]
    found = iter(search(observe(flow), table, pins_of(flow)))
    return [FOOT if foot else next(found) for foot in feet]


def pins_of(lines: Sequence[Line]) -> list[Pin]:
    """What the mark-up of each line tells."""
    return [(line.role, line.opens) for line in lines]


FOOT = Reading(STATES.index((Role.FURNITURE, "block")), 1.0, None)
