"""The blocks of a document come in their order: paragraphs, rows, text boxes, margins, notes."""

from __future__ import annotations

import docx
import pytest

from converter.model import Form, Mark
from converter.readers.docx import read_docx
from converter.readers.docx.body import Body, Para
from converter.readers.docx.inline import Piece
from converter.readers.docx.package import Package
from converter.readers.docx.styles import Look
from tests.readers.documents import LONG, p, packed, saved, told


def read(body: str) -> list[tuple[str, Form | None, int]]:
    """Text, form and page of each block."""
    return [(para.text, para.form, para.page) for para in Body(Package(packed(body))).read()]


def table(*rows: tuple[str, ...], head: str = "") -> str:
    """A table of these cells; ``head`` are the properties of its first row."""
    cells = ["".join(f"<w:tc>{p(text)}</w:tc>" for text in row) for row in rows]
    looks = [f"<w:trPr>{head}</w:trPr>", *[""] * len(rows)]
    return (
        "<w:tbl>" + "".join(f"<w:tr>{look}{row}</w:tr>" for look, row in zip(looks, cells, strict=False)) + "</w:tbl>"
    )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (table(("船", "吨"), ("帆", "三")), [("船\t吨", Form.ROW), ("帆\t三", Form.ROW)]),
        (
            table(("船", "吨"), ("帆", "三"), head="<w:tblHeader/>"),
            [("船\t吨", Form.HEAD_ROW), ("帆\t三", Form.ROW)],
        ),
        (table(("船",), ("帆",)), [("船", None), ("帆", None)]),
        (table(("船", LONG * 5)), [("船", None), (LONG * 5, None)]),
        (table(("船", "吨"), ("帆", "三"), head="<w:del/>"), [("帆\t三", Form.ROW)]),
        (
            f"<w:sdt><w:sdtContent>{table(('船', '吨'), ('帆', '三'))}</w:sdtContent></w:sdt>",
            [("船\t吨", Form.ROW), ("帆\t三", Form.ROW)],
        ),
    ],
    ids="data head column layout deleted control".split(),
)
def test_tables(made: str, expected: list[tuple[str, Form | None]]) -> None:
    """Rows of a table of data; the blocks in the cells of one that lays a page out, or has one column."""
    assert [(text, form) for text, form, _ in read(made)] == expected


def test_pages() -> None:
    """A break inside a paragraph parts it, a property or a section begins a page."""
    broken = "<w:r><w:t>一</w:t><w:br w:type='page'/><w:t>二</w:t></w:r>"
    body = p(broken) + p("三", look="<w:pageBreakBefore/>") + p("四", look="<w:sectPr/>") + p("五")
    assert read(body) == [("一", None, 1), ("二", None, 2), ("三", None, 3), ("四", None, 3), ("五", None, 4)]


def test_a_document_inside_the_document() -> None:
    """It cannot be read, and is counted."""
    body = Body(Package(packed(p("桥") + "<w:altChunk/>")))
    assert ([para.text for para in body.read()], body.found.things) == (
        ["桥"],
        {"document(s) inside the document": 1},
    )


@pytest.mark.parametrize(
    ("pieces", "size", "bold"),
    [
        ([Piece("桥", Look(size=22, bold=True)), Piece("上的灯", Look(size=12, bold=True))], 12, True),
        ([Piece("桥", Look(bold=True)), Piece("灯")], 16, False),
        ([Piece("桥", Look(bold=True)), Piece(" "), Piece("1", note=True)], 16, True),
        ([Piece("海", image="a.png")], 16, False),
    ],
)
def test_the_look_of_a_paragraph(pieces: list[Piece], size: float, bold: bool) -> None:
    """The size of most of its text, else its own; bold where all of its text is."""
    para = Para(pieces, Look(size=16))
    assert (para.size, para.bold) == (size, bold)


def test_a_text_box_stands_once() -> None:
    """A text box that is there in two versions is read once, after the paragraph that it is anchored in."""
    box = "<w:txbxContent>" + p("框中的字") + "</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = (
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    source = read_docx(packed(p("题", both)))
    assert [line.text for line in source.lines] == ["题", "框中的字"]


def test_headers_and_footers() -> None:
    """Each text at the edge of the pages stands once, at the edge of the document; numbers of pages are none of it."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "临江日报 2024年5月16日"
    section.footer.paragraphs[0].text = "第 1 页"
    section.footer.add_paragraph("内部资料")
    other = document.add_section()
    other.header.is_linked_to_previous = other.footer.is_linked_to_previous = False
    other.header.paragraphs[0].text = "临江日报 2024年5月16日"
    document.add_paragraph(LONG)
    assert told(saved(document)) == [
        "margin", "folio\t临江日报 2024年5月16日", "article", f"paragraph\t{LONG}", "margin", "furniture\t内部资料",
    ]  # fmt: skip


def test_merged_cells() -> None:
    """A cell over several columns or rows is one that says so; what it reaches over is no cell."""
    wide = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
    tall = "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>", "<w:tcPr><w:vMerge/></w:tcPr>"
    rows = [
        [(wide, "港"), ("", "船")],
        [(tall[0], "甲"), ("", "乙"), ("", "丙")],
        [(tall[1], ""), ("", "丁"), ("", "戊")],
    ]
    table = "".join(
        "<w:tr>" + "".join(f"<w:tc>{look}{p(text)}</w:tc>" for look, text in row) + "</w:tr>" for row in rows
    )
    source = read_docx(packed(f"<w:tbl>{table}</w:tbl>"))
    assert [line.text for line in source.lines] == ["港\t船", "甲\t乙\t丙", "丁\t戊"]
    assert [[run.name for run in line.runs if run.mark is Mark.SPAN] for line in source.lines] == [["2x1"], ["1x2"], []]


BOX = f"<w:pict><w:txbxContent>{p('框中')}</w:txbxContent></w:pict>"


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (table(("船", "吨"), ("帆", "三")).replace("<w:t>三</w:t>", f"<w:t>三</w:t>{BOX}"), ["船\t吨", "帆\t三 框中"]),
        (p("题", f"<w:r><w:pict><w:txbxContent>{p('外', f'<w:r>{BOX}</w:r>')}</w:txbxContent></w:pict></w:r>"),
         ["题", "外", "框中"]),
    ],
    ids=["in a cell", "in a box"],
)  # fmt: skip
def test_a_text_box_inside_something_stands_once(made: str, expected: list[str]) -> None:
    """In the cell that it is anchored in; after the text box that it stands in."""
    assert [line.text for line in read_docx(packed(made)).lines] == expected
