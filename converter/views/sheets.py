"""A page as it was set or scanned, with what was understood of it drawn over: blocks, their order, where it jumps.

An SVG without style attributes, which a page's policy would forbid; the rules are ``styles/sheets.css``.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.model import Box, Line, Sheet, around
from converter.writers.markup.blocks import escape

NEAR = 2.0  # times its height: how far a line is from the one above in the same outline at most
BELOW = 4.0  # times the height of a piece's last line: what begins no farther below it needs no arrow
LABELS, ACROSS = 64, 90  # labels that would stand below each other along the page's shorter side, or its width at least

READ, WIDEST = 0.75, 140.0
"""How high a page's text is on a small screen, and how wide its picture there at most, in ``rem``."""


@dataclass(frozen=True, slots=True)
class Outlined:
    """A block as it is drawn: its ``number`` in the order of reading, the class and the name of its role, the number of
    its story, and its lines that stand on the page."""

    number: int
    style: str
    name: str
    story: int
    doubtful: bool
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What of a block stands together; ``high`` is its last line's extent across its direction."""

    block: Outlined
    box: Box
    upright: bool
    high: float

    @property
    def first(self) -> tuple[float, float]:
        """The corner where it begins."""
        return (self.box.right if self.upright else self.box.left), self.box.top

    @property
    def last(self) -> tuple[float, float]:
        """The corner where it ends."""
        return (self.box.left if self.upright else self.box.right), self.box.bottom


def figure(sheet: Sheet, picture: bytes | None, blocks: Sequence[Outlined], name: str) -> str:
    """The ``sheet`` as a figure; one that is larger than its screen can be moved in it, with the keyboard as well."""
    lines = [line for block in blocks for line in block.lines if line.box]
    upright = sum(len(line.text) * (1 if line.upright else -1) for line in lines) > 0
    kind = ' class="upright"' * upright
    return f'<figure{kind} tabindex="0">\n{pictured(sheet, picture, blocks, name)}</figure>\n'


def _wide(sheet: Sheet, lines: Sequence[Line]) -> float:
    """How wide a sheet is in ``rem`` where most of its text is ``READ`` high, within ``WIDEST``."""
    sizes = sorted(_high(line.box, line.upright) for line in lines for _ in line.text if line.box)
    return round(min(WIDEST, READ * sheet.width / max(sizes[len(sizes) // 2], 1.0)), 1) if sizes else WIDEST


def _high(box: Box, upright: bool) -> float:
    """A line's extent across its direction."""
    return box.right - box.left if upright else box.bottom - box.top


def pictured(sheet: Sheet, picture: bytes | None, blocks: Sequence[Outlined], name: str) -> str:
    """The ``sheet`` as an SVG that is called ``name``: its picture, else its words in their places; each block a link
    to its text. It says how wide it is where its text can be read; a wide screen shows the whole of it."""
    width, height = round(sheet.width, 1), round(sheet.height, 1)
    wide = _wide(sheet, [line for block in blocks for line in block.lines])
    pieces = [piece for block in sorted(blocks, key=lambda block: block.number) for piece in _pieces(block)]
    label = round(max(min(width, height) / LABELS, width / ACROSS), 1)
    arrow = f"arrow{sheet.number}"
    page = f'<rect class="blank" width="{width}" height="{height}"/>\n'
    if picture:
        page += f'<image width="{width}" height="{height}" href="{_address(picture)}"/>\n'
    else:
        page += "".join(_words(line) for block in blocks for line in block.lines)
    over = "".join([*map(_outline, pieces), *_arrows(pieces, arrow), *_labels(pieces, label)])
    return (
        f'<svg width="{wide}rem" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(name)}" '
        f'font-size="{label}">\n'
        f'<marker id="{arrow}" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="5" markerHeight="5" orient="auto">'
        f'<path d="M0 0 6 3 0 6z"/></marker>\n'
        f"{page}{over}</svg>\n"
    )


def _address(picture: bytes) -> str:
    kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{b64encode(picture).decode()}"


def _pieces(block: Outlined) -> Iterator[_Piece]:
    """The block's lines in their places, those below each other together."""
    piece: _Piece | None = None
    for line in block.lines:
        if line.box is None:
            continue
        box, upright = line.box, line.upright
        high = _high(box, upright)
        if piece and piece.upright == upright and _is_below(piece, box, NEAR * high):
            piece = _Piece(block, around((piece.box, box)), upright, high)
        else:
            if piece:
                yield piece
            piece = _Piece(block, box, upright, high)
    if piece:
        yield piece


def _is_below(piece: _Piece, box: Box, near: float) -> bool:
    """Whether a box follows a piece right below, or of an upright one right to its left, and shares a stretch."""
    one = piece.box
    if piece.upright:
        common, gap = min(one.bottom, box.bottom) - max(one.top, box.top), one.left - box.right
    else:
        common, gap = min(one.right, box.right) - max(one.left, box.left), box.top - one.bottom
    return common > 0 and -piece.high < gap < near


def _words(line: Line) -> str:
    """A line's words where they stand, as wide as they are there."""
    box = line.box
    if box is None or not line.text.strip():
        return ""
    high, long = _high(box, line.upright), _high(box, not line.upright)
    x, y = ((box.left + box.right) / 2, box.top) if line.upright else (box.left, box.bottom - 0.18 * high)
    size = f'font-size="{0.85 * high:.1f}" textLength="{long:.1f}" lengthAdjust="spacingAndGlyphs"'
    kind = "words" + " upright" * line.upright
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" {size}>{escape(line.text.strip())}</text>\n'


def _outline(piece: _Piece) -> str:
    """A link to the block's text; the name is told to whom points at it. The text's own links are for the keyboard."""
    box, block = piece.box, piece.block
    place = (
        f'x="{box.left:.1f}" y="{box.top:.1f}" width="{box.right - box.left:.1f}" height="{box.bottom - box.top:.1f}"'
    )
    doubt = " doubt" * block.doubtful
    return (
        f'<a href="#b{block.number}" tabindex="-1"><rect class="block {block.style}{doubt}" {place} rx="1.5">'
        f"<title>{block.number} {escape(block.name)}</title></rect></a>\n"
    )


def _arrows(pieces: Sequence[_Piece], arrow: str) -> Iterator[str]:
    """From the end of what is read to the beginning of what comes next, wherever that is not right below it."""
    for one, other in pairwise(pieces):
        if not _is_below(one, other.box, BELOW * one.high):
            (x0, y0), (x1, y1) = one.last, other.first
            kind = "on" if one.block.story == other.block.story else "away"
            yield (f'<path class="jump {kind}" d="M{x0:.1f} {y0:.1f} {x1:.1f} {y1:.1f}" marker-end="url(#{arrow})"/>\n')


def _labels(pieces: Sequence[_Piece], high: float) -> Iterator[str]:
    """Each block's number where it begins."""
    begun: set[int] = set()
    for piece in pieces:
        number = piece.block.number
        if number not in begun:
            begun.add(number)
            x, y, side = _spot(piece, high)
            yield f'<text class="{piece.block.style}" x="{x:.1f}" y="{y:.1f}"{side}>{number}</text>\n'


def _spot(piece: _Piece, high: float) -> tuple[float, float, str]:
    """Where a number is: in the room that an indent leaves, else before the first character."""
    x, y = piece.first
    indented = piece.block.lines[0].indent > 0
    at_end = ' text-anchor="end"' if piece.upright or not indented else ""
    if indented:
        return x, y + 0.85 * high, at_end
    return (x, y - 0.25 * high, at_end) if piece.upright else (x - 0.25 * high, y + 0.85 * high, at_end)
