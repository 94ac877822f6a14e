"""Blocks → tree: stories, brief columns with their items, pictures and margins, and the pages that hold them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce

from converter.model import Article, Block, Document, Issue, Kind, Metadata, Role, Section, Source
from converter.structure.prose.breaks import blank_breaks, with_breaks
from converter.structure.search.path import Reading
from converter.structure.tree.blocks import Placed, blocks_of
from converter.structure.tree.depths import tiered

_MARGIN = (Role.FOLIO, Role.FURNITURE, Role.COLUMN_NOTE)
_PICTURE = (Role.CAPTION, Role.CREDIT)
_OF_A_STORY = (Role.KICKER, Role.HEADLINE, Role.PARAGRAPH, Role.SUBHEAD)


def assemble(source: Source, readings: Iterable[Reading]) -> Issue:
    """The tree of ``source``, given the state of each of its lines."""
    placed = with_breaks(blocks_of(source.lines, readings), blank_breaks(source.lines))
    sections = _sections(_columns(_stories(placed)))
    issue = Issue(
        sections,
        source.metadata,
        source.language or "zh-Hans",
        source.images,
        source.warnings,
        documents=(_document(source),),
    )
    told = [_folio(block) for block in issue.blocks() if block.role == Role.FOLIO]
    metadata = reduce(lambda known, more: more.over(known), told, source.metadata)
    if len(sections) == 1 and sections[0].page and sections[0].page == metadata.page:  # another place tells its name
        sections = (replace(sections[0], name=sections[0].name or metadata.page_name),)
        issue = replace(issue, sections=sections)
    if len(sections) > 1:  # the pages are the sections' own
        metadata = replace(metadata, page=None, page_name=None)
    return replace(issue, metadata=metadata)


def _document(source: Source) -> Document:
    """What the spans of the blocks lead into; its lines too, where they have a place on a page."""
    placed = source.lines if any(line.page or line.box for line in source.lines) else ()
    return Document(source.text, source.metadata.source, source.encoding, sheets=source.sheets, lines=placed)


def _told_page(margin: Article) -> Metadata | None:
    """What the first folio line that names a page says; the paper's name may stand in one above it."""
    told = (_folio(block) for block in margin.blocks() if block.role is Role.FOLIO)
    return next((one for one in told if one.page), None)


def _folio(block: Block) -> Metadata:
    from converter.press.folio import read_folio  # its patterns are made when a page has a folio line: most have none

    return read_folio(block.text)


def _stories(found: Iterable[Placed]) -> Iterator[Article]:
    """Blocks gathered into stories and items; what stands above the first, or trails one, may stand apart."""
    blocks: list[Block] = []
    kind = Kind.ARTICLE
    for block, opens, brief in found:
        opens = opens or (brief and block.role is Role.HEADLINE)
        if opens and blocks:
            yield from _shed(kind, blocks)
            blocks = []
        if not blocks:
            if block.role in _MARGIN and not opens:
                yield Article(Kind.MARGIN, (block,))
                continue
            kind = Kind.ITEM if brief else Kind.ARTICLE
        blocks.append(block)
    if blocks:
        yield from _shed(kind, blocks)


def _shed(kind: Kind, blocks: Sequence[Block]) -> Iterator[Article]:
    """The story, then what stands after its last block and belongs to the page, or after an item to its column."""
    end = 0 if all(block.role in _PICTURE for block in blocks) else len(blocks)
    while end > 1 and _is_loose(blocks[end - 1], kind):
        end -= 1
    if end:
        yield Article(kind, tuple(tiered(blocks[:end])))
    for block in blocks[end:]:
        yield Article(Kind.PICTURE if block.role in _PICTURE else Kind.MARGIN, (block,))


def _is_loose(block: Block, kind: Kind) -> bool:
    if kind is Kind.ITEM:
        return block.role in _MARGIN + _PICTURE
    if block.role is Role.COLUMN_NOTE:  # in brackets it is the story's own: （此件公开发布）
        return not block.text.startswith(("（", "("))
    return block.role in _MARGIN


def _columns(found: Iterable[Article]) -> Iterator[Article]:
    """Neighbouring items as one brief column with its title and note; neighbouring loose blocks as one."""
    rest = deque(found)
    while rest:
        story = rest.popleft()
        if story.kind in (Kind.MARGIN, Kind.PICTURE):
            yield Article(story.kind, (*story.parts, *_loose(rest, story.kind)))
        elif story.kind is Kind.ITEM or (rest and rest[0].kind is Kind.ITEM and _is_title_of_briefs(story)):
            parts: list[Block | Article] = [story] if story.kind is Kind.ITEM else [*story.parts]
            while rest and rest[0].kind is Kind.ITEM:
                parts.append(rest.popleft())
            yield Article(Kind.BRIEFS, (*parts, *_loose(rest, Kind.MARGIN, Role.COLUMN_NOTE)))
        else:
            yield story


def _loose(rest: deque[Article], kind: Kind, *roles: Role) -> Iterator[Block]:
    """Take the next blocks that stand apart from ``rest``: pictures or margins, of ``roles`` where any are given."""
    while rest and rest[0].kind is kind and (not roles or rest[0].first(*roles)):
        yield from rest.popleft().blocks()


def _is_title_of_briefs(story: Article) -> bool:
    """Whether this is a column's title, with at most a lead or a dateline of its own."""
    return story.first(Role.COLUMN_TITLE) is not None and story.first(*_OF_A_STORY) is None


def _sections(found: Iterable[Article]) -> tuple[Section, ...]:
    """Articles in sections; a folio line that names another page opens a new one."""
    sections: list[Section] = []
    articles: list[Article] = []
    page = name = None
    for article in found:
        told = _told_page(article) if article.kind is Kind.MARGIN else None
        if told and told.page != page:
            if articles and page:
                sections.append(Section(tuple(articles), page, name))
                articles = []
            page, name = told.page, told.page_name
        articles.append(article)
    if articles:
        sections.append(Section(tuple(articles), page, name))
    return tuple(sections)
