"""Text goes on, or ends, at a column's foot."""

import pytest

from converter.layout.columns import Column
from converter.layout.joints import LIKELY, NEVER, OPEN, SURE, indent, indented, joint, lacks
from tests.layout.made import column, strip

FULL = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着呢一个"]
SHORT = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着。"]
SAYS_SO = ["（接上）", "人走回城里的路上", "没有灯也不用灯了"]
OPENS = ["（人走回城里的路", "上）没有灯。"]
GOES_ON = ["人走回城里的路上", "没有灯。"]
BEGINS = ["　老树下有人下", "棋一直到天黑还没"]
NAMED = ["林晚", "　老树下有人下", "棋一直到天黑还没"]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        (SHORT, BEGINS, LIKELY),
        (SHORT, GOES_ON, NEVER),
        (FULL, BEGINS, NEVER),
        (FULL, SAYS_SO, NEVER),
        (FULL, NAMED, NEVER),
    ],
)
def test_ends_and_beginnings_fit_or_not(above: list[str], below: list[str], expected: float) -> None:
    """A line cut short ends a paragraph; one that is indented, or short and in brackets or a name, begins one."""
    assert expected == joint(Column(column(above, 10, 10)), Column(column(below, 110, 10)))


def test_a_line_set_to_the_right_ends_a_text() -> None:
    """Though it reaches to its column's end: it says who signed."""
    signed = [*column(FULL[:2], 10, 10), strip("渡口的人", 50, 40)]
    assert joint(Column(signed), Column(column(BEGINS, 110, 10))) == LIKELY


def test_a_full_line_goes_on() -> None:
    """The surest joint is a full line that ends no sentence, with one that is not indented."""
    above, below = Column(column(FULL, 10, 10)), Column(column(GOES_ON, 110, 10))
    assert joint(above, below) >= SURE
    assert joint(above, Column(column(OPENS, 110, 10))) >= SURE  # a bracket that goes on is of the text
    stopped = Column(column([*FULL[:2], "灯塔还亮着吗他问。"], 10, 10))
    assert joint(stopped, below) == OPEN


def test_measures() -> None:
    """In ems; a quote at the head that stands out by half its width is not indented."""
    whole = Column(column(FULL, 10, 10))
    assert (indent(strip("渡口", 30, 0), whole), lacks(strip("晨雾散尽渡", 10, 0), whole)) == (2, 3)
    assert indent(strip("“渡口", 15, 0), whole) == 0
    assert indented([Column(column([*SHORT, *BEGINS], 10, 10))])
    assert not indented([Column(column(GOES_ON, 10, 10))])


def test_a_subhead_ends_what_is_above_it() -> None:
    """One that hardly leaves room at its ends too: it is centred, or bolder than the text."""
    below = Column(column(BEGINS, 110, 10))
    centred = [*column(SHORT, 10, 10), strip("灯塔还亮着呢", 20, 55)]
    bold = [*column(SHORT, 10, 10), strip("灯塔还一直亮着呢", 10, 55, bold=True)]
    assert [joint(Column(lines), below) for lines in (centred, bold)] == [LIKELY, LIKELY]


def test_a_subhead_stands_between_paragraphs() -> None:
    """Above it a paragraph ends, below it one begins; it does not interrupt a sentence."""
    subhead = Column([strip("旧港新灯", 30, 60, 12)])
    assert joint(Column(column(SHORT, 10, 10)), subhead) == OPEN
    assert joint(Column(column(FULL, 10, 10)), subhead) == NEVER
    assert joint(subhead, Column(column(BEGINS, 10, 80))) == LIKELY
    assert joint(subhead, Column(column(GOES_ON, 10, 80))) < OPEN


def test_nothing_goes_on_from_what_is_set_right() -> None:
    """A signature and a line that leads on to another page stand at the end of a text."""
    above = Column([*column(SHORT, 10, 10), strip("下转三版", 50, 55)])
    assert joint(above, Column(column(GOES_ON, 110, 10))) == NEVER
