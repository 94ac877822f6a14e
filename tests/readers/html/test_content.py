"""Which element of a page holds its article."""

from __future__ import annotations

import logging

import pytest
from lxml.html import HtmlElement, document_fromstring

from converter.readers.html.content import MOST_ELEMENTS, content_of, is_site
from converter.readers.html.page import read_html
from converter.readers.html.tree import Amounts, named

TEXT = "船队今早出海，傍晚回港，码头上的灯一直亮到深夜，来接船的人在棚子里坐着喝茶。"
STORY = f"<p>{TEXT}</p><p>{TEXT * 2}</p>"
MENU = "".join(f'<li><a href="/{n}.html">栏目{n}</a></li>' for n in range(12))
SIDE = "".join(f'<p><a href="/{n}.html">渡口的第{n}个早晨，大家都在看。</a></p>' for n in range(6))


def found(body: str, from_a_site: bool = True) -> str | None:
    """The class and id of what holds the main content; None for a document."""
    root = document_fromstring(f"<html><body>{body}</body></html>")
    content = content_of(root, from_a_site, Amounts(root))
    return None if content is None else named(content).strip() or str(content.tag)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f'<ul>{MENU}</ul><div class="x7">{STORY}<p>{TEXT}</p></div><div class="side">{SIDE}</div>', "x7"),
        (f'<ul>{MENU}</ul><div class="x7">' + f'<div class="q"><p>{TEXT}</p></div>' * 9 + "</div>", "x7"),
        (
            f'<ul>{MENU}</ul><div class="x7"><h1>渡口</h1><div class="article-content">{STORY}</div></div>',
            "article-content",
        ),
        (f'<div class="x7"><div id="ozoom">{STORY}</div><p>{"短。" * 9}</p></div>', "ozoom"),
        (f'<div class="x7"><div class="entry_text"><p>{TEXT}</p></div>{STORY * 3}</div>', "x7"),
        (f"<founder-content>{STORY}</founder-content><ul>{MENU}</ul>", "founder-content"),
        (
            f'<div class="x7"><div class="story-text"><p>{TEXT}</p></div><img src="a.png">'
            f'<div class="story-text"><p>{TEXT * 2}</p></div></div><ul>{MENU}</ul>',
            "x7",
        ),
        (f'<div class="x7">{STORY}</div><div class="comments">{"<p>" + TEXT + "</p>"}</div>', "x7"),
    ],
    ids="unnamed many-parts named paper named-too-small founder in-parts comments".split(),
)
def test_an_article(body: str, expected: str) -> None:
    """The element with the sentences; what the site calls an article's text where it has most of them."""
    assert found(body) == expected


def beside(links: str) -> str:
    """A story with other text and these links beside it."""
    return f"<div><div>{STORY * 2}</div></div><div><ul>{'<li>船船船船船船</li>' * 8}</ul>{links}</div>"


@pytest.mark.parametrize(
    ("body", "is_document"),
    [
        (f"<h1>渡口</h1><p>{TEXT}</p>", True),
        (f'<h1>渡口</h1><p>{TEXT}</p><p><a href="#a">下文</a></p>' + '<a href="#b">上文</a>' * 9, True),
        (f"<h1>渡口</h1><p>{TEXT}</p><ul>{MENU}</ul>", False),
        (f'<h1>渡口</h1><p>{TEXT}</p><div class="share">分享</div>', False),
        (f"<h1>渡口</h1><p>{TEXT}</p><p>版權所有 江南網</p>", False),
        (f"<p>您的位置：要闻</p><h1>渡口</h1><p>{TEXT}</p>", False),
        (f'<h1>渡口</h1><p>{TEXT}</p><nav><a href="/">首</a></nav>', False),
        ("<h1>渡口</h1><p>文</p>", True),
        (f"<div>{STORY * 2}</div>" + "<p><a href='b'>另一篇长长的文章</a></p>" * 2, True),
        (f"<div>{STORY * 2}</div>" + "<p><a href='b'>另一篇长长的文章</a></p>" * 3, False),
        (beside("<div><a href='b'>二</a></div>" * 7), True),
        (beside("<div><a href='b'>二</a></div>" * 8), False),
        (beside("<div><a href='b'>另一篇长长的文章</a></div>" * 3), False),
    ],
    ids="plain inside-links menu share imprint place nav short two three seven eight three-long".split(),
)
def test_a_document(body: str, is_document: bool) -> None:
    """A page without a site's furniture and hardly a link is content from end to end."""
    assert (found(body, from_a_site=False) is None) is is_document


def test_a_page_that_is_too_large_to_be_searched() -> None:
    """It is a document."""
    assert found(f"<p>{TEXT}</p>" + "<br>" * MOST_ELEMENTS) is None


def site(head: str) -> HtmlElement:
    """A page with this head."""
    return document_fromstring(f"<html><head>{head}</head><body><p>文</p></body></html>")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="og:title" content="渡口">', True),
        ('<meta name="author" content="江帆">', False),
        ("<script>a()</script>" * 2, False),
        ("<script>a()</script>" * 3, True),
    ],
)
def test_the_page_of_a_site(head: str, expected: bool) -> None:
    """It has words for those who share it, or many scripts."""
    assert is_site(site(head)) is expected


def test_a_deep_page_of_a_site_keeps_its_text() -> None:
    """Where the search for the main content loses its way, it is where the sentences are."""
    source = read_html(("<nav>甲</nav>" + "<div><p>短，句。</p>" * 1_500).encode())
    assert source.text.count("短，句。") == 1_500


def test_a_page_is_searched_in_silence(caplog: pytest.LogCaptureFixture) -> None:
    """Odd pages of a site make readability log no error, and its logger stays as the program has it."""
    text = "<p>清晨五点，第一班渡船离岸，船上坐着去对岸赶集的人。</p>" * 3
    odd = (
        "<div>" * 1900 + text,
        f"<div hidden>甲，乙。</div>{text}",
        f'<div class="comments">{text}</div>{text}',
        f"<b{text}",
    )
    with caplog.at_level(logging.INFO, "readability"):
        for body in odd:
            site = f'<html><head><meta property="og:title" content="渡船"></head><body>{body}</body></html>'
            assert "第一班渡船离岸" in read_html(site.encode()).text
        assert [record for record in caplog.records if record.levelno > logging.INFO] == []
        assert logging.getLogger("readability").level == logging.INFO
