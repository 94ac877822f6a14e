"""A folio line that tells nothing of an issue is a title's first line, if in doubt; a credit makes a caption."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.unfit import unfit


@pytest.mark.parametrize(
    ("text", "sure", "expected"),
    [
        ("渡口銀號\n昨日開會\n", 0.5, {0: "kicker", 1: "headline"}),
        ("渡口银号\n昨日开会\n", 0.9, {}),
        ("5月7日\n昨日开会\n", 0.5, {}),
        ("第3版\n昨日开会\n", 0.5, {}),
        ("渡口银号昨日开会。\n昨日开会\n", 0.5, {}),
    ],
    ids=["an-organ", "sure", "a-day", "a-page", "a-sentence"],
)
def test_unfit(text: str, sure: float, expected: dict[int, str]) -> None:
    """The line above a title that was taken for a folio."""
    readings = [Reading(STATES.index((role, "block")), sure, None) for role in (Role.FOLIO, Role.HEADLINE)]
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "below", "expected"),
    [
        ("渡口一处围起的路口。 Photo: Lin Yifan/Haiwan Images\n水管换了。\n", "block", {0: "caption"}),
        ("渡口一處圍起的路口。江帆攝\n水管換了。\n", "block", {0: "caption"}),
        ("渡口的水管由海湾公司提供\n，已经换了。\n", "line", {}),
        ("渡口一处围起的路口。\n水管换了。\n", "block", {}),
    ],
    ids=["an-agency", "traditional", "goes-on", "no-credit"],
)
def test_credited(text: str, below: str, expected: dict[int, str]) -> None:
    """A paragraph of one line that says whose the picture is; one that goes on says something else."""
    readings = [Reading(STATES.index((Role.PARAGRAPH, opens)), 0.9, None) for opens in ("block", below)]
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


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
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


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
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected
