"""The search: cues → weights → the best path of states through the page, and how sure each step of it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from math import exp
from operator import add, mul

from converter.model import Opens, Pin
from converter.records import NamedTuple
from converter.structure.search.grammar import BRIEF, GOES_ON, LABELS, OPENERS, ROLES, STATES
from converter.structure.search.weights import LIFT, SCALE, Weights, sides, unpacked

_BEAM = 4 * SCALE
"""What is less likely than the best path to a line by so many nats, one in fifty, is given up."""

_STRETCH = 2_000
"""Lines that are held at least before those above are settled: see ``_stretches``."""

Odds = tuple[float, ...]
"""The probabilities of one line's states, in the order of the lattice."""

Lattice = list[tuple[bytes, Odds]]
"""For each line the states within the beam, a byte each, and how likely each is alone: a long text has many lines."""


class Reading(NamedTuple):
    """A line's state (an index into ``STATES``), and the best state of another role, if any.

    ``confidence`` is the probability of its role, and that it begins a block, or goes on with one, as it is read;
    ``goes_on`` that it goes on with the block above, whatever it is read as.
    """

    state: int
    confidence: float
    second: int | None
    goes_on: float = 0.0


def search(cues: Sequence[Sequence[str]], table: Weights, pins: Sequence[Pin] = ()) -> list[Reading]:
    """The best path through the page, and how sure each step of it is. Linear in the lines.

    A line of which the input's own mark-up or a person tells something (``pins``, one a line) is read so.
    """
    readings: list[Reading] = []
    if not cues:
        return readings
    for path, lattice in _stretches(_pinned(emissions(cues, table), pins), table):
        odds = _odds(lattice, table.chances)
        found = [_reading(state, states, share) for state, (states, share) in zip(reversed(path), odds, strict=True)]
        readings[-1:] = reversed(found)  # the first line was the last of the stretch above
    return readings


def emissions(cues: Sequence[Sequence[str]], table: Weights) -> Iterator[tuple[int, ...]]:
    """For every line the weight of each state: what its cues say, and those of the lines above and below.

    A state's best step is part of it (see ``Weights.best_steps``). One line at a time: a long text is not held whole.
    """
    waiting = from_above = 0
    for number, line in enumerate(cues):
        own, down, up = sides(sum(map(table.lanes.__getitem__, line)))
        if number:
            yield unpacked(waiting + up)  # what this line says of the one before
        waiting = table.best_steps + own + from_above
        from_above = down  # and of the next
    yield unpacked(waiting)


def _pinned(scores: Iterable[tuple[int, ...]], pins: Sequence[Pin]) -> Iterable[tuple[int, ...]]:
    """The scores, with the states that a pin rules out far below the others."""
    if not any(pin.role or pin.opens or pin.brief is not None for pin in pins):
        return scores
    return (
        tuple([score if state in allowed else score - LIFT for state, score in enumerate(line)]) if allowed else line
        for line, allowed in zip(scores, map(_allowed, pins), strict=True)
    )


@cache
def _allowed(pin: Pin) -> frozenset[int]:
    """The states that a pin lets be; a line of a known role begins a block where nothing else is said."""
    openings = tuple(Opens) if pin.role is None else (Opens.ARTICLE, Opens.BLOCK)
    openings = (pin.opens,) if pin.opens else openings
    return frozenset(
        state
        for state, (label, opening) in enumerate(STATES)
        if (pin.role is None or ROLES[state] == pin.role)
        and opening in openings
        and (pin.brief is None or label.startswith(BRIEF) == pin.brief)
    )


def blocks_of(readings: Sequence[Reading]) -> Iterator[range]:
    """The places of the lines of each block."""
    first = 0
    for place, reading in enumerate(readings):
        if place and not GOES_ON[reading.state]:
            yield range(first, place)
            first = place
    if readings:
        yield range(first, len(readings))


def misfit(pin: Pin) -> str | None:
    """What is wrong with a pin that no line can have, and what may be instead; None where a line can."""
    if _allowed(pin):
        return None
    if pin.brief and not _allowed(Pin(pin.role, None, True)):
        return f"a {pin.role} is not of a brief item: {' and '.join(_OF_ITEMS)} are"
    openers = ", ".join(_OPENERS)
    return f"a {pin.role} opens no article: it opens a block or goes on with one (line); {openers} open articles"


_OF_ITEMS = [label.removeprefix(BRIEF) for label in LABELS if label.startswith(BRIEF)]
_OPENERS = [label for label in OPENERS if not label.startswith(BRIEF)]


def _stretches(scores: Iterable[tuple[int, ...]], table: Weights) -> Iterator[tuple[list[int], Lattice]]:
    """Viterbi within a beam: the best path and the lattice of one stretch of lines after another.

    Where one state alone is within the beam, every path leads through it: what stands above is settled, and need not be
    held. Such a line is the last of its stretch and the first of the next.
    """
    scores = iter(scores)
    best = _beam(tuple(map(add, next(scores), table.first)))
    lattice: Lattice = [(bytes(best), _likelihoods(tuple(best.values())))]
    trail: list[bytes] = []
    for line in scores:
        if len(best) == 1:
            if len(trail) >= _STRETCH:
                path, done = _traced(best, lattice, trail), lattice
                lattice, trail = done[-1:], []
                yield path, done
            [above] = best
            best = _beam(tuple(map(add, line, table.onward[above])))
            back = bytes([above]) * len(best)
        else:
            best, back = _steps(line, best, table)
        lattice.append((bytes(best), _likelihoods(tuple([line[state] for state in best]))))
        trail.append(back)
    yield _traced(best, lattice, trail), lattice


def _traced(best: dict[int, int], lattice: Lattice, trail: Sequence[bytes]) -> list[int]:
    """The likeliest path to the last line, back along the ``trail``: from which state each of a line's comes."""
    state = max(best, key=best.__getitem__)
    path = [state]
    for back, (states, _) in zip(reversed(trail), reversed(lattice), strict=False):
        path.append(state := back[states.index(state)])
    return path[::-1]


def _steps(line: tuple[int, ...], paths: dict[int, int], table: Weights) -> tuple[dict[int, int], bytes]:
    """The best paths to a line's states from several above it, and from which of those each comes, in their order."""
    reached, back, above = {}, {}, tuple(paths)
    for state in _within(line, paths, table):
        step = table.into[state]
        ways = [path + step[before] for before, path in paths.items()]
        most = max(ways)
        back[state] = above[ways.index(most)]
        reached[state] = most + line[state]
    least = max(reached.values()) - _BEAM
    best = {state: path for state, path in reached.items() if path > least}
    return best, bytes(map(back.__getitem__, best))


def _beam(paths: Sequence[int]) -> dict[int, int]:
    """The states whose paths are within the beam."""
    least = max(paths) - _BEAM
    return {state: path for state, path in enumerate(paths) if path > least}


def _within(line: tuple[int, ...], best: dict[int, int], table: Weights) -> list[int]:
    """The states of a line that the paths above may reach within the beam.

    No step is above zero, so a state's own weight bounds what it can reach: most states are ruled out by one comparison
    with what the likeliest state reaches, and most others by one with what the best path makes of them.
    """
    most, top = max(line), max(best.values())
    step = table.into[line.index(most)]
    reach = most + max([path + step[above] for above, path in best.items()]) - top - _BEAM
    found = [state for state, weight in enumerate(line) if weight > reach]
    if len(found) < 4:
        return found
    leader = max(best, key=best.__getitem__)
    led = table.onward[leader]
    reach = max([line[state] + led[state] for state in found]) - _BEAM
    lag = top - sorted(best.values())[-2]
    return [state for state in found if line[state] - lag > reach or line[state] + led[state] > reach]


_CERTAIN: Odds = (1.0,)


def _odds(lattice: Lattice, chances: Sequence[Sequence[float]]) -> Iterator[tuple[bytes, Odds]]:
    """Each line's states and their probabilities, from the last line to the first; the lattice is used up.

    It is the forward-backward recursion, scaled line by line.
    """
    forward = list(_forward(lattice, chances))
    ahead = [1.0] * len(forward[-1])
    here, own = lattice.pop()
    yield here, forward.pop()
    while lattice:
        below, local = here, own
        here, own = lattice.pop()
        odds = forward.pop()
        if len(here) == 1:
            ahead = [1.0]
            yield here, _CERTAIN
            continue
        message = list(zip([chances[state] for state in below], map(mul, local, ahead), strict=True))
        ahead = [sum([chance[state] * p for chance, p in message]) for state in here]
        most = max(ahead) or 1.0
        ahead = [p / most for p in ahead]
        yield here, _share(list(map(mul, odds, ahead)))


def _forward(lattice: Lattice, chances: Sequence[Sequence[float]]) -> Iterator[Odds]:
    """The probability of each state of each line by what stands above it."""
    above, own = lattice[0]
    odds = _share(own)
    yield odds
    for here, own in islice(lattice, 1, None):
        if len(here) == 1:
            odds = _CERTAIN
        else:
            ways = [sum(map(mul, map(chances[state].__getitem__, above), odds)) for state in here]
            odds = _share(list(map(mul, own, ways)))
        above = here
        yield odds


def _likelihoods(weights: tuple[int, ...]) -> Odds:
    if len(weights) == 1:
        return _CERTAIN
    top = max(weights)
    return tuple([exp((weight - top) / SCALE) for weight in weights])


def _share(parts: Sequence[float]) -> Odds:
    total = sum(parts) or 1.0
    return tuple([part / total for part in parts])


@cache
def _certain(state: int) -> Reading:
    """The reading of a line that can be nothing else: most lines are, and share it."""
    return Reading(state, 1.0, None, float(STATES[state][1] == "line"))


def _reading(state: int, states: bytes, odds: Odds) -> Reading:
    label, opening = STATES[state]
    going = opening == "line"
    if len(states) == 1:
        return _certain(state)
    role, second, most, sure, goes_on = ROLES[state], None, 0.0, 0.0, 0.0
    for other, p in zip(states, odds, strict=True):
        its_label, its_opening = STATES[other]
        if its_opening == "line":
            goes_on += p
        if its_label == label and (its_opening == "line") == going:
            sure += p
        if p >= most and ROLES[other] is not role:
            second, most = other, p
    return Reading(state, min(sure, 1.0), second, goes_on)


def cue_weights(cues: Sequence[Sequence[str]], number: int, table: Weights) -> dict[str, list[int]]:
    """For one line, each cue that speaks of it (``above …``: one of the line above) and its weight for every state."""
    found = {}
    for place, (side, there) in enumerate((("", number), ("above ", number - 1), ("below ", number + 1))):
        for cue in cues[there] if 0 <= there < len(cues) else ():
            if lanes := table.lanes[cue]:
                found[side + cue] = [weight - LIFT for weight in unpacked(sides(lanes)[place])]
    return found
