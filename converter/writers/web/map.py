"""The pages (版) of the paper in miniature, as on a book's cover: each block of a page leads to its story."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Issue, Section
from converter.writers.cover.miniature import Box, blocks_of
from converter.writers.markup.blocks import escape
from converter.writers.web.front import Sheet

PAGE = (40.0, 40.0, 968.0, 1304.0)
WIDTH, HEIGHT, EDGE = 1008, 1344, 18
TITLE, LINE = 62, 22
"""How high a headline is drawn, and how far lines of text are apart, in the drawing's units."""

LINES = (
    f'<svg width="0" height="0" aria-hidden="true"><pattern id="lines" width="{WIDTH}" height="{LINE}" '
    f'patternUnits="userSpaceOnUse"><rect class="bar" width="{WIDTH}" height="{LINE // 2 - 1}"></rect>'
    "</pattern></svg>\n"
)


def page_map(sheets: Sequence[Sheet], sections: Sequence[Section], labels: dict[str, str]) -> str:
    """The map as an element that unfolds; nothing where the paper has one story, or too little text to draw.

    What it leads to is in the list of stories below too: so the drawings themselves are for the eye and the pointer.
    """
    items = "".join(_page(sheet, section, labels) for sheet, section in zip(sheets, sections, strict=True))
    if not items or sum(len(sheet.leaves) for sheet in sheets) < 2:
        return ""
    return f'<details class="map">\n<summary>{labels["map"]}</summary>\n{LINES}<ul>\n{items}</ul>\n</details>\n'


def _page(sheet: Sheet, section: Section, labels: dict[str, str]) -> str:
    """A page (版): its drawing, and its name, which leads to its place on the front page."""
    placed = blocks_of(Issue((section,)), PAGE)
    addresses = {id(leaf.article): leaf.address for leaf in sheet.leaves}
    drawn = ""
    for place, article in enumerate(section.articles):
        boxes = [box for one, box in placed if one == place]
        shapes = "".join(_block(box, first=not number) for number, box in enumerate(boxes))
        address = addresses.get(id(article))
        drawn += f'<a href="{address}" tabindex="-1">{shapes}</a>\n' if shapes and address else shapes
    if not drawn:
        return ""
    svg = f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">\n{drawn}</svg>\n'
    return f'<li>\n{svg}<a href="#{sheet.key}">{escape(sheet.label) or labels["home"]}</a></li>\n'


def _block(box: Box, first: bool) -> str:
    """A story's part in a column: lines of text, below a headline where it begins."""
    left, top, right, bottom = box
    shapes = _rect("paper", left - EDGE, top, right + EDGE, bottom) + _rect("text", left, top, right, bottom)
    if first:
        shapes += _rect("paper", left - EDGE, top, right + EDGE, min(top + TITLE, bottom))
        shapes += _rect("title", left, top + 12, right - (right - left) / 6, top + TITLE - 16)
    return shapes


def _rect(kind: str, left: float, top: float, right: float, bottom: float) -> str:
    size = f'width="{right - left:.0f}" height="{bottom - top:.0f}"'
    return f'<rect class="{kind}" x="{left:.0f}" y="{top:.0f}" {size}></rect>'
