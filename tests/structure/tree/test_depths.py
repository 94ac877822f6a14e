"""The depth of numbered subheads."""

import pytest

from converter.model import Block, Role, Run
from converter.structure.tree.depths import tiered


def blocks(*texts: str) -> list[Block]:
    """Subheads; a text that begins with a space is a paragraph."""
    return [Block(Role.PARAGRAPH if text[0] == " " else Role.SUBHEAD, (Run(text.strip()),)) for text in texts]


@pytest.mark.parametrize(
    ("texts", "depths"),
    [
        (("一、渡口", " 早晨。", "（一）船", "（二）人", "二、桥", "（一）墩"), [1, 0, 2, 2, 1, 2]),
        (("第一节 渡口", "一、船", "（一）旧船", "1. 木船", "（1）舵", "二、人"), [1, 2, 3, 4, 5, 2]),
        (("（一）渡口", "1．船", "2．人", "（二）桥"), [1, 2, 2, 1]),
        (("一", "渡口的船", "（一）人"), [1, 0, 2]),
        (("一、渡口", "二、桥"), [0, 0]),
        (("渡口", "2024年的桥", "3.5公里的路"), [0, 0, 0]),
    ],
    ids=["notice", "five", "from-brackets", "alone", "one-scheme", "no-numbers"],
)
def test_depths(texts: tuple[str, ...], depths: list[int]) -> None:
    """A scheme stands below the one that it is first met under; one scheme alone, or none, tells nothing."""
    assert [block.depth for block in tiered(blocks(*texts))] == depths


def test_a_depth_that_the_format_told_is_kept() -> None:
    told = Block(Role.SUBHEAD, (Run("一、渡口"),), depth=3)

    assert [block.depth for block in tiered([told, *blocks("一、桥", "（一）墩")])] == [3, 1, 2]
