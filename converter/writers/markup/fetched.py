"""What in a style sheet would fetch another file or run a program, read as browsers read it (CSS Syntax 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from converter.records import NamedTuple

FETCHING = {"url", "src", "image", "image-set", "cross-fade", "alphaimageloader"}
"""Functions whose strings are addresses (CSS Values 4, 4.5; CSS Images 4, 2), and one of old Windows."""

FILLED_IN = {"var", "env", "attr", "if", "inherit"}
"""Functions that give what stands elsewhere (CSS Values 5, 7): no one can tell what they fetch."""

RUNNING = {"expression"}
"""Functions that run a program; old Windows again."""

TAKING = {"import", "charset", "namespace"}
"""Rules that take in other sheets, or have to come first in theirs (CSS Cascade 4, 2; CSS Namespaces 3, 2)."""

PREFIXES = ("-webkit-", "-moz-", "-ms-", "-o-")
DATA = "data:"


class Found(NamedTuple):
    """The number of a line, and what stands there in short."""

    line: int
    what: str


def fetched(css: str, held: tuple[str, ...] = (DATA,)) -> Found | None:
    """The first thing in ``css`` that would fetch or run something; None where there is none.

    Escapes and comments hide nothing. Addresses that begin with one of ``held`` fetch nothing.
    """
    from tinycss2 import parse_component_value_list

    for token, inside in _tokens(parse_component_value_list(css)):
        if what := _told(token, inside, held):
            return Found(token.source_line, what)
    return None


def _tokens(tokens: Iterable[Any]) -> Iterator[tuple[Any, str]]:
    """Every token in order, each with the name of the fetching function that it stands in; nesting costs no stack."""
    waiting = [(iter(tokens), "")]
    while waiting:
        row, inside = waiting[-1]
        if (token := next(row, None)) is None:
            waiting.pop()
            continue
        yield token, inside
        if token.type == "function":
            name = _bare(token.lower_name)
            waiting.append((iter(token.arguments), name if name in FETCHING else "" if name == "type" else inside))
        elif token.type.endswith("block"):
            waiting.append((iter(token.content), inside))


def _told(token: Any, inside: str, held: tuple[str, ...]) -> str | None:
    """What a token would fetch or run, for a message; ``inside`` is the fetching function around it."""
    match token.type:
        case "at-keyword" if token.lower_value in TAKING:
            return f"@{token.lower_value}"
        case "url" if not token.value.strip().lower().startswith(held):
            return f"url({token.value[:40]})"
        case "string" if inside and not token.value.strip().lower().startswith(held):
            return f"{inside}({token.value[:40]!r})"
        case "error" if token.kind == "bad-url":
            return "a url() that cannot be read"
        case "function" if _bare(token.lower_name) in RUNNING:
            return f"{token.lower_name}()"
        case "function" if inside and (token.lower_name in FILLED_IN or token.lower_name.startswith("--")):
            return f"{inside}({token.lower_name}())"
    return None


def _bare(name: str) -> str:
    """A function's name without the prefix of a browser's makers."""
    for prefix in PREFIXES:
        name = name.removeprefix(prefix)
    return name
