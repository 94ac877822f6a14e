"""Title lines stacked above a text are of one story."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.stacks import stacks

TEXT = "昨天上午，渡口的灯换了新的，来往的人都说比从前亮了许多。"


def told(titles: str, states: str, above: str = "昨天的船没有开。", below: str = TEXT) -> list[tuple[int, str, str]]:
    """What is told of the titles below a text and above another, read in some states: a role, with = where it opens."""
    found = [Reading(STATES.index((Role.PARAGRAPH, "block")), 0.9, None)]
    for state in states.split():
        label = Role(state.rstrip("="))
        found.append(Reading(STATES.index((label, "article" if state[-1] == "=" else "block")), 0.9, None))
    found.append(found[0])
    lines = source_of("\n".join((above, *titles.split(), below)) + "\n").lines
    return [(each.place, each.role.value, each.opens.value) for each in stacks(lines, found) if each.opens]


@pytest.mark.parametrize(
    ("titles", "states"),
    [
        ("高速出口 堵成 停车场", "headline= headline= deck"),
        ("旧戏院 七月重開 首檔演布袋戲", "subhead subhead subhead"),
        ("渡口的集装 箱码头开了 昨天试船", "kicker= headline headline="),
    ],
    ids=["two-stories", "no-headline", "a-word-goes-on"],
)
def test_one_headline(titles: str, states: str) -> None:
    """Where a line is a few characters, or a word goes on across two."""
    assert told(titles, states) == [(1, "headline", "article"), (2, "headline", "line"), (3, "headline", "line")]


def test_a_kicker_and_decks() -> None:
    """Where each line is a title of its own."""
    found = told("秋收以后不误农时 各村突击修塘 妇女儿童齐上阵", "kicker= headline kicker=")
    assert found == [(1, "kicker", "article"), (2, "headline", "block"), (3, "deck", "block")]


@pytest.mark.parametrize(
    ("titles", "states", "above"),
    [
        ("高速出口 堵成 停车场", "kicker= headline deck", "昨天的船没有开。"),
        ("高速出口 堵成 停车场", "headline= headline= deck", "昨天的船没有开"),
        ("今日快訊 渡口換燈", "column_title= headline=", "昨天的船沒有開。"),
        ("高速出口今天一早就堵成了停车场 绕行", "headline= headline=", "昨天的船没有开。"),
        ("高速出口 江一帆", "headline= headline=", "昨天的船没有开。"),
        ("渡口亮了灯。 堵成", "headline= headline=", "昨天的船没有开。"),
        ("„来了“ „谁“ „船夫“", "subhead subhead subhead", "昨天的船没有开。"),
    ],
    ids=["one-story", "text-goes-on", "a-column", "long", "a-name", "a-sentence", "speech"],
)
def test_nothing_told(titles: str, states: str, above: str) -> None:
    """One story already, text that goes on, a column's name, a long line, a person, a sentence."""
    assert told(titles, states, above) == []


@pytest.mark.parametrize(
    ("titles", "states", "below", "expected"),
    [
        ("菜農 清晨進城 賣完再種", "kicker= headline byline", "【記者林一葉／東港報導】天還沒亮，菜農已上路。", 3),
        ("外卖小哥 跳江救人 又去送餐", "kicker= headline deck", "本报讯 昨天傍晚，外卖员路过步道，听见有人喊。", 3),
        ("外卖小哥 跳江救人 又去送餐", "kicker= headline byline", "昨天傍晚，外卖员路过步道，听见有人喊救命。", 0),
        ("春天的灯 渡口换灯了 ——沿河所见", "kicker= headline deck", "本报讯 昨天傍晚，渡口的灯换了新的。", 0),
        ("旧城区的灯 三百户人家 通上管道气", "kicker= headline deck", "本报讯 昨天上午，记者从燃气公司获悉。", 0),
    ],
    ids=["above-a-reporter", "above-a-message", "a-pen-name", "a-dash", "longer"],
)
def test_fragments(titles: str, states: str, below: str, expected: int) -> None:
    """Three lines, one of a few characters, are one headline above a message, whatever they were read as."""
    assert len(told(titles, states, below=below)) == expected
