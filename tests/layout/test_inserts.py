"""Large type inside a column."""

from converter.layout.columns import columns_of
from converter.layout.heads import heads_of, spread
from converter.layout.inserts import settle_inserts
from converter.layout.surface import Strip
from tests.layout.made import column, strip


def settled(lines: list[Strip]) -> tuple[list[str], list[str]]:
    """The first lines of heads and of inserts."""
    heads, rest = heads_of(lines, 10)
    spread(heads, lines, [])
    kept, _, inserts = settle_inserts(heads, columns_of(rest), 10)
    return [head.strips[0].text for head in kept], [head.strips[0].text for head in inserts]


def test_a_text_that_goes_on_below_makes_it_an_insert() -> None:
    """A pull quote interrupts a sentence; a headline stands below a whole paragraph and over the next one."""
    quote = strip("灯就亮了", 18, 70, 16)
    upper = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着呢一个"]
    assert settled([*column(upper, 10, 10), quote, *column(["人走回城里的路上", "没有灯。"], 10, 105)]) == (
        [],
        ["灯就亮了"],
    )
    whole = [*upper[:2], "灯塔还亮着。"]
    assert settled([*column(whole, 10, 10), quote, *column(["　老树下有人下", "棋。"], 10, 105)]) == (["灯就亮了"], [])
