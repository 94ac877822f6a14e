"""ALTO 2 to 4 (Library of Congress, https://www.loc.gov/standards/alto/) → ``Source``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from converter.layout import Strip
from converter.left_out import amount
from converter.model import Box, Source, around
from converter.readers.recognised import DOTS, Region, Scan, source_of, strip_of
from converter.readers.recognised.xml import children, local, number, root_of, within

_INCH = {"mm10": 254.0, "inch1200": 1200.0, "pixel": DOTS}  # of each unit of measurement


def read_alto(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of an ALTO document; its bytes say their encoding. Raises ``UnreadableInput``."""
    root = root_of(data, "alto", "the ALTO document")
    unit = next((element.text or "" for element in within(root, "MeasurementUnit")), "pixel").strip()
    reader = _Alto(root, 72 / _INCH.get(unit, DOTS))
    scans = [reader.scan(page) for page in within(root, "Page")]
    return source_of(scans, reader.left)


class _Alto:
    """A document: what its styles and tags mean, how many points its unit is, and what was left out of it."""

    def __init__(self, root: Any, scale: float) -> None:
        self._scale = scale
        self._styles = {style.get("ID"): style for style in within(root, "TextStyle")}
        tags = (tag for group in within(root, "Tags") for tag in group)
        self._tags = {tag.get("ID"): (tag.get("LABEL") or tag.get("TYPE") or "").lower() for tag in tags}
        self._order = [ref.get("REF") for order in within(root, "ReadingOrder") for ref in within(order, "ElementRef")]
        self.left: Counter[str] = Counter()
        others = ("fileName", "processingStepDescription", "processingStepSettings", "softwareName", "softwareCreator")
        told = sum(amount(element.text or "") for name in others for element in within(root, name))
        self.left["notes on how the scan was made"] = told

    def scan(self, page: Any) -> Scan:
        """A page. Regions that its order does not name come last."""
        blocks = list(within(page, "TextBlock"))
        places = {name: place for place, name in reversed(list(enumerate(self._order)))}
        ordered = any(block.get("ID") in places for block in blocks)
        if ordered:
            blocks.sort(key=lambda block: places.get(block.get("ID"), len(places)))
        regions = [Region(list(self._strips(block)), self._kind(block)) for block in blocks]
        pictures = [self._box(element) for element in within(page, "Illustration")]
        rules = [self._box(element) for element in within(page, "GraphicalElement")]
        print_space = around(
            [self._box(element) for element in page.iter() if element.get("HPOS")] or [Box(0, 0, 1, 1)]
        )
        width = number(page.get("WIDTH")) * self._scale or print_space.right
        return Scan(
            width, number(page.get("HEIGHT")) * self._scale or print_space.bottom, regions, pictures, rules, ordered
        )

    def _kind(self, block: Any) -> str:
        """What tags of a block or around it call it; the margins of a page are its header and footer."""
        for element in (block, *block.iterancestors()):
            labels = [self._tags.get(name, "") for name in (element.get("TAGREFS") or "").split()]
            if found := next(filter(None, labels), ""):
                return found
            if local(element) in ("TopMargin", "BottomMargin"):
                return "header" if local(element) == "TopMargin" else "footer"
        return ""

    def _strips(self, block: Any) -> Iterator[Strip]:
        for line in within(block, "TextLine"):
            text, sure = self._words(line)
            if text.strip():
                style = self._style(line)
                box = (
                    self._box(line) if line.get("WIDTH") else around(self._box(word) for word in within(line, "String"))
                )
                bold = "bold" in (style.get("FONTSTYLE") or "") if style is not None else False
                size = number(style.get("FONTSIZE")) if style is not None else 0.0
                yield strip_of(text, box, sure, size=size, bold=bold)

    def _words(self, line: Any) -> tuple[str, list[tuple[float, int]]]:
        """A line's text, and how sure its words are. The second reading of a word is counted."""
        texts: list[str] = []
        sure: list[tuple[float, int]] = []
        for element in children(line):
            if local(element) == "SP":
                texts.append(" ")
            elif local(element) in ("String", "HYP"):
                word = element.get("CONTENT") or ""
                texts.append(word)
                if element.get("WC"):
                    sure.append((number(element.get("WC")), len(word)))
                others = (other.text or "" for other in within(element, "ALTERNATIVE"))
                self.left["other readings of words"] += sum(map(amount, others))
        return "".join(texts), sure

    def _style(self, line: Any) -> Any:
        """The style of a line: its own, its first word's, or its block's."""
        first = next(within(line, "String"), None)
        for element in (line, first, *line.iterancestors()):
            for name in (element.get("STYLEREFS") or "").split() if element is not None else ():
                if name in self._styles:
                    return self._styles[name]
        return None

    def _box(self, element: Any) -> Box:
        left, top = number(element.get("HPOS")), number(element.get("VPOS"))
        right, bottom = left + number(element.get("WIDTH")), top + number(element.get("HEIGHT"))
        return Box(*(round(edge * self._scale, 2) for edge in (left, top, right, bottom)))
