"""Lines in a row that name the pages which they lead to are the contents of a paper."""

from dataclasses import replace

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.series.teasers import teasers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("导读\nA02 海堤明年开工\nA03 老街修缮过半\n渡口的灯\n", [0, 1, 2]),
        ("【今日要目】\n海堤明年開工……第2版\n老街修繕過半……第三版\n", [0, 1, 2]),
        ("渡口的灯\n▶第2版 海堤明年开工\n▶第3版 老街修缮过半\n", [1, 2]),
        ("渡口的灯\nA02 海堤明年开工\n老街修缮过半\n", []),
        ("导读\n2 海堤明年开工\n3 老街修缮过半\n", []),
        ("海堤的石头运到第二版。\n老街的石头运到第三版。\n", []),
        ("第三版\n第四版\n", []),
        ("今日提要\n\n海堤开工\n全长八里。　二版\n\n老街过半\n年底修完。　三版\n", [0, 1, 2, 3, 4]),
        ("海堤的灯\n\n老街过半\n年底修完。　三版\n\n渡口的灯\n", []),
        ("海堤开工\n\n全长八里。　二版\n\n老街过半\n\n年底修完。　三版\n", []),
    ],
    ids=[
        "ahead",
        "behind",
        "without-a-name",
        "one",
        "numbered",
        "sentences",
        "pages-alone",
        "of-two-lines",
        "one-of-two-lines",
        "apart",
    ],
)
def test_teasers(text: str, expected: list[int]) -> None:
    """Two or more; a page alone, a number and a sentence are none."""
    lines = source_of(text).lines
    assert [told.place for told in teasers(lines, range(len(lines)))] == expected


def test_the_name_of_a_list_may_be_set_as_a_headline() -> None:
    """No other headline is of it."""
    lines = source_of("导读\nA02 海堤明年开工\nA03 老街修缮过半\n").lines
    for text, expected in (("导读", [0, 1, 2]), ("渡口", [1, 2])):
        some = [replace(lines[0], text=text, role=Role.HEADLINE), *lines[1:]]
        assert expected == [told.place for told in teasers(some, [1, 2])]
