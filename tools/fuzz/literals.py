"""What the parsers look for, taken from their modules: strings, bytes, and texts that their patterns match."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]  # no public name for the parts of a pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

PACKAGE = Path(__file__).parents[2] / "converter"
LONGEST = 40
"""Characters of a literal; what is longer is a message."""

ALTERNATIVES = 8
"""Of a choice so many are taken."""

_CATEGORIES = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "字",
    sre.CATEGORY_NOT_DIGIT: "字",
    sre.CATEGORY_NOT_SPACE: "字",
    sre.CATEGORY_NOT_WORD: "，",
}


@cache
def literals(*places: str) -> tuple[str, ...]:
    """The literals of the modules and packages at these ``places`` in the package, in their order, each once."""
    found: dict[str, None] = {}
    for file in (file for place in places for file in files(place)):
        tree = ast.parse(file.read_text("utf-8"))
        found |= dict.fromkeys(strings(tree))
        found |= dict.fromkeys(text for pattern in patterns(file) for text in examples(pattern))
    return tuple(text for text in found if 0 < len(text) <= LONGEST)


def files(place: str) -> list[Path]:
    """The modules at a place."""
    path = PACKAGE / place
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def strings(tree: ast.AST) -> Iterator[str]:
    """The strings of a module but for its docstrings, and what has blanks between, which is a message or a list."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in said:
            if isinstance(node.value, bytes):
                yield node.value.decode("latin-1")
            elif isinstance(node.value, str):
                yield node.value
                yield from node.value.split()


def patterns(file: Path) -> Iterator[str]:
    """The regexes that a module holds by a name, those included that wait for their first use."""
    name = ".".join(("converter", *file.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for value in vars(import_module(name)).values():
        if isinstance(value, re.Pattern) or type(value).__name__ == "_Later":
            regex = value.pattern
            yield regex.decode("latin-1") if isinstance(regex, bytes) else regex


def examples(regex: str) -> list[str]:
    """Short texts that a pattern matches or nearly matches, one a branch."""
    return list(dict.fromkeys(_texts(parser.parse(regex))))[:64]


def _texts(parts: Iterable[tuple[Any, Any]]) -> list[str]:
    """Texts of a row of parts: the first of each, and each other in its place."""
    choices = [_choices(kind, value) or [""] for kind, value in parts]
    first = [choice[0] for choice in choices]
    made = ["".join(first)]
    for place, choice in enumerate(choices):
        made += ["".join([*first[:place], text, *first[place + 1 :]]) for text in choice[1:ALTERNATIVES]]
    return made


def _choices(kind: Any, value: Any) -> list[str]:
    """Texts of one part of a pattern."""
    if kind in (sre.LITERAL, sre.NOT_LITERAL):
        return [chr(value) if kind is sre.LITERAL else "字"]
    if kind is sre.ANY:
        return ["字"]
    if kind is sre.IN:
        return _members(value)
    if kind is sre.BRANCH:
        return [text for branch in value[1] for text in _texts(branch)[:2]][:ALTERNATIVES]
    if kind is sre.SUBPATTERN:
        return _texts(value[3])
    if kind is sre.ATOMIC_GROUP:
        return _texts(value)
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, most, inside = value
        return [text * (least or 1) for text in _texts(inside)] + ([""] if least == 0 else [])
    return []


def _members(value: Iterable[tuple[Any, Any]]) -> list[str]:
    """The first members of a class of characters."""
    found = []
    for kind, member in value:
        if kind is sre.NEGATE:
            return ["字"]
        if kind is sre.LITERAL:
            found.append(chr(member))
        elif kind is sre.RANGE:
            found.append(chr(member[0]))
        elif kind is sre.CATEGORY:
            found.append(_CATEGORIES[member])
    return found[:ALTERNATIVES]
