"""Elements of recognised pages by their names, whatever version's space they are in, and the numbers that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from converter.errors import UnreadableInput
from converter.readers.xml import parse_xml


def root_of(data: bytes, name: str, what: str) -> Any:
    """The root of a document that is called ``what``. Raises ``UnreadableInput`` where it is not a ``name``."""
    root = parse_xml(data, what)
    if local(root).lower() != name.lower():
        raise UnreadableInput(f"{what} begins with <{local(root)[:30]}>: choose another format with --from")
    return root


def local(element: Any) -> str:
    """An element's name without its space."""
    return str(element.tag).rpartition("}")[2]


def within(element: Any, name: str) -> Iterator[Any]:
    """The elements of that name in one, in the order of the document."""
    found: Iterator[Any] = element.iter(f"{{*}}{name}")
    return found


def children(element: Any, name: str = "*") -> Iterator[Any]:
    """Its children of that name."""
    found: Iterator[Any] = element.iterchildren(f"{{*}}{name}")
    return found


LARGEST_NUMBER = 1e9
"""Of what a page measures, in its own unit; what is above measures nothing, and no exchange form would hold it."""


def number(text: str | None) -> float:
    """The number that an attribute holds; 0 where it holds none, or one that no page has."""
    try:
        value = float(text or 0)
    except ValueError:
        return 0.0
    return value if abs(value) <= LARGEST_NUMBER else 0.0
