"""Whether text goes on from the end of one column to the beginning of another."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout.columns import Column
from converter.layout.surface import OPENING, Strip
from converter.press.bonds import bound
from converter.press.marks import SENTENCE_ENDS

NEVER, UNLIKELY, OPEN, LIKELY, SURE = -3.0, -1.0, 0.0, 1.0, 3.0
INDENT = 0.8  # ems from which a line is seen to be indented
LARGER = 1.08  # times the size of text from which a column is a subhead
SHORT = 1.2  # ems that a line lacks at least that is seen to end before its column does

BRACKETS = {"（": "）", "(": ")", "【": "】", "［": "］", "[": "]", "〔": "〕"}
ASIDE = 3.0  # ems at a line's beginning that only one has which is set to the right, or at the end of one apart


def indent(strip: Strip, column: Column) -> float:
    """How far a line is from its column's beginning, in ems; a mark that opens may be set half as wide."""
    off = (strip.start - column.start) / strip.size
    return max(0.0, off - 0.5) if strip.text[0] in OPENING and 0.2 < off < 0.7 else off


def lacks(strip: Strip, column: Column) -> float:
    """How much room a line leaves at its column's end, in ems."""
    return (column.end - strip.edge) / strip.size - (
        1.0 if strip.edge < strip.end <= column.end + 0.3 * strip.size else 0.0
    )


def joint(above: Column, below: Column) -> float:
    """How well a column's text goes on in another's: a line cut short ends a paragraph, an indented one begins one.

    Larger type is a subhead's, which stands between two paragraphs.
    """
    last, first = above.strips[-1], below.strips[0]
    ends = lacks(last, above) > SHORT or _is_title(last, above) or indent(last, above) > ASIDE
    begins = indent(first, below) > INDENT or _is_bracketed(first, below) or _is_whole(first, below)
    whole = last.text[-1] in SENTENCE_ENDS
    if max(above.size, below.size) > LARGER * min(above.size, below.size):
        return _beside_subhead(above.size < below.size, ends or whole, begins)
    if ends:
        return LIKELY if begins else (NEVER if below.fills(first) else UNLIKELY)
    if begins:
        return OPEN if whole else NEVER
    if whole:
        return OPEN
    return SURE + (1.0 if bound(last.text[-1], first.text[0]) else 0.0)


def _is_whole(strip: Strip, column: Column) -> bool:
    """Whether a line ends well before its column does, and no sentence with it: so do names above a text."""
    return lacks(strip, column) > ASIDE and strip.text[-1] not in SENTENCE_ENDS and len(column.strips) > 1


def _beside_subhead(is_below: bool, ends: bool, begins: bool) -> float:
    """How well text goes on to a subhead that ``is_below`` it, or on from one: where a paragraph ends, or begins."""
    if is_below:
        return OPEN if ends else NEVER
    return LIKELY if begins else UNLIKELY


def _is_bracketed(strip: Strip, column: Column) -> bool:
    """Whether a line is in brackets from end to end and fills no line: so is what is said of the text below it."""
    return strip.text[0] in BRACKETS and strip.text[-1] == BRACKETS[strip.text[0]] and lacks(strip, column) > SHORT


def _is_title(strip: Strip, column: Column) -> bool:
    """Whether a line is set as none of text is: bolder, or with as much room at its beginning as at its end."""
    bolder = strip.bold and 2 * sum(other.bold for other in column.strips) < len(column.strips)
    left, right = (strip.start - column.start) / strip.size, (column.end - strip.end) / strip.size
    return bolder or min(left, right) > 0.25 and abs(left - right) < 0.2


def indented(columns: Sequence[Column]) -> bool:
    """Whether paragraphs begin with an indent on a page."""
    lines = [(strip, column) for column in columns for strip in column.strips[1:]]
    return sum(indent(strip, column) > INDENT for strip, column in lines) > 0
