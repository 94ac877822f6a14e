"""Words by their place in a line: each threshold just below it and just at it."""

import pytest

from converter.structure.cues.vocabulary import (
    ends_as_a_credit,
    ends_in_a_post,
    heads_of,
    is_places,
    opens_with_a_place,
    words_in,
)
from tests.structure.made import cues_of, of_length


def test_a_long_caption_ends_in_its_credit() -> None:
    text = (
        "从渡口望出去，新渡轮正从两座灯塔中间开过，船尾拖着一道长长的白浪，岸上送行的人还在挥手，"
        "孩子们追着船跑到了栈桥的尽头，海鸥跟在船后面。"
    )

    assert "ends as credits do" in cues_of(f"{text}港务处提供", text)
    assert "ends as credits do" not in cues_of(text, text)


@pytest.mark.parametrize(
    ("text", "alike", "cue"),
    [
        ("图为渡口", "图甲渡口", "begins like a caption"),
        ("责编：甲", "责乙：甲", "says who made the page"),
        ("责　编：甲", "责　乙：甲", "says who made the page"),
        ("海州快讯", "海州甲讯", "ends like a slot name"),
        ("渡口记者早晨", "渡口记甲早晨", "names a post"),
        ("图片新闻", "图片甲", "is a slot name"),
        ("图片　新闻", "图片　甲", "is a slot name"),
    ],
)
def test_words_count_in_their_place(text: str, alike: str, cue: str) -> None:
    """At the head, the start, the end, anywhere, or as the whole, and nowhere else. Starts may be set wide."""
    elsewhere = {"names a post": "渡口早晨"}.get(cue, f"渡口{text}早晨")

    assert [cue in words_in(each) for each in (text, alike, elsewhere)] == [True, False, False]


def test_a_cue_is_said_once() -> None:
    """However many of its words a line has."""
    found = words_in("渡口记者通讯员评论员早晨")

    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江余姚", True),
        ("浙江余姚市", True),
        ("浙江余姚乡", True),
        ("浙江余", False),
        ("浙江余姚市镇", False),
        ("渡口余姚", False),
        ("浙江图片新闻", False),
        ("浙江快讯", False),
        ("浙江", True),
    ],
)
def test_places(text: str, expected: bool) -> None:
    """A province and two or three characters more are a place, where no other word says what they are."""
    assert expected == ("is a place" in words_in(text))


@pytest.mark.parametrize("end", "州市县縣区區")
def test_a_place_by_its_end(end: str) -> None:
    """Though 市 and 县 are ends of organs' names too."""
    assert "is a place" in words_in(f"浙江余姚{end}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("江苏海州甲乙", True), ("江苏海州甲", False), ("渡口海州补短板", False)],
)
def test_lines_that_open_with_a_place(text: str, expected: bool) -> None:
    """Six characters at least: a place with its county is one alone."""
    assert expected == opens_with_a_place(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("台中", True), ("台中 嘉義", True), ("台中 渡口", False), ("", False), ("台中嘉義", False), ("黑龙江", False)],
)
def test_names_of_places(text: str, expected: bool) -> None:
    assert expected == is_places(text)


def test_heads_of_a_line_of_any_length() -> None:
    assert heads_of("图为" + of_length(80)) == ["begins like a caption"]


@pytest.mark.parametrize(("text", "expected"), [("渡口晨报记者", True), ("记者渡口", False), ("", False)])
def test_posts(text: str, expected: bool) -> None:
    assert expected == ends_in_a_post(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((f"渡口{end}", True) for end in "摄 攝 供图 绘图 繪圖 制图 製圖 截图 图片 照片 提供 社发 社發".split()),
        ("渡口摄（人民视觉）", True),
        ("渡口摄(人民视觉)", True),
        (f"渡口摄（{of_length(20)}）", True),
        (f"渡口摄（{of_length(21)}）", False),
        ("渡口摄（）", False),
        ("渡口（新华社发）", True),
        ("渡口的晚霞。美联社", True),
        ("渡口。摄", True),
        ("渡口图片新闻", False),
        ("渡口摄。", False),
        ("渡口摄，", False),
        ("“渡口照片”", False),
        ("渡口摄影展", False),
        ("渡口", False),
    ],
)
def test_credits(text: str, expected: bool) -> None:
    """A line's end says whose the picture is; what stands in brackets behind it has twenty characters at most."""
    assert expected == ends_as_a_credit(text)
    assert expected == ends_as_a_credit(of_length(80) + text)
