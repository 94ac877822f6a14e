"""Lines joined to one text."""

import pytest

from converter.model import Line, Mark, Run, Source
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.tree.articles import assemble
from converter.structure.tree.blocks import joints


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
    assert "".join(joints(lines)) == expected


def test_marks_stay_on_their_words_where_lines_are_joined() -> None:
    """A space goes in and a hyphen goes away beside a mark; a line without marks is plain."""
    lines = (
        Line("用open", 0, 5, 1, runs=(Run("用"), Run("open", Mark.STRONG))),
        Line("infor-", 6, 12, 2, runs=(Run("in"), Run("for-", Mark.EMPHASIS))),
        Line("mation学", 13, 20, 3),
    )
    opens, goes_on = STATES.index(("paragraph", "block")), STATES.index(("paragraph", "line"))
    readings = [Reading(state, 1.0, None) for state in (opens, goes_on, goes_on)]

    [block] = assemble(Source("", lines), readings).blocks()

    expected = [("用", None), ("open", "strong"), (" ", None), ("in", None), ("for", "emphasis"), ("mation学", None)]
    assert expected == [(run.text, run.mark) for run in block.runs]
