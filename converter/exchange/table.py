"""The blocks of an ``Issue`` as a table of HTML, for a notebook: it shows what was found, and holds no style sheet."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from converter.model import Issue

MOST = 200
"""Blocks that are shown; more would make a notebook slow."""

_LONGEST = 60
"""Characters that are shown of a block."""

_HEAD = "<tr><th>版</th><th>article</th><th>role</th><th>%</th><th>text</th></tr>"


def html_of(issue: Issue) -> str:
    """The issue's title, and a row for each of its first blocks."""
    rows = list(_rows(issue))
    more = f"<p>… {len(rows) - MOST} more blocks</p>" if len(rows) > MOST else ""
    title = f"<strong>{escape(issue.title)}</strong> {escape(issue.language)}"
    return f"<table><caption>{title}</caption>{_HEAD}{''.join(rows[:MOST])}</table>{more}"


def _rows(issue: Issue) -> Iterator[str]:
    """A row for each block; its page and article stand in the first of them."""
    for section in issue.sections:
        page = " ".join(filter(None, (section.page, section.name)))
        for article in section.articles:
            kind = article.kind.value
            for block in article.blocks():
                text = block.text if len(block.text) <= _LONGEST else f"{block.text[:_LONGEST]}…"
                sure = f"{block.confidence:.0%}" + "?" * block.doubtful
                cells = (page, kind, block.role.value, sure, text)
                yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
                page = kind = ""
