"""A story's page, whose parts ``test_site.py`` proves on whole sites."""

from __future__ import annotations

from converter.model import Issue
from tests.writers.reading import Site


def test_a_lone_story_has_no_neighbours(letter: Issue) -> None:
    """The way back leads to the front page, which is called so where the paper has no pages (版)."""
    site = Site(letter)
    assert site.texts("//p[@class='place']", "page01-story01.html") == ["首页 · 1/1 约1分钟"]
    assert site.trees["page01-story01.html"].xpath("//nav[@class='turn' or @class='sections']") == []
