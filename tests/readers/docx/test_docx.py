"""Word documents, as python-docx, LibreOffice and Word itself write them."""

import io
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt

from converter.errors import UnreadableInput
from converter.model import Metadata, Source
from converter.readers.docx import read_docx
from tests.readers.documents import LONG, p, packed, saved, told
from tests.strategies import PIXEL


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
    data = (Path(__file__).parents[1] / "samples" / "libreoffice.docx").read_bytes()
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


def test_what_is_left_out_is_said() -> None:
    """Deletions, comments, hidden text in characters, and drawings that are no pictures."""
    runs = (
        LONG, "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "<w:r><w:commentReference/></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>", "<w:r><w:object/></w:r>",
    )  # fmt: skip
    assert read_docx(packed(p(*runs), comments=f"<w:comment>{p('批注')}</w:comment>")).warnings == (
        "left out 1 character(s) of tracked deletions",
        "left out 1 character(s) of hidden text",
        "left out 2 character(s) of comments",
        "left out 1 drawing(s) that are no pictures, such as charts",
    )


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
