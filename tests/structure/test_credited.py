"""What says whose a picture is makes a caption or a credit, who wrote signs, who reports is a byline."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.credited import credited
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading


@pytest.mark.parametrize(
    ("text", "below", "expected"),
    [
        ("渡口一处围起的路口。 Photo: Lin Yifan/Haiwan Images\n水管换了。\n", "block", {0: "caption"}),
        ("渡口一處圍起的路口。江帆攝\n水管換了。\n", "block", {0: "caption"}),
        ("渡口的水管由海湾公司提供\n，已经换了。\n", "line", {}),
        ("渡口一处围起的路口。\n水管换了。\n", "block", {}),
    ],
    ids=["an-agency", "traditional", "goes-on", "no-credit"],
)
def test_credited(text: str, below: str, expected: dict[int, str]) -> None:
    """A paragraph of one line that says whose the picture is; one that goes on says something else."""
    readings = [Reading(STATES.index((Role.PARAGRAPH, opens)), 0.9, None) for opens in ("block", below)]
    assert {told.place: told.role.value for told in credited(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("图片来源：海州博物馆\n", "subhead", [0]),
        ("（圖源：渡口街坊）\n", "caption", [0]),
        ("图片来源：他说，不知道。\n", "paragraph", []),
        ("图片来源：海州博物馆\n", "credit", []),
    ],
)
def test_a_line_that_names_a_source_of_pictures(text: str, role: str, expected: list[int]) -> None:
    """It is a credit, wherever it stands."""
    readings = [Reading(STATES.index((Role(role), "block")), 0.9, None)]
    assert [told.place for told in credited(source_of(text).lines, readings) if told.role is Role.CREDIT] == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("1968年，渡口的灯塔。 Photo: Harbour Archive/AFP\n", "paragraph", [0]),
        ("燈塔下的人 Photograph by the harbour office\n", "furniture", [0]),
        ("灯塔守人在值夜。图片来源：海州博物馆\n", "paragraph", [0]),
        ("渡口的灯塔 Photo: 他说。天黑了。\n", "paragraph", []),
        ("渡口的灯塔photo\n", "furniture", []),
    ],
)
def test_lines_that_end_in_whose_picture_it_is(text: str, role: str, expected: list[int]) -> None:
    """They are captions, whatever they were taken for."""
    readings = [Reading(STATES.index((Role(role), "block")), 0.9, None)]
    assert [told.place for told in credited(source_of(text).lines, readings) if told.role is Role.CAPTION] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口的老灯。摄影：江帆\n灯是铁的，夜里会响。\n", {1: "paragraph"}),
        ("渡口的老灯。江帆攝\n燈是鐵的，夜裡會響。\n", {1: "paragraph"}),
        ("渡口的老灯由海湾公司提供\n，夜里会响。\n", {}),
        ("渡口的老灯，\n夜里会响。\n", {}),
        ("渡口的老灯。图／海湾\n档案馆\n", {}),
    ],
    ids=["credited", "traditional", "a-sentence-cut", "no-credit", "no-sentence"],
)
def test_below_a_credit(text: str, expected: dict[int, str]) -> None:
    """A caption that says whose its picture is goes on with no sentence."""
    readings = [Reading(STATES.index((Role.CAPTION, opens)), 0.9, None) for opens in ("block", "line")]
    assert {told.place: told.role.value for told in credited(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("渡口今日復航\n【海灣晚報╱記者江一帆╱即時報導】\n船開了。\n", "deck", {1: "byline"}),
        ("渡口今日复航\n［记者江一帆／石桥报道］\n船开了。\n", "subhead", {1: "byline"}),
        ("渡口今日复航\n【记者帮你办】\n船开了。\n", "deck", {}),
        ("渡口今日复航\n【记者节专题报道】\n船开了。\n", "deck", {}),
        ("渡口今日复航\n记者江一帆在石桥报道\n船开了。\n", "deck", {}),
    ],
    ids=["traditional", "simplified", "no-report", "nobody", "no-brackets"],
)
def test_reported(text: str, role: str, expected: dict[int, str]) -> None:
    """Below a title, who reports stands in square brackets."""
    readings = [Reading(STATES.index((name, "block")), 0.5, None) for name in ("headline", role, "paragraph")]
    assert {told.place: told.role.value for told in credited(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老师与学堂的学生合影。", {0: "caption"}),
        ("老師與學堂的學生合照", {0: "caption"}),
        ("他们合影以后就回去了。", {}),
    ],
)
def test_posed(text: str, expected: dict[int, str]) -> None:
    """Three of three short lines on labelled pages that end so are captions."""
    readings = [Reading(STATES.index((Role.PARAGRAPH, "block")), 0.9, None)]
    assert {told.place: told.role.value for told in credited(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "below", "expected"),
    [
        ("灯修好了。\n记者：江帆\n来源：海湾网\n", "source_note", {1: "signature"}),
        ("燈修好了。\n文／江帆\n編輯：石守\n", "column_note", {1: "signature"}),
        ("灯修好了。\n记者：江帆\n灯又坏了。\n", "paragraph", {}),
        ("灯修好了。\n记者：你怎么看？\n来源：海湾网\n", "source_note", {}),
        ("灯修好了。\n校对：江帆\n来源：海湾网\n", "source_note", {}),
    ],
    ids=["reporter", "text-traditional", "amid-text", "a-question", "no-author"],
)
def test_who_wrote_it(text: str, below: str, expected: dict[int, str]) -> None:
    """A line beside a note that names the author and says nothing else signs the text."""
    readings = [Reading(STATES.index((role, "block")), 0.9, None) for role in ("paragraph", "paragraph", below)]
    assert {told.place: told.role.value for told in credited(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("灯修好了。\n（方圆　文　江帆　摄）\n", {1: "signature"}),
        ("燈修好了。\n（方圓　文　江帆　攝）\n", {1: "signature"}),
        ("灯修好了。\n（江帆　摄）\n", {}),
        ("灯修好了。\n方圆　文　江帆　摄\n", {}),
    ],
    ids=["simplified", "traditional", "pictures-alone", "no-brackets"],
)
def test_who_wrote_and_took_the_picture(text: str, expected: dict[int, str]) -> None:
    """A line in brackets that names both signs the text."""
    readings = [Reading(STATES.index((role, "block")), 0.9, None) for role in ("lead", "credit")]
    assert {each.place: each.role.value for each in credited(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("line", "roles", "expected"),
    [
        ("葉青禾／退休教師（南湖市）", "kicker headline", {0: "headline", 1: "byline"}),
        ("石守/上班族", "headline deck", {1: "byline"}),
        ("石桥／渡口的两种灯", "headline deck", {}),
        ("海湾／教師的路", "headline deck", {}),
        ("渡口的人／教师", "headline deck", {}),
    ],
    ids=["with-a-place", "simplified", "no-work", "no-person", "no-name"],
)
def test_a_name_and_what_is_done(line: str, roles: str, expected: dict[int, str]) -> None:
    """Between a title and its text they are a byline, and a kicker above is the headline."""
    readings = [Reading(STATES.index((Role(role), "block")), 0.9, None) for role in f"{roles} paragraph".split()]
    lines = source_of(f"別讓老樹倒下\n{line}\n操場邊的老樹要移走了。\n").lines
    assert {told.place: told.role.value for told in credited(lines, readings)} == expected
