"""What a site puts around and into an article is known by its words, in both scripts."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from converter.model import Form, Run
from converter.readers.html.draft import Draft
from converter.readers.html.furniture import holds_others, is_line, is_site_named, without_links_at_end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打印 | 关闭", False),
        ("【打印】【关闭窗口】", True),
        ("打印 大 中 小", True),
        ("打印的书页有一股墨香", False),
        ("分享到：朋友圈", True),
        ("分享文章", True),
        ("分享是他的习惯，他说。", False),
        ("点击加载更多", True),
        ("展開全文", True),
        ("閱讀原文", True),
        ("“阅读全文”", True),
        ("阅读全文的人不多，他说，多数人只看头两行就放下了。", False),
        ("微信扫一扫分享", True),
        ("長按下方圖片", True),
        ("请继续往下阅读…", True),
        ("返回首页", True),
        ("返回江南网首页>>", True),
        ("返回家乡", False),
        ("点击进入专题>>", True),
        ("本帖最后由 白鹭 于 2024-5-16 编辑", True),
        ("关键词：桥；渡口", True),
        ("標籤：橋", True),
        ("标签贴在船头", False),
        ("上一篇：渡口的早晨", True),
        ("下一則", True),
        ("阅读 1.2万+", True),
        ("閱讀 3萬", True),
        ("点我下载江南新闻客户端", True),
        ("打开江南新闻客户端，扫码下载。", False),
        ("不用抽 不用搶 現在看新聞 點我下載APP 按我看辦法", True),
        ("相关阅读", True),
        ("【相關新聞】", True),
        ("▼大家都在看▼", True),
        ("相关部门表示，桥已修好。", False),
        ("热门", True),
        ("声明：本文观点与平台无关", True),
        ("免責聲明：轉載文章的版權歸原作者", True),
        ("他发表声明：桥明天通车。", False),
        ("未经授权，禁止转载", True),
        ("未經許可 請勿轉載", True),
        ("本文系江南网独家稿件，未经授权不得转载。", True),
        ("版权所有 江南网", True),
        ("© 江南网", True),
        ("本网讯 记者今天在渡口看到", False),
        ("上一页 1 2 3 下一页", True),
        ("共 3 頁", True),
        ("1 2 3", False),
        ("余下全文", True),
        ("正在加载...", True),
        ("加載中…", True),
        ("正在加载的货船停在码头。", False),
        ("0:00 / 3:20", True),
        ("您的浏览器不支持 video 标签", True),
        ("正在播放：渡口的早晨", True),
        ("打开江南APP，查看更多", True),
        ("打开江南APP，她看见了渡口的照片", False),
        ("播放", False),
        ("【未经授权，不得转载、摘编等。】", True),
        ("精彩视频推荐", True),
        ("船队今早出海，傍晚回港。", False),
    ],
)
def test_lines(text: str, expected: bool) -> None:
    """Buttons, labels, claims and titles of lists are the site's; a sentence that begins like one is the article's."""
    assert is_line(Draft([Run(text)])) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 2 3", True),
        ("推广：新茶上市", True),
        ("延伸閱讀 渡口的早晨", True),
        ("更多渡口的故事", True),
        ("渡口的早晨", False),
    ],
)
def test_lines_that_are_links(text: str, expected: bool) -> None:
    """A link may say that it leads elsewhere with fewer words."""
    assert is_line(Draft([Run(text)], links=((text, "b.html"),))) is expected
    assert is_line(Draft([Run(text)])) is False


def test_a_row_of_a_table_is_data() -> None:
    """What a table, a quotation or a program says is the article's, whatever the words."""
    assert [is_line(Draft([Run("打印")], form=form)) for form in (None, Form.ITEM, Form.ROW, Form.QUOTE)] == [
        True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("element", "site", "others"),
    [
        ('<div class="comment-list"/>', True, True),
        ('<div id="commentBox"/>', True, True),
        ('<ul class="hot_news"/>', True, True),
        ('<div class="share-bar"/>', True, False),
        ('<div class="Copyright"/>', True, False),
        ('<div class="ad"/>', True, False),
        ("<nav/>", True, False),
        ('<div role="navigation"/>', True, False),
        ('<p aria-labelledby="share"/>', True, False),
        ('<div class="article-body"/>', False, False),
        ('<div class="shade"/>', False, False),
        ('<div class="headline"/>', False, False),
    ],
)
def test_names_of_elements(element: str, site: bool, others: bool) -> None:
    """Class, id and role tell; a name counts as a word of its own, not inside another."""
    found = fragment_fromstring(element)
    assert (is_site_named(found), holds_others(found)) == (site, others)


def test_links_at_the_end() -> None:
    """Two or more links to other articles at the end go; one stays, and so do a heading and a file."""

    def link(text: str, address: str = "b.html") -> Draft:
        return Draft([Run(text)], links=((text, address),))

    text, one, other, file = Draft([Run("船队出海。")]), link("渡口"), link("码头"), link("表", "a.pdf")
    lines = [
        ([text, one, other], [text]),
        ([text, one], [text, one]),
        ([text, file, one, other], [text, file]),
        ([one, other], [one, other]),
    ]
    assert [without_links_at_end(given) for given, _ in lines] == [kept for _, kept in lines]
