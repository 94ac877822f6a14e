"""A PDF's sheets get their pictures when they are to be shown, and not before."""

import struct
import zlib

from reportlab.pdfgen.canvas import Canvas

from converter.model import Sheet, Source
from converter.readers.pdf import read_pdf
from converter.readers.sheets import MOST_PIXELS, with_sheets
from converter.readers.text import read_text
from tests.readers.pdf.pages import FACE, made, rows


def sideways(canvas: Canvas) -> None:
    """A page whose text runs up, and a second page."""
    canvas.translate(400, 0)
    canvas.rotate(90)
    rows(canvas, y=300)
    canvas.showPage()
    canvas.setFont(FACE, 10)
    rows(canvas)


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_sheets_are_drawn_as_their_text_stands() -> None:
    """A page that is turned for its text is drawn turned, so that the lines' boxes lie on their words."""
    data = made(sideways)
    source = read_pdf(data)
    assert source.images == ()
    shown = with_sheets(source, lambda: data)
    assert isinstance(shown, Source) and shown.lines == source.lines
    assert [(sheet.width, sheet.height, sheet.image) for sheet in shown.sheets] == [
        (300, 400, "sheet1.png"),
        (400, 300, "sheet2.png"),
    ]
    pictures = dict(shown.images)
    assert {name: size(picture) for name, picture in pictures.items()} == {
        "sheet1.png": (600, 800),
        "sheet2.png": (800, 600),
    }
    for sheet in shown.sheets:
        (box,) = {line.box for line in shown.lines if line.page == sheet.number and line.text.startswith("晨雾")}
        assert box is not None
        assert inked(pictures[sheet.image or ""], box.left, box.top, box.right, box.bottom)
        assert not inked(pictures[sheet.image or ""], 0, 0, sheet.width, box.top - 2)


def inked(picture: bytes, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether something dark is drawn in a box, in points, of a picture of two pixels a point."""
    width, height = size(picture)
    data = zlib.decompress(picture[picture.index(b"IDAT") + 4 : picture.index(b"IEND") - 8])
    rows_of = [data[row * (width + 1) + 1 : (row + 1) * (width + 1)] for row in range(height)]
    return any(min(row[int(2 * left) : int(2 * right)]) < 128 for row in rows_of[int(2 * top) : int(2 * bottom)])


def test_pictures_are_bounded() -> None:
    """A sheet as large as a wall is drawn smaller."""
    data = made(rows, (4000, 3000))
    shown = with_sheets(Source("", (), sheets=(Sheet(1, 4000, 3000),)), lambda: data)
    ((_, picture),) = shown.images
    width, height = size(picture)
    assert 0.98 * MOST_PIXELS < width * height < 1.02 * MOST_PIXELS


def test_a_text_has_no_sheets() -> None:
    """What has no pages stays as it is."""
    source = read_text("渡船靠岸。".encode(), None)
    assert with_sheets(source, "渡船靠岸。".encode) is source
