"""Why each line was read as it was."""

import pytest

from converter.model import Block, Line, Role
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure import explain as explaining
from converter.structure.explain import Explanation, explain
from converter.structure.search.weights import parse

PAGE = (
    "简讯速览\n\n夜校开课\n\n本报电  夜校近日开课，四十个名额报满。\n\n"
    "渡轮加班\n\n本报电  渡轮今起加开两班。\n\n（本栏目整理：夏雨禾）\n"
)


def test_every_line_is_explained() -> None:
    """Each line has its role, a probability, another role as its second, and the cues that decided, strongest first."""
    found = explain(source_of(PAGE))

    assert [each.line.text for each in found] == [line for line in PAGE.splitlines() if line]
    for each in found:
        assert isinstance(each.role, Role)
        assert 0 < each.confidence <= 1
        assert each.second != each.role
        assert [abs(weight) for _, weight in each.cues] == sorted(
            (abs(weight) for _, weight in each.cues), reverse=True
        )


def test_explanation_and_tree_agree() -> None:
    """The roles that are explained are the roles of the tree's blocks, a block's first line for the block."""
    opened = [each.role for each in explain(source_of(PAGE)) if each.opens != "line"]

    assert opened == [block.role for block in detect_structure(source_of(PAGE)).blocks()]


def test_a_page_foot_is_sure() -> None:
    """The search does not see it; it stands where it stood."""
    found = explain(source_of("夜校近日开课，\n\n— 7 —\n\n四十个名额报满。\n"))[1]

    assert (found.line.text, found.role, found.confidence, found.second) == ("— 7 —", Role.FURNITURE, 1, None)
    assert found.cues == (("is a page foot", 12.0),)


def test_a_cue_that_hardly_speaks_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of a nat is told."""
    rows = (
        "ends in a word\theadline\t-10\nhas no comma\theadline\t9\nis any line\theadline\t400\nis any line\tdeck\t300\n"
    )
    monkeypatch.setattr(explaining, "weights", lambda: parse(rows))
    [found] = explain(source_of("夜校开课"))

    assert (found.role, found.second, found.cues) == (
        Role.HEADLINE,
        Role.DECK,
        (("is any line", 1.0), ("ends in a word", -0.1)),
    )


@pytest.mark.parametrize(("confidence", "expected"), [(0.799, True), (0.8, False)])
def test_what_a_person_should_look_at(confidence: float, expected: bool) -> None:
    """A line or a block that is less than eighty in a hundred sure."""
    line = Explanation(Line("夜校", 0, 2, 1), Role.HEADLINE, "block", confidence, None, ())

    assert (line.doubtful, Block(Role.HEADLINE, (), confidence=confidence).doubtful) == (expected, expected)
