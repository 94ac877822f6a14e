"""Draw who imports whom in ``converter/``, as ``docs/images/imports.svg``.

    python -m tools.make.imports
    python -m tools.make.imports --check      fails where the picture is not up to date

A box is a room (``tools/check/rooms.py``). It stands on the floor under the lowest room that imports it. An arrow leads
down to a room that is imported; one that others imply is left out: who imports a room may import what that room does. A
box's title, which a browser shows, names all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from tools import ROOT
from tools.check.rooms import Graph, between_rooms, reachable

OUT = ROOT / "docs" / "images" / "imports.svg"
WIDE, HIGH, BETWEEN, STOREY, MARGIN = 128, 62, 20, 112, 24
"""A box's width and height, what is between two; a floor's height; the picture's margin. All in pixels."""
LANE = 12
"""How wide the place is that an arrow takes on a floor where it goes by."""
ROW = 20
"""How many characters a row of a box's small print has."""
MOST = 9
"""A room with more files than this tells their number, not their names."""


def without_implied(graph: Graph) -> Graph:
    """The graph without the imports that others imply."""
    implied = {room: set[str]().union(*(reachable(graph, one) for one in ones)) for room, ones in graph.items()}
    return {room: ones - implied[room] for room, ones in graph.items()}


def floors(graph: Graph) -> dict[str, int]:
    """The floor of each room, counted from the top: one below the lowest that imports it.

    Raises ``ValueError`` where rooms import one another in a circle.
    """
    importers: Graph = {room: {other for other, ones in graph.items() if room in ones} for room in graph}
    found: dict[str, int] = {}
    while left := graph.keys() - found.keys():
        ready = [room for room in left if importers[room] <= found.keys()]
        if not ready:
            raise ValueError(f"rooms import one another in a circle: {', '.join(sorted(left))}")
        found |= {room: 1 + max((found[one] for one in importers[room]), default=-1) for room in ready}
    return found


class Plan(NamedTuple):
    """What stands on each floor, from left to right, and the ways down; an arrow that goes by has a place there too."""

    floors: list[list[str]]
    ways: list[list[str]]

    def steps(self) -> Iterator[tuple[str, str]]:
        """Every step of a way from a floor to the next."""
        return chain.from_iterable(map(pairwise, self.ways))


def planned(graph: Graph) -> Plan:
    """A plan of few crossings: what stands on a floor is put in the order of the mean place of what it is joined to."""
    storey = floors(graph)
    plan = Plan([sorted(room for room in graph if storey[room] == n) for n in range(1 + max(storey.values()))], [])
    for room in sorted(graph):
        for below in sorted(graph[room]):
            lanes = [f"{room}>{below}>{n}" for n in range(storey[room] + 1, storey[below])]
            plan.ways.append([room, *lanes, below])
            for n, lane in enumerate(lanes, storey[room] + 1):
                plan.floors[n].append(lane)
    joined: Graph = {}
    for above, below in plan.steps():
        joined.setdefault(above, set()).add(below)
        joined.setdefault(below, set()).add(above)
    for _ in range(8):
        for stands in (*plan.floors, *reversed(plan.floors)):
            places = middles(plan)
            stands.sort(key=lambda one: (mean(places[other] for other in joined.get(one, {one})), one))
    return plan


def mean(numbers: Iterable[float]) -> float:
    """The mean of some numbers."""
    found = list(numbers)
    return sum(found) / len(found)


def width(one: str) -> int:
    """How wide a room is, or an arrow's lane."""
    return LANE if ">" in one else WIDE


def middles(plan: Plan) -> dict[str, float]:
    """Where the middle of all that stands on a floor is, from left to right; every floor's middle is 0."""
    found = {}
    for stands in plan.floors:
        at = -(sum(map(width, stands)) + BETWEEN * (len(stands) - 1)) / 2
        for one in stands:
            found[one] = at + width(one) / 2
            at += width(one) + BETWEEN
    return found


def small_print(package: Path, room: str) -> list[str]:
    """What is in a room: its rooms, or its files."""
    folder = package / room
    if not folder.is_dir():
        return ["public names"] if room == "__init__" else []
    names = sorted(inner.parent.name for inner in folder.glob("*/__init__.py"))
    files = sorted(file.stem for file in folder.glob("*.py") if file.stem != "__init__")
    if len(files) <= MOST:
        names += files
    else:
        names.append(f"and {len(files)} files" if names else f"{len(files)} files")
    rows = [""]
    for name in names:
        if len(rows[-1]) + len(name) >= ROW:
            rows.append("")
        rows[-1] = f"{rows[-1]} {name}".strip()
    return rows[:3] if len(rows) <= 3 else [*rows[:2], f"{rows[2]} …"]


def box(package: Path, room: str, graph: Graph, left: float, top: float) -> Iterator[str]:
    """One room, drawn."""
    name = package.name if room == "__init__" else f"{room}/" if (package / room).is_dir() else f"{room}.py"
    told = ", ".join(sorted(graph[room])) or "no other room"
    small = small_print(package, room)
    yield f"<g><title>{escape(f'{name} imports {told}')}</title>"
    yield f'<rect x="{left:.0f}" y="{top:.0f}" width="{WIDE}" height="{HIGH}" rx="4"/>'
    middle = left + WIDE / 2
    row = top + HIGH / 2 + 5 - 6 * len(small)
    yield f'<text class="name" x="{middle:.0f}" y="{row:.0f}">{escape(name)}</text>'
    for number, line in enumerate(small, 1):
        yield f'<text x="{middle:.0f}" y="{row + 2 + 12 * number:.0f}">{escape(line)}</text>'
    yield "</g>"


def arrow(points: Sequence[tuple[float, float]]) -> str:
    """A way down through some points, drawn as a curve that is upright at each."""
    (x, y), *rest = points
    path = [f"M{x:.0f} {y:.0f}"]
    for right, down in rest:
        bend = (down - y) / 2
        path.append(f"C{x:.0f} {y + bend:.0f} {right:.0f} {down - bend:.0f} {right:.0f} {down:.0f}")
        x, y = right, down
    return f'<path d="{" ".join(path)}" marker-end="url(#head)"/>'


def ports(plan: Plan, at: Mapping[str, float]) -> dict[tuple[str, str], tuple[float, float]]:
    """Where each step leaves what is above and reaches what is below: in order, so that arrows at a box lie apart."""
    found = {}
    steps = sorted(plan.steps(), key=lambda step: (at[step[0]], at[step[1]]))
    for above, below in steps:
        leaving = [step for step in steps if step[0] == above]
        coming = sorted((step for step in steps if step[1] == below), key=lambda step: at[step[0]])
        found[above, below] = (
            at[above] + spread(leaving.index((above, below)), len(leaving), width(above)),
            at[below] + spread(coming.index((above, below)), len(coming), width(below)),
        )
    return found


def spread(number: int, of: int, wide: int) -> float:
    """How far from the middle the place of one of several is, on something so wide."""
    return (number - (of - 1) / 2) * min(18, wide / of)


def drawn(package: Path) -> str:
    """The picture."""
    whole = between_rooms(package)
    whole.pop("__main__", None)  # the command by another name
    graph = without_implied(whole)
    plan = planned(graph)
    at = middles(plan)
    half = max(abs(at[one]) + width(one) / 2 for one in at) + MARGIN
    wide, high = 2 * half, 2 * MARGIN + STOREY * (len(plan.floors) - 1) + HIGH
    top = {one: MARGIN + STOREY * n for n, stands in enumerate(plan.floors) for one in stands}
    at = {one: half + middle for one, middle in at.items()}
    ends = ports(plan, at)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high}" width="{wide:.0f}" height="{high}">',
        "<title>Who imports whom</title>",
        "<style>rect { fill: #fff; stroke: #333 } path { fill: none; stroke: #555 } .head { fill: #555; stroke: none }"
        " .floor { fill: #f1f1ee; stroke: none } text { font: 11px sans-serif; text-anchor: middle; fill: #444 }"
        " .name { font-size: 14px; font-weight: bold; fill: #000 }</style>",
        '<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path class="head" d="M0 1 8 4 0 7z"/></marker>',
        f'<rect width="{wide:.0f}" height="{high}" style="stroke: none"/>',
    ]
    for n in range(len(plan.floors)):
        y = MARGIN + STOREY * n - 12
        parts.append(f'<rect class="floor" y="{y}" width="{wide:.0f}" height="{HIGH + 24}"/>')
    for way in plan.ways:
        points: list[tuple[float, float]] = []
        for above, below in pairwise(way):
            leaves, reaches = ends[above, below]
            points += [(leaves, top[above] + HIGH), (reaches, top[below])]
        parts.append(arrow(points))
    for room in graph:
        parts += box(package, room, whole, at[room] - WIDE / 2, top[room])
    return "\n".join([*parts, "</svg>", ""])


def main(arguments: list[str]) -> None:
    """Draw the picture, or see whether it is up to date."""
    made = drawn(ROOT / "converter")
    if "--check" not in arguments:
        OUT.write_text(made, "utf-8")
    elif not OUT.is_file() or OUT.read_text("utf-8") != made:
        sys.exit(f"{OUT} is not up to date; run python -m tools.make.imports")


if __name__ == "__main__":
    main(sys.argv[1:])
