"""A line right under a picture may be its words."""

from __future__ import annotations

import pytest

from converter.model import Mark, Role, Run
from converter.readers.html.draft import Draft
from converter.readers.html.roles import set_captions

PICTURE = Run("图片", image="a.png")


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (Draft([Run("渡口的早晨")]), Role.CAPTION),
        (Draft([Run("渡口的早晨")], level=2), None),
        (Draft([Run("渡口的早晨")], Role.LEAD), Role.LEAD),
        (
            Draft([Run("船队今早出海，傍晚回港。码头上的灯一直亮到深夜，来接船的人在棚子里坐着喝茶，等到月亮上来。")]),
            None,
        ),
        (Draft([Run("渡口" * 30)], centred=True), Role.CAPTION),
        (Draft([Run("渡口" * 30)], broken=True), Role.CAPTION),
        (Draft([Run("渡口" * 30, Mark.STRONG)], broken=True), None),
    ],
    ids="short heading known text centred broken bold".split(),
)
def test_captions(draft: Draft, expected: Role | None) -> None:
    """A short one, or a longer one in the picture's own element; a heading and what is known already are none."""
    drafts = [Draft([PICTURE]), draft, Draft([Run("又一行")])]
    set_captions(drafts)
    assert [line.role for line in drafts] == [None, expected, None]
