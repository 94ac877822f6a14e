"""An issue → the documents of a book and its contents, before anything is known of packages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from converter.model import Article, Issue, Kind, Role, Section
from converter.press.patterns import later
from converter.records import NamedTuple
from converter.writers.epub.front import Front, leads, page_front
from converter.writers.markup import room
from converter.writers.markup.blocks import Markup, escape, plain
from converter.writers.markup.contents import Entry, nested, weed
from converter.writers.markup.excerpts import excerpt
from converter.writers.markup.labels import section_label
from converter.writers.markup.notes import link_notes
from converter.writers.markup.room import Room
from converter.writers.markup.story import OPENING_LENGTH, Piece, depth_of, is_story, margin, opening, tell

LEADS = "leads.xhtml"
"""What stands before the first page of a paper: the headlines that lead its pages."""

BOOK, LONE = 2, 9
"""The levels of contents on which subheads of one or two characters stay: in a book without pages (版), and where one
story is all and its subheads are all there is to find. In a paper they stay nowhere."""

RUBRIC = 5
"""Characters of a picture's headline that is none: what is seen is told by its caption."""

_PRINTED = later('<span epub:type="pagebreak" role="doc-pagebreak" id="([^"]*)" aria-label="([^"]*)">')


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
    """The documents in reading order, the contents, the printed pages, and where each story begins.

    ``front`` is the first of the documents where front pages stand before the stories, as contents that are read.
    """

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    pages: tuple[PageBreak, ...]
    stories: tuple[tuple[Article, Entry], ...] = ()
    front: str = ""


class _Unit:
    """A story and the margins and pictures that go with it; ``opening`` are its first words where it has no story."""

    def __init__(self) -> None:
        self.article: Article | None = None
        self.before: list[str] = []
        self.after: list[str] = []
        self.opening = ""


def bind(issue: Issue, labels: dict[str, str], markup: Markup) -> Volume:
    """Lay the issue out in documents: a story each, more where it is long; at least one. A paper's have front pages."""
    paged = _paged(issue)
    is_paper = any(section.page for section in paged)
    sections = [_section(section, markup, labels, f"page{n:02}", is_paper) for n, section in enumerate(paged, 1)]
    laid = [section for section in sections if section.documents] or [_nothing(issue, labels)]
    before = [_leads(laid, markup, labels["leads"])] if is_paper and len(laid) > 1 else []
    whole = _joined([*before, *laid])
    return whole._replace(entries=weed(whole.entries, 0 if is_paper else LONE if len(whole.stories) == 1 else BOOK))


def _joined(parts: Sequence[Volume]) -> Volume:
    """The parts of a book as one."""
    documents = _linked([document for part in parts for document in part.documents])
    order = {document.name: number for number, document in enumerate(documents)}
    pages = [page for part in parts for page in part.pages]
    pages += (page for document in documents for page in _printed(document))
    entries = tuple(entry for part in parts for entry in part.entries)
    stories = tuple(story for part in parts for story in part.stories)
    pages.sort(key=lambda page: order[page.name])
    return Volume(tuple(documents), entries, tuple(pages), stories, parts[0].front)


def _leads(sections: Sequence[Volume], markup: Markup, label: str) -> Volume:
    """What stands before the pages of a paper: the headlines that lead them."""
    document = Document(LEADS, label, leads(list(map(_front, sections)), label, markup))
    return Volume((document,), (Entry(label, LEADS),), (), (), LEADS)


def _front(section: Volume) -> Front:
    """What the leads of all pages show of a page."""
    entry = section.entries[0]
    is_named = section.front or section.pages or not section.stories
    return Front(entry.label if is_named else "", entry.target, section.stories)


def _linked(documents: Sequence[Document]) -> list[Document]:
    """The documents with what leads from one place to another."""
    bodies = link_notes(((document.name, document.body) for document in documents), epub=True)
    return [document._replace(body=body) for document, body in zip(documents, bodies, strict=True)]


def _section(section: Section, markup: Markup, labels: dict[str, str], name: str, is_paper: bool) -> Volume:
    """A page (版): its documents, whose names begin with ``name``; its entry, or its stories' where it has no name.

    In a paper it begins with a front page of its own, on which its margins stand that stand above the first story.
    """
    label, page = plain(section_label(section, labels)), plain(section.page or "")
    has_front = is_paper and bool(label) and any(map(is_story, section.articles))
    above = tuple(takewhile(lambda article: article.kind is Kind.MARGIN, section.articles)) if has_front else ()
    rest = replace(section, articles=section.articles[len(above) :])
    laid = _stories(rest, markup, labels, name, "" if has_front else label)
    laid = _told_apart(laid) if has_front else laid
    documents, front, key = list(laid.documents), "", name.replace("page", "sheet")
    if has_front:
        front = f"{key}.xhtml"
        margins = "".join(one for article in above for one in margin(article, markup))
        documents.insert(0, Document(front, label, page_front(label, key, laid.stories, markup) + margins))
    if not documents:
        return laid
    first = documents[0].name
    entries = (Entry(label, first, nested(laid.entries)),) if label else nested(laid.entries)
    if not page:
        return laid._replace(documents=tuple(documents), entries=entries, front=front)
    begun = PageBreak(labels["page"].format(page), page, first, f"{first}#{name}")
    documents[0] = documents[0]._replace(body=_page_mark(name, begun.label) + documents[0].body)
    return Volume(tuple(documents), entries, (begun,), laid.stories, front)


def _stories(section: Section, markup: Markup, labels: dict[str, str], name: str, label: str) -> Volume:
    """The documents of a page's stories, and their entries, not yet nested.

    What stands before any story is called after the page's ``label`` where it is all that the page's entry leads to.
    """
    documents: list[Document] = []
    entries: list[Entry] = []
    stories: list[tuple[Article, Entry]] = []
    for count, unit in enumerate(_units(section, markup), 1):
        title = label or unit.opening or labels["picture"]
        made, entry = _documents(unit, markup, labels, f"{name}-story{count:02}", title)
        documents += made
        if unit.article:
            stories.append((unit.article, entry))
        leads_to_the_page = label and count == 1 and unit.article is None
        entries += entry.children if leads_to_the_page else (entry,)
    return Volume(tuple(documents), tuple(entries), (), tuple(stories))


def _told_apart(laid: Volume) -> Volume:
    """A page whose stories of one name, and whose pictures under a rubric, are called after their first words too."""
    names = Counter(entry.label for entry in laid.entries)
    told: dict[str, Entry] = {}
    for article, entry in laid.stories:
        rubric = len(entry.label) <= RUBRIC and not article.first(Role.PARAGRAPH, Role.LEAD)
        more = excerpt(article, OPENING_LENGTH) if names[entry.label] > 1 or rubric else ""
        if article.kind is not Kind.BRIEFS and more not in ("", entry.label):
            told[entry.target] = entry._replace(label=f"{entry.label}：{more}")
    return laid._replace(
        entries=tuple(told.get(entry.target, entry) for entry in laid.entries),
        stories=tuple((article, told.get(entry.target, entry)) for article, entry in laid.stories),
    )


def _nothing(issue: Issue, labels: dict[str, str]) -> Volume:
    """The one document of an issue that shows nothing."""
    title = plain(issue.title) or labels["untitled"]
    document = Document("empty.xhtml", title, f"<h1>{escape(title)}</h1>\n")
    return Volume((document,), (Entry(title, document.name),), ())


def _printed(document: Document) -> Iterator[PageBreak]:
    """The pages of a printed book that begin in the document."""
    for found in _PRINTED.finditer(document.body):
        label = plain(_unescaped(found[2]))
        yield PageBreak(label, label, document.name, f"{document.name}#{found[1]}")


def _unescaped(text: str) -> str:
    from html import unescape  # its table of names takes a while to load, and few books have printed pages

    return unescape(text)


def _paged(issue: Issue) -> tuple[Section, ...]:
    """The sections; one that is alone and has no number is the page that is known of the whole."""
    data, sections = issue.metadata, issue.sections
    if len(sections) != 1 or sections[0].page or not data.page:
        return sections
    return (replace(sections[0], page=data.page, name=sections[0].name or data.page_name),)


def _documents(
    unit: _Unit, markup: Markup, labels: dict[str, str], key: str, title: str
) -> tuple[list[Document], Entry]:
    """The documents of one unit, and its entry; ``title`` is for one that has no story."""
    target = f"{key}.xhtml"
    before, after = "".join(unit.before), [Piece(margin) for margin in unit.after]
    heading: str | None = None
    if unit.article:
        story = tell(unit.article, markup, key, 1, always_headed=True)
        heading = story.heading
        pieces, title, target = [*story.pieces, *after], story.label, f"{target}#{key}"
    else:
        pieces, before = [Piece(margin) for margin in unit.before], ""
    documents: list[Document] = []
    children: list[Entry] = []
    for part, packed in enumerate(_packed(pieces, before, markup.room), 1):
        name, called = (key, title) if part == 1 else (f"{key}-part{part}", labels["part"].format(title, part))
        inside = "".join(piece.markup for piece in packed)
        if part > 1:
            heading = None
            children.append(Entry(called, f"{name}.xhtml"))
        documents.append(Document(f"{name}.xhtml", called, _chapter(name, inside, called, heading)))
        inner = [entry for piece in packed for entry in piece.entries]
        children += [entry._replace(target=f"{name}.xhtml#{entry.target}") for entry in inner]
    documents[0] = documents[0]._replace(body=before + documents[0].body)
    depth = depth_of(unit.article) if unit.article else 1
    return documents, Entry(title, target, nested(children), depth)


def _chapter(key: str, inside: str, title: str, heading: str | None) -> str:
    """A section element that is called after the ``heading`` in it.

    One without has its ``title`` in an attribute: many reading systems show what a style sheet hides.
    """
    called = f'aria-labelledby="{heading}"' if heading else f'aria-label="{escape(title)}"'
    start = f'<section epub:type="chapter" role="doc-chapter" id="{key}" {called}>'
    return f"{start}\n{inside}</section>\n"


def _page_mark(name: str, label: str) -> str:
    """Where a printed page begins (EPUB Accessibility 1.1, page navigation)."""
    kind = 'class="pagebreak" epub:type="pagebreak" role="doc-pagebreak"'
    return f'<div {kind} id="{name}" aria-label="{escape(label)}"></div>\n'


def _packed(pieces: Sequence[Piece], before: str, weighed: Room) -> Iterator[list[Piece]]:
    """The pieces in lots that fit into a document each, the first below ``before``.

    A lot ends before its last subhead, where it has one.
    """
    if (len(before) + sum(len(piece.markup) for piece in pieces)) * room.GROWTH <= room.LARGEST:
        yield list(pieces)
        return
    lot: list[Piece] = []
    size, subhead, behind = weighed.weigh(before), 0, 0
    for piece in pieces:
        length = weighed.weigh(piece.markup)
        if lot and size + length > room.LARGEST:
            yield lot[: subhead or len(lot)]
            lot, size = (lot[subhead:], behind) if subhead else ([], 0)
            subhead = 0
            if lot and size + length > room.LARGEST:
                yield lot
                lot, size = [], 0
        if piece.entries and lot:
            subhead, behind = len(lot), 0
        lot.append(piece)
        size += length
        behind += length
    yield lot


def _units(section: Section, markup: Markup) -> Iterator[_Unit]:
    """The section's stories, each with the margins and pictures that follow it; the first has those before it too."""
    unit = _Unit()
    for article in section.articles:
        if is_story(article):
            if unit.article or markup.room.weigh("".join(unit.before)) > room.PIECE:
                yield unit
                unit = _Unit()
            unit.article = article
        else:
            (unit.after if unit.article else unit.before).extend(margin(article, markup))
            unit.opening = unit.opening or opening(article)
    if unit.article or any(unit.before):
        yield unit
