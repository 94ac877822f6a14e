"""A whole page becomes stories in order; what is framed is read alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.layout import Surface, read
from converter.layout.surface import Glyph
from converter.model import Box
from tests.layout.made import column, strip, upright

OPENS = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着呢一个"]
GOES = ["人走回城里的路上", "没有灯也没有一个", "人。"]


def test_lines_that_were_recognised_take_the_same_road() -> None:
    """A surface of lines needs no glyphs; a frame among them comes after the story that it lies in."""
    lines = [
        strip("旧港新灯", 18, 10, 16),
        *column(OPENS, 10, 35),
        strip("渡船停航", 118, 60, 12),
        *column(GOES, 10, 105),
    ]
    lines += column(["　夜里没有船开", "出去。"], 110, 75)
    surface = Surface(300, 200, strips=lines, frames=[Box(100, 50, 200, 110)])
    found = [[line.strip.text for line in story.lines] for story in read(surface)]
    outer = ["旧港新灯", *(row.strip("　") for row in OPENS), *GOES]
    assert [outer, ["渡船停航", "夜里没有船开", "出去。"]] == found


@pytest.mark.parametrize("sizes", [(16,), (12, 20, 14)])
def test_a_ground_of_a_headline_parts_it_from_no_text(sizes: tuple[float, ...]) -> None:
    """A frame that holds large lines set alike is none that is read alone; three sizes are an advertisement's."""
    title = [strip("旧港新灯", 14, 10 + 22 * n, size) for n, size in enumerate(sizes)]
    text = column([*OPENS, *GOES], 10, 90)
    stories = read(Surface(300, 400, strips=[*title, *text], frames=[Box(5, 5, 120, 80)]))
    assert [len(story.lines) for story in stories] == ([7] if len(sizes) == 1 else [6, 3])


def test_each_row_of_a_table_has_its_own_place() -> None:
    """And is as sure as its least sure line."""
    words = [strip("港口", 5, 5), strip("吨位", 105, 5), strip("东礁", 5, 25), strip("三千", 105, 25)]
    words[3].sure = 0.5
    rules = [Box(0, y, 200, y + 0.5) for y in (0, 20, 40)] + [Box(x, 0, x + 0.5, 40) for x in (0, 100, 200)]
    (table,) = [story for story in read(Surface(300, 200, strips=words, rules=rules)) if story.rows]
    assert [(row.cells, row.box, row.sure) for row in table.rows] == [
        (["港口", "吨位"], Box(5, 5, 125, 15), 1.0),
        (["东礁", "三千"], Box(5, 25, 125, 35), 0.5),
    ]


def test_a_page_of_thousands_of_places_is_read_row_by_row() -> None:
    """Whose lines are no columns: in the time that a page takes, and without an end of the stack."""
    some = [strip("渡", 40 * (n % 60), 60 * (n // 60)) for n in range(3000)]
    (story,) = read(Surface(2400, 3000, strips=some))
    assert [line.strip for line in story.lines] == some


def test_a_page_of_hundreds_of_headlines_is_read_row_by_row() -> None:
    """As one of thousands of places is: each large line is held against every other."""
    large = [strip("渡口老灯", 90 * (n % 30), 60 * (n // 30), 20) for n in range(630)]
    small = [strip("灯修好了", 90 * (n % 30), 60 * (n // 30) + 30, 8) for n in range(660)]
    (story,) = read(Surface(2800, 1400, strips=[*large, *small]))
    assert len(story.lines) == len(large) + len(small)


@given(
    st.lists(
        st.tuples(st.sampled_from("渡口，。“a1"), st.floats(0, 400), st.floats(0, 400), st.floats(2, 40)), max_size=50
    ),
    st.lists(st.tuples(st.floats(0, 400), st.floats(0, 400), st.floats(1, 300), st.floats(0.2, 300)), max_size=6),
)
def test_nothing_is_lost_and_nothing_raises(
    some: list[tuple[str, float, float, float]], boxes: list[tuple[float, float, float, float]]
) -> None:
    """Whatever lies on a page, each of its characters is in one line of one story."""
    made = [Glyph(char, x, y, x + size, y + size, size) for char, x, y, size in some]
    shapes = [Box(x, y, x + across, y + down) for x, y, across, down in boxes]
    found = [line.strip.text for story in read(Surface(500, 500, made, [], shapes, shapes)) for line in story.lines]
    assert sorted(char for char, *_ in some) == sorted("".join(found).replace(" ", "").replace("\u3000", ""))


def test_a_table_in_a_column_parts_no_story() -> None:
    """Text goes on below it, though its rules lie between."""
    words = [
        strip(text, x, y, 8) for x, y, text in ((12, 62, "港口"), (55, 62, "吨位"), (12, 78, "东礁"), (55, 78, "三千"))
    ]
    rules = [Box(10, y, 90, y + 0.5) for y in (60, 75, 90)] + [Box(x, 60, x + 0.5, 90) for x in (10, 50, 90)]
    lines = [strip("旧港新灯", 10, 0, 14), *column(OPENS, 10, 18, 14), *column(GOES, 10, 96, 14)]
    found = read(Surface(100, 200, strips=[*lines, *words], rules=rules))
    assert [line.strip.text for line in found[0].lines] == ["旧港新灯", *(row.strip("　") for row in OPENS), *GOES]
    assert [row.cells for row in found[1].rows] == [["港口", "吨位"], ["东礁", "三千"]]


def test_a_headline_amid_its_own_text() -> None:
    """What is set into a text that has no headline is its headline."""
    upper, lower = column(OPENS, 10, 10), column(GOES, 10, 100)
    beside = column(["　夜里没有船开出", "去，只有海风吹过", "旧城墙。"], 110, 10)
    (story, *others) = read(Surface(300, 200, strips=[*upper, strip("灯就亮了", 18, 70, 16), *lower, *beside]))
    assert [(line.strip.text, line.level) for line in story.lines][:2] == [("灯就亮了", 1), ("晨雾散尽渡船", 0)]
    assert not any(other.insert for other in others)


@pytest.mark.parametrize(
    "picture",
    [Box(110, 10, 210, 60), Box(320, 80, 400, 140), Box(20, 230, 120, 290), Box(25, 135, 85, 180)],
    ids=["above all lines", "beside them", "below them", "in a frame"],
)
def test_a_picture_is_shown_once(picture: Box) -> None:
    """Wherever it lies, twice drawn or not; one in a frame is read with what is framed."""
    lines = [*column(["晨雾散尽以后，渡", "船一艘接一艘靠上", "了码头。"], 20, 80), *column(["潮位表"], 25, 185)]
    frame = Box(20, 130, 100, 205)
    found = read(Surface(420, 300, [], lines, [], [frame], [picture, picture]))
    assert [(story.picture, len(story.frames)) for story in found if story.picture] == [(picture, picture.left == 25)]
    assert sorted(line.strip.text for story in found for line in story.lines) == sorted(line.text for line in lines)


@pytest.mark.parametrize("upright", [False, True])
def test_pictures_side_by_side(upright: bool) -> None:
    """Under one headline they come in the order of reading, then those below them."""
    head = [strip("渡口换了新船", 20, 10, 20)]
    shown = [Box(20, 50, 120, 120), Box(140, 50, 240, 120), Box(20, 150, 120, 220)]
    rows = ["晨雾散尽以后渡", "船一艘接一艘靠", "上了码头。"]
    text = (
        [strip(row, 100 - 15 * n, 240, upright=True) for n, row in enumerate(rows)]
        if upright
        else column(rows, 20, 240)
    )
    found = read(Surface(300, 400, [], [*head, *text], pictures=shown))
    first, second, third = shown
    expected = [second, first, third] if upright else [first, second, third]
    assert [story.picture for story in found if story.picture] == expected


def test_a_headline_in_a_frame_is_of_the_text_right_below_it() -> None:
    """As wide as the frame is; text further below is of another story, where the frame holds more than large lines."""
    head = [strip("旧港新灯今夜亮", 14, 14, 20), strip("守塔人的一天", 30, 40, 10)]
    for top, expected in ((70, [10]), (110, [2, 8])):
        text = [*column([*OPENS, *GOES], 10, top), *column(["　夜里没有船开", "出去。"], 110, top)]
        found = read(Surface(300, 300, strips=[*head, *text], frames=[Box(10, 10, 190, 60)]))
        assert sorted(len(story.lines) for story in found) == expected


def test_a_credit_to_the_right_below_a_caption_is_a_block() -> None:
    """A line that goes on with the caption is none."""
    lines = [*column([*OPENS, *GOES], 10, 120), strip("潮位表今年春天换", 10, 84, 8), strip("了新的。", 10, 95, 8)]
    credit = strip("柳溪摄", 66, 106, 8)
    (shown,) = [
        s for s in read(Surface(200, 300, strips=[*lines, credit], pictures=[Box(10, 10, 90, 80)])) if s.picture
    ]
    assert [line.opens for line in shown.lines] == [True, False, True]


def test_a_pull_quote_stands_before_a_frame_that_its_story_holds() -> None:
    """It is of the story round both."""
    upper = [strip("旧港新灯", 18, 10, 16), *column(OPENS, 10, 35)]
    quote, lower = strip("灯就亮了", 18, 95, 16), column(GOES, 10, 130)
    side = column(["　夜里没有船开", "出去。"], 84, 100)
    found = read(Surface(300, 300, strips=[*upper, quote, *lower, *side], frames=[Box(80, 90, 190, 130)]))
    assert [(story.insert, bool(story.frames)) for story in found] == [(False, False), (True, False), (False, True)]


def test_a_picture_beside_an_upright_text() -> None:
    """It comes after the story that ends right of it, though that does not reach below it."""
    text = [
        strip("旧港新灯", 270, 10, 16, upright=True),
        *upright(["　晨雾散尽渡船", *["码头上的人都回来"] * 4], 250, 10),
    ]
    surface = Surface(300, 200, strips=[strip("海港日报", 10, -5), *text], pictures=[Box(80, 10, 180, 90)])
    assert [bool(story.picture) for story in read(surface)] == [False, False, True]
