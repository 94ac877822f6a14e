"""What a line's place tells of where blocks begin."""

import pytest

from converter.layout.blocks import UNSURE, placed
from converter.layout.columns import Column
from converter.layout.heads import Head
from converter.layout.surface import Strip
from converter.model import Box
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


def test_a_remark_that_opens_with_a_bracket_is_one_block() -> None:
    """Though each of its lines is set to the right; a bracket that is closed opens no further line."""
    for first, expected in (
        ("（渡口的守夜", [True, False, False, True, False]),
        ("（渡口）", [True, False, False, True, True]),
    ):
        rows = [*column(ROWS[:3], 10, 10), strip(first, 30, 55), strip("人）", 60, 70)]
        assert [line.opens for line in placed([Column(rows)], None, 10)] == expected


def test_a_line_is_short_for_what_cannot_be_broken() -> None:
    """By less than three characters, where paragraphs are indented; what comes next fills its line."""
    for second, expected in (("码头上的人们", False), ("码头上的人”", False), ("码头上的人", True)):
        rows = column([ROWS[0], second, "（灯塔还亮着呢）", "　一个人走了"], 10, 10)
        assert placed([Column(rows)], None, 10)[2].opens is expected


def test_a_column_of_one_line_has_the_measure_of_the_others() -> None:
    """Where it lies on their grid: so what is short or set to the right in it begins a block."""
    long = [Column(column([*ROWS, "没有灯也没有一个"], left, 10)) for left in (10, 110)]
    for text, left, expected in (("人。", 210, False), ("渡口的人", 250, True)):
        lines = placed([*long, Column([strip(text, left, 10)])], None, 10)
        assert lines[-1].opens is expected


def test_a_name_to_the_right_may_take_two_lines() -> None:
    """The first of them is full behind its indent, and ends no sentence; a day stands apart."""
    for first, second, expected in (
        ("渡口镇养护站", "二队", False), ("渡口镇养护。", "二队", True), ("渡口镇养", "二队", True),
        ("渡口镇养护站", "2024年5月8日", True),
    ):  # fmt: skip
        rows = [*column(ROWS[:3], 10, 10), strip(first, 30, 55), Strip(second, Box(70, 70, 90, 80), 10)]
        assert placed([Column(rows)], None, 10)[-1].opens is expected


def test_a_blank_at_a_lines_head_is_no_indent() -> None:
    """Where the line above is full and ends no sentence."""
    for second, expected in (("码头上的人都回来", False), ("码头上的人都睡。", True)):
        rows = [*column([ROWS[0], second], 10, 10), strip("陆说今天的风大", 20, 40), *column(["　没有一个人"], 10, 55)]
        assert placed([Column(rows)], None, 10)[2].opens is expected


def test_a_dateline_before_a_bracket_is_not_centred() -> None:
    """Though as much room is at its end as its indent takes."""
    rows = [strip("本报讯海", 30, 10), *column(["（柳溪）今天上午", "船靠岸。", "　没有一个人"], 10, 25)]
    lines = placed([Column(rows)], None, 10)
    assert (lines[0].strip.centred, lines[1].opens) == (False, False)


@pytest.mark.parametrize(
    ("head", "expected"),
    [("2019年又", False), ("（渡）又", False), ("又，渡", False), ("又渡", True), ("ab又", True)],
)
def test_a_ragged_line_has_no_room_for_what_comes_next(head: str, expected: bool) -> None:
    """A word, a number, or a character with the marks around it: a paragraph ends before any other."""
    rows = column(["晨雾散尽渡船来了又", "码头上的人都回", head, "灯塔还亮着呢一个人"], 10, 10)
    assert placed([Column(rows)], None, 10)[2].opens is expected


def test_what_reaches_beyond_a_centred_line_begins_a_block() -> None:
    """Each is a column of its own, for they are far apart; a paragraph's first line ends where the next one does."""
    for first, expected in ((strip("周舟", 60, 10), True), (strip("周舟说的话都", 60, 10), False)):
        columns = [Column([first]), Column([strip("渡口晚报一月五日二版", 20, 32)])]
        assert placed(columns, None, 10)[1].opens is expected


def test_a_short_line_at_the_edge_is_a_subhead() -> None:
    """Where paragraphs are indented, and above it one has ended, be it with a full line; not where that is cut, or the
    line ends as text does."""

    def levels(above: str, short: str) -> list[int]:
        rows = [*ROWS[:2], above, short, *ROWS[3:], "天亮。"]
        return [line.level for line in placed([Column(column(rows, 10, 10))], None, 10)]

    assert levels("了。", "守塔的人") == [0, 0, 0, 3, 0, 0]
    assert levels("回来之后都睡了。", "守塔的人") == [0, 0, 0, 3, 0, 0]
    assert levels("了。", "他说道：") == levels("回来", "守塔的人") == [0] * 6
