"""Columns and headlines become stories."""

from converter.layout.blocks import DOUBTFUL
from converter.layout.columns import columns_of
from converter.layout.heads import heads_of, spread
from converter.layout.stories import groups_of
from converter.layout.surface import Strip
from converter.model import Box
from tests.layout.made import column, strip

OPENS = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着呢一个"]
GOES = ["人走回城里的路上", "没有灯也没有一个", "人。"]


def grouped(lines: list[Strip], rules: list[Box]) -> list[tuple[str, list[str]]]:
    """For each story its headline, and the first lines of its columns."""
    heads, rest = heads_of(lines, 10)
    spread(heads, lines, rules)
    groups = groups_of(columns_of(rest, rules), heads, rules)
    return sorted(
        (group.head.strips[0].text if group.head else "", sorted(c.strips[0].text for c in group.columns))
        for group in groups
    )


def test_each_headline_takes_the_columns_below_it() -> None:
    """Two stories side by side under a third; a column beside a headline is of the story whose text it joins."""
    top = [
        strip("旧港新灯", 118, 10, 16),
        *column([*OPENS, *OPENS[1:]], 10, 10),
        *column([*GOES[:2], GOES[1]], 110, 40),
    ]
    below = [
        strip("渡船停航", 18, 110, 16),
        *column(OPENS, 10, 135),
        strip("夜市开张", 118, 110, 16),
        *column(OPENS, 110, 135),
    ]
    rules = [Box(10, 100, 190, 100.5)]
    expected = [
        ("夜市开张", ["晨雾散尽渡船"]),
        ("旧港新灯", ["人走回城里的路上", "晨雾散尽渡船"]),
        ("渡船停航", ["晨雾散尽渡船"]),
    ]
    assert expected == grouped(top + below, rules)


def test_a_headline_beside_its_text() -> None:
    """One that stands over no column takes the text beside it that has none."""
    lines = [strip("旧港", 10, 12, 30), strip("新灯", 10, 50, 30), *column(OPENS, 110, 10), *column(GOES, 210, 10)]
    assert grouped(lines, []) == [("旧港", ["人走回城里的路上", "晨雾散尽渡船"])]


def test_a_column_whose_story_is_hardly_decided_says_so() -> None:
    """Where a column ends with a whole sentence that fills its line, nothing but its depth says that the one beside it
    goes on; where a sentence is cut, that is sure.
    """

    def margins(first: list[str]) -> list[bool]:
        columns = columns_of([*column(first, 10, 10), *column([*OPENS[1:], GOES[0]], 110, 10)])
        (group,) = groups_of(columns, [], [])
        return [found.margin < DOUBTFUL for found in sorted(group.columns, key=lambda found: found.start)]

    assert margins([*OPENS[:2], "灯塔还一直亮着。"]) == [False, True]
    assert margins([*OPENS[:2], "灯塔还一直亮着吗"]) == [False, False]
