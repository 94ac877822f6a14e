"""The order of columns and of stories."""

from converter.layout.columns import Column
from converter.layout.order import in_order, page_order
from converter.model import Box
from tests.layout.made import column, strip

OPENS, GOES = ["　晨雾散尽渡船", "码头上的人都回来"], ["人走回城里的路上", "灯塔还亮着呢一个"]


def test_columns_are_read_down_and_then_on() -> None:
    """The lower half of a column comes before the next column, unless the text joins better band by band."""
    upper, lower = Column(column(OPENS, 10, 10)), Column(column(GOES, 10, 100))
    right, under = Column(column(GOES, 110, 10)), Column(column([*GOES, "了。"], 110, 100))
    assert [upper, lower, right, under] == in_order([under, right, lower, upper])


def test_what_is_set_over_columns_stands_before_them() -> None:
    """A lead over two columns comes first."""
    wide = Column(column(["　晨雾散尽渡船靠岸码头上的人都回来了", "灯塔还亮着。"], 10, 10))
    one, other = Column(column(OPENS, 10, 60)), Column(column(GOES, 110, 60))
    assert [wide, one, other] == in_order([other, one, wide])


def test_what_is_set_over_some_columns_comes_with_them() -> None:
    """A lead over the first two of three, whose text goes on in the third, beside it."""
    wide = Column(column(["　晨雾散尽渡船靠岸码头上的人都回来了", "灯塔还亮着。"], 10, 10))
    one, other = Column(column(OPENS, 10, 60)), Column(column(GOES, 110, 60))
    last = Column(column([*GOES, *GOES, *GOES], 210, 10))
    assert [wide, one, other, last] == in_order([last, other, one, wide])


def test_an_upright_page_is_read_from_the_right() -> None:
    """Where two boxes stand side by side."""
    boxes = [Box(0, 0, 40, 90), Box(50, 0, 90, 90), Box(0, 100, 90, 120)]
    assert page_order(boxes, False) == [0, 1, 2]
    assert page_order(boxes, True) == [1, 0, 2]


def test_a_pinwheel_has_an_order_too() -> None:
    """No straight cut goes through it; every box is in the order once."""
    boxes = [Box(0, 0, 60, 30), Box(70, 0, 100, 60), Box(40, 70, 100, 100), Box(0, 40, 30, 100), Box(40, 40, 60, 60)]
    assert sorted(page_order(boxes, False)) == [0, 1, 2, 3, 4]


def test_boxes_that_lie_over_each_other_come_from_the_top() -> None:
    """However many: no cut goes through them."""
    boxes = [Box(n, n, n + 3000, n + 3000) for n in range(2000)]
    assert page_order(boxes[::-1], False) == list(range(2000))[::-1]


def test_text_between_subheads_is_set_over_nothing() -> None:
    """Subheads stand below each other, however much shorter than the text; what is set over columns is over several
    beside each other."""
    text, more = (
        Column(column(["　晨雾散尽渡船", "码头上回来"], 10, 10)),
        Column(column(["　晨雾散尽渡船", "没有灯。"], 10, 78)),
    )
    subheads = [Column([strip("新灯", 38, 50, 12)]), Column([strip("旧港", 20, 118, 12)])]
    last = Column(column(["　老树下有人下", "棋到天黑。"], 10, 146))
    beside = Column(column(["　人走回城里去", "没有灯。"], 110, 10))
    assert in_order([beside, last, *subheads, more, text]) == [text, subheads[0], more, subheads[1], last, beside]
