"""A digital newspaper's own catalogue entry is believed."""

from __future__ import annotations

import pytest

from converter.model import Opens, Role
from converter.readers.html.about import About
from converter.readers.html.founder import titles_told, told_by_founder
from converter.readers.html.tree import parse


def told(inside: str) -> About:
    """What is known of a page with this comment, of which something was known before."""
    known = About(titles=["旧题_江南网"], title="旧题", paper="江南网", date="2020-01-01")
    tell(f"<html><!--enpproperty {inside}/enpproperty--></html>", known)
    return known


def tell(page: str, known: About) -> None:
    """Add what the page tells."""
    told_by_founder(page, parse(page), known)


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
    tell("<html>enpproperty</html>", known)
    assert known == About(title="旧题")


SHOWN = "<p>新桥通车<br>历时三年<br>两岸相连</p>"


@pytest.mark.parametrize(
    "page",
    [
        '<input type=hidden name=title value="新桥通车"><input type=hidden id=PreTitle value="历时三年">'
        '<input type="hidden" id="hidSubTitle" value="两岸相连"><input type="hidden" name="pubdate" value="2009-05-12">'
        + SHOWN,
        "<!--引题开始--><i>历时三年</i><!--引题结束--><!-- 标题 --><b>新桥<br>通车</b><!-- 标题 -->"
        "<!--副题开始-->两岸相连<!--副题结束--><!--日期-->2009年5月12日<!--日期结束-->",
        "<!--introtitle begin-->历时三年<!--end--><!--title begin-->新桥通车<!--end--><!--sub_title-->两岸相连"
        "<!--end--><!--PubDate-->2009-5-12<!--end-->",
        "<!--引題開始-->历时三年<!--標題-->新桥通车<!--副標題-->两岸相连<!--出版日期-->2009-5-12<!-- -->",
    ],
    ids=["hidden fields", "comments", "comments in English", "comments in traditional characters"],
)
def test_what_other_systems_tell(page: str) -> None:
    """Fields that nobody sees, and comments before the parts, tell as much."""
    known = About(titles=["江南网"], title="江南网")
    tell(page, known)
    assert (known.kicker, known.title.replace(" ", ""), known.deck) == ("历时三年", "新桥通车", "两岸相连")
    assert known.date == "2009-05-12"


@pytest.mark.parametrize(
    "page",
    [
        f'<input type="hidden" name="title" value="别的">{SHOWN}',
        f'<input type="hidden" name="title" value="别的"><input type="hidden" name="subtitle" value="又一个">{SHOWN}',
        f'<input name="title" value="新桥通车"><input name="subtitle" value="两岸相连">{SHOWN}',
        f"<!--标题--><!--副题结束-->{SHOWN}",
        f"<!--标题样式见 style.css-->{SHOWN}",
        f"<!--标题-->{'水' * 200}<!--end-->",
    ],
    ids=["to be shared", "not shown", "to be filled in", "nothing behind", "a remark", "a text"],
)
def test_what_tells_nothing_of_the_article(page: str) -> None:
    """Fields of a form to share or to search, and remarks of whoever made the page."""
    known = About(titles=["旧题"], title="旧题")
    tell(page, known)
    assert (known.titles, known.title, known.kicker, known.deck) == (["旧题"], "旧题", "", "")


@pytest.mark.parametrize(
    ("said", "author"),
    [("江帆;水清", "江帆、水清"), ("江帆　水清", "江帆、水清"), ("admin", ""), ("null", "")],
)
def test_authors_of_an_entry(said: str, author: str) -> None:
    """Whoever is named in it, but for what is no name."""
    assert told(f"<author>{said}</author>").author == author


def test_titles_that_a_page_does_not_show() -> None:
    """Kicker and deck come with the headline; nothing comes where there is none."""
    known = About(kicker="历时三年", deck="两岸相连")
    assert [(draft.role, draft.text, draft.opens) for draft in titles_told(known, "新桥通车")] == [
        (Role.KICKER, "历时三年", Opens.ARTICLE),
        (Role.HEADLINE, "新桥通车", Opens.BLOCK),
        (Role.DECK, "两岸相连", Opens.BLOCK),
    ]
    assert titles_told(known, "") == []
