"""Who imports whom in ``converter/``: between rooms (a folder of the package, or a file beside them), between modules.

python -m tools.check.rooms      the figures: rooms, arrows between them, circles of modules
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools import ROOT

Graph = dict[str, set[str]]
"""Rooms or modules, and what each imports."""


def imported(file: Path) -> set[str]:
    """The dotted names of all that a file imports, wherever in the file it does; imports have to be absolute."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                raise ValueError(f"{file}: an import is relative")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def by_room(package: Path) -> Graph:
    """The dotted names that each room of the package imports, all its files together."""
    found: Graph = {}
    for file in sorted(package.rglob("*.py")):
        room = file.relative_to(package).parts[0].removesuffix(".py")
        found.setdefault(room, set()).update(imported(file))
    return found


def between_rooms(package: Path) -> Graph:
    """The rooms that each room imports; ``__init__`` is the package itself, its public names."""
    named = by_room(package)
    rooms = {f"{package.name}.{room}": room for room in named}
    return {room: set(_known(names, rooms, package.name)) - {room} for room, names in named.items()}


def between_modules(package: Path) -> Graph:
    """The modules that each module imports, by their dotted names; a package is its ``__init__.py``."""
    files = {
        ".".join(file.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__"): file
        for file in sorted(package.rglob("*.py"))
    }
    names = {name: name for name in files}
    return {name: set(_known(imported(file), names, package.name)) - {name} for name, file in files.items()}


def _known(names: Iterable[str], known: Mapping[str, str], package: str) -> Iterable[str]:
    """What the dotted names of the package belong to: the longest beginning that is known, else the package itself."""
    for name in names:
        if name.split(".")[0] == package:
            while name not in known and "." in name:
                name = name.rpartition(".")[0]
            yield known.get(name, "__init__")


def reachable(graph: Mapping[str, set[str]], start: str) -> set[str]:
    """Everything that ``start`` imports, or that one of these does."""
    found: set[str] = set()
    waiting = [*graph[start]]
    while waiting:
        if (here := waiting.pop()) not in found:
            found.add(here)
            waiting += graph[here]
    return found


def circles(graph: Graph) -> list[list[str]]:
    """What imports one another, round about: one list for each circle or knot of them."""
    far = {one: reachable(graph, one) for one in graph}
    knots = {tuple(sorted(other for other in far[one] if one in far[other])) for one in graph if one in far[one]}
    return sorted(map(list, knots))


def main() -> None:
    """Print the figures."""
    rooms, modules = between_rooms(ROOT / "converter"), between_modules(ROOT / "converter")
    print(f"{len(rooms)} rooms, {sum(map(len, rooms.values()))} arrows, {len(modules)} modules")
    found = circles(modules)
    print(f"{len(found)} circles of modules", *map(", ".join, found), sep="\n    ")


if __name__ == "__main__":
    main()
