"""Every text of an ``Issue`` changed at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from converter.model import Article, Block, Issue

_READ = ("title", "paper", "page_name", "author", "publisher", "description")
"""What of the metadata is text to be read."""


def map_text(issue: Issue, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Issue:
    """The issue with every text that a reader sees changed: blocks, section names, and the metadata that are read.

    ``change`` takes the texts of the runs of one block (or a single name) and returns as many: so a change that
    looks at its neighbours sees a block whole.
    """

    def one(text: str | None) -> str | None:
        return change((text,))[0] if text else text

    def block(old: Block) -> Block:
        texts = change(tuple(run.text for run in old.runs))
        return replace(old, runs=tuple(replace(run, text=text) for run, text in zip(old.runs, texts, strict=True)))

    def article(old: Article) -> Article:
        return replace(old, parts=tuple(block(part) if isinstance(part, Block) else article(part) for part in old.parts))

    data = issue.metadata
    return replace(
        issue,
        sections=tuple(
            replace(section, name=one(section.name), articles=tuple(map(article, section.articles)))
            for section in issue.sections
        ),
        metadata=replace(data, **{name: one(getattr(data, name)) for name in _READ}),
    )
