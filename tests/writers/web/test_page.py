"""A page holds the whole tree once, alone, under one first heading."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from converter.errors import UnwritableOutput
from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.options import Look
from tests.strategies import PIXEL, issues
from tests.writers.reading import Page, text_of


@settings(max_examples=60, deadline=None)
@given(issues())
def test_any_tree_is_on_the_page_once_and_in_order(issue: Issue) -> None:
    """The stories show the blocks' text and no other; one h1 comes first, no level is left out, ids are unique."""
    page = Page(issue)
    assert page.shown() == text_of(issue)
    levels = page.headings()
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(second - first <= 1 for first, second in pairwise(levels))
    ids = page.tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in page.tree.xpath("//nav//@href")} <= set(ids)


def test_paper_has_a_masthead_and_contents(paper: Issue) -> None:
    """The paper's name is the first heading, the date is spelled out, the contents lead to pages and stories."""
    page = Page(paper)
    header = page.tree.find(".//header")
    assert (header.findtext("h1"), header.findtext("p/time")) == ("南湾日报", "2024年3月8日 星期五")
    assert header.xpath("p/time/@datetime") == ["2024-03-08"]
    assert page.tree.xpath("//nav//a/text()") == [
        "第01版 要闻",
        "渔港小城的新航线",
        "第02版 副刊",
        "南湾短讯",
        "雨下了一整夜，天亮时海面平静得像……",
    ]
    assert page.headings() == [1, 2, 3, 4, 2, 3, 4, 4]


def test_lone_story_is_its_own_masthead(letter: Issue) -> None:
    """One story without a paper has its headline as the first heading, no contents, and no columns."""
    page = Page(letter)
    assert page.headings() == [1, 2]
    assert page.tree.xpath("//h1/text()") == ["渔港小城的新航线"]
    assert page.tree.xpath("//nav") == []
    assert page.tree.xpath("//article/@class") == ["story single"]


def test_stories_without_a_paper_have_a_heading_above_them(letter: Issue) -> None:
    """Several stories of a file without metadata stand under the first one's headline; the file's name says nothing."""
    stories = letter.sections[0].articles * 2
    page = Page(Issue((Section(stories),), Metadata(source="scan-3.txt")))
    assert [h1.text_content() for h1 in page.tree.xpath("//h1")] == ["渔港小城的新航线等2篇"]
    assert page.tree.xpath("//header[h1]/@class") == ["masthead unnamed"]


def test_a_title_page_names_the_whole(letter: Issue) -> None:
    """A book is called what its title page says, and not that with others; a first chapter is no such page."""
    head = tuple(Block(role, (Run(text),)) for role, text in ((Role.HEADLINE, "盐滩"), (Role.BYLINE, "温以宁　著")))
    body = Block(Role.PARAGRAPH, (Run("潮来了。"),))
    chapters = letter.sections[0].articles
    for first, name, kind in ((head, "盐滩", "masthead"), ((*head, body), "盐滩等2篇", "masthead unnamed")):
        page = Page(Issue((Section((Article(Kind.ARTICLE, first), *chapters)),), Metadata()))
        assert page.tree.xpath("string(//h1)") == name
        assert page.tree.xpath("//header[h1]/@class") == [kind]


def test_stories_outside_of_the_named_pages_have_no_level_left_out(letter: Issue) -> None:
    """Where some pages have a name, the others' stories stand right under the masthead."""
    stories = letter.sections[0].articles
    named = Section(stories, "02", "副刊")
    assert Page(Issue((Section(stories), named, replace(named, page="03")))).headings() == [1, 2, 3, 2, 3, 4, 2, 3, 4]
    assert Page(Issue((Section((), "01"), Section((), "02"), Section(stories)))).headings() == [1, 2, 3]


def test_pictures_are_in_the_page(letter: Issue) -> None:
    """A picture is held by the page itself."""
    shown = Article(Kind.PICTURE, (Block(Role.CAPTION, (Run("海边", image="a.png"),)),))
    issue = replace(letter, sections=(Section((*letter.sections[0].articles, shown)),), images=(("a.png", PIXEL),))
    page = Page(issue)
    (address,) = page.tree.xpath("//figure/img/@src")
    assert address.startswith("data:image/png;base64,iVBORw0KGgo")
    assert "; img-src data:;" in page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_long_text_stands_in_one_column(paper: Issue) -> None:
    """A story of which columns would be longer than a screen is set in one; its shorter neighbours are not."""
    long = Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, (Run("潮来潮去。" * 1000),)),))
    page = Page(replace(paper, sections=(Section((long, *paper.sections[0].articles)),)))
    assert page.tree.xpath("//main/*[contains(@class, 'story')]/@class") == ["story single", "story"]


def test_a_picture_is_no_text_of_a_column(paper: Issue) -> None:
    """A story stays in columns whatever the bytes of the picture that the page holds."""
    shown = Block(Role.CAPTION, (Run("海边", image="a.png"),))
    story = Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, (Run("潮来潮去。"),)), shown))
    issue = replace(paper, sections=(Section((story, story)),), images=(("a.png", PIXEL + b"\0" * 90_000),))
    assert Page(issue).tree.xpath("//main/*[contains(@class, 'story')]/@class") == ["story", "story"]


def test_language_and_script_of_labels(paper: Issue) -> None:
    """The root names the language, and the words that the page adds are in its script."""
    page = Page(replace(paper, language="zh-Hant-HK"))
    assert page.tree.get("lang") == "zh-Hant-HK"
    assert page.tree.xpath("//nav/@aria-label") == ["目錄"]


@settings(max_examples=30, deadline=None)
@given(issues())
def test_any_tree_is_on_the_vertical_page_once(issue: Issue) -> None:
    """What stands upright in a line changes no text and no heading."""
    vertical, horizontal = Page(issue, Look(vertical=True)), Page(issue)
    assert (vertical.shown(), vertical.headings()) == (horizontal.shown(), horizontal.headings())


def test_a_vertical_page_runs_from_right_to_left(paper: Issue) -> None:
    """Its root has vertical lines, the sheet is turned, short numbers stand, and the one script is allowed by its
    hash.
    """
    page = Page(paper, Look(vertical=True))
    (style,), (code,) = page.tree.xpath("//style/text()"), page.tree.xpath("//script[not(@type)]/text()")
    assert "\n  writing-mode: vertical-rl;\n" in style and "max-height: 56rem" in style
    assert page.tree.xpath("//header/p//span[@class='upright']/text()") == ["3", "8"]
    hashed = b64encode(sha256(code.encode()).digest()).decode()
    assert f" 'sha256-{hashed}'; base-uri" in page.tree.xpath("//meta[@http-equiv]/@content")[0]
    assert "writing-mode" not in Page(paper).source


def test_users_sheet_beats_the_pages(paper: Issue, tmp_path: Path) -> None:
    """A user's rules come after all of ours, on a page as in a book."""
    own = tmp_path / "own.css"
    own.write_text(".kicker { color: teal }")
    (style,) = Page(paper, Look(style=own)).tree.xpath("//style/text()")
    assert style.endswith("}\n.kicker { color: teal }")


def test_a_page_says_where_it_is_on_the_web(paper: Issue) -> None:
    """Where that is known, in the address that counts, Open Graph and the data of every story; else nowhere."""
    page = Page(paper, Look(url="https://nanwan.example/0308.html"))
    assert (
        page.tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
        == ["https://nanwan.example/0308.html"] * 2
    )
    assert '"url": "https://nanwan.example/0308.html#page01-story02"' in page.source
    assert Page(paper).tree.xpath("//link | //meta[@property='og:url']") == []


@pytest.mark.parametrize(
    "url", ["nanwan.example", "ftp://nanwan.example/", "https://nanwan.example/a b", "https://n.example/?a#b"]
)
def test_a_place_that_is_none_is_refused(url: str) -> None:
    """An address has to be a page's whole one."""
    with pytest.raises(UnwritableOutput, match="write it as https://example.org/today/"):
        Look(url=url)
