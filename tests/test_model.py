"""The tree: what its parts tell of themselves."""

from __future__ import annotations

import dataclasses

import pytest

from converter.model import Article, Block, Document, Issue, Kind, Mark, Metadata, Role, Run, Section, Source


def block(role: Role, text: str) -> Block:
    """A block of plain text."""
    return Block(role, (Run(text),))


ITEM = Article(Kind.ITEM, (block(Role.HEADLINE, "鱼市换新棚"), block(Role.PARAGRAPH, "新棚昨日搭好。")))
COLUMN = Article(Kind.BRIEFS, (block(Role.KICKER, "南湾短讯"), ITEM, block(Role.COLUMN_NOTE, "（整理：柳溪）")))


def test_blocks_come_in_reading_order() -> None:
    """An item's blocks stand among those of its column, a column's among those of the issue."""
    issue = Issue((Section((COLUMN,)), Section((Article(Kind.MARGIN, (block(Role.FOLIO, "第2版"),)),))))
    assert [found.text for found in issue.blocks()] == [
        "南湾短讯",
        "鱼市换新棚",
        "新棚昨日搭好。",
        "（整理：柳溪）",
        "第2版",
    ]
    assert list(issue.articles()) == [COLUMN, issue.sections[1].articles[0]]


def test_the_first_of_some_roles_is_no_items() -> None:
    """A column's own blocks are looked at, not its items'."""
    assert COLUMN.first(Role.HEADLINE) is None
    assert COLUMN.first(Role.COLUMN_NOTE, Role.KICKER) == COLUMN.parts[0]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ((Role.KICKER, Role.HEADLINE, Role.DECK), "甲headline"),
        ((Role.DECK, Role.KICKER, Role.COLUMN_TITLE), "甲column_title"),
        ((Role.DECK, Role.KICKER), "甲kicker"),
        ((Role.PARAGRAPH, Role.DECK), "甲deck"),
        ((Role.PARAGRAPH, Role.SUBHEAD), None),
        ((), None),
    ],
)
def test_an_article_is_called_after_the_nearest_thing_to_a_headline(
    roles: tuple[Role, ...], expected: str | None
) -> None:
    """Headline, column's title, kicker, deck, in this order, wherever they stand; text gives no title."""
    assert Article(Kind.ARTICLE, tuple(block(role, f"甲{role}") for role in roles)).title == expected


def test_a_title_has_no_number_of_a_note() -> None:
    """The number that leads to a note stands in the block's text, and not in its words, which name the story."""
    head = Block(Role.HEADLINE, (Run("渡口重开"), Run("1", Mark.NOTE)))
    assert (head.text, head.words, Article(Kind.ARTICLE, (head,)).title) == ("渡口重开1", "渡口重开", "渡口重开")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (Metadata(title="潮", paper="南湾日报", date="2031-04-05"), "潮"),
        (Metadata(paper="南湾日报", date="2031-04-05", page="3"), "南湾日报 2031-04-05 第3版"),
        (Metadata(paper="南湾日报"), "南湾日报"),
        (Metadata(date="2031-04-05", source="三月.txt"), "鱼市换新棚"),
    ],
)
def test_a_book_is_called_after_what_is_known(data: Metadata, expected: str) -> None:
    """Its own title goes before the paper's name, day and page, and these before the first headline."""
    unnamed = Article(Kind.ARTICLE, (block(Role.PARAGRAPH, "雨下了一夜。"),))
    named = Article(Kind.ARTICLE, (block(Role.HEADLINE, "鱼市换新棚"),))
    assert Issue((Section((unnamed, named)),), data).title == expected


def test_a_book_without_a_headline_is_called_after_its_file() -> None:
    """And one of which nothing is known is unnamed."""
    assert (Issue((), Metadata(source="三月.txt")).title, Issue(()).title) == ("三月.txt", "未命名")


def test_a_reading_is_doubtful_below_a_bound() -> None:
    """The bound itself is sure enough."""
    sure, doubtful = (Block(Role.DECK, (), confidence=one) for one in (0.8, 0.799))
    assert (sure.doubtful, doubtful.doubtful, Block(Role.DECK, ()).doubtful) == (False, True, False)


def test_a_tree_is_never_changed() -> None:
    """A step that changes something makes a new tree; a field that is none cannot be set."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        ITEM.kind = Kind.ARTICLE  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        COLUMN.titel = "短讯"  # type: ignore[attr-defined]


def test_a_tree_is_shown_in_a_line() -> None:
    """What would fill pages is shown by its name and its size."""
    blocks = (Block(Role.HEADLINE, (Run("新桥通车"),)), Block(Role.PARAGRAPH, (Run("昨日"),), confidence=0.5))
    section = Section((Article(Kind.ARTICLE, blocks),), "03", "民生")
    issue = Issue((section,), Metadata(paper="临江晚报"), documents=(Document("新桥通车", "page.txt"),))
    assert repr(issue) == "<Issue 临江晚报, zh-Hans, 1 articles, 2 blocks, 1 doubtful>"
    assert repr(section) == "<Section 03 民生, 1 articles>"
    assert repr(section.articles[0]) == "<Article article 新桥通车, 2 blocks>"
    assert repr(issue.documents[0]) == "<Document page.txt, 4 characters>"
    assert repr(Source("新桥", (), Metadata(source="page.txt"))) == "<Source page.txt, 0 lines>"
