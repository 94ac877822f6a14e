"""Why each line was read as it was: the cues that speak for its reading against the second-best one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.model import DOUBTFUL, Line, Role, Source
from converter.structure import BREAK, FOOT, aside, read_source
from converter.structure.cues.lines import observe
from converter.structure.markup import settle
from converter.structure.search.grammar import ROLES, STATES
from converter.structure.search.path import Reading, cue_weights
from converter.structure.search.weights import SCALE, weights

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
    source, readings = read_source(settle(source), weights())
    apart = [aside(source.lines, place) for place in range(len(source.lines))]
    cues = observe([line for line, reading in zip(source.lines, apart, strict=True) if reading is None])
    found, number = [], 0
    for line, reading, sure in zip(source.lines, readings, apart, strict=True):
        if sure is None:
            found.append(_explained(line, reading, cue_weights(cues, number, weights())))
            number += 1
        else:
            found.append(_explained(line, reading, {_why_aside(sure): _SURE}))
    return found


def _why_aside(reading: Reading) -> str:
    return "is a page foot" if reading is FOOT else "is a break" if reading is BREAK else "is of a table"


def _explained(line: Line, reading: Reading, spoken: Mapping[str, Sequence[int]]) -> Explanation:
    """The reading of ``line`` with the cues that tell it from the second-best one."""
    role, second = ROLES[reading.state], None if reading.second is None else ROLES[reading.second]
    against = {cue: row[reading.second] if reading.second is not None else 0 for cue, row in spoken.items()}
    for_it = {cue: (row[reading.state] - against[cue]) / SCALE for cue, row in spoken.items()}
    decided = sorted(
        (item for item in for_it.items() if abs(item[1]) >= 0.1), key=lambda item: (-abs(item[1]), item[0])
    )
    return Explanation(line, role, STATES[reading.state][1], reading.confidence, second, tuple(decided))
