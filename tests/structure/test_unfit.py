"""A line's own words show that it was misread: a note, a sentence, what is on, an overlong title."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.unfit import unfit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大桥改变了什么\n\n渡口的人说，往后没人坐船了。\n", [1]),
        ("大桥改变了这里许多\n\n渡口的人说，往后没人坐船了。\n", []),
        ("大桥改变了什么\n渡口的人说，往后没人坐船了。\n", []),
    ],
    ids=["short", "long", "no-blank-line"],
)
def test_a_few_characters_go_on_with_nothing(text: str, expected: list[int]) -> None:
    """A line of up to eight, with a blank line below, is a line of its own."""
    readings = [Reading(STATES.index((Role.PARAGRAPH, opens)), 0.9, None) for opens in ("block", "line")]
    assert [told.place for told in unfit(source_of(text).lines, readings)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("△渡口小學明日開學。\n△電力公司分區停電。\n△北街失火。\n", [0, 1, 2]),
        ("△渡口小學的操場。\n△電力公司的大樓。\n開學了。\n", []),
        ("△渡口小學的操場。\n▲電力公司的大樓。\n△北街。\n", []),
    ],
    ids=["three", "two", "mixed"],
)
def test_rows_of_news_in_brief(text: str, expected: list[int]) -> None:
    """Three with one mark are no captions."""
    readings = [Reading(STATES.index((Role.CAPTION, "block")), 0.9, None)] * 3
    assert [told.place for told in unfit(source_of(text).lines, readings)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本報訊　渡口大橋昨日通車。\n", [0]),
        ("【本报讯】渡口大桥昨日通车。\n", [0]),
        ("●渡口大桥昨日通车。\n●渡船今起停航。\n", [0]),
        ("△渡口大橋昨日通車。\n渡船今起停航。\n", []),
        ("本报记者走渡口大桥\n", []),
        ("渡口大桥昨日通车。\n", []),
    ],
)
def test_news_of_one_line(text: str, expected: list[int]) -> None:
    """A dateline at the head of a sentence makes it no title, nor does a bullet that the next line has too."""
    states = [(Role.HEADLINE, "article"), (Role.PARAGRAPH, "block")][: text.count("\n")]
    readings = [Reading(STATES.index(state), 0.5, None) for state in states]
    assert [told.place for told in unfit(source_of(text).lines, readings)] == expected


@pytest.mark.parametrize(
    ("length", "role", "expected"),
    [(100, Role.DECK, []), (101, Role.DECK, [0, 1]), (45, Role.HEADLINE, []), (46, Role.HEADLINE, [0, 1])],
)
def test_longer_than_any_title(length: int, role: Role, expected: list[int]) -> None:
    """A deck of more than 200 characters, a headline of more than 90, is a paragraph."""
    readings = [Reading(STATES.index((role, opens)), 0.9, None) for opens in ("block", "line")]
    found = list(unfit(source_of(f"{'渡' * length}\n{'口' * length}\n").lines, readings))
    assert [(told.place, told.role) for told in found] == [(place, Role.PARAGRAPH) for place in expected]


def test_rows_of_items_behind_dashes() -> None:
    """Three blocks with a dash each are items of a text, and no decks."""
    text = "——十年来架桥二十座；\n——修路八百里，\n通到每个村；\n——渡口全部改建。\n"
    readings = [Reading(STATES.index((Role.DECK, opens)), 0.9, None) for opens in ("block", "block", "line", "block")]
    told = [(each.place, each.role, each.opens) for each in unfit(source_of(text).lines, readings)]
    opens = ["block", "block", "line", "block"]
    assert told == [(place, Role.PARAGRAPH, each) for place, each in enumerate(opens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【卷宗編號：海字12/2020】\n", [0]),
        ("本文曾于《渡口文艺》刊登\n", [0]),
        ("（本文原於海灣網首發）\n", [0]),
        ("【夜讀：渡口的燈】\n", []),
        ("本文的灯\n", []),
        ("（《渡口的灯》，江帆著，海州出版社2020年版）\n", [0]),
        ("（《渡口的燈》，海州書局）\n", [0]),
        ("（《渡口的灯》读后）\n", []),
    ],
)
def test_notes_that_were_taken_for_titles(text: str, expected: list[int]) -> None:
    """A number in brackets, and where a text was printed before, are no titles."""
    readings = [Reading(STATES.index((Role.KICKER, "block")), 0.9, None)]
    assert [told.place for told in unfit(source_of(text).lines, readings)] == expected


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        ("关于停渡的公告\n各乘客：\n今日停渡。\n", "headline caption paragraph", {1: "paragraph"}),
        ("關於停渡的公告\n各乘客：\n今日停渡。\n", "headline deck paragraph", {1: "paragraph"}),
        ("昨日停渡。\n今天：\n照常开船。\n", "paragraph subhead paragraph", {}),
        ("市气象局：\n今日停渡\n有风。\n", "kicker headline paragraph", {}),
    ],
    ids=["caption", "deck", "amid-text", "kicker"],
)
def test_saluting(text: str, roles: str, expected: dict[int, str]) -> None:
    """What stands between a head and its text and ends in a colon says to whom the text is written."""
    readings = [Reading(STATES.index((role, "block")), 0.5, None) for role in roles.split()]
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口台\n18:30　新闻\n19:00　灯\n海湾台\n20:00　戏\n21:30　夜谈\n", [0, 3]),
        ("渡口影院\n18:30 老燈\n19:00 老船\n", []),
        ("渡口台\n18:30　新闻\n海湾台\n20:00　戏\n", []),
        ("渡口的戏开演了。\n18:30　新闻\n19:00　灯\n昨天没有演出。\n20:00　戏\n21:30　夜谈\n", []),
    ],
    ids=["two", "one", "single-times", "sentences"],
)
def test_channels(text: str, expected: list[int]) -> None:
    """What stands above rows of times, twice or more, is their title."""
    lines = source_of(text).lines
    readings = [Reading(STATES.index((Role.PARAGRAPH, "block")), 0.9, None)] * len(lines)
    assert [told.place for told in unfit(lines, readings) if told.role is Role.SUBHEAD] == expected


@pytest.mark.parametrize(
    ("text", "confidence", "expected"),
    [
        (
            "赛程预告\n5月12日　海州队—北岭队\n5月15日　江城队—东湾队\n",
            0.5,
            {0: "headline", 1: "paragraph", 2: "paragraph"},
        ),
        ("今晚電視\n19:30　渡口\n20:15　老燈\n", 0.5, {0: "headline", 1: "paragraph", 2: "paragraph"}),
        ("气象\n今日：阵雨　25-30度\n明日：多云　26-32度\n", 0.5, {0: "headline", 1: "paragraph", 2: "paragraph"}),
        ("今晚電視\n19:30　渡口\n20:15　老燈\n", 0.9, {}),
        ("分享到\n19:30　渡口\n返回首页\n", 0.5, {}),
    ],
    ids=["days", "times-traditional", "weather", "sure", "one-line"],
)
def test_scheduled(text: str, confidence: float, expected: dict[int, str]) -> None:
    """Doubtful furniture that says line by line what is on and when is text, below its title."""
    readings = [Reading(STATES.index((Role.FURNITURE, "block")), confidence, None)] * 3
    told = [each for each in unfit(source_of(text).lines, readings) if each.role is not Role.FURNITURE]
    assert {each.place: each.role.value for each in told} == expected
