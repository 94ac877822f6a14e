"""Each character's face, weight and colour, whichever object of text it is of."""

from reportlab.pdfgen.canvas import Canvas

from converter.readers.pdf.glyphs import Pages
from converter.readers.pdf.looks import Look, Looks
from tests.readers.pdf.pages import FACE, made


def test_looks_change_with_their_objects() -> None:
    """Two faces, four colours and an invisible run, one after another."""

    def draw(canvas: Canvas) -> None:
        for number, (face, grey) in enumerate([(FACE, 0), ("Helvetica-Bold", 0), (FACE, 0.8), (FACE, 1), (FACE, 0)]):
            canvas.setFont(face, 10)
            canvas.setFillGray(grey)
            canvas.drawString(40, 250 - 20 * number, "ab")
        run = canvas.beginText(40, 100)
        run.setTextRenderMode(3)
        run.textLine("ab")
        canvas.drawText(run)

    page = Pages(made(draw)).page(0)
    assert page is not None
    text = page._page.get_textpage()
    looks = Looks(page._page.raw, text.raw)
    places = [place for place in range(text.count_chars()) if text.get_text_range(place, 1).strip()]
    plain = Look(FACE, False, False, False, False)
    found = [looks.of(place) for place in places]
    assert (
        found[::2]
        == found[1::2]
        == [
            plain,
            Look("Helvetica-Bold", True, False, False, False),
            plain._replace(pale=True),
            plain._replace(pale=True, white=True),
            plain,
            plain._replace(hidden=True),
        ]
    )
    assert [looks.is_one_object(place) for place in places] == [False, True] * 6
