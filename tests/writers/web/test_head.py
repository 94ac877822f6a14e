"""What a web page says of itself."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.writers.web.head import Teller, excerpt, is_news, summary
from tests.strategies import issues
from tests.writers.reading import Page


def said(page: Page) -> tuple[dict[str, str], dict[str, Any]]:
    """Open Graph's properties and the data of JSON-LD."""
    graph = {meta.get("property"): meta.get("content") for meta in page.tree.xpath("//meta[@property]")}
    (data,) = page.tree.xpath("//script[@type='application/ld+json']/text()")
    return graph, json.loads(data)


def test_a_newspaper_is_an_issue_with_its_stories(paper: Issue) -> None:
    """Paper and day, and every story as a NewsArticle that leads to its place on the page."""
    page = Page(paper)
    graph, data = said(page)
    assert graph == {
        "og:title": "南湾日报 2024-03-08",
        "og:type": "website",
        "og:description": "2024年3月8日 星期五；渔港小城的新航线；南湾短讯",
        "og:site_name": "南湾日报",
        "og:locale": "zh_CN",
    }
    stories = data.pop("hasPart")
    assert data == {
        "@context": "https://schema.org",
        "@type": "PublicationIssue",
        "name": "南湾日报 2024-03-08",
        "datePublished": "2024-03-08",
        "inLanguage": "zh-Hans",
        "isPartOf": {"@type": "Newspaper", "name": "南湾日报"},
    }
    assert stories[0] == {
        "@type": "NewsArticle",
        "url": "#page01-story02",
        "headline": "渔港小城的新航线",
        "alternativeHeadline": ["潮起 南湾", "——南湾码头改造纪行"],
        "author": {"@type": "Person", "name": "林小满"},
        "datePublished": "2024-03-08",
        "inLanguage": "zh-Hans",
        "articleSection": "要闻",
        "printPage": "01",
        "abstract": "清晨五点，第一班渡船离岸。仓库里的灯亮到半夜。",
        "wordCount": 36,
        "publisher": {"@type": "NewsMediaOrganization", "name": "南湾日报"},
    }
    assert {story["url"].removeprefix("#") for story in stories} <= set(page.tree.xpath("//@id"))


def test_a_lone_story_is_an_article(letter: Issue) -> None:
    """One story is the page's; without a paper, a day or a dateline it is not called news."""
    graph, data = said(Page(letter))
    assert (graph["og:type"], graph["article:author"]) == ("article", "林小满")
    assert (data["@type"], data["headline"]) == ("Article", "渔港小城的新航线")
    assert said(Page(replace(letter, metadata=Metadata(paper="南湾日报"))))[1]["@type"] == "NewsArticle"


def test_who_made_a_story(letter: Issue) -> None:
    """Each of a byline's people is a Person, a house that signs an Organization, and a translator no author."""
    made = {}
    for line in ("本报记者 林小满 通讯员 方知秋", "文/林小满 图/方知秋", "本报评论员", "林小满 著 方知秋 译"):
        blocks = (Block(Role.HEADLINE, (Run("渔港"),)), Block(Role.BYLINE, (Run(line),)))
        graph, data = said(Page(replace(letter, sections=(Section((Article(Kind.ARTICLE, blocks),)),))))
        made[line] = [data.get(key) for key in ("author", "translator", "editor")]
    first, second = ({"@type": "Person", "name": name} for name in ("林小满", "方知秋"))
    assert made == {
        "本报记者 林小满 通讯员 方知秋": [[first, second], None, None],
        "文/林小满 图/方知秋": [[first, second], None, None],
        "本报评论员": [{"@type": "Organization", "name": "本报评论员"}, None, None],
        "林小满 著 方知秋 译": [first, second, None],
    }


def test_news_is_told_by_paper_day_and_dateline(letter: Issue) -> None:
    """Several stories or a dateline are a newspaper's too."""
    stories = letter.sections[0].articles
    dated = Article(Kind.ARTICLE, (Block(Role.DATELINE, (Run("本报电"),)),))
    assert [is_news(Issue((Section(some),))) for some in (stories, stories * 2, (dated,))] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("船靠岸了。", "船靠岸了。"),
        ("船慢慢靠岸了。人都下来了，街上热闹起来。", "船慢慢靠岸了。"),
        ("船靠岸了，人都下来了，街上热闹起来。", "船靠岸了，人都下来……"),
        ("船。靠岸以后人都下来了街上热闹起来", "船。靠岸以后人都下……"),
        ("船靠岸了，（人都下来了）街上热闹起来", "船靠岸了……"),
        ("（船靠岸了，人都下来了）街上热闹起来", "（船靠岸了，人都下……"),
    ],
    ids=["short", "sentence", "no-sentence", "sentence-too-early", "bracket", "bracket-around-all"],
)
def test_excerpts_end_with_a_sentence_where_one_is_near(text: str, expected: str) -> None:
    """Ten characters: a sentence's end in the latter half is the cut, else dots."""
    assert excerpt(Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, (Run(text),)),)), 10) == expected


def test_a_summary_holds_whole_headlines() -> None:
    """What does not fit is left out whole."""
    stories = tuple(Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run(f"{n}" * 50),)),)) for n in range(4))
    assert summary(Issue((Section(stories),))) == f"{'0' * 50}；{'1' * 50}"


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("新桥", "晨报", "新桥 · 晨报"),
        ("新" * 65, "晨报晨报", "新" * 65),
        ("新" * 71, "", "新" * 68 + "……"),
        ("新" * 70, "", "新" * 70),
    ],
)
def test_titles_are_as_long_as_they_are_shown(title: str, name: str, expected: str, letter: Issue) -> None:
    """What a page is part of goes first, then the end of its own name."""
    assert Teller(letter).head(title, "", name=name).startswith(f"<title>{expected}</title>\n")


def test_an_empty_kicker_says_nothing() -> None:
    """A block without text has no place in the data."""
    blocks = (Block(Role.KICKER, ()), Block(Role.HEADLINE, (Run("新桥通车"),)))
    _, data = said(Page(Issue((Section((Article(Kind.ARTICLE, blocks),)),))))
    assert "alternativeHeadline" not in data


@settings(max_examples=60, deadline=None)
@given(issues())
def test_no_text_breaks_out(issue: Issue) -> None:
    """Whatever the text holds, the data can be read, and nothing is empty in it."""
    graph, data = said(Page(issue))
    assert data["@context"] == "https://schema.org"
    assert all(graph.values()) and all(data.values())


@pytest.mark.parametrize(
    ("date", "published", "described"),
    [("1908", "1908", "1908年；"), ("1908-05", "1908-05", "1908年5月；"), ("去年冬天", None, "去年冬天；")],
)
def test_a_year_alone_is_a_date(date: str, published: str | None, described: str, paper: Issue) -> None:
    """Where the year alone is known it is said to people and programs; what is no date is said to people alone."""
    graph, data = said(Page(replace(paper, metadata=replace(paper.metadata, date=date))))
    assert (data.get("datePublished"), graph["og:description"]) == (published, f"{described}渔港小城的新航线；南湾短讯")


def test_a_story_s_own_day_address_and_authors(letter: Issue) -> None:
    """They count more than the issue's; the copy leads to where the story stood, and is known to be the same."""
    (story,) = (article for article in letter.articles() if article.kind is Kind.ARTICLE)
    told = replace(story, authors=("江帆",), date="2024-05-15", url="https://海湾.example/1?a=b&c", page="04")
    issue = replace(letter, sections=(Section((told,), "03"),), metadata=Metadata(date="2024-05-16"))
    graph, data = said(page := Page(issue))
    assert page.tree.xpath("//link[@rel='canonical']/@href") == [told.url]
    assert (graph["article:published_time"], graph["article:author"], graph["og:url"]) == (told.date, "江帆", told.url)
    facts = {name: data.get(name) for name in ("author", "datePublished", "url", "sameAs", "printPage")}
    assert facts == {
        "author": {"@type": "Person", "name": "江帆"},
        "datePublished": "2024-05-15",
        "url": told.url,
        "sameAs": None,
        "printPage": "04",
    }
    there = Teller(issue, "https://港.example/").story(told, issue.sections[0], "1.html")
    assert (there["url"], there["sameAs"]) == ("https://港.example/1.html", told.url)


def test_an_address_is_one_of_the_network(letter: Issue) -> None:
    """What is no address of a page leads nowhere."""
    story = replace(next(letter.articles()), url="javascript:alert(1)")
    data = Teller(letter, "https://港.example/").story(story, letter.sections[0], "1.html")
    assert "sameAs" not in data
