"""What stands between the paragraphs of a story: headings of the format's own, large lines, short bold ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Role
from converter.structure.markup.pieces import NO_SUBHEAD_ENDS, SHORT, TITLE, TITLES, Piece, stories_of


def set_headings(pieces: Sequence[Piece]) -> None:
    """Headings under the headlines, as deep as their levels say, no level left out."""
    headings = [piece for piece in pieces if piece.first.level and piece.role in (None, Role.SUBHEAD)]
    depths = {level: depth for depth, level in enumerate(sorted({piece.first.level for piece in headings}), 1)}
    for piece in headings:
        piece.role, piece.depth = Role.SUBHEAD, depths[piece.first.level]


def set_subheads(pieces: Sequence[Piece]) -> None:
    """Large lines and short bold ones, under the headings that the format tells; larger type stands above smaller."""
    found = [subhead for story in stories_of(pieces) for subhead in _subheads(story)]
    depths = {size: depth for depth, size in enumerate(sorted({_size(piece) for piece, _ in found}, reverse=True), 1)}
    for piece, above in found:
        piece.role, piece.depth = Role.SUBHEAD, above + depths[_size(piece)]


def _size(piece: Piece) -> float:
    return piece.times if piece.is_larger else 1


def _subheads(story: Sequence[Piece]) -> Iterator[tuple[Piece, int]]:
    """The subheads of a story that type tells, each with the depth of the heading that it stands under.

    Right under a headline other things are set so too, and so they are where no text has begun: such a line is a
    subhead only where another that is set as it is stands between paragraphs.
    """
    begins = 0 if story[0].role in TITLES else next((n for n, piece in enumerate(story) if piece.is_text), len(story))
    found = _between_titles_and_parts(story)
    sure = {story[number].look for number in found if number > begins and story[number - 1].role not in TITLES}
    depths = _depths(story)
    return ((story[number], depths[number]) for number in found if story[number].look in sure)


def _between_titles_and_parts(story: Sequence[Piece]) -> list[int]:
    """The numbers of the pieces that may be subheads by their type, and have something below that they may head."""
    may = list(map(_may_be_subhead, story))
    in_bold = [fits and not piece.is_large for fits, piece in zip(may, story, strict=True)]
    inner = range(1, len(story) - 1)
    heads = (number for number in inner if may[number] and (may[number + 1] or _is_part(story[number + 1])))
    return [number for number in heads if not _is_in_a_row(in_bold, number)]


def _may_be_subhead(piece: Piece) -> bool:
    if not piece.is_free or not (piece.is_large or piece.first.bold and not piece.is_smaller):
        return False
    text = piece.text
    return len(text) <= (TITLE if piece.is_large else SHORT) and text[-1] not in NO_SUBHEAD_ENDS and not piece.is_apart


def _is_in_a_row(in_bold: Sequence[bool], number: int) -> bool:
    """Whether a short bold line stands right above or below another: then they are lines of something else."""
    return in_bold[number] and (in_bold[number - 1] or in_bold[number + 1])


def _is_part(piece: Piece) -> bool:
    """Whether a piece may be the beginning of what a subhead heads, and not of a story."""
    return not piece.is_free or piece.is_text and not piece.begins_story


def _depths(story: Sequence[Piece]) -> list[int]:
    """For each piece of a story the depth of the last heading that the format tells."""
    depths, depth = [], 0
    for piece in story:
        depth = piece.depth if piece.first.level and piece.role is Role.SUBHEAD else depth
        depths.append(depth)
    return depths
