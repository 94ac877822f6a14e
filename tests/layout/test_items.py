"""Columns of several items."""

import pytest

from converter.layout import Story, Surface, read
from converter.layout.heads import Head
from converter.layout.items import with_titles
from converter.layout.surface import Strip
from converter.model import Box
from tests.layout.made import column, strip, upright

FIRST = [strip("渡船停航", 10, 40, 12), *column(["　晨雾散尽渡船", "靠了岸。"], 10, 58)]
SECOND = [strip("灯塔亮了", 10, 95, 12), *column(["　夜里海风很大", "没有船。"], 10, 113)]
OTHER = [strip("新桥通车", 110, 40, 12), *column(["　老树下有人下", "棋。"], 110, 58)]
TEXT = ["　码头上的人都", "回来了。"]


def page(lines: list[Strip], rules: list[Box] | None = None) -> list[Story]:
    """The stories of a page."""
    return read(Surface(300, 400, strips=[*lines, strip("本版责任编辑", 10, 380)], rules=rules or []))


def told(story: Story) -> list[tuple[str, int, bool]]:
    """The lines of a story, each with its level and whether it is of an item's headline."""
    return [(line.strip.text, line.level, line.item) for line in story.lines]


def test_items_below_each_other() -> None:
    """A short title over items whose headlines are set alike: one story, whose title alone has a level."""
    (story,) = (story for story in page([strip("简讯", 32, 10, 18), *FIRST, *SECOND]) if story.items)
    assert told(story) == [
        ("简讯", 1, False),
        ("渡船停航", 0, True),
        ("晨雾散尽渡船", 0, False),
        ("靠了岸。", 0, False),
        ("灯塔亮了", 0, True),
        ("夜里海风很大", 0, False),
        ("没有船。", 0, False),
    ]


def test_items_beside_each_other() -> None:
    """Column by column below the title that stands over both, whose first headlines near it are not of its own."""
    (story,) = (story for story in page([strip("一周要览", 58, 16, 18), *FIRST, *SECOND, *OTHER]) if story.items)
    assert [text for text, _, item in told(story) if item] == ["渡船停航", "灯塔亮了", "新桥通车"]


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ([strip("岚城港区昨日恢复通航", 10, 10, 18), *FIRST, *SECOND], []),
        ([strip("简讯", 32, 10, 18), *FIRST], []),
        ([strip("简讯", 32, 10, 18), *FIRST, *SECOND], [Box(0, 90, 200, 90.5)]),
        ([strip("简讯", 32, 10, 18), *FIRST, strip("灯塔亮了", 10, 95, 14), *SECOND[1:]], []),
        ([strip("简讯", 150, 10, 18), *FIRST, *SECOND], []),
    ],
    ids=["headline", "one", "ruled", "other-type", "aside"],
)
def test_what_is_no_column_of_items(lines: list[Strip], rules: list[Box]) -> None:
    """A long title, one item alone, a border below the first, headlines in other type, a title that stands aside."""
    assert not any(story.items for story in page(lines, rules))


def test_a_byline_is_no_headline_of_an_item() -> None:
    """Though it is set as the byline below another headline is; what tells is what the others' largest lines are."""
    heads = [
        Head([strip("旧港新灯", 10, 10, 16), strip("周舟记", 20, 30, 11.5)]),
        Head([strip("渡船停航", 110, 10, 18), strip("林岸记", 120, 32, 11.5)]),
    ]
    assert [len(head.strips) for head in with_titles(heads)] == [2, 2]


def test_headlines_centred_over_wide_items() -> None:
    """They need not begin where their texts do."""
    text = ["　晨雾散尽以后的渡船一艘接着一艘靠", "上了码头。"]
    lines = [strip("海州速览", 65, 10, 16)]
    for number, title in enumerate(("渡口", "灯塔", "夜市")):
        lines += [strip(title, 84, 40 + 60 * number, 12), *column(text, 10, 56 + 60 * number)]
    (story,) = read(Surface(300, 300, strips=lines))
    assert (story.items, [line.strip.text for line in story.lines if line.item]) == (True, ["渡口", "灯塔", "夜市"])


def test_upright_items_below_a_title_set_across() -> None:
    """Row by row from the right; not where another headline is among them."""
    lines = [strip("简讯", 40, 10, 20)]
    for left, top, head, rows in (
        (70, 45, "渡船停航", ["　晨雾散尽渡船停", "靠了岸。"]),
        (70, 155, "灯塔亮了", ["　夜里海风很大没", "有船。"]),
    ):
        lines += [strip(head, left, top, 12, upright=True), *upright(rows, left - 17, top)]
    (story,) = (story for story in page(lines) if story.items)
    assert [text for text, level, item in told(story) if level or item] == ["简讯", "渡船停航", "灯塔亮了"]
    assert not any(story.items for story in page([*lines, strip("新桥", 200, 60, 24, upright=True)]))


def test_a_masthead_is_no_title_of_items() -> None:
    """What is more than twice as large as the headlines below it heads the page."""
    large = [strip("海报", 10, 9, 27), *FIRST, *SECOND]
    assert not any(story.items for story in page(large))
