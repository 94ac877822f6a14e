"""A list's titles and the numbers of their pages are rows."""

from converter.layout import Surface, read
from converter.layout.contents import with_numbers
from converter.layout.surface import Strip
from tests.layout.made import strip

TITLES = ["渡口的早晨", "灯塔与守塔人", "夜市开张以后", "老街的茶馆………"]
NUMBERS = ["3", "12", "27", "140"]


def listed(numbers: list[str], titles: list[str] = TITLES) -> list[Strip]:
    """Titles, and numbers that end at one place."""
    right = [strip(number, 300 - 10 * len(number), 10 + 16 * row) for row, number in enumerate(numbers)]
    return [strip(title, 10, 10 + 16 * row) for row, title in enumerate(titles)] + right


def texts(strips: list[Strip]) -> list[str]:
    """What the lines say."""
    return [strip.text for strip in with_numbers(strips)]


def test_a_title_has_its_number() -> None:
    """A blank between them stands for the white, none where leaders lead to it."""
    assert texts(listed(NUMBERS)) == ["渡口的早晨　3", "灯塔与守塔人　12", "夜市开张以后　27", "老街的茶馆………140"]


def test_what_is_no_list_is_left_alone() -> None:
    """Two rows; numbers in one row with others; numbers that end nowhere together."""
    for some in (
        listed(NUMBERS[:2], TITLES[:2]),
        [*listed(NUMBERS), *(strip("4.1%", 200, 10 + 16 * row) for row in range(4))],
        [strip(number, 100 + 37 * row, 10 + 16 * row) for row, number in enumerate(NUMBERS)],
    ):
        assert texts(some) == [one.text for one in some]


def test_each_row_begins_a_block() -> None:
    """However full it is: all rows end in the number's place."""
    (story,) = read(Surface(400, 300, strips=listed(NUMBERS)))
    assert [(line.strip.text[:2], line.opens) for line in story.lines] == [(title[:2], True) for title in TITLES]


def test_a_list_beside_a_text() -> None:
    """The nearest line in a number's row is its title; full lines of a column of text are none."""
    beside = [strip("海风吹过旧城", 330, 12 + 16 * row) for row in range(4)]
    assert texts([*listed(NUMBERS), *beside])[:4] == texts(listed(NUMBERS))
    column = listed(NUMBERS, ["海风吹过旧城墙"] * 4)
    assert texts(column) == [one.text for one in column]
