"""PDF (ISO 32000-2) → ``Source``: the text layer of each page, read as ``converter/layout`` reads boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from converter.errors import MissingExtra, UnreadableInput
from converter.layout import Story, read
from converter.layout.blocks import ABOVE
from converter.layout.surface import Placed, around
from converter.model import Form, Mark, Metadata, Opens, Role, Run, Sheet, Source
from converter.readers.lines import Lines
from converter.readers.pdf.margins import is_folio, number_of

if TYPE_CHECKING:
    from converter.readers.pdf.glyphs import Page, Pages


@dataclass(slots=True)
class _Leaf:
    """A page that was read: its number from 1, its stories, and the number that it says it has."""

    number: int
    height: float
    stories: list[Story]
    says: str | None
    images: list[tuple[str, bytes]]


def read_pdf(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a PDF: its lines in the order of reading, each with its box. ``encoding`` means nothing.

    Raises ``UnreadableInput`` where it is encrypted, broken, or has no text, and ``MissingExtra`` without pdfium.
    """
    pages = _opened(data)
    leaves: list[_Leaf] = []
    sheets: list[Sheet] = []
    left: Counter[str] = Counter()
    for number in range(1, len(pages) + 1):
        page = pages.page(number - 1)
        if page is None:
            left["page(s) that are broken"] += 1
            continue
        leaf, sheet = _leaf(page, number)
        leaves.append(leaf)
        sheets.append(sheet)
        left.update(page.left.counts)
        page.close()
    metadata = Metadata(title=pages.about("Title") or None)
    pages.close()
    lines = _lines(leaves, left)
    if not lines.lines:
        raise UnreadableInput("the PDF has no text that can be read: recognize its text (OCR) first")
    images = [image for leaf in leaves for image in leaf.images]
    warnings = [f"left out {count} {what}" for what, count in left.items() if count]
    return replace(lines.source(metadata, images, warnings), sheets=tuple(sheets))


MOST_DRAWN = 400
"""Sheets that are drawn at most."""

MOST_PIXELS, ALL_PIXELS = 1_800_000, 80_000_000
"""Pixels of a drawn sheet, and of all sheets of a document."""


def drawn(data: bytes, sheets: Sequence[Sheet]) -> Iterator[tuple[int, bytes]]:
    """The numbers of sheets of a PDF that was read, and a picture of each in greys, a PNG.

    More sheets are drawn smaller, so that what is made of them stays in bounds.
    """
    pages = _opened(data)
    some = sheets[:MOST_DRAWN]
    pixels = min(MOST_PIXELS, ALL_PIXELS // max(1, len(some)))
    for sheet in some:
        page = pages.page(sheet.number - 1)
        if page is not None:
            page.surface()  # which tells how the page has to be turned
            yield sheet.number, page.whole(pixels)
            page.close()
    pages.close()


def _opened(data: bytes) -> Pages:
    """The pages of a PDF. Raises ``UnreadableInput``, and ``MissingExtra`` without pdfium."""
    try:
        from converter.readers.pdf.glyphs import Pages
    except ImportError as error:
        raise MissingExtra("a PDF needs the package pypdfium2: pip install 'banmian[pdf]'") from error
    return Pages(data)


def _leaf(page: Page, number: int) -> tuple[_Leaf, Sheet]:
    """A page's stories and pictures, and its sheet."""
    surface = page.surface()
    stories = read(surface)
    said = number_of(stories, surface.height)
    pictures = sorted((story for story in stories if story.picture), key=lambda story: not story.lines)
    images = [
        (f"page{number}-{count}.png", page.picture(story.picture))
        for count, story in enumerate(pictures, 1)
        if story.picture
    ]
    leaf = _Leaf(number, surface.height, said[1] if said else stories, said[0] if said else None, images)
    return leaf, Sheet(number, round(surface.width, 2), round(surface.height, 2))


def _lines(leaves: Sequence[_Leaf], left: Counter[str]) -> Lines:
    """The lines of all pages. Their numbers become marks in the text, and their text is counted."""
    lines = Lines()
    above: Story | None = None
    for leaf in leaves:
        mark = [Run("", Mark.PAGE, name=leaf.says)] if leaf.says and len(leaves) > 1 else []
        left["page number(s), which the list of pages tells"] += leaf.says is not None
        for number, story in enumerate(story for story in leaf.stories if story.lines):
            lines.gap = 1
            if number == 0 and above is not None and not above.ends and not story.begins:
                story.lines[0].opens = False
                lines.gap = 0
            if story.rows:
                _add_rows(lines, story, leaf, mark)
            else:
                _add(lines, story, leaf, mark)
                above = story
            mark = []
    return lines


def _role(story: Story, leaf: _Leaf) -> Role | None:
    """What a story's first line is where its place tells."""
    if story.picture:
        return Role.CAPTION
    if story.insert:
        return Role.LEAD
    return Role.FOLIO if is_folio(story, leaf.height) else None


def _add(lines: Lines, story: Story, leaf: _Leaf, mark: list[Run]) -> None:
    """Add the lines of a story. Those of its headline that go on are one with its first."""
    role = _role(story, leaf)
    for number, group in enumerate(_together(story.lines)):
        line, strip = group[0], group[0].strip
        kicker = line.level == ABOVE
        lines.add(
            [*mark, Run("".join(other.strip.text for other in group))],
            page=leaf.number,
            role=Role.KICKER if kicker else role,
            size=round(strip.size, 1),
            bold=strip.bold,
            centred=strip.centred,
            level=0 if kicker else line.level,
            box=around(other.strip.box for other in group),
            upright=strip.upright,
            sure=min(other.strip.sure for other in group),
            indent=2 * line.indent,
            opens=(Opens.BLOCK if number else Opens.ARTICLE) if kicker else _opens(line),
        )
        mark = []
        role = role if story.insert else None


def _add_rows(lines: Lines, story: Story, leaf: _Leaf, mark: list[Run]) -> None:
    """Add a table, a row a line."""
    for row in story.rows:
        lines.add([*mark, Run("\t".join(row))], page=leaf.number, form=Form.ROW, box=story.box)
        mark = []


def _together(lines: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The lines, those that go on with a heading together with it."""
    group: list[Placed] = []
    for line in lines:
        if group and not (line.level and group[0].level and line.opens is False):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _opens(line: Placed) -> Opens | None:
    """What a line opens, where its place tells; a heading is for its level to tell."""
    if line.opens is None or line.level:
        return None
    return Opens.BLOCK if line.opens else Opens.LINE
