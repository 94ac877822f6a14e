"""A site holds the whole issue once in its stories' pages and beside them, and every way in it leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.options import Look
from converter.writers.web import head
from converter.writers.web.site import write_site
from tests.strategies import PIXEL, issues
from tests.writers.reading import Site, text_of


@settings(max_examples=60, deadline=None)
@given(issues())
def test_any_tree_is_in_the_site_once(issue: Issue) -> None:
    """Nothing is lost or said twice outside of excerpts; no way leads nowhere; each page has one first heading."""
    site = Site(issue)
    assert Counter(site.shown()) == Counter(text_of(issue))
    assert site.lost_ways() == []
    for tree in site.trees.values():
        levels = [int(e.tag[1]) for e in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1 and levels.count(1) == 1
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))


def test_every_story_has_a_page_with_its_neighbours(paper: Issue) -> None:
    """The way back, where in the paper it is, and the stories before and after."""
    site = Site(paper)
    pages = ["page01-story02.html", "page02-story02.html", "page02-story03.html"]
    assert sorted(site.trees) == ["index.html", *pages, "search.html"]
    assert site.texts("//title", pages[1]) == ["南湾短讯 · 南湾日报 2024-03-08"]
    assert site.texts("//nav[@class='sections']//*[@aria-current]", pages[1]) == ["第02版 副刊"]
    turns = [
        [(a.get("rel"), a.get("href")) for a in site.trees[page].xpath("//nav[@class='turn']//a")] for page in pages
    ]
    back, first = (None, "index.html#page02"), (None, "index.html#page01")
    assert turns == [
        [first, ("next", pages[1])],
        [("prev", pages[0]), back, ("next", pages[2])],
        [("prev", pages[1]), back],
    ]


def test_an_untitled_brief_column_is_called_briefs(paper: Issue) -> None:
    """Its first item's headline is not that of the column."""
    column = paper.sections[1].articles[1]
    site = Site(Issue((Section((replace(column, parts=column.parts[1:]),)),), language="zh-Hant"))
    assert site.texts("//article[@class='teaser briefs']/h1") == ["簡訊"]


def test_both_scripts_lead_to_one_another(paper: Issue) -> None:
    """Each page names both editions for programs and leads to the other; the twin's are in a folder of its own."""
    site = Site(replace(paper, language="zh-Hant-TW", twin=paper))
    assert sorted(site.trees)[-2:] == ["zh-Hans/page02-story03.html", "zh-Hans/search.html"]
    assert site.lost_ways() == []
    for page, there, here in (
        ("page02-story02.html", "zh-Hans/page02-story02.html", "page02-story02.html"),
        ("zh-Hans/page02-story02.html", "../page02-story02.html", "../zh-Hans/page02-story02.html"),
    ):
        tree = site.trees[page]
        assert sorted(tree.xpath("//link[@rel='alternate']/@href")) == sorted((there, here))
        assert tree.xpath("//nav[@class='scripts']//a/@href") == [there]
    assert site.trees["index.html"].get("lang") == "zh-Hant-TW"
    assert site.trees["zh-Hans/index.html"].get("lang") == "zh-Hans"
    assert Site(paper).front.xpath("//link[@rel='alternate'] | //nav[@class='scripts']") == []


def test_editions_of_one_script_are_told_by_their_region(paper: Issue) -> None:
    """Taiwan's and Hong Kong's are both traditional."""
    site = Site(replace(paper, language="zh-Hant-HK", twin=replace(paper, language="zh-Hant-TW")))
    assert site.texts("//nav[@class='scripts']//li") == ["繁體 HK", "繁體 TW"]


def test_a_script_that_the_text_is_in_makes_no_second_edition(paper: Issue) -> None:
    """Two editions of one language would be called the same; a warning says so."""
    files, warnings = write_site(replace(paper, twin=paper))
    said = "the text is in zh-Hans already, so the site has it once: say another language with --script"
    assert (set(files), warnings) == (set(write_site(paper).content), (said,))


def test_a_place_on_the_web_is_in_every_page(paper: Issue) -> None:
    """Each page names its own address, each edition's for programs, and people still go from file to file."""
    site = Site(replace(paper, language="zh-Hant-TW", twin=paper), Look(url="https://nanwan.example/0308"))
    base = "https://nanwan.example/0308/"
    for page, canonical, other in (
        ("index.html", base, f"{base}zh-Hans/"),
        ("zh-Hans/page02-story02.html", f"{base}zh-Hans/page02-story02.html", f"{base}page02-story02.html"),
    ):
        tree = site.trees[page]
        assert tree.xpath("//link[@rel='canonical']/@href") == [canonical]
        assert sorted(tree.xpath("//link[@rel='alternate']/@href")) == sorted((canonical, other))
        assert not tree.xpath("//a[starts-with(@href, 'http')]")


@settings(max_examples=25, deadline=None)
@given(issues())
def test_any_tree_is_in_the_vertical_site_once(issue: Issue) -> None:
    """What stands upright in a line changes no text."""
    assert Counter(Site(issue, Look(vertical=True)).shown()) == Counter(text_of(issue))


def test_what_an_issue_is_is_asked_once(paper: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for every story, it would make the time grow with the square of the stories."""
    asked: list[Issue] = []
    monkeypatch.setattr(head, "is_news", lambda issue: bool(asked.append(issue)))
    write_site(paper)
    assert asked == [paper]


def test_a_twins_folder_stays_in_the_site(paper: Issue) -> None:
    """A language that is no name for a folder does not lead out of the site."""
    twin = replace(paper, language="../../zh")
    assert all(".." not in name for name in write_site(replace(paper, twin=twin)).content)


def test_pictures_are_files_beside_the_pages(letter: Issue) -> None:
    """A picture is shown with its story and on the front page, from a file of the site; the policy lets it in."""
    shown = Block(Role.CAPTION, (Run("海边", image="a.png"),))
    story = replace(letter.sections[0].articles[0], parts=(*letter.sections[0].articles[0].parts, shown))
    site = Site(
        replace(
            letter, sections=(Section((story,)),), images=(("a.png", PIXEL),), twin=replace(letter, language="zh-Hant")
        )
    )
    assert site.files["picture001.png"] == PIXEL
    for page in ("index.html", "page01-story01.html"):
        assert site.trees[page].xpath("//img/@src") == ["picture001.png"]
        assert "img-src 'self' file:;" in site.trees[page].xpath("//meta[@http-equiv]/@content")[0]


def test_pages_need_nothing_of_the_network(paper: Issue) -> None:
    """Style and script are in each page, allowed by their hashes; nothing else is loaded but the icon beside it."""
    for tree in Site(replace(paper, people=("林小满",))).trees.values():
        (policy,) = tree.xpath("//meta[@http-equiv]/@content")
        style, code, *others = (rule for rule in policy.split("; ") if not rule.endswith("'none'"))
        assert re.fullmatch(r"style-src 'sha256-[^' ]+'", style)
        assert re.fullmatch(r"script-src( 'sha256-[^' ]+')+", code)
        assert others == ["img-src 'self' file:"]
        assert tree.xpath("//@src | //@style | //@onclick") == []
        assert tree.xpath("//link[@rel='icon']/@href") == tree.xpath("//link/@href") == ["icon.svg"]


def test_a_story_knows_its_place(paper: Issue) -> None:
    """Its page (版), its number among the stories of that, the minutes that it takes, and its day for programs."""
    site = Site(paper)
    assert site.texts("//p[@class='place']", "page02-story03.html") == ["第02版 副刊 · 2/2 约1分钟"]
    assert site.trees["page02-story03.html"].xpath("//p[@class='place']/a/@href") == ["index.html#page02"]
    assert site.trees["page02-story03.html"].xpath("//header//time/@datetime") == ["2024-03-08"]


def test_scripts_are_told_the_issue(paper: Issue) -> None:
    """How many stories there are, whose voice reads them, and a sign of the issue that both scripts share."""
    site = Site(replace(paper, language="zh-Hant-TW", twin=paper))
    told = {name: tree.xpath("//div[@class='tools']")[0].attrib for name, tree in site.trees.items()}
    assert {one["data-stories"] for one in told.values()} == {"3"}
    assert len({one["data-issue"] for one in told.values()}) == 1
    assert (told["index.html"]["data-voice"], told["zh-Hans/index.html"]["data-voice"]) == ("zh-TW", "zh-CN")
    other = Site(replace(paper, metadata=replace(paper.metadata, date="2024-03-09")))
    assert other.front.xpath("//div[@class='tools']/@data-issue") != [told["index.html"]["data-issue"]]


def test_a_picture_stands_for_a_page_elsewhere(paper: Issue) -> None:
    """The story's first one, where the site's place on the web is known; else no address of it is whole."""
    shown = Block(Role.CAPTION, (Run("海边", image="a.png"),))
    story = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run("渔网"),)), shown))
    issue = replace(paper, sections=(Section((story,)),), images=(("a.png", PIXEL),))
    there, nowhere = Site(issue, Look(url="https://nanwan.example/0308/")), Site(issue)
    path = "//meta[@property='og:image']/@content"
    for page in ("index.html", "page01-story01.html"):
        assert there.trees[page].xpath(path) == ["https://nanwan.example/0308/picture001.png"]
        assert nowhere.trees[page].xpath(path) == []


def test_a_cover_stands_for_a_page_without_a_picture(paper: Issue, tmp_path: Path) -> None:
    """The user's own, as a file of the site, where that has a place on the web."""
    own = tmp_path / "front.png"
    own.write_bytes(PIXEL)
    site = Site(paper, Look(url="https://nanwan.example/0308/", cover=own))
    images = {tuple(tree.xpath("//meta[@property='og:image']/@content")) for tree in site.trees.values()}
    assert images == {("https://nanwan.example/0308/cover.png",), ()}  # a list of stories is nothing to be shown
    assert (site.files["cover.png"], "cover.png" in Site(paper, Look(cover=own)).files) == (PIXEL, False)


def test_pictures_are_loaded_when_they_are_near(letter: Issue) -> None:
    """A picture beside a page waits until it is nearly seen."""
    shown = Block(Role.CAPTION, (Run("海边", image="a.png"),))
    site = Site(Issue((Section((Article(Kind.ARTICLE, (shown,)),)),), images=(("a.png", PIXEL),)))
    assert {loading for tree in site.trees.values() for loading in tree.xpath("//img/@loading")} == {"lazy"}
