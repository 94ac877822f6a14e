"""CSL-JSON, which Zotero, pandoc and citation processors read (Citation Style Language 1.0.2, ``csl-data``)."""

from __future__ import annotations

import json
from typing import Any

from converter.model import Issue
from converter.options import Look
from converter.writers.citations.story import Citation, citations, family_and_given


def write_csl(issue: Issue, look: Look = Look()) -> bytes:
    """The issue's stories as a list of CSL's items, UTF-8; ``look`` says nothing to it."""
    items = ",\n".join(json.dumps(_item(one), ensure_ascii=False) for one in citations(issue))
    return f"[\n{items}\n]\n".encode(errors="backslashreplace")


def _item(one: Citation) -> dict[str, Any]:
    told = {
        "id": one.key,
        "type": "article-newspaper" if one.paper else "document",
        "title": one.title,
        "author": [_name(name) for name in one.authors],
        "container-title": one.paper,
        "issued": {"date-parts": [[int(part) for part in one.date.split("-")]]} if one.date else None,
        "issue": one.number,
        "page": one.page,
        "section": one.section,
        "language": one.language,
        "URL": one.url,
    }
    return {name: value for name, value in told.items() if value}


def _name(name: str) -> dict[str, str]:
    parts = family_and_given(name)
    return {"family": parts[0], "given": parts[1]} if parts else {"literal": name}
