"""Pieces of a paragraph, each with its strongest mark."""

from __future__ import annotations

import pytest

from converter.model import Mark, Run
from converter.readers.docx.inline import Inline, Piece, width_of
from converter.readers.docx.package import Package, W
from converter.readers.docx.styles import Look, Styles
from converter.readers.docx.unread import Found
from tests.readers.documents import p, packed, told


@pytest.mark.parametrize(
    ("piece", "usual", "run"),
    [
        (Piece("灯"), Look(), Run("灯")),
        (Piece("灯", Look(bold=True)), Look(), Run("灯", Mark.STRONG)),
        (Piece("灯", Look(bold=True)), Look(bold=True), Run("灯")),
        (Piece("灯", Look(bold=True, raised="superscript")), Look(), Run("灯", Mark.SUP)),
        (Piece("灯", Look(italic=True, struck=True)), Look(), Run("灯", Mark.EMPHASIS)),
        (Piece("灯", Look(underline=True)), Look(), Run("灯", Mark.UNDERLINE)),
        (Piece("灯", Look(underline=True), "https://a.test/"), Look(), Run("灯", href="https://a.test/")),
        (Piece(" ", Look(bold=True)), Look(), Run(" ")),
        (Piece("1", note=True), Look(), Run("1", Mark.NOTE)),
        (Piece("海", Look(bold=True), image="a.png"), Look(), Run("海", image="a.png")),
        (Piece("灯", href=""), Look(), Run("灯")),
    ],
)
def test_marks(piece: Piece, usual: Look, run: Run) -> None:
    """What is usual in the paragraph is no mark, blanks and pictures have none, links are underlined anyway."""
    assert piece.run(usual) == run


def read(*runs: str) -> tuple[list[str], Found]:
    """The texts of a paragraph's pieces, and what was come upon."""
    package, found = Package(packed(p(*runs))), Found()
    paragraph = package.document.root.find(f".//{W}p")
    assert paragraph is not None
    pieces = Inline(package.document, Styles(None), found).pieces(paragraph, Look())
    return [piece.text for piece in pieces], found


def test_what_is_left_out() -> None:
    """Deletions, hidden text and charts are counted, each for itself."""
    texts, found = read(
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
        "<w:r><w:t>桥</w:t></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>",
        "<w:r><w:drawing/></w:r>",
    )
    assert texts == ["桥"]
    assert found.warnings == [
        "left out 2 character(s) of tracked deletions",
        "left out 1 character(s) of hidden text",
        "left out 1 drawing(s) that are no pictures, such as charts",
    ]


def test_notes_are_numbered_by_their_kind() -> None:
    """Footnotes with digits, endnotes with small Roman ones, in the order of the text."""
    kinds = ("footnote", "endnote", "footnote")
    texts, found = read(*(f'<w:r><w:{kind}Reference w:id="{n}"/></w:r>' for n, kind in enumerate(kinds, 7)))
    assert texts == ["1", "i", "2"]
    assert found.notes == [("footnote", "7", "1"), ("endnote", "8", "i"), ("footnote", "9", "2")]


def test_nested_fields() -> None:
    """What a field gives is text, its instruction is not; a link is that of the inmost field that is one."""
    begin, separate, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
    inner = f"{begin}<w:instrText> PAGE </w:instrText>{separate}<w:t>七</w:t>{end}"
    link = f'<w:r>{begin}<w:instrText>HYPERLINK "https://a.test/"</w:instrText>{separate}<w:t>第</w:t>{inner}{end}<w:t>页</w:t></w:r>'
    package = Package(packed(p(link)))
    paragraph = package.document.root.find(f".//{W}p")
    assert paragraph is not None
    pieces = Inline(package.document, Styles(None), Found()).pieces(paragraph, Look())
    assert [(piece.text, piece.href) for piece in pieces] == [
        ("第", "https://a.test/"),
        ("七", "https://a.test/"),
        ("页", None),
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


_FIELD = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
_LIST = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="东渡"/><w:listEntry w:val="西渡"/></w:ddList>'


@pytest.mark.parametrize(
    ("run", "texts"),
    [
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>Ø渡口</w:t></w:r>', ["➢渡口"]),
        (_FIELD.format("<w:checkBox><w:checked/></w:checkBox>"), ["☑"]),
        (_FIELD.format('<w:checkBox><w:default w:val="0"/></w:checkBox>'), ["☐"]),
        (_FIELD.format(_LIST), ["西渡"]),
        (_FIELD.format("<w:textInput/>"), []),
    ],
    ids="font ticked empty chosen text".split(),
)
def test_signs_and_fields_of_forms(run: str, texts: list[str]) -> None:
    """A run set in a font of signs, a box to be ticked, what is chosen of a list: what a reader of the page sees."""
    assert texts == read(run)[0]


def test_a_sign_that_unicode_lacks_is_counted() -> None:
    """It stands as U+FFFD, never as a character of the private area."""
    texts, found = read('<w:r><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>')
    assert (texts, found.things) == (["\ufffd"], {"sign(s) of a font of signs that Unicode does not have": 1})


@pytest.mark.parametrize("code", ["-1", "²", "110000", "D800", ""])
def test_a_sign_whose_code_is_none_is_counted(code: str) -> None:
    """Nothing can be shown for it, and what stands beside it stays."""
    texts, found = read(f'<w:r><w:sym w:font="Symbol" w:char="{code}"/><w:t>渡口</w:t></w:r>')
    assert (texts, found.things) == (["渡口"], {"sign(s) of no character's code": 1})


_INLINE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{}" cy="1"/><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="i"/>'
    "</wp:inline></w:drawing></w:r>"
)
_SHAPE = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="{}"><v:imagedata r:id="i"/>'
    "</v:shape></w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("run", "width"),
    [
        (_INLINE.format(540000), 42.5),
        (_INLINE.format(1), None),
        (_INLINE.format("-9"), None),
        (_INLINE.format("9" * 5000), None),
        (_SHAPE.format("position:absolute;width:12pt;height:12pt"), 12.0),
        (_SHAPE.format("width:1.5cm"), 42.5),
        (_SHAPE.format("width:.5in"), 36.0),
        (_SHAPE.format("max-width:12pt"), None),
    ],
)
def test_width_of_a_picture(run: str, width: float | None) -> None:
    """DrawingML tells it in EMUs, VML in a style; what is no size of a picture tells nothing."""
    package = Package(packed(p(run)))
    drawing = next(package.document.root.iter(f"{W}drawing", f"{W}pict"))
    assert width == width_of(drawing)


FIELD = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{}</w:instrText></w:r>{}"
END = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"


def test_fields_that_show_their_instruction() -> None:
    """Characters set above one another (Word's way of old) are text; an entry of an index is counted."""
    texts, found = read(
        FIELD.format(r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(dù),渡)', END),
        FIELD.format(r"eq \o\ac(○,7)", END),
        FIELD.format("XE 渡口", END),
    )
    assert (texts, found.counted) == (["渡（dù）", "○7"], {"codes of fields that are not shown": 2})


@pytest.mark.parametrize(
    ("drawing", "texts", "expected"),
    [
        ("<w:pict><v:textpath xmlns:v='urn:schemas-microsoft-com:vml' string='内部'/></w:pict>", ["内部"], []),
        ("<w:drawing><wp:docPr xmlns:wp='x' descr='涨水图'/></w:drawing>", [],
         ["left out 3 character(s) of words for drawings",
          "left out 1 drawing(s) that are no pictures, such as charts"]),
    ],
    ids=["lettering", "words"],
)  # fmt: skip
def test_words_of_drawings(drawing: str, texts: list[str], expected: list[str]) -> None:
    """Lettering (WordArt) is text; what is said of a drawing that is not shown is counted."""
    said, found = read(f"<w:r>{drawing}</w:r>")
    assert (said, found.warnings) == (texts, expected)
