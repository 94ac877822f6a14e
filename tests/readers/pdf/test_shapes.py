"""What is drawn beside the text is a rule, a field or a picture."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from converter.layout import read
from converter.readers.pdf.glyphs import Pages
from tests.readers.pdf.pages import FACE, LINE, made, rows, written
from tests.readers.pdf.test_glyphs import seen

CELLS = [["港口", "吨位"], ["东礁", "三千"], ["白沙", "两千"]]


def words(canvas: Canvas) -> None:
    """Words in three rows of two."""
    rows(canvas)
    canvas.setFont(FACE, 8)
    for row, cells in enumerate(CELLS):
        for number, cell in enumerate(cells):
            canvas.drawString(104 + 60 * number, 150 - 16 * row, cell)


def rules(canvas: Canvas) -> None:
    """A rule at a time."""
    for row in range(4):
        canvas.line(100, 161 - 16 * row, 220, 161 - 16 * row)
    for at in (100, 160, 220):
        canvas.line(at, 161, at, 113)


def one_path(canvas: Canvas) -> None:
    """All rules in one path."""
    path = canvas.beginPath()
    for row in range(4):
        path.moveTo(100, 161 - 16 * row)
        path.lineTo(220, 161 - 16 * row)
    for at in (100, 160, 220):
        path.moveTo(at, 161)
        path.lineTo(at, 113)
    canvas.drawPath(path)


def filled(canvas: Canvas) -> None:
    """Thin fields in one path."""
    path = canvas.beginPath()
    for row in range(4):
        path.rect(100, 161 - 16 * row, 120, 0.5)
    for at in (100, 160, 220):
        path.rect(at, 113, 0.5, 48)
    canvas.drawPath(path, stroke=0, fill=1)


def outlines(canvas: Canvas) -> None:
    """The outline of each cell."""
    for row in range(3):
        for at in (100, 160):
            canvas.rect(at, 145 - 16 * row, 60, 16)


def outlines_of_one_path(canvas: Canvas) -> None:
    """Of all cells at once."""
    path = canvas.beginPath()
    for row in range(3):
        for at in (100, 160):
            path.rect(at, 145 - 16 * row, 60, 16)
    canvas.drawPath(path)


@pytest.mark.parametrize("draw", [rules, one_path, filled, outlines, outlines_of_one_path])
def test_a_table_is_a_table_however_its_rules_are_drawn(draw: Callable[[Canvas], None]) -> None:
    """Singly, as one path, as thin fields, as the outlines of its cells."""

    def page(canvas: Canvas) -> None:
        words(canvas)
        draw(canvas)

    surface, _ = seen(made(page))
    assert [[row.cells for row in story.rows] for story in read(surface) if story.rows] == [CELLS]


def test_a_drawing_is_no_table() -> None:
    """Lines that run askew draw something else; nothing is made of them but the place of the whole."""

    def page(canvas: Canvas) -> None:
        rows(canvas)
        path = canvas.beginPath()
        path.moveTo(100, 100)
        for number in range(9):
            path.lineTo(100 + 15 * number, 100 + 40 * (number % 2))
        canvas.drawPath(path)

    surface, _ = seen(made(page))
    assert (surface.rules, len(surface.frames)) == ([], 1)


def test_rules_frames_and_pictures() -> None:
    """Thin paths are rules, large ones frames, tints too."""

    def draw(canvas: Canvas) -> None:
        rows(canvas)
        canvas.line(40, 200, 300, 200)
        canvas.rect(40, 100, 200, 50)
        canvas.setFillGray(0.9)
        canvas.rect(40, 20, 200, 50, stroke=0, fill=1)

    surface, _ = seen(made(draw))
    assert (len(surface.rules), len(surface.frames), len(surface.pictures)) == (1, 2, 0)
    assert [round((surface.rules[0].top + surface.rules[0].bottom) / 2), len(surface.frames)] == [100, 2]


IMAGE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    b"/Length 1>>stream\n0\nendstream"
)


@pytest.mark.parametrize(
    ("count", "side", "kept"), [(200, 10, 200), (201, 10, 200), (180, 250, 180), (250, 250, 0), (3, 250, 3)]
)
def test_pictures_that_would_take_long_to_draw_are_counted(count: int, side: int, kept: int) -> None:
    """More than a page has; or so large, one over the other, that the page is painted a hundred times."""
    some = b"".join(b"q %d 0 0 %d %d %d cm /I Do Q\n" % (side, side, n % 20, n // 20) for n in range(count))
    surface, counts = seen(written(LINE + some, IMAGE, resources=b"/XObject<</I 6 0 R>>"))
    assert len(surface.pictures) == kept
    assert counts == ({"picture(s) of a page that has too many": count - kept} if count > kept else {})


def test_a_page_painted_over_too_often_is_not_drawn() -> None:
    """Neither for its pictures nor to be recognised; its text is read."""
    for times, may in ((90, True), (110, False)):
        page = Pages(written(LINE + b"0 0 400 300 re f\n" * times)).page(0)
        assert page is not None
        assert page.surface().glyphs
        assert (page.may_be_drawn, page.draws()) == (may, may)


def test_a_picture_of_any_size_is_cropped_small() -> None:
    """Of a page of two hundred kilometres, no more pixels than of others."""
    about = b"/MediaBox[0 0 14400000 14400000]"
    drawn = LINE + b"q 9000000 0 0 9000000 0 0 cm /I Do Q"
    page = Pages(written(drawn, IMAGE, about=about, resources=b"/XObject<</I 6 0 R>>")).page(0)
    assert page is not None
    (box,) = page.surface().pictures
    assert page.picture(box).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("places", "pictures"),
    [
        ([(40, 100 - 6 * n, 150, 6) for n in range(10)], [(40, 194, 190, 254)]),  # bands, each too low for a picture
        ([(40 + 30 * n, 60 + 30 * m, 30, 30) for n in (0, 1) for m in (0, 1)], [(40, 180, 100, 240)]),  # tiles
        ([(40, 100, 60, 40), (40, 56, 60, 40)], [(40, 160, 100, 200), (40, 204, 100, 244)]),  # two, with white between
        ([(40, 100, 60, 40), (40, 60, 80, 40)], [(40, 160, 100, 200), (40, 200, 120, 240)]),  # two, not as wide
        ([(0, 30 * n, 400, 30) for n in range(10)], []),  # a page that was scanned
    ],
)
def test_a_picture_that_was_cut_is_whole(
    places: list[tuple[int, int, int, int]], pictures: list[tuple[int, int, int, int]]
) -> None:
    """As some programs cut them, to print what is seen through."""
    drawn = b"".join(b"q %d 0 0 %d %d %d cm /I Do Q " % (wide, high, x, y) for x, y, wide, high in places)
    surface, _ = seen(written(LINE + drawn, IMAGE, resources=b"/XObject<</I 6 0 R>>"))
    found = [tuple(round(edge) for edge in (b.left, b.top, b.right, b.bottom)) for b in surface.pictures]
    assert found == pictures
