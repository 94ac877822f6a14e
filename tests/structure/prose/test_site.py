"""Lines of a web site are furniture in a novel, and the text around them stays as it is."""

import pytest

from converter.readers.text import source_of
from converter.structure import detect_structure

SITE = (
    "飞鹭书屋 www.feilu-example.net 最快更新",
    "ｗｗｗ．ｆｅｉｌｕ-ｅｘａｍｐｌｅ．ｎｅｔ",
    "（本章未完，请点击下一页继续阅读）",
    "飞-鹭-书-屋",
    "请记住本书首发域名：feilu-example。手机版阅读网址：m.feilu-example",
    "請記住本站域名：飛鷺書屋",
)
TEXT = ("“上来吧。”船家说，“我等你很久了。”", "他又喊了一声。这一次，雾里有了灯。", "“差你。”")


@pytest.mark.parametrize("line", SITE)
def test_a_line_of_the_site(line: str) -> None:
    """It is furniture, joined to nothing, and no paragraph goes with it."""
    lines = ["第一章 夜渡", *TEXT, line, *TEXT, SITE[0], "第二章 船上", *TEXT]
    found = {block.text: block.role.value for block in detect_structure(source_of("\n".join(lines))).blocks()}
    assert found == {
        "第一章 夜渡": "headline",
        "第二章 船上": "headline",
        line: "furniture",
        SITE[0]: "furniture",
        **dict.fromkeys(TEXT, "paragraph"),
    }


@pytest.mark.parametrize(
    "line",
    [
        "“你记住本站的规矩，先收钱，再上船。”船家说。",
        "他把收藏的三盏灯都点上了。",
        "飞-鹭",
        "墙上贴着一张广告，写的是渡船的价钱。",
    ],
)
def test_text_that_speaks_of_it(line: str) -> None:
    """Speech and sentences are text, whatever they speak of."""
    lines = ["第一章 夜渡", *TEXT, line, *TEXT, "第二章 船上", *TEXT]
    found = {block.text: block.role.value for block in detect_structure(source_of("\n".join(lines))).blocks()}
    assert found[line] != "furniture"
