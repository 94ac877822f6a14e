"""``Source`` → ``Issue``: cues of each line, one search over their weights, and the tree of what it found."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from converter.model import DOUBTFUL, Issue, Line, Role, Source
from converter.structure.assemble import assemble
from converter.structure.cues import observe
from converter.structure.decode import Pin, Reading, cue_weights, search
from converter.structure.lanes import SCALE, Weights, weights
from converter.structure.roles import ROLES, STATES
from converter.structure.short import is_page_foot


def detect_structure(source: Source) -> Issue:
    """The tree of a page or document. Never raises on any text; takes time linear in it."""
    with _no_search_for_cycles():
        issue = assemble(source, read_lines(source.lines, weights()))
    if not issue.images:
        return issue
    from converter.structure.figures import place_pictures

    return place_pictures(issue)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Python's cyclic collector waits: it would walk the lines of a long text again and again, and none is in a cycle."""
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
    found = iter(search(observe(flow), table, _pins(flow)))
    return [_FOOT if foot else next(found) for foot in feet]


def _pins(lines: Sequence[Line]) -> list[Pin]:
    """What the mark-up of each line tells."""
    return [(line.role, line.opens) for line in lines]


_FOOT = Reading(STATES.index((Role.FURNITURE, "block")), 1.0, None)
_SURE = [12 * SCALE] * len(STATES)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a line was read as it was.

    ``opens`` is article, block or line; ``confidence`` a probability; ``second`` the next-best role. ``cues`` are the
    cues that speak for the reading against the second, strongest first, with their weights in nats.
    """

    line: Line
    role: Role
    opens: str
    confidence: float
    second: Role | None
    cues: tuple[tuple[str, float], ...]

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.confidence < DOUBTFUL


def explain(source: Source) -> list[Explanation]:
    """Each line of ``source`` with its reading and the cues that decided it."""
    flow = [line for line in source.lines if not is_page_foot(line.text)]
    cues = observe(flow)
    found = [_explained(line, _FOOT, {"is a page foot": _SURE}) for line in source.lines if is_page_foot(line.text)]
    for number, reading in enumerate(search(cues, weights(), _pins(flow))):
        found.append(_explained(flow[number], reading, cue_weights(cues, number, weights())))
    return sorted(found, key=lambda each: each.line.start)


def _explained(line: Line, reading: Reading, spoken: Mapping[str, Sequence[int]]) -> Explanation:
    """The reading of ``line`` with the cues that tell it from the second-best one."""
    role, second = ROLES[reading.state], None if reading.second is None else ROLES[reading.second]
    against = {cue: row[reading.second] if reading.second is not None else 0 for cue, row in spoken.items()}
    for_it = {cue: (row[reading.state] - against[cue]) / SCALE for cue, row in spoken.items()}
    decided = sorted(
        (item for item in for_it.items() if abs(item[1]) >= 0.1), key=lambda item: (-abs(item[1]), item[0])
    )
    return Explanation(line, role, STATES[reading.state][1], reading.confidence, second, tuple(decided))
