"""Structure JSON: what every piece of the text is, for other programs; ``docs/structure-json.md`` defines it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

from converter.model import Article, Block, Issue, Kind, Role

SCHEMA = 1

# What belongs to the page or to a column, whatever it stands in.
_OF_NO_ARTICLE = {Role.FOLIO, Role.FURNITURE, Role.COLUMN_NOTE}
_STORIES = {Kind.ARTICLE, Kind.ITEM}


def write_json(issue: Issue) -> bytes:
    """``structure(issue)`` as UTF-8, a block a line."""
    data = structure(issue)
    blocks = ",\n".join(json.dumps(block, ensure_ascii=False) for block in data.pop("blocks"))
    head = json.dumps(data, ensure_ascii=False).removesuffix("}")
    return f'{head}, "blocks": [\n{blocks}\n]}}\n'.encode()


def structure(issue: Issue) -> dict[str, Any]:
    """The blocks of ``issue`` in reading order, as plain values that JSON can hold."""
    numbers = count()
    blocks = [block for article in issue.articles() for block in _blocks(article, numbers)]
    return {"schema": SCHEMA, "source": issue.metadata.source, "blocks": blocks}


def _blocks(article: Article, numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    number = next(numbers) if article.kind in _STORIES else None
    for part in article.parts:
        if isinstance(part, Article):
            yield from _blocks(part, numbers)
        else:
            yield _block(part, number, article.kind is Kind.ITEM)


def _block(block: Block, number: int | None, in_item: bool) -> dict[str, Any]:
    """``number`` is that of the story around the block, None where there is none."""
    return {
        "role": block.role.value,
        "text": block.text,
        "spans": [list(span) for span in block.origin],
        "article": None if block.role in _OF_NO_ARTICLE else number,
        "brief": in_item and block.role in (Role.HEADLINE, Role.PARAGRAPH),
        "doubt": round(1 - block.confidence, 3),
        "second": block.second and block.second.value,
    }
