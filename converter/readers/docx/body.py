"""The blocks of a document in their order: paragraphs, rows of tables, text boxes, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from converter.model import Form, Role
from converter.press.dates import month_in
from converter.press.folio import read_folio
from converter.press.pages import page_in
from converter.readers.docx.inline import PAGE, REMOVED, Inline, Piece
from converter.readers.docx.numbering import Label, Numbering
from converter.readers.docx.package import Package, Part, W
from converter.readers.docx.styles import BODY_LEVEL, Look, Styles, look_of
from converter.readers.docx.tables import Cell, cells_of
from converter.readers.docx.unread import Found, in_fallback, leave_attributes, leave_parts, leave_rest, texts_in

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TRANSPARENT = {f"{W}{name}" for name in "sdt sdtContent customXml ins moveTo smartTag".split()}
_PAGE_NUMBER = re.compile(r"(?:[第共页頁/／|—–·.\s\d-]|Page|of)*", re.IGNORECASE)
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_LONG_CELL = 200  # characters of a cell of a table that only lays out a page
_MANY = 5  # and its paragraphs


def _tells_issue(text: str) -> bool:
    """Whether a header or footer says of which issue or page it is."""
    return bool(page_in(text) or month_in(text) or read_folio(text).number)


@dataclass(slots=True, eq=False)
class Para:
    """A paragraph or a row: what is in it, how it looks, and what it turns out to be. ``kin`` are the names of the
    styles that its own is based on."""

    pieces: list[Piece]
    look: Look = Look()
    style: str = ""
    kin: tuple[str, ...] = ()
    label: Label | None = None
    page: int = 1
    role: Role | None = None
    form: Form | None = None
    depth: int = 0

    @property
    def text(self) -> str:
        """The text without its pictures."""
        return "".join(piece.text for piece in self.pieces if piece.image is None)

    @property
    def size(self) -> float | None:
        """The size of most of the text, in points."""
        sizes: dict[float, int] = {}
        for piece in self.pieces:
            if piece.look.size and piece.text.strip():
                sizes[piece.look.size] = sizes.get(piece.look.size, 0) + len(piece.text.strip())
        return max(sizes, key=lambda size: sizes[size], default=self.look.size)

    @property
    def is_red(self) -> bool:
        """Whether all of the text is red, as the masthead of an official document."""
        said = [_is_red(piece.look.colour or "") for piece in self.pieces if piece.text.strip() and not piece.image]
        return bool(said) and all(said)

    @property
    def bold(self) -> bool:
        """Whether all of the text is bold."""
        said = [
            bool(piece.look.bold) for piece in self.pieces if piece.text.strip() and not piece.image and not piece.note
        ]
        return bool(said) and all(said)


def _is_red(colour: str) -> bool:
    """Whether six hexadecimal digits are a red."""
    if not _COLOUR.fullmatch(colour):
        return False
    red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return red >= 0xA0 and max(green, blue) <= 0x50


class Body:
    """Walks through a document. What it came upon besides text is in ``found``."""

    def __init__(self, package: Package) -> None:
        self.found = Found()
        self._document = package.document
        self._styles = Styles(package.document.related("styles"))
        self._numbering = Numbering(package.document.related("numbering"))
        self._page = 1
        self._inline = Inline(package.document, self._styles, self.found)
        self._roots = [package.document.root]
        self._notes = {kind: _notes(package.document.related(f"{kind}s"), kind) for kind in ("footnote", "endnote")}

    def read(self) -> list[Para]:
        """Every block; the notes stand before the next headline or at the end, where ``place_notes`` puts them."""
        body = self._document.root.find(f"{W}body")
        assert body is not None
        return list(self._blocks(body))

    def margins(self, kind: str) -> Iterator[Para]:
        """The paragraphs of the ``header``s or ``footer``s, each text once; numbers of pages are none."""
        said: set[str] = set()
        for type_, name in self._document.relations.values():
            if type_ != kind or name not in self._document.package.archive:
                continue
            part = Part(self._document.package, name)
            self._roots.append(part.root)
            inline = Inline(part, self._styles, self.found)
            for paragraph in part.root.iter(f"{W}p"):
                para = Para(self._joined(inline, [paragraph]), page=1 if kind == "header" else self._page)
                if _PAGE_NUMBER.fullmatch(text := para.text.strip()):
                    self.found.left.update(text)  # Word counts the pages, and so does who shows the book
                elif text in said:
                    self.found.leave("headers and footers that say the same again", text)
                else:
                    said.add(text)
                    yield replace(para, role=Role.FOLIO if _tells_issue(text) else Role.FURNITURE)

    def note(self, kind: str, key: str, label: str) -> Para | None:
        """A note as one paragraph, its number before it."""
        part, notes = self._notes[kind]
        if part is None or key not in notes:
            return None
        inline = Inline(part, self._styles, self.found)
        first, *rest = self._joined(inline, notes[key].iter(f"{W}p")) or [Piece("")]
        pieces = [replace(first, text=first.text.lstrip()), *rest]
        return Para([Piece(label, note=True), *pieces], role=Role.PARAGRAPH, form=Form.NOTE, page=self._page)

    def leave(self, texts: Iterable[str]) -> list[str]:
        """A sentence for each kind of what was left out, when everything is read and ``texts`` are what was."""
        roots = self._roots + [part.root for part, _ in self._notes.values() if part is not None]
        leave_parts(self._document, self.found)
        for root in roots:
            leave_attributes(root, self.found)
        leave_rest(roots, texts, self.found)
        return self.found.warnings

    def _blocks(self, container: Element) -> Iterator[Para]:
        for node in container:
            tag = str(node.tag)
            if tag == f"{W}p":
                yield from self._paragraph(node)
            elif tag == f"{W}tbl":
                yield from self._table(node)
            elif tag in _TRANSPARENT:
                yield from self._blocks(node)
            elif tag in REMOVED:
                self.found.leave(REMOVED[tag], texts_in(node))
            elif tag == f"{W}altChunk":
                self.found.skip("document(s) inside the document")

    def _paragraph(self, paragraph: Element) -> Iterator[Para]:
        """The paragraph, one for each of its pages; then the text boxes that are anchored in it."""
        properties = paragraph.find(f"{W}pPr")
        style, look = self._look(properties)
        if look.new_page:
            self._page += 1
        label = self._numbering.label(*look.number, style)
        pieces = self._inline.pieces(paragraph, look)
        for place, part in enumerate(split(pieces, PAGE)):
            self._page += bool(place)
            name, *kin = self._styles.kin(style) or [self._styles.name(style)]
            yield Para(part, look, name, tuple(kin), None if place else label, self._page)
        section = None if properties is None else properties.find(f"{W}sectPr")
        if section is not None and section.find(f"{W}type") is None:  # a section begins a page where it says nothing
            self._page += 1
        boxes, self.found.boxes = self.found.boxes, []
        for box in boxes:
            yield from self._blocks(box)

    def _look(self, properties: Element | None) -> tuple[str, Look]:
        """The paragraph's style and how it looks."""
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = self._styles.paragraph if named is None else named.get(f"{W}val", "")
        look = look_of(properties).over(self._styles.whole(style))
        return style, replace(look, level=None) if look.level == BODY_LEVEL else look

    def _table(self, table: Element) -> Iterator[Para]:
        """The rows; of a table that only lays out a page, or has one column, the blocks in the cells."""
        rows = [list(_inside(row, "tc")) for row in _inside(table, "tr") if self._is_seen(row)]
        cells = [cell for row in rows for cell in row]
        if all(len(row) < 2 for row in rows) or any(map(_is_layout, cells)):
            for cell in cells:
                yield from self._blocks(cell)
            return
        grid = cells_of(rows)
        for cell in grid.hidden:
            self.found.leave("cells that others are merged over", texts_in(cell))
        made = list(map(self._row, grid.rows))
        headed = grid.closed(_repeated(table) or _is_headed(made))
        for place, para in enumerate(made):
            yield replace(para, form=Form.HEAD_ROW if place < headed else Form.ROW)

    def _row(self, cells: list[Cell]) -> Para:
        """A row's cells with tabs between them; one that reaches over several places says so."""
        pieces: list[Piece] = []
        for place, cell in enumerate(cells):
            pieces += [Piece("\t")] if place else []
            inside = self._joined(self._inline, cell.element.iter(f"{W}p"))
            pieces += [Piece("", span=cell.span)] if cell.span else []
            pieces += [replace(piece, text=piece.text.replace("\t", " ")) for piece in inside]
        return Para(pieces, role=Role.PARAGRAPH, page=self._page)

    def _is_seen(self, row: Element) -> bool:
        """Whether a row is seen; what a deleted or a hidden one says is counted."""
        if row.find(f"{W}trPr/{W}del") is not None:
            self.found.leave("deleted rows", texts_in(row))
            return False
        hidden = row.find(f"{W}trPr/{W}hidden")
        if hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false", "off"):
            self.found.leave("hidden rows", texts_in(row))
            return False
        return True

    def _joined(self, inline: Inline, paragraphs: Iterable[Element]) -> list[Piece]:
        """Paragraphs as one, a space between two; those of text boxes in them are among ``paragraphs``."""
        pieces: list[Piece] = []
        boxes = len(self.found.boxes)
        for paragraph in paragraphs:
            if in_fallback(paragraph):
                continue
            style, look = self._look(paragraph.find(f"{W}pPr"))
            label = self._numbering.label(*look.number, style)
            own = [replace(piece, text=piece.text.replace(PAGE, " ")) for piece in inline.pieces(paragraph, look)]
            if any(piece.text.strip() or piece.image for piece in own):
                pieces += [Piece(" ")] if pieces else []
                pieces += [Piece(label.text)] if label and label.text else []
                pieces += own
        del self.found.boxes[boxes:]
        return pieces


def _notes(part: Part | None, kind: str) -> tuple[Part | None, dict[str, Element]]:
    return part, {} if part is None else {note.get(f"{W}id", ""): note for note in part.root.iter(f"{W}{kind}")}


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for node in element:
        if node.tag == f"{W}{name}":
            yield node
        elif node.tag in _TRANSPARENT:
            yield from _inside(node, name)


def _is_layout(cell: Element) -> bool:
    """Whether the cell holds a piece of a page rather than a datum."""
    paragraphs = ["".join(text.text or "" for text in part.iter(f"{W}t")) for part in cell.iter(f"{W}p")]
    return sum(map(len, paragraphs)) > _LONG_CELL or sum(map(bool, paragraphs)) > _MANY


def _is_headed(rows: list[Para]) -> bool:
    """Whether the first row is bold and not all are."""
    return bool(rows) and rows[0].bold and not all(row.bold for row in rows)


def _repeated(table: Element) -> int:
    """How many rows at the head are headings, repeated on each page."""
    count = 0
    for row in _inside(table, "tr"):
        header = row.find(f"{W}trPr/{W}tblHeader")
        if header is None or header.get(f"{W}val", "1") in ("0", "false", "off"):
            break
        count += 1
    return count


def split(pieces: list[Piece], mark: str) -> Iterator[list[Piece]]:
    """The pieces, parted where ``mark`` stands."""
    part: list[Piece] = []
    for piece in pieces:
        if mark not in piece.text or piece.image:
            part.append(piece)
            continue
        for place, text in enumerate(piece.text.split(mark)):
            if place:
                yield part
                part = []
            if text:
                part.append(replace(piece, text=text))
    yield part
