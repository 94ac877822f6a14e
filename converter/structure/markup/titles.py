"""What stands at the head of a story: mastheads, headlines, kickers and decks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from converter.model import Opens, Role
from converter.press.lexicon import pattern
from converter.press.patterns import later
from converter.structure.markup.pieces import NO_SUBHEAD_ENDS, SHORT, TITLE, Piece, is_masthead

_LETTERHEAD = later(r".{3,30}文件")
_NUMBERED = pattern(__package__, "notice", "[0-9]{4}", "<number ends>$")
_LESSER = 0.6
"""Times the size of most headlines up to which a line is far smaller."""
_MADE = "says who made the page"
_NO_TITLE_ENDS = "。；;，,：:"
"""What no title ends in; one may ask or call out."""


def set_mastheads(pieces: Sequence[Piece]) -> None:
    """A paper's name above all, and an office's above a notice's number (GB/T 9704-2012, 7.2.4), head no story."""
    for number, (piece, below) in enumerate(pairwise(pieces)):
        if piece.is_free and piece.is_large:
            if _LETTERHEAD.fullmatch(piece.text) and below.is_free and _NUMBERED.search(below.text):
                piece.role = below.role = Role.FOLIO
            elif not number and is_masthead(piece.text):
                piece.role = Role.FOLIO
        elif piece.is_heading and piece.first.box and below.first.gap_before and is_masthead(piece.text):
            piece.role = Role.FOLIO  # it heads no text on its page


def set_lesser(pieces: Sequence[Piece]) -> None:
    """What its place on a printed page shows to be a heading is none where its words say otherwise: under a headline,
    and where it is far smaller than most headlines of the document; a text that goes on overleaf ends with its authors.
    So small a line is no headline either where others that are set as it is have one above them: it is a subhead.
    """
    placed = [piece for piece in pieces if piece.is_heading and piece.first.box]
    for piece in [*_lesser(placed), *(piece for piece in placed if _MADE in piece.cues)]:
        piece.lines = [replace(line, level=0) for line in piece.lines]
        piece.opens = Opens.BLOCK


def _lesser(placed: Sequence[Piece]) -> Iterator[Piece]:
    """Which of some headings are none by their words, or by their size beside that of others."""
    first = [piece for piece in placed if piece.first.level == 1]
    under = [piece for piece in placed if piece.first.level > 1]
    least = _LESSER * _usual_size(first)
    small = [piece for piece in first if _size(piece) < least]
    yield from (piece for piece in (*small, *under) if piece.says_otherwise)
    lower = set(map(_size, under))
    yield from (piece for piece in small if _size(piece) in lower)


def _usual_size(pieces: Sequence[Piece]) -> float:
    """The size that most of some pieces have, the smallest of several; 0 where no two are alike."""
    sizes = Counter(map(_size, pieces))
    most = max(sizes.values(), default=0)
    return min((size for size, times in sizes.items() if times == most > 1), default=0.0)


def _size(piece: Piece) -> float:
    return piece.first.size or 0.0


def set_titles(pieces: Sequence[Piece]) -> None:
    """Headlines: what the format calls one; else the largest lines, if they stand above all headings, and large ones
    that begin a story of their own; else the highest headings."""
    if any(piece.role is Role.HEADLINE and not _is_item(piece) for piece in pieces):
        return
    for piece in _large(pieces) or _highest(pieces):
        piece.role, piece.opens = Role.HEADLINE, None
    for above, below in pairwise(pieces):
        if above.role is below.role is Role.HEADLINE and above.first.bold != below.first.bold:
            (below if above.first.bold else above).role = None  # of two of a size the bold one is the headline


def _is_item(piece: Piece) -> bool:
    """Whether its place on a printed page shows that it heads but one of several items."""
    return bool(piece.first.box) and piece.first.role is Role.HEADLINE and not piece.first.level


def _large(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines in a title's type that are headlines, where the first of them stands above all headings."""
    large = [piece for piece in pieces if _may_be_title(piece)]
    if not large or any(piece.is_heading for piece in takewhile(lambda piece: piece is not large[0], pieces)):
        return []
    most = max(piece.times for piece in large)
    around = _around(pieces)
    begin = {id(piece) for above, piece, below in around if above and below and _begins_story(above, piece, below)}
    return [piece for piece in large if piece.times == most or id(piece) in begin]


def _may_be_title(piece: Piece) -> bool:
    text = piece.text
    set_so = piece.is_free and piece.is_large
    return set_so and len(text) <= TITLE and text[-1] not in _NO_TITLE_ENDS and not is_masthead(text)


def _begins_story(above: Piece, piece: Piece, below: Piece) -> bool:
    """Whether a piece stands between the text of one story and what begins another, be it under its kicker."""
    return below.is_free and below.begins_story and (above.is_text or _is_kicker(above, piece))


def _around(pieces: Sequence[Piece]) -> Iterator[tuple[Piece | None, Piece, Piece | None]]:
    """Each piece with those above and below it."""
    return zip([None, *pieces], pieces, [*pieces[1:], None], strict=False)


def _highest(pieces: Sequence[Piece]) -> list[Piece]:
    """The headings of the highest level: all of the first, or a lone one; several others are parts of one story."""
    headings = [piece for piece in pieces if piece.is_heading and piece.role is None]
    top = min((piece.first.level for piece in headings), default=0)
    highest = [piece for piece in headings if piece.first.level == top]
    return highest if top == 1 or len(highest) == 1 else []


def set_columns(pieces: Sequence[Piece]) -> None:
    """Columns of news in brief on a printed page: a headline that is a column's name, and titles right below it and
    between the texts that are set as that one is.
    """
    for number, (name, first) in enumerate(pairwise(pieces)):
        if not (name.role is Role.HEADLINE and name.first.box and not _COLUMN.isdisjoint(name.cues)):
            continue
        if first.is_free and first.is_larger and not first.is_text:
            name.role, name.opens = Role.COLUMN_TITLE, Opens.ARTICLE
            for piece in takewhile(lambda piece: piece.role is not Role.HEADLINE, pieces[number + 1 :]):
                if piece.is_free and piece.look == first.look:
                    piece.role, piece.opens = Role.HEADLINE, None


_COLUMN = frozenset(("is a slot name", "ends like a slot name"))


def set_beside_titles(pieces: Sequence[Piece]) -> None:
    """The kickers above headlines and the decks below them."""
    for (above, title, below), under in zip(_around(pieces), [*pieces[2:], None, None], strict=False):
        if title.role is not Role.HEADLINE:
            continue
        if above and above.role is not Role.COLUMN_TITLE and _is_kicker(above, title):
            above.role, above.opens, title.opens = Role.KICKER, Opens.ARTICLE, Opens.BLOCK
        if below and _is_deck(below, title, under):
            below.role, below.opens = Role.DECK, Opens.BLOCK


def _is_kicker(piece: Piece, title: Piece) -> bool:
    """Whether the piece above a title is its kicker: a lower heading, a larger line, or one centred as it is."""
    if piece.is_heading:
        fits = piece.first.level > title.first.level
    else:
        fits = _is_lesser(piece, title) and (piece.is_larger or piece.first.centred and not piece.is_smaller)
    return fits and _may_stand_beside(piece, SHORT) and not _NUMBERED.search(piece.text)


def _is_deck(piece: Piece, title: Piece, below: Piece | None) -> bool:
    """Whether the piece below a title is its deck: a larger line, or a heading that has people for its part."""
    if piece.is_heading:
        fits = below is not None and below.is_free and not below.is_text and below.says_otherwise
    else:
        fits = piece.is_larger and _is_lesser(piece, title)
    return fits and _may_stand_beside(piece, TITLE)


def _is_lesser(piece: Piece, title: Piece) -> bool:
    """Whether a piece is set like the title beside it, in smaller type."""
    heads = title.first.level or title.first.size is None
    smaller = heads or (piece.times, piece.first.bold) < (title.times, title.first.bold)
    return piece.is_free and bool(smaller) and (piece.first.centred or not title.first.centred)


def _may_stand_beside(piece: Piece, longest: int) -> bool:
    """Whether a piece may be a line or two of a headline's by its words."""
    fits = len(piece.lines) <= 2 and all(len(line.text) <= longest for line in piece.lines)
    return fits and piece.text[-1] not in NO_SUBHEAD_ENDS and not piece.is_apart


def set_openings(pieces: Sequence[Piece]) -> None:
    """A headline opens a story, unless what stands right above it may yet turn out to."""
    for above, piece in zip([None, *pieces], pieces, strict=False):
        if piece.role is Role.HEADLINE and piece.opens is None:
            if above and above.is_free and not above.is_text:
                above.opens = None if above.opens is Opens.BLOCK else above.opens
            elif above is None or above.role not in (Role.KICKER, Role.COLUMN_TITLE):
                piece.opens = Opens.ARTICLE
