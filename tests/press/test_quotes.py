"""Quotes that are straight, low, corners or primes are told as “” and ‘’."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.press.quotes import as_curly, turned

SPEECH = [
    "“谁？”",
    "“是我。”那头说，“你把东西藏哪儿了？”",
    "里屋的人问：“他说‘不来’？”",
    "电话挂了。",
    "“一座桥，三盏灯，",
    "都在水里。”",
    "“‘老地方’？哪个‘老地方’？”",
    "他站住。“谁？”",
]
"""Lines of a novel, one speech over two of them."""


@pytest.mark.parametrize(
    "marks",
    [
        "“”‘’",
        "「」『』",
        "\"\"''",
        "＂＂＇＇",
        "〝〞‘’",
        "﹁﹂﹃﹄",
        "〝〟‘’",
        "„“‚‘",
        "“\"‘'",
        "\"”'’",
        "””‘’",
        "““‘’",
    ],
)
def test_a_page_is_the_same_however_its_quotes_are_typed(marks: str) -> None:
    """Each line is as long as before, and its quotes are curly ones."""
    typed = str.maketrans("“”‘’", marks)

    assert as_curly([line.translate(typed) for line in SPEECH]) == SPEECH


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (['他说：「你把那封"信"烧了。」'], ["他说：“你把那封“信”烧了。”"]),  # a pair of its own, within corners
        (['买了一台29"的电视。'], ['买了一台29"的电视。']),  # inches
        (['他说："这是29"的。'], ["他说：“这是29”的。"]),  # the quote ends in a number
        (["It's the boys' rock 'n' roll."], ["It's the boys' rock ‘n’ roll."]),
        (["It’s the boys’ own."], ["It's the boys' own."]),  # apostrophes
        (["他说‘OK’。"], ["他说‘OK’。"]),
        (["他说'OK'。"], ["他说‘OK’。"]),
        (['他说："路很长，', '"后来他走了。'], ["他说：“路很长，", "”后来他走了。"]),  # what is open is closed first
        (['他说："路很长。', '"后来他走了。"'], ["他说：“路很长。", "“后来他走了。”"]),  # a paragraph opens anew
        (['他说："路', "很长。", '"走。"'], ["他说：“路", "很长。", "“走。”"]),  # one that was left out
        (['"'], ["“"]),
        (["“"], ["“"]),
        ([], []),
    ],
)
def test_marks_that_are_told_by_their_place(lines: list[str], expected: list[str]) -> None:
    """By what stands before and behind, and by what is open."""
    assert as_curly(lines) == expected


@given(st.lists(st.text(alphabet="甲。，a9 \"'“”‘’「」＂〝〞„‚")))
def test_nothing_but_quotes_is_changed(lines: list[str]) -> None:
    """Lines keep their length and all that is no quotation mark, and what was told once is told so again."""
    marks = "\"'“”‘’「」＂〝〞„‚"
    blank = str.maketrans(marks, "x" * len(marks))
    found = as_curly(lines)

    assert [line.translate(blank) for line in lines] == [line.translate(blank) for line in found]


@pytest.mark.parametrize(("line", "most"), [("字" * 300_000 + '"', 6), ('"' * 100_000, 60), ("'" * 100_000, 60)])
def test_a_line_as_long_as_a_book_takes_little_memory(line: str, most: int) -> None:
    """So many bytes for each of its characters at the most, its own two in the text that is made among them."""
    turned(["a\"'"])
    tracemalloc.start()
    turned([line])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < most * len(line)
