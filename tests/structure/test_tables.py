"""Lines in columns with numbers in them are a table's rows, and no other lines are."""

from dataclasses import replace

import pytest

from converter.model import Form, Line, Role
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure.tables import with_tables

HEAD, ROWS = "镇名  次数  户数", ["临水  9  312", "青石  8  287"]


def forms(*texts: str) -> list[Form | None]:
    """What each line is found to be."""
    return [line.form for line in with_tables(source_of("\n".join(texts))).lines]


@pytest.mark.parametrize(
    "texts",
    [
        [HEAD, *ROWS],
        [text.replace("  ", "\t") for text in (HEAD, *ROWS)],
        [text.replace("  ", " ") for text in (HEAD, *ROWS)],
        [text.replace("  ", "\u3000") for text in (HEAD, *ROWS)],
        ["镇名\t每月 次数", "临水\t9", "青石\t8"],
        ["名称  2023年  2024年", "鱼  1,204  +3.5%", "盐  980  —"],
        ["班次  一月  二月", "早班  1次  2次", "晚班  3次  4次"],
        ["路段  开放  灯", "东段  05:00—22:00  有", "西段  06:00—21:00  无", "北段  全日  无"],
    ],
    ids=["blanks", "tabs", "one blank", "wide", "blank in a cell", "years", "units", "hours"],
)
def test_tables_with_a_head(texts: list[str]) -> None:
    """Numbers or hours in a column; a year or a month may stand in the head."""
    assert [Form.HEAD_ROW, *[Form.ROW] * (len(texts) - 1)] == forms(*texts)


def test_what_stands_around_the_table_of_a_format() -> None:
    """Its name and its source are told as in plain text; a line that is neither stays."""
    source = source_of("水位如下。\n表3　水温\n东\t1\n资料来源：海湾站\n水位如上。")
    lines = list(source.lines)
    lines[2] = replace(lines[2], form=Form.ROW, role=Role.PARAGRAPH)
    told = with_tables(replace(source, lines=tuple(lines))).lines
    assert [line.role for line in told] == [None, Role.CAPTION, Role.PARAGRAPH, Role.SOURCE_NOTE, None]


def test_a_table_without_a_head() -> None:
    """Two columns of numbers are one."""
    assert forms("1 临水 9 312", "2 青石 8 287", "3 海州 10 355") == [Form.ROW] * 3


def test_years_and_what_was_counted_in_each() -> None:
    """Two columns are a table without a head where both are numbers; names and their figures may be a list."""
    assert forms("2015 41.2", "2016 39.8", "2017 37.5") == [Form.ROW] * 3
    assert forms("临水 41.2", "青石 39.8", "海州 37.5") == [None] * 3


@pytest.mark.parametrize(
    "texts",
    [
        [HEAD, ROWS[0]],
        [HEAD, ROWS[0], "青石  8"],
        ["青石　2:1　临水", "海州　0:0　渔市街", "盐场　1:4　铁路"],
        ["6月8日15:00　临水—海州", "6月8日19:30　渔市街—青石", "6月9日15:00　师院—盐场"],
        ["杜成  石守田  江帆", "柳溪  商陆  闻人竹", "岑小舟  冯德海  秦岭"],
        ["目　录", "码头  1", "渡口  15"],
        ["第一章　码头　1", "第二章　渡口　15", "第三章　盐路　42"],
        ["1 码头", "2 渡口", "3 盐路"],
        ["姓名  说的话", "杜成  往后一天开24班，夜里也开", "柳溪  船一天开12班。"],
        ["临水  9", "青石  8", "海州  10"],
        [HEAD, *[f"{'甲' * 17}  9  312"] * 2],
        [HEAD, *[f"临水  9  {'1' * 77}"] * 2],
    ],
    ids=["two rows", "other cells", "results", "fixtures", "names", "spaced word", "contents", "numbered", "speech"]
    + ["no head", "long cell", "long row"],
)
def test_no_tables(texts: list[str]) -> None:
    """Too few rows or cells, no column of numbers, or sentences."""
    assert [None] * len(texts) == forms(*texts)


def test_what_a_format_says_of_a_line_stays() -> None:
    """A line that has a role is no row."""
    source = source_of("\n".join((HEAD, *ROWS)))
    told = [Line(line.text, line.start, line.end, line.number, role=Role.CAPTION) for line in source.lines]

    assert [line.role for line in with_tables(type(source)(source.text, tuple(told))).lines] == [Role.CAPTION] * 3


def test_text_without_a_table_is_left_alone() -> None:
    """The source itself is given back."""
    source = source_of("渡口的早晨\n\n渡轮今晨首航。")

    assert with_tables(source) is source


def test_cells_have_a_tab_between_them() -> None:
    """As in a table of a format that has some."""
    source = source_of("\n".join(("表1 三镇集市", "单位：次", HEAD, *ROWS, "资料来源：镇公所", "渡轮今晨首航。")))
    found = with_tables(source).lines

    assert [(line.text, line.role) for line in found] == [
        ("表1 三镇集市", Role.CAPTION),
        ("单位：次", Role.CAPTION),
        ("镇名\t次数\t户数", Role.PARAGRAPH),
        ("临水\t9\t312", Role.PARAGRAPH),
        ("青石\t8\t287", Role.PARAGRAPH),
        ("资料来源：镇公所", Role.SOURCE_NOTE),
        ("渡轮今晨首航。", None),
    ]


@pytest.mark.parametrize("above", ["表示满意的人很多", "集市三张表1", f"表1 {'甲' * 40}"])
def test_what_is_no_title_of_a_table(above: str) -> None:
    """It begins with its name and number, and is short."""
    assert with_tables(source_of("\n".join((above, HEAD, *ROWS)))).lines[0].role is None


HALF = "航运处昨日公布三条航线的载客量，其中北岸线的增幅最大，原因是新码头启用以后，每日早上搭船上班的乘客"


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_text_goes_on_past_a_table(blank: str) -> None:
    """The halves are one block, which stands where it began; the rows follow it."""
    text = blank.join(("渡轮一年", HALF, "表1 三镇集市", *(HEAD, *ROWS), "比一年前多了三成。"))
    found = list(detect_structure(source_of(text)).blocks())

    assert [block.text for block in found] == [
        "渡轮一年",
        f"{HALF}比一年前多了三成。",
        "表1 三镇集市",
        "镇名\t次数\t户数",
        "临水\t9\t312",
        "青石\t8\t287",
    ]
