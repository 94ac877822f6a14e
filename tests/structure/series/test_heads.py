"""What stands above the first division of a document."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.series.heads import head


@pytest.mark.parametrize(
    ("text", "law", "roles"),
    [
        ("半盏茶\n（三幕话剧）\n第一幕\n", False, ["headline", "deck"]),
        ("集市条例\n（2019年3月12日通过）\n第一章 总则\n", True, ["headline", "dateline"]),
        ("盐路\n作者：小竹\n简介：\n標籤：江湖\n第一章\n", False, ["headline", None, "paragraph", "paragraph"]),
        ("海州日报　2024年3月9日\n第一章\n", False, [None]),
        ("很久以前，渡口还没有桥。\n第一章\n", False, [None]),
        ("第一章\n", False, []),
    ],
    ids=["a-play", "a-law", "a-book", "a-masthead", "text", "nothing"],
)
def test_what_stands_above(text: str, law: bool, roles: list[str | None]) -> None:
    """The first line is the title, if it is like one and has no date; brackets and fields below it are told too."""
    lines = source_of(text).lines
    told: dict[int, Role] = {each.place: each.role for each in head(lines, len(lines) - 1, law)}
    assert [told.get(place) for place in range(len(lines) - 1)] == roles


def test_a_title_is_near() -> None:
    """Thirty lines above the first division at most."""
    lines = source_of("渡口\n" + "船来了。\n" * 40).lines
    assert [bool(list(head(lines, first, False))) for first in (30, 31)] == [True, False]
