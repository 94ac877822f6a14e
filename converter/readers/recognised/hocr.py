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
from converter.readers.html import tree
from converter.readers.html.page import decoded
from converter.readers.recognised import DOTS, Region, Scan, source_of, strip_of
from converter.readers.recognised.xml import number
from converter.readers.text import told_of
from converter.readers.xml import LARGEST

_LINES = ("ocr_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat", "ocrx_line")
_KINDS = {"ocr_header": "header", "ocr_footer": "footer", "ocr_caption": "caption"}
_PICTURES = ("ocr_photo", "ocr_image", "ocr_linedrawing", "ocr_float")
_RULES = ("ocr_separator",)


def read_hocr(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of an hOCR page. Raises ``UnreadableInput``, and ``UndecodableText``."""
    if len(data) > LARGEST:
        raise UnreadableInput(f"the hOCR page has {len(data) >> 20} MB, more than {LARGEST >> 20}: split the document")
    found, warnings = decoded(data, encoding)
    root = tree.parse(found.text)
    left: Counter[str] = Counter()
    pages = [element for element in root.iter() if "ocr_page" in _classes(element)]
    scans = [_scan(page) for page in pages]
    body = next(root.iter("body"), root)
    read = sum(amount(strip.text) for scan in scans for region in scan.regions for strip in region.strips)
    total = sum(amount(text) for text in body.itertext())
    left["text that stands in no line of the scan"] = max(0, total - read)
    source = source_of(scans, left)
    return told_of(replace(source, warnings=(*warnings, *source.warnings)), found)


def _scan(page: Any) -> Scan:
    said = _said(page)
    dots = number(said.get("scan_res", ["0"])[0])
    scale = 72 / (dots if dots >= 1 else DOTS)
    box = _box(said, scale)
    regions: list[Region] = []
    pictures: list[Box] = []
    rules: list[Box] = []
    for element in page.iter():
        classes = _classes(element)
        if any(name in _LINES for name in classes):
            strip = _strip(element, scale)
            if strip:
                regions.append(Region([strip], next((_KINDS[name] for name in classes if name in _KINDS), "")))
        elif any(name in _PICTURES for name in classes):
            pictures.append(_box(_said(element), scale))
        elif any(name in _RULES for name in classes):
            rules.append(_box(_said(element), scale))
    return Scan(max(box.right, 1.0), max(box.bottom, 1.0), regions, pictures, rules)


def _strip(line: Any, scale: float) -> Strip | None:
    """A line that has text. A blank stands between words only where it stands in the page beside letters."""
    text = " ".join("".join(line.itertext()).split())
    if not text:
        return None
    text = re.sub(r"(?<![!-~]) | (?![!-~])", "", text)
    sure = list(_sure(line))
    said = _said(line)
    size = number(said.get("x_fsize", ["0"])[0]) or number(said.get("x_size", ["0"])[0]) * scale
    bold = any(element.tag in ("strong", "b") for element in line.iter()) and not _plain(line)
    strip = strip_of(text, _box(said, scale), sure, size=size, bold=bold)
    if strip.upright and "x_fsize" not in said:
        strip.size = max(strip.box.right - strip.box.left, 0.1)
    return strip


def _plain(line: Any) -> bool:
    """Whether some of a line's text is not bold."""
    inside = sum(amount("".join(e.itertext())) for e in line.iter("strong", "b"))
    return inside < amount("".join(line.itertext()))


def _sure(line: Any) -> Iterator[tuple[float, int]]:
    for word in line.iter():
        said = _said(word) if "ocrx_word" in _classes(word) else {}
        if said.get("x_wconf"):
            yield number(said["x_wconf"][0]) / 100, amount("".join(word.itertext()))


def _classes(element: Any) -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _said(element: Any) -> dict[str, list[str]]:
    """The properties that an element's title has, each with its values."""
    parts = (part.split() for part in (element.get("title") or "").split(";"))
    return {part[0]: part[1:] for part in parts if len(part) > 1}


def _box(said: dict[str, list[str]], scale: float) -> Box:
    edges = [round(number(edge) * scale, 2) for edge in said.get("bbox", [])[:4]]
    return Box(*edges) if len(edges) == 4 else Box(0.0, 0.0, 1.0, 1.0)
