"""How something is told of a line: by its place, with its role, what it opens, and its depth."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from converter.model import Line, Opens, Role
from converter.records import NamedTuple
from converter.structure.search.grammar import ROLES
from converter.structure.search.path import Reading


class Told(NamedTuple):
    """What is told of the line at a place."""

    place: int
    role: Role
    opens: Opens | None = Opens.BLOCK
    depth: int = 0


def free_of(lines: Sequence[Line]) -> Sequence[int]:
    """The places of the lines that nothing is told of yet, four bytes each: mostly these are all lines."""
    return array("I", (place for place, line in enumerate(lines) if line.is_free))


def places_of(readings: Sequence[Reading]) -> dict[Role, list[int]]:
    """The places of the lines of each role that some were read as, in their order."""
    found: dict[Role, list[int]] = {}
    for place, reading in enumerate(readings):
        found.setdefault(ROLES[reading.state], []).append(place)
    return found


def among(places: Mapping[Role, Sequence[int]], roles: Iterable[Role]) -> list[int]:
    """The places of the lines of several roles, in their order."""
    return sorted([place for role in roles for place in places.get(role, ())])


def tell(lines: list[Line], told: Iterable[Told]) -> None:
    """Put into ``lines`` what is told of them."""
    for place, role, opens, depth in told:
        lines[place] = replace(lines[place], role=role, opens=opens, depth=depth)


def paragraphs(places: Iterable[int]) -> Iterable[Told]:
    """That each of the lines is a paragraph of its own."""
    return (Told(place, Role.PARAGRAPH) for place in places)


def one_block(places: Sequence[int], role: Role = Role.PARAGRAPH) -> Iterable[Told]:
    """That the lines are one block, a paragraph where nothing else is said."""
    yield Told(places[0], role)
    yield from (Told(place, role, Opens.LINE) for place in places[1:])
