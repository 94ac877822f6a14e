"""Page numbers and folio lines stand at the edges of pages."""

import pytest

from converter.layout import Story
from converter.layout.surface import Placed
from converter.readers.margins import folio_of, is_folio, number_of
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


@pytest.mark.parametrize(
    ("row", "top", "found"),
    [
        (["滨江日报　2024年5月16日　第04版"], 20, True),
        (["滨江日报", "2024年5月16日", "星期四", "第04版　要闻"], 20, True),
        (["湾区周刊", "总第812期", "特别报道"], 20, True),
        (["滨江日报　2024年5月16日"], 780, True),
        (["滨江日报　2024年5月16日　第04版"], 300, False),
        (["2024年5月16日"], 20, False),  # a day alone
        (["旧港新灯今夜亮起"], 20, False),
        (["滨江日报　2024年5月16日　第04版", "滨江日报　2024年5月16日　第05版"], 20, False),  # a spread
    ],
)
def test_the_folio_line_is_no_headline(row: list[str], top: float, found: bool) -> None:
    """It is taken out before the layout is found, as one line, whatever its type and in how many pieces it is set."""
    pieces = [strip(text, 40 + 300 * n, top, 12) for n, text in enumerate(row)]
    body = [strip("渡船靠岸的时候", 40, 120 + 15 * n) for n in range(20)]
    head, rest, foot = folio_of([*body, *pieces], 800)
    assert [line.strip.text for story in head + foot for line in story.lines] == (["　".join(row)] if found else [])
    assert (rest, bool(foot)) == (body if found else [*body, *pieces], found and top > 400)
    assert all(is_folio(story, 800) for story in head + foot)


def test_what_stands_beside_a_folio_line() -> None:
    """Text in its row is none of it, and then it is no row of its own; nor is an upright line."""
    line = strip("滨江日报　2024年5月16日　第04版", 40, 20)
    beside = strip("渡口的灯", 400, 26)
    assert folio_of([line, beside, strip("渡船靠岸", 400, 31)], 800)[0] == []
    upright = strip("渡口的灯", 400, 20, upright=True)
    assert folio_of([line, upright], 800)[0] == []
    assert folio_of([], 800) == ([], [], [])
