"""How long a story takes to read."""

from __future__ import annotations

import pytest

from converter.model import Article, Block, Kind, Role, Run
from converter.writers.markup.minutes import SPEED, minutes_of


@pytest.mark.parametrize(("characters", "minutes"), [(1, 1), (SPEED, 1), (2 * SPEED, 2), (10 * SPEED, 10)])
def test_minutes_grow_with_the_text(characters: int, minutes: int) -> None:
    """A short story takes one minute, a long one as many as its characters make."""
    assert minutes_of(Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, (Run("潮" * characters),)),))) == minutes
