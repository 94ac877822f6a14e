"""Blocks gathered into stories, brief columns, pictures and margins, and these into pages."""

import pytest

from converter.model import Article, Issue, Line, Metadata, Source
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.tree.articles import assemble

ALIAS = {"item": "brief_headline", "text": "brief_paragraph"}
"""Short names of the roles in a brief column."""


def issue(*rows: str, metadata: Metadata = Metadata()) -> Issue:
    """The tree of lines that are a block each; a row is a role, ``*`` behind it if it opens an article, and a text."""
    told = [row.split(maxsplit=1) for row in rows]
    lines = tuple(Line(text, n, n + 1, n) for n, (_, text) in enumerate(told))
    roles = [
        (ALIAS.get(role.rstrip("*"), role.rstrip("*")), "article" if role.endswith("*") else "block")
        for role, _ in told
    ]
    return assemble(Source("", lines, metadata), [Reading(STATES.index(state), 1.0, None) for state in roles])


def told(articles: tuple[Article, ...]) -> list[str]:
    """Each article as its kind and its parts: a block as its text, an item in brackets."""
    return [f"{article.kind}: {inside(article)}" for article in articles]


def inside(article: Article) -> str:
    return " ".join(f"[{inside(part)}]" if isinstance(part, Article) else part.text for part in article.parts)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["headline* 渡口", "paragraph 首航。", "headline* 桥"], ["article: 渡口 首航。", "article: 桥"]),
        (["paragraph 首航。", "paragraph 好。"], ["article: 首航。 好。"]),
        (["folio 晨报", "furniture 热线", "headline* 渡口"], ["margin: 晨报 热线", "article: 渡口"]),
        (["caption 图", "headline* 渡口"], ["picture: 图", "article: 渡口"]),
        (["caption* 图", "credit 柳溪摄"], ["picture: 图 柳溪摄"]),
        (["headline* 渡口", "paragraph 首航。", "furniture 热线"], ["article: 渡口 首航。", "margin: 热线"]),
        (["headline* 渡口", "furniture 热线", "paragraph 首航。"], ["article: 渡口 热线 首航。"]),
        (["headline* 渡口", "caption 图"], ["article: 渡口 图"]),
        (["headline* 渡口", "column_note 本版责编"], ["article: 渡口", "margin: 本版责编"]),
        (["headline* 渡口", "column_note （此件公开）"], ["article: 渡口 （此件公开）"]),
        (["headline* 渡口", "column_note (此件公开)"], ["article: 渡口 (此件公开)"]),
        (
            ["furniture 热线", "paragraph 首航。", "folio 晨报", "furniture 广告"],
            ["margin: 热线", "article: 首航。", "margin: 晨报 广告"],
        ),
        (["column_note* 征文", "paragraph 来稿。"], ["article: 征文 来稿。"]),
        (["folio 晨报"], ["margin: 晨报"]),
    ],
)
def test_stories(rows: list[str], expected: list[str]) -> None:
    """An article begins where the search says so; what belongs to the page stands apart from the last story."""
    [section] = issue(*rows).sections

    assert told(section.articles) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [
                "column_title* 快讯",
                "item 渡口",
                "text 首航。",
                "item 桥",
                "text 通车。",
                "column_note 整理：甲",
                "furniture 热线",
            ],
            ["briefs: 快讯 [渡口 首航。] [桥 通车。] 整理：甲", "margin: 热线"],
        ),
        (["item 渡口", "text 首航。", "item 桥"], ["briefs: [渡口 首航。] [桥]"]),
        (["item 渡口", "text 首航。", "text* 好。"], ["briefs: [渡口 首航。] [好。]"]),
        (["item 渡口", "column_note 整理：甲", "column_note 校对：乙"], ["briefs: [渡口] 整理：甲 校对：乙"]),
        (["item 渡口", "caption 图", "headline* 桥"], ["briefs: [渡口]", "picture: 图", "article: 桥"]),
        (["item 渡口", "caption 图", "credit 甲摄", "item 桥"], ["briefs: [渡口]", "picture: 图 甲摄", "briefs: [桥]"]),
        (["item 渡口", "furniture 热线", "item 桥"], ["briefs: [渡口]", "margin: 热线", "briefs: [桥]"]),
        (["column_title* 快讯", "lead 提要", "dateline 海州电", "item 渡口"], ["briefs: 快讯 提要 海州电 [渡口]"]),
        (["column_title* 快讯", "paragraph 首航。", "item 渡口"], ["article: 快讯 首航。", "briefs: [渡口]"]),
        (["column_title* 快讯", "headline 渡口", "item 桥"], ["article: 快讯 渡口", "briefs: [桥]"]),
        (["column_title* 快讯", "kicker 渡口", "item 桥"], ["article: 快讯 渡口", "briefs: [桥]"]),
        (["column_title* 快讯", "subhead 渡口", "item 桥"], ["article: 快讯 渡口", "briefs: [桥]"]),
        (["headline* 渡口", "item 桥"], ["article: 渡口", "briefs: [桥]"]),
        (["column_title* 快讯", "headline* 渡口"], ["article: 快讯", "article: 渡口"]),
    ],
)
def test_brief_columns(rows: list[str], expected: list[str]) -> None:
    """Items in a row are one column, with the title above them and the notes below; other loose blocks end it."""
    [section] = issue(*rows).sections

    assert told(section.articles) == expected


def test_subheads_of_a_story_and_of_every_item_have_depths() -> None:
    """Numbered in two ways."""
    rows = ["一、渡口", "（一）船"]
    story = issue("headline* 题", *(f"subhead {row}" for row in rows))
    column = issue("item 题", *(f"subhead {row}" for row in rows), "item 又", *(f"subhead {row}" for row in rows))

    assert [block.depth for block in story.blocks()] == [0, 1, 2]
    assert [block.depth for block in column.blocks()] == [0, 1, 2, 0, 1, 2]


FIRST, SECOND = "folio 渡口晨报 2031年3月25日 第01版 要闻", "folio 渡口晨报 2031年3月25日 第02版 副刊"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([FIRST, "headline* 桥"], [("01", "要闻", 2)]),
        ([FIRST, "headline* 桥", SECOND, "headline* 船"], [("01", "要闻", 2), ("02", "副刊", 2)]),
        ([FIRST, "headline* 桥", FIRST, "headline* 船"], [("01", "要闻", 4)]),
        (["headline* 桥", FIRST, "headline* 船"], [("01", "要闻", 3)]),
        (["headline* 桥", "folio 渡口晨报 2031年3月25日"], [(None, None, 2)]),
        ([], []),
    ],
)
def test_pages(rows: list[str], expected: list[tuple[str | None, str | None, int]]) -> None:
    """A folio line that names another page begins it; what stands above the first one is of that page too."""
    assert [(page.page, page.name, len(page.articles)) for page in issue(*rows).sections] == expected


def test_a_paper_above_its_folio_line() -> None:
    """The paper's name may stand in a folio line of its own, which names no page."""
    rows = ["folio 海湾晚报", "folio 第02版：要闻", "headline* 渡口"]
    assert [(section.page, section.name) for section in issue(*rows).sections] == [("02", "要闻")]


def test_a_folio_line_inside_a_story_begins_no_page() -> None:
    assert len(issue(FIRST, "headline* 桥", "paragraph 他", SECOND, "paragraph 说。").sections) == 1


def test_what_folio_lines_tell() -> None:
    """More than the input says of itself, the last of them most; with several pages the page is none of the issue's."""
    one = issue(FIRST, "headline* 桥", metadata=Metadata(paper="晨报", author="陆闻笛"))
    two = issue(FIRST, "headline* 桥", SECOND.replace("25日", "26日"), "headline* 船")

    assert one.metadata == Metadata(paper="渡口晨报", date="2031-03-25", page="01", page_name="要闻", author="陆闻笛")
    assert two.metadata == Metadata(paper="渡口晨报", date="2031-03-26")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["folio 渡口晨报 第01版", "headline* 桥"], "时政"),
        ([FIRST, "headline* 桥"], "要闻"),
        (["folio 渡口晨报 第01版", "headline* 桥", "paragraph 他", "folio 渡口晨报 第02版", "paragraph 说。"], None),
        (["headline* 桥"], None),
    ],
)
def test_another_place_may_name_the_page(rows: list[str], expected: str | None) -> None:
    """A file's name or a page's head, where the folio line numbers the page and has no name for it."""
    told = issue(*rows, metadata=Metadata(page_name="时政"))

    assert [section.name for section in told.sections] == [expected]
