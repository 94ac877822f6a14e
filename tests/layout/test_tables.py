"""Rules that meet in a grid hold a table."""

from converter.layout.tables import tables_of
from converter.model import Box
from tests.layout.made import column, strip

RULES = [Box(0, 20 * n, 200, 20 * n + 0.5) for n in range(4)] + [Box(100 * n, 0, 100 * n + 0.5, 60.5) for n in range(3)]


def test_rows_and_cells() -> None:
    """Each row has its cells in order, an empty one too; what stands outside is text."""
    rows = [strip("港口", 5, 5), strip("吨位", 105, 5), strip("东礁", 5, 25)]
    words = [*rows, strip("白沙", 5, 45), strip("三千", 105, 45)]
    text = strip("晨雾散尽", 5, 80)
    (table,), rest = tables_of([*words, text], RULES)
    assert [["".join(s.text for s in cell) for cell in row] for row in table.rows] == [
        ["港口", "吨位"],
        ["东礁", ""],
        ["白沙", "三千"],
    ]
    assert rest == [text]


def test_columns_between_rules_are_no_table() -> None:
    """Where rules stand round columns of text, or do not meet."""
    rows = column(["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着呢一个", "人走回城里的路上"], 5, 5)
    across = [Box(0, 80 * n, 200, 80 * n + 0.5) for n in range(3)]
    rules = across + [Box(100 * n, 0, 100 * n + 0.5, 160) for n in range(3)]
    assert tables_of(rows, rules) == ([], rows)
    assert tables_of(rows, [Box(0, 0, 90, 0.5), Box(0, 90, 90, 90.5)]) == ([], rows)
