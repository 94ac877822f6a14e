"""Pictures of pages, read from end to end."""

import sys
import weakref
from collections import Counter
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from types import SimpleNamespace

import pytest
from PIL import Image, ImageDraw

from converter import Role, load
from converter.errors import MissingExtra, UnreadableInput
from converter.layout import Strip
from converter.model import Box
from converter.readers.pdf import read_pdf
from converter.readers.recognised.regions import Region, Scan
from converter.readers.scan import read_scan
from tests.readers.scan import pages

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np

from converter.readers.scan import scan_of
from converter.readers.scan.engine import Char, Seen
from converter.readers.scan.pictures import Picture, cropped, pages_of


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


@pytest.mark.parametrize(("form", "dots", "lean"), [("PNG", 300, 0), ("PNG", 300, 2), ("PDF", 200, 2)])
def test_a_picture_is_cropped_with_its_caption(form: str, dots: int, lean: float) -> None:
    """In its colours, from the page as it lies straight, two pixels a point; nothing is counted as left out."""
    issue = load(pages.saved(pages.pictured(lean), form, resolution=200))
    found = [(block.role, block.text, block.runs[0].image) for block in issue.blocks() if block.role is Role.CAPTION]
    assert found == [(Role.CAPTION, "", "page1-1.png"), (Role.CAPTION, pages.CAPTION, None)]
    assert [block.text for block in issue.blocks() if block.role is Role.HEADLINE] == []
    assert not any("picture(s)" in warning for warning in issue.warnings)
    ((_, data),) = issue.images
    picture = Image.open(BytesIO(data))
    pixel = 144 / dots
    assert picture.size == (pytest.approx(520 * pixel, abs=5), pytest.approx(300 * pixel, abs=5))
    for at, shade in zip((0.25, 0.75), pages.SHADES, strict=True):
        for down in (0.04, 0.5, 0.96):
            seen = picture.getpixel((int(at * picture.width), int(down * picture.height)))
            assert seen == pytest.approx(shade, abs=3)


def test_type_is_measured_by_the_places_of_its_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines of one type are of one size however thick their boxes are, a caption's is smaller; a spaced line, and one
    of one character, are as large as their boxes are thick. The engine leaves a margin at a line's ends; what is around
    a mark there is in its box."""
    lines = [  # text, how long and how thick in pixels, whether upright
        ("晨雾散尽以后，渡船一", 326, 34, False),
        ("起来了。", 126, 44, False),
        ("船工说，今年的水比往", 326, 36, False),
        ("渡船靠岸，候船的人上", 224, 30, False),
        ("渡口", 200, 36, False),
        ("船", 34, 36, False),
        ("No. 12 2024年", 186, 36, False),
        ("候船的人20日坐着了", 326, 36, True),
    ]
    seen = [
        Seen([Char(char, 1.0, 0.5) for char in text], Box(0, 0, *((thick, long) if up else (long, thick))), up, None)
        for text, long, thick, up in lines
    ]
    monkeypatch.setattr("converter.readers.scan.recogniser", lambda: SimpleNamespace(lines=lambda pixels: seen))
    monkeypatch.setattr("converter.readers.scan.marks.with_marks", lambda seen: [line.chars for line in seen])
    scan = scan_of(Picture(np.full((600, 600, 3), 250, "uint8"), 1.0), Counter())
    strips = [strip for region in scan.regions for strip in region.strips]
    wider = 36 / 32  # most of the text is 32 large in boxes that are 36 thick
    expected = [32, 30, 32, 22, 36, 36, 27.8, 32]
    assert [round(strip.size / wider, 1) for strip in strips] == expected
    assert (strips[1].box, strips[0].box) == (Box(0, 0, 138, 44), Box(0, 0, 326, 34))


def test_blanks_that_the_recogniser_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Are known by the distances of a line's characters, but at marks and in lines that are set wide or short."""
    lines = [  # text, blanks as they are set
        "本报记者　江帆　闻　笛",
        "本報　2024年5月16日　第3版",
        "他说，水高了。人　都来看",
        "渡口　船",
        "晨　雾　散　尽　渡　船",
        "No. 12 ferry from 东岸",
    ]
    seen = []
    for text in lines:
        ems = np.array([0.5 if char.isascii() else 1.0 for char in text])
        places = (np.cumsum(ems) - ems / 2) / ems.sum()
        chars = [Char(char, 1.0, at) for char, at in zip(text, places, strict=True) if not char.isspace()]
        seen.append(Seen(chars, Box(0, 0, 20 * float(ems.sum()), 20), False, None))
    monkeypatch.setattr("converter.readers.scan.recogniser", lambda: SimpleNamespace(lines=lambda pixels: seen))
    monkeypatch.setattr("converter.readers.scan.marks.with_marks", lambda seen: [line.chars for line in seen])
    scan = scan_of(Picture(np.full((600, 600, 3), 250, "uint8"), 1.0), Counter())
    assert [strip.text for region in scan.regions for strip in region.strips] == [
        *lines[:3],
        "渡口船",
        "晨雾散尽渡船",
        "No.12ferryfrom东岸",
    ]


def test_pages_are_unpacked_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pixels of a page are gone when the next one is read, its pictures are kept."""
    unpacked: list[weakref.ref[object]] = []
    alive: list[int] = []

    def watched(data: bytes) -> Iterator[Picture]:
        for page in pages_of(data):
            alive.append(sum(pixels() is not None for pixels in unpacked))
            unpacked.append(weakref.ref(page.pixels))
            yield page
            del page

    def read(page: Picture, left: Counter[str]) -> Scan:
        strip = Strip("渡船靠岸。", Box(10, 10, 60, 20), 10)
        return Scan(300, 200, [Region([strip])], [Box(10, 22, 60, 82)], crop=partial(cropped, page))

    monkeypatch.setattr("converter.readers.scan.scan_of", read)
    monkeypatch.setattr("converter.readers.scan.pictures.pages_of", watched)
    page = pages.drawn([], (300, 400))
    source = read_scan(pages.saved(page, "TIFF", save_all=True, append_images=[page, page]))
    assert [name for name, _ in source.images] == ["page1-1.png", "page2-1.png", "page3-1.png"]
    assert max(alive) <= 1


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
