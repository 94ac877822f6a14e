"""The tree of a structure JSON of schema 1, which says of each block alone to which story it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from converter.exchange.told import Told
from converter.model import Article, Block, Kind, Role, Section

_Part = tuple[Block, "int | None", bool]
"""A block, the number of its story, whether it is of a brief item."""

_COLUMN = (Role.COLUMN_TITLE, Role.COLUMN_NOTE)


def sections_of(told: Sequence[Told], blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The blocks in articles of one section: pages were not told apart, nor columns without a title side by side."""
    parts = [
        (block, None if one.value.get("article") is None else one.number("article"), one.flag("brief"))
        for one, block in zip(told, blocks, strict=True)
    ]
    articles = [_article(kind, members) for kind, members in _stories(parts)]
    return (Section(tuple(_columns(articles))),) if articles else ()


def _stories(parts: Sequence[_Part]) -> Iterator[tuple[Kind, list[_Part]]]:
    """The blocks of each story in a row; what has no number but stands inside a story is of it."""
    last = {number: place for place, (_, number, _) in enumerate(parts) if number is not None}
    homes: list[tuple[Kind, int | None]] = []
    for place, (block, number, _) in enumerate(parts):
        kind, above = homes[-1] if homes else (None, None)
        if number is None and above is not None and place < last[above]:
            homes.append((Kind.ARTICLE, above))
        elif number is not None:
            homes.append((Kind.ARTICLE, number))
        else:
            homes.append((Kind.PICTURE if block.role in (Role.CAPTION, Role.CREDIT) else Kind.MARGIN, None))
    for (kind, _), members in groupby(zip(parts, homes, strict=True), key=lambda pair: pair[1]):
        yield kind, [part for part, _ in members]


def _article(kind: Kind, members: Sequence[_Part]) -> Article:
    """A story, or a column where some of it is of items: a brief headline begins one, the column's own words end it."""
    if not any(brief for _, _, brief in members):
        return Article(kind, tuple(block for block, _, _ in members))
    parts: list[Block | Article] = []
    for block, _, brief in members:
        above = parts[-1] if parts and isinstance(parts[-1], Article) else None
        if brief and (above is None or block.role is Role.HEADLINE):
            parts.append(Article(Kind.ITEM, (block,)))
        elif above is not None and block.role not in _COLUMN:
            parts[-1] = Article(Kind.ITEM, (*above.parts, block))
        else:
            parts.append(block)
    return Article(Kind.BRIEFS, tuple(parts))


def _columns(articles: Sequence[Article]) -> Iterator[Article]:
    """The articles, neighbouring columns without a title made one: there each item had a number of its own."""
    for untitled, group in groupby(
        articles, key=lambda one: one.kind is Kind.BRIEFS and not one.first(Role.COLUMN_TITLE)
    ):
        if untitled:
            yield Article(Kind.BRIEFS, tuple(part for one in group for part in one.parts))
        else:
            yield from group
