"""The first words of a story."""

from __future__ import annotations

from converter.model import Article, Block, Kind, Mark, Role, Run
from converter.writers.markup.excerpts import excerpt


def test_an_excerpt_leaves_datelines_and_notes_out() -> None:
    """They are the same above every story, or lead nowhere."""
    runs = (Run("本报电", Mark.DATELINE), Run(" 渡船离岸"), Run("1", Mark.NOTE), Run("。"))
    assert excerpt(Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, runs),)), 60) == "渡船离岸。"


def test_a_picture_is_told_by_its_caption() -> None:
    """Not by the rubric above it; a story of a headline alone has nothing else to say."""
    rubric = Block(Role.COLUMN_TITLE, (Run("图片报道"),))
    caption = Block(Role.CAPTION, (Run("晾晒的渔网。"),))
    assert excerpt(Article(Kind.ARTICLE, (rubric, caption)), 60) == "晾晒的渔网。"
    assert excerpt(Article(Kind.ARTICLE, (rubric,)), 60) == "图片报道"
