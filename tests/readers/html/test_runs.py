"""Blanks of a page become what a browser shows of them."""

from __future__ import annotations

import pytest

from converter.model import Mark, Run
from converter.readers.html.runs import indent_of, tidy


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([Run(" 潮 \n 水 ")], [Run("潮水")]),
        ([Run("a \n b")], [Run("a b")]),
        ([Run("潮 水")], [Run("潮 水")]),
        ([Run("潮\xa0\t"), Run(" 水", Mark.STRONG)], [Run("潮 "), Run("水", Mark.STRONG)]),
        ([Run(" "), Run("", name="x"), Run(" 潮")], [Run("", name="x"), Run("潮")]),
        ([Run("潮"), Run("海", image="a.png"), Run(" ")], [Run("潮"), Run("海", image="a.png")]),
        ([Run(" \n"), Run("\u3000")], []),
    ],
    ids=["Han", "Latin", "blank", "two runs", "place", "picture", "nothing"],
)
def test_blanks(runs: list[Run], expected: list[Run]) -> None:
    """A line end between Han is nothing, other blanks are one, also over two runs; none is at the ends."""
    assert tidy(runs) == expected


@pytest.mark.parametrize(
    ("text", "columns"), [("\u3000\u3000潮", 4), ("\xa0\xa0 \n潮", 2), ("  潮", 0), ("潮\u3000", 0)]
)
def test_indents(text: str, columns: int) -> None:
    """Full-width and no-break blanks are shown, common ones are not."""
    assert indent_of(text) == columns
