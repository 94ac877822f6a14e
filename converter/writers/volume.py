"""An issue → the documents of a book and its contents, before anything is known of packages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from converter.model import Article, Issue, Section
from converter.writers.labels import section_label
from converter.writers.markup import Markup, escape, plain
from converter.writers.notes import link_notes
from converter.writers.story import Entry, Piece, margin, nested, opening, stands_alone, tell

LARGEST = 280 * 1024
"""Bytes of one document's text: readers on small devices fail from 300 KiB on."""


class Document(NamedTuple):
    """A file of the book: ``body`` is what its body element holds."""

    name: str
    title: str
    body: str


class PageBreak(NamedTuple):
    """Where a printed page (版) begins: ``name`` is the document, ``target`` the address of the mark."""

    label: str
    number: str
    name: str
    target: str


class Volume(NamedTuple):
    """The documents in reading order, the contents, and the printed pages."""

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    pages: tuple[PageBreak, ...]


class _Unit:
    """A story and the margins and pictures that go with it; ``opening`` are its first words where it has no story."""

    def __init__(self) -> None:
        self.article: Article | None = None
        self.before = self.after = self.opening = ""


def bind(issue: Issue, labels: dict[str, str], markup: Markup) -> Volume:
    """Lay the issue out in documents: a story each, more where it is long; at least one."""
    documents: list[Document] = []
    entries: list[Entry] = []
    pages: list[PageBreak] = []
    for number, section in enumerate(issue.sections, 1):
        units = list(_units(section, markup))
        if not units:
            continue
        label = plain(section_label(section, labels))
        first = f"page{number:02}-story01.xhtml"
        mark = ""
        if page := plain(section.page or ""):
            name = f"page{number:02}"
            pages.append(PageBreak(labels["page"].format(page), page, first, f"{first}#{name}"))
            mark = _page_mark(name, pages[-1].label)
        inside: list[Entry] = []
        for count, unit in enumerate(units, 1):
            key = f"page{number:02}-story{count:02}"
            made, entry = _documents(unit, markup, labels, key, mark if count == 1 else "", label)
            documents += made
            inside += [entry] if entry else []
        if label:
            entries.append(Entry(label, first, tuple(inside)))
        else:
            entries += inside
    if not documents:
        title = plain(issue.title) or labels["untitled"]
        documents.append(Document("empty.xhtml", title, f"<h1>{escape(title)}</h1>\n"))
        entries.append(Entry(title, "empty.xhtml"))
    bodies = link_notes(((document.name, document.body) for document in documents), epub=True)
    documents = [document._replace(body=body) for document, body in zip(documents, bodies, strict=True)]
    return Volume(tuple(documents), tuple(entries), tuple(pages))


def _documents(
    unit: _Unit, markup: Markup, labels: dict[str, str], key: str, mark: str, page: str
) -> tuple[list[Document], Entry | None]:
    """The documents of one unit, and its entry; None where the page's own entry leads to the same."""
    if unit.article is None:
        title = page or unit.opening or labels["picture"]
        heading = f'<h1 class="quiet" id="{key}-title">{escape(title)}</h1>\n'
        body = _chapter(key, f"{key}-title", heading + unit.before)
        return [Document(f"{key}.xhtml", title, mark + body)], None if page else Entry(title, f"{key}.xhtml")
    story = tell(unit.article, markup, key, 1, always_headed=True)
    documents: list[Document] = []
    children: list[Entry] = []
    for part, pieces in enumerate(_packed(story.pieces), 1):
        name = key if part == 1 else f"{key}-part{part}"
        title = story.label
        inside = "".join(piece.markup for piece in pieces)
        if part > 1:
            title = labels["part"].format(title, part)
            inside = f'<h1 class="quiet" id="{name}-title">{escape(title)}</h1>\n{inside}'
            children.append(Entry(title, f"{name}.xhtml"))
        documents.append(Document(f"{name}.xhtml", title, _chapter(name, f"{name}-title", inside)))
        inner = [entry for piece in pieces for entry in piece.entries]
        children += [entry._replace(target=f"{name}.xhtml#{entry.target}") for entry in inner]
    documents[0] = documents[0]._replace(body=mark + unit.before + documents[0].body)
    documents[-1] = documents[-1]._replace(body=documents[-1].body + unit.after)
    return documents, Entry(story.label, f"{key}.xhtml#{key}", nested(children))


def _chapter(key: str, heading: str, inside: str) -> str:
    """A story's section element."""
    start = f'<section epub:type="chapter" role="doc-chapter" id="{key}" aria-labelledby="{heading}">'
    return f"{start}\n{inside}</section>\n"


def _page_mark(name: str, label: str) -> str:
    """Where a printed page begins (EPUB Accessibility 1.1, page navigation)."""
    return f'<div epub:type="pagebreak" role="doc-pagebreak" id="{name}" aria-label="{escape(label)}"></div>\n'


def _packed(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces in lots that fit into a document each."""
    lot: list[Piece] = []
    size = 0
    for piece in pieces:
        length = len(piece.markup.encode())
        if lot and size + length > LARGEST:
            yield lot
            lot, size = [], 0
        lot.append(piece)
        size += length
    yield lot


def _units(section: Section, markup: Markup) -> Iterator[_Unit]:
    """The section's stories, each with the margins and pictures that follow it; the first has those before it too."""
    unit = _Unit()
    for article in section.articles:
        if stands_alone(article) and opening(article):
            if unit.article:
                yield unit
                unit = _Unit()
            unit.article = article
        elif unit.article:
            unit.after += margin(article, markup)
        else:
            unit.before += margin(article, markup)
            unit.opening = unit.opening or opening(article)
    if unit.article or unit.before:
        yield unit
