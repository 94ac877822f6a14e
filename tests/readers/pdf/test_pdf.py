"""A PDF becomes a source of lines with their places."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from converter import convert, load
from converter.errors import UnreadableInput
from converter.model import Issue, Mark, Role, Source
from converter.pipeline import detect, read
from converter.readers.pdf import read_pdf
from converter.readers.pdf.png import png
from tests.readers.pdf.locked import FOR_ANYONE, FOR_ONE
from tests.readers.pdf.pages import FACE, ROWS, made, rows


def page() -> bytes:
    """A headline over two columns."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FACE, 20)
        canvas.drawString(120, 260, "旧港新灯今夜亮起")
        canvas.setFont(FACE, 10)
        rows(canvas, ["　　晨雾散尽以后，渡船一", "艘接一艘靠上了码头，卖早", "点的人已经把炉子生起来，"], 40, 230)
        rows(canvas, ["整条街都是油条的香气。", "　　灯塔要到天黑才会点亮", "，守塔人住在山上。"], 180, 230)

    return made(draw)


def test_lines_say_where_they_stand() -> None:
    """Their text, size, level and box; the sheet's size; a line that goes on says so."""
    source = read_pdf(page())
    assert [(sheet.width, sheet.height) for sheet in source.sheets] == [(400, 300)]
    head, first = source.lines[:2]
    assert (head.text, head.level, head.size) == ("旧港新灯今夜亮起", 1, 20)
    assert first.box is not None and head.box is not None and head.box.bottom < first.box.top
    blocks = [block.text for block in detect(source).blocks()]
    assert blocks == [
        "旧港新灯今夜亮起",
        "晨雾散尽以后，渡船一艘接一艘靠上了码头，卖早点的人已经把炉子生起来，整条街都是油条的香气。",
        "灯塔要到天黑才会点亮，守塔人住在山上。",
    ]


@pytest.mark.parametrize(("said", "title"), [("港口手册", "港口手册"), ("untitled", None), ("A05 城事.indd", None)])
def test_what_it_says_that_it_is_called(said: str, title: str | None) -> None:
    """Where a person said it: else the program that made it did."""

    def draw(canvas: Canvas) -> None:
        canvas.setTitle(said)
        rows(canvas)

    assert read_pdf(made(draw)).metadata.title == title


def test_it_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    """A file's suffix may be lacking; a book is made of it."""
    file = tmp_path / "page"
    file.write_bytes(page())
    assert isinstance(read(file), Source)
    convert(file, tmp_path / "page.json")
    data = json.loads((tmp_path / "page.json").read_text("utf-8"))
    assert "旧港新灯今夜亮起" in [block["text"] for block in data["blocks"]]


def test_pages_with_nothing_to_read_are_told() -> None:
    """A blank page, and one that a password locks."""
    with pytest.raises(UnreadableInput, match="recognize its text"):
        read_pdf(made(lambda canvas: canvas.showPage()))
    file = BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("a", "b"))
    canvas.drawString(9, 9, ROWS[0])
    canvas.save()
    with pytest.raises(UnreadableInput, match="encrypted"):
        read_pdf(file.getvalue())


def test_a_page_that_is_locked_with_256_bits() -> None:
    """Without a password for its user it is read, with one a sentence says what helps."""
    assert [line.text for line in read_pdf(FOR_ANYONE).lines] == ["The ferries come in one after another."]
    with pytest.raises(UnreadableInput, match="encrypted: open it with its password and save it without one"):
        read_pdf(FOR_ONE)


def test_a_page_tree_that_goes_round_ends() -> None:
    """A page that is its own parent has no pages."""
    loop = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj
trailer<</Root 1 0 R>>
"""
    with pytest.raises(UnreadableInput):
        read_pdf(loop)


def test_a_picture_comes_with_its_caption() -> None:
    """It is cropped as it is seen, and stands above the line that says what it shows."""

    def draw(canvas: Canvas) -> None:
        rows(canvas)
        canvas.drawImage(ImageReader(BytesIO(png(bytes((200, 120, 60) * 64), 8, 8, 24, 3))), 40, 100, 120, 80)
        canvas.setFont(FACE, 8)
        canvas.drawString(40, 88, "渡船靠岸时的码头。")

    source = read_pdf(made(draw))
    assert [name for name, _ in source.images] == ["page1-1.png"]
    assert source.images[0][1].startswith(b"\x89PNG")
    shown = [(block.role, block.text, [run.image for run in block.runs]) for block in detect(source).blocks()]
    assert shown[-2:] == [(Role.CAPTION, "", ["page1-1.png"]), (Role.CAPTION, "渡船靠岸时的码头。", [None])]


def test_page_numbers_go_into_the_list_of_pages() -> None:
    """A paragraph goes on over the page's end; the numbers are marks in it, and counted."""

    def draw(canvas: Canvas) -> None:
        upper = ["　　晨雾散尽以后，渡船一", "艘接一艘靠上了码头，卖早"]
        for number, texts in enumerate((upper, ["点的人已经把炉子生起来，", "天亮了。"]), 1):
            canvas.setFont(FACE, 10)
            rows(canvas, texts)
            canvas.drawString(190, 12, f"- {number} -")
            canvas.showPage()

    source = read_pdf(made(draw))
    (block,) = detect(source).blocks()
    assert block.text == "晨雾散尽以后，渡船一艘接一艘靠上了码头，卖早点的人已经把炉子生起来，天亮了。"
    assert [run.name for run in block.runs if run.mark is Mark.PAGE] == ["1", "2"]
    assert source.warnings == ("left out 2 page number(s), which the list of pages tells",)


def test_what_is_left_out_is_told() -> None:
    """A warning counts it."""

    def draw(canvas: Canvas) -> None:
        rows(canvas)
        canvas.drawString(900, 100, "页外的字")

    assert read_pdf(made(draw)).warnings == ("left out 4 character(s) outside the page",)


MAPPED = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 38>>stream
BT /F 12 Tf 40 150 Td 4 Tc (ABCD) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>endobj
6 0 obj<</Length 200>>stream
1 begincodespacerange <00> <ff> endcodespacerange
4 beginbfchar <41> <%s> <42> <%s> <43> <%s> <44> <%s> endbfchar
endstream endobj
trailer<</Root 1 0 R>>
"""


def test_radicals_are_read_as_the_characters_they_stand_for() -> None:
    """Fonts whose maps were made from their outlines say 2F08 for 人, and F98A for 力: both are told."""
    source = read_pdf(MAPPED % (b"2f08", b"f98a", b"8239", b"706f"))
    assert source.lines[0].text == "人力船灯"
    said = "read 2 radical(s) and compatibility character(s) as the characters they stand for"
    assert source.warnings == (said,)


def test_what_a_font_does_not_tell_is_counted() -> None:
    """A map that has no character for a code."""
    source = read_pdf(MAPPED % (b"fffd", b"529b", b"8239", b"706f"))
    assert source.lines[0].text == "力船灯"
    assert source.warnings == ("left out 1 character(s) whose font does not tell what they are",)


FRONT = ["　　渡口的灯昨夜亮了，岸", "边的人都来看。船工说，最", "难的是潮水（下转第三版）"]
LATER = ["　　（上接第一版）退去以", "后，灯柱还立在水里，要人", "划着小船去擦。"]
OTHER = ["　　头茶昨日开秤，山上的", "人天不亮就起来了。"]


def issue(*pages: tuple[str, dict[str, list[str]]]) -> bytes:
    """Pages with a folio line, and stories below each other."""

    def draw(canvas: Canvas) -> None:
        for folio, stories in pages:
            canvas.setFont(FACE, 8)
            canvas.drawString(40, 285, folio)
            y = 250.0
            for head, texts in stories.items():
                canvas.setFont(FACE, 16)
                canvas.drawString(40, y, head)
                canvas.setFont(FACE, 10)
                rows(canvas, texts, 40, y - 25)
                y -= 15 * len(texts) + 45
            canvas.showPage()

    return made(draw)


def told(found: Issue) -> list[tuple[str | None, list[str]]]:
    """Each page with the roles and texts of its stories, first characters alone."""
    return [
        (page.page, [f"{block.role} {block.text[:14]}" for story in page.articles for block in story.blocks()])
        for page in found.sections
    ]


WHOLE = [
    "headline 渡口夜灯昨日点亮",
    "paragraph 渡口的灯昨夜亮了，岸边的人都",
    "jump （下转第三版）",
    "jump 夜灯昨点亮",
    "jump （上接第一版）",
]


@pytest.mark.parametrize("one_file", [True, False])
def test_a_story_goes_on_on_another_page(one_file: bool, tmp_path: Path) -> None:
    """Of the same file, or of another one that is given with it, in any order."""
    front = "海湾晚报　2031年3月25日　第01版", {"渡口夜灯昨日点亮": FRONT, "天气转晴": OTHER}
    middle = "海湾晚报　2031年3月25日　第02版", {"山上采茶忙": OTHER}
    later = "海湾晚报　2031年3月25日　第03版", {"夜灯昨点亮": LATER, "头茶开秤": OTHER}
    if one_file:
        (tmp_path / "issue.pdf").write_bytes(issue(front, middle, later))
    else:
        (tmp_path / "b.pdf").write_bytes(issue(front))
        (tmp_path / "a.pdf").write_bytes(issue(middle, later))
    found = load(sorted(tmp_path.glob("*.pdf")))
    pages = told(found)
    assert [page for page, _ in pages] == ["01", "02", "03"]
    assert pages[0][1][1:6] == WHOLE
    assert "最难的是潮水退去以后，灯柱还立在水里" in next(
        block.text for block in found.blocks() if "船工" in block.text
    )
    assert [line for line in pages[2][1] if "headline" in line] == ["headline 头茶开秤"]
