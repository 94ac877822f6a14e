"""The index of the people of an issue."""

from __future__ import annotations

from dataclasses import replace

from converter.model import Issue
from converter.writers.web.names import order
from tests.writers.reading import Site


def test_people_lead_to_the_stories_that_name_them(paper: Issue) -> None:
    """Each name once, by surname; who stands in no story is left out."""
    site = Site(replace(paper, people=("林小满", "方知秋", "江帆")))
    assert site.texts("//main//h2", "people.html") == ["方", "林"]
    assert site.texts("//main//dl/*", "people.html") == [
        "方知秋",
        "渔港小城的新航线",
        "南湾短讯",
        "林小满",
        "渔港小城的新航线",
    ]
    assert site.lost_ways() == []
    assert "人名索引" in site.texts("//nav[@class='ways']//a")


def test_an_issue_that_names_nobody_has_no_index(paper: Issue) -> None:
    """No page, and no way to one."""
    site = Site(paper)
    assert "people.html" not in site.files
    assert site.texts("//nav[@class='ways']//a") == ["首页", "检索"]


def test_names_stand_in_the_order_of_their_script() -> None:
    """Simplified ones by their sound, traditional ones by their strokes."""
    assert sorted(("周", "安", "方"), key=lambda name: order(name, "zh-Hans")) == ["安", "方", "周"]
    assert sorted(("龔", "丁", "林"), key=lambda name: order(name, "zh-Hant-TW")) == ["丁", "林", "龔"]
