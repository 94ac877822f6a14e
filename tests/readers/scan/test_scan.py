"""Pictures of pages, read from end to end."""

import sys

import pytest
from PIL import ImageDraw

from converter import Role, load
from converter.errors import MissingExtra, UnreadableInput
from converter.readers.pdf import read_pdf
from converter.readers.scan import read_scan
from tests.readers.scan import pages


def test_columns() -> None:
    """A headline and two columns come in the order of reading, what is indented opens a paragraph, doubt is known."""
    (article,) = load(pages.saved(pages.columns())).articles()
    first, second = "".join(pages.FIRST).split("\u3000\u3000")[1:]
    third, fourth = "".join(pages.SECOND).split("\u3000\u3000")[1:]
    assert [(block.role, block.text) for block in article.blocks()] == [
        (Role.HEADLINE, pages.TITLE),
        *((Role.PARAGRAPH, text) for text in (first, second, third, fourth)),
    ]
    source = read_scan(pages.saved(pages.columns()))
    assert all(0.5 < line.sure <= 1 for line in source.lines)
    assert {line.page for line in source.lines} == {1}


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (pages.saved(pages.drawn([], (400, 300))), "no text was found in the picture"),
        (pages.saved(pages.columns())[:900], "damaged or cut short"),
    ],
    ids=["empty", "cut short"],
)
def test_what_cannot_be_read(page: bytes, said: str) -> None:
    """A picture without a text, or half of one, is refused in a sentence."""
    with pytest.raises(UnreadableInput, match=said):
        read_scan(page)


def test_a_pdf_of_pictures() -> None:
    """A page without a text layer is recognised, in points of the page."""
    source = read_pdf(pages.saved(pages.columns(), "PDF", resolution=200))
    assert source.lines[0].text == pages.TITLE
    assert (source.sheets[0].width, source.sheets[0].height) == pytest.approx((468, 165.6))
    box = source.lines[0].box
    assert box is not None and 150 < box.left < 180 < box.right < 310


def test_without_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told what to install, for a picture and for a PDF of pictures."""
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    monkeypatch.delitem(sys.modules, "converter.readers.scan.engine", raising=False)
    monkeypatch.delattr("converter.readers.scan.engine", raising=False)
    with pytest.raises(MissingExtra, match="a scan needs the package rapidocr: .*install 'rapidocr"):
        read_scan(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(MissingExtra, match="only pictures of it: to read them, .*install 'rapidocr"):
        read_pdf(pages.saved(pages.columns(), "PDF"))


def test_what_is_framed_is_read_alone() -> None:
    """A frame on the picture keeps its text apart from the column that it interrupts."""
    lines = [
        *pages.column(pages.FIRST[:4], 60, 40),
        *pages.column(pages.SECOND[:2], 60, 280),
        *pages.column(pages.FIRST[4:], 60, 420),
    ]
    page = pages.drawn(lines, (680, 500))
    ImageDraw.Draw(page).rectangle((40, 250, 640, 395), outline=20, width=3)
    found = [line.text for line in read_scan(pages.saved(page)).lines]
    texts = [row.strip("\u3000") for row in (*pages.FIRST, *pages.SECOND[:2])]
    assert found == texts
