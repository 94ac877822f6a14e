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


def test_headings_that_reach_down() -> None:
    """Rows that a heading reaches into are headings too."""
    source = read_docx(packed(table([(TALL, "渡"), (WIDE, "船")], [(UNDER, ""), ("", "桥"), ("", "灯")],
                                    [("", "一"), ("", "二"), ("", "三")], heads=1)))  # fmt: skip
    assert [line.form for line in source.lines] == ["head_row", "head_row", "row"]


def test_text_of_hidden_cells_is_counted() -> None:
    """What another cell is merged over is not seen, and a warning counts its characters."""
    source = read_docx(packed(table([(TALL, "渡"), ("", "船")], [(UNDER, "暗 流"), ("", "桥")])))
    assert source.warnings == ("left out 2 character(s) of cells that others are merged over",)
