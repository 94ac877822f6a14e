"""What a site prints around its articles is known by its words, in both scripts."""

import pytest

from converter.press.sites import (
    begins_list,
    is_comments_title,
    is_control,
    is_list_title,
    is_paging,
    is_site_line,
    leads_elsewhere,
    waits,
    without_way_back,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("赞 12 在看 5", True),
        ("閱讀 1.2萬 評論 33", True),
        ("赞 12", False),
        ("收录于合集 #渡口 12个", True),
        ("点赞 收藏 分享", True),
        ("Copyright © 2024 江南网 All Rights Reserved", True),
        ("本文图片均来自网络，如有侵权请联系删除", True),
        ("本文圖片均來自網路，如侵權請聯繫刪除", True),
        ("他说，侵权的书已经删除。", False),
        ("分享是他的习惯，他说。", False),
    ],
)
def test_whole_lines(text: str, expected: bool) -> None:
    """Counts in a row, buttons, claims of rights; one count alone may be anything."""
    assert is_site_line(text) is expected


def test_rows_of_pages_and_players() -> None:
    """Numbers are the ways to other pages only where they are links; a player shows its time."""
    assert [is_paging("1 2 3", link) for link in (True, False)] == [True, False]
    assert is_paging("上一页 1 2 下一页", False)
    assert (is_control("0:00 / 3:20"), waits("加載中…"), waits("加载的货船停在码头")) == (True, True, False)
    assert all(map(waits, ("影片載入中...自動播放", "正在載入圖片", "内容加载失败，点击重试", "评论加载中")))
    assert [is_control(text) for text in ("720p 高清 0.5x", "跳過廣告", "图片", "广告")] == [True, True, False, False]
    assert (leads_elsewhere("推广：新茶上市"), leads_elsewhere("渡口的早晨")) == (True, False)


def test_the_way_back() -> None:
    """A button at the end of a line of text is no text."""
    assert without_way_back("船队回港。返回海湾网首页>>") == "船队回港。"
    assert without_way_back("他返回家乡。") == "他返回家乡。"


@pytest.mark.parametrize(
    ("text", "begins", "whole"),
    [
        ("相关阅读", True, True),
        ("◆熱門推薦", True, True),
        ("相关链接：渡口", True, False),
        ("为您推荐 ", True, True),
        ("本网热门：", True, True),
        ("相关部门", False, False),
        ("最新一班船", False, False),
        ("阅读", False, False),
    ],
)
def test_titles_of_lists(text: str, begins: bool, whole: bool) -> None:
    """One begins with a word for other articles, and what follows is a word for articles or nothing."""
    assert (begins_list(text), is_list_title(text)) == (begins, whole)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("网友评论", True),
        ("網友評論（3）", True),
        ("全部评论 12条 最热 最新", True),
        ("评论列表", True),
        ("評論 (0)", True),
        ("3条评论", True),
        ("我要留言", True),
        ("更多 5 个回答", True),
        ("阅读下一篇", True),
        ("评论", False),
        ("本报评论", False),
        ("网友评论说桥很宽", False),
        ("留言", False),
    ],
)
def test_titles_of_comments(text: str, expected: bool) -> None:
    """A bare word for comments is none: a paper's column is called so."""
    assert is_comments_title(text) is expected
