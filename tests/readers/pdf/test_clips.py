"""What clip paths hide."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from converter.readers.pdf import clips
from converter.readers.pdf.clips import Clip
from converter.readers.pdf.glyphs import Pages
from tests.readers.pdf.pages import made, rows, stream, written


def boxed(canvas: Canvas) -> None:
    """Two lines, each in a box that shows half of it."""
    rows(canvas)
    for top in (60, 100):
        canvas.saveState()
        box = canvas.beginPath()
        box.rect(40, top - 5, 20, 20)
        canvas.clipPath(box, stroke=0, fill=0)
        canvas.drawString(40, top, "渡船靠岸")
        canvas.restoreState()


@pytest.mark.parametrize(("most", "hidden"), [(clips.MOST_POINTS, 4), (8, 2), (2, 0)])
def test_clips_of_a_bounded_number_of_points_are_looked_at(
    most: int, hidden: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So a page takes time linear in its objects; what is not looked at hides nothing."""
    monkeypatch.setattr(clips, "MOST_POINTS", most)
    page = Pages(made(boxed)).page(0)
    assert page is not None
    page.surface()
    assert page.left.counts["character(s) that a clip path hides"] == hidden


def test_a_clip_that_is_empty_hides_all() -> None:
    """As two boxes do that have nothing in common."""
    clip = Clip(0, 0, 10, 10).within(Clip(20, 0, 30, 10))
    assert [clip.hides(x, 5, 1) for x in (5, 15, 25)] == [True] * 3


KIND = b"/Type/XObject/Subtype/Form/BBox[0 0 400 300]"
WORDS = b"BT /F 10 Tf 0 100 Td (seen) Tj 100 0 Td (hidden) Tj ET\n"
FONT = b"/Resources<</Font<</F 5 0 R>>>>"


@pytest.mark.parametrize(
    ("content", "forms"),
    [
        (b"q 0 0 100 300 re W n /X Do Q", [stream(WORDS, KIND + FONT)]),
        (b"q 0 0 200 300 re W n 2 0 0 1 0 0 cm /X Do Q", [stream(WORDS, KIND + FONT)]),
        (b"q 40 0 100 300 re W n /X Do Q", [stream(WORDS, KIND + b"/Matrix[1 0 0 1 50 0]" + FONT)]),
        (
            b"1 0 0 1 60 0 cm /X Do",
            [
                stream(
                    b"q 10 0 100 300 re W n /Y Do Q",
                    KIND + b"/Matrix[1 0 0 1 20 0]/Resources<</XObject<</Y 7 0 R>>>>",
                ),
                stream(WORDS, KIND + b"/Matrix[1 0 0 1 20 0]" + FONT),
            ],
        ),
        (
            b"q 0 0 100 300 re W n /X Do Q",
            [stream(b"/Y Do", KIND + b"/Resources<</XObject<</Y 7 0 R>>>>"), stream(WORDS, KIND + FONT)],
        ),
    ],
    ids=["plain", "page scaled", "form moved", "in a form", "around a form in a form"],
)
def test_a_clip_around_a_form(content: bytes, forms: list[bytes]) -> None:
    """Hides what of its text lies outside, wherever the form's own space is."""
    page = Pages(written(content, *forms, resources=b"/XObject<</X 6 0 R>>")).page(0)
    assert page is not None
    assert "".join(glyph.text for glyph in page.surface().glyphs).strip() == "seen"
    assert page.left.counts["character(s) that a clip path hides"] == len("hidden")


def test_a_form_without_a_clip_around_it() -> None:
    """Shows all its text, also beside one that has a clip."""
    content = b"q 0 0 100 300 re W n /X Do Q /X Do"
    page = Pages(written(content, stream(WORDS, KIND + FONT), resources=b"/XObject<</X 6 0 R>>")).page(0)
    assert page is not None
    page.surface()
    assert page.left.counts["character(s) that a clip path hides"] == len("hidden")
