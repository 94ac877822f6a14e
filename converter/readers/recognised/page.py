"""PAGE XML of 2013 to 2019 (PRImA, https://github.com/PRImA-Research-Lab/PAGE-XML) → ``Source``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from converter.layout import Strip
from converter.left_out import amount
from converter.model import Box, Source
from converter.readers.recognised import DOTS, Region, Scan, mean, source_of, strip_of
from converter.readers.recognised.xml import children, local, number, root_of, within

_SCALE = 72 / DOTS
_PICTURES = ("ImageRegion", "GraphicRegion", "LineDrawingRegion", "ChartRegion", "MapRegion")


def read_page_xml(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a PAGE document; its bytes say their encoding. Raises ``UnreadableInput``."""
    root = root_of(data, "PcGts", "the PAGE document")
    left: Counter[str] = Counter()
    about = [element for head in within(root, "Metadata") for element in head.iter()]
    left["notes on how the scan was made"] = sum(amount(element.text or "") for element in about)
    return source_of([_scan(page, left) for page in within(root, "Page")], left)


def _scan(page: Any, left: Counter[str]) -> Scan:
    """A page. Regions that its order does not name come last."""
    regions = list(within(page, "TextRegion"))
    places = {name: place for place, name in reversed(list(enumerate(_order(page))))}
    ordered = any(region.get("id") in places for region in regions)
    if ordered:
        regions.sort(key=lambda region: places.get(region.get("id"), len(places)))
    read = [Region(list(_strips(region, left)), _kind(region)) for region in regions]
    pictures = [_box(element) for name in _PICTURES for element in within(page, name)]
    rules = [_box(element) for element in within(page, "SeparatorRegion")]
    width, height = (number(page.get(name)) * _SCALE for name in ("imageWidth", "imageHeight"))
    return Scan(width or 1.0, height or 1.0, read, pictures, rules, ordered)


def _order(page: Any) -> Iterator[str]:
    """The names of regions in the order of reading: indexes count where there are some, else the document's order."""
    for order in children(page, "ReadingOrder"):
        stack = list(order)[::-1]
        while stack:
            element = stack.pop()
            if name := element.get("regionRef"):
                yield name
            inside = [child for child in element if local(child) != "UserDefined"]
            inside.sort(key=lambda child: number(child.get("index")))
            stack += reversed(inside)


def _kind(region: Any) -> str:
    """What a region is called: by its type, or as an advertisement by what it stands in."""
    if any(local(element) == "AdvertRegion" for element in region.iterancestors()):
        return "advert"
    return (region.get("type") or "").lower()


def _strips(region: Any, left: Counter[str]) -> Iterator[Strip]:
    """A region's own lines; its text where it has none."""
    upright = (region.get("readingDirection") or "") == "top-to-bottom"
    found = False
    for line in children(region, "TextLine"):
        text, sure = _text(line, left)
        if text.strip():
            found = True
            yield _turned(strip_of(text, _box(line), [(sure, len(text))]), upright)
    text, sure = ("", 1.0) if found else _text(region, left)
    lines = [line for line in text.splitlines() if line.strip()]
    box = _box(region)
    height = (box.bottom - box.top) / max(1, len(lines))
    for place, line in enumerate(lines):
        top = box.top + place * height
        yield strip_of(line, Box(box.left, top, box.right, top + height), [(sure, len(line))])


def _turned(strip: Strip, upright: bool) -> Strip:
    """A line that runs from top to bottom where its region says so, whatever its shape."""
    return Strip(strip.text, strip.box, strip.box.right - strip.box.left, True, sure=strip.sure) if upright else strip


def _text(element: Any, left: Counter[str]) -> tuple[str, float]:
    """The text of a line or region and how sure it is: its own first reading, else its words'; others are counted."""
    readings = sorted(children(element, "TextEquiv"), key=lambda one: number(one.get("index")))
    texts = [_unicode(one) for one in readings]
    left["other readings of words"] += sum(map(amount, texts[1:]))
    words = [_text(word, left) for word in children(element, "Word")]
    words = words or [_text(glyph, left) for glyph in children(element, "Glyph")]
    said = readings[0].get("conf") if readings else None
    text = texts[0] if texts else _joined([text for text, _ in words])
    return text, mean([(sure, len(word)) for word, sure in words]) if said is None else number(said)


def _unicode(reading: Any) -> str:
    """The text of a reading; the plain one where it has no other."""
    for name in ("Unicode", "PlainText"):
        for element in children(reading, name):
            if element.text:
                return str(element.text)
    return ""


def _joined(words: list[str]) -> str:
    """Words side by side, with a blank between two of letters."""
    text = ""
    for word in words:
        text += " " if text[-1:].isascii() and text and word[:1].isascii() else ""
        text += word
    return text


def _box(element: Any) -> Box:
    """The box around an element's corners: ``points`` since 2013, ``Point`` elements before."""
    pairs: list[tuple[float, float]] = []
    for coords in children(element, "Coords"):
        for pair in (coords.get("points") or "").split():
            x, _, y = pair.partition(",")
            pairs.append((number(x) * _SCALE, number(y) * _SCALE))
        pairs += [(number(p.get("x")) * _SCALE, number(p.get("y")) * _SCALE) for p in children(coords, "Point")]
    if not pairs:
        return Box(0.0, 0.0, 1.0, 1.0)
    xs, ys = zip(*pairs, strict=True)
    return Box(*(round(edge, 2) for edge in (min(xs), min(ys), max(xs), max(ys))))
