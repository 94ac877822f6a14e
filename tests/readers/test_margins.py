"""Page numbers and folio lines stand at the edges of pages."""

import pytest

from converter.layout import Story
from converter.layout.surface import Placed
from converter.readers.margins import is_folio, number_of
from tests.layout.made import strip


def alone(text: str, top: float) -> Story:
    """A story of one line."""
    return Story([Placed(strip(text, 100, top), True)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第32页", "32"),
        ("- 7 -", "7"),
        ("·xii·", "xii"),
        ("12/88", "12"),
        ("第二章", None),
        ("2024", "2024"),
        ("共3页", None),
    ],
)
def test_numbers_at_the_foot(text: str, expected: str | None) -> None:
    """A line that is nothing else is taken out of the page."""
    body, foot = strip("渡船靠岸", 100, 300), strip(text, 100, 780)
    assert number_of([body, foot], 800) == (expected, [body] if expected else [body, foot])


def test_a_number_in_the_text_is_none() -> None:
    """It has to stand at an edge."""
    assert number_of([strip("32", 100, 300)], 800)[0] is None


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([(100, 765)], "32"),  # the last line of a column, right above it
        ([(300, 780), (100, 740)], "32"),  # a title in its row, apart from the text
        ([(300, 780), (100, 765)], None),  # a row of a table
        ([(100, 790)], None),  # a line below it
        ([(300, 790)], "32"),  # a line beside it that is lower
    ],
)
def test_a_number_stands_apart(others: list[tuple[float, float]], expected: str | None) -> None:
    """Below a column of text, and not in the last row of a table."""
    assert number_of([strip("32", 100, 780), *(strip("渡船靠岸", *at) for at in others)], 800)[0] == expected


def test_a_folio_line_tells_a_day_or_a_page() -> None:
    """A title at the edge tells neither."""
    assert is_folio(alone("滨江日报　2024年5月16日　第04版", 20), 800)
    assert not is_folio(alone("滨江日报　2024年5月16日　第04版", 300), 800)
    assert not is_folio(alone("旧港新灯今夜亮起", 20), 800)
