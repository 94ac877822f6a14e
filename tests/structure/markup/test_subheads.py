"""Headings of the format's own, large lines and short bold ones between the paragraphs of a story."""

from typing import Any

import pytest

from converter.model import Line, Role
from converter.structure.markup import settle
from tests.structure.markup.setting import OTHER, TEXT, line, source

HEADLINE, SUBHEAD, PARAGRAPH, DECK = Role.HEADLINE, Role.SUBHEAD, Role.PARAGRAPH, Role.DECK
TITLE, BYLINE = line("海湾新桥昨日通车", 22), line("本报记者 柏青禾")
NOTHING: dict[str, Any] = {}


def told(*lines: Line) -> list[tuple[Role | None, int]]:
    """What type tells of the lines, with the depths."""
    return [(each.role, each.depth) for each in settle(source(*lines)).lines]


def test_no_level_is_left_out() -> None:
    """Headings are as deep as their levels come in the document, and so is what the format calls a subhead."""
    levels = (1, 3, 6, 3)
    lines = [each for level in levels for each in (line("港区", None, level=level), line(TEXT, None))]
    assert told(*lines)[::2] == [(HEADLINE, 0), (SUBHEAD, 1), (SUBHEAD, 2), (SUBHEAD, 1)]
    lines = [line("新桥", None, role=HEADLINE), line("港区", None, level=3, role=SUBHEAD), line(TEXT, None)]
    assert told(*lines) == [(HEADLINE, 0), (SUBHEAD, 1), (PARAGRAPH, 0)]


@pytest.mark.parametrize(
    ("text", "size", "look", "found"),
    [
        ("桥头的灯", 12, {"bold": True}, True), ("桥头的灯", 12, NOTHING, False),
        ("桥头的灯", 11.3, {"bold": True}, True),
        ("桥头的灯", 11.1, {"bold": True}, False), ("桥头的灯" * 7 + "亮了", 12, {"bold": True}, True),
        ("桥头的灯" * 7 + "亮了吗", 12, {"bold": True}, False), ("桥头的灯亮了。", 12, {"bold": True}, False),
        ("本报记者 柏青禾", 12, {"bold": True}, False), ("附件", 12, {"bold": True}, False),
        ("桥头的灯", 18, NOTHING, True), ("桥头的灯", 15.5, NOTHING, False), ("桥头的灯" * 14, 18, NOTHING, True),
        ("桥头的灯" * 16, 18, NOTHING, False), ("橋頭的燈", 15.6, {"centred": True}, True),
    ],
)  # fmt: skip
def test_a_subhead_stands_between_paragraphs(text: str, size: float, look: dict[str, Any], found: bool) -> None:
    """A bold line of at most 30 characters, or one of 60 in a title's type, that is no sentence and no name."""
    lines = told(TITLE, line(TEXT * 3), line(text, size, **look), line(OTHER))
    assert found == (lines[2] == (SUBHEAD, 1))


def test_lines_in_bold_one_below_the_other_are_no_subheads() -> None:
    """An address, a list of names, a poem is set so."""
    bold = [line(text, bold=True) for text in ("桥头的灯", "孩子们数桥墩")]
    assert [role for role, _ in told(TITLE, line(TEXT), *bold, line(OTHER))[2:4]] == [None, None]


def test_a_subhead_has_a_part_below_it() -> None:
    """Text, a list, a table; not the end, not a short line, not a byline, which stands below a headline."""
    bold = line("桥头的灯", bold=True)
    for below in (line("灯亮了。"), line("渡口", role=PARAGRAPH), line("桥上的灯", 18)):
        assert (SUBHEAD, 2 if below.size == 18 else 1) == told(TITLE, line(TEXT), bold, below, line(OTHER))[2]
    for below in (line("灯亮了"), BYLINE, line("新船靠岸", 22)):
        assert told(TITLE, line(TEXT), bold, below, line(OTHER))[2] == (None, 0)
    assert told(TITLE, line(TEXT), bold)[2] == (None, 0)


def test_a_bold_line_right_under_a_headline() -> None:
    """It may be a deck or a byline, unless a later subhead is set as it is; below a byline it is a subhead."""
    bold, later = line("清晨", bold=True), line("夜里", bold=True)
    assert None is told(TITLE, bold, line(TEXT), line(OTHER))[1][0]
    assert SUBHEAD is told(TITLE, bold, line(TEXT), later, line(OTHER))[1][0]
    assert None is told(TITLE, bold, line(TEXT), line("夜里", bold=True, centred=True), line(OTHER))[1][0]
    assert SUBHEAD is told(TITLE, BYLINE, bold, line(TEXT), line(OTHER))[2][0]


def test_above_all_text_nothing_is_a_subhead() -> None:
    """Where no headline is known the first bold line may be one."""
    bold = line("清晨的渡口", bold=True)
    assert None is told(line("港区"), bold, line(TEXT))[1][0]
    assert SUBHEAD is told(line("港区"), line(OTHER), bold, line(TEXT))[2][0]


def test_larger_type_stands_above_smaller() -> None:
    """Sizes are levels where the format has none; bold lines of the text's size are the lowest."""
    sizes = [(18, 1), (16, 2), (12, 3), (18, 1), (12.5, 3)]
    lines = [each for size, _ in sizes for each in (line("桥头的灯", size, bold=True), line(TEXT))]
    assert [(SUBHEAD, depth) for _, depth in sizes] == told(TITLE, line(OTHER), *lines)[2::2]


def test_bold_lines_stand_below_the_heading_above_them() -> None:
    """A heading that the format tells has its own depth; under it bold lines are one deeper."""
    heads = [(line("进港", None, level=1), 0), (line("减速", None, level=2), 1), (line("灯号", None, bold=True), 2)]
    lines = [each for head, _ in heads for each in (head, line(TEXT, None))]
    assert [depth for _, depth in heads] == [depth for _, depth in told(*lines)[::2]]
