"""Why each line was read as it was."""

from converter.model import Role
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure.explain import explain

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
