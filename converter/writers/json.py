"""Structure JSON: what every piece of the text is, for other programs; ``docs/structure-json.md`` defines it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from converter.model import Issue
from converter.options import Look


def write_json(issue: Issue, look: Look = Look()) -> Iterator[bytes]:
    """``issue.to_dict()`` as UTF-8, a block a line, as are other objects of a list; ``look`` says nothing to it.

    It is given in pieces, none of them longer than a line of the text or a block: of a book it is four times the text.
    """
    return _bytes(_members(issue))


def write_jsonl(issue: Issue, look: Look = Look()) -> Iterator[bytes]:
    """``issue.records()`` as UTF-8, a block a piece and a line; ``look`` says nothing to it."""
    return _bytes(f"{_json(record)}\n" for record in issue.records())


def _members(issue: Issue) -> Iterator[str]:
    """The JSON in pieces."""
    before = "{"
    for key, value in issue.members():
        yield from (before, _json(key), ": ")
        yield from _list(value, "\n") if isinstance(value, Iterator) else (_json(value),)
        before = ", "
    yield "}\n"


def _list(objects: Iterator[dict[str, Any]], end: str) -> Iterator[str]:
    """A list, and after each of its objects an ``end``."""
    before = first = f"[{end}"
    for one in objects:
        yield before
        yield from _object(one)
        before = f",{end or ' '}"
    yield "[]" if before is first else f"{end}]"


def _object(value: dict[str, Any]) -> Iterator[str]:
    if not any(isinstance(one, Iterator) for one in value.values()):
        yield _json(value)
        return
    before = "{"
    for key, one in value.items():
        if isinstance(one, Iterator):
            yield from (before, _json(key), ": ")
            yield from _list(one, "")
        else:
            yield from (before, _json(key), ": ", _json(one))
        before = ", "
    yield "}"


_json = json.JSONEncoder(ensure_ascii=False).encode


def _bytes(pieces: Iterable[str]) -> Iterator[bytes]:
    """UTF-8. Half a surrogate pair, as the name of a file may have, is an escape, which JSON reads the same."""
    return (piece.encode(errors="backslashreplace") for piece in pieces)
