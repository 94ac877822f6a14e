"""Two lines put side by side."""

import pytest

from converter.model import Mark, Run
from converter.press.joints import joined, joints


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["做新一", "代的船。"], "做新一代的船。"),
        (["采用open", "source软件"], "采用open source软件"),
        (["infor-", "mation"], "information"),
        (["COVID-", "19疫苗"], "COVID-19疫苗"),
        (["使用App", "的人"], "使用App的人"),
        (["1", "984年"], "1984年"),
        (["Hello,", "world"], "Hello, world"),
        (["——", "他说"], "——他说"),
        (["A-", "b"], "A-b"),
        (["a-", "B"], "a-B"),
        (["a", "-b"], "a-b"),
        (["see (a)", "b"], "see (a)b"),
        (["a.", "b"], "a. b"),
        (["a", "1"], "a1"),
        (["新", "infor-", "mation", "代"], "新information代"),
        ([], ""),
    ],
)
def test_join(lines: list[str], expected: str) -> None:
    """Nothing between Han, a space between Latin words, a broken word made whole."""
    assert "".join(joints(lines)) == expected


def test_runs_are_joined_as_their_lines_are() -> None:
    """A space goes in and a hyphen goes away, both at one line too; a blank that a line begins with stays."""
    lines = [(Run("用open"),), (Run("in"), Run("for-", Mark.EMPHASIS)), (Run("mation"),), (Run(" 学"),)]
    expected = [Run("用open"), Run(" "), Run("in"), Run("for", Mark.EMPHASIS), Run("mation"), Run(" 学")]
    assert list(joined(lines)) == expected
