"""A digital newspaper's own catalogue entry is believed."""

from __future__ import annotations

import pytest

from converter.readers.html.about import About
from converter.readers.html.founder import told_by_founder


def told(inside: str) -> About:
    """What is known of a page with this comment, of which something was known before."""
    known = About(titles=["旧题_江南网"], title="旧题", paper="江南网", date="2020-01-01")
    told_by_founder(f"<html><!--enpproperty {inside}/enpproperty--></html>", known)
    return known


def test_a_whole_entry() -> None:
    """Title, kicker and deck, date, paper, page and its name; mark-up in a value is none of it."""
    known = told(
        "<title>新桥&nbsp;<b>通车</b></title><introtitle>历时三年</introtitle><subtitle>两岸相连</subtitle>"
        "<date>2024-05-16 00:00:00.0</date><sourcename>江南日报</sourcename><nodename>第03版：要闻</nodename>"
    )
    assert known == About(
        titles=["新桥 通车", "旧题_江南网"],
        title="新桥 通车",
        date="2024-05-16",
        paper="江南日报",
        kicker="历时三年",
        deck="两岸相连",
        page="03",
        page_name="要闻",
    )


@pytest.mark.parametrize("inside", ["", "<title>null</title><date>null</date><sourcename></sourcename>"])
def test_an_empty_entry(inside: str) -> None:
    """What it does not say stays as it was known."""
    known = told(inside)
    assert (known.title, known.date, known.paper, known.page) == ("旧题", "2020-01-01", "江南网", "")


def test_a_page_without_an_entry() -> None:
    """Nothing is told."""
    known = About(title="旧题")
    told_by_founder("<html>enpproperty</html>", known)
    assert known == About(title="旧题")
