"""Files of pictures to pages of pixels."""

from io import BytesIO

import pytest

from converter.errors import UnreadableInput
from converter.model import Box
from tests.readers.scan import pages

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

from PIL import Image

from converter.readers.scan import pictures
from converter.readers.scan.pictures import cropped, of_rows, pages_of, shown

SHADES = [250, 200]


def leaf(shade: int, mode: str = "L", size: tuple[int, int] = (60, 40)):  # type: ignore[no-untyped-def]
    """An empty page of a shade."""
    return Image.new("L", size, shade).convert(mode)


@pytest.mark.parametrize(
    ("form", "mode"), [("PNG", "LA"), ("PNG", "P"), ("PNG", "1"), ("JPEG", "CMYK"), ("BMP", "RGB")]
)
def test_every_kind(form: str, mode: str) -> None:
    """Whatever colours a picture has, its paper is light and its pixels are three bytes."""
    (page,) = pages_of(pages.saved(leaf(255, mode), form))
    assert page.pixels.shape == (40, 60, 3) and page.pixels.min() > 240
    assert page.scale == 72 / 300


def test_deep_and_clear() -> None:
    """Sixteen bits of grey become eight; what is clear is paper."""
    deep = Image.new("I;16", (60, 40), 60_000)
    deep.putpixel((5, 5), 20_000)
    (page,) = pages_of(pages.saved(deep))
    assert page.pixels[5, 5].max() == 0 and page.pixels[9, 9].min() == 255
    (page,) = pages_of(pages.saved(Image.new("RGBA", (60, 40), (0, 0, 0, 0))))
    assert page.pixels.min() == 255


def test_pages_of_a_tiff() -> None:
    """Each page, but for the small picture that one has of another; as many are shown."""
    file = BytesIO()
    small = leaf(90)
    small.encoderinfo = {"tiffinfo": {254: 1}}
    leaf(SHADES[0]).save(file, "TIFF", save_all=True, append_images=[small, leaf(SHADES[1])], dpi=(200, 200))
    found = list(pages_of(file.getvalue()))
    assert [int(page.pixels[0, 0, 0]) for page in found] == SHADES
    assert found[0].scale == pytest.approx(72 / 200)
    assert len(list(shown(file.getvalue(), 1000))) == 2


def test_held_as_the_camera_was() -> None:
    """A picture that says how it was held is turned."""
    exif = Image.Exif()
    exif[274] = 6
    (page,) = pages_of(pages.saved(leaf(250), "JPEG", exif=exif))
    assert page.pixels.shape[:2] == (60, 40)


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture of more pixels than a page has is refused before it is unpacked; a large one is made smaller."""
    monkeypatch.setattr(pictures, "MOST_PIXELS", 5_000_000)
    monkeypatch.setattr(pictures, "READ_PIXELS", 600)
    (page,) = pages_of(pages.saved(leaf(250)))
    assert page.pixels.shape[:2] == (20, 30) and page.scale == pytest.approx(2 * 72 / 300)
    with pytest.raises(UnreadableInput, match="3000 × 2000 pixels, more than 5 million"):
        next(pages_of(pages.saved(leaf(250, size=(3000, 2000)))))


def test_a_large_picture_is_told_in_our_words_alone(recwarn: pytest.WarningsRecorder) -> None:
    """Pillow warns of pictures of 89 to 179 million pixels, and refuses larger ones."""
    for side in (9_600, 14_000):
        with pytest.raises(UnreadableInput, match="million"):
            list(pages_of(pages.saved(Image.new("1", (side, side)))))
    assert [str(one.message) for one in recwarn if one.category is Image.DecompressionBombWarning] == []


def test_a_part_of_a_page_is_cropped() -> None:
    """As fine as a book needs it, and never finer than the page; in greys where it has no colours."""
    page = Image.new("L", (400, 200), 250)
    page.paste(90, (100, 40, 300, 140))
    for scale, size in ((0.25, (100, 50)), (0.5, (200, 100)), (1.0, (200, 100))):
        rows = page.tobytes(), "L", 400, 200, 400, scale
        box = Box(100 * scale, 40 * scale, 300 * scale, 140 * scale)
        made = Image.open(BytesIO(cropped(of_rows(rows, 0.0), box)))
        assert (made.size, made.mode, made.getextrema()) == (size, "L", (90, 90))
