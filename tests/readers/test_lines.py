"""Runs become lines whose spans give the text back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import UnreadableInput
from converter.model import Form, Line, Mark, Metadata, Run, Source
from converter.readers.lines import NAMELESS, Lines, joined


def source(*lines: list[Run], **seen: Form) -> Source:
    """The source of lines of these runs."""
    gathered = Lines()
    for runs in lines:
        gathered.add(runs, **seen)
    return gathered.source(Metadata(), (), ())


def test_lines_and_gaps() -> None:
    """A line without text is a gap before the next one; before the first line there is none."""
    made = source([Run(" ")], [Run("渔港")], [], [Run("\u200b")], [Run("船队")])
    assert made.lines == (Line("渔港", 0, 2, 1, 0), Line("船队", 5, 7, 4, 2))
    assert made.text == "渔港\n\n\n船队\n"


@pytest.mark.parametrize(
    ("runs", "form", "text", "kept"),
    [
        ([Run(" 船"), Run("队 ")], None, "船队", ()),
        ([Run(" "), Run(" 船", Mark.STRONG), Run("队"), Run("\n")], None, "船队", (Run("船", Mark.STRONG), Run("队"))),
        ([Run("\t船\t队")], None, "船 队", ()),
        ([Run("\t船\t队")], Form.ROW, "\t船\t队", ()),
        ([Run("船\n队\u200b")], None, "船 队", ()),
        ([Run("", image="a.png")], None, NAMELESS, (Run(NAMELESS, image="a.png"),)),
        ([Run(" 海 ", image="a.png"), Run(" ")], None, "海", (Run("海", image="a.png"),)),
    ],
    ids=["plain", "marked", "tab", "row", "break", "picture", "picture's words"],
)
def test_what_a_line_has(runs: list[Run], form: Form | None, text: str, kept: tuple[Run, ...]) -> None:
    """Blanks at the ends go, tabs stay in a row alone, plain runs are no runs, a picture has words."""
    (line,) = source(runs, form=form).lines if form else source(runs).lines
    assert (line.text, line.runs) == (text, kept)


def test_neighbours_of_one_kind_are_one_run() -> None:
    """Runs that differ in their text alone are joined; pictures and places stay apart."""
    runs = [Run("船", Mark.SUP), Run("队", Mark.SUP), Run("a", image="p"), Run("a", image="p"), Run("", name="x")]
    assert list(joined(runs)) == [Run("船队", Mark.SUP), *runs[2:]]


def test_nothing_to_read() -> None:
    """A document of blanks is none."""
    with pytest.raises(UnreadableInput, match="the document has no text"):
        source([Run("\u3000")])


TEXTS = st.lists(st.text(st.sampled_from("船队 \u3000\t\n\u200b"), max_size=6).map(Run), max_size=4)


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_spans_give_the_text_back(lines: list[list[Run]]) -> None:
    """Every character that is not blank is in one line, and a line's span is its text."""
    said = "".join(run.text for runs in lines for run in runs).replace("\u200b", "")
    try:
        made = source(*lines)
    except UnreadableInput:
        assert not said.strip()
        return
    assert [made.text[line.start : line.end] for line in made.lines] == [line.text for line in made.lines]
    assert "".join("".join(line.text for line in made.lines).split()) == "".join(said.split())
