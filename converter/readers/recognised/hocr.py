"""hOCR 1.2 (https://kba.github.io/hocr-spec/1.2/) → ``Source``: HTML that says where each line of a scan is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from converter.errors import UnreadableInput
from converter.layout import Strip
from converter.left_out import amount
from converter.model import Box, Source
from converter.readers import Near, nothing_near
from converter.readers.html import tree
from converter.readers.html.page import decoded
from converter.readers.recognised import source_of
from converter.readers.recognised.pictures import Pictures
from converter.readers.recognised.regions import DOTS, Region, Scan, strip_of
from converter.readers.recognised.turned import right_angle
from converter.readers.recognised.xml import number
from converter.readers.text import told_of
from converter.readers.xml import LARGEST

_KINDS = {
    "ocr_header": "header",
    "ocr_footer": "footer",
    "ocr_caption": "caption",
    "ocr_pageno": "page-number",
    "ocr_title": "heading",
    "ocr_author": "author",
}
_LINES = ("ocr_line", "ocrx_line", "ocr_textfloat", *_KINDS)
_PICTURES = ("ocr_photo", "ocr_image", "ocr_linedrawing", "ocr_float")
_RULES = ("ocr_separator",)


def read_hocr(data: bytes, encoding: str | None = None, near: Near = nothing_near) -> Source:
    """The ``Source`` of an hOCR page. Raises ``UnreadableInput``, and ``UndecodableText``."""
    if len(data) > LARGEST:
        raise UnreadableInput(f"the hOCR page has {len(data) >> 20} MB, more than {LARGEST >> 20}: split the document")
    found, warnings = decoded(data, encoding)
    root = tree.parse(found.text)
    left: Counter[str] = Counter()
    pages = [element for element in root.iter() if "ocr_page" in _classes(element)]
    kinds = {name: kind for name, kind in _KINDS.items() if name != "ocr_header" or not _by_tesseract(root)}
    pictures = Pictures(near)
    total = sum(amount(text) for text in next(root.iter("body"), root).itertext())

    def scans() -> Iterator[Scan]:
        read = 0
        for page in pages:
            scan = _scan(page, kinds)
            read += sum(amount(strip.text) for region in scan.regions for strip in region.strips)
            yield pictures.shown(scan, [_image(page)]) if "bbox" in _said(page) else scan
        left["text that stands in no line of the scan"] = max(0, total - read)

    source = source_of(scans(), left)
    return told_of(replace(source, warnings=(*warnings, *source.warnings)), found)


def _by_tesseract(root: Any) -> bool:
    """Whether Tesseract wrote a page: its headers are lines that reach over columns, headlines among them."""
    names = (meta.get("content") or "" for meta in root.iter("meta") if meta.get("name") == "ocr-system")
    return any(name.lower().startswith("tesseract") for name in names)


def _scan(page: Any, kinds: dict[str, str]) -> Scan:
    said = _said(page)
    dots = number(said.get("scan_res", ["0"])[0])
    scale = 72 / (dots if dots >= 1 else DOTS)
    box = _box(said, scale)
    regions: list[Region] = []
    pictures: list[Box] = []
    rules: list[Box] = []
    around = _around_lines(page)
    for element in page.iter():
        classes = _classes(element)
        if any(name in _LINES for name in classes) and element not in around:
            regions += _region(element, page, scale, kinds)
        elif any(name in _PICTURES for name in classes):
            pictures.append(_box(_said(element), scale))
        elif any(name in _RULES for name in classes):
            rules.append(_box(_said(element), scale))
    return Scan(max(box.right, 1.0), max(box.bottom, 1.0), regions, pictures, rules)


def _around_lines(page: Any) -> set[Any]:
    """The elements that lines stand in."""
    around: set[Any] = set()
    for element in page.iter():
        if any(name in _LINES for name in _classes(element)):
            above = element.getparent()
            while above is not None and above not in around:
                around.add(above)
                above = above.getparent()
    return around


def _region(line: Any, page: Any, scale: float, kinds: dict[str, str]) -> Iterator[Region]:
    """A line that has text; what is said of it or around it counts."""
    path = [line, *line.iterancestors()]
    path = path[: path.index(page) + 1]
    kind = next((kinds[name] for element in path for name in _classes(element) if name in kinds), "")
    angle = next((number(said[0]) for element in path if (said := _said(element).get("textangle"))), 0.0)
    turned = right_angle(angle, "".join(line.itertext()))
    strip = _strip(line, scale, turned)
    if strip:
        yield Region([strip], kind, turned=turned)


def _strip(line: Any, scale: float, turned: int) -> Strip | None:
    """A line that has text. A blank stands between words only where it stands in the page beside letters."""
    text = " ".join("".join(line.itertext()).split())
    if not text:
        return None
    text = re.sub(r"(?<![!-~]) | (?![!-~])", "", text)
    sure = list(_sure(line))
    said = _said(line)
    size = number(said.get("x_fsize", ["0"])[0]) or number(said.get("x_size", ["0"])[0]) * scale
    bold = any(element.tag in ("strong", "b") for element in line.iter()) and not _plain(line)
    strip = strip_of(text, _box(said, scale), sure, size=size, bold=bold, turned=turned)
    if strip.upright and "x_fsize" not in said:
        strip.size = max(strip.box.right - strip.box.left, 0.1)
    return strip


def _plain(line: Any) -> bool:
    """Whether some of a line's text is not bold."""
    inside = sum(amount("".join(e.itertext())) for e in line.iter("strong", "b"))
    return inside < amount("".join(line.itertext()))


def _sure(line: Any) -> Iterator[tuple[float, int]]:
    """How sure words are: each as a whole, or each of its characters (``x_confs``)."""
    for word in line.iter():
        said = _said(word) if "ocrx_word" in _classes(word) else {}
        for value in said.get("x_wconf", [])[:1] or said.get("x_confs", []):
            count = amount("".join(word.itertext())) if "x_wconf" in said else 1
            yield number(value) / (100 if "x_wconf" in said or number(value) > 1 else 1), count


def _classes(element: Any) -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _said(element: Any) -> dict[str, list[str]]:
    """The properties that an element's title has, each with its values. Kraken parts them by commas."""
    parts = (part.replace(",", " ").split() for part in re.split(r";|,\s*(?=[a-z])", element.get("title") or ""))
    return {part[0]: part[1:] for part in parts if len(part) > 1}


def _image(page: Any) -> str | None:
    """The name of the file that is a page's picture, whose blanks and commas are its own."""
    found = re.search(r"(?:^|;)\s*image\s+(?:\"([^\"]*)\"|'([^']*)'|([^;]*))", page.get("title") or "")
    return next(filter(None, found.groups()), None) if found else None


def _box(said: dict[str, list[str]], scale: float) -> Box:
    edges = [round(number(edge) * scale, 2) for edge in said.get("bbox", [])[:4]]
    return Box(*edges) if len(edges) == 4 else Box(0.0, 0.0, 1.0, 1.0)
