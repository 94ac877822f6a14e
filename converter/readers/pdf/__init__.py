"""PDF (ISO 32000-2) → ``Source``: the text layer of each page, read as ``converter/layout`` reads boxes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from converter.errors import MissingExtra, UnreadableInput
from converter.layout import Story, read
from converter.model import Metadata, Opens, Run, Sheet, Source
from converter.readers.lines import Lines

if TYPE_CHECKING:
    from converter.readers.pdf.glyphs import Pages


def read_pdf(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a PDF: its lines in the order of reading, each with its box. ``encoding`` means nothing.

    Raises ``UnreadableInput`` where it is encrypted, broken, or has no text.
    """
    pages = _opened(data)
    lines, sheets, left = Lines(), [], Counter[str]()
    for number in range(len(pages)):
        page = pages.page(number)
        if page is None:
            left["page(s) that are broken"] += 1
            continue
        surface = page.surface()
        sheets.append(Sheet(number + 1, round(surface.width, 2), round(surface.height, 2)))
        for story in read(surface):
            _add(lines, story, number + 1)
        left.update(page.left.counts)
        page.close()
    metadata = Metadata(title=pages.about("Title") or None)
    pages.close()
    if not lines.lines:
        raise UnreadableInput("the PDF has no text that can be read: recognize its text (OCR) first")
    warnings = [f"left out {count} {what}" for what, count in left.items() if count]
    source = lines.source(metadata, (), warnings)
    return replace(source, sheets=tuple(sheets))


def _opened(data: bytes) -> Pages:
    """The pages of a PDF. Raises ``UnreadableInput``, and ``MissingExtra`` without pdfium."""
    try:
        from converter.readers.pdf.glyphs import Pages
    except ImportError as error:
        raise MissingExtra("a PDF needs the package pypdfium2: pip install 'banmian[pdf]'") from error
    return Pages(data)


def _add(lines: Lines, story: Story, page: int) -> None:
    """Add the lines of a story. The lines of its headline are one."""
    lines.gap = 1
    at = 0
    while at < len(story.lines):
        line = story.lines[at]
        strip = line.strip
        text = strip.text
        at += 1
        while line.level and at < len(story.lines) and story.lines[at].level and story.lines[at].opens is False:
            text += story.lines[at].strip.text
            at += 1
        lines.add(
            [Run(text)],
            page=page,
            size=round(strip.size, 1),
            bold=strip.bold,
            centred=strip.centred,
            level=line.level,
            box=strip.box,
            upright=strip.upright,
            indent=2 * line.indent,
            opens=None if line.opens is None or line.level else Opens.BLOCK if line.opens else Opens.LINE,
        )
