"""The search: cues → weights → the best path of states through the page, and how sure each step of it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import exp
from operator import add
from typing import NamedTuple

from converter.model import Opens, Role
from converter.structure.lanes import LIFT, SCALE, Weights, sides, unpacked
from converter.structure.roles import STATES, role_of

_BEAM = 6 * SCALE  # states whose best path lies this far below the best path of all are left out
_ROLES = tuple(map(role_of, range(len(STATES))))

Lattice = list[list[tuple[int, int]]]
"""For each line the states within the beam, with their weights."""

Pin = tuple[Role | None, Opens | None]
"""A line's role, and what it opens, where the input's own mark-up tells them."""

Odds = list[tuple[int, float]]
"""The states of one line, with their probabilities."""


class Reading(NamedTuple):
    """A line's state (an index into ``STATES``), its probability, and the best state of another role, if any."""

    state: int
    confidence: float
    second: int | None


def search(cues: Sequence[Sequence[str]], table: Weights, pins: Sequence[Pin] = ()) -> list[Reading]:
    """The best path through the page, and how sure each step of it is. Linear in the lines.

    A line of which the input's own mark-up tells the role or what it opens (``pins``, one a line) is read so.
    """
    if not cues:
        return []
    path, lattice = _best_path(_pinned(emissions(cues, table), pins), table)
    return list(map(_reading, path, _odds(lattice, table.chances)))


def emissions(cues: Sequence[Sequence[str]], table: Weights) -> Iterator[tuple[int, ...]]:
    """For every line the weight of each state: what its cues say, and those of the lines above and below.

    A state's best step is part of it (see ``Weights.best_steps``). One line at a time: a long text is not held whole.
    """
    known = table.lanes
    waiting = from_above = 0
    for number, line in enumerate(cues):
        own, down, up = sides(sum([known[cue] for cue in line if cue in known]))
        if number:
            yield unpacked(waiting + up)  # what this line says of the one before
        waiting = table.best_steps + own + from_above
        from_above = down  # and of the next
    yield unpacked(waiting)


def _pinned(scores: Iterable[tuple[int, ...]], pins: Sequence[Pin]) -> Iterable[tuple[int, ...]]:
    """The scores, with the states that a pin rules out far below the others."""
    if not any(role or opens for role, opens in pins):
        return scores
    return (
        tuple([score if state in allowed else score - LIFT for state, score in enumerate(line)]) if allowed else line
        for line, allowed in zip(scores, [_allowed(*pin) for pin in pins], strict=True)
    )


@cache
def _allowed(role: Role | None, opens: Opens | None) -> frozenset[int] | None:
    """The states that a pin lets be; a line of a known role begins a block where nothing else is said."""
    if role is None and opens is None:
        return None
    return frozenset(
        state
        for state, (_, opening) in enumerate(STATES)
        if (role is None or _ROLES[state] == role) and (opening == opens or opens is None and opening != Opens.LINE)
    )


def _best_path(scores: Iterable[tuple[int, ...]], table: Weights) -> tuple[list[int], Lattice]:
    """Viterbi within a beam.

    No step is above zero, so a state's own weight bounds what it can reach: most are ruled out by one comparison.
    """
    scores = iter(scores)
    own = tuple(map(add, next(scores), table.first))
    top = max(own)
    best = [(state, score) for state, score in enumerate(own) if score > top - _BEAM]
    lattice, trail = [best], []
    for line in scores:
        step = table.steps[line.index(max(line))]
        least = max(line) + max([score + step[above] for above, score in best]) - _BEAM
        reach = least - top
        reached, kept, back = [], [], {}
        for state in [state for state, weight in enumerate(line) if weight > reach]:
            step = table.steps[state]
            most = -LIFT * len(STATES)
            for above, score in best:
                score += step[above]
                if score > most:
                    most, back[state] = score, above
            if most + line[state] > least:
                reached.append((state, most + line[state]))
                kept.append((state, line[state]))
        best = reached
        top = max([score for _, score in best])
        lattice.append(kept)
        trail.append(back)
    state = max(best, key=lambda each: each[1])[0]
    path = [state]
    for back in reversed(trail):
        path.append(state := back[state])
    return path[::-1], lattice


def _odds(lattice: Lattice, chances: Sequence[Sequence[float]]) -> list[Odds]:
    """The probability of each state of each line: the forward-backward recursion, scaled line by line."""
    local = [_likelihoods(line) for line in lattice]
    above = _share(local[0])
    forward = [above]
    for here in local[1:]:
        reached = []
        for state, own in here:
            chance = chances[state]
            reached.append((state, own * sum([chance[before] * odds for before, odds in above])))
        above = _share(reached)
        forward.append(above)
    found = [above]
    ahead = [1.0] * len(above)
    for here, below in zip(reversed(forward[:-1]), reversed(local[1:]), strict=True):
        message = [(chances[state], own * odds) for (state, own), odds in zip(below, ahead, strict=True)]
        ahead = [sum([chance[state] * odds for chance, odds in message]) for state, _ in here]
        most = max(ahead) or 1.0
        ahead = [odds / most for odds in ahead]
        found.append(_share([(state, p * odds) for (state, p), odds in zip(here, ahead, strict=True)]))
    return found[::-1]


def _likelihoods(line: list[tuple[int, int]]) -> Odds:
    top = max([weight for _, weight in line])
    return [(state, exp((weight - top) / SCALE)) for state, weight in line]


def _share(odds: Odds) -> Odds:
    total = sum([p for _, p in odds]) or 1.0
    return [(state, p / total) for state, p in odds]


def _reading(state: int, odds: Odds) -> Reading:
    role = _ROLES[state]
    second, most, confidence = None, 0.0, 1.0
    for other, p in odds:
        if other == state:
            confidence = p
        elif p >= most and _ROLES[other] is not role:
            second, most = other, p
    return Reading(state, confidence, second)


def cue_weights(cues: Sequence[Sequence[str]], number: int, table: Weights) -> dict[str, list[int]]:
    """For one line, each cue that speaks of it (``above …``: one of the line above) and its weight for every state."""
    found = {}
    for place, (side, there) in enumerate((("", number), ("above ", number - 1), ("below ", number + 1))):
        for cue in cues[there] if 0 <= there < len(cues) else ():
            if cue in table.lanes:
                found[side + cue] = [weight - LIFT for weight in unpacked(sides(table.lanes[cue])[place])]
    return found
