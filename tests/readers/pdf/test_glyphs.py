"""What pdfium gives becomes the characters that a person sees on the page."""

import math
from collections.abc import Callable, Sequence

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from converter.errors import UnreadableInput
from converter.layout import Surface, read
from converter.readers.pdf.glyphs import AT_ONCE, Pages, _char
from tests.readers.pdf.pages import FACE, LINE, ROWS, made, rows, written


def seen(data: bytes) -> tuple[Surface, dict[str, int]]:
    """The first page, and what of it was left out."""
    page = Pages(data).page(0)
    assert page is not None
    return page.surface(), {what: count for what, count in page.left.counts.items() if count}


def text(surface: Surface) -> str:
    """Its characters as they come."""
    return "".join(glyph.text for glyph in surface.glyphs)


def test_em_boxes_come_from_origin_and_size() -> None:
    """A glyph's box is an em wide and high, whatever the font says."""
    surface, _ = seen(made(rows))
    first = surface.glyphs[0]
    box = tuple(round(edge, 1) for edge in (first.left, first.top, first.right, first.bottom))
    assert (first.text, box, round(first.size, 1)) == ("晨", (40, 41.2, 50, 51.2), 10)
    assert "".join(ROWS) == text(surface)


def test_a_long_document_is_opened_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what pdfium holds of pages no more is kept than of a few, and all of them are read."""
    opened: list[pdfium.PdfDocument] = []
    living = []

    def draw(canvas: Canvas) -> None:
        for number in range(2 * AT_ONCE + 1):
            canvas.drawString(40, 250, str(number))
            canvas.showPage()

    def open_it(data: bytes) -> pdfium.PdfDocument:
        opened.append(original(data))
        return opened[-1]

    original = pdfium.PdfDocument
    monkeypatch.setattr(pdfium, "PdfDocument", open_it)
    pages = Pages(made(draw))
    for number in range(len(pages)):
        page = pages.page(number)
        assert page is not None
        assert text(page.surface()) == str(number)
        living.append([bool(document.raw) for document in opened])
    assert living == [[False] * (number // AT_ONCE) + [True] for number in range(2 * AT_ONCE + 1)]


def twice(canvas: Canvas) -> None:
    """Text drawn twice for weight."""
    rows(canvas)
    rows(canvas, x=40.4)


def white(canvas: Canvas) -> None:
    """White text on white, and on a dark field."""
    rows(canvas)
    canvas.setFillGray(1)
    canvas.drawString(40, 100, "看不见的字")
    canvas.setFillGray(0.2)
    canvas.rect(30, 40, 200, 30, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.drawString(40, 50, "反白标题")


def outside(canvas: Canvas) -> None:
    """Text beside the page."""
    rows(canvas)
    canvas.drawString(900, 100, "页外的字")


def hidden(canvas: Canvas) -> None:
    """Invisible text beside visible text."""
    rows(canvas)
    run = canvas.beginText(40, 100)
    run.setFont(FACE, 10)
    run.setTextRenderMode(3)
    run.textLine("看不见的字")
    canvas.drawText(run)


def watermark(canvas: Canvas) -> None:
    """Pale slanted words over the text."""
    rows(canvas)
    canvas.setFillGray(0.85)
    canvas.rotate(40)
    canvas.setFont(FACE, 50)
    canvas.drawString(100, 0, "内部样张")


def tiled(canvas: Canvas) -> None:
    """Pale words of the text's size and direction, all over the page."""
    canvas.setFillGray(0.85)
    for across in range(4):
        for down in range(5):
            canvas.drawString(30 + 90 * across, 30 + 55 * down, "仅供内部")
    canvas.setFillGray(0)
    rows(canvas)


def pale(canvas: Canvas) -> None:
    """A pale line of its own, as captions are."""
    rows(canvas)
    canvas.setFillGray(0.72)
    canvas.drawString(40, 100, "浅灰的图片说明")


def clipped(canvas: Canvas) -> None:
    """Half a line in a box, another one wholly outside of it, and one in a box that is turned and moved."""
    rows(canvas)
    canvas.saveState()
    box = canvas.beginPath()
    box.rect(40, 90, 50, 20)
    canvas.clipPath(box, stroke=0, fill=0)
    canvas.drawString(40, 95, "港口夜里灯火通明一片")
    canvas.drawString(40, 60, "全在外面")
    canvas.restoreState()
    canvas.translate(300, 20)
    canvas.rotate(90)
    turned = canvas.beginPath()
    turned.rect(0, -5, 200, 20)
    canvas.clipPath(turned, stroke=0, fill=0)
    canvas.drawString(0, 0, "竖排")


def clipped_in_a_form(canvas: Canvas) -> None:
    """The form is drawn elsewhere than where its own space begins, and its box shows the first line alone."""
    rows(canvas)
    canvas.beginForm("part", 0, 0, 200, 20)
    canvas.setFont(FACE, 10)
    canvas.drawString(0, 5, "框里看得见")
    canvas.drawString(0, 40, "框外看不见")
    canvas.endForm()
    canvas.saveState()
    canvas.translate(40, 60)
    canvas.doForm("part")
    canvas.restoreState()


@pytest.mark.parametrize(
    ("draw", "more", "left"),
    [
        (tiled, "", {"character(s) that are a watermark's": 80}),
        (pale, "浅灰的图片说明", {}),
        (twice, "", {}),
        (white, "反白标题", {"character(s) in white on white": 5}),
        (outside, "", {"character(s) outside the page": 4}),
        (hidden, "", {"character(s) that are invisible": 5}),
        (clipped, "港口夜里灯竖排", {"character(s) that a clip path hides": 9}),
        (clipped_in_a_form, "框里看得见", {"character(s) that a clip path hides": 5}),
        (watermark, "", {"character(s) that are a watermark's": 4}),
    ],
)
def test_what_is_not_seen_is_counted(draw: Callable[[Canvas], None], more: str, left: dict[str, int]) -> None:
    """Each character that is seen is there once; the others are left out, and told."""
    surface, counts = seen(made(draw))
    assert ("".join(ROWS) + more, left) == (text(surface), counts)


def test_an_invisible_layer_is_the_text_of_a_scan() -> None:
    """Where nothing else is there, it is read."""

    def draw(canvas: Canvas) -> None:
        run = canvas.beginText(40, 100)
        run.setFont(FACE, 10)
        run.setTextRenderMode(3)
        run.textLine(ROWS[1])
        canvas.drawText(run)

    assert ROWS[1] == text(seen(made(draw))[0])


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_seen_as_a_viewer_shows_it(turn: int) -> None:
    """Lines that run up the page and a /Rotate that makes them run across are as good as lines that run across."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(*{90: (300, 0), 180: (400, 300), 270: (0, 400)}[turn])
        canvas.rotate(turn)
        rows(canvas)

    surface, counts = seen(made(draw))
    first = surface.glyphs[0]
    assert (surface.width, surface.height, counts) == (400, 300, {})
    assert (first.text, round(first.left), round(first.top)) == ("晨", 40, 41)


def test_text_that_stands_sideways_is_turned() -> None:
    """Without /Rotate too, where most of a page's text runs up."""

    def draw(canvas: Canvas) -> None:
        canvas.translate(400, 0)
        canvas.rotate(90)
        rows(canvas, y=300)

    surface, _ = seen(made(draw))
    assert (surface.width, surface.height) == (300, 400)
    assert surface.glyphs[1].left > surface.glyphs[0].left
    assert abs(surface.glyphs[1].top - surface.glyphs[0].top) < 0.1


@pytest.mark.parametrize(("sizes", "most"), [([10], 13), (range(4, 24), 500)])
def test_characters_heaped_on_one_place_are_few(sizes: Sequence[int], most: int) -> None:
    """No page has thousands there, of a size or of many: they are counted, and cost no more time than others."""

    def draw(canvas: Canvas) -> None:
        for code in range(3000):
            canvas.setFont(FACE, sizes[code % len(sizes)])
            canvas.drawString(40 + code % 10, 100 + code % 9, chr(0x4E00 + code))

    surface, counts = seen(made(draw))
    assert len(surface.glyphs) + counts["character(s) drawn over many others"] == 3000
    assert len(surface.glyphs) <= most


def test_a_page_is_not_covered_many_times() -> None:
    """However its characters are spread; text set solid, with a shadow far from it, is all there."""

    def draw(canvas: Canvas) -> None:
        for code in range(4000):
            canvas.setFont(FACE, 10 + code % 30)
            canvas.drawString(code * 7 % 300, code * 11 % 250, chr(0x4E00 + code))

    surface, _ = seen(made(draw))
    assert sum(glyph.size**2 for glyph in surface.glyphs) < 4.1 * 400 * 300

    def solid(canvas: Canvas) -> None:
        for shift in (0, 3):
            for row in range(28):
                canvas.drawString(shift, 10 + 10 * row - shift, "".join(chr(0x4E00 + 40 * row + n) for n in range(39)))

    surface, counts = seen(made(solid))
    assert (len(surface.glyphs), counts) == (2 * 28 * 39, {})


@pytest.mark.parametrize("turn", [90, 180])
def test_a_line_that_stands_turned_beside_the_text_is_read_as_it_runs(turn: int) -> None:
    """Up the page's side, or on its head; the page itself is not turned."""

    def draw(canvas: Canvas) -> None:
        rows(canvas)
        canvas.translate(380, 60)
        canvas.rotate(turn)
        rows(canvas, ["边栏里的头一行", "接着是另外一行"], 0, 0)

    surface, _ = seen(made(draw))
    found = [line.strip.text for story in read(surface) for line in story.lines]
    assert [*ROWS, "边栏里的头一行", "接着是另外一行"] == found


def test_forms_and_ligatures_are_what_they_mean() -> None:
    """Marks of upright lines, radicals, a dash of two ems; what is no character is nothing."""
    assert [_char(ord(c)) for c in "︐︓︕﹁︵⼀⸺\ufffe渡"] == ["，", "：", "！", "「", "（", "一", "——", "", "渡"]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n" + bytes(900), made(rows)[:700]])
def test_a_broken_file_is_told(data: bytes) -> None:
    """In one sentence, with what to do."""
    with pytest.raises(UnreadableInput, match="look for a better copy"):
        Pages(data)


@pytest.mark.parametrize("box", [b"/MediaBox[0 0 .001 300]", b"/MediaBox[0 0 400 300]/CropBox[900 900 990 990]"])
def test_a_page_without_size_is_none(box: bytes) -> None:
    """As one that is broken."""
    assert Pages(written(LINE, about=box)).page(0) is None


@pytest.mark.parametrize(
    "box",
    [
        b"/MediaBox[400 300 0 0]",
        b"/MediaBox[-400 -300 400 300]",
        b"/MediaBox[nan 0 inf 300]",
        b"/MediaBox[/a 0 400 300]",
        b"/MediaBox[0 0 400]",
        b"/MediaBox[0 0 0 0]",
        b"",
        b"/MediaBox[0 0 1e30 1e30]",
        b"/MediaBox[0 0 14400000 14400000]",
        b"/MediaBox[0 0 400 300]/Rotate -90",
        b"/MediaBox[0 0 400 300]/Rotate 1e9",
        b"/MediaBox[0 0 400 300]/Rotate 45",
        b"/MediaBox[0 0 400 300]/UserUnit 1e30",
    ],
)
def test_boxes_that_no_page_has_lose_no_text(box: bytes) -> None:
    """Reversed, negative, huge, without numbers, turned by angles that are none."""
    surface, counts = seen(written(LINE, about=box))
    assert (text(surface), counts) == ("The ferries come in one after another.", {})
    assert math.isfinite(surface.width * surface.height)


@pytest.mark.parametrize("number", [b"nan", b"inf", b"1e38", b"-1e38", b"1e-38", b"9" * 30])
def test_numbers_that_are_none_harm_no_other_text(number: bytes) -> None:
    """A matrix, a path and a text of them beside a line."""
    drawn = b"%(n)s %(n)s %(n)s %(n)s re S q %(n)s 0 0 %(n)s 0 0 cm 0 0 9 9 re f Q " % {b"n": number}
    drawn += b"BT /F %(n)s Tf %(n)s 0 0 %(n)s %(n)s %(n)s Tm (abc) Tj ET\n" % {b"n": number}
    surface, _ = seen(written(drawn + LINE))
    assert "The ferries come in one after another." in text(surface)
    assert all(math.isfinite(edge) for box in surface.rules + surface.frames for edge in (box.left, box.bottom))
