"""What clip paths hide."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from converter.readers.pdf import clips
from converter.readers.pdf.clips import Clip
from converter.readers.pdf.glyphs import Pages
from tests.readers.pdf.pages import made, rows


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
