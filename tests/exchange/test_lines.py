"""Lines and runs as values of JSON, and back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from converter.errors import UnreadableInput
from converter.exchange.lines import line_from_dict, line_to_dict, runs_from, runs_to_list
from converter.exchange.told import Told
from converter.model import Box, Form, Line, Mark, Opens, Role, Run
from tests.strategies import LINES

TEXT = "渡口停摆后，七百人走过江面。"


def test_of_a_line_as_usual_its_place_is_told() -> None:
    """Its text is the document's, and what is as usual is left out."""
    assert line_to_dict(Line("渡口", 0, 2, 1), TEXT) == {"number": 1, "start": 0, "end": 2}


@pytest.mark.parametrize("text", [None, TEXT])
def test_a_text_of_its_own_is_told(text: str | None) -> None:
    """Where the document has no text, or another at that place."""
    assert line_to_dict(Line("渡 口", 0, 2, 1), text) == {"number": 1, "start": 0, "end": 2, "text": "渡 口"}


def test_all_that_may_be_known() -> None:
    """Values are those of JSON: a box is its four edges, a role its name."""
    line = Line(
        "渡口", 0, 2, 3, gap_before=1, indent=2, page=4, size=22.5, bold=True, centred=True, level=1,
        box=Box(1, 2.5, 30, 40), upright=True, sure=0.25, role=Role.DECK, opens=Opens.BLOCK,
        runs=(Run("渡", Mark.STRONG), Run("口")), form=Form.NUMBERED, depth=2,
    )  # fmt: skip
    told = line_to_dict(line, TEXT)
    assert told == {
        "number": 3, "start": 0, "end": 2, "gap_before": 1, "indent": 2, "page": 4, "size": 22.5, "bold": True,
        "centred": True, "level": 1, "box": [1, 2.5, 30, 40], "upright": True, "sure": 0.25, "role": "deck",
        "opens": "block", "runs": [{"text": "渡", "mark": "strong"}, {"text": "口"}], "form": "numbered", "depth": 2,
    }  # fmt: skip
    assert line_from_dict(Told(json.loads(json.dumps(told))), TEXT) == line


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("text", [None, TEXT])
def test_lines_come_back(line: Line, text: str | None) -> None:
    """Whether or not the document's text is at hand."""
    assert line_from_dict(Told(line_to_dict(line, text)), text) == line


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"box": [1, 2, 3]}, "box is not left, top, right and bottom"),
        ({"box": [1, 2, 3, "4"]}, "box is not left, top, right and bottom"),
        ({"start": None}, "start is not a whole number"),
        ({"runs": [{"mark": "strong"}]}, "line 2, run 0 has no text"),
        ({"opens": "page"}, "opens is not one of article, block, line"),
    ],
)
def test_what_is_no_line(said: dict[str, Any], message: str) -> None:
    """The line and the fault are told."""
    with pytest.raises(UnreadableInput, match=message):
        line_from_dict(Told({"start": 0, "end": 1, "number": 1} | said, "line 2"), TEXT)


def test_runs() -> None:
    """What a run lacks is not said; no list of runs is another thing than an empty one."""
    runs = (Run("见"), Run("桥", Mark.EMPHASIS, "#b"), Run("", image="a.png"), Run("", Mark.PAGE, name="12"))
    told = runs_to_list(runs)
    assert told == [
        {"text": "见"},
        {"text": "桥", "mark": "emphasis", "href": "#b"},
        {"text": "", "image": "a.png"},
        {"text": "", "mark": "page", "name": "12"},
    ]
    assert [runs_from(Told(value)) for value in ({"runs": told}, {"runs": []}, {})] == [runs, (), None]
