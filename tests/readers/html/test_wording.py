"""How the head and the foot of an article are worded, in both scripts."""

from collections.abc import Callable
from re import Pattern

import pytest

from converter.readers.html import wording


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (wording.information, "发布于上午 發布日期 编辑 編輯 審核", "渡口 码头"),
        (wording.medium, "临江日报 海灣新聞 南湾发布 港声客户端 臨江電視臺", "渡口 柏青禾"),
        (wording.credit, "图源：海湾网 圖片來源 图片提供", "图为新桥 供图"),
        (wording.editor, "责任编辑：江帆 （責編：江帆 【责编:江帆", "编辑：江帆 责任编辑江帆"),
        (wording.foot, "来源：海湾网 （責任編輯：江帆） 作者：江帆 原标题：桥", "作者最新文章 桥来源 来源：桥。在北岸"),
        (wording.crumbs, "首页 当前位置：新闻 临江网首页>要闻 您現在", "临江网首页 在首页上"),
        (wording.label, "原创 快訊", "渡口"),
        (wording.byline, "□本报江帆 本報江帆 特约江帆 特約江帆 文/图 文：江帆", "特区通车 约定 本区江帆 图文"),
        (wording.beside_a_paper, "海湾晚报／记者 江帆/海灣時報", "江帆/渡口 海湾晚报记者"),
        (wording.shows, "桥通了。 江帆摄 圖為新橋 ▲新桥", "渡口 桥通了"),
        (wording.published, "发布时间 發布時間 發佈時間", "发布 时间"),
        (wording.tool, "【纠错】 [关闭] 【打印】", "纠错 【桥】"),
    ],
)  # fmt: skip
def test_what_a_line_begins_with_or_has(pattern: Callable[[], Pattern[str]], yes: str, no: str) -> None:
    """Each word tells what its line is, and like words do not."""
    search = (
        pattern().search
        if pattern in (wording.information, wording.medium, wording.crumbs, wording.byline, wording.shows)
        else pattern().match
    )
    assert dict.fromkeys(yes.split(), True) == {word: search(word) is not None for word in yes.split()}
    assert dict.fromkeys(no.split(), False) == {word: search(word) is not None for word in no.split()}


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (wording.paper, "临江日报 海灣新聞網 南湾观察 臨江電視臺", "柏青禾 报 临江日报记者"),
        (wording.next_page, "下一页 [下一頁] 余下全文>>", "下一站 上一页"),
        (wording.button, "分享 分享到 評論(12) 字号 大 128人评论 上一篇 返回首页", "渡口 分享会 大桥通车了 上一次"),
        (wording.button, "点击关注 【收藏】 A+ | 我要留言 舉報", "渡口【收藏】 A座"),
    ],
)  # fmt: skip
def test_what_a_line_is_from_end_to_end(pattern: Callable[[], Pattern[str]], yes: str, no: str) -> None:
    """A button's word may have a few characters after it, and no more."""
    assert dict.fromkeys(yes.split(), True) == {word: pattern().fullmatch(word) is not None for word in yes.split()}
    assert dict.fromkeys(no.split(), False) == {word: pattern().fullmatch(word) is not None for word in no.split()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("来源：海湾日报", "海湾日报"), ("稿源: 《临江晚报》", "临江晚报"), ("文章來源 海灣網 2024", "海灣網"),
        ("来源：海湾日报 作者：江帆", "海湾日报"),
        ("来源：作者：江帆", None), ("圖片來源：海灣網", None), ("资料来源：海湾站", None), ("本报来源广泛", None),
    ],
)  # fmt: skip
def test_a_source_is_named_after_its_label(text: str, name: str | None) -> None:
    """A sign or a blank stands between, and another label is no name."""
    found = wording.source().search(text)
    assert name == (found[1] if found else None)


def test_noise_in_a_line() -> None:
    """Counters and sizes of type go, what is said beside them stays."""
    text = "2024-05-16 字号：大 中 小 浏览次数：128 分享到：微信 微博"
    assert wording.noise().sub("", text).split() == ["2024-05-16"]
    assert wording.noise().sub("", "江帆 閱讀量 35") == "江帆 "
    assert wording.noise().sub("", "他阅读12本书") == "他阅读12本书"


def test_a_day_after_a_word_for_it() -> None:
    """With eight to 24 characters after it."""
    found = wording.dated().search("更新 發布：2024-05-16 10:00")
    assert found is not None and found[0].startswith("發布：2024-05-16")
    assert wording.dated().search("发布：上午") is None
