"""How long a story takes to read."""

from __future__ import annotations

from converter.model import Article

SPEED = 500
"""Characters of Chinese that a minute takes, as Medium reckons them for its own reading times."""


def minutes_of(article: Article) -> int:
    """The minutes of reading that the story takes, at least one."""
    return max(1, round(sum([len(block.text) for block in article.blocks()]) / SPEED))
