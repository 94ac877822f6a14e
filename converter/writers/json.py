"""Structure JSON: what every piece of the text is, for other programs; ``docs/structure-json.md`` defines it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

from converter.model import Article, Block, Issue, Kind, Role
from converter.writers.look import Look

SCHEMA = 1

# What belongs to the page, whatever it stands in.
_OF_NO_ARTICLE = {Role.FOLIO, Role.FURNITURE}
_STORIES = {Kind.ARTICLE, Kind.ITEM}


def write_json(issue: Issue, look: Look = Look()) -> bytes:
    """``structure(issue)`` as UTF-8, a block a line; ``look`` says nothing to it."""
    data = structure(issue)
    blocks = ",\n".join(json.dumps(block, ensure_ascii=False) for block in data.pop("blocks"))
    head = json.dumps(data, ensure_ascii=False).removesuffix("}")
    return f'{head}, "blocks": [\n{blocks}\n]}}\n'.encode()


def structure(issue: Issue) -> dict[str, Any]:
    """The blocks of ``issue`` in reading order, as plain values that JSON can hold."""
    numbers = count()
    blocks = [block for article in issue.articles() for block in _blocks(article, numbers)]
    doubts = sum(block.doubtful for block in issue.blocks())
    return {"schema": SCHEMA, "source": issue.metadata.source, "doubts": doubts, "blocks": blocks}


def _blocks(article: Article, numbers: Iterator[int], shared: int | None = None) -> Iterator[dict[str, Any]]:
    """A column with a title is one article, its items included; in one without a title each item is an article."""
    titled = article.kind is Kind.BRIEFS and article.first(Role.COLUMN_TITLE)
    number = next(numbers) if shared is None and (article.kind in _STORIES or titled) else shared
    for part in article.parts:
        if isinstance(part, Article):
            yield from _blocks(part, numbers, number)
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
        "form": block.form and block.form.value,
        "depth": block.depth,
    }
