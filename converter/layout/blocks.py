"""The lines of a story in order, with what their places tell of where blocks begin."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout.columns import DISPLAY, Column
from converter.layout.heads import Head
from converter.layout.joints import INDENT, SHORT, indent, indented, lacks
from converter.layout.surface import Placed, Strip
from converter.press.marks import SENTENCE_ENDS

SUBHEAD = 3
"""The level of a line between the paragraphs of a story that is set apart."""

LONGEST_SUBHEAD = 30
NO_TITLE_ENDS = "。；，：、;,:"


def placed(columns: Sequence[Column], head: Head | None, body: float) -> list[Placed]:
    """The lines of a story: its headline's, then its columns'."""
    lines = _head_lines(head, body) if head else []
    by_indent = indented(columns)
    above: Placed | None = None
    ended: Column | None = None
    for column in columns:
        for strip in column.strips:
            line = Placed(strip, indent=round(max(0.0, indent(strip, column))))
            centred = _is_centred(strip, column)
            strip.centred = strip.centred or centred
            if above is None or ended is None:
                line.opens = True
            else:
                line.opens = _opens(above.strip, ended, strip, column, by_indent)
            lines.append(line)
            above, ended = line, column
    _tell_subheads(lines, len(head.strips) if head else 0, body)
    return lines


def _tell_subheads(lines: Sequence[Placed], begins: int, body: float) -> None:
    """Give short lines that are set apart between two paragraphs a level below the headline's."""
    for number in range(begins + 1, len(lines) - 1):
        line, below = lines[number], lines[number + 1]
        strip = line.strip
        apart = strip.bold or strip.centred or strip.size > 1.06 * body
        whole = strip.text[-1] not in NO_TITLE_ENDS and len(strip.text) <= LONGEST_SUBHEAD
        if line.opens and apart and whole and below.opens and below.indent and not lines[number - 1].level:
            line.level = SUBHEAD


def _is_centred(strip: Strip, column: Column) -> bool:
    left, right = strip.start - column.start, column.end - strip.end
    return left > 1.2 * strip.size and right > 1.2 * strip.size and abs(left - right) < 0.6 * strip.size


def _opens(above: Strip, ended: Column, strip: Strip, column: Column, by_indent: bool) -> bool | None:
    """Whether a line begins a block, by the line before it and their columns."""
    looks = (above.bold, above.centred, round(above.size * 2)), (strip.bold, strip.centred, round(strip.size * 2))
    if looks[0] != looks[1]:
        return True
    if indent(strip, column) > INDENT:
        return True
    if lacks(above, ended) > SHORT:
        return True
    if by_indent or above.text[-1] not in SENTENCE_ENDS:
        return False
    return None


def _head_lines(head: Head, body: float) -> list[Placed]:
    largest = head.largest.size
    lines: list[Placed] = []
    above: Strip | None = None
    middles = [strip.middle for strip in head.strips]
    centred = max(middles) - min(middles) < head.largest.size
    reached = False
    for strip in head.strips:
        strip.centred = strip.centred or centred
        alike = above is not None and abs(above.size - strip.size) < 0.5 and above.bold == strip.bold
        level = 1 if strip.size > 0.97 * largest else 0 if reached or strip.size < DISPLAY * body else 2
        reached = reached or level == 1
        near = above is not None and strip.before - above.after < 0.9 * strip.size
        lines.append(Placed(strip, not (alike and near), 0, level))
        above = strip
    return lines
