"""Rows of short items, and what makes brief columns of them: each threshold just below it and just at it."""

import pytest

from tests.structure.made import cues_of, of_length, where

ITEMS = "新渡轮开航\n\n本报电 今晨首航。\n\n船长三十米。\n\n老灯塔翻新\n\n本报电 昨日完工。\n\n塔身刷白。"


def test_a_column_s_name_or_note_makes_its_short_stories_items() -> None:
    """Short stories alone are none: any page has some in a row."""
    row, lines = "is one of a row of short items ", ("新渡轮", "本报电", "船长", "老灯塔", "塔身")

    assert not any(cue.startswith(row) for line in lines for cue in cues_of(ITEMS, line))
    assert all(row + "under a slot name" in cues_of("湾区快讯\n\n海州台消息：\n\n" + ITEMS, line) for line in lines)
    assert all(
        row + "above a note on its column" in cues_of(ITEMS + "\n\n（本栏目整理：陆闻笛）\n\n旧船进了馆。", line)
        for line in lines
    )


def test_a_page_s_name_is_no_column_s() -> None:
    cue = "is a slot name above a row of short items"

    assert cue in cues_of("湾区快讯\n\n" + ITEMS, "湾区快讯")
    assert cue not in cues_of("第02版：湾区快讯\n\n" + ITEMS, "第02版")


ROW, UNDER, ABOVE = (
    "is one of a row of short items",
    "is one of a row of short items under a slot name",
    "is one of a row of short items above a note on its column",
)
SLOT = "is a slot name above a row of short items"
ITEM = ["渡口的早晨", "渡轮首航。"]
LONG = ["渡口的早晨", of_length(401, "。")]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (ITEM * 3, [*range(6)]),
        (ITEM * 2, []),
        ([*ITEM * 2, "渡口的早晨", of_length(400, "。")], [*range(6)]),
        ([*ITEM * 2, *LONG], []),
        ([*ITEM * 3, *LONG], [*range(6)]),
        ([*LONG, *ITEM * 3], [*range(2, 8)]),
        ([*ITEM * 2, *ITEM, "渡口。"], []),
        ([*ITEM * 2, "渡口的早晨", "渡口的黄昏", "渡轮首航。"], []),
        (["渡口的黄昏", *ITEM * 3], [*range(1, 7)]),
        ([*ITEM * 3, "渡口的黄昏", *ITEM * 3], [*range(6), *range(7, 13)]),
        ([*ITEM * 2, "渡口的早晨"], []),
        (["渡轮首航。", *ITEM * 3], [*range(1, 7)]),
        ([*ITEM * 2, "本栏目整理", "渡轮首航。"], []),
    ],
)
def test_rows_of_short_items(texts: list[str], expected: list[int]) -> None:
    """Three titles, each of one line but the first, with a line of text of up to 400 characters each."""
    assert where(ROW, *texts) == expected


NOTE = "本栏目整理：渡口"


@pytest.mark.parametrize(
    ("texts", "cue", "expected"),
    [
        (["湾区快讯", *ITEM * 2], UNDER, [1, 2, 3, 4]),
        (["湾区快讯", *ITEM], UNDER, []),
        (["图片新闻", *ITEM * 2], UNDER, [1, 2, 3, 4]),
        (["湾区快讯", "渡口", *ITEM * 2], UNDER, [2, 3, 4, 5]),
        (["“湾区快讯”", "渡口。", *ITEM * 2], UNDER, [2, 3, 4, 5]),
        (["“湾区快讯”", "渡口。", "渡轮。", *ITEM * 2], UNDER, []),
        (["渡轮。", "“湾区快讯”", "渡口。", *ITEM * 2], UNDER, [3, 4, 5, 6]),
        (["湾区快讯", *[*ITEM, "渡口。"] * 2], UNDER, [*range(1, 7)]),
        (["湾区快讯", *[*ITEM, "渡口。", "渡轮。"] * 2], UNDER, []),
        (["渡口", *ITEM * 2], UNDER, []),
        (["渡口。", *ITEM * 2, "“湾区快讯”"], UNDER, []),
        ([*ITEM * 2, NOTE], ABOVE, [0, 1, 2, 3]),
        ([*ITEM, NOTE], ABOVE, []),
        ([*ITEM * 2, "渡口的早晨", "渡口。", "渡口。", "渡口。", NOTE], ABOVE, []),
        (["湾区快讯", *ITEM * 2, NOTE], ABOVE, []),
    ],
)
def test_rows_of_items_in_a_column(texts: list[str], cue: str, expected: list[int]) -> None:
    """Two items of up to two lines: the column's name is one of the two lines above, or its note is the line below."""
    assert where(cue, *texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["湾区快讯", *ITEM * 2], [0]),
        (["湾区快讯", "图片新闻", *ITEM * 2], [1]),
        (["湾区快讯", *ITEM], []),
        (["第02版：湾区快讯", *ITEM * 2], []),
        (["星期湾区快讯", *ITEM * 2], []),
        (["农历湾区快讯", *ITEM * 2], []),
        (["《湾区快讯》2031年3月25日", *ITEM * 2], []),
    ],
)
def test_the_name_of_a_column(texts: list[str], expected: list[int]) -> None:
    """The last line above the items that is one; a page's name is none."""
    assert where(SLOT, *texts) == expected


def test_a_set_column_has_no_rows() -> None:
    """Its lines are no whole texts."""
    assert where(ROW, *[text for _ in range(9) for text in ("渡口的早晨", of_length(20), of_length(4, "。"))]) == []
