"""Structure JSON: what every piece of the text is, for other programs; ``docs/structure-json.md`` defines it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from converter.model import Issue
from converter.options import Look


def write_json(issue: Issue, look: Look = Look()) -> bytes:
    """``issue.to_dict()`` as UTF-8, a block a line, as are other objects of a list; ``look`` says nothing to it."""
    return _bytes(f"{{{', '.join(_members(issue.to_dict()))}}}\n")


def write_jsonl(issue: Issue, look: Look = Look()) -> bytes:
    """``issue.records()`` as UTF-8, a block a line; ``look`` says nothing to it."""
    return _bytes("".join(f"{_json(record)}\n" for record in issue.records()))


def _members(data: dict[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            objects = ",\n".join(map(_json, value))
            yield f"{_json(key)}: [\n{objects}\n]"
        else:
            yield f"{_json(key)}: {_json(value)}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _bytes(text: str) -> bytes:
    """UTF-8. Half a surrogate pair, as the name of a file may have, is an escape, which JSON reads the same."""
    return text.encode(errors="backslashreplace")
