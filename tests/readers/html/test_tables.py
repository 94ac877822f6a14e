"""Tables of data are known from tables that lay a page out, and become rows."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, fragment_fromstring

from converter.model import Form, Role, Run
from converter.readers.html.draft import Draft
from converter.readers.html.tables import LONGEST_CELL, WIDEST, is_data, rows, table_lines

ROWS = "<tr><td>船</td><td>吨</td></tr><tr><td>帆</td><td>三</td></tr>"


def table(inside: str, attributes: str = "") -> HtmlElement:
    """A table element."""
    return fragment_fromstring(f"<table {attributes}>{inside}</table>")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (table(ROWS), True),
        (table(ROWS, 'role="presentation"'), False),
        (table(f"{ROWS}<tr><td><h2>港</h2></td></tr>"), False),
        (table("<tr><td>船</td></tr><tr><td>帆</td></tr>"), False),
        (table("<tr><td>船</td><td> </td></tr>" * 3), False),
        (table("<caption>船</caption><tr><td>船</td></tr>"), True),
        (table("<thead><tr><td>船</td></tr></thead>"), True),
        (table("<tr><th>船</th></tr>"), True),
        (table(ROWS + f"<tr><td>{'潮' * LONGEST_CELL}</td></tr>"), True),
        (table(ROWS + f"<tr><td>{'潮' * (LONGEST_CELL + 1)}</td></tr>"), False),
        (table(ROWS.replace("船", f"<table>{ROWS}</table>")), True),
        (table(ROWS.replace("船", f"<table>{ROWS}</table>").replace("帆", f"<table>{ROWS}</table>")), False),
    ],
    ids="data layout heading column empty caption thead th long too-long nested mostly-nested".split(),
)
def test_what_holds_data(made: HtmlElement, expected: bool) -> None:
    """Captions and heads say so; else there are columns of short cells, and few tables in them."""
    assert is_data(made) is expected


def cells(made: HtmlElement) -> list[tuple[bool, list[str]]]:
    """The rows with the texts of their cells, and how far these reach."""
    return [(head, [f"{cell.element.text} {cell.across}x{cell.down}" for cell in row]) for head, row in rows(made)]


def test_cells_that_reach_over_others() -> None:
    """A cell says how far it reaches, over no rows that are not there or show nothing; an unlikely number is none."""
    made = table(
        "<thead><tr><td>船</td><td>吨</td><td>港</td></tr></thead>"
        '<tbody><tr><td rowspan="3">帆</td><td colspan="2">三</td></tr><tr><td> </td><td></td></tr>'
        '<tr><td>四</td><td>五</td></tr></tbody><tr><th rowspan="0">六</th><th colspan="999999">七</th></tr>'
        '<tr><td rowspan="9">八</td></tr>'
    )
    assert cells(made) == [
        (True, ["船 1x1", "吨 1x1", "港 1x1"]),
        (False, ["帆 1x2", "三 2x1"]),
        (False, ["四 1x1", "五 1x1"]),
        (True, ["六 1x2", "七 1x1"]),
        (True, ["八 1x1"]),
    ]


def test_a_cell_that_is_wider_than_any_page() -> None:
    """It reaches over as many columns as a table may have."""
    ((_, (cell,)),) = rows(table('<tr><td colspan="99">船</td></tr>'))
    assert cell.across == WIDEST


def test_lines_of_a_table() -> None:
    """The caption, then a line a row: a tab between cells, a space between the lines of one; empty rows are none."""

    def lines_of(cell: HtmlElement) -> list[Draft]:
        return [Draft([Run(text)]) for text in cell.itertext()]

    made = table(
        "<caption> 船队 </caption><tr><th>船</th><th>吨</th></tr><tr><td> </td><td></td></tr>"
        "<tr><td><p>帆</p><p>桨\t</p></td><td> 三 </td></tr>"
    )
    assert [(draft.text, draft.role, draft.form) for draft in table_lines(made, lines_of)] == [
        ("船队", Role.CAPTION, None),
        ("船\t吨", Role.PARAGRAPH, Form.HEAD_ROW),
        ("帆 桨 \t三", Role.PARAGRAPH, Form.ROW),
    ]
