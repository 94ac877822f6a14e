"""The shelf's pages show every publication on its day, and lead from one to another."""

from __future__ import annotations

from collections import Counter

from lxml import html

from converter.shelf.calendar import pages
from converter.shelf.plan import Shelf
from converter.shelf.publication import EPUB, HTML, Copy, Cover
from tests.shelf.made import publication, shelf_of
from tests.shelf.test_atom import MANY

ODD = 'A&B <i>"桥"</i>'


def trees(shelf: Shelf) -> dict[str, html.HtmlElement]:
    """Every page, read."""
    return {name: html.document_fromstring(data) for name, data in pages(shelf)}


def texts(tree: html.HtmlElement, path: str) -> list[str]:
    """The text of what ``path`` finds, its white space single."""
    return [" ".join(found.text_content().split()) for found in tree.xpath(path)]


def test_every_publication_is_in_the_calendar_once() -> None:
    """Each on the page of its month, under its day."""
    found = trees(shelf_of(*MANY, publication("")))
    ids = Counter(key for name, tree in found.items() for key in tree.xpath("//article/@id"))
    assert ids == Counter(one.key for one in (*MANY, publication("")))
    one = MANY[30]
    (cell,) = found[f"shelf/{one.month}.html"].xpath(f"//li[.//article[@id='{one.key}']]")
    assert cell.xpath("string(.//time/@datetime)") == one.date


def test_a_month_has_its_days_in_weeks() -> None:
    """May 2024 begins on a Wednesday, the third column; days without an issue are there and not read out."""
    tree = trees(shelf_of(publication("2024-05-16")))["shelf/2024-05.html"]
    days = tree.xpath("//ol[@class='days']/li")
    assert (len(days), days[0].get("class"), days[15].get("class")) == (31, "none from3", "some")
    assert [day.get("aria-hidden") for day in days].count("true") == 30
    assert texts(tree, "//h2") == ["16日 星期四"]


def test_what_is_known_by_its_month_or_year_stands_above_the_days() -> None:
    """A year has a page of its own."""
    found = trees(shelf_of(publication("2024-05"), publication("2024-05-16"), publication("2024"), publication("")))
    assert [*found] == ["index.html", "shelf/2024-05.html", "shelf/2024.html", "shelf/undated.html"]
    assert texts(found["shelf/2024-05.html"], "//ul[@class='issues']//h2") == ["临江晚报 2024-05"]
    assert [texts(tree, "//h1") for tree in found.values()] == [["临江书架"], ["2024年5月"], ["2024年"], ["日期不详"]]


def test_months_lead_to_those_before_and_after() -> None:
    """And back to the front page; what has no date comes after nothing."""
    days = ("2024-05-16", "2024-03-01", "2023", "")
    found = trees(shelf_of(*map(publication, days)))
    steps = {name: tree.xpath("//nav//a[@rel]/@href") for name, tree in found.items()}
    assert steps == {
        "index.html": [],
        "shelf/2024-05.html": ["2024-03.html"],
        "shelf/2024-03.html": ["2023.html", "2024-05.html"],
        "shelf/2023.html": ["2024-03.html"],
        "shelf/undated.html": [],
    }
    assert all("../index.html" in tree.xpath("//header//@href") for name, tree in found.items() if "/" in name)


def test_the_front_page_has_the_latest_whole_and_every_month() -> None:
    """Its titles, the issues before it, and each month with how much it holds."""
    tree = trees(shelf_of(*MANY))["index.html"]
    assert texts(tree, "//section[@class='latest']//h3") == ["海州日报 2024-05-08"]
    assert texts(tree, "//section[@class='latest']//li") == ["桥通了"]
    assert len(tree.xpath("//ul[@class='issues']/li")) == 12
    assert texts(tree, "//header/p")[0] == "120期，2024年1月1日—2024年5月8日"
    months = ["1月 28", "2月 28", "3月 28", "4月 28", "5月 8"]
    assert texts(tree, "//nav[@class='months']//li") == months


def test_programs_find_feed_and_catalogues() -> None:
    """As links in the head of every page; with an address they are absolute, and the page names its own."""
    for url, start in (("", ""), ("https://example.org/p/", "https://example.org/p/")):
        tree = trees(shelf_of(publication("2024-05-16"), url=url))["index.html"]
        found = [(link.get("type"), link.get("href")) for link in tree.xpath("//link[@rel='alternate']")]
        assert found == [
            ("application/atom+xml", f"{start}atom.xml"),
            ("application/atom+xml;profile=opds-catalog;kind=navigation", f"{start}opds.xml"),
            ("application/opds+json", f"{start}opds.json"),
        ]
        assert tree.xpath("//link[@rel='canonical']/@href") == [f"{url}index.html"] * bool(url)


def test_an_issue_leads_to_its_site_and_its_books() -> None:
    """The site first; each form by its name; a cover by its picture, else by words."""
    copies = (Copy("16.epub", EPUB), Copy("16.kepub.epub", EPUB), Copy("16/index.html", HTML))
    cover = Cover(publication("").cover, None, "image/jpeg", "jpg")  # type: ignore[arg-type]
    one = publication("2024-05-16", copies=copies, title=ODD, cover=cover)
    tree = trees(shelf_of(one))["shelf/2024-05.html"]
    ways = [(way.text, way.get("href"), way.get("aria-label")) for way in tree.xpath("//p[@class='ways']/a")]
    assert ways == [
        ("在线阅读", "../16/index.html", f"在线阅读：{ODD}"),
        ("EPUB", "../16.epub", f"EPUB：{ODD}"),
        ("KEPUB", "../16.kepub.epub", f"KEPUB：{ODD}"),
    ]
    assert tree.xpath("//img/@src") == [f"covers/{one.key}.jpg"]
    assert texts(trees(shelf_of(publication("2024-05-16")))["index.html"], "//*[@class='words']") == [
        "临江晚报 2024年5月16日"
    ]


def test_pages_ask_for_nothing_else() -> None:
    """No script; the policy allows the one style, and pictures where there are any."""
    tree = trees(shelf_of(publication("2024-05-16")))["index.html"]
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "img-src" not in policy
    assert tree.xpath("//script | //@style | //@onclick") == []
