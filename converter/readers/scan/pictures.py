"""Pictures → pages as pixels: the one place of Pillow. One page at a time is unpacked."""

from __future__ import annotations

import math
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image, ImageOps

from converter.errors import UnreadableInput
from converter.model import Box
from converter.readers.leaves import detail
from converter.readers.recognised.regions import DOTS, MOST_PIXELS
from converter.readers.scan.straight import lean
from converter.records import NamedTuple

FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "JPEG2000")

READ_PIXELS = 24_000_000
"""Pixels of a page that is read; a larger one is made smaller first."""

_LIKELY = (100.0, 2400.0)  # dots an inch; programs write 72 or 96 where nobody has measured them
_SMALLER = 0x1  # of tag 254 (TIFF 6.0, section 8): a smaller picture of another page
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, MemoryError)

Rows = tuple[bytes, str, int, int, int, float]
"""A page's bytes, Pillow's name of what they are, its width and height, how many are a row's, and points a pixel."""


class Picture(NamedTuple):
    """A page: rows of blue, green, red bytes, how many points a pixel is, and by how many degrees it was turned."""

    pixels: Any
    scale: float
    angle: float = 0.0


def pages_of(data: bytes) -> Iterator[Picture]:
    """The pages of a picture, straightened, with what is lighter than paper behind what is not opaque.

    Raises ``UnreadableInput`` where it is broken or has more than ``MOST_PIXELS``.
    """
    for image in _frames(data):
        dots = _dots(image)
        upright, angle = straightened(image)
        shrunk = math.sqrt(min(1.0, READ_PIXELS / (upright.width * upright.height)))
        if shrunk < 1:
            size = max(1, round(upright.width * shrunk)), max(1, round(upright.height * shrunk))
            upright = upright.resize(size, Image.Resampling.BOX)
        yield Picture(_pixels(upright), 72 / dots / shrunk, angle)


def of_rows(rows: Rows, angle: float | None = None) -> Picture:
    """The page of rows, turned by an ``angle``, else so that it lies straight."""
    data, mode, width, height, stride, scale = rows
    page, angle = straightened(Image.frombytes(mode, (width, height), data, "raw", mode, stride, 1), angle)
    return Picture(_pixels(page), scale, angle)


def cropped(page: Picture, box: Box, turned: int = 0) -> bytes:
    """What of a page lies in a box of points, as a PNG, as fine as ``leaves`` has them; ``turned`` by so many degrees
    with the clock."""
    left, top, right, bottom = (max(0, round(edge / page.scale)) for edge in (box.left, box.top, box.right, box.bottom))
    return _png(page.pixels[top:bottom, left:right, ::-1], detail(box) * page.scale, turned)


def cropped_from(image: Image.Image, scale: float, box: Box, turned: int = 0) -> bytes:
    """As ``cropped``, from a picture that ``held`` gives, of which a pixel is ``scale`` points. Only what is cropped is
    brought to eight bits a colour."""
    left, top, right, bottom = (round(edge / scale) for edge in (box.left, box.top, box.right, box.bottom))
    part = image.crop((left, top, max(left + 1, right), max(top + 1, bottom)))
    return _png(np.asarray(_in_colours(part)), detail(box) * scale, turned)


def _png(part: Any, most: float, turned: int) -> bytes:
    """Rows of red, green, blue bytes as a PNG, ``most`` times as large at most; in greys where they have no colours."""
    image = Image.fromarray(part[:, :, 0] if (part == part[:, :, :1]).all() else part)
    shrunk = min(1.0, most)
    size = max(1, round(image.width * shrunk)), max(1, round(image.height * shrunk))
    file = BytesIO()
    image.resize(size, Image.Resampling.BOX).rotate(-turned, expand=True).save(file, "PNG")
    return file.getvalue()


def held(data: bytes) -> Iterator[Image.Image]:
    """The pictures of a file, one after another, each as the camera was held. Raises what ``pages_of`` raises."""
    return map(ImageOps.exif_transpose, _frames(data))


def shown(data: bytes, pixels: int) -> Iterator[bytes]:
    """Each page in 16 greys as it was read, a PNG of about so many pixels at most."""
    for image in _frames(data):
        page = straightened(image)[0].convert("L")
        page.thumbnail((math.sqrt(pixels * page.width / page.height), math.sqrt(pixels * page.height / page.width)))
        file = BytesIO()
        page.point([round(grey / 17) * 17 for grey in range(256)]).save(file, "PNG")
        yield file.getvalue()


def straightened(image: Image.Image, angle: float | None = None) -> tuple[Image.Image, float]:
    """The picture in red, green and blue, turned by an ``angle``, else as its lines would stand on a page that lies
    straight; and the angle."""
    page = _in_colours(image)
    if angle is None:
        angle = lean(np.asarray(page.convert("L").reduce(max(1, max(page.size) // 800))))
    return (page.rotate(angle, Image.Resampling.BILINEAR, fillcolor="white") if angle else page), angle


def _pixels(page: Image.Image) -> Any:
    """Rows of blue, green, red bytes."""
    return np.ascontiguousarray(np.asarray(page)[:, :, ::-1])


def _frames(data: bytes) -> Iterator[Image.Image]:
    """The pages of a picture, one after another; those of a TIFF alone are more than one."""
    try:
        image = _opened(data)
        for number in range(getattr(image, "n_frames", 1) if image.format == "TIFF" else 1):
            image.seek(number)
            if image.format == "TIFF" and number and image.tag_v2.get(254, 0) & _SMALLER:  # type: ignore[attr-defined]
                continue
            if image.width * image.height > MOST_PIXELS:
                raise UnreadableInput(_too_large(image.width, image.height))
            image.load()
            yield image
    except Image.DecompressionBombError:
        raise UnreadableInput(
            f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels: make it smaller"
        ) from None
    except _BROKEN:
        raise UnreadableInput(
            "the picture is damaged or cut short: look for a better copy, or save it anew in a viewer"
        ) from None


def _opened(data: bytes) -> Image.Image:
    """A picture, not unpacked yet; ``Image.open`` would warn of a large one, which ``MOST_PIXELS`` bounds."""
    Image.init()
    for name in FORMATS:
        factory, accepts = Image.OPEN[name]
        if accepts is None or accepts(data[:16]) is True:
            opened: Image.Image = factory(BytesIO(data), "")
            return opened
    raise SyntaxError


def _too_large(width: int, height: int) -> str:
    most = MOST_PIXELS // 1_000_000
    return f"the picture has {width} × {height} pixels, more than {most} million: make it smaller"


def _in_colours(image: Image.Image) -> Image.Image:
    """The picture as it is to be held, in red, green and blue, on white paper where it is not opaque."""
    page = ImageOps.exif_transpose(image)
    if page.mode[0] in "IF":  # more than eight bits
        grey = np.asarray(page, dtype="float32")
        low, high = float(grey.min()), float(grey.max())
        page = Image.fromarray(((grey - low) * (255 / max(high - low, 1e-6))).astype("uint8"))
    if page.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in page.info:
        page = page.convert("RGBA")
        page = Image.alpha_composite(Image.new("RGBA", page.size, "white"), page)
    return page.convert("RGB")


def _dots(image: Image.Image) -> float:
    """Dots an inch, as the picture says."""
    try:
        dots = float(image.info.get("dpi", (DOTS,))[0])
    except (TypeError, ValueError, LookupError, ArithmeticError):
        return DOTS
    return dots if _LIKELY[0] <= dots <= _LIKELY[1] else DOTS
