"""Which numbered paragraphs make a list, and which numbers are text."""

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
