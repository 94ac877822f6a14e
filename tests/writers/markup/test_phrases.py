"""A headline is broken between words, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.writers.markup.phrases import SPREAD, closed_up, is_solid, names_set, phrased, phrases, tied
from tests.strategies import CHARACTERS

CASES = [
    ("海州把最好的岸线还给城市", "海州|把最好的|岸线|还给|城市"),
    ("南溪青農返鄉　把芒果園變教室", "南溪|青農返鄉　|把芒果園|變教室"),
    ("在中国与世界之间", "在中国|与世界之间"),
    ("AI时代的2021年：5G走进千家万户", "AI|时代的|2021年：|5G|走进|千家万户"),
    ("“点名船”靠岸（见闻）", "“点名船”|靠岸|（见闻）"),
    ("渡口……停运&amp;改道", "渡口……|停运|&amp;|改道"),
    ("二〇二四年度防汛工作", "二〇二四|年度|防汛|工作"),
    ("第5届海洋节开幕", "第5届海洋节|开幕"),
    ("1. 渡口的船不再等人", "1. |渡口的船|不再等人"),
    ("路", "路"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_lines_are_broken_between_words(text: str, expected: str) -> None:
    """Marks cling to their words, a number to what it counts, a lone character to its neighbour."""
    assert "|".join(phrases(text)) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(CHARACTERS, max_size=40))
def test_parts_are_the_whole_text(text: str) -> None:
    """No part is empty and none is lost."""
    assert "".join(phrases(text)) == text
    assert "" not in phrases(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报记者 周砚青 柳  溪", "本报记者　周砚青　柳~溪"),
        ("高 远 尹书 J. Smith", "高~远　尹书 J. Smith"),
        ("步道。 柳　溪摄", "步道。 柳~溪摄"),
        ("记者王 明", "记者王　明"),
    ],
)
def test_names_stand_apart_and_whole(text: str, expected: str) -> None:
    """A wide-set name has a blank in which no line is broken (here ~), narrower than what stands between names."""
    assert names_set(text, apart=True).replace("\u00a0", "~") == expected


def test_mark_up_stays_whole() -> None:
    """Tags and the places of notes are not cut, and a short heading has no places."""
    markup = '<em title="中国世界">新桥昨日</em>\0[12\0]通车两岸居民同行'
    assert phrased(markup, "<wbr>") == '<em title="中国世界">新桥|昨日</em>\0[12\0]通车|两岸|居民|同行'.replace(
        "|", "<wbr>"
    )
    assert phrased("渔港小城的新航线", "<wbr>") == "渔港小城的新航线"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安娜·海因莱因", "安[娜·]海因莱因"),
        ("每天1—2次，18～20度", "每天[1—]2次，1[8～]20度"),
        ("桥通了——两岸都看见了", "桥通了——两岸都看见了"),
        ("· 甲&amp;·乙", "· 甲&amp;·乙"),
        ("没有这些标点", "没有这些标点"),
    ],
)
def test_marks_between_names_and_numbers_begin_no_line(text: str, expected: str) -> None:
    """Each is tied to the character before it; a dash of two ems is left to the browser."""
    assert tied(text) == expected.replace("[", '<span class="tied">').replace("]", "</span>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("逆 流 而 上", "逆流而上"),
        ("渔　　港", "渔港"),
        ("春 潮 涌　百舸争流", "春潮涌　百舸争流"),
        ("潮起 南湾", "潮起 南湾"),
        ("南湾 晴", "南湾 晴"),
        ("A B C", "A B C"),
    ],
)
def test_what_is_set_wide_is_closed_up(text: str, expected: str) -> None:
    """Characters that stand apart are one word, whatever the page's width; blanks between words stay."""
    assert closed_up(text) == expected


@given(st.text("渔港 a\u3000\xa0\t\n，", max_size=12))
def test_a_solid_text_has_nothing_to_close_up(text: str) -> None:
    """It is told quickly, and neither a headline nor a name of it was set wide."""
    assert is_solid(text) == (text == "".join(text.split()))
    if is_solid(text):
        assert (SPREAD.search(text), names_set(text, apart=True)) == (None, text)
