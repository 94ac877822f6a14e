"""What a site prints around a text is furniture, though it was taken for a title or text."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.around import around
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("长按识别二维码关注\n水管换了。\n", "headline", {0: "furniture", 1: "paragraph"}),
        ("長按識別二維碼關注\n水管換了。\n", "subhead", {0: "furniture", 1: "paragraph"}),
        ("打开海湾晚报客户端看更多图片\n水管换了。\n", "caption", {0: "furniture", 1: "paragraph"}),
        ("要闻、图片，尽在海湾晚报APP\n水管换了。\n", "subhead", {0: "furniture", 1: "paragraph"}),
        ("海湾晚报客户端今日上线\n水管换了。\n", "headline", {}),
        ("扫码点菜惹人烦\n水管换了。\n", "headline", {}),
        ("点击上方就能看见，他说。\n水管换了。\n", "paragraph", {}),
    ],
)
def test_asking(text: str, role: str, expected: dict[int, str]) -> None:
    """A title that asks the reader to press something is furniture, the text beside it none; one on apps stays."""
    readings = [Reading(STATES.index((Role(one), "block")), 0.9, None) for one in (role, "paragraph")]
    assert {told.place: told.role.value for told in around(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        ("新聞 ＞國際財經\n渡口銀號開業\n", "headline deck", {0: "furniture", 1: "headline"}),
        ("当前位置：首页 > 新闻中心 > 正文\n渡口银号开业\n", "kicker headline", {0: "furniture"}),
        ("首页»要闻»\n渡口银号开业\n", "paragraph headline", {0: "furniture"}),
        ("渡口银号开业，存户上门。\n首页 > 新闻\n", "paragraph subhead", {}),
        ("3>2，渡口队赢了\n渡口银号开业\n", "kicker headline", {}),
    ],
    ids=["traditional", "named", "open", "below-the-text", "a-score"],
)
def test_the_way_to_a_page(text: str, roles: str, expected: dict[int, str]) -> None:
    """What says above the text where on a site the page is, is no headline."""
    readings = [Reading(STATES.index((role, "block")), 0.9, None) for role in roles.split()]
    assert {told.place: told.role.value for told in around(source_of(text).lines, readings)} == expected


def test_the_foot_of_a_site() -> None:
    """Buttons, labels and claims below the text are furniture; the same words above it are not."""
    text = "渡口银号开业\n存户上门。\n标签：渡口 银号\n相关阅读\n版权声明：未经许可不得转载。\n"
    roles = ("headline", "paragraph", "signature", "signature", "paragraph")
    readings = [Reading(STATES.index((role, "block")), 0.9, None) for role in roles]
    assert [told.place for told in around(source_of(text).lines, readings)] == [4, 3, 2]
    keywords = source_of("渡口银号开业\n关键词：渡口 银号\n存户上门。\n").lines
    assert list(around(keywords, [readings[0], readings[2], readings[1]])) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("灯修好了。\n往期推荐\n● 红色预警！明天停课\n● 蝉为什么叫\n点个“在看”吧！\n", [2, 3, 4]),
        ("燈修好了。\n相關閱讀\n明天停課\n蟬為什麼叫\n誰在叫\n", [2, 3, 4]),
        ("灯修好了。\n相关阅读\n明天停课\n蝉叫了一夏天。今年尤其响。\n谁在叫\n", []),
        ("灯修好了。\n★本版新闻★\n明天停课\n蝉为什么叫\n版权声明 本网内容，不得转载。\n", [2, 3, 4]),
        ("灯修好了。\n旧灯新事\n明天停课\n蝉为什么叫\n谁在叫\n", []),
    ],
    ids=["bullets", "traditional", "a-text-below", "claim-below", "no-list"],
)
def test_other_stories(text: str, expected: list[int]) -> None:
    """What stands below the name of such a list to the end is titles of other stories."""
    readings = [
        Reading(STATES.index((role, "block")), 0.9, None) for role in ("paragraph", "furniture", *["paragraph"] * 3)
    ]
    assert sorted(told.place for told in around(source_of(text).lines, readings)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("海湾晚报微信公众号", "furniture"), ("海灣日報客戶端", "furniture"), ("我市推出健康公众号", None)],
)
def test_the_name_of_a_channel(name: str, expected: str | None) -> None:
    """Above a title it is furniture, and what was taken for its deck the headline."""
    readings = [Reading(STATES.index((role, "block")), 0.9, None) for role in ("headline", "deck", "paragraph")]
    told = {
        each.place: each.role.value for each in around(source_of(f"{name}\n末班车改道\n车开了。\n").lines, readings)
    }
    assert told == ({0: expected, 1: "headline"} if expected else {})
