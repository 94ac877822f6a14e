"""The places of a structure JSON that hold text (``docs/structure-json.md``)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from converter.model import Metadata, Role


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each place's name, and what makes a structure that holds a text there."""
    for role in Role:
        yield role.value, _made(block={"role": role.value, "text": "☼"})
    for name in Metadata.__slots__:
        yield f"metadata: {name}", _made(metadata={name: "☼"})
    yield "run", _made(block={"text": "渡☼", "runs": [{"text": "渡"}, {"text": "☼", "mark": "strong"}]})
    yield "target of a run", _made(block={"text": "渡", "runs": [{"text": "渡", "href": "https://port.example/☼"}]})
    yield "name of a run", _made(block={"text": "渡", "runs": [{"text": "渡", "name": "☼"}]})
    yield "name of a section", _made(section={"name": "☼"})
    yield "page of a section", _made(section={"page": "☼"})


def _made(
    block: dict[str, Any] | None = None, metadata: dict[str, str] | None = None, section: dict[str, str] | None = None
) -> Callable[[str], bytes]:
    parts = {"page": None, "name": None, "articles": [{"kind": "article", "parts": [0, 1]}], **(section or {})}
    whole = {
        "schema": 2, "source": None, "metadata": metadata or {}, "sections": [parts],
        "blocks": [{"role": "headline", "text": "江边"}, {"role": "paragraph", "text": "船。", **(block or {})}],
    }  # fmt: skip
    return lambda token: json.dumps(whole, ensure_ascii=False).replace("☼", token).encode()
