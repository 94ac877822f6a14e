"""The search: cues → weights → the best path of states through the page.

``weights.tsv`` holds a row for each ``cue, target, weight``. The target is a role (``headline``), an opening (``:article``) or one
state (``headline:block``); a state's weight for a cue is the sum of the three. Weights are hundredths of a nat, so the
scores of paths are comparable to log probabilities. ``after R:O`` and ``after start`` rows move edges of the grammar.

To add forty rows of weights for every line quickly, a cue's weights for all states are one Python integer with a lane of 32
bits a state: one addition of two integers adds every state at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pkgutil import get_data
from struct import Struct

from converter.structure.roles import START, STATES, edge, role_of

SCALE = 100
"""Weights are integers: this many to a nat."""

_LANES = Struct(f"<{len(STATES)}i")
_LIFT = (
    1 << 20
)  # added to every lane, so that none is negative; the same for all states of a line, so it decides nothing
_SPREAD = 12 * SCALE  # states this far below a line's best, by its cues alone, are left out of its search
_BEAM = 8 * SCALE  # and so are those whose best path lies this far below the best path of all


@dataclass(frozen=True, slots=True)
class Weights:
    """The table, ready for the search. ``lanes`` has three integers a cue: for the line, the one above, the one below."""

    lanes: dict[str, tuple[int, int, int]]
    steps: tuple[tuple[int, ...], ...]  # steps[here][above]
    chances: tuple[tuple[float, ...], ...]  # the same as probabilities, not normalised
    first: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A line's state (an index into ``STATES``), its probability, and the best state of another role, if any."""

    state: int
    confidence: float
    second: int | None


@cache
def weights() -> Weights:
    """The weights that the package ships."""
    return parse((get_data("converter.structure", "weights.tsv") or b"").decode())


def parse(table: str) -> Weights:
    """Read a table of weights in the form of ``weights.tsv``."""
    targets = _targets()
    rows: dict[str, list[int]] = {}
    for row in table.splitlines():
        if row.startswith("#"):
            continue
        cue, target, weight = row.split("\t")
        vector = rows.get(cue) or rows.setdefault(cue, [0] * len(STATES))
        for state in targets[target]:
            vector[state] += int(weight)
    none = [0] * len(STATES)
    after = {cue.removeprefix("after "): vector for cue, vector in rows.items() if cue.startswith("after ")}
    steps = [_edges(above, after.get(f"{above[0]}:{above[1]}", none)) for above in STATES]
    cues = {cue.removeprefix("above ").removeprefix("below ") for cue in rows if not cue.startswith("after ")}
    lanes = {
        cue: (_pack(rows.get(cue, none)), _pack(rows.get("above " + cue, none)), _pack(rows.get("below " + cue, none)))
        for cue in cues
    }
    chances = [[exp(weight / SCALE) for weight in row] for row in steps]
    first = _edges((START, "block"), after.get("start", none))
    return Weights(lanes, tuple(zip(*steps, strict=True)), tuple(zip(*chances, strict=True)), first)


def _edges(above: tuple[str, str], moved: Sequence[int]) -> tuple[int, ...]:
    """The weights of the steps from the state ``above`` to each state: the grammar's, moved by training."""
    return tuple(shift - round(edge(above, here) * SCALE) for here, shift in zip(STATES, moved, strict=True))


def _targets() -> dict[str, list[int]]:
    """The states that a target of the table means."""
    targets: dict[str, list[int]] = {}
    for state, (role, opening) in enumerate(STATES):
        for name in (str(role), f":{opening}", f"{role}:{opening}"):
            targets.setdefault(name, []).append(state)
    return targets


def _pack(vector: Sequence[int]) -> int:
    return int.from_bytes(_LANES.pack(*[weight + _LIFT for weight in vector]), "little")


def _unpack(lanes: int) -> tuple[int, ...]:
    return _LANES.unpack(lanes.to_bytes(_LANES.size, "little"))


def emissions(cues: Sequence[Sequence[str]], table: Weights) -> list[tuple[int, ...]]:
    """For every line the weight of each state: what its cues say, and those of the lines above and below."""
    none = (0, 0, 0)
    here, above, below = [], [0], []
    for line in cues:
        found = [table.lanes.get(cue, none) for cue in line]
        own, down, up = map(sum, zip(*found, strict=True))
        here.append(own)
        above.append(down)  # what this line says of the next
        below.append(up)  # and of the one before
    below.append(0)
    return [_unpack(h + a + b) for h, a, b in zip(here, above, below[1:], strict=False)]


def search(cues: Sequence[Sequence[str]], table: Weights) -> list[Reading]:
    """The best path through the page, and how sure each step of it is. Linear in the lines."""
    if not cues:
        return []
    scores = emissions(cues, table)
    scores[0] = tuple([score + first for score, first in zip(scores[0], table.first, strict=True)])
    lattice = [_likely(line) for line in scores]
    path = _best_path(lattice, table.steps)
    return [
        Reading(state, odds[state], _second(state, odds))
        for state, odds in zip(path, _odds(lattice, table.chances), strict=True)
    ]


def _likely(scores: tuple[int, ...]) -> dict[int, int]:
    """The states that a line's cues allow, with their scores."""
    least = max(scores) - _SPREAD
    return {state: score for state, score in enumerate(scores) if score > least}


def _best_path(lattice: list[dict[int, int]], steps: tuple[tuple[int, ...], ...]) -> list[int]:
    """Viterbi over the states that each line allows; those that fall out of the beam leave the lattice."""
    best = lattice[0]
    trail = []
    for line in lattice[1:]:
        reached, back = {}, {}
        aboves = list(best.items())
        for state, own in line.items():
            step = steps[state]
            score, above = max([(score + step[above], above) for above, score in aboves])
            reached[state], back[state] = score + own, above
        least = max(reached.values()) - _BEAM
        best = {state: score for state, score in reached.items() if score > least}
        for state in reached.keys() - best.keys():
            del line[state]
        trail.append(back)
    state = max(best, key=lambda state: best[state])
    path = [state]
    for back in reversed(trail):
        path.append(state := back[state])
    return path[::-1]


def _odds(lattice: list[dict[int, int]], chance: tuple[tuple[float, ...], ...]) -> list[dict[int, float]]:
    """The probability of each state of each line: the forward-backward recursion, scaled line by line."""
    tops = [max(line.values()) for line in lattice]
    local = [
        {state: exp((score - top) / SCALE) for state, score in line.items()}
        for line, top in zip(lattice, tops, strict=True)
    ]
    forward = [_share(local[0])]
    for line in local[1:]:
        above = forward[-1].items()
        reached = {}
        for state, odds in line.items():
            step = chance[state]
            reached[state] = odds * sum([p * step[state_above] for state_above, p in above])
        forward.append(_share(reached))
    found = [forward[-1]]
    backward = dict.fromkeys(local[-1], 1.0)
    for line, ahead in zip(reversed(forward[:-1]), reversed(local[1:]), strict=True):
        message = [(chance[state], odds * backward[state]) for state, odds in ahead.items()]
        backward = _share({state: sum([step[state] * odds for step, odds in message]) for state in line})
        found.append(_share({state: p * backward[state] for state, p in line.items()}))
    return found[::-1]


def _share(odds: dict[int, float]) -> dict[int, float]:
    total = sum(odds.values()) or 1.0
    return {state: p / total for state, p in odds.items()}


def _second(state: int, odds: dict[int, float]) -> int | None:
    """The likeliest state of another role than ``state``'s."""
    others = [other for other in odds if role_of(other) != role_of(state)]
    return max(others, key=lambda other: odds[other], default=None)


def cue_weights(cues: Sequence[Sequence[str]], number: int, table: Weights) -> dict[str, list[int]]:
    """For one line, each cue that speaks of it (``above …``: one of the line above) and its weight for every state."""
    none = (0, 0, 0)
    found = {cue: table.lanes.get(cue, none)[0] for cue in cues[number]}
    if number:
        found |= {"above " + cue: table.lanes.get(cue, none)[1] for cue in cues[number - 1]}
    if number + 1 < len(cues):
        found |= {"below " + cue: table.lanes.get(cue, none)[2] for cue in cues[number + 1]}
    return {cue: [weight - _LIFT for weight in _unpack(lanes)] for cue, lanes in found.items() if lanes}
