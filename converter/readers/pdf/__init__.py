"""PDF (ISO 32000-2) → ``Source``: the text layer of each page, read as ``converter/layout`` reads boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from converter.errors import MissingExtra, UnreadableInput
from converter.installed import to_install
from converter.layout import read
from converter.layout.lines import strips_of
from converter.left_out import told
from converter.model import Sheet, Source
from converter.readers.leaves import DETAIL, Crop, Leaf, crops_of, images_of, lines_of
from converter.readers.margins import folio_of, number_of
from converter.readers.pdf.amount import MOST_DRAWN, is_too_much
from converter.readers.pdf.objects import objects_of
from converter.readers.programs import title_of
from converter.readers.recognised import leaves_of
from converter.readers.text import facts

if TYPE_CHECKING:
    from converter.readers.pdf.glyphs import Page, Pages
    from converter.readers.scan.pictures import Rows


def read_pdf(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a PDF: its lines in the order of reading, each with its box. ``encoding`` means nothing.

    Raises ``UnreadableInput`` where it is encrypted, broken, or has no text, and ``MissingExtra`` without pdfium.
    """
    pages = _opened(data)
    _look_into(data, pages)
    found = _Found()
    lines = lines_of(_leaves(pages, found), found.left, len(pages) > 1)
    metadata = facts(title=title_of(pages.about("Title")))
    pages.close()
    if not lines.lines:
        if found.left[_UNREAD]:
            from converter.readers.scan import PACKAGES

            raise MissingExtra(f"the PDF has no text, only pictures of it: to read them, {to_install(*PACKAGES)}")
        raise UnreadableInput("the PDF has no text that can be read: recognize its text (OCR) first")
    return replace(lines.source(metadata, images_of(found.crops), found.warnings()), sheets=tuple(found.sheets))


@dataclass(slots=True)
class _Found:
    """What is kept of pages beside their lines: all else goes with each page, for a book has hundreds."""

    sheets: list[Sheet] = field(default_factory=list)
    crops: list[Crop] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    recognised: Counter[str] = field(default_factory=Counter)
    folded: int = 0

    def warnings(self) -> list[str]:
        """What was left out and changed."""
        warnings = [f"left out {count} {what}" for what, count in self.left.items() if count]
        warnings += told(self.recognised)
        if folded := self.folded:
            warnings.append(f"read {folded} radical(s) and compatibility character(s) as the characters they stand for")
        return warnings


def _leaves(pages: Pages, found: _Found) -> Iterator[Leaf]:
    """The pages that can be read, one at a time."""
    for number in range(1, len(pages) + 1):
        page = pages.page(number - 1)
        if page is None:
            found.left["page(s) that are broken"] += 1
            continue
        leaf, sheet = _leaf(page, number)
        if not any(story.lines for story in leaf.stories) and page.draws():
            scanned = _scanned(page, number, found.recognised, found.left)
            leaf = scanned if scanned and scanned.stories else leaf
        found.sheets.append(sheet)
        found.crops += leaf.crops
        found.left.update(page.left.counts)
        found.folded += page.left.folded
        page.close()
        yield leaf


_UNREAD = "page(s) that have no text: to read them, install the extra ocr"
_PIXELS = 12_000_000
"""Pixels of a page that is recognised: one of A4 at 300 dots an inch has nine million."""
_FINEST = 300 / 72  # pixels a point


def _scanned(page: Page, number: int, recognised: Counter[str], left: Counter[str]) -> Leaf | None:
    """A page without text, as its picture is read; None, and counted, without RapidOCR."""
    from converter.readers.scan import scan_of_rows

    def coloured() -> Rows:
        return page.pixels(_PIXELS, DETAIL, grey=False)

    try:
        scan = scan_of_rows(page.pixels(_PIXELS, _FINEST), coloured, recognised)
    except MissingExtra:
        left[_UNREAD] += 1
        return None
    return leaves_of(scan, number)[0]  # an OCR tells no articles


def drawn(data: bytes, sheets: Sequence[Sheet], pixels: int) -> Iterator[tuple[int, bytes]]:
    """The numbers of sheets of a PDF that was read, and a picture of each in greys, a PNG of so many pixels at most."""
    pages = _opened(data)
    for sheet in sheets:
        page = pages.page(sheet.number - 1)
        if page is not None:
            page.surface()  # which tells how the page has to be turned, and whether it may be drawn
            if page.may_be_drawn:
                yield sheet.number, page.whole(pixels)
            page.close()
    pages.close()


def _opened(data: bytes) -> Pages:
    """The pages of a PDF. Raises ``UnreadableInput``, and ``MissingExtra`` without pdfium."""
    try:
        from converter.readers.pdf.glyphs import Pages
    except ImportError as error:
        raise MissingExtra(f"a PDF needs the package pypdfium2: {to_install('pypdfium2>=5,<6')}") from error
    return Pages(data)


def _look_into(data: bytes, pages: Pages) -> None:
    """Tell pdfium's pages which layers are hidden. Raises ``UnreadableInput`` where it would draw a page for hours."""
    from converter.readers.pdf.layers import hidden_layers

    file = objects_of(data, pages.plain)
    pages.hidden = hidden_layers(file)
    if is_too_much(file):
        raise UnreadableInput(
            f"a page of the PDF draws more than {MOST_DRAWN:,} things: print it as pictures, and convert these"
        )


def _leaf(page: Page, number: int) -> tuple[Leaf, Sheet]:
    """A page's stories and pictures, and its sheet."""
    surface = page.surface()
    said, strips = number_of(strips_of(surface.glyphs, surface.rules, surface.frames), surface.height)
    head, strips, foot = folio_of(strips, surface.height)
    stories = [*head, *read(replace(surface, glyphs=[], strips=strips)), *foot]
    leaf = Leaf(number, surface.height, stories, said, crops_of(number, stories, page.picture))
    return leaf, Sheet(number, round(surface.width, 2), round(surface.height, 2))
