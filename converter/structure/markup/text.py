"""What is no title: captions, whole sentences, and what the headings of a document leave to be text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from converter.model import Opens, Role
from converter.press.captions import is_caption
from converter.press.marks import SENTENCE_ENDS
from converter.structure.markup.pieces import NO_SUBHEAD_ENDS, SHORT, TITLES, Piece, stories_of

_SENTENCE, _UNDER_PICTURE = 18, 30
"""Characters of the shortest sentence that is text for certain, and of such a one under a picture."""

_LABEL = 6
"""Characters of the longest label that says but that the editors speak."""

_INDENT, _RIGHT = 4, 6
"""Characters of a paragraph's indent, and of one from which a line is set to the right."""

_SIGNED = frozenset(("speaks of its author", "begins as a note on the writer", "speaks of work on the text"))
_SOURCES = frozenset(("tells where it comes from", "is an agency message in brackets"))
_BRACKETED = "is wholly in brackets"
_UNSIGNED = frozenset((
    "is a jump to another page", "has a page number in it", "says who made the page", "speaks of its column",
    "ends as credits do", "tells where it comes from", "names a paper and its day or page", "has what folios have",
    "is an agency message in brackets", "begins like a caption", "names a source of pictures", "has a date in it",
))  # fmt: skip
"""Cues of a line to the right below a text that signs nothing."""

_EDGE = 3
"""Lines at the edges of a story among which a byline, a signature, a day or a note may stand."""


def set_captions(pieces: Sequence[Piece]) -> None:
    """Lines right under a picture that say what it shows."""
    for picture, piece in pairwise(pieces):
        if picture.role is Role.CAPTION and picture.is_picture and piece.is_free and piece.opens is Opens.BLOCK:
            apart = piece.first.centred or piece.is_smaller
            piece.role = Role.CAPTION if is_caption(piece.text, apart, piece.first.bold) else None


def set_credits(pieces: Sequence[Piece]) -> None:
    """Lines of their own below a caption that say whose the picture is."""
    for above, piece in pairwise(pieces):
        below_caption = above.role is piece.role is Role.CAPTION and piece.opens is Opens.BLOCK
        if below_caption and not above.is_picture and "ends as credits do" in piece.cues and len(piece.text) <= SHORT:
            piece.role = Role.CREDIT


def set_leads(pieces: Sequence[Piece]) -> None:
    """What begins with the editors' word (编者按) between a headline and the text."""
    for story in stories_of(pieces):
        if story[0].role in TITLES:
            for piece in story:
                if piece.is_free and piece.opens is Opens.BLOCK and "begins with an editors note" in piece.cues:
                    piece.role = Role.LEAD if len(piece.text) > _LABEL else piece.role
                if piece.is_text:
                    break


def set_bylines(pieces: Sequence[Piece]) -> None:
    """Who wrote a story, between its headline and its text on a page."""
    for story in stories_of(pieces):
        if story[0].role in TITLES:
            for piece in takewhile(lambda piece: not piece.is_text, story):
                if piece.is_free and piece.first.box and piece.opens is Opens.BLOCK and piece.names_people:
                    piece.role = Role.BYLINE


def set_signatures(pieces: Sequence[Piece]) -> None:
    """What is set to the right below a text on a page, down to its end: who signed it, and when."""
    for story in stories_of(pieces):
        below: Piece | None = None
        for piece in reversed(story[1:]):
            if not piece.is_free or piece.opens is Opens.LINE and piece.first.indent >= _RIGHT:
                below = piece
            elif piece.first.box and piece.opens is Opens.BLOCK and _is_set_right(piece, below):
                if "is a date" in piece.cues:
                    piece.role = Role.DATELINE
                elif _is_signed(piece):
                    piece.role = Role.SIGNATURE
                below = piece
            else:
                break


def _is_set_right(piece: Piece, below: Piece | None) -> bool:
    """Whether a line is set to the right, as the one that goes on with it may show, or who is named in it."""
    indent = piece.first.indent
    goes_on = below is not None and below.opens is Opens.LINE and below.first.indent >= _RIGHT
    named = piece.length <= SHORT and piece.text[-1] not in NO_SUBHEAD_ENDS and piece.names_people
    return indent >= _RIGHT or indent >= _INDENT and (goes_on or named)


def _is_signed(piece: Piece) -> bool:
    """Whether words that are set to the right do not say what else they are; in brackets they have to name somebody."""
    if not _UNSIGNED.isdisjoint(piece.cues) or piece.is_text and piece.text[-1] in SENTENCE_ENDS:
        return False
    return not piece.first.centred and not (
        _BRACKETED in piece.cues and "names nobody" in piece.cues and _SIGNED.isdisjoint(piece.cues)
    )


def set_notes(pieces: Sequence[Piece]) -> None:
    """What stands in brackets below a text on a page, set as the text is: who wrote it, or where it comes from."""
    for story in stories_of(pieces):
        for piece in list(reversed(story))[: _EDGE + 1]:
            told = _SOURCES if not _SOURCES.isdisjoint(piece.cues) else _SIGNED
            if piece.is_free and piece.first.box and not told.isdisjoint(piece.cues) and _BRACKETED in piece.cues:
                piece.role = Role.SOURCE_NOTE if told is _SOURCES else Role.SIGNATURE
            elif piece.is_text:
                break


def set_sentences(pieces: Sequence[Piece]) -> None:
    """Whole sentences in a paragraph of their own are text; so are attachments and what a list or a table follows."""
    above: Piece | None = None
    for piece in pieces:
        least = _UNDER_PICTURE if above and above.is_picture else _SENTENCE
        if piece.is_free and piece.opens is Opens.BLOCK and _is_sentence(piece, least):
            piece.role = Role.PARAGRAPH
        above = piece


def _is_sentence(piece: Piece, least: int) -> bool:
    text = piece.text
    if text.startswith("附件"):
        return not piece.is_large
    whole = text[-1] in "：:" or len(text) >= least and text[-1] in SENTENCE_ENDS
    return whole and not piece.is_large and not piece.is_apart and "begins with an editors note" not in piece.cues


def set_blocks(pieces: Sequence[Piece]) -> None:
    """On a printed page several lines of the text's type that end a sentence together are text."""
    block: list[Piece] = []
    for piece in [*pieces, None]:
        if piece and block and piece.opens is Opens.LINE and piece.look == block[0].look:
            block.append(piece)
            continue
        if len(block) > 1 and _is_set_as_text(block[0]) and _is_long(block):
            block[0].role = Role.PARAGRAPH
        block = [piece] if piece and piece.first.box and piece.opens is Opens.BLOCK else []


def _is_set_as_text(piece: Piece) -> bool:
    plain = not (piece.is_larger or piece.is_smaller or piece.first.bold or piece.first.centred)
    return plain and not piece.is_apart and "begins with an editors note" not in piece.cues


def _is_long(block: Sequence[Piece]) -> bool:
    """Whether a block of which nothing is known is longer than a sentence that may be something else, and whole."""
    text = "".join(piece.text for piece in block)
    return all(piece.is_free for piece in block) and len(text) > 2 * _SENTENCE and text[-1] in SENTENCE_ENDS


def set_heads(pieces: Sequence[Piece]) -> None:
    """Where a document has headings of its own, lines set apart between its title and its text say when and by whom."""
    if not _has_headings(pieces) or _is_page(pieces):
        return
    for story in stories_of(pieces):
        if story[0].role in TITLES:
            for piece in takewhile(lambda piece: piece.role not in (Role.PARAGRAPH, Role.SUBHEAD), story):
                if piece.is_free and not piece.is_text and (piece.first.centred or piece.is_larger):
                    piece.role = Role.DATELINE if "is a date" in piece.cues else Role.BYLINE


def set_under_headings(pieces: Sequence[Piece]) -> None:
    """In stories whose headings the format tells, all that comes after some text is text.

    At their edges what says otherwise is not, and where no headline has headings under it short lines may be subheads.
    So they may on a page that was printed, where type tells headlines and others are set as text is.
    """
    headed = _has_headings(pieces) and not _is_page(pieces)
    for story in stories_of(pieces):
        if any(piece.is_heading for piece in story):
            begins = next((n for n, piece in enumerate(story) if piece.is_text or piece.role is Role.SUBHEAD), 0)
            edges = range(_EDGE + 1, len(story) - _EDGE)
            for number, piece in enumerate(story[begins:], begins):
                if _is_text(piece, headed) and (number in edges or piece.is_message or not piece.says_otherwise):
                    piece.role = piece.role if piece.opens is Opens.LINE else Role.PARAGRAPH


def _is_text(piece: Piece, headed: bool) -> bool:
    """Whether a piece under a headline is text for certain; ``headed`` says that the format tells all headings."""
    certain = headed or piece.is_text or not _is_chinese(piece.text)
    return certain and piece.is_free and "begins with an editors note" not in piece.cues


def _has_headings(pieces: Sequence[Piece]) -> bool:
    """Whether the format tells headings under the headlines."""
    return any(piece.is_heading and piece.role is Role.SUBHEAD for piece in pieces)


def _is_page(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces lie on a page, where their places told what is a heading, and no format."""
    return any(piece.first.box for piece in pieces)


def _is_chinese(text: str) -> bool:
    """Whether a line is Chinese words: no formula, no code."""
    return not text.isascii() and not any(map(text.__contains__, "=$\\{}<>"))
