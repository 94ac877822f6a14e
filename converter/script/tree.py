"""Every text of an ``Issue`` changed at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from converter.edit import map_articles, map_blocks, map_names
from converter.model import Article, Block, Form, Issue, Mark, Role, Run

Change = Callable[[tuple[str, ...]], tuple[str, ...]]
"""Takes the texts of the runs of one block, or a single name, and gives as many."""


def map_text(issue: Issue, change: Change) -> Issue:
    """The issue with every text that a reader sees changed: blocks, section names, and the metadata that are read.

    ``change`` sees a block whole, so it may look at a word that lies across two runs. Code is left as it is, and a word
    ends at it.
    """

    def block(old: Block) -> Block:
        if old.form is Form.CODE:
            return old
        texts: list[str] = []
        for code, runs in groupby(old.runs, _is_code):
            group = tuple(run.text for run in runs)
            texts += group if code else change(group)
        return replace(old, runs=tuple(replace(run, text=text) for run, text in zip(old.runs, texts, strict=True)))

    return map_blocks(map_names(issue, lambda text: change((text,))[0]), block)


def map_stories(issue: Issue, change: Callable[[Sequence[str]], Sequence[str]]) -> Issue:
    """The issue with the texts of each story changed together, each into one as long: its paragraphs in a row.

    What stands between them (a caption, a subhead) is a row of its own, and so is a name or a title. Code is not seen.
    """

    def article(old: Article) -> Article:
        body = [part for part in old.parts if isinstance(part, Block) and part.role in (Role.LEAD, Role.PARAGRAPH)]
        body = [part for part in body if part.form is not Form.CODE]
        written = iter(change([prose(part) for part in body]))
        parts: list[Block | Article] = []
        for part in old.parts:
            if isinstance(part, Article):
                parts.append(article(part))
            elif part.form is Form.CODE:
                parts.append(part)
            else:
                parts.append(
                    _spread(part, next(written) if any(part is one for one in body) else change([prose(part)])[0])
                )
        return replace(old, parts=tuple(parts))

    return map_names(map_articles(issue, article), lambda text: change([text])[0])


def prose(block: Block) -> str:
    """The block's text with something that is no text (U+FFFC) for each character of its code."""
    return "".join("\ufffc" * len(run.text) if _is_code(run) else run.text for run in block.runs)


def _is_code(run: Run) -> bool:
    return run.mark is Mark.CODE


def _spread(block: Block, text: str) -> Block:
    """The block with ``text``, as long as its own, over its runs; code stays."""
    runs = []
    at = 0
    for run in block.runs:
        runs.append(run if _is_code(run) else replace(run, text=text[at : at + len(run.text)]))
        at += len(run.text)
    return replace(block, runs=tuple(runs))
