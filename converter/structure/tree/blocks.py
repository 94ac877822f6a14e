"""Labels → tree: lines become blocks, blocks become articles, brief columns, pictures and margins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import attrgetter

from converter.model import Article, Block, Document, Issue, Kind, Line, Mark, Metadata, Role, Run, Section, Source
from converter.press.joints import joined, joints
from converter.structure.search.grammar import BRIEF, INTERRUPTERS, ROLES, STATES
from converter.structure.search.path import Reading
from converter.structure.tree.dateline import with_dateline
from converter.structure.tree.depths import tiered


@dataclass(slots=True)
class _Draft:
    """A block while its lines are gathered."""

    role: Role
    brief: bool
    opens: bool  # an article
    lines: list[Line]
    doubt: Reading  # the least sure of its lines'


@dataclass(slots=True)
class _Group:
    """An article while its blocks are gathered."""

    kind: Kind
    drafts: list[_Draft] = field(default_factory=list)


MARGIN = (Role.FOLIO, Role.FURNITURE, Role.COLUMN_NOTE)
PICTURE = (Role.CAPTION, Role.CREDIT)
_TITLES = (Role.COLUMN_TITLE, Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD)


def assemble(source: Source, readings: Sequence[Reading]) -> Issue:
    """The tree of ``source``, given the state of each of its lines."""
    sections = _sections(_columns(_groups(_drafts(source.lines, readings))))
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


def _folio(block: Block) -> Metadata:
    from converter.press.folio import (
        read_folio,  # most pages have no folio line: its patterns are made when one has
    )

    return read_folio(block.text)


def _drafts(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[_Draft]:
    """Lines joined into blocks. What lies between the halves of a paragraph does not stop it from going on."""
    drafts: list[_Draft] = []  # those that may go on
    last: dict[str, _Draft] = {}
    for line, reading in zip(lines, readings, strict=True):
        label, opening = STATES[reading.state]
        draft = last.get(label)
        if opening == "line" and draft:
            draft.lines.append(line)
            if reading.confidence < draft.doubt.confidence:
                draft.doubt = reading
            continue
        role = ROLES[reading.state]
        if role not in INTERRUPTERS:
            yield from drafts
            drafts.clear()
            last.clear()
        last[label] = _Draft(role, label.startswith(BRIEF), opening == "article", [line], reading)
        drafts.append(last[label])
    yield from drafts


def _groups(drafts: Iterable[_Draft]) -> Iterator[_Group]:
    """Blocks gathered into stories and items; what trails the last block of a story may stand apart from it."""
    group: _Group | None = None
    for draft in drafts:
        if draft.opens or (draft.brief and draft.role == Role.HEADLINE):
            if group:
                yield from _shed(group)
            group = _Group(Kind.ITEM if draft.brief else Kind.ARTICLE)
        elif group is None:
            if draft.role in MARGIN:
                yield _Group(Kind.MARGIN, [draft])
                continue
            group = _Group(Kind.ITEM if draft.brief else Kind.ARTICLE)
        group.drafts.append(draft)
    if group:
        yield from _shed(group)


def _shed(group: _Group) -> Iterator[_Group]:
    """The story, then what stands after its last block and belongs to the page, or after an item to its column."""
    end = len(group.drafts)
    while end > 1 and _is_loose(group.drafts[end - 1], group.kind):
        end -= 1
    tail = group.drafts[end:]
    yield _Group(group.kind, group.drafts[:end])
    for draft in tail:
        yield _Group(Kind.PICTURE if draft.role in PICTURE else Kind.MARGIN, [draft])


def _is_loose(draft: _Draft, kind: Kind) -> bool:
    if kind == Kind.ITEM:
        return draft.role in MARGIN + PICTURE
    in_brackets = draft.lines[0].text.startswith(("（", "("))  # a note in brackets is the story's own: （此件公开发布）
    return draft.role in MARGIN and not (draft.role == Role.COLUMN_NOTE and in_brackets)


def _sections(found: Iterable[Article]) -> tuple[Section, ...]:
    """Articles in sections; a folio line that names another page opens a new one."""
    sections: list[Section] = []
    articles: list[Article] = []
    page = name = None
    for article in found:
        folio = article.first(Role.FOLIO) if article.kind == Kind.MARGIN else None
        told = _folio(folio) if folio else None
        if told and told.page and told.page != page:
            if articles and page:
                sections.append(Section(tuple(articles), page, name))
                articles = []
            page, name = told.page, told.page_name
        articles.append(article)
    if articles:
        sections.append(Section(tuple(articles), page, name))
    return tuple(sections)


def _columns(groups: Iterator[_Group]) -> Iterator[Article]:
    """Neighbouring items as one brief column with its title and note; neighbouring loose blocks as one."""
    ahead = next(groups, None)
    while group := ahead:
        ahead = next(groups, None)
        parts: list[Block | Article] = [*tiered(list(map(_block, group.drafts)))]
        if group.kind in (Kind.MARGIN, Kind.PICTURE):
            while ahead and ahead.kind == group.kind:
                parts += map(_block, ahead.drafts)
                ahead = next(groups, None)
        elif group.kind == Kind.ITEM or (ahead and ahead.kind == Kind.ITEM and _is_title_of_briefs(group)):
            if group.kind == Kind.ITEM:
                parts = [Article(Kind.ITEM, tuple(parts))]
            while ahead and ahead.kind == Kind.ITEM:
                parts.append(Article(Kind.ITEM, tuple(map(_block, ahead.drafts))))
                ahead = next(groups, None)
            while ahead and ahead.kind == Kind.MARGIN and ahead.drafts[0].role == Role.COLUMN_NOTE:
                parts += map(_block, ahead.drafts)
                ahead = next(groups, None)
            yield Article(Kind.BRIEFS, tuple(parts))
            continue
        yield Article(group.kind, tuple(parts))


def _is_title_of_briefs(group: _Group) -> bool:
    """Whether this is a column's title, with at most a lead or a dateline of its own."""
    roles = {draft.role for draft in group.drafts}
    return Role.COLUMN_TITLE in roles and not roles & _OF_A_STORY


_OF_A_STORY = {Role.KICKER, Role.HEADLINE, Role.PARAGRAPH, Role.SUBHEAD}


def _block(draft: _Draft) -> Block:
    first = draft.lines[0]
    marked = any(map(attrgetter("runs"), draft.lines))
    if marked:
        runs = tuple(joined([line.runs or (Run(line.text),) for line in draft.lines]))
        if first.bold and draft.role in _TITLES:  # bold from end to end, a title is no stronger for it
            runs = tuple(replace(run, mark=None) if run.mark is Mark.STRONG else run for run in runs)
    else:
        runs = (Run("".join(joints([line.text for line in draft.lines]))),)
    if draft.role == Role.PARAGRAPH and (not marked or runs[0] == Run(runs[0].text)):
        runs = (*with_dateline(runs[0].text), *runs[1:])
    second = ROLES[draft.doubt.second] if draft.doubt.second is not None else None
    origin = tuple([(line.start, line.end) for line in draft.lines])
    return Block(draft.role, runs, origin, draft.doubt.confidence, second, first.form, first.depth)
