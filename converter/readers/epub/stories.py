"""The pages of a book, put together as its contents say: parts → sections, chapters → articles, headings → subheads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from converter.model import Article, Block, Form, Kind, Role, Run, Section
from converter.press.pages import label
from converter.readers.epub.document import Document, Piece
from converter.readers.epub.package import Entry

_HEADS = (Role.KICKER, Role.COLUMN_TITLE, Role.DECK, Role.BYLINE, Role.CAPTION, Role.CREDIT, Role.FOLIO)
_NEAR = 5  # pieces among which the heading of a chapter is looked for


@dataclass(slots=True)
class _Start:
    """Where something begins: a part of the book, or a chapter; what the contents call it."""

    part: bool
    label: str | None


@dataclass(slots=True)
class _Part:
    """A section while its articles are gathered."""

    label: str | None = None
    articles: list[Article] = field(default_factory=list)


def sections_of(documents: Sequence[Document], contents: Sequence[Entry]) -> tuple[Section, ...]:
    """The sections and articles of a book. What no entry of the contents leads to goes with what is before it."""
    offsets, total = {}, 0
    for document in documents:
        offsets[document.path] = total
        total += len(document.pieces)
    by_path = {document.path: document for document in documents}
    starts: dict[int, list[_Start]] = {}

    def place(entry: Entry) -> int | None:
        document = by_path.get(entry.path or "")
        at = document.place(entry.fragment) or 0 if document else 0
        if document is None or at < len(document.pieces) and document.pieces[at].block.form is Form.NOTE:
            return None  # calibre lists every link where it finds no headings, to notes too
        return offsets[document.path] + at

    def visit(entries: Sequence[Entry], inside: bool) -> None:
        for entry in entries:
            at = place(entry)
            parts = _is_part(entry, by_path) or at is not None and at in map(place, entry.children)
            if parts and not inside:
                first = at if at is not None else _first(entry, place)
                if first is not None:
                    starts.setdefault(first, []).append(_Start(True, entry.label))
                visit(entry.children, True)
                continue
            if at is not None:
                if not inside and starts and any(start.part for marks in starts.values() for start in marks):
                    starts.setdefault(at, []).append(_Start(True, None))
                starts.setdefault(at, []).append(_Start(False, entry.label))
            if parts:
                visit(entry.children, True)

    visit(contents, False)
    _add_unlisted(documents, offsets, starts)
    pieces = [piece for document in documents for piece in document.pieces]
    pages = {offsets[document.path]: label for document in documents for label in document.pages.values()}
    own = any(document.own for document in documents)
    return _sections(pieces, starts, pages, own)


def _is_part(entry: Entry, documents: dict[str, Document]) -> bool:
    """Whether chapters in documents of their own stand under the entry, and not just places in it."""
    for child in entry.children:
        document = documents.get(child.path or "")
        if (
            document
            and (child.path != entry.path or document.own and child.fragment and entry.fragment == "")
            and not document.goes_on
        ):
            return True
    return False


def _first(entry: Entry, place: object) -> int | None:
    """The first place that the entries under this one lead to."""
    for child in entry.children:
        at = place(child)  # type: ignore[operator]
        if at is not None or (at := _first(child, place)) is not None:
            return int(at)
    return None


def _add_unlisted(documents: Sequence[Document], offsets: dict[str, int], starts: dict[int, list[_Start]]) -> None:
    """Begin chapters at documents that the contents do not name and that have a heading; at all where there are none."""
    listed = bool(starts)
    for document in documents:
        at = offsets[document.path]
        begins = [n for n in starts if at <= n < at + len(document.pieces)]
        if begins or document.goes_on or not document.pieces:
            continue
        headed = any(piece.level for piece in document.pieces[:_NEAR])
        if headed or not listed:
            starts.setdefault(at, []).append(_Start(False, None))
        if not listed:
            top = min((piece.level for piece in document.pieces if piece.level), default=0)
            for n, piece in enumerate(document.pieces[1:], 1):
                if piece.level == top == 1 and not document.pieces[n - 1].level:
                    starts.setdefault(at + n, []).append(_Start(False, None))


def _sections(
    pieces: Sequence[Piece], starts: dict[int, list[_Start]], pages: dict[int, str], own: bool
) -> tuple[Section, ...]:
    parts = [_Part()]
    bounds = sorted({0, *starts, *(n for n in pages if n < len(pieces)), len(pieces)})
    for begin, end in zip(bounds, bounds[1:], strict=False):
        label: str | None = None
        chapter = False
        for start in starts.get(begin, ()):
            if start.part:
                parts.append(_Part(start.label))
            else:
                chapter, label = True, start.label
        inside = pieces[begin:end]
        if own:
            parts[-1].articles += _own(inside)
        elif chapter:
            parts[-1].articles.append(_chapter(inside, label))
        elif inside:
            parts[-1].articles.append(_apart(inside, parts[-1].label))
    return tuple(_section(part) for part in parts if part.articles)


def _section(part: _Part) -> Section:
    """The section; a part that is called as a page of a paper is that page."""
    if page := label(part.label or "", "contents"):
        return Section(tuple(part.articles), page.number, page.name or None)
    return Section(tuple(part.articles), None, part.label)


def _apart(pieces: Sequence[Piece], label: str | None) -> Article:
    """What stands before the first chapter of a book or a part: no story, so its headings are none."""
    blocks = [piece.block for piece in pieces]
    kind = Kind.PICTURE if all(block.role in (Role.CAPTION, Role.CREDIT) for block in blocks) else Kind.MARGIN
    long = sum(len(block.text) for block in blocks) > 200
    if long and not label:
        return Article(Kind.ARTICLE, tuple(_set(pieces)))
    roles = (Role.COLUMN_TITLE if piece.level else piece.block.role for piece in pieces)
    return Article(kind, tuple(replace(block, role=role) for block, role in zip(blocks, roles, strict=True)))


def _chapter(pieces: Sequence[Piece], label: str | None) -> Article:
    """A chapter with its headline: its heading, or what the contents call it where that says more."""
    head = next((n for n, piece in enumerate(pieces[:_NEAR]) if piece.level or piece.block.role not in _HEADS), None)
    if head is None or not pieces[head].level:
        head = None
        same = [n for n, piece in enumerate(pieces[:_NEAR]) if label and _same(piece.block.text, label)]
        if same and not pieces[same[0]].block.form:
            head = same[0]
    if head is None:
        title = [Block(Role.HEADLINE, (Run(label),))] if label else []
        return Article(Kind.ARTICLE, (*title, *_set(pieces)))
    end = head + 1
    while (
        label and end < len(pieces) and pieces[end].level and _squeezed(label).startswith(_text(pieces[head : end + 1]))
    ):
        end += 1
    blocks = _set(pieces, head, end)
    runs = [run for piece in pieces[head:end] for run in (*piece.block.runs, Run(" "))][:-1]
    above: list[Block] = []
    if label and not _same("".join(run.text for run in runs), label) and not any(run.image for run in runs):
        said, own = _squeezed(label), _text(pieces[head:end])
        if own in said:
            runs = [Run(label, name=next((run.name for run in runs if run.name), None))]
        elif said not in own:
            above = [Block(Role.KICKER, (Run(label),))]
    headline = replace(blocks[head], role=Role.HEADLINE, runs=tuple(runs), depth=0)
    return Article(Kind.ARTICLE, (*blocks[:head], *above, headline, *blocks[end:]))


def _set(pieces: Sequence[Piece], head: int = 0, end: int = 0) -> list[Block]:
    """The blocks; headings but the chapter's own (from ``head`` to ``end``) as subheads, no level left out."""
    levels = sorted({piece.level for piece in (*pieces[:head], *pieces[end:]) if piece.level})
    return [
        replace(piece.block, depth=levels.index(piece.level) + 1) if piece.level in levels else piece.block
        for piece in pieces
    ]


def _own(pieces: Sequence[Piece]) -> list[Article]:
    """A story of Banmian's own book, and the margins around it."""
    found: list[Article] = []
    group: list[Piece] = []
    for piece in [*pieces, Piece(Block(Role.FURNITURE, ()))]:
        if group and piece.margin is not group[-1].margin or piece is not None and not piece.block.runs:
            if group:
                margin = group[0].margin is not None
                found.append(Article(Kind.MARGIN, tuple(p.block for p in group)) if margin else _story(group))
            group = []
        group.append(piece)
    return found


def _story(pieces: Sequence[Piece]) -> Article:
    """A story, or a column of items."""
    if all(piece.block.role in (Role.CAPTION, Role.CREDIT) for piece in pieces):
        return Article(Kind.PICTURE, tuple(piece.block for piece in pieces))
    parts: list[Block | Article] = []
    items: dict[object, list[Piece]] = {}
    outer = [piece for piece in pieces if piece.item is None]
    blocks = dict(zip(map(id, outer), _titled(outer), strict=True))
    for piece in pieces:
        if piece.item is None:
            parts.append(blocks[id(piece)])
        elif piece.item in items:
            items[piece.item].append(piece)
        else:
            items[piece.item] = [piece]
            parts.append(Article(Kind.ITEM, ()))
    inner = iter(items.values())
    made = tuple(Article(Kind.ITEM, tuple(_titled(next(inner)))) if isinstance(p, Article) else p for p in parts)
    return Article(Kind.BRIEFS if items else Kind.ARTICLE, made)


def _titled(pieces: Sequence[Piece]) -> list[Block]:
    """The blocks, the first heading that has no other role as the headline."""
    head = next((n for n, piece in enumerate(pieces) if piece.level), None)
    if head is None or any(piece.block.role is Role.PARAGRAPH for piece in pieces[:head]):
        return _set(pieces)
    blocks = _set(pieces, head, head + 1)
    if pieces[head].block.role is not Role.SUBHEAD:
        return blocks
    blocks[head] = replace(blocks[head], role=Role.HEADLINE, depth=0)
    return blocks


def _same(one: str, other: str) -> bool:
    return _squeezed(one) == _squeezed(other)


def _text(pieces: Sequence[Piece]) -> str:
    return _squeezed("".join(piece.block.text for piece in pieces))


def _squeezed(text: str) -> str:
    return "".join(text.split())
