"""ALTO 2 to 4 (Library of Congress, https://www.loc.gov/standards/alto/) → ``Source``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from converter.layout import Strip
from converter.left_out import amount
from converter.model import Box, Source, around
from converter.readers import Near, nothing_near
from converter.readers.recognised import source_of
from converter.readers.recognised.areas import Area, Areas
from converter.readers.recognised.pictures import Pictures
from converter.readers.recognised.reading_order import in_order
from converter.readers.recognised.regions import DOTS, Region, Scan, strip_of
from converter.readers.recognised.turned import right_angle
from converter.readers.recognised.xml import children, local, number, root_of, within

_MEASURES = ("mm10", "inch1200")  # units that are no pixels
_INCH = {"mm10": 254.0, "inch1200": 1200.0, "pixel": DOTS}  # of each unit of measurement

_PICTURED = ("illustration", "picture", "photo", "photograph", "image", "graphic", "cartoon", "map", "chart", "drawing")
"""Types of composed blocks whose graphical elements are pictures; elsewhere they are lines between blocks."""


def read_alto(data: bytes, encoding: str | None = None, near: Near = nothing_near) -> Source:
    """The ``Source`` of an ALTO document; its bytes say their encoding. Raises ``UnreadableInput``."""
    left: Counter[str] = Counter()
    return source_of(scans_of(data, left, Pictures(near)), left)


def scans_of(
    data: bytes,
    left: Counter[str],
    pictures: Pictures,
    shown: Sequence[str] = (),
    areas: Sequence[Area] = (),
) -> Iterator[Scan]:
    """The pages of an ALTO document; ``left`` counts the characters that are left out. ``shown`` are more names of the
    picture of its page, ``areas`` what is said of it elsewhere. Raises ``UnreadableInput``."""
    root = root_of(data, "alto", "the ALTO document")
    unit = next((element.text or "" for element in within(root, "MeasurementUnit")), "pixel").strip()
    reader = _Alto(root, unit, left, areas)
    names = [*shown, *(element.text for element in within(root, "fileName"))]
    for page in within(root, "Page"):
        scan = reader.scan(page)
        yield pictures.shown(scan, names) if number(page.get("WIDTH")) and number(page.get("HEIGHT")) else scan


class _Alto:
    """A document: what its styles and tags mean, how many points its unit is, and what was left out of it."""

    def __init__(self, root: Any, unit: str, left: Counter[str], areas: Sequence[Area]) -> None:
        self._scale = 72 / _INCH.get(unit, DOTS)
        self._pixel = 0.0 if unit in _MEASURES else self._scale
        self._styles = {style.get("ID"): style for style in within(root, "TextStyle")}
        tags = (tag for group in within(root, "Tags") for tag in group)
        self._tags = {tag.get("ID"): tag for tag in tags}
        self._orders = [*within(root, "ReadingOrder")]
        self.left, self._areas = left, areas
        others = ("fileName", "processingStepDescription", "processingStepSettings", "softwareName", "softwareCreator")
        told = sum(amount(element.text or "") for name in others for element in within(root, name))
        self.left["notes on how the scan was made"] += told

    def scan(self, page: Any) -> Scan:
        """A page. Regions that its order does not name come last."""
        width = number(page.get("WIDTH")) * self._scale
        areas = Areas(self._areas, page, width, self._scale, self._pixel)
        blocks = [
            (block.get("ID") or "", region)
            for block in within(page, "TextBlock")
            for region in self._read(block, areas)
        ]
        regions, ordered = in_order(
            blocks, self._orders, lambda element: element.get("REF"), lambda group: bool(self._article(group))
        )
        drawn = [*within(page, "GraphicalElement")]
        shown = [*within(page, "Illustration"), *filter(_is_picture, drawn)]
        pictures = [self._box(element) for element in shown]
        rules = [self._box(element) for element in drawn if not _is_picture(element)]
        print_space = around(
            [self._box(element) for element in page.iter() if element.get("HPOS")] or [Box(0, 0, 1, 1)]
        )
        return Scan(
            width or print_space.right,
            number(page.get("HEIGHT")) * self._scale or print_space.bottom,
            regions,
            pictures,
            rules,
            ordered=ordered,
        )

    def _read(self, block: Any, areas: Areas) -> Iterator[Region]:
        """The lines of a block, those together that tags call alike."""
        around_it = [block, *block.iterancestors()]
        turned = next((number(one.get("ROTATION")) for one in around_it if one.get("ROTATION")), 0.0)
        degrees = right_angle(turned, "".join(word.get("CONTENT") or "" for word in within(block, "String")))
        called = partial(self._called, areas=areas)
        for (kind, article, place), lines in groupby(within(block, "TextLine"), called):
            strips = [strip for line in lines if (strip := self._strip(line, degrees))]
            yield Region(strips, kind, article, degrees, place=place)

    def _called(self, line: Any, areas: Areas) -> tuple[str, str, int | None]:
        """What tags of a line or around it call it, and the article that they say it is of; its place in that."""
        path = [line, *line.iterancestors()]
        said = areas.said(line, self._around(line))
        kind = said.kind if said else ""
        kind = kind or next(filter(None, map(self._kind, path)), "")
        article = said.article if said else ""
        article = article or next(filter(None, map(self._article, path)), "")
        return kind, article, said.place if said else None

    def _kind(self, element: Any) -> str:
        """What an element is called; the margins of a page are its header and footer."""
        if local(element) in ("TopMargin", "BottomMargin"):
            return "header" if local(element) == "TopMargin" else "footer"
        names = (tag.get("LABEL") or tag.get("TYPE") or "" for tag in self._tags_of(element) if not _is_article(tag))
        kind = next(filter(None, names), "")
        return kind or (element.get("TYPE") or "" if local(element) == "ComposedBlock" else "")

    def _article(self, element: Any) -> str:
        """The name of the article that an element is said to be of."""
        names = (tag.get("ID") or "" for tag in self._tags_of(element) if _is_article(tag))
        name = next(filter(None, names), "")
        is_one = local(element) == "ComposedBlock" and (element.get("TYPE") or "").lower() == "article"
        return name or (element.get("ID") or "" if is_one else "")

    def _tags_of(self, element: Any) -> list[Any]:
        return [self._tags[name] for name in (element.get("TAGREFS") or "").split() if name in self._tags]

    def _strip(self, line: Any, turned: int) -> Strip | None:
        text, sure = self._words(line)
        if not text.strip():
            return None
        style = self._style(line)
        box = self._around(line)
        bold = "bold" in (style.get("FONTSTYLE") or "") if style is not None else False
        size = number(style.get("FONTSIZE")) if style is not None else 0.0
        return strip_of(text, box, sure, size=size, bold=bold, turned=turned)

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

    def _around(self, line: Any) -> Box:
        """A line's box; where it says none, that around its words."""
        words = [] if line.get("WIDTH") else [self._box(word) for word in within(line, "String")]
        return around(words) if words else self._box(line)

    def _box(self, element: Any) -> Box:
        left, top = number(element.get("HPOS")), number(element.get("VPOS"))
        right, bottom = left + number(element.get("WIDTH")), top + number(element.get("HEIGHT"))
        return Box(*(round(edge * self._scale, 2) for edge in (left, top, right, bottom)))


def _is_picture(element: Any) -> bool:
    """Whether a graphical element is a picture: its composed block says so, as docWorks writes them."""
    return any((block.get("TYPE") or "").lower() in _PICTURED for block in element.iterancestors("{*}ComposedBlock"))


def _is_article(tag: Any) -> bool:
    """Whether a tag is the name of an article, by its type or its label (Article, article 3)."""
    said = (tag.get("TYPE") or tag.get("LABEL") or "").lower()
    return local(tag) == "StructureTag" and said.rstrip(" _-0123456789") == "article"
