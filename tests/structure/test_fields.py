"""Rows of fields, figures and prices are text, line by line, and what stands around them is not of them."""

import pytest

from converter.readers.text import source_of
from converter.structure.fields import fields
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading


def told(text: str, states: str) -> list[tuple[int, str, str]]:
    """What is told of the lines of a text whose states are given: ``role`` opens a block, ``role+`` goes on."""
    readings = [
        Reading(STATES.index((state.rstrip("+"), "line" if state[-1] == "+" else "block")), 0.5, None)
        for state in states.split()
    ]
    found = fields(source_of(text).lines, readings)
    return [(place, str(role), str(opens or "")) for place, role, opens, _ in found]


@pytest.mark.parametrize(
    ("text", "states", "expected"),
    [
        ("姓名：江帆\n年齡：70歲\n最難忘：逆風奪冠\n", "paragraph paragraph subhead", [0, 1, 2]),
        ("姓名：江帆\n年龄：70岁\n最难忘：逆风夺冠\n", "caption paragraph paragraph", [0, 1, 2]),
        ("姓名：江帆\n年龄：70岁\n最难忘的一次\n", "paragraph paragraph subhead", []),
        ("航運　+2.35%\n電子　+0.61%\n金融　-0.12%\n", "paragraph subhead subhead", [0, 1, 2]),
        ("日期 Date：7月10日\n時間 Time：10am\n地點 Venue：渡口\n", "headline paragraph paragraph+", [0, 1, 2]),
        ("姓名：江帆\n年龄：70岁\n最难忘：逆风夺冠\n", "subhead subhead subhead", []),
        ("姓名：江帆\n年龄：70岁\n灯修好了。\n", "paragraph subhead paragraph", []),
        ("姓名：江帆\n年龄：70岁\n职业：渡工\n", "paragraph paragraph paragraph", []),
        ("名譽主席：江帆\n顧問：石守\n主席：柏青禾\n", "byline paragraph paragraph", [0, 1, 2]),
        (
            "名誉社长：江帆\n顾问：石守\n社长：柏青禾\n灯修好了。\n",
            "signature paragraph paragraph paragraph+",
            [0, 1, 2, 3],
        ),
        ("名譽主席：江帆\n顧問：石守\n主席：柏青禾\n", "byline caption subhead", [0, 1, 2]),
        ("社长：江帆\n主编：石守\n摄影：柏青禾\n", "byline byline byline", []),
        (
            "石守没有抬头：„盐场‘\n船工没有抬头：„等一等——“\n小满没有抬头：„走\n到渡口去。“\n",
            "paragraph paragraph paragraph paragraph+",
            [],
        ),
        ("灯很亮\n文：江帆\n图：石守\n编辑：柏青禾\n", "headline byline byline paragraph", []),
        ("白米　每石　四十二萬元\n黃豆　每石　三十六萬元\n", "signature column_note", [0, 1]),
        ("灯座　每只三元\n龙井茶\n", "signature column_note", []),
        ("地址：渡口街十七號\n營業時間：上午十時至晚上八時\n", "column_note column_note", [0, 1]),
        ("地址：渡口街十七號\n電話：二三四五\n", "column_note column_note", []),
        (
            "年齡：70歲\n職業：渡工\n志願：修燈\n青年團遠足\n下月七日在渡口集合。\n",
            "paragraph paragraph paragraph paragraph paragraph+",
            [0, 1, 2],
        ),
    ],
    ids=[
        "traditional",
        "first",
        "no-field",
        "figures",
        "in-english-too",
        "no-text",
        "few",
        "read-rightly",
        "offices",
        "what-stands-below",
        "offices-alone",
        "imprint",
        "speech",
        "makers",
        "prices",
        "one-price",
        "a-shop",
        "a-paper",
        "a-title-below",
    ],
)
def test_fields(text: str, states: str, expected: list[int]) -> None:
    """A row of three fields or more is text where one of it was read as text."""
    assert [place for place, role, _ in told(text, states) if role == "paragraph"] == expected
