"""An ``Issue`` → the structure JSON's values, and a table of its blocks."""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterator
from itertools import count
from typing import Any

from converter.exchange.lines import line_to_dict, runs_to_list
from converter.model import Article, Block, Document, Issue, Kind, Line, Role, Run, Section, Span
from converter.records import NamedTuple

SCHEMA = 2

# What belongs to the page, whatever it stands in.
_OF_NO_ARTICLE = {Role.FOLIO, Role.FURNITURE}
_STORIES = {Kind.ARTICLE, Kind.ITEM}

_RECORD = "section article title kind role brief text spans sheet boxes confidence second form depth".split()
"""The keys of a block that its record has, in their order."""

_FACTS = ("authors", "date", "url", "page")
"""What an article may be known to have."""


def to_dict(issue: Issue) -> dict[str, Any]:
    """All that the issue is, as values that JSON can hold."""
    return {key: _whole(value) for key, value in members(issue)}


def _whole(value: Any) -> Any:
    """A value of ``members`` with lists where it has iterators."""
    if isinstance(value, Iterator):
        return [_whole(one) for one in value]
    return {key: _whole(one) for key, one in value.items()} if isinstance(value, dict) else value


def members(issue: Issue) -> Iterator[tuple[str, Any]]:
    """The keys of ``to_dict`` with their values, iterators for the long lists: a book's dicts take ten times the room
    of what they say, and who writes them needs one at a time."""
    data = issue.metadata
    numbers = count()
    yield "schema", SCHEMA
    yield "source", data.source
    yield "doubts", sum(block.doubtful for block in issue.blocks())
    yield "language", issue.language
    yield "metadata", {name: value for name in data.__slots__ if (value := getattr(data, name)) is not None}
    yield "warnings", list(issue.warnings)
    yield "cover", issue.cover
    yield "documents", (_document(document) for document in issue.documents)
    yield "sections", (_section(section, numbers) for section in issue.sections)
    yield "blocks", (block for block, _ in _blocks(issue))
    yield "images", ({"name": name, "data": b64encode(data).decode()} for name, data in issue.images)
    yield "twin", issue.twin and to_dict(issue.twin)


def records(issue: Issue) -> Iterator[dict[str, Any]]:
    """Each block with what is known of it, of its story and of its place in one flat dict: file, paper and date first.

    Of several authors the names have 、 between.
    """
    names = [document.name for document in issue.documents]
    for block, home in _blocks(issue):
        file = names[block["document"]] if block["document"] is not None else None
        head = {"file": file or issue.metadata.source, "paper": issue.metadata.paper}
        told = {"authors": "、".join(home.authors) or None, "url": home.url, "page": home.page or block["page"]}
        yield head | {"date": home.date or issue.metadata.date} | told | {key: block[key] for key in _RECORD}


def _document(document: Document) -> dict[str, Any]:
    sheets = [
        {"number": sheet.number, "width": sheet.width, "height": sheet.height, "image": sheet.image}
        for sheet in document.sheets
    ]
    return {
        "file": document.name,
        "encoding": document.encoding,
        "start": document.start,
        "text": document.text,
        "sheets": sheets,
        "lines": (line_to_dict(line, document.text) for line in document.lines),
    }


def _section(section: Section, numbers: Iterator[int]) -> dict[str, Any]:
    articles = [_article(article, numbers) for article in section.articles]
    return {"page": section.page, "name": section.name, "articles": articles}


def _article(article: Article, numbers: Iterator[int]) -> dict[str, Any]:
    """The article as the tree has it: a number stands for the block of that place in ``blocks``."""
    parts = [_article(part, numbers) if isinstance(part, Article) else next(numbers) for part in article.parts]
    facts = {name: value for name in _FACTS if (value := getattr(article, name))}
    if article.authors:
        facts["authors"] = list(article.authors)
    return {"kind": article.kind.value, "parts": parts} | facts


def _blocks(issue: Issue) -> Iterator[tuple[dict[str, Any], Article]]:
    """Every block with its place, in reading order, and the article or item in which it stands."""
    numbers, places = count(), _Places(issue.documents)
    for section in issue.sections:
        for article in section.articles:
            for block, home, number in _numbered(article, numbers):
                yield _block(block, section, home, number, places), home.article


class _Home(NamedTuple):
    """The article or item that a block stands in, its title looked for once for all its blocks."""

    article: Article
    title: str | None


def _numbered(
    article: Article, numbers: Iterator[int], shared: int | None = None
) -> Iterator[tuple[Block, _Home, int | None]]:
    """Each block with the article or item that it stands in, and its story's number.

    A column with a title is one story, its items included; in one without a title each item is a story.
    """
    titled = article.kind is Kind.BRIEFS and article.first(Role.COLUMN_TITLE)
    number = next(numbers) if shared is None and (article.kind in _STORIES or titled) else shared
    home = _Home(article, article.title)
    for part in article.parts:
        if isinstance(part, Article):
            yield from _numbered(part, numbers, number)
        else:
            yield part, home, number


def _block(block: Block, section: Section, home: _Home, number: int | None, places: _Places) -> dict[str, Any]:
    """``number`` is that of the story around the block, None where there is none."""
    lines = [places.line(span) for span in block.origin]
    boxes = [line and line.box and [line.page, *_edges(line)] for line in lines]
    return {
        "role": block.role.value,
        "text": block.text,
        "spans": [list(span) for span in block.origin],
        "article": None if block.role in _OF_NO_ARTICLE else number,
        "brief": home.article.kind is Kind.ITEM and block.role in (Role.HEADLINE, Role.PARAGRAPH),
        "doubt": round(1 - block.confidence, 3),
        "second": block.second and block.second.value,
        "form": block.form and block.form.value,
        "depth": block.depth,
        "confidence": block.confidence,
        "document": places.document(block.origin[0]) if block.origin else None,
        "sheet": next((line.page for line in lines if line), None),
        "boxes": boxes if any(boxes) else [],
        "page": section.page,
        "section": section.name,
        "kind": home.article.kind.value,
        "title": home.title,
        "runs": None if block.runs == (Run(block.text),) else runs_to_list(block.runs),
    }


def _edges(line: Line) -> list[float]:
    assert line.box
    return [line.box.left, line.box.top, line.box.right, line.box.bottom]


class _Places:
    """Where the spans of an issue stand: in which of its documents, and on which of its lines that have a place."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self.documents = documents
        self.starts = [document.start for document in documents]
        self.lines = [[line.start for line in document.lines] for document in documents]

    def document(self, span: Span) -> int | None:
        """The number of the document that the span stands in; None where none is known."""
        return max(0, bisect_right(self.starts, span[0]) - 1) if self.documents else None

    def line(self, span: Span) -> Line | None:
        """The line that the span is, or is a part of."""
        number = self.document(span)
        if number is None or not self.lines[number]:
            return None
        place = span[0] - self.starts[number]
        at = bisect_right(self.lines[number], place) - 1
        line = self.documents[number].lines[at] if at >= 0 else None
        return line if line and place < line.end else None
