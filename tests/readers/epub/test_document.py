"""A content document becomes pieces, with the places that the contents and links lead to."""

from __future__ import annotations

from base64 import b64encode

import pytest

from converter.model import Mark, Role, Run
from converter.readers.epub import read_epub
from converter.readers.epub.document import Document, Shelf, read_document
from converter.readers.epub.package import Book
from converter.readers.epub.sheets import Sheets
from converter.readers.html.pictures import Pictures
from converter.writers.epub.book import write_epub
from tests.readers.books import book, told
from tests.strategies import PIXEL

DATA = f"data:image/png;base64,{b64encode(PIXEL).decode()}"


def read(body: str, name: str = "a.xhtml", warnings: list[str] | None = None) -> Document:
    """The document of this body in a book with a picture and another document."""
    made = Book(
        book({name: body, "b.xhtml": "<p>灯</p>"} if name == "a.xhtml" else {name: body}, files={"s/p.png": PIXEL})
    )
    pictures = Pictures(Shelf(made))  # type: ignore[arg-type]
    return read_document(made, f"OEBPS/{name}", pictures, Sheets(made), [] if warnings is None else warnings)


@pytest.mark.parametrize(
    ("element", "role", "level"),
    [
        ("<p>文</p>", Role.PARAGRAPH, 0),
        ("<h2>题</h2>", Role.SUBHEAD, 2),
        ('<h2 class="kicker">题</h2>', Role.KICKER, 2),
        ('<p class="Subtitle">题</p>', Role.DECK, 0),
        ('<p class="author">江帆</p>', Role.BYLINE, 0),
        ('<p epub:type="column-title">题</p>', Role.COLUMN_TITLE, 0),
        ('<div class="author"><p>江帆</p></div>', Role.BYLINE, 0),
        ('<div class="lead"><div><p>导语</p></div></div>', Role.LEAD, 0),
        ("<figcaption>海</figcaption>", Role.CAPTION, 0),
        ('<p class="author"><img src="s/p.png" alt="海"/></p>', Role.CAPTION, 0),
        ('<h1 class="author">题</h1>', Role.SUBHEAD, 1),
    ],
)
def test_roles(element: str, role: Role, level: int) -> None:
    """An element's class or type tells, its own or that of what holds it; a heading is one whatever it is called."""
    (piece,) = read(element).pieces
    assert (piece.block.role, piece.level) == (role, level)


def test_places() -> None:
    """A place is the first line at it or after it; one at the end is after the last line."""
    made = read('<h1 id="a">一</h1><a id="b"></a><p>文<span id="c">字</span></p><div id="d"/><p>又</p><p id="e"/>')
    assert made.places == {"a": 0, "b": 1, "c": 1, "d": 2, "e": 3}
    assert [made.place(name) for name in ("", "c", "x")] == [0, 1, None]


def test_pictures_and_links() -> None:
    """Both are known by their paths in the book; a link to what is not there stays as it was, and is text."""
    made = read(
        '<p><a href="b.xhtml#%E7%81%AF">灯</a><a href="c.xhtml">无</a><a href="https://a.test/">站</a></p>'
        '<p><img src="s/p.png"/></p>'
    )
    assert [[(run.text, run.href, run.image) for run in piece.block.runs] for piece in made.pieces] == [
        [("灯", "book:OEBPS/b.xhtml#灯", None), ("无", None, None), ("站", "https://a.test/", None)],
        [("图片", None, "OEBPS/s/p.png")],
    ]


@pytest.mark.parametrize(("said", "kept"), [("晾晒的渔网。 方知秋摄", "图片"), ("渔网", "渔网")])
def test_a_picture_called_by_its_caption(said: str, kept: str) -> None:
    """In a book of ours what repeats the caption below a picture is read once, as the caption."""
    made = read(
        f'<figure><div><img src="s/p.png" alt="{said}"/></div>'
        '<figcaption><p class="caption">晾晒的渔网。\n方知秋摄</p></figcaption></figure>',
        "page01-story02.xhtml",
    )
    assert [piece.block.text for piece in made.pieces] == [kept, "晾晒的渔网。方知秋摄"]


def test_drawings() -> None:
    """Of a drawing the pictures stay, with its title as their words, and the text."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><title>海图</title>'
        '<image xlink:href="s/p.png"/></svg>'
    )
    assert read(f"<div>{svg}</div>").pieces[0].block.runs == (Run("海图", image="OEBPS/s/p.png"),)


def test_marks() -> None:
    """A dateline inside a paragraph is marked, and so is where a printed page begins, its number no text."""
    made = read('<p><span class="dateline">本报讯</span> 文<span epub:type="pagebreak" title="7">7</span>字</p>')
    assert made.pieces[0].block.runs == (
        Run("本报讯", Mark.DATELINE),
        Run(" 文"),
        Run("", Mark.PAGE, name="7"),
        Run("字"),
    )


def test_a_document_that_is_not_well_formed() -> None:
    """It is mended, and that is told."""
    warnings: list[str] = []
    made = read("<p>甲<br>乙", warnings=warnings)
    assert [piece.block.text for piece in made.pieces] == ["甲", "乙"]
    assert warnings == ["mended OEBPS/a.xhtml, which is not well formed: look whether its text is whole"]


@pytest.mark.parametrize(("story", "goes_on"), [("page01-story02", False), ("page01-story02-part2", True)])
def test_a_document_of_our_own(story: str, goes_on: bool) -> None:
    """What the book says for its readers is no text; items and margins are known; the page that begins is."""
    made = read(
        f'<div epub:type="pagebreak" aria-label="第03版"/><section id="{story}">'
        '<h1 class="quiet">新桥</h1><h2>新桥</h2>'
        '<div class="item"><p>灯</p></div><div class="margin"><p>栏</p></div></section>',
        "page01-story02.xhtml",
    )
    assert (made.own, made.goes_on, made.page) == (True, goes_on, "第03版")
    assert [(p.block.text, p.item is not None, p.margin is not None) for p in made.pieces] == [
        ("新桥", False, False),
        ("灯", True, False),
        ("栏", False, True),
    ]


PLAIN, LISTED = '<li><a href="a.xhtml">一</a></li>', '</ol></nav><nav epub:type="page-list"><ol>{}{}'


@pytest.mark.parametrize(
    ("marks", "nav", "last"),
    [
        (
            ('<span epub:type="pagebreak" title="7"/>', '<span role="doc-pagebreak" epub:type="pagebreak">8</span>'),
            "",
            "[]{page #8}丙",
        ),
        (
            ('<span epub:type="pagebreak" id="page7"/>', '<span epub:type="pagebreak" aria-label="8"/>'),
            "",
            "[]{page #8}丙",
        ),
        (
            ('<a id="q7"/>', '<a id="q8"/>'),
            "".join(f'<li><a href="a.xhtml#q{n}">{n}</a></li>' for n in (7, 8)),
            "[]{page #8}丙",
        ),
    ],
    ids=["marks", "ids", "list"],
)
def test_pages_of_the_printed_book(marks: tuple[str, str], nav: str, last: str) -> None:
    """Where they begin is kept, as the list of pages or marks in the text say; one between paragraphs is the next's."""
    contents = PLAIN + LISTED.format(nav, "") if nav else PLAIN
    data = book({"a.xhtml": f"<h1>一</h1><p>甲{marks[0]}乙</p><div>{marks[1]}</div><p>丙</p>"}, contents)
    assert told(data) == ["section", "article", "headline\t一", "paragraph\t甲[]{page #7}乙", f"paragraph\t{last}"]
    written = write_epub(read_epub(data)).content
    again = [line for line in told(written) if "{page" in line]
    assert again == ["paragraph\t甲[]{page #7}乙", f"paragraph\t{last}"]


def test_a_picture_that_the_book_has_not() -> None:
    """Its words stay as text where it stood, and a warning names it; one without words is named too."""
    warnings: list[str] = []
    made = read(
        '<p><img src="s/%E6%B5%B7.png" alt="海"/></p><p>岸<img src="https://a.test/b.png"/>上</p><img src="" alt="无"/>'
        f'<p><img src="{DATA}" alt="点"/></p>',
        warnings=warnings,
    )
    assert [(piece.block.text, piece.block.runs[0].image) for piece in made.pieces] == [
        ("海", None),
        ("岸上", None),
        ("点", "picture1.png"),
    ]
    assert warnings == [
        "the book shows s/海.png, a picture that is not in it: look for a whole copy",
        "the book shows https://a.test/b.png, a picture that is not in it: look for a whole copy",
    ]
