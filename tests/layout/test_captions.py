"""Pictures take the lines right below them."""

from converter.layout.captions import captions_of
from converter.model import Box
from tests.layout.made import column, strip, upright

TEXT = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着呢一个"]


def test_smaller_type_below_a_picture_is_its_caption() -> None:
    """Two rows of it; the text below them is text, and an ornament is no picture."""
    picture, ornament = Box(10, 10, 90, 60), Box(200, 10, 210, 20)
    words = [strip("渡船靠岸。", 10, 64, 8), strip("周舟摄", 60, 74, 8)]
    found, rest = captions_of([*words, *column(TEXT, 10, 90)], [picture, ornament], 10)
    assert found == [(picture, words)]
    assert [line.text for line in rest] == [row.strip("　") for row in TEXT]


def test_text_below_a_picture_is_text() -> None:
    """Type of the text's size is no caption, unless it is of another face."""
    picture, lines = Box(10, 10, 90, 60), column(TEXT, 10, 66)
    assert captions_of(lines, [picture], 10) == ([(picture, [])], lines)
    words = strip("渡船靠岸。", 10, 64)
    words.face = "Hei"
    for line in lines:
        line.face = "Song"
    assert captions_of([words, *lines[1:]], [picture], 10)[0] == [(picture, [words])]


def test_upright_lines_beside_a_picture_are_its_caption() -> None:
    """At its left, from the right to the left, or else at its right; not those that are longer than it is, nor text."""
    picture = Box(60, 10, 140, 100)
    left = [strip("渡船靠岸。", 48, 10, 8, upright=True), strip("周舟摄", 36, 10, 8, upright=True)]
    text = upright(["　晨雾散尽渡船", "码头上的人都回来"], 155, 10)
    assert captions_of([*text, *left], [picture], 10) == ([(picture, left)], text)
    right = [strip("渡船靠岸。", 144, 10, 8, upright=True)]
    assert captions_of(right, [picture], 10)[0] == [(picture, right)]
    long = strip("渡船靠岸，码头上的人都回来了。", 48, 10, 8, upright=True)
    assert captions_of([*text, long], [picture], 10)[0] == [(picture, [])]
