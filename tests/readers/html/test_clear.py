"""What is the site's own goes out of an article: comments, lists of other articles, sharing."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, document_fromstring

from converter.readers.html.clear import clear, comments_in, contents_in
from converter.readers.html.tree import Amounts, words

TEXT = "船队今早出海，傍晚回港，码头上的灯一直亮到深夜，来接船的人在棚子里坐着喝茶。" * 4
LINKS = "".join(f'<li><a href="{n}.html">渡口的第{n}个早晨</a></li>' for n in range(3))


def body(text: str) -> HtmlElement:
    """The body of a page."""
    return document_fromstring(f"<body>{text}</body>").find("body")


@pytest.mark.parametrize(
    "site",
    [
        '<div class="share">分享 收藏</div>',
        '<div class="comment-list"><p>好！</p></div>',
        "<h3>相关阅读</h3><ul>" + LINKS + "</ul>",
        "<div><b>相关阅读</b>" + LINKS + "</div>",
        '<div>相关阅读：<a href="a.html">渡口的早晨</a></div>',
        '<p>相关阅读：<a href="a">渡口的早晨和夜</a>、<a href="b">码头的晚上和风</a>，见本报第三版和第四版</p>',
        f"<ul>{LINKS}</ul>",
        f"<nav>{LINKS}</nav>",
        f"<aside>{LINKS}</aside>",
        "<h3>网友评论</h3><div><p>" + "写得好。" * 9 + "</p></div>",
        '<p>网友评论（2）</p><p>写得好。</p><div class="x">再写一篇。</div>',
        "<ul>" + "".join(f'<li><a href="{n}">渡口的第{n}个早晨</a> 2024-05-1{n}</li>' for n in range(3)) + "</ul>",
    ],
    ids="share comments titled inside one-link several-links links nav aside title siblings dated".split(),
)
def test_what_is_the_sites(site: str) -> None:
    """It goes with the title above it, and the article stays whole."""
    page = body(
        f"<p>{TEXT}</p>{site}<p>完。</p>" if "网友" not in site else f"<p>{TEXT}</p><p>完。</p><div>{site}</div>"
    )
    clear(page, Amounts(page))
    assert words(page) == f"{TEXT}完。"


@pytest.mark.parametrize(
    "kept",
    [
        "<ul>" + "".join(f'<li><a href="{n}.docx">附件{n}</a></li>' for n in range(3)) + "</ul>",
        '<div role="doc-endnotes" class="ad"><p>注一。</p></div>',
        '<blockquote class="share">引文。</blockquote>',
        '<p class="statement">本文写于船上。</p>',
        '<pre class="copyright">x = 1</pre>',
        '<p>见<a href="a.html">另一篇</a>。</p>',
        f'<div class="article-body share"><p>{TEXT}</p></div>',
        '<div><b>推荐</b><a href="a.html">渡口的早晨和码头的夜</a>，他写了一个夏天，又改了一个冬天。</div>',
        f"<div class='recommend'><h1>推荐的船</h1><p>{TEXT}</p></div>",
    ],
    ids="files notes quote paragraph code link text list-in-words headline".split(),
)
def test_what_is_the_articles(kept: str) -> None:
    """Files, notes, quotations, text with a link, and whatever holds a good part of the text."""
    page = body(f"<p>{TEXT}</p>{kept}<p>完。</p>")
    whole = words(page)
    clear(page, Amounts(page))
    assert words(page) == whole


def test_comments_of_a_page_that_has_nothing_else() -> None:
    """A forum's page is its comments."""
    page = body("<div><p>网友评论</p><p>第一楼的话。</p><p>第二楼的话。</p></div>")
    assert comments_in(page, Amounts(page)) == set()


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ('<a href="#a">1. 旧桥</a><a href="#b">新桥</a>', True),
        ('<a href="#a">旧桥</a><a href="c.html">新桥</a>', False),
        ('<a href="#a">旧桥</a><a href="#b">另一座桥</a>', False),
        ('<a href="#a">旧桥</a><a href="#b">新桥</a><a href="c">渡口</a><a href="d">码头</a>', False),
    ],
    ids="contents elsewhere other-words mostly-others".split(),
)
def test_contents_of_the_page(links: str, expected: bool) -> None:
    """A list of links to the page's own headings by their words, with numbers before them or not."""
    page = body(f'<ul>{links}</ul><h2 id="a">旧桥</h2><p>文。</p><h2 id="b">新桥</h2><p>文。</p>')
    assert contents_in(page, Amounts(page)) == ([page[0]] if expected else [])


PLAYERS = (
    '<div class="a1"><h3>精彩视频推荐</h3><i>自动播放开关</i> 自动播放<p>正在加载...</p><p>&lt; &gt;</p>'
    '<div><a href="v.html">船在雾里怎样靠岸？</a></div></div>',
    "<div><span>播放</span><span>暂停</span><span>00:00</span>/<span>03:20</span><span>倍速</span></div>",
    "<div><em>全屏</em><ul><li>高清</li><li>標清</li></ul><p>正在播放：</p><a href='v.html'>渡口的早晨</a></div>",
    '<div class="xgplayer-skin"><p>渡口的早晨</p></div>',
)


@pytest.mark.parametrize("player", PLAYERS)
def test_players_are_the_sites(player: str) -> None:
    """A box of a player goes whole, known by its buttons whatever it is called, or by its name."""
    page = body(f"<p>{TEXT}</p>{player}<p>{TEXT}</p>")
    clear(page, Amounts(page))
    assert words(page) == TEXT + TEXT


@pytest.mark.parametrize(
    "box",
    [
        "<div><p>播放</p><p>老人按下了收音机上的钮。</p></div>",
        "<div><video></video><p>渡口的清晨。柳溪 摄</p></div>",
        "<div><b>正在加载</b>的货船停在码头上。</div>",
    ],
)
def test_what_only_sounds_like_a_player(box: str) -> None:
    """Words of a story beside one that a button has; a video's caption."""
    page = body(f"<p>{TEXT}</p>{box}<p>{TEXT}</p>")
    whole = words(page)
    clear(page, Amounts(page))
    assert words(page) == whole
