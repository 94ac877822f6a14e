"""Links inside an issue: where each name stands, known when all documents are written.

Mark-up is written with the attributes of names and of links to them marked by a character that no text can hold;
``link_names`` puts ``id`` and ``href`` there. A link to a name that stands nowhere is none: its element stays without
an address, as HTML allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from converter.press.patterns import later

NAMED, LINKED = "\0#{}\0#", "\0@{}\0@"
_PLACE = later("\0([#@])([^\0]*)\0\\1")


def link_names(documents: Iterable[tuple[str, str]], known: Mapping[str, str]) -> list[str]:
    """The bodies of ``documents`` (name and body, in reading order) with their names and links.

    ``known`` are the addresses of names that have elements of their own. Of names that stand twice the first counts.
    """
    documents = list(documents)
    ids: dict[str, str] = {}
    homes: dict[str, str] = {}
    for document, body in documents:
        for kind, name in _PLACE.findall(body):
            if kind == "#" and name not in ids:
                ids[name], homes[name] = f"place{len(ids) + 1}", document
    if not ids and not any("\0@" in body for _, body in documents):
        return [body for _, body in documents]
    used: set[str] = set()

    def attribute(found: re.Match[str], document: str) -> str:
        kind, name = found.groups()
        if kind == "#":
            first = name not in used
            used.add(name)
            return f' id="{ids[name]}"' if first else ""
        address = f"{homes[name]}#{ids[name]}" if name in ids else known.get(name, "")
        return (
            f' href="{address.removeprefix(document) if address.startswith(f"{document}#") else address}"'
            if address
            else ""
        )

    return [
        _PLACE.sub(lambda found, document=document: attribute(found, document), body)  # type: ignore[misc]
        for document, body in documents
    ]
