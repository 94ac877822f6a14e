"""What a Word document says outright of a paragraph is its role."""

import io

import docx
import pytest
from docx.shared import Pt

from converter.model import Form, Role
from converter.readers.docx import read_docx
from converter.readers.docx.body import Para
from converter.readers.docx.inline import Piece
from converter.readers.docx.numbering import Label
from converter.readers.docx.roles import cut_by_hand, settle
from tests.readers.documents import LONG, W, number, p, packed, saved, told
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


@pytest.mark.parametrize(
    ("rows", "levels"),
    [
        ([("章标题", "一 渡口"), ("一级节标题", "水位"), ("二级节标题", "早"), ("章标题", "二 灯")], [1, 2, 3, 1]),
        ([("章标题", "一 渡口"), ("节标题", "水位"), ("条标题", "早"), ("致谢·标题", "致谢")], [1, 2, 3, 1]),
        ([("毕业论文一级标题", "渡口"), ("毕业论文二级标题", "水位"), ("畢業論文三級標題", "早")], [1, 2, 3]),
        ([("一级标题", "渡口"), ("三级标题", "早")], [1, 2]),
        ([("Heading 2", "渡口"), ("Heading 3", "水位"), ("致谢·标题", "致谢"), ("节标题", "早")], [2, 3, 2, 3]),
        ([("章標題", "一 渡口"), ("致謝", "致　謝"), ("節標題", "早")], [1, 1, 2]),
        ([("我的章", "渡口"), ("我的节", "水位")], [1, 2]),
        ([("Heading 1", "渡口"), ("正文强调", "水位")], [1, 0]),
    ],
    ids="counted units thesis left-out among itself based body".split(),
)
def test_levels_by_names(rows: list[tuple[str, str]], levels: list[int]) -> None:
    """A style's name tells how deep its headings are where size does not; one based on it is as it is."""
    document = docx.Document()
    based = {"我的章": "章标题", "我的节": "节标题", "正文强调": "Heading 1"}
    for style in dict.fromkeys(name for name, _ in rows if not name.startswith("Heading")):
        made = document.styles.add_style(style, 1)
        if style in based:
            base = based[style]
            made.base_style = document.styles[base] if base == "Heading 1" else document.styles.add_style(base, 1)
        if style == "正文强调":
            level = made.element.get_or_add_pPr().makeelement(f"{{{W}}}outlineLvl", {f"{{{W}}}val": "9"})
            made.element.get_or_add_pPr().append(level)
    for style, text in rows:
        document.add_paragraph(text, style=style)
        document.add_paragraph(LONG)
    assert levels == [line.level for line in read_docx(saved(document)).lines if line.text != LONG]


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


@pytest.mark.parametrize(
    ("style", "role", "form"),
    [
        ("title", Role.HEADLINE, None),
        ("副标题", Role.DECK, None),
        ("摘要", Role.LEAD, None),
        ("题注", Role.CAPTION, None),
        ("intensequote", Role.PARAGRAPH, Form.QUOTE),
        ("sourcecode", Role.PARAGRAPH, Form.CODE),
        ("toc3", Role.FURNITURE, None),
        ("normal", None, None),
        ("mytitle", None, None),
    ],
)
def test_styles_that_say_it(style: str, role: Role | None, form: Form | None) -> None:
    """By their whole names, as several programs write them; contents by how these begin."""
    para = Para([Piece("桥")], style=style)
    settle([para])
    assert (para.role, para.form) == (role, form)


def test_a_list_inside_a_list() -> None:
    """Word makes it a list of its own, whose style tells the depth."""
    styles = ("listbullet", "listbullet2", "own2")
    paras = [Para([Piece("桥")], style=style, label=Label("", False, 0, 1, style)) for style in styles]
    settle(paras)
    assert [(para.form, para.depth) for para in paras] == [(Form.ITEM, 1), (Form.ITEM, 2), (Form.ITEM, 1)]


@pytest.mark.parametrize(("broken", "whole", "expected"), [(5, 5, True), (2, 3, False), (0, 5, False)])
def test_lines_that_were_cut_by_hand(broken: int, whole: int, expected: bool) -> None:
    """More than two paragraphs of five break off; short ones do not count."""
    texts = (
        ["渡口的早晨和码头的夜晚都有灯亮着"] * broken + ["渡口的早晨和码头的夜晚都有灯亮着。"] * whole + ["渡口"] * 9
    )
    assert cut_by_hand([Para([Piece(text)]) for text in texts]) is expected
