"""Poems are told by the name of a tune above them, and by lists of fields."""

from __future__ import annotations

import pytest

from converter.model import Form
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure.shapes.poems import field_of, fields
from converter.structure.shapes.verse import with_verse

PROSE = "窑头村的人烧了一辈子碗，老了就坐在窑口晒太阳，谁来问路都要先问一句是不是来买碗的，不是也给指。"


def verse(text: str) -> list[tuple[int, str]]:
    """The number of the stanza and the text of each line of verse."""
    return [(line.depth, line.text) for line in with_verse(source_of(text).lines) if line.form is Form.VERSE]


@pytest.mark.parametrize("tune", ["卜算子", "卜算子·窑", "《憶江南》", "水調歌頭 中秋"])
def test_ci_under_the_name_of_a_tune(tune: str) -> None:
    """What follows the name of a tune, past the poet, in clauses as short as verse has them, is 词."""
    lines = ("新泥白，窑火照山红。碗底清泉千户饮，门前古木一帘风。",)
    assert verse(f"{tune}\n冯青禾\n{lines[0]}\n\n{PROSE}") == [(1, lines[0])]


@pytest.mark.parametrize(("colon", "title"), [(":", "詩名"), ("：", "诗题"), ("：", "題目")])
def test_fields_of_poems(colon: str, title: str) -> None:
    """A list of fields is a title, a byline, and text; each poem is a story."""
    one = f"{title}{colon}窑\n作者{colon}冯青禾\n诗体{colon}五言\n诗文{colon}新泥三尺白，窑火五更红。\n\n"
    issue = detect_structure(source_of(one * 2))
    assert [(block.role, block.form) for block in issue.blocks()] == [
        ("headline", None),
        ("byline", None),
        ("paragraph", None),
        ("paragraph", Form.VERSE),
    ] * 2
    assert len(list(issue.articles())) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("作詞：馮青禾", "author"),
        ("【诗名】：窑", "title"),
        ("歌词：", "text"),
        ("体裁:七绝", "form"),
        ("作者说", None),
        ("茶：一碗", None),
    ],
)
def test_fields(text: str, expected: str | None) -> None:
    """A field is a known word and a colon, in either script and width."""
    assert field_of(source_of(text).lines[0]) == expected


def test_fields_far_apart() -> None:
    """A title and an author that do not stand together are no list."""
    between = f"{PROSE}\n" * 5
    assert fields(source_of(f"题目：窑\n{between}作者：冯青禾").lines) == []
