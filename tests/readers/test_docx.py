"""Word documents, as python-docx, LibreOffice and Word itself write them."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt

from converter import detect
from converter.errors import UnreadableInput
from converter.model import Metadata, Source
from converter.readers.docx import read_docx
from converter.readers.docx.numbering import written
from converter.writers.outline import write_outline
from tests.strategies import PIXEL

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LONG = "连接两岸的新桥昨日正式通车。清晨六点，第一批车辆从北岸驶上桥面，司机们鸣笛庆祝，两岸的居民走上桥头。"


def packed(body: str, **parts: str) -> bytes:
    """A document of this body; ``parts`` are the contents of its other parts: styles, numbering, footnotes."""
    kinds = "".join(f'<Relationship Id="r{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    extra = '<Relationship Id="rlink" Type="x/hyperlink" TargetMode="External" Target="https://port.example/a"/>'
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<R><Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/></R>',
        "word/_rels/document.xml.rels": f"<R>{kinds}{extra}</R>",
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
    }
    files |= {f"word/{kind}.xml": f'<w:{kind} xmlns:w="{W}">{text}</w:{kind}>' for kind, text in parts.items()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return file.getvalue()


def p(*runs: str, look: str = "") -> str:
    """A paragraph of runs (texts, or mark-up) that looks as its properties say."""
    inside = (run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(inside)}</w:p>"


def told(data: bytes) -> list[str]:
    """The lines with their roles, as an outline has them."""
    text = write_outline(detect(read_docx(data))).decode()
    return [line for line in text.split("section\n", 1)[1].splitlines() if line]


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a document of python-docx."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_direct_formatting() -> None:
    """A centred bold line of 22 points is the headline, over as many paragraphs as it takes; the rest is as in text."""
    document = docx.Document()
    for text, size, bold in (
        ("关于开放", 22, True), ("新桥的报道", 22, True), ("本报记者 江帆", 12, False),
    ):  # fmt: skip
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(size), bold
    document.add_paragraph(LONG)
    document.add_paragraph().add_run("桥上的灯").bold = True
    document.add_paragraph(LONG)
    assert told(saved(document)) == [
        "article",
        "headline\t关于开放新桥的报道",
        "byline\t本报记者 江帆",
        f"paragraph\t{LONG}",
        "subhead 1\t桥上的灯",
        f"paragraph\t{LONG}",
    ]


def test_several_articles() -> None:
    """Big lines of the largest size are headlines, each of a story."""
    document = docx.Document()
    for text in ("新桥通车", "渔港迎来新船"):
        run = document.add_paragraph().add_run(text)
        run.font.size, run.bold = Pt(22), True
        document.add_paragraph(LONG)
    stories = [["article", f"headline\t{title}", f"paragraph\t{LONG}"] for title in ("新桥通车", "渔港迎来新船")]
    assert told(saved(document)) == sum(stories, [])


def test_styles(tmp_path: Path) -> None:
    """Titles, headings, lists, tables, quotations, pictures and page breaks of the styles that python-docx has."""
    document = docx.Document()
    document.core_properties.title = "港口手册"
    document.core_properties.author = "python-docx"
    document.add_heading("港口手册", 0)
    document.add_paragraph("第二版", style="Subtitle")
    document.add_heading("进港", 1)
    document.add_paragraph("先减速。")
    document.add_heading("次序", 2)
    document.add_paragraph("客船", style="List Bullet")
    document.add_paragraph("货船", style="List Bullet 2")
    document.add_heading("引文", 1)
    document.add_paragraph("灯在北岸。", style="Quote")
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("船", "元"), ("客船", "一百")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("图后").add_run().add_break(WD_BREAK.PAGE)
    document.add_picture(io.BytesIO(PIXEL))
    document.add_paragraph("码头", style="Caption")
    source = read_docx(saved(document))
    assert source.metadata == Metadata(title="港口手册")
    assert source.images == (("word/media/image1.png", PIXEL),)
    assert source.lines[-1].page == 2
    assert told(saved(document)) == [
        "article",
        "headline\t港口手册",
        "deck\t第二版",
        "subhead 1\t进港",
        "paragraph\t先减速。",
        "subhead 2\t次序",
        "paragraph item 1\t客船",
        "paragraph item 2\t货船",
        "subhead 1\t引文",
        "paragraph quote\t灯在北岸。",
        "paragraph row\t船\t元",
        "paragraph row\t客船\t一百",
        "paragraph\t图后",
        "caption\t![图片](word/media/image1.png)",
        "caption\t码头",
    ]


def test_pictures_of_one_paragraph_come_in_their_order() -> None:
    """In every run, whatever the hashes of their names are."""
    document = docx.Document()
    line = document.add_paragraph().add_run("船队")
    for size in range(6):
        line.add_picture(io.BytesIO(PIXEL + bytes(size)))
    names = [name for name, _ in read_docx(saved(document)).images]
    assert names == [f"word/media/image{number}.png" for number in range(1, 7)]


def test_libreoffice() -> None:
    """What LibreOffice writes: styles, a note, numbers, a table with a head, a link."""
    data = (Path(__file__).parent / "samples" / "libreoffice.docx").read_bytes()
    assert read_docx(data).metadata == Metadata(title="港口手册", author="江帆")
    assert told(data) == [
        "article",
        "headline\t港口手册",
        "subhead 1\t进港",
        "paragraph\t船只进港之前，先要[减速]{strong}，再听从塔台的指挥[1]{note}。",
        "subhead 2\t次序",
        "paragraph numbered 1\t客船",
        "paragraph numbered 1\t货船",
        "subhead 1\t费用",
        "paragraph\t详见[价目](https://port.example/fees)，按下表收取：",
        "paragraph head_row\t船\t元",
        "paragraph row\t客船\t一百",
        "paragraph item 1\t夜间加倍",
        "paragraph note\t[1]{note}塔台在北岸，昼夜有人。",
    ]


NUMBERS = "".join(
    f'<w:abstractNum w:abstractNumId="{key}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    for key, (form, text) in enumerate([("chineseCounting", "%1、"), ("decimal", "%1."), ("chineseCounting", "（%1）")])
) + "".join(f'<w:num w:numId="{key + 1}"><w:abstractNumId w:val="{key}"/></w:num>' for key in range(3))


def number(key: int) -> str:
    """The property that makes a paragraph one of list ``key``."""
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{key}"/></w:numPr>'


def test_numbers_that_word_puts_there() -> None:
    """一、 and （一） are content; 1. 2. in a row is a list, and one that is interrupted keeps its numbers."""
    body = "".join(
        [p("总体要求", look=number(1)), p("坚持开放。", look=number(3)), p("坚持共享。", look=number(3))]
        + [p("工作安排", look=number(1)), p("修桥", look=number(2)), p("铺路", look=number(2))]
        + [p("另有说明的除外。" * 6), p("点灯", look=number(2))]
    )
    assert told(packed(body, numbering=NUMBERS))[1:] == [
        "subhead 1\t一、总体要求",
        "paragraph\t（一）坚持开放。",
        "paragraph\t（二）坚持共享。",
        "subhead 1\t二、工作安排",
        "paragraph numbered 1\t修桥",
        "paragraph numbered 1\t铺路",
        "paragraph\t" + "另有说明的除外。" * 6,
        "paragraph\t3. 点灯",
    ]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (
            [
                "桥",
                "<w:ins><w:r><w:t>新</w:t></w:r></w:ins>",
                "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
                "。",
            ],
            "桥新。",
        ),
        (['<w:hyperlink r:id="rlink"><w:r><w:t>港</w:t></w:r></w:hyperlink>', "口"], "[港](https://port.example/a)口"),
        (
            [
                '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "https://port.example/b" </w:instrText>'
                '<w:fldChar w:fldCharType="separate"/><w:t>船</w:t><w:fldChar w:fldCharType="end"/><w:t>来</w:t></w:r>'
            ],
            "[船](https://port.example/b)来",
        ),
        (['<w:fldSimple w:instr=" DATE "><w:r><w:t>三月</w:t></w:r></w:fldSimple>', "。"], "三月。"),
        (["<w:r><w:rPr><w:b/></w:rPr><w:t>灯</w:t></w:r>", "亮了"], "[灯]{strong}亮了"),
        (['<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>', "米"], "[2]{sup}米"),
        (["<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>", "亮"], "亮"),
        (["<w:sdt><w:sdtContent><w:r><w:t>内</w:t></w:r></w:sdtContent></w:sdt>", "外"], "内外"),
        (["甲<w:x/>乙" and "甲", "<w:r><w:tab/><w:t>乙</w:t></w:r>"], "甲 乙"),
        (['<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "好"], "✓好"),
        (
            [
                "<w:r><w:ruby><w:rt><w:r><w:t>jiāng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>江</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            ],
            "江（jiāng）",
        ),
    ],
    ids="tracked link field simple-field bold raised hidden control tab symbol ruby".split(),
)
def test_inside_a_paragraph(runs: list[str], expected: str) -> None:
    """What stands in a paragraph, and what does not."""
    heading = '<w:outlineLvl w:val="0"/>'
    assert told(packed(p("题", look=heading) + p("文", look=heading.replace("0", "1")) + p(*runs)))[3:] == [
        f"paragraph\t{expected}"
    ]


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


def test_notes_stand_at_the_end_of_their_story() -> None:
    """Whether its title is a heading or only large."""
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"注{n}。")}</w:footnote>' for n in (2, 3))
    large, heading = '<w:r><w:rPr><w:sz w:val="48"/></w:rPr><w:t>{}</w:t></w:r>', '<w:outlineLvl w:val="0"/>'
    for titles in (
        [p(large.format(text)) for text in ("新桥通车", "新船靠岸")],
        [p(text, look=heading) for text in ("新桥通车", "新船靠岸")],
    ):
        body = titles[0] + p(LONG, mark.format(2)) + titles[1] + p(LONG, mark.format(3))
        assert told(packed(body, footnotes=notes)) == [
            "article", "headline\t新桥通车", f"paragraph\t{LONG}[1]{{note}}", "paragraph note\t[1]{note}注2。",
            "article", "headline\t新船靠岸", f"paragraph\t{LONG}[2]{{note}}", "paragraph note\t[2]{note}注3。",
        ]  # fmt: skip


def test_lines_of_one_paragraph() -> None:
    """A heading with a break in it is one line; elsewhere each line has the look of its own text."""
    broken = "<w:r><w:t>新桥</w:t><w:br/><w:t>通车</w:t></w:r>"
    sized = '<w:r><w:rPr><w:sz w:val="{}"/></w:rPr><w:t>{}</w:t>{}</w:r>'
    sizes = sized.format(28, "两岸相连", "<w:br/>") + sized.format(44, "新桥通车", "")
    assert told(packed(p(broken, look='<w:outlineLvl w:val="0"/>') + p(LONG)))[1] == "headline\t新桥通车"
    assert told(packed(p(sizes, look='<w:jc w:val="center"/>') + p(LONG * 2)))[1:3] == [
        "kicker\t两岸相连",
        "headline\t新桥通车",
    ]


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


def test_what_is_left_out_is_said() -> None:
    """Deletions, comments, hidden text, and drawings that are no pictures are counted."""
    runs = (
        LONG, "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "<w:r><w:commentReference/></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>", "<w:r><w:object/></w:r>",
    )  # fmt: skip
    assert read_docx(packed(p(*runs))).warnings == (
        "left out 1 tracked deletion(s)",
        "left out 1 comment(s)",
        "left out 1 piece(s) of hidden text",
        "left out 1 drawing(s) that are no pictures, such as charts",
    )


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


def test_merged_cells() -> None:
    """A cell over two columns leaves one empty, one over two rows is not said twice."""
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
    assert [line.text for line in source.lines] == ["港\t\t船", "甲\t乙\t丙", "\t丁\t戊"]


def test_spans_give_the_text_back() -> None:
    """A line's span is its text in the source, empty paragraphs are its gap."""
    source = read_docx(packed(p("甲") + p() + p() + p("乙")))
    assert isinstance(source, Source)
    assert [(source.text[line.start : line.end], line.gap_before) for line in source.lines] == [("甲", 0), ("乙", 2)]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"EncryptedPackage".decode().encode("utf-16-le"), "is encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word before 2007"),
        (packed(p("桥"))[:-40], "damaged or cut short"),
        (packed("").replace(b"word/document.xml", b"xxxx/document.xml"), "no Word document"),
        (packed(""), "has no text"),
        (packed("<w:p>" * 300 + "</w:p>" * 300), "nested deeper"),
        (packed("</w:body>"), "no well-formed XML"),
    ],
    ids=["empty", "locked", "old", "cut", "other", "no-text", "deep", "broken"],
)
def test_what_is_no_document(data: bytes, says: str) -> None:
    """One sentence for each way to be none."""
    with pytest.raises(UnreadableInput, match=says):
        read_docx(data)


@pytest.mark.parametrize(
    ("number", "format", "expected"),
    [
        (12, "chineseCountingThousand", "十二"),
        (105, "chineseCounting", "一百零五"),
        (20, "japaneseCounting", "二十"),
        (3, "ideographTraditional", "丙"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (14, "upperRoman", "XIV"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (7, "hebrew1", "7"),
    ],
)
def test_written(number: int, format: str, expected: str) -> None:
    """Numbers as Word writes them."""
    assert written(number, format) == expected
