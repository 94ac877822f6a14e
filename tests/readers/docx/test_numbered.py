"""Which numbered paragraphs make a list, and which numbers are text."""

import pytest

from converter.model import Form
from converter.readers.docx.body import Para
from converter.readers.docx.inline import Piece
from converter.readers.docx.numbered import set_lists
from converter.readers.docx.numbering import Label
from tests.readers.documents import NUMBERS, number, p, packed, told


def test_numbers_that_word_puts_there() -> None:
    """一、 and （一） are content; 1. 2. in a row is a list, and one that is interrupted keeps its numbers."""
    body = "".join(
        [p("总体要求", look=number(1)), p("坚持开放。", look=number(3)), p("坚持共享。", look=number(3))]
        + [p("工作安排", look=number(1)), p("修桥", look=number(2)), p("铺路", look=number(2))]
        + [p("另有说明的除外。" * 6), p("点灯", look=number(2))]
    )
    assert told(packed(body, numbering=NUMBERS))[1:] == [
        "subhead 1\t一、总体要求",
        "paragraph\t（一）坚持开放。",
        "paragraph\t（二）坚持共享。",
        "subhead 1\t二、工作安排",
        "paragraph numbered 1\t修桥",
        "paragraph numbered 1\t铺路",
        "paragraph\t" + "另有说明的除外。" * 6,
        "paragraph\t3. 点灯",
    ]


def items(*labels: tuple[str, int, int]) -> list[Para]:
    """Paragraphs with these labels: text, number, depth."""
    return [Para([Piece("桥")], label=Label(text, True, value, depth, "1")) for text, value, depth in labels]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([("1.", 1, 1), ("2.", 2, 1)], [("桥", Form.NUMBERED), ("桥", Form.NUMBERED)]),
        ([("1.", 1, 1), ("3.", 3, 1)], [("1. 桥", None), ("3. 桥", None)]),
        ([("1.", 1, 1), ("1)", 1, 2), ("2.", 2, 1), ("1)", 1, 2)], [("桥", Form.NUMBERED)] * 4),
        (
            [("1.", 1, 1), ("1)", 1, 2), ("2.", 2, 1), ("2)", 2, 2)],
            [("1. 桥", None), ("1) 桥", None), ("2. 桥", None), ("2) 桥", None)],
        ),
        ([("", 0, 1), ("", 0, 2)], [("桥", Form.ITEM), ("桥", Form.ITEM)]),
    ],
    ids="plain gap nested nested-on bullets".split(),
)
def test_rows_of_items(labels: list[tuple[str, int, int]], expected: list[tuple[str, Form | None]]) -> None:
    """Numbers that go 1, 2, 3 at each depth are the list's own; any others are text."""
    paras = items(*labels)
    set_lists(paras)
    assert [(para.text, para.form) for para in paras] == expected
