"""PAGE XML of 2013 to 2019 (PRImA, https://github.com/PRImA-Research-Lab/PAGE-XML) → ``Source``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from converter.layout import Strip
from converter.left_out import amount
from converter.model import Box, Source
from converter.readers import Near, nothing_near
from converter.readers.recognised import source_of
from converter.readers.recognised.pictures import Pictures
from converter.readers.recognised.reading_order import in_order
from converter.readers.recognised.regions import DOTS, Region, Scan, mean, strip_of
from converter.readers.recognised.turned import right_angle
from converter.readers.recognised.xml import children, local, number, root_of, within

_PICTURES = ("ImageRegion", "GraphicRegion", "LineDrawingRegion", "ChartRegion", "MapRegion")


def read_page_xml(data: bytes, encoding: str | None = None, near: Near = nothing_near) -> Source:
    """The ``Source`` of a PAGE document; its bytes say their encoding. Raises ``UnreadableInput``."""
    left: Counter[str] = Counter()
    return source_of(scans_of(data, left, Pictures(near)), left)


def scans_of(data: bytes, left: Counter[str], pictures: Pictures, shown: Sequence[str] = ()) -> Iterator[Scan]:
    """The pages of a PAGE document; ``left`` counts the characters that are left out. ``shown`` are more names of the
    picture of its page. Raises ``UnreadableInput``."""
    root = root_of(data, "PcGts", "the PAGE document")
    about = [element for head in within(root, "Metadata") for element in head.iter()]
    left["notes on how the scan was made"] += sum(amount(element.text or "") for element in about)
    for page in within(root, "Page"):
        scan = _scan(page, left)
        yield pictures.shown(scan, [*shown, page.get("imageFilename")]) if _measured(page) else scan


def _measured(page: Any) -> bool:
    """Whether a page says how large it is."""
    return all(number(page.get(name)) for name in ("imageWidth", "imageHeight"))


def _scan(page: Any, left: Counter[str]) -> Scan:
    """A page. Regions that its order does not name come last."""
    scale = _scale(page)
    named = [
        (region.get("id") or "", one) for region in within(page, "TextRegion") for one in _read(region, scale, left)
    ]
    orders = [*children(page, "ReadingOrder")]
    regions, ordered = in_order(
        named, orders, lambda one: one.get("regionRef"), lambda group: (group.get("type") or "").lower() == "article"
    )
    pictures = [_box(element, scale) for name in _PICTURES for element in within(page, name)]
    rules = [_box(element, scale) for element in within(page, "SeparatorRegion")]
    width, height = (number(page.get(name)) * scale for name in ("imageWidth", "imageHeight"))
    return Scan(width or 1.0, height or 1.0, regions, pictures, rules, ordered=ordered)


def _scale(page: Any) -> float:
    """Points of a pixel, by the dots an inch or a centimetre that the page says its image has."""
    dots = number(page.get("imageXResolution"))
    dots *= 2.54 if page.get("imageResolutionUnit") == "PPCM" else 1.0
    return 72 / (dots if dots > 1 and page.get("imageResolutionUnit") != "other" else DOTS)


def _read(region: Any, scale: float, left: Counter[str]) -> Iterator[Region]:
    """The lines of a region, those together that are of one article."""
    kind, article = _kind(region), _structure(region)[1]
    degrees = right_angle(_angle(region), "".join(region.itertext()))
    for of, lines in groupby(_strips(region, scale, degrees, left), lambda pair: pair[0]):
        yield Region([strip for _, strip in lines], kind, of or article, degrees)


def _angle(region: Any) -> float:
    """The degrees, against the clock, by which a region's text is turned: it has to be turned back with the clock."""
    path = (region, *region.iterancestors())
    held = next((number(one.get("orientation")) for one in path if one.get("orientation")), 0.0)
    return held + number(region.get("readingOrientation"))


def _kind(region: Any) -> str:
    """What a region is called: by its type, else its custom structure; an advertisement by what it stands in."""
    if any(local(element) == "AdvertRegion" for element in region.iterancestors()):
        return "advert"
    return region.get("type") or _structure(region)[0]


def _structure(element: Any) -> tuple[str, str]:
    """What Transkribus writes into ``custom``: ``structure {id:a1; type:article;}``, or the type of a region alone."""
    found = re.search(r"structure *\{([^{}]*)\}", element.get("custom") or "")
    said = dict(part.split(":", 1) for part in re.sub(r"\s", "", found[1] if found else "").split(";") if ":" in part)
    kind = said.get("type", "")
    return ("", said.get("id", "")) if kind == "article" else (kind, "")


def _strips(region: Any, scale: float, turned: int, left: Counter[str]) -> Iterator[tuple[str, Strip]]:
    """A region's own lines, its text where it has none; each with the article that it says it is of."""
    found = False
    for line in children(region, "TextLine"):
        text, sure = _text(line, left)
        if text.strip():
            found = True
            strip = strip_of(text, _box(line, scale), [(sure, len(text))], turned=turned)
            yield _structure(line)[1], _upright(strip) if not turned and _runs_down(line) else strip
    found = found or any(True for _ in children(region, "TextRegion"))
    text, sure = ("", 1.0) if found else _text(region, left)
    lines = [line for line in text.splitlines() if line.strip()]
    box = _box(region, scale)
    height = (box.bottom - box.top) / max(1, len(lines))
    for place, line in enumerate(lines):
        top = box.top + place * height
        yield "", strip_of(line, Box(box.left, top, box.right, top + height), [(sure, len(line))], turned=turned)


def _runs_down(line: Any) -> bool:
    """Whether a line, or what it stands in, says that it runs from top to bottom."""
    said = (one.get("readingDirection") for one in (line, *line.iterancestors()))
    return next(filter(None, said), "") == "top-to-bottom"


def _upright(strip: Strip) -> Strip:
    """A line that runs from top to bottom, whatever its shape."""
    return Strip(strip.text, strip.box, strip.box.right - strip.box.left, True, sure=strip.sure)


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


def _box(element: Any, scale: float) -> Box:
    """The box around an element's corners: ``points`` since 2013, ``Point`` elements before."""
    pairs: list[tuple[float, float]] = []
    for coords in children(element, "Coords"):
        for pair in (coords.get("points") or "").split():
            x, _, y = pair.partition(",")
            pairs.append((number(x) * scale, number(y) * scale))
        pairs += [(number(p.get("x")) * scale, number(p.get("y")) * scale) for p in children(coords, "Point")]
    if not pairs:
        return Box(0.0, 0.0, 1.0, 1.0)
    xs, ys = zip(*pairs, strict=True)
    return Box(*(round(edge, 2) for edge in (min(xs), min(ys), max(xs), max(ys))))
