"""The first words of a story, without what says nothing of it."""

from __future__ import annotations

from converter.model import Article, Block, Kind, Mark, Role, Run
from converter.writers.markup.excerpts import excerpt


def story(*blocks: tuple[Role, tuple[Run, ...]]) -> Article:
    """An article of blocks."""
    return Article(Kind.ARTICLE, tuple(Block(role, runs) for role, runs in blocks))


def test_datelines_and_notes_are_left_out() -> None:
    """The dateline is the same everywhere, and a note's number leads nowhere."""
    runs = (Run("本报南湾电", Mark.DATELINE), Run("渡口"), Run("1", Mark.NOTE), Run("昨日重开。"))
    assert excerpt(story((Role.HEADLINE, (Run("渡口"),)), (Role.PARAGRAPH, runs)), 40) == "渡口昨日重开。"


def test_a_picture_tells_what_it_shows() -> None:
    """A story without text says its caption, and no byline."""
    parts = (
        (Role.HEADLINE, (Run("图片报道"),)),
        (Role.BYLINE, (Run("林小满"),)),
        (Role.CAPTION, (Run("晾晒的渔网。"),)),
    )
    assert excerpt(story(*parts), 40) == "晾晒的渔网。"


def test_a_cut_falls_after_a_sentence_or_is_shown() -> None:
    """Where a sentence ends in the latter half the text ends there; no bracket is left open."""
    told = story((Role.PARAGRAPH, (Run("第一班渡船离岸了。岸上的人（多半是渔民，早起的）还在等下一班。"),)))
    assert excerpt(told, 14) == "第一班渡船离岸了。"
    assert excerpt(told, 22) == "第一班渡船离岸了。岸上的人……"
