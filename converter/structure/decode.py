"""The search: cues → weights → the best path of states through the page.

``weights.tsv`` holds a row for each ``cue, target, weight``. The target is a role (``headline``), an opening (``:article``) or one
state (``headline:block``); a state's weight for a cue is the sum of the three. Weights are hundredths of a nat, so the
scores of paths are comparable to log probabilities. ``after R:O`` and ``after start`` rows move edges of the grammar.

To add forty rows of weights for every line quickly, a cue's weights for all states are one Python integer with a lane of 32
bits a state: one addition of two integers adds every state at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from operator import add
from pkgutil import get_data
from struct import Struct

from converter.model import Opens, Role
from converter.structure.roles import START, STATES, edge, role_of

Pin = tuple[Role | None, Opens | None]
"""A line's role, and what it opens, where the input's own mark-up tells them."""

SCALE = 100
"""Weights are integers: this many to a nat."""

_LANES = Struct(f"<{len(STATES)}i")
_LIFT = 1 << 20  # added to every lane, so that none is negative; the same for all states, so it decides nothing
_BEAM = 6 * SCALE  # states whose best path lies this far below the best path of all are left out


@dataclass(frozen=True, slots=True)
class Weights:
    """The table, ready for the search. ``lanes`` has three integers a cue: for the line, the one above, the one below.

    ``best_steps`` has each state's best step from any state, in lanes; ``steps`` and ``first`` are what a step lacks of it.
    """

    lanes: dict[str, tuple[int, int, int]]
    best_steps: int
    steps: tuple[tuple[int, ...], ...]  # steps[here][above], none above zero
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
    edges = [_edges(above, after.get(f"{above[0]}:{above[1]}", none)) for above in STATES]
    tops = [max(into) for into in zip(*edges, strict=True)]
    steps = tuple(tuple([edge - top for edge in into]) for top, into in zip(tops, zip(*edges, strict=True), strict=True))
    cues = {cue.removeprefix("above ").removeprefix("below ") for cue in rows if not cue.startswith("after ")}
    lanes = {
        cue: (_pack(rows.get(cue, none)), _pack(rows.get("above " + cue, none)), _pack(rows.get("below " + cue, none)))
        for cue in cues
    }
    chances = tuple(tuple([exp(weight / SCALE) for weight in row]) for row in steps)
    first = [edge - top for edge, top in zip(_edges((START, "block"), after.get("start", none)), tops, strict=True)]
    return Weights(lanes, _pack(tops), steps, chances, tuple(first))


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


def emissions(cues: Sequence[Sequence[str]], table: Weights) -> Iterator[tuple[int, ...]]:
    """For every line the weight of each state: what its cues say, and those of the lines above and below.

    A state's best step is part of it (see ``Weights.best_steps``). One line at a time: a long text is not held whole.
    """
    none = (0, 0, 0)
    waiting = from_above = 0
    for number, line in enumerate(cues):
        own, down, up = map(sum, zip(*[table.lanes.get(cue, none) for cue in line], strict=True))
        if number:
            yield _unpack(waiting + up)  # what this line says of the one before
        waiting = table.best_steps + own + from_above
        from_above = down  # and of the next
    yield _unpack(waiting)


def search(cues: Sequence[Sequence[str]], table: Weights, pins: Sequence[Pin] = ()) -> list[Reading]:
    """The best path through the page, and how sure each step of it is. Linear in the lines.

    A line of which the input's own mark-up tells the role or what it opens (``pins``, one a line) is read so.
    """
    if not cues:
        return []
    path, lattice = _best_path(_pinned(emissions(cues, table), pins), table)
    return [
        Reading(state, odds[state], _second(state, odds))
        for state, odds in zip(path, _odds(lattice, table.chances), strict=True)
    ]


def _pinned(scores: Iterable[tuple[int, ...]], pins: Sequence[Pin]) -> Iterable[tuple[int, ...]]:
    """The scores, with the states that a pin rules out far below the others."""
    if not any(role or opens for role, opens in pins):
        return scores
    return (
        tuple([score if state in allowed else score - _LIFT for state, score in enumerate(line)]) if allowed else line
        for line, allowed in zip(scores, (_allowed(*pin) for pin in pins), strict=True)
    )


@cache
def _allowed(role: Role | None, opens: Opens | None) -> frozenset[int] | None:
    """The states that a pin lets be; a line of a known role begins a block where nothing else is said."""
    if role is None and opens is None:
        return None
    return frozenset(
        state
        for state, (_, opening) in enumerate(STATES)
        if (role is None or role_of(state) == role)
        and (opening == opens or opens is None and opening != Opens.LINE)
    )


def _best_path(scores: Iterable[tuple[int, ...]], table: Weights) -> tuple[list[int], list[dict[int, int]]]:
    """Viterbi within a beam: the best path, and each line's states inside the beam with their scores.

    No step is above zero, so a state's own score bounds what it can reach: most are ruled out by one comparison.
    """
    scores = iter(scores)
    own = tuple(map(add, next(scores), table.first))
    least = max(own) - _BEAM
    best = {state: score for state, score in enumerate(own) if score > least}
    lattice, trail = [best], []
    for line in scores:
        aboves = list(best.items())
        top = max(best.values())
        step = table.steps[line.index(max(line))]
        least = max(line) + max([score + step[above] for above, score in aboves]) - _BEAM
        best, back, kept = {}, {}, {}
        for state, own_score in enumerate(line):
            if own_score + top > least:
                step = table.steps[state]
                score, above = max([(score + step[above], above) for above, score in aboves])
                if score + own_score > least:
                    best[state], back[state], kept[state] = score + own_score, above, own_score
        lattice.append(kept)
        trail.append(back)
    state = max(best, key=lambda state: best[state])
    path = [state]
    for back in reversed(trail):
        path.append(state := back[state])
    return path[::-1], lattice


def _odds(lattice: list[dict[int, int]], chance: tuple[tuple[float, ...], ...]) -> list[dict[int, float]]:
    """The probability of each state of each line: the forward-backward recursion, scaled line by line."""
    local = []
    for line in lattice:
        top = max(line.values())
        local.append({state: exp((score - top) / SCALE) for state, score in line.items()})
    forward = [_share(local[0])]
    for here in local[1:]:
        above = forward[-1].items()
        forward.append(_share({s: own * sum([p * chance[s][a] for a, p in above]) for s, own in here.items()}))
    found = [forward[-1]]
    backward = dict.fromkeys(local[-1], 1.0)
    for here, ahead in zip(reversed(forward[:-1]), reversed(local[1:]), strict=True):
        message = [(chance[s], own * backward[s]) for s, own in ahead.items()]
        backward = _share({s: sum([step[s] * odds for step, odds in message]) for s in here})
        found.append(_share({s: p * backward[s] for s, p in here.items()}))
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
