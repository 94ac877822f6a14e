"""The table of weights, made ready for the search.

``weights.tsv`` holds a row for each ``cue, target, weight``. The target is a role (``headline``), an opening
(``:article``) or one state (``headline:block``); a state's weight for a cue is the sum of the three. Weights are
hundredths of a nat, so the scores of paths are comparable to log probabilities. ``after R:O`` and ``after start`` rows
move edges of the grammar.

A cue's weights for all states are one Python integer with a lane of 32 bits a state, so that one addition of two
integers adds all states' weights at once. Three such integers, for the line, the one below it and the one above, are
again one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp
from operator import sub
from pkgutil import get_data
from struct import Struct

from converter.records import NamedTuple
from converter.structure.search.grammar import START, STATES, edge

SCALE = 100
"""Weights are integers: this many to a nat, of the search and of its probabilities alike. Held to the prior as they
are in training, they need no tempering: a block that is sure by .7 is right seven times in ten."""

LIFT = 1 << 20
"""Added to every lane, so that none is negative; the same for all states, so it decides nothing."""

_LANES = Struct(f"<{len(STATES)}I")
_BITS = 8 * _LANES.size
_MASK = (1 << _BITS) - 1
_ONES = int.from_bytes(_LANES.pack(*[1] * len(STATES)), "little")
_LIFTED = LIFT * (_ONES | _ONES << _BITS | _ONES << 2 * _BITS)


class Lanes(dict[str, int]):
    """The lanes of each cue, to be taken apart by ``sides``; 0 for a cue that the table doesn't speak of.

    They are made of the cue's ``rows``, targets and weights, when it is first asked for: a page has a few of all cues.
    Raises ``KeyError`` where a row's target is none.
    """

    def __init__(self, rows: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, cue: str) -> int:
        units = _units()
        lanes = [
            int(weight) * units[side, target]
            for side in ("", "above", "below")
            for target, weight in columns(self._rows.get(f"{side} {cue}".lstrip(), ()))
        ]
        self[cue] = made = sum(lanes, _LIFTED) if lanes else 0
        return made


class Weights(NamedTuple):
    """The table, ready for the search.

    ``best_steps`` has each state's best step from any state, in lanes; ``into``, ``onward`` and ``first`` are what a
    step lacks of it.
    """

    lanes: Lanes
    best_steps: int
    into: tuple[tuple[int, ...], ...]  # into[here][above], none above zero
    onward: tuple[tuple[int, ...], ...]  # the same as onward[above][here]
    chances: tuple[tuple[float, ...], ...]  # the same as probabilities, not normalised
    first: tuple[int, ...]


@cache
def weights() -> Weights:
    """The weights that the package ships."""
    return parse((get_data(__package__, "weights.tsv") or b"").decode())


def parse(table: str) -> Weights:
    """Read a table of weights in the form of ``weights.tsv``. Raises ``ValueError`` where an edge leads to no state."""
    rows = defaultdict[str, list[str]](list)
    for row in table.splitlines():
        cue, _, told = row.partition("\t")
        rows[cue].append(told)
    after: dict[str, list[int]] = {}
    for cue in rows:
        if cue.startswith("after "):
            moved = after[cue.removeprefix("after ")] = [0] * len(STATES)
            for target, weight in columns(rows[cue]):
                moved[STATES.index(tuple(target.split(":")))] += int(weight)
    return _with_edges(Lanes(rows), after)


def columns(rows: Iterable[str]) -> Iterator[list[str]]:
    """The target and the weight of each row of a cue."""
    return (row.split("\t") for row in rows)


def _with_edges(lanes: Lanes, after: dict[str, list[int]]) -> Weights:
    none = [0] * len(STATES)
    edges = [_edges(above, after.get(f"{above[0]}:{above[1]}", none)) for above in STATES]
    tops = [max(into) for into in zip(*edges, strict=True)]
    onward = tuple([tuple(map(sub, row, tops)) for row in edges])
    into = tuple(zip(*onward, strict=True))
    chances = tuple([tuple([exp(weight / SCALE) for weight in row]) for row in into])
    first = [edge - top for edge, top in zip(_edges((START, "block"), after.get(START, none)), tops, strict=True)]
    best_steps = int.from_bytes(_LANES.pack(*[top + LIFT for top in tops]), "little")
    return Weights(lanes, best_steps, into, onward, chances, tuple(first))


def _edges(above: tuple[str, str], moved: Sequence[int]) -> tuple[int, ...]:
    """The weights of the steps from the state ``above`` to each state: the grammar's, moved by training."""
    return tuple(map(sub, moved, _costs(above[0])))


@cache
def _costs(role: str) -> list[int]:
    """The grammar's costs of the steps from a state of ``role`` to each state; what that one opens changes none."""
    return [round(edge((role, "block"), here) * SCALE) for here in STATES]


@cache
def _units() -> dict[tuple[str, str], int]:
    """By the line that a row speaks of and its target: a one in the lane of every state that is meant."""
    units: dict[tuple[str, str], int] = {}
    for shift, side in enumerate(("", "above", "below")):
        for state, (role, opening) in enumerate(STATES):
            one = 1 << 32 * state + shift * _BITS
            for target in (str(role), f":{opening}", f"{role}:{opening}"):
                units[side, target] = units.get((side, target), 0) + one
    return units


def sides(lanes: int) -> tuple[int, int, int]:
    """The lanes of the line itself, of the line below it (for which it is the one above), and of the line above it."""
    return lanes & _MASK, lanes >> _BITS & _MASK, lanes >> 2 * _BITS


def unpacked(lanes: int) -> tuple[int, ...]:
    """The weight of each state, with its lifts."""
    return _LANES.unpack(lanes.to_bytes(_LANES.size, "little"))
