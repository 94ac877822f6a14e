"""Who made an issue is read from what the page says of them."""

from __future__ import annotations

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.writers.people import people_of


def test_everyone_is_there_once_with_all_that_they_did() -> None:
    """The author of the whole comes first; one who wrote and photographed has two roles."""
    parts = [
        Block(Role.BYLINE, (Run("林小满"),)),
        Block(Role.CREDIT, (Run("林小满摄"),)),
        Block(Role.BYLINE, (Run("卫岚"),)),
    ]
    issue = Issue((Section((Article(Kind.ARTICLE, tuple(parts)),)),), Metadata(author="编辑部"))
    assert people_of(issue) == {"编辑部": ["aut"], "林小满": ["aut", "pht"], "卫岚": ["aut"]}
