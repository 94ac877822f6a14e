"""Merged cells of Word tables are one that says how far it reaches."""

from __future__ import annotations

import pytest

from converter.model import Mark
from converter.readers.docx import read_docx
from tests.readers.documents import p, packed

WIDE = '<w:gridSpan w:val="2"/>'
TALL, UNDER = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
NEXT = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
HEAD = "<w:trPr><w:tblHeader/></w:trPr>"


def table(*rows: list[tuple[str, str]], heads: int = 0) -> str:
    """A table of rows of cells, each its properties and its text."""
    made = (
        f"<w:tr>{HEAD * (place < heads)}"
        + "".join(f"<w:tc><w:tcPr>{look}</w:tcPr>{p(text)}</w:tc>" for look, text in row)
        + "</w:tr>"
        for place, row in enumerate(rows)
    )
    return f"<w:tbl>{''.join(made)}</w:tbl>"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([[("", "渡"), ("", "船")], [("", "桥"), ("", "")]], ["渡|船", "桥|"]),
        ([[(WIDE, "渡")], [("", "桥"), ("", "灯")]], ["2x1 渡", "桥|灯"]),
        ([[(NEXT[0], "渡"), (NEXT[1], "")], [("", "桥"), ("", "灯")]], ["2x1 渡", "桥|灯"]),
        ([[(TALL, "渡"), ("", "船")], [(UNDER, ""), ("", "桥")], [(UNDER, ""), ("", "灯")]], ["1x3 渡|船", "桥", "灯"]),
        ([[(WIDE + TALL, "渡"), ("", "船")], [(WIDE + UNDER, ""), ("", "桥")]], ["2x2 渡|船", "桥"]),
        ([[(TALL, "渡"), (TALL, "船")], [(UNDER, ""), (UNDER, "")], [("", "桥"), ("", "灯")]], ["渡|船", "桥|灯"]),
        ([[(UNDER, "渡"), ("", "船")], [("", "桥"), ("", "灯")]], ["渡|船", "桥|灯"]),
        ([[('<w:gridSpan w:val="9999999"/>', "渡")], [("", "桥"), ("", "灯")]], ["渡", "桥|灯"]),
    ],
    ids="plain wide wide-otherwise tall both row-of-none top mistake".split(),
)
def test_spans(rows: list[list[tuple[str, str]]], told: list[str]) -> None:
    """How many columns and rows a cell reaches over; a row that has none of its own is none."""
    source = read_docx(packed(table(*rows)))
    said = (
        "".join(f"{run.name} " if run.mark is Mark.SPAN else run.text for run in line.runs) or line.text
        for line in source.lines
    )
    assert told == [line.replace("\t", "|") for line in said]


@pytest.mark.parametrize(("columns", "row"), [("1", "|桥"), ("2", "2x1 |桥"), ("x", "桥")])
def test_columns_that_a_row_leaves_out(columns: str, row: str) -> None:
    """They are an empty cell, so that the others stand below those that they belong to."""
    rows = table([(TALL, "渡"), ("", "船"), ("", "灯")], [("", "桥")])
    before = f'<w:tr><w:trPr><w:gridBefore w:val="{columns}"/></w:trPr>'
    head, _, below = rows.partition("</w:tr><w:tr>")
    line = read_docx(packed(f"{head}</w:tr>{before}{below}")).lines[1]
    said = "".join(f"{run.name} " if run.mark is Mark.SPAN else run.text for run in line.runs) or line.text
    assert said.replace("\t", "|") == row


def test_headings_that_reach_down() -> None:
    """Rows that a heading reaches into are headings too."""
    source = read_docx(packed(table([(TALL, "渡"), (WIDE, "船")], [(UNDER, ""), ("", "桥"), ("", "灯")],
                                    [("", "一"), ("", "二"), ("", "三")], heads=1)))  # fmt: skip
    assert [line.form for line in source.lines] == ["head_row", "head_row", "row"]


def test_text_of_hidden_cells_is_counted() -> None:
    """What another cell is merged over is not seen, and a warning counts its characters."""
    source = read_docx(packed(table([(TALL, "渡"), ("", "船")], [(UNDER, "暗 流"), ("", "桥")])))
    assert source.warnings == ("left out 2 character(s) of cells that others are merged over",)


@pytest.mark.parametrize(
    ("look", "warning"),
    [
        ("<w:del/>", "left out 4 character(s) of deleted rows"),
        ("<w:hidden/>", "left out 4 character(s) of hidden rows"),
        ('<w:hidden w:val="0"/>', None),
    ],
)
def test_rows_that_are_not_seen(look: str, warning: str | None) -> None:
    """A row that was deleted or is hidden is no row of the table, and a warning counts its characters."""
    body = table([("", "渡口"), ("", "船灯")], [("", "东渡"), ("", "三")], [("", "西渡"), ("", "四")])
    source = read_docx(packed(body.replace("<w:tr>", f"<w:tr><w:trPr>{look}</w:trPr>", 1)))
    assert [*filter(None, [warning])] == list(source.warnings)
    assert ["渡口\t船灯"] * (not warning) + ["东渡\t三", "西渡\t四"] == [line.text for line in source.lines]
