"""How long a story takes to read."""

from __future__ import annotations

from converter.model import Article, Block, Kind, Role, Run
from converter.writers.markup.minutes import minutes_of


def test_a_minute_is_five_hundred_characters() -> None:
    """Rounded, and never less than one; all that is read counts."""
    stories = [
        Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run("潮" * 10),)), Block(Role.PARAGRAPH, (Run("潮" * length),))))
        for length in (0, 700, 750, 2490)
    ]
    assert [minutes_of(story) for story in stories] == [1, 1, 2, 5]
