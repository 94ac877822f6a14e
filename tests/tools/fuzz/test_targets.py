"""Every target passes its seeds and what once made it fail; a broken promise is found."""

from __future__ import annotations

from pathlib import Path

import pytest

import tools.fuzz
from converter.model import Block, Issue, Line, Role, Run, Section, Source
from tools.fuzz.targets import TARGETS, Broken, check_kept, check_source, check_tree
from tools.fuzz.tokens import MODULES, dictionary

HERE = Path(tools.fuzz.__file__).parent
INPUTS = sorted(file for folder in ("seeds", "finds") for file in (HERE / folder).rglob("*") if file.is_file())


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_inputs(file: Path) -> None:
    """What a fuzzer begins with, and each of its finds, keeps every promise."""
    TARGETS[file.parent.name](file.read_bytes())


def test_every_target_has_seeds_and_a_dictionary() -> None:
    """Committed ones, so that a minute is not spent on finding the format."""
    assert set(TARGETS) == set(MODULES) == {file.parent.name for file in INPUTS if file.parts[-3] == "seeds"}
    assert all(dictionary(name).startswith('"\\x') for name in TARGETS)


@pytest.mark.parametrize(
    "source",
    [
        Source("渡口", (Line("渡口", 0, 2, 1), Line("口", 1, 2, 1))),
        Source("渡口", (Line("渡口", 0, 3, 1),)),
        Source("渡口", (Line("渡口", 0, 2, 1, runs=(Run("渡"),)),)),
    ],
    ids=["overlapping", "beyond the end", "other runs"],
)
def test_lines_that_are_wrong(source: Source) -> None:
    """Places and runs are looked at."""
    with pytest.raises(Broken):
        check_source(source)


def test_characters_that_are_lost() -> None:
    """By a reader without a word, or by the detector."""
    with pytest.raises(Broken, match="lost without a word: '口'"):
        check_kept(Source("渡口", (Line("渡", 0, 1, 1),)))
    with pytest.raises(Broken, match="lost by the detector: '渡'"):
        check_tree(Source("渡", (Line("渡", 0, 1, 1),)), Issue((Section(()),)))
    assert Block(Role.PARAGRAPH, (Run("渡"),)).text == "渡"
