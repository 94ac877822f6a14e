"""What is drawn beside the text is a rule, a field or a picture."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from converter.layout import read
from tests.readers.pdf.pages import FACE, made, rows
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
