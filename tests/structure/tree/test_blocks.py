"""Lines made into the blocks of a tree."""

import pytest

from converter.model import Block, Line, Mark, Role, Run
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.tree.blocks import blocks_of


def test_marks_stay_on_their_words_where_lines_are_joined() -> None:
    """A space goes in and a hyphen goes away beside a mark; a line without marks is plain."""
    lines = (
        Line("用open", 0, 5, 1, runs=(Run("用"), Run("open", Mark.STRONG))),
        Line("infor-", 6, 12, 2, runs=(Run("in"), Run("for-", Mark.EMPHASIS))),
        Line("mation学", 13, 20, 3),
    )
    opens, goes_on = STATES.index(("paragraph", "block")), STATES.index(("paragraph", "line"))
    readings = [Reading(state, 1.0, None) for state in (opens, goes_on, goes_on)]

    [(block, _, _)] = blocks_of(lines, readings)

    expected = [("用", None), ("open", "strong"), (" ", None), ("in", None), ("for", "emphasis"), ("mation学", None)]
    assert expected == [(run.text, run.mark) for run in block.runs]


def placed(*rows: str, confidences: tuple[float, ...] = ()) -> list[tuple[str, bool, bool]]:
    """The blocks of lines; a line is given as its role, what it does, and its text."""
    told = [row.split() for row in rows]
    lines = [Line(text, 0, len(text), number) for number, (_, _, text) in enumerate(told)]
    sure = confidences or (1.0,) * len(rows)
    states = [STATES.index((role, opening)) for role, opening, _ in told]
    readings = [Reading(state, one, None) for state, one in zip(states, sure, strict=True)]
    return [(f"{block.role} {block.text}", opens, brief) for block, opens, brief in blocks_of(lines, readings)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["headline article 渡", "headline line 口"], [("headline 渡口", True, False)]),
        (
            ["brief_headline article 渡口", "brief_paragraph block 首航。"],
            [("headline 渡口", True, True), ("paragraph 首航。", False, True)],
        ),
        (
            ["paragraph block 渡", "caption block 图", "furniture block 广告", "paragraph line 口。"],
            [("paragraph 渡口。", False, False), ("caption 图", False, False), ("furniture 广告", False, False)],
        ),
        (
            ["paragraph block 渡", "caption block 图", "caption line 片", "paragraph line 口。"],
            [("paragraph 渡口。", False, False), ("caption 图片", False, False)],
        ),
        (
            ["paragraph block 渡", "subhead block 桥", "paragraph line 口。"],
            [("paragraph 渡", False, False), ("subhead 桥", False, False), ("paragraph 口。", False, False)],
        ),
        (["paragraph line 口。"], [("paragraph 口。", False, False)]),
        (
            ["paragraph block 渡。", "caption block 图", "paragraph line 口。"],
            [("paragraph 渡。", False, False), ("caption 图", False, False), ("paragraph 口。", False, False)],
        ),
        (["paragraph block 渡。", "paragraph line 口。"], [("paragraph 渡。口。", False, False)]),
    ],
    ids=["two lines", "an item", "interrupted", "a caption of two lines", "ended", "nothing to go on with"]
    + ["whole", "not interrupted"],
)
def test_lines_become_blocks(rows: list[str], expected: list[tuple[str, bool, bool]]) -> None:
    """A block stands where its first line does; a caption or a page's furniture in between does not end it."""
    assert placed(*rows) == expected


def test_a_block_is_as_sure_as_its_least_sure_line() -> None:
    """And has that line's second role; its spans are those of its lines, its form the first line's."""
    opens, goes_on, deck = (
        STATES.index(state) for state in (("kicker", "block"), ("kicker", "line"), ("deck", "block"))
    )
    lines = [Line("渡", 3, 4, 1, depth=2), Line("口", 6, 7, 2, depth=1), Line("桥", 9, 10, 3)]
    readings = [Reading(opens, 0.9, None), Reading(goes_on, 0.6, deck), Reading(goes_on, 0.6, None)]
    [(block, _, _)] = blocks_of(lines, readings)

    assert block == Block(Role.KICKER, (Run("渡口桥"),), ((3, 4), (6, 7), (9, 10)), 0.6, Role.DECK, depth=2)


def test_a_block_is_as_sure_as_it_is_to_end_where_it_does() -> None:
    """What opens a block below, and might go on with it, makes it less sure; what goes on with another does not."""
    rows = [
        ("paragraph", "block", 0.0),
        ("caption", "block", 0.25),
        ("paragraph", "line", 0.75),
        ("deck", "block", 0.5),
    ]
    lines = [Line("渡", number, number + 1, number) for number in range(4)]
    readings = [Reading(STATES.index((role, opening)), 1.0, None, goes_on) for role, opening, goes_on in rows]
    found = [(block.text, block.confidence) for block, _, _ in blocks_of(lines, readings)]

    assert found == [("渡渡", 0.375), ("渡", 1.0), ("渡", 1.0)]


@pytest.mark.parametrize(
    ("role", "runs", "expected"),
    [
        ("paragraph", (), [("本报讯", Mark.DATELINE), (" 渡轮", None)]),
        (
            "paragraph",
            (Run("本报讯 "), Run("渡轮", Mark.STRONG)),
            [("本报讯", Mark.DATELINE), (" ", None), ("渡轮", Mark.STRONG)],
        ),
        ("paragraph", (Run("本报讯", Mark.STRONG), Run(" 渡轮")), [("本报讯", Mark.STRONG), (" 渡轮", None)]),
        ("lead", (), [("本报讯 渡轮", None)]),
    ],
)
def test_datelines_are_marked(role: str, runs: tuple[Run, ...], expected: list[tuple[str, Mark | None]]) -> None:
    """At the head of a paragraph, in text that has no mark of its own."""
    line = Line("本报讯 渡轮", 0, 6, 1, runs=runs)
    [(block, _, _)] = blocks_of([line], [Reading(STATES.index((role, "block")), 1.0, None)])

    assert [(run.text, run.mark) for run in block.runs] == expected


def test_a_line_that_its_reader_is_unsure_of_makes_its_block_doubtful() -> None:
    """As sure as the least sure of its lines."""
    lines = (Line("渡船靠上", 0, 4, 1), Line("了码头。", 5, 9, 2, sure=0.7), Line("灯塔亮了。", 10, 15, 3))
    opens, goes_on = STATES.index(("paragraph", "block")), STATES.index(("paragraph", "line"))
    readings = [Reading(state, 0.9, None) for state in (opens, goes_on, opens)]
    assert [round(placed.block.confidence, 2) for placed in blocks_of(lines, readings)] == [0.63, 0.9]
