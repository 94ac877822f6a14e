"""An article → the pieces of mark-up that it is made of, and its lines of the contents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from converter.model import Article, Block, Kind, Role
from converter.records import NamedTuple
from converter.writers.markup.blocks import ALL_BLANKS, FIGURE, Markup, escape, plain, reworded
from converter.writers.markup.contents import Entry
from converter.writers.markup.forms import families, shaped
from converter.writers.markup.phrases import LONG, closed_up

TITLES = (Role.HEADLINE, Role.COLUMN_TITLE, Role.KICKER, Role.DECK)
"""The roles that give an article its name, best first; ``Article.title`` has the same."""

HEAD = ('<header role="none">\n', "</header>\n")
FOOT = ('<footer role="none">\n', "</footer>\n")
LIST = ('<footer class="list" role="none">\n', "</footer>\n")
GROUPS = dict.fromkeys((*TITLES, Role.BYLINE, Role.DATELINE), HEAD)
GROUPS[Role.LEAD] = ('<aside class="lead" role="note">\n', "</aside>\n")
GROUPS |= dict.fromkeys(
    (Role.SIGNATURE, Role.COLUMN_NOTE, Role.SOURCE_NOTE, Role.JUMP, Role.FOLIO, Role.FURNITURE), FOOT
)
"""What goes around neighbouring blocks of these roles. A header or footer in a chapter is no landmark of the book."""

LISTED = 5
"""Lines below a text from which they are a list, of contents or of other stories, and begin below each other: a few are
set to the end of the line.
"""

OPENING_LENGTH = 16


class Piece(NamedTuple):
    """Mark-up that stays together, and the entries that lead into it."""

    markup: str
    entries: tuple[Entry, ...] = ()


class Story(NamedTuple):
    """An article as mark-up. ``heading`` is the id of its heading, None where it has none."""

    label: str
    heading: str | None
    pieces: tuple[Piece, ...]


def stands_alone(article: Article) -> bool:
    """Whether the article is a story of its own; a picture or a margin without a headline goes with its neighbour."""
    return article.kind not in (Kind.PICTURE, Kind.MARGIN) or article.first(Role.HEADLINE) is not None


def said(title: str) -> str:
    """A heading's words as one line: in one piece where they are set wide (逆 势 增 长)."""
    return closed_up(plain(title))


def depth_of(article: Article) -> int:
    """How deep the story stands among those beside it, from 1: a chapter stands below its volume."""
    head = article.first(Role.HEADLINE)
    return max(1, head.depth) if head else 1


def is_story(article: Article) -> bool:
    """Whether the article gets an element and a line of the contents of its own."""
    return stands_alone(article) and bool(opening(article))


def opening(article: Article) -> str:
    """The article's first words, a name for one that has none; empty where it has no text."""
    text = next(filter(None, (plain(block.text) for block in article.blocks())), "")
    return text if len(text) <= OPENING_LENGTH else text[:OPENING_LENGTH].rstrip() + "……"


def tell(article: Article, markup: Markup, key: str, level: int, always_headed: bool = False) -> Story:
    """``article`` under a heading of ``level``; its ids begin with ``key``.

    An article without a title is called after its first words, a brief column what it is. ``always_headed`` puts the
    headings in it below one of that, which on a page is read out and not shown; a book has no such heading, as many
    reading systems show it.
    """
    title = _title(article)
    head = None if title is None else article.parts[title]
    named = said(head.words if isinstance(head, Block) else article.title or "")
    unnamed = markup.labels["briefs"] if article.kind is Kind.BRIEFS else opening(article)
    label = named if 0 < len(named) <= LONG else unnamed
    heading = f"{key}-title" if head or (always_headed and not markup.epub) else None
    body = _body(article, markup, key, level + 1 if head or always_headed else level, title)
    pieces = tuple(_opened(_grouped(body, markup), markup))
    if heading and not head:
        pieces = (Piece(f'<h{level} class="quiet" id="{heading}">{escape(label)}</h{level}>\n'), *pieces)
    return Story(label, heading, pieces)


def _title(article: Article) -> int | None:
    """The place of the block that names the article: before its items; a subhead only where it opens the article."""
    texts: list[tuple[Role, int]] = []
    for place, part in enumerate(article.parts):
        if isinstance(part, Article):
            break
        if (part.role in TITLES or not texts) and len(part.text) <= LONG and plain(part.text):
            texts.append((part.role, place))
    for role in TITLES:
        for found, place in texts:
            if found is role:
                return place
    return texts[0][1] if texts and texts[0][0] is Role.SUBHEAD else None


def margin(article: Article, markup: Markup) -> Iterator[str]:
    """A picture or margin matter, beside the stories: no headings; in several elements where it is long."""
    blocks = list(article.blocks())
    inside: list[str] = []
    for family, members in groupby(zip(families(blocks), blocks, strict=True), key=lambda member: member[0]):
        neighbours = [block for _, block in members]
        inside += (
            shaped(family, neighbours, markup)
            if family
            else (one for block in neighbours for one in _cut(block, markup))
        )
    if article.kind is Kind.PICTURE:
        yield from inside
    else:
        for lot in markup.room.lots(list(filter(None, inside)), str):
            yield f'<div class="margin">{"".join(lot)}</div>\n'


def _cut(block: Block, markup: Markup) -> Iterator[str]:
    """A block that is no heading and has no form, in elements of which none is too long."""
    for part in markup.room.divided(block, markup.block):
        yield markup.block(part)


def _body(
    article: Article, markup: Markup, key: str, below: int, title: int | None
) -> Iterator[tuple[Role | None, Piece]]:
    """Every part as a piece, with the role that groups it; ``below`` is the level of the headings under the title."""
    depths, signing = _subheads(article, title), _signing(article)
    numbered = zip(families(article.parts), enumerate(article.parts), strict=True)
    for family, members in groupby(numbered, key=lambda member: member[0]):
        parts = [part for _, part in members]
        if family:
            blocks = [part for _, part in parts if isinstance(part, Block)]
            yield from ((None, Piece(shape)) for shape in shaped(family, blocks, markup))
            continue
        for place, part in parts:
            name = f"{key}-{place + 1}"
            if isinstance(part, Article):
                yield from ((None, piece) for piece in _item(part, markup, name, min(below, 6)))
            elif place == title:
                yield part.role, Piece(_heading(part, markup, below - 1, f"{key}-title"))
            elif depth := depths.get(place):
                heading = _heading(part, markup, min(below + depth - 1, 6), name)
                yield part.role, Piece(heading, (Entry(said(part.words), name, depth=depth),))
            else:
                role = Role.SIGNATURE if place in signing else part.role
                yield from ((role, Piece(cut)) for cut in _cut(part, markup))


def _signing(article: Article) -> set[int]:
    """The places of the bylines and datelines that do not stand above the text: they sign it."""
    roles = [part.role if isinstance(part, Block) else None for part in article.parts]
    text = roles.index(Role.PARAGRAPH) if Role.PARAGRAPH in roles else len(roles)
    return {place for place, role in enumerate(roles) if role in (Role.BYLINE, Role.DATELINE) and place > text}


def _subheads(article: Article, title: int | None) -> dict[int, int]:
    """The places of the headings below the title, and how deep each stands: never two steps below the one before it."""
    depths: dict[int, int] = {}
    depth, first = 0, 0 if title is None else title + 1
    for place, part in enumerate(article.parts[first:], first):
        if isinstance(part, Block) and _is_subhead(part):
            depths[place] = depth = max(1, min(part.depth, depth + 1))
    return depths


def _is_subhead(block: Block) -> bool:
    """Whether the block is a heading where the article has one already."""
    return block.role in (Role.SUBHEAD, Role.HEADLINE) and 0 < len(plain(block.text)) <= LONG


def _heading(block: Block, markup: Markup, level: int, name: str) -> str:
    """A block as a heading; its role is its class where it is not what a heading of its place mostly is."""
    role = "" if block.role in (Role.HEADLINE, Role.SUBHEAD) else f' class="{block.role.replace("_", "-")}"'
    text = markup.title(markup.inline(reworded(block.runs, closed_up), ALL_BLANKS))
    return f'<h{level} id="{name}"{role}>{text}</h{level}>\n'


def _item(item: Article, markup: Markup, name: str, level: int) -> Iterator[Piece]:
    """An article inside an article: an item of a brief column; in several elements where it is long."""
    if not stands_alone(item):
        yield from map(Piece, margin(item, markup))
        return
    story = tell(item, markup, name, level)
    if not story.label:
        yield from (Piece(piece.markup) for piece in story.pieces)
        return
    for number, lot in enumerate(markup.room.lots(story.pieces, _markup_of)):
        inside = "".join(piece.markup for piece in lot)
        if number:
            yield Piece(f'<div class="item">\n{inside}</div>\n')
            continue
        tag = "section" if story.heading else "div"
        yield Piece(f'<{tag} class="item" id="{name}">\n{inside}</{tag}>\n', (Entry(story.label, name),))


def _grouped(body: Iterator[tuple[Role | None, Piece]], markup: Markup) -> Iterator[Piece]:
    """The pieces, neighbours that belong together in one."""
    for group, members in groupby(body, key=lambda member: GROUPS.get(member[0]) if member[0] else None):
        pieces = [piece for _, piece in members if piece.markup]
        if group is None:
            yield from pieces
            continue
        around = LIST if group is FOOT and len(pieces) >= LISTED else group
        for lot in markup.room.lots(pieces, _markup_of):
            inside = "".join(piece.markup for piece in lot)
            yield Piece(around[0] + inside + around[1], sum((piece.entries for piece in lot), ()))


def _opened(pieces: Iterator[Piece], markup: Markup) -> Iterator[Piece]:
    """The pieces, in a book a head and the picture below it in one, as what a page that they open is set by; a web page
    has no pages.
    """
    if not markup.epub:
        yield from pieces
        return
    head: Piece | None = None
    for piece in pieces:
        if head and piece.markup.startswith(FIGURE) and len([*markup.room.lots((head, piece), _markup_of)]) == 1:
            yield Piece(f'<div class="opening">\n{head.markup}{piece.markup}</div>\n', head.entries + piece.entries)
            head = None
            continue
        if head:
            yield head
        head = piece if piece.markup.startswith(HEAD[0]) else None
        if not head:
            yield piece
    if head:
        yield head


def _markup_of(piece: Piece) -> str:
    return piece.markup
