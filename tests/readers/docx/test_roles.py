"""What a Word document says outright of a paragraph is its role."""

import io

import docx
from docx.shared import Pt

from converter.readers.docx import read_docx
from tests.readers.documents import LONG, number, p, packed, saved, told
from tests.strategies import PIXEL


def test_headings_of_a_house_s_own() -> None:
    """Styles that are called headings have levels by their sizes where none has one; captions of figures are none."""
    document = docx.Document()
    for name, size in (("章标题", 16), ("节標題", 14), ("图标题", 10)):
        document.styles.add_style(name, 1).font.size = Pt(size)
    for text, style in (
        ("第1章 渡口", "章标题"),
        ("1.1 水位", "节標題"),
        ("图1 渡口", "图标题"),
        ("第2章 灯", "章标题"),
    ):
        document.add_paragraph(text, style=style)
        document.add_paragraph(LONG)
    found = [(line.level, line.text) for line in read_docx(saved(document)).lines if line.text != LONG]
    assert found == [(1, "第1章 渡口"), (2, "1.1 水位"), (0, "图1 渡口"), (1, "第2章 灯")]


def test_under_headings() -> None:
    """Words under a picture are its caption; neighbours in a list of 一、二、 are no heads; code keeps its indent."""
    document = docx.Document()
    document.add_heading("港口", 1)
    document.add_picture(io.BytesIO(PIXEL))
    document.add_paragraph("图为码头。江帆摄")
    document.add_paragraph(LONG)
    code = document.add_paragraph("    return 1")
    code.style = document.styles.add_style("Source Code", 1)
    assert told(saved(document))[1:] == [
        "headline\t港口", "caption\t![图片](word/media/image1.png)", "caption\t图为码头。江帆摄", f"paragraph\t{LONG}",
        "paragraph code 4\treturn 1",
    ]  # fmt: skip
    numbers = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    item = number(1)
    body = p("桥", look=item) + p("灯", look=item) + p(LONG) + p("尾声", look=item) + p(LONG)
    assert told(packed(body, numbering=numbers))[1:] == [
        "paragraph\t一、桥", "paragraph\t二、灯", f"paragraph\t{LONG}", "subhead 1\t三、尾声", f"paragraph\t{LONG}",
    ]  # fmt: skip
