"""The name of a column, or of a notice, begins a story of its own."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.series.labels import labels, other_labels


def readings(roles: str) -> list[Reading]:
    """A sure reading of each role, by its name."""
    return [Reading(STATES.index((Role(role), "block")), 0.9, None) for role in roles.split()]


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        ("灯修好了。\n社评\n不妨慢一点\n路边有树。\n", "subhead subhead", {1: "column_title", 2: "headline"}),
        ("燈修好了。\n■ 讀者來信\n路燈何時亮\n路邊有樹。\n", "signature headline", {1: "column_title", 2: "headline"}),
        ("灯修好了。\n【书评】\n种树的人\n路边有树。\n", "paragraph headline", {1: "column_title", 2: "headline"}),
        ("燈修好了。\n新移民專欄\n第一句英文\n我說。\n", "signature headline", {1: "column_title", 2: "headline"}),
        ("燈修好了。\n小說連載\n「你來了？」\n路邊有樹。\n", "subhead paragraph", {}),
        ("灯修好了。\n书评\n不妨慢一点\n路边有树。\n", "kicker headline", {1: "column_title", 2: "headline"}),
        ("灯修好了。\n书评\n不妨慢一点\n路边有树。\n", "column_title headline", {}),
        ("灯修好了\n书评\n不妨慢一点\n路边有树。\n", "subhead subhead", {}),
        ("灯修好了\n\n书评\n不妨慢一点\n路边有树。\n", "subhead subhead", {1: "column_title", 2: "headline"}),
    ],
    ids=[
        "known",
        "ornament",
        "brackets",
        "by-its-end",
        "speech",
        "a-kicker",
        "settled",
        "text-goes-on",
        "below-a-blank-line",
    ],
)
def test_columns(text: str, roles: str, expected: dict[int, str]) -> None:
    """A column's name above a title begins a story where no text goes on in it."""
    found = labels(source_of(text).lines, readings(f"paragraph {roles} paragraph"))
    assert {told.place: told.role.value for told in found} == expected


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        ("燈修好了。\n燈下漫筆\n不妨慢一點\n路邊有樹。\n", "subhead subhead", {1: "column_title", 2: "headline"}),
        ("灯修好了。\n灯下漫笔\n不妨慢一点\n路边有树。\n", "kicker headline", {}),
        ("灯修好了。\n修灯的人——\n不妨慢一点\n路边有树。\n", "subhead subhead", {}),
        ("灯修好了。\n灯下漫笔\n一、不妨慢一点\n路边有树。\n", "subhead subhead", {}),
        ("灯修好了\n灯下漫笔\n不妨慢一点\n路边有树。\n", "subhead subhead", {}),
        ("燈修好了。\n近期成交\n渡口臺　五座高層\n海怡閣　二座中層\n", "subhead subhead", {}),
        ("灯修好了。\n今日贴士\n头场：二号\n末场：五号\n", "subhead subhead", {}),
    ],
    ids=["alone", "settled", "a-dash", "numbered", "text-goes-on", "rows", "fields"],
)
def test_columns_of_no_list(text: str, roles: str, expected: dict[int, str]) -> None:
    """A word that alone stands above a subhead between two texts is a column's name."""
    found = other_labels(source_of(text).lines, readings(f"paragraph {roles} paragraph"))
    assert {told.place: told.role.value for told in found} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("灯修好了。\n【一等奖】\n母亲的算盘\n许静\n", {1: "kicker", 2: "headline"}),
        ("燈修好了。\n【獲獎名單】\n一等獎（2名）\n高遠　蘇文\n", {}),
        ("灯修好了。\n【公告】\n一、渡口停航\n明日起停。\n", {}),
    ],
    ids=["of-a-story", "above-prizes", "numbered"],
)
def test_tags(text: str, expected: dict[int, str]) -> None:
    """A line in brackets is of the headline right below it, where that is no item of a list."""
    found = labels(source_of(text).lines, readings("paragraph kicker headline byline"))
    assert {told.place: told.role.value for told in found} == expected


def test_a_tag_that_begins_its_story() -> None:
    """Nothing is told of a line in brackets that was read as the kicker that opens its story, where it is alone."""
    lines = source_of("【旧区留灯】\n渡口的灯不熄\n灯修好了。\n").lines
    found = [Reading(STATES.index((Role.KICKER, "article")), 0.9, None), *readings("headline paragraph")]
    assert list(labels(lines, found)) == []


def test_subheads_in_two_tiers() -> None:
    """Subheads above subheads come in rows in one story."""
    lines = source_of("灯修好了。\n旧渡口\n船停了\n桥通了。\n新渡口\n船来了\n桥断了。\n").lines
    roles = "paragraph subhead subhead paragraph subhead subhead paragraph"
    assert list(other_labels(lines, readings(roles))) == []


def test_a_column_twice() -> None:
    """One that is no known name may come again."""
    lines = source_of("灯修好了。\n家乡味道\n腌菜\n桥通了。\n家乡味道\n米粉\n桥断了。\n").lines
    roles = "paragraph subhead subhead paragraph subhead subhead paragraph"
    assert [told.place for told in other_labels(lines, readings(roles))] == [1, 2, 4, 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("灯修好了。\n更正\n昨日第三版有误。\n特此致歉。\n", {1: "headline"}),
        ("燈修好了。\n招領啟事\n拾得水壺一個。\n請來認領。\n", {1: "headline"}),
        ("灯修好了。\n渡口停航公告\n明日起停。\n三日后复。\n", {1: "headline"}),
        ("燈修好了。\n謎語\n小時青老來黃。\n打一物。\n", {1: "headline"}),
        ("燈修好了。\n他出的謎語\n小時青老來黃。\n打一物。\n", {}),
        ("灯修好了。\n校园动态\n▲合唱团得奖。\n▲饭堂加菜。\n", {1: "column_title"}),
        ("灯修好了。\n校园动态\n合唱团得奖。\n饭堂加菜。\n", {}),
        ("灯修好了。\n船的声音\n▲合唱团得奖。\n▲饭堂加菜。\n", {}),
        ("灯修好了\n更正\n昨日第三版有误。\n特此致歉。\n", {}),
    ],
    ids=[
        "correction",
        "found",
        "announcement",
        "riddle",
        "no-riddle",
        "items",
        "no-items",
        "no-column",
        "text-goes-on",
    ],
)
def test_labels_above_text(text: str, expected: dict[int, str]) -> None:
    """A notice's name begins a story, and a column's above items that begin with one mark."""
    found = labels(source_of(text).lines, readings("paragraph subhead paragraph paragraph"))
    assert {told.place: told.role.value for told in found} == expected


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        ("灯修好了。\n小档案\n林边溪\n全长四十公里。\n", "headline byline", {1: "subhead", 2: "subhead"}),
        ("燈修好了。\n■小檔案\n全長四十公里。\n流過三鄉。\n", "headline paragraph", {1: "subhead"}),
        ("灯修好了。\n小渡口\n林边溪\n全长四十公里。\n", "headline byline", {}),
        ("灯修好了。\n】\n林边溪\n全长四十公里。\n", "headline byline", {}),
    ],
    ids=["titled", "traditional", "no-box", "no-word"],
)
def test_boxes(text: str, roles: str, expected: dict[int, str]) -> None:
    """The title of a box belongs to the story that it stands in."""
    found = labels(source_of(text).lines, readings(f"paragraph {roles} paragraph"))
    assert {told.place: told.role.value for told in found} == expected


def test_a_column_above_a_title_that_was_read_as_a_byline() -> None:
    """Below a column's name, and above a deck or a byline, a short line is the headline."""
    lines = source_of("文藝\n歸來\n（獨幕劇）\n朱翎\n").lines
    told = {each.place: each.role.value for each in labels(lines, readings("byline byline deck byline"))}
    assert told == {0: "column_title", 1: "headline"}
    assert list(labels(lines, readings("byline byline paragraph byline"))) == []


def test_a_column_above_a_notice() -> None:
    """The name of a notice right below a column's is its headline, whatever it was read as."""
    lines = source_of("分類廣告\n遺失聲明\n本人遺失水壺一個，聲明作廢。\n").lines
    told = {each.place: each.role.value for each in labels(lines, readings("headline byline paragraph"))}
    assert told == {0: "column_title", 1: "headline"}


def test_no_column_above_stacked_titles() -> None:
    """A subhead above two others is the first line of a title, and no column's name."""
    lines = source_of("灯修好了。\n高速出口\n堵成\n停车场\n昨天下午。\n").lines
    assert list(other_labels(lines, readings("paragraph subhead subhead subhead paragraph"))) == []
