"""The pages of a book, put together as its contents say: parts → sections, chapters → articles, headings → subheads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby, pairwise

from converter.model import Article, Block, Form, Kind, Mark, Role, Run, Section
from converter.press.dates import first_day
from converter.press.pages import label
from converter.readers.epub.document import Document, Piece
from converter.readers.epub.package import Entry

_HEADS = (Role.KICKER, Role.COLUMN_TITLE, Role.DECK, Role.BYLINE, Role.CAPTION, Role.CREDIT, Role.FOLIO)
_READING = re.compile("（[^（）]*）")
_NEAR = 5  # pieces among which the heading of a chapter is looked for


@dataclass(slots=True)
class _Start:
    """Where something begins: a part of the book, or a chapter; what the contents call it, and how deep it stands there
    where a chapter of our own book holds others."""

    part: bool
    label: str | None
    depth: int = 0


@dataclass(slots=True)
class _Part:
    """A section while its articles are gathered."""

    label: str | None = None
    articles: list[Article] = field(default_factory=list)


def sections_of(
    documents: Sequence[Document], contents: Sequence[Entry], told: Mapping[str, Mapping[str, Sequence[str]]] = {}
) -> tuple[Section, ...]:
    """The sections and articles of a book. What no entry of the contents leads to goes with what is before it.

    ``told`` is what the package says of single documents, which is that of the story that begins there.
    """
    plan = _Plan(documents)
    plan.add(contents)
    plan.add_unlisted()
    pieces = [piece for document in documents for piece in document.pieces]
    own = any(document.own for document in documents)
    parts = [_Part()]
    for begin, end in pairwise(plan.bounds()):
        starts, inside = plan.starts.get(begin, []), pieces[begin:end]
        parts += [_Part(start.label) for start in starts if start.part]
        chapters = [start.label for start in starts if not start.part]
        depth = max((start.depth for start in starts), default=0)
        articles = _own(inside, depth) if own else _articles(inside, chapters, parts[-1].label)
        facts = told.get(plan.paths.get(begin, ""))
        parts[-1].articles += _known(articles, facts) if facts else articles
    return tuple(_section(part) for part in parts if part.articles)


def _known(articles: Sequence[Article], facts: Mapping[str, Sequence[str]]) -> list[Article]:
    """The articles, the first story with what its document is said to be."""
    first = next((one for one in articles if one.kind in (Kind.ARTICLE, Kind.BRIEFS)), None)
    date = next(filter(first_day, facts.get("date", ())), None)
    url = next((one for one in facts.get("source", ()) if one.startswith("http")), None)
    authors = tuple(facts.get("creator", ()))
    return [replace(one, authors=authors, date=date, url=url) if one is first else one for one in articles]


class _Plan:
    """What begins where in a book: ``starts`` are by the number of a piece, counted through all ``documents``."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = {document.path: document for document in documents}
        ends = accumulate((len(document.pieces) for document in documents), initial=0)
        self._offsets = dict(zip(self._documents, ends, strict=False))
        self.paths = {at: path for path, at in self._offsets.items()}  # of several the last: the others are empty
        self.starts: dict[int, list[_Start]] = {}

    def add(self, entries: Sequence[Entry], inside: bool = False, above: int = 0) -> None:
        """Begin what the lines of the contents lead to; ``inside`` a part there are chapters alone.

        In a book of our own chapters may stand under a volume's title, whose depth is ``above``.
        """
        for entry in entries:
            at = self._place(entry)
            holds_chapters = self._is_part(entry, at)
            if depth := self._depth(entry, above, holds_chapters):
                self._begin(at or 0, _Start(False, entry.label, depth))
            elif holds_chapters and not inside:
                if (first := self._first(entry)) is not None:
                    self._begin(first, _Start(True, entry.label))
            elif at is not None:
                if not inside and any(start.part for starts in self.starts.values() for start in starts):
                    self._begin(at, _Start(True, None))  # it stands after the parts, and is of none
                self._begin(at, _Start(False, entry.label))
            if holds_chapters:
                self.add(entry.children, True, depth)

    def add_unlisted(self) -> None:
        """Begin chapters at documents with a heading that the contents do not name; at all where there are none."""
        is_listed = bool(self.starts)
        for path, document in self._documents.items():
            offset = self._offsets[path]
            within = range(offset, offset + len(document.pieces))
            if document.goes_on or not within or any(n in within for n in self.starts):
                continue
            if not is_listed or any(piece.level for piece in document.pieces[:_NEAR]):
                self._begin(offset, _Start(False, None))
            for place in () if is_listed else _main_headings(document.pieces):
                self._begin(offset + place, _Start(False, None))

    def bounds(self) -> list[int]:
        """Where something begins or ends: the book, a part, a chapter, a page of a paper in a book of our own."""
        begins = {self._offsets[path] for path, document in self._documents.items() if document.page}
        end = sum(len(document.pieces) for document in self._documents.values())
        return sorted({0, end, *self.starts, *begins})

    def _begin(self, at: int, start: _Start) -> None:
        self.starts.setdefault(at, []).append(start)

    def _place(self, entry: Entry) -> int | None:
        """The piece that an entry leads to; None where it is a note: calibre lists each link if it finds no heading."""
        document = self._documents.get(entry.path or "")
        if document is None:
            return None
        at = document.place(entry.fragment) or 0
        if at < len(document.pieces) and document.pieces[at].block.form is Form.NOTE:
            return None
        return self._offsets[document.path] + at

    def _first(self, entry: Entry) -> int | None:
        """The first place that the entry or one under it leads to."""
        if (at := self._place(entry)) is not None:
            return at
        return next((at for child in entry.children if (at := self._first(child)) is not None), None)

    def _is_part(self, entry: Entry, at: int | None) -> bool:
        """Whether chapters stand under the entry, which begins ``at`` a piece, and not just places in it."""
        begins_too = at is not None and at in map(self._place, entry.children)
        return begins_too or any(self._is_chapter(child, entry) for child in entry.children)

    def _depth(self, entry: Entry, above: int, holds_chapters: bool) -> int:
        """How deep a story of our own book stands where one holds others; 0 elsewhere, and for a page (版)."""
        document = self._documents.get(entry.path or "")
        is_story = document is not None and document.own and bool(entry.fragment)
        return above + 1 if is_story and (above or holds_chapters) else 0

    def _is_chapter(self, child: Entry, entry: Entry) -> bool:
        """Whether an entry under another leads to a document of its own, or to a story in the same one of our own."""
        document = self._documents.get(child.path or "")
        if document is None or document.goes_on:
            return False
        return child.path != entry.path or document.own and bool(child.fragment) and entry.fragment == ""


def _main_headings(pieces: Sequence[Piece]) -> list[int]:
    """The places of the headings of the first level after the first piece; of several together, that of the first."""
    return [n for n, (above, piece) in enumerate(pairwise(pieces), 1) if piece.level == 1 and not above.level]


def _section(part: _Part) -> Section:
    """The section; a part that is called as a page of a paper is that page."""
    if page := label(part.label or "", "contents"):
        return Section(tuple(part.articles), page.number, page.name or None)
    return Section(tuple(part.articles), None, part.label)


def _articles(pieces: Sequence[Piece], chapters: Sequence[str | None], label: str | None) -> list[Article]:
    """What begins at one place, in a part called ``label``: a chapter, or what stands before any."""
    if chapters:
        return [_chapter(pieces, chapters[-1])]
    return [_apart(pieces, label)] if pieces else []


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
    head = _head(pieces, label)
    if head is None:
        title = [Block(Role.HEADLINE, (Run(label),))] if label else []
        return Article(Kind.ARTICLE, (*title, *_set(pieces)))
    end = head + 1
    while label and end < len(pieces) and pieces[end].level and _begins(label, pieces[head : end + 1]):
        end += 1
    blocks = _set(pieces, head, end)
    return Article(Kind.ARTICLE, (*blocks[:head], *_headline(pieces[head:end], label or ""), *blocks[end:]))


def _head(pieces: Sequence[Piece], label: str | None) -> int | None:
    """The place of the chapter's heading near its beginning: by its level, or as it says the same as the contents."""
    near = pieces[:_NEAR]
    first = next((n for n, piece in enumerate(near) if piece.level or piece.block.role not in _HEADS), None)
    if first is not None and near[first].level:
        return first
    same = next((n for n, piece in enumerate(near) if label and _same(piece.block.words, label)), None)
    return None if same is None or near[same].block.form else same


def _headline(headings: Sequence[Piece], label: str) -> list[Block]:
    """The headline that the ``headings`` make; where the contents' ``label`` says something else, that above it."""
    runs = [run for piece in headings for run in (*piece.block.runs, Run(" "))][:-1]
    marks = [run for run in runs if run.mark is Mark.NOTE]
    label = _without_marks(label, marks)
    said, own = _squeezed(label), _text(headings)
    above: list[Block] = []
    if said and not _says(headings, said) and not any(run.image for run in runs):
        if own in said:
            runs = [Run(label, name=next((run.name for run in runs if run.name), None)), *marks]
        elif said not in own:
            above = [Block(Role.KICKER, (Run(label),))]
    return [*above, replace(headings[0].block, role=Role.HEADLINE, runs=tuple(runs), depth=0)]


def _says(headings: Sequence[Piece], said: str) -> bool:
    """Whether headings say that, with or without how characters in them are read and the numbers of their notes."""
    whole, own = "".join(piece.block.text for piece in headings), _text(headings)
    return said in (own, _squeezed(_READING.sub("", own)), _squeezed(whole))


def _without_marks(label: str, marks: Sequence[Run]) -> str:
    """What the contents call a chapter without the numbers of notes that its heading has too."""
    for mark in marks:
        bare = mark.text if len(mark.text) == 1 and not mark.text.isalnum() else ""
        said = "|".join([rf"[\[［(（〔【]\s*{re.escape(mark.text)}\s*[\]］)）〕】]", *filter(None, [re.escape(bare)])])
        label = re.sub(said, "", label, count=1).strip()
    return label


def _set(pieces: Sequence[Piece], head: int = 0, end: int = 0) -> list[Block]:
    """The blocks; headings but the chapter's own (from ``head`` to ``end``) as subheads, no level left out."""
    levels = sorted({piece.level for piece in (*pieces[:head], *pieces[end:]) if piece.level})
    return [
        replace(piece.block, depth=levels.index(piece.level) + 1) if piece.level in levels else piece.block
        for piece in pieces
    ]


def _own(pieces: Sequence[Piece], depth: int = 0) -> list[Article]:
    """A story of Banmian's own book, its headline as deep as is said, and the margins around it."""
    return [
        _deep(_story(list(group)), depth)
        if margin is None
        else Article(Kind.MARGIN, tuple(piece.block for piece in group))
        for margin, group in groupby(pieces, lambda piece: piece.margin)
    ]


def _deep(story: Article, depth: int) -> Article:
    """The story with the depth of its headline."""
    head = story.first(Role.HEADLINE) if depth else None
    return (
        replace(story, parts=tuple(replace(head, depth=depth) if part is head else part for part in story.parts))
        if head
        else story
    )


def _story(pieces: Sequence[Piece]) -> Article:
    """A story, or a column of items."""
    if all(piece.block.role in (Role.CAPTION, Role.CREDIT) for piece in pieces):
        return Article(Kind.PICTURE, tuple(piece.block for piece in pieces))
    outside = iter(_titled([piece for piece in pieces if piece.item is None]))
    items: dict[object, list[Piece]] = {}
    for piece in pieces:
        if piece.item is not None:
            items.setdefault(piece.item, []).append(piece)
    parts: list[Block | Article] = []
    for piece in pieces:
        if piece.item is None:
            parts.append(next(outside))
        elif piece is items[piece.item][0]:
            parts.append(Article(Kind.ITEM, tuple(_titled(items[piece.item]))))
    return Article(Kind.BRIEFS if items else Kind.ARTICLE, tuple(parts))


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


def _begins(label: str, pieces: Sequence[Piece]) -> bool:
    """Whether the ``label`` begins with what the pieces say together."""
    return _squeezed(label).startswith(_text(pieces))


def _text(pieces: Sequence[Piece]) -> str:
    return _squeezed("".join(piece.block.words for piece in pieces))


def _squeezed(text: str) -> str:
    return "".join(text.split())
