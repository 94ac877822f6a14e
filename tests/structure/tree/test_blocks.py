"""Lines made into the blocks of a tree."""

from converter.model import Line, Mark, Run, Source
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.tree.articles import assemble


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
