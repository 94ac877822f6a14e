"""Lines joined to one text."""

import pytest

from converter.structure.assemble import join


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
    ],
)
def test_join(lines: list[str], expected: str) -> None:
    """Nothing between Han, a space between Latin words, a broken word made whole."""
    assert join(iter(lines)) == expected
