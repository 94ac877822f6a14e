"""Pictures of invented pages, drawn with Pillow and a face of the system."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest

from converter.writers.cover.raster import system_face

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

from PIL import Image, ImageDraw, ImageFont

TITLE = "渡口的早晨"
FIRST = [
    "　　晨雾散尽以后，渡船一艘接一艘",
    "靠上码头，卖早点的人已经把炉子生",
    "起来了。",
    "　　船工说，今年的水比往年高，渡",
    "船一天要多跑两趟。",
]
SECOND = [
    "　　候船的人在长椅上坐着，有人翻",
    "开一张旧报纸，念给旁边的孩子听。",
    "　　中午过后，风从江面上吹来，晾",
    "在绳上的渔网晃了起来。",
]
FORMS = dict(zip("，。、；：「」『』（）《》——", "︐︒︑︔︓﹁﹂﹃﹄︵︶︽︾︱︱", strict=True))
"""The forms that marks have on upright lines."""

Line = tuple[float, float, str, int]
"""Where a line's first character stands, its text, and the size of its type, in pixels."""


def column(texts: Sequence[str], x: float, y: float, size: int = 32) -> list[Line]:
    """Lines below each other, or upright ones beside each other from right to left where ``size`` is negative."""
    return [(x, y + 1.5 * size * number, text, size) for number, text in enumerate(texts)]


def drawn(lines: Sequence[Line], size: tuple[int, int], upright: bool = False) -> Any:
    """The picture of a page of lines, upright ones a character below the other."""
    page = Image.new("L", size, 250)
    pen = ImageDraw.Draw(page)
    for x, y, text, points in lines:
        for place, char in enumerate(text):
            along = place * points
            at = (x, y + along) if upright else (x + along, y)
            pen.text(at, FORMS.get(char, char) if upright else char, fill=20, font=_face(points), anchor="la")
    return page


def columns(size: tuple[int, int] = (1300, 460)) -> Any:
    """A page of a headline over two columns."""
    return drawn([(480, 30, TITLE, 64), *column(FIRST, 60, 150), *column(SECOND, 680, 150)], size)


CAPTION = "渡船靠岸，候船的人上前帮忙系缆。"
SHADES = ((170, 60, 40), (40, 80, 160))
"""Red, green and blue of the halves of the picture on ``pictured``."""


def pictured(lean: float = 0) -> Any:
    """A page of two columns, the left one with a picture and its caption in it, that leans by some degrees."""
    left = [*column(FIRST, 60, 60), (60, 658, CAPTION, 24), *column(FIRST, 60, 740)]
    page = drawn([*left, *column(SECOND, 680, 60), *column(FIRST, 680, 300)], (1300, 1020)).convert("RGB")
    pen = ImageDraw.Draw(page)
    for number, shade in enumerate(SHADES):
        pen.rectangle((60 + 260 * number, 340, 319 + 260 * number, 639), fill=shade)
    return page.rotate(lean, Image.Resampling.BICUBIC, fillcolor=(250,) * 3)


def saved(page: Any, form: str = "PNG", **more: Any) -> bytes:
    """The bytes of a picture."""
    file = BytesIO()
    page.save(file, form, **more)
    return file.getvalue()


def _face(size: int) -> Any:
    found = system_face("zh-Hans-CN")
    files = [file for file in found[1] if file.endswith((".ttc", ".otf", ".ttf"))] if found else []
    if not files:
        pytest.skip("no face with Chinese characters is installed: apt-get install fonts-noto-cjk")
    return ImageFont.truetype(min(files, key=lambda file: ("Regular" not in file, len(file))), size, index=0)
