"""A bulletin's summary is known by its titles, which come again below."""

import pytest

from converter.readers.text import source_of
from converter.structure.series.summaries import summary

SUMMARY = """江海晚间新闻
1.跨海供水二期开工；
2.白鹭保护区添新站；
3.渡口停航 码头改道；
4.本地快讯：
（1）书铺搬家；
（2）旧桥换链。
"""
BODY = """跨海供水二期开工
江海台消息：二期工程今天开工。
白鹭保护区添新站
江海台消息：两处观测站今天启用。
渡口停航
江海台消息：渡口今起停航。
码头改道
轮渡改靠北岸。
本地快讯
书铺搬家
书铺下月搬到城东。
旧桥换链
旧桥今晚换链。
"""
EXPECTED = [
    ("1.跨海供水二期开工；", "column_note", "block"),
    ("2.白鹭保护区添新站；", "column_note", "block"),
    ("3.渡口停航 码头改道；", "column_note", "block"),
    ("4.本地快讯：", "column_note", "block"),
    ("（1）书铺搬家；", "column_note", "block"),
    ("（2）旧桥换链。", "column_note", "block"),
    ("跨海供水二期开工", "headline", "article"),
    ("白鹭保护区添新站", "headline", "article"),
    ("渡口停航", "headline", "article"),
    ("码头改道", "subhead", "block"),
    ("本地快讯", "column_title", "article"),
    ("书铺搬家", "headline", "block"),
    ("旧桥换链", "headline", "block"),
]


def told(text: str) -> list[tuple[str, str, str | None]]:
    lines = source_of(text).lines
    return [(lines[place].text, str(role), opens and str(opens)) for place, role, opens, _ in summary(lines)]


def test_the_summary() -> None:
    """Its entries are notes; what repeats one is a headline, an item's where the entry stands under another."""
    assert told(SUMMARY + BODY) == EXPECTED


def test_in_traditional_characters() -> None:
    """Other numbers and other marks do as well."""
    titles = ("渡口封航", "書鋪搬家", "舊橋換鏈")
    entries = "".join(f"{number}、{title};\n" for number, title in zip("一二三", titles, strict=True))
    text = entries + "".join(f"{title}\n今晨{title}，明天再說。\n" for title in titles)
    assert [role for _, role, _ in told(text)] == ["column_note"] * 3 + ["headline"] * 3


def test_an_entry_over_two_lines() -> None:
    """What stands below a colon without a number is of the entry above."""
    text = SUMMARY.replace("跨海供水二期开工；", "晚间快评：\n把水送到岛上；") + BODY.replace(
        "跨海供水二期开工", "晚间快评：把水送到岛上"
    )
    assert ("晚间快评：把水送到岛上", "headline", "article") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "本条例所称渔港包括：\n（一）码头；\n（二）锚地；\n（三）避风塘。\n渔港由县级政府管理。\n",
        SUMMARY + BODY.replace("\n", "，\n"),
        "渡口\n",
    ],
    ids=["a-law", "nothing-comes-again", "one-line"],
)
def test_no_summary(text: str) -> None:
    assert told(text) == []
