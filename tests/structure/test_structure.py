"""The joints that marks and blank lines settle after the search."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure import read_source
from converter.structure.search.grammar import STATES
from converter.structure.search.weights import parse

PARAGRAPHS = "# x\nis any line\tparagraph\t100\n"
"""Weights that make a paragraph of every line."""


def opened(text: str, more: str) -> list[int]:
    """The places of the lines that open a block by weights that say nothing else but ``more``."""
    lines, readings = read_source(source_of(text), parse(PARAGRAPHS + more))
    assert {STATES[reading.state][0] for reading in readings} == {Role.PARAGRAPH}
    return [place for place, reading in enumerate(readings) if STATES[reading.state][1] != "line"]


JOINED, APART = "is any line\t:line\t200\n", "is any line\t:block\t200\n"


@pytest.mark.parametrize(
    ("text", "weights", "expected"),
    [
        ("窑火不灭，烧窑\n的人守\n着。\n\n“谁？”\n\n碗还没有，\n要等三天。\n", JOINED, [0, 3, 4]),
        ("窑火不灭，烧窑\n\n的人守着。\n\n谁也不说破字，\n\n要赔酒。\n", JOINED, [0]),
        ("窑火不灭，烧窑\n的人守着\n\n，也不说话。\n", JOINED, [0]),
        ("窑工说：“火还没有灭。\n”\n他又说：「碗呢？\n」）\n", APART, [0, 2]),
        ("窑火不灭。\n\n”\n他走了。\n", APART, [0, 1, 2]),
        ("窑火不灭。\n”他走了。\n", APART, [0, 1]),
    ],
    ids=["a-blank-line", "blank-lines-in-all", "a-cut-text", "closing-marks", "below-a-blank-line", "more-than-a-mark"],
)
def test_joints(text: str, weights: str, expected: list[int]) -> None:
    """A whole text ends at a blank line where others go on without one; a closing mark is of the text above."""
    assert opened(text, weights) == expected
