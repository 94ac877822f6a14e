"""No line of a headline is broken inside a word or a name, in either script."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.writers.markup.words import begins, words
from tests.strategies import CHARACTERS

CASES = {
    "foreign names": [
        ("总理塔尔贝恩会见渔民代表", "总理|塔尔贝恩|会见|渔民|代表"),
        ("歐爾貝恩訪問南灣", "歐爾貝恩|訪問|南灣"),
        ("埃琳娜·博尔蒂谈海洋保护", "埃琳娜·博尔蒂|谈海洋|保护"),
        ("委托安娜·博尔蒂办展", "委托|安娜·博尔蒂|办展"),
    ],
    "Chinese names": [
        ("陈砚秋主持防汛会议", "陈砚秋|主持|防汛|会议"),
        ("周墨言與沈青棠同台", "周墨言|與沈青棠|同台"),
    ],
    "places": [
        ("中澳省州代表来访", "中澳省州|代表|来访"),
        ("中俄蒙三方会谈", "中俄蒙|三方|会谈"),
        ("青岛绘就高质量发展新蓝图", "青岛|绘就|高质量|发展|新蓝图"),
    ],
    "numbers": [
        ("三十五名渔民获救", "三十五名|渔民|获救"),
        ("第三次大会闭幕", "第三次|大会|闭幕"),
    ],
    "what goes with a neighbour": [
        ("渔民调高船帆", "渔民|调高|船帆"),
        ("灯塔美不美大家说", "灯塔|美不美|大家说"),
        ("需要人道救助", "需要|人道|救助"),
        ("为了", "为了"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [case for cases in CASES.values() for case in cases])
def test_what_is_one_stays_whole(text: str, expected: str) -> None:
    """The dictionary's words, names and numbers that it lacks, and what clings to them."""
    assert "|".join(words(text)) == expected


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        st.one_of(st.sampled_from("马克里斯中澳美的在与第三十五·李王国高好就"), CHARACTERS), min_size=1, max_size=30
    )
)
def test_parts_are_the_whole_text(text: str) -> None:
    """No part is empty and none is lost."""
    assert "".join(words(text)) == text
    assert "" not in words(text)


def test_what_begins_something_goes_on() -> None:
    """A preposition goes with a number behind it, in both scripts; a noun does not."""
    assert [begins(word) for word in ("与", "與", "第", "渔民")] == [True, True, True, False]
