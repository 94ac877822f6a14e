"""Structure JSON → ``Issue``: the finished tree that was written, told apart from other JSON and from plain text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from converter.edit import map_text
from converter.errors import UndecodableText, UnreadableInput
from converter.exchange import from_dict
from converter.model import Issue
from converter.readers.encoding import decode_own
from converter.readers.text import clean

_OURS = re.compile(r'\s*\{\s*"schema"\s*:\s*\d+\s*,\s*"source"\s*:')
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_NONE = object()
_FEED = ("a feed of news in JSON", "save the pages that it leads to")
_OTHER = ("JSON of another program", "name the document that it was made of")
_OR_TEXT = "or say --from text to read it as it stands"


def read_json(data: bytes, encoding: str | None = None) -> Issue:
    """The ``Issue`` that a structure JSON tells (``docs/structure-json.md``), without what no reader should see.

    Raises ``UndecodableText``, and ``UnreadableInput`` where it is another program's JSON, or not as it should be.
    """
    try:
        text = decode_own(data, encoding)
    except UndecodableText:
        if encoding or not begins_as_ours(data[:99].decode("utf-8-sig", "ignore")):
            raise
        raise UnreadableInput("the structure JSON is cut short, or no text any more: make it anew") from None
    try:
        value = _parsed(text)
        issue = from_dict(value) if _is_ours(value) else None
    except RecursionError:
        raise UnreadableInput("the input is JSON with brackets too deep in one another: make it anew") from None
    except ValueError as error:
        what = "a table of JSON Lines" if _is_lines(text) else f"no whole JSON ({error})"
        raise UnreadableInput(f"the input is {what}: name a structure JSON that is whole, {_OR_TEXT}") from None
    if issue is None:
        what, advice = _FEED if _is_feed(value) else _OTHER
        raise UnreadableInput(f"the input is {what}, not text: {advice}, {_OR_TEXT}")
    return _cleaned(replace(issue, twin=issue.twin and _cleaned(issue.twin)))


def _cleaned(issue: Issue) -> Issue:
    return map_text(replace(issue, warnings=tuple(map(clean, issue.warnings))), clean)


def is_json(text: str) -> bool:
    """Whether a text that begins with a bracket is whole JSON of any program; JSON Lines, a value a line, are too."""
    return _value_of(text) is not _NONE or _is_lines(text)


def begins_as_ours(text: str) -> bool:
    """Whether the head of a text is that of a structure JSON, whole or broken."""
    return _OURS.match(text) is not None


def _is_lines(text: str) -> bool:
    rows = [row for row in text.split("\n") if row.strip()]
    return len(rows) > 1 and all(row.lstrip().startswith(("{", "[")) and _value_of(row) is not _NONE for row in rows)


def _value_of(text: str) -> Any:
    """What the JSON says; ``_NONE`` where it is none, None where it is too deep to know."""
    try:
        return _parsed(text)
    except RecursionError:
        return None
    except ValueError:
        return _NONE


def _parsed(text: str) -> Any:
    """What the JSON says. Raises ``ValueError`` where it is none, with the place."""
    value = json.loads(text, parse_constant=_refuse)
    return _whole(value) if _HALF.search(text) else value


def _whole(value: Any) -> Any:
    """The value with no text that has half a surrogate pair, which no encoding can write."""
    if isinstance(value, str):
        return value.encode(errors="ignore").decode()
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return {_whole(key): _whole(part) for key, part in value.items()} if isinstance(value, dict) else value


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _is_ours(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("schema"), int) and isinstance(value.get("blocks"), list)


def _is_feed(value: Any) -> bool:
    """Whether the JSON is a feed (JSON Feed 1.1: its version is the address of the standard)."""
    return isinstance(value, dict) and "jsonfeed.org/version" in str(value.get("version"))
