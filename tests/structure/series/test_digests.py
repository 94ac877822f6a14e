"""A digest's titles are headlines of one level; a story's subheads stay subheads."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.series.digests import digest, items, parts

DIGEST = (
    "渡口封航三小时\n旧码头今天凌晨封航检修，轮渡改靠石桥。\n修表人当选工匠\n修了四十年钟表的周守正昨天当选本市年度工匠。\n"
    "書店搬家\n開了三十年的東門舊書鋪下月遷往北港新址。\n"
)
STORY = (
    "渡口封航三小时\n渡口今天凌晨封航检修，轮渡改靠石桥。\n为什么封航\n渡口的浮桥去年撞坏，封航检修才能换链。\n"
    "多久开航\n渡口的浮桥换链以后，轮渡就能开航。\n"
)


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        (DIGEST, "headline paragraph subhead paragraph subhead paragraph", [0, 2, 4]),
        ("渡口晨报\n" + DIGEST, "folio headline paragraph subhead paragraph headline paragraph", [1, 3, 5]),
        (DIGEST, "headline paragraph headline paragraph headline paragraph", []),
        (DIGEST, "headline lead subhead paragraph subhead paragraph", []),
        (STORY, "headline paragraph subhead paragraph subhead paragraph", []),
    ],
    ids=["subheads", "below-a-folio", "alike-already", "a-lead", "a-story"],
)
def test_digest(text: str, roles: str, expected: list[int]) -> None:
    """A title and a paragraph, again and again, each of another matter."""
    readings = [Reading(STATES.index((Role(role), "block")), 0.9, None) for role in roles.split()]
    assert [told.place for told in digest(source_of(text).lines, readings)] == expected


OF_A_DAY = (
    "渡口凌晨封航三小时检修\n海州市的渡口今天凌晨封航，工人检修浮桥的铁链，换下锈坏的两段，三小时后轮渡恢复开行，早班乘客没有耽误。\n"
    "{second}\n海州市总工会昨天表彰本年度工匠，修了四十年钟表的老师傅名列其中，他带出的六个徒弟也到场为他献花。\n"
    "{third}\n在东门开了三十年的书铺说，房租涨了一倍，只好另觅地方，海州市的老读者这几天排着队替店主把书装进纸箱。\n"
    "老城区夜市延长到零点收摊\n据市容部门消息，从周五起夜市多开两个钟头，末班公交也跟着延后，摊主须在收摊前把垃圾分好类送到海州市各站点。\n"
    "北港灯塔对游人开放参观\n建成百年的灯塔周末起接待游人，一天只放两百人登塔看海，门票要提早三天在海州市的文旅网页上预约。\n"
)


@pytest.mark.parametrize(
    ("second", "third", "expected"),
    [
        ("修表人当选年度工匠称号", "旧书铺下月搬到北港新址", [0, 2, 4, 6, 8]),
        ("渡口封航期间轮渡改靠处", "渡口凌晨检修浮桥怎么办", []),
    ],
    ids=["a-day", "a-story"],
)
def test_a_digest_of_one_day(second: str, third: str, expected: list[int]) -> None:
    """The day's news shares its places; a story's title comes again in its parts."""
    roles = (Role.HEADLINE, Role.PARAGRAPH, *(Role.SUBHEAD, Role.PARAGRAPH) * 4)
    readings = [Reading(STATES.index((role, "block")), 0.9, None) for role in roles]
    lines = source_of(OF_A_DAY.format(second=second, third=third)).lines
    assert [told.place for told in digest(lines, readings)] == expected


ITEMS = [f"{title}\n{text}" for title, text in zip(DIGEST.split("\n")[::2], DIGEST.split("\n")[1::2], strict=False)]
PARTS = [f"{title}\n{text}" for title, text in zip(STORY.split("\n")[::2], STORY.split("\n")[1::2], strict=False)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["一周要闻", *ITEMS], {1: "headline", 3: "headline", 5: "headline"}),
        (ITEMS, {0: "headline", 2: "headline", 4: "headline"}),
        (["渡口为什么封航", *PARTS], {1: "subhead", 3: "subhead", 5: "subhead"}),
        (PARTS, {}),
        (["一周要闻", *ITEMS[:2]], {}),
        ([*ITEMS, "完"], {}),
    ],
    ids=["below-a-title", "alone", "a-story", "a-story-alone", "two", "another-line-below"],
)
def test_items_set_apart(texts: list[str], expected: dict[int, str]) -> None:
    """A blank line above each title and none below it tells items."""
    lines = source_of("\n\n".join(texts)).lines
    told = {told.place: told.role.value for told in items(lines)}
    assert {place: role for place, role in told.items() if role != "paragraph"} == expected


NUMBERED = (
    "{above}\n\n01 修船\n旧船换了新板，又下了水。\n\n02 补网\n網破了三處，補了半天。\n\n03 点灯\n塔上的灯亮到天明。\n"
)


@pytest.mark.parametrize(
    ("above", "expected"),
    [("渡口一日\n记者在渡口住了一天。", "subhead"), ("渡口晨讯", "headline")],
    ids=["below-a-text", "below-a-name"],
)
def test_numbered_items(above: str, expected: str) -> None:
    """Items that are counted from one below a whole sentence are parts of a story, whatever each speaks of."""
    told = items(source_of(NUMBERED.format(above=above)).lines)
    assert [each.role.value for each in told if each.role is not Role.PARAGRAPH] == [expected] * 3


@pytest.mark.parametrize(
    ("above", "expected"),
    [("记者在渡口住了一天。", {1: "subhead", 2: "paragraph", 3: "subhead", 4: "paragraph"}), ("渡口簡訊", {})],
    ids=["below-a-text", "below-a-name"],
)
def test_parts(above: str, expected: dict[int, str]) -> None:
    """So are those that were read as a brief column's."""
    lines = source_of(f"{above}\n1 修船\n旧船下了水。\n2 補網\n補了半天。\n").lines
    states = [(Role.LEAD, "block"), *(("brief_headline", "block"), ("brief_paragraph", "block")) * 2]
    found = parts(lines, [Reading(STATES.index(state), 0.9, None) for state in states])
    assert {told.place: told.role.value for told in found} == expected
