"""Lines become columns."""

from converter.layout.columns import Column, body_size, columns_of, edges, ruled
from converter.model import Box
from tests.layout.made import column, strip

ROWS = ["　晨雾散尽渡船", "码头上的人都回来", "了。", "　灯塔还亮着呢", "一个人走回城里。"]


def test_lines_below_each_other_are_one_column() -> None:
    """A short last line and the indented one below it share no stretch, and are of one column all the same."""
    found = columns_of(column(ROWS, 10, 10) + column(ROWS, 110, 10))
    assert [[row.strip("　") for row in ROWS]] * 2 == [[s.text for s in c.strips] for c in found]


def test_a_rule_and_a_wide_gap_part_columns() -> None:
    """What lies between two lines ends the column above."""
    rows = column(ROWS, 10, 10)
    assert [len(c.strips) for c in columns_of(rows, [Box(10, 52, 90, 52.5)])] == [3, 2]
    assert [len(c.strips) for c in columns_of(rows + column(ROWS, 10, 110))] == [5, 5]


def test_edges_follow_the_direction() -> None:
    """A box has its edges along the lines first."""
    assert edges(Box(1, 2, 3, 4), False) == (1, 3, 2, 4)
    assert edges(Box(1, 2, 3, 4), True) == (2, 4, -3, -1)
    assert not ruled(strip("渡口", 0, 0), strip("灯塔", 0, 30), [Box(5, 0, 5.5, 40)])


def test_the_size_of_most_text() -> None:
    """Is that of most characters, not of most lines."""
    assert body_size([strip("海", 0, 0, 20), strip("港", 0, 30, 20), strip("晨雾散尽渡船靠岸", 0, 60, 9)]) == 9
    assert body_size([]) == 0


def test_the_edges_of_a_column_are_those_of_its_lines() -> None:
    """Not of one line that alone stands out, nor of an opening mark at a line's head."""
    rows = ["晨雾散尽渡船上", "码头的人都回来", "灯塔还亮着一盏", "海风吹过旧城墙"]
    lines = [strip("本报记者柳溪林晚山", 10, 10), *column(rows, 10, 25), strip("“人走回城里的", 5, 85)]
    assert [(found.start, found.end) for found in (Column(lines), Column(lines[:3]))] == [(10, 80), (10, 100)]
