"""``Source`` → ``Issue``: cues of each line, one search over their weights, and the tree of what it found."""

from __future__ import annotations

from dataclasses import dataclass

from converter.model import Issue, Line, Role, Source
from converter.structure.assemble import assemble
from converter.structure.cues import observe
from converter.structure.decode import SCALE, Pin, cue_weights, search, weights
from converter.structure.roles import STATES, role_of


def detect_structure(source: Source) -> Issue:
    """The tree of a page or document. Never raises on any text; takes time linear in it."""
    issue = assemble(source, search(observe(source.lines), weights(), _pins(source)))
    if not issue.images:
        return issue
    from converter.structure.figures import place_pictures

    return place_pictures(issue)


def _pins(source: Source) -> list[Pin]:
    """What the mark-up of each line tells."""
    return [(line.role, line.opens) for line in source.lines]


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


def explain(source: Source) -> list[Explanation]:
    """Each line of ``source`` with its reading and the cues that decided it."""
    cues = observe(source.lines)
    found = []
    for number, reading in enumerate(search(cues, weights(), _pins(source))):
        spoken = cue_weights(cues, number, weights())
        for_it = {
            cue: (row[reading.state] - (row[reading.second] if reading.second is not None else 0)) / SCALE
            for cue, row in spoken.items()
        }
        ranked = sorted(for_it.items(), key=lambda item: (-abs(item[1]), item[0]))
        role, opens = role_of(reading.state), STATES[reading.state][1]
        second = role_of(reading.second) if reading.second is not None else None
        decided = tuple(item for item in ranked if abs(item[1]) >= 0.1)
        found.append(Explanation(source.lines[number], role, opens, reading.confidence, second, decided))
    return found
