"""Scans of upright pages of which every mark is known: drawn in a face, and worn as paper, lenses and programs wear it.

Marks stand as a face has them on upright lines. One that has no such forms has them turned, or its stops in the corner
where printers of the mainland put them or in the middle as those of Taiwan do.
"""

from __future__ import annotations

import io
import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import opencc
from fontTools.ttLib import TTCollection, TTFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tools.make.pages.layouts import CASES, stories

STOPS = "，。、；：！？"
CORNERS = "「」『』"
COUNTED = STOPS + CORNERS
"""The marks that are measured."""

UPRIGHT = dict(
    zip("，、。：；！？「」『』（）《》〈〉【】—…ー", "︐︑︒︓︔︕︖﹁﹂﹃﹄︵︶︽︾︿﹀︻︼︱︙︱", strict=True)
)
"""The forms that marks, and the long vowel of Japanese, have on upright lines."""

TURNED = "「」『』（）《》〈〉【】—…ー"
"""Those that are turned where a face has no such form."""

HALVES, OPENING = "，。、「」『』（）《》", "「『（《"
"""The marks that may be set in half a cell, and those that stand at its foot."""

QUOTES = str.maketrans("“”‘’0123456789", "『』「」〇一二三四五六七八九")
PAPER, INK = 245, 25


class Face(NamedTuple):
    """A face of a file that may hold several, and whether it is of the mainland."""

    name: str
    file: str
    number: int
    is_mainland: bool


class Wear(NamedTuple):
    """What a page goes through: blur (pixels), noise (shades), lean (degrees), quality (JPEG, 0 none), whether it is
    black and white, and whether its ink has run."""

    blur: float
    noise: float
    lean: float
    quality: int
    is_bilevel: bool
    has_run: bool


class Line(NamedTuple):
    """A line of a page, its box (left, top, right, bottom), and from where to where the ink of each character is."""

    text: str
    box: tuple[float, float, float, float]
    inks: list[tuple[float, float]]


class Drawn(NamedTuple):
    """A page, in greys, and its lines from right to left, in pixels, as they were before it was worn."""

    image: Image.Image
    lines: list[Line]


def faces(folders: Sequence[str] = ()) -> list[Face]:
    """The faces of the system and of folders that have Chinese characters, one of each name."""
    listed = subprocess.run(["fc-list", ":lang=zh", "file"], capture_output=True, text=True, check=True).stdout
    files = {line.strip().rstrip(": ") for line in listed.splitlines()}
    files |= {str(path) for folder in folders for path in Path(folder).rglob("*.[to]t[cf]")}
    named = {face.name: face for file in sorted(files) for face in faces_of(file)}
    return [named[name] for name in sorted(named) if not re.search(r"\b(Mono|KR|Sharp)\b", name)]


def faces_of(file: str) -> Iterator[Face]:
    """The faces that a file holds."""
    some = TTCollection(file, lazy=True).fonts if file.endswith("c") else [TTFont(file, lazy=True)]
    for number, font in enumerate(some):
        characters = font.getBestCmap()
        if ord("字") in characters and ord("語") in characters or ord("语") in characters:
            name = font["name"].getDebugName(4) or file
            yield Face(name, file, number, ord("们") in characters and not re.search(r" (TC|HK|TW|JP|KR)\b", name))


@cache
def paragraphs() -> list[str]:
    """Text of our own labelled pages, in both scripts, without Latin letters."""
    found = {
        part.text.translate(QUOTES).replace("\u3000", "")
        for case in sorted(path.stem for path in CASES.glob("*.case"))
        for story in stories(case)
        for part in story
        if part.role in ("lead", "paragraph")
    }
    return sorted(text for text in found if not re.search(r"[ -~]", text) and len(text) > 40)


def wear(rng: random.Random, size: int) -> Wear:
    """Some wear; type of a small size bears less."""
    bears = size / 40
    return Wear(
        blur=rng.choice([0.0, 0.4, 0.8, 1.2]) * bears,
        noise=rng.choice([0, 6, 14, 24]),
        lean=rng.choice([0.0, 0.0, 0.2, -0.3, 0.6, -1.0]),
        quality=rng.choice([0, 90, 60, 40]),
        is_bilevel=rng.random() < 0.2,
        has_run=size >= 36 and rng.random() < 0.25,
    )


def page(rng: random.Random, texts: Sequence[str], face: Face, size: int, worn: Wear) -> Drawn:
    """A page of upright lines, of texts in the face's script that it has all characters of."""
    cells, count = rng.randint(14, 24), rng.randint(8, 12)
    step = size * rng.choice([1.0, 1.0, 1.03, 1.08])
    lead = size * rng.uniform(1.5, 2.0)
    has = characters(face)
    fitting = [text for text in map(_converter(face).convert, texts) if has.issuperset(text)]
    flow = lines_of("".join(rng.sample(fitting, len(fitting))), cells)
    width, height = round(4 * size + lead * count), round(5 * size + step * cells)
    image = Image.new("L", (width, height), PAPER)
    marks = 0.5 if is_in_corner(face) and rng.random() < 0.3 else 1.0
    lines = []
    for number, text in enumerate(islice(flow, count)):
        left, top = width - 2 * size - lead * number - size, 2.0 * size
        at, inks = top, []
        for char in text:
            takes = marks if char in HALVES else 1.0
            middle = at + step * (takes - 0.5 if char in OPENING else 0.5)
            inks.append(put(image, char, face, size, (left, middle - size / 2)))
            at += step * takes
        lines.append(Line(text, (left, top, left + size, at), inks))
    return Drawn(worn_out(image, worn, rng), lines)


def lines_of(text: str, cells: int) -> Iterator[str]:
    """Lines of so many cells. None begins with a mark that closes or ends with one that opens; a mark may hang."""
    at = 0
    while at < len(text):
        end = min(len(text), at + cells)
        if end < len(text) and text[end] in STOPS + "」』）》":
            end += 1
        while end < len(text) and (text[end] in STOPS + "」』）》—…" or text[end - 1] in "「『（《—…"):
            end -= 1
        yield text[at:end]
        at = end


def is_in_corner(face: Face) -> bool:
    """Whether stops stand at the head of their cells, so that these may be half as high."""
    box = _cell("。", face, 40).getbbox()
    return box is not None and box[3] < 40


@cache
def _converter(face: Face) -> Any:
    return opencc.OpenCC("t2s" if face.is_mainland else "s2t")


@cache
def characters(face: Face) -> set[str]:
    """The characters that a face has."""
    font = TTFont(face.file, fontNumber=face.number, lazy=True)
    return {chr(code) for code in font.getBestCmap()} | {"\u3000"}


@cache
def _font(face: Face, size: int) -> tuple[Any, float, float]:
    """The font, and how far right and down of a cell's corner its characters are to begin so that they fill it."""
    font = ImageFont.truetype(face.file, size, face.number, layout_engine=ImageFont.Layout.RAQM)
    left, top, right, bottom = font.getbbox("困", anchor="ls")
    return font, (size - left - right) / 2, (size - top - bottom) / 2


def put(image: Image.Image, char: str, face: Face, size: int, at: tuple[float, float]) -> tuple[float, float]:
    """Draw a character in its cell; gives from where to where down its ink is."""
    cell = _cell(char, face, size)
    left, top = round(at[0]) - size // 2, round(at[1]) - size // 2
    image.paste(INK, (left, top), cell)
    box = cell.getbbox() or (0, size, 0, size)
    return top + box[1], top + box[3]


@lru_cache(4096)
def _cell(char: str, face: Face, size: int) -> Image.Image:
    """A character as it stands on an upright line, in the middle half of a field of two ems, white on black."""
    plain = _drawn(char, face, size)
    if char not in UPRIGHT:
        return plain
    own = _drawn(char, face, size, ["vert"])
    if own.tobytes() != plain.tobytes():
        return own
    box = plain.getbbox() or (0, 0, 1, 1)
    if char in TURNED:
        form = _drawn(UPRIGHT[char], face, size)
        return form if form.getbbox() and UPRIGHT[char] in characters(face) else plain.rotate(-90)
    if char in "！？":
        return plain
    half, ink = size // 2, plain.crop(box)
    corner = half + round(0.92 * size) - ink.width, half + round(0.08 * size)
    cell = Image.new("L", plain.size, 0)
    cell.paste(ink, corner if face.is_mainland else (size - ink.width // 2, size - ink.height // 2))
    return cell


def _drawn(char: str, face: Face, size: int, features: list[str] | None = None) -> Image.Image:
    font, right, down = _font(face, size)
    cell = Image.new("L", (2 * size, 2 * size), 0)
    place = size // 2 + right, size // 2 + down
    ImageDraw.Draw(cell).text(place, char, 255, font, "ls", features=features)
    return cell


def worn_out(image: Image.Image, worn: Wear, rng: random.Random) -> Image.Image:
    """The page after what it goes through."""
    if worn.has_run:
        image = image.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.GaussianBlur(0.7))
    if worn.lean:
        image = image.rotate(worn.lean, Image.Resampling.BICUBIC, fillcolor=PAPER)
    if worn.blur:
        image = image.filter(ImageFilter.GaussianBlur(worn.blur))
    if worn.noise:
        noise = np.random.default_rng(rng.randrange(1 << 30)).normal(0, worn.noise, (image.height, image.width))
        image = Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype("uint8"))
    if worn.is_bilevel:
        image = image.point(lambda value: 255 * (value > 175))
    if worn.quality:
        file = io.BytesIO()
        image.save(file, "JPEG", quality=worn.quality)
        image = Image.open(io.BytesIO(file.getvalue())).convert("L")
    return image
