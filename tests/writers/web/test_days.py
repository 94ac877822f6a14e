"""The place on a front page for the ways to the issues before and after it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Issue, Metadata
from converter.writers.web.days import Day, day_of, filled, slot
from tests.writers.reading import Site


def front(issue: Issue) -> str:
    """The front page as written."""
    return Site(issue).files["index.html"].decode()


def test_a_front_page_says_its_day_and_whose_it_is(paper: Issue) -> None:
    """The sign of the paper is the same in both scripts, and another paper's is another."""
    days = [day_of(slot("2024-03-08", name)) for name in ("南湾日报", "南灣日報", "海州日报")]
    assert day_of(front(paper)) == days[0] == days[1] != days[2]
    assert days[0] == Day("2024-03-08", days[0].paper if days[0] else "")


@pytest.mark.parametrize("known", [{"date": None}, {"date": "2024-03"}, {"date": "去年"}, {"paper": None}])
def test_without_a_day_there_is_no_place(paper: Issue, known: dict[str, str | None]) -> None:
    """A month is no day, and days of nobody knows what are not put in order."""
    assert day_of(front(replace(paper, metadata=replace(paper.metadata, **known)))) is None


def test_the_ways_are_put_in_and_taken_out() -> None:
    """In the page's script; filled anew, the place has the new ways alone."""
    page = '<html lang="zh-Hant-TW">\n' + slot("2024-03-08", "南湾日报")
    both = filled(page, ("2024-03-07", "../0307/index.html"), ("2024-03-09", "../0309/index.html"))
    assert both.count("<a ") == 2 and '上一期</span> <time datetime="2024-03-07">2024年3月7日 星期四' in both
    assert 'href="../0309/index.html" rel="next"' in both and "各期" in both
    assert filled(both, None, None) == page


def test_a_title_stands_for_a_paper(paper: Issue) -> None:
    """What is no newspaper's is put in order by its title."""
    assert day_of(front(replace(paper, metadata=Metadata(title="会刊", date="2024-03-08")))) is not None
