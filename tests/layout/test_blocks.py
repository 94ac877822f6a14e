"""What a line's place tells of where blocks begin."""

from converter.layout.blocks import UNSURE, placed
from converter.layout.columns import Column
from converter.layout.heads import Head
from tests.layout.made import column, strip

ROWS = ["　晨雾散尽渡船", "码头上的人都回来", "了。", "　灯塔还亮着呢"]


def test_indents_and_short_lines_open_blocks() -> None:
    """In the order of the columns: a full line goes on in the next column."""
    columns = [Column(column(ROWS, 10, 10)), Column(column(["一个人走回城里的", "路上。", "　天亮了。"], 110, 10))]
    assert [line.opens for line in placed(columns, None, 10)] == [True, False, False, True, False, False, True]


def test_levels_of_a_head() -> None:
    """The largest type is the headline, what stands above it is a level below."""
    head = Head(
        [
            strip("老城区改造", 30, 0, 14),
            strip("旧港新灯", 20, 20, 20),
            strip("今夜亮起", 20, 42, 20),
            strip("一线见闻", 30, 70, 14),
        ]
    )
    assert [(line.level, line.opens) for line in placed([], head, 10)] == [(2, True), (1, True), (1, False), (0, True)]


def test_lines_on_both_sides_of_a_doubtful_cut_are_unsure() -> None:
    """The last of the column before it, and the first of the column that it is doubtful of."""
    first, second = (
        Column(column(["晨雾散尽以后渡船", "靠上码头。"], 0, 0)),
        Column(column(["灯塔亮了", "守塔人"], 100, 0)),
    )
    second.margin = 0.5
    assert [line.strip.sure for line in placed([first, second], None, 10)] == [1.0, UNSURE, UNSURE, 1.0]


def test_a_short_line_at_the_edge_is_a_subhead() -> None:
    """Where paragraphs are indented, and above it one has ended, be it with a full line; not where that is cut, or the
    line ends as text does."""

    def levels(above: str, short: str) -> list[int]:
        rows = [*ROWS[:2], above, short, *ROWS[3:], "天亮。"]
        return [line.level for line in placed([Column(column(rows, 10, 10))], None, 10)]

    assert levels("了。", "守塔的人") == [0, 0, 0, 3, 0, 0]
    assert levels("回来之后都睡了。", "守塔的人") == [0, 0, 0, 3, 0, 0]
    assert levels("了。", "他说道：") == levels("回来", "守塔的人") == [0] * 6
