"""The lines of a story in order, with what their places tell of where blocks begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from statistics import median

from converter.layout.columns import DISPLAY, Column
from converter.layout.heads import Head
from converter.layout.joints import ASIDE, BRACKETS, INDENT, SHORT, indent, indented, lacks
from converter.layout.surface import Placed, Strip, shared
from converter.press.dates import has_date
from converter.press.marks import CLINGING, OPENING, SENTENCE_ENDS
from converter.press.patterns import later

HEADLINE, ABOVE, SUBHEAD = 1, 2, 3
"""Levels: of the largest line over a story, of a line in large type above it, of one set apart between paragraphs."""

RUBRIC = 8
"""Characters of the longest title of a column of several items."""

DOUBTFUL, UNSURE = 1.0, 0.7
"""The margin below which it is doubtful of which story a column is, and how sure its neighbouring lines then are."""

_BLANK = 1.6
"""Ems at a line's head up to which they are a blank in its text, where paragraphs are indented by two."""

_FEW = 2
"""Lines of a column at most whose measure they may not show."""

LONGEST_SUBHEAD, SHORT_SUBHEAD = 30, 14
NO_TITLE_ENDS = "。；，：、;,:"


def placed(columns: Sequence[Column], head: Head | None, body: float) -> list[Placed]:
    """The lines of a story: its headline's, then its columns'."""
    lines = _head_lines(head, body) if head else []
    _take_measures(columns)
    by_indent = indented(columns)
    above: Placed | None = None
    ended: Column | None = None
    for column in columns:
        for strip, below in zip(column.strips, [*column.strips[1:], None], strict=True):
            line = Placed(strip, indent=round(max(0.0, indent(strip, column))))
            centred = _is_centred(strip, column) and not (below and _is_dateline(strip, below, column))
            strip.centred = strip.centred or centred
            if strip is column.strips[0] and column.margin < DOUBTFUL:
                for beside in (strip, above.strip) if above else (strip,):
                    beside.sure = min(beside.sure, UNSURE)
            if above is None or ended is None:
                line.opens = True
            else:
                line.opens = _opens(above.strip, ended, strip, column, by_indent)
                _part_flush([*lines[-2:], line], ended)
            lines.append(line)
            above, ended = line, column
    _tell_levels(lines, len(head.strips) if head else 0, body)
    return lines


def _take_measures(columns: Sequence[Column]) -> None:
    """Give columns of a line or two, which may not fill their measure, that of the others, where it lies on their
    grid."""
    long = [column for column in columns if len(column.strips) > _FEW]
    starts = sorted({round(column.start, 1) for column in long})
    steps = [right - left for left, right in pairwise(starts) if right - left > long[0].size]
    if not steps:
        return
    width, step = median(column.width for column in long), min(steps)
    for column in columns:
        slack = 0.3 * column.size
        start = starts[0] + (column.start + slack - starts[0]) // step * step
        fits = abs(column.size - long[0].size) < slack and column.upright == long[0].upright
        if fits and len(column.strips) <= _FEW and column.end < start + width + SHORT * column.size:
            column.start, column.end = min(start, column.start), max(start + width, column.end)


def _part_flush(lines: Sequence[Placed], column: Column) -> None:
    """Let the second of three lines, which leaves room in its column, begin a block where it is a subhead."""
    if len(lines) > 2 and lines[2].opens and lines[2].indent and lacks(lines[1].strip, column) > SHORT:
        lines[1].opens = lines[1].opens or _is_flush(lines[0], lines[1])


def _tell_levels(lines: Sequence[Placed], begins: int, body: float) -> None:
    """Give short lines that are set apart between two paragraphs a level below the headline's.

    Under a few words several such lines in larger type are the items of a column, and neither has a level.
    """
    found = list(_subheads(lines, begins, body))
    large = sum(lines[run[0]].strip.size >= DISPLAY * body for run in found)
    if large > 1 and 0 < sum(len(line.strip.text) for line in lines[:begins]) <= RUBRIC:
        for line in lines[:begins]:
            line.level = 0
        return
    for number in chain.from_iterable(found):
        lines[number].level = SUBHEAD


def _subheads(lines: Sequence[Placed], begins: int, body: float) -> Iterator[range]:
    """The lines that are set apart between two paragraphs, those that go on with one together."""
    end = begins + 1
    for number in range(begins + 1, len(lines) - 1):
        if number < end:
            continue
        end = number + 1
        while end < len(lines) and lines[end].opens is False and _look(lines[end].strip) == _look(lines[number].strip):
            end += 1
        below = lines[end] if end < len(lines) else None
        if below and below.opens and below.indent and _may_be_subhead(lines[number - 1 : end], body):
            yield range(number, end)


def _may_be_subhead(lines: Sequence[Placed], body: float) -> bool:
    """Whether lines that are set alike, below the first, are short, set apart, and no sentence: not indented where
    paragraphs are, and where the one above has ended, they are apart as well."""
    above, *lines = lines
    text, strip = "".join(line.strip.text for line in lines), lines[0].strip
    flush = len(lines) == 1 and _is_flush(above, lines[0])
    apart = strip.bold or strip.centred or strip.size > 1.06 * body or flush
    return bool(lines[0].opens) and apart and text[-1] not in NO_TITLE_ENDS and len(text) <= LONGEST_SUBHEAD


def _is_flush(above: Placed, line: Placed) -> bool:
    """Whether a few words that are not indented stand below the end of a sentence, and end none."""
    text = line.strip.text
    whole = above.strip.text[-1] in SENTENCE_ENDS and text[-1] not in (*SENTENCE_ENDS, *NO_TITLE_ENDS)
    return whole and not line.indent and len(text) <= SHORT_SUBHEAD


def _look(strip: Strip) -> tuple[bool, bool, int]:
    """How a line is set."""
    return strip.bold, strip.centred, round(strip.size * 2)


def _is_centred(strip: Strip, column: Column) -> bool:
    left, right = strip.start - column.start, column.end - strip.end
    return left > 0.7 * strip.size and right > 0.7 * strip.size and abs(left - right) < 0.6 * strip.size


def _opens(above: Strip, ended: Column, strip: Strip, column: Column, by_indent: bool) -> bool | None:
    """Whether a line begins a block, by the line before it and their columns."""
    if above.listed or _look(above) != _look(strip) or _reaches_beyond(above, strip):
        return True
    if _is_left_open(above.text) or _is_pushed_on(above, ended, strip, column, by_indent):
        return False
    if _is_set_right(strip, column) and _fills_from_indent(above, ended) and not has_date(strip.text):
        return False
    if indent(strip, column) > INDENT:
        return not _begins_with_a_blank(above, ended, strip, column)
    if lacks(above, ended) > max(SHORT, _unbroken(strip.text)):
        return True
    if by_indent or above.text[-1] not in SENTENCE_ENDS:
        return False
    return None


def _reaches_beyond(above: Strip, strip: Strip) -> bool:
    """Whether a line begins before the one right above it by more than an indent, and ends behind it: names that are
    centred, above a source that is."""
    stands_below = strip.before > above.before and shared(above.start, above.end, strip.start, strip.end) > 0
    return stands_below and above.start - strip.start > ASIDE * strip.size and strip.end - above.end > strip.size


def _is_left_open(text: str) -> bool:
    """Whether a line begins with a bracket that it does not close."""
    return text[0] in BRACKETS and BRACKETS[text[0]] not in text


def _is_dateline(strip: Strip, below: Strip, column: Column) -> bool:
    """Whether a line begins a paragraph, though the next one's bracket with a name leaves as much room at its end:
    本报海州5月15日电⏎（记者…."""
    bracketed = below.text[0] in BRACKETS and BRACKETS[below.text[0]] in below.text[1:-1]
    return bracketed and abs(indent(strip, column) - 2) < 0.2 and indent(below, column) <= INDENT


def _begins_with_a_blank(above: Strip, ended: Column, strip: Strip, column: Column) -> bool:
    """Whether a line goes on with a full one that ends no sentence, though a blank stands at its head: it is less than
    a paragraph's indent."""
    goes_on = lacks(above, ended) <= SHORT and above.text[-1] not in SENTENCE_ENDS
    return goes_on and (strip.head - column.start) / strip.size < _BLANK and column.fills(strip)


def _is_set_right(strip: Strip, column: Column) -> bool:
    """Whether a line reaches to its column's end alone."""
    return indent(strip, column) > ASIDE and column.fills(strip) and not _is_centred(strip, column)


def _fills_from_indent(strip: Strip, column: Column) -> bool:
    """Whether a line is indented and full, and ends no sentence: below one that is set to the right it is the first of
    a name that takes two lines."""
    full = lacks(strip, column) <= SHORT and INDENT < indent(strip, column) <= ASIDE
    return full and strip.text[-1] not in SENTENCE_ENDS and strip.text[-1] not in NO_TITLE_ENDS


def _unbroken(text: str) -> float:
    """How many ems of a line's head cannot be broken (clreq, 3.1.3): a word of Latin letters, a number or a character
    with the marks around it. So much room is left at the end of the line above where text is set ragged.
    """
    found = _HEAD.match(text)
    return sum(0.5 if char.isascii() else 1.0 for char in found[0]) if found else 0.0


_HEAD = later(f"[{re.escape(OPENING)}]*(?:[!-~]+|.)[{re.escape(CLINGING)}]*")


def _is_pushed_on(above: Strip, ended: Column, strip: Strip, column: Column, by_indent: bool) -> bool:
    """Whether a line is but a little short because what cannot be broken stands at the head of the next one, which is
    not indented as paragraphs are: a bracket with a word, a number."""
    goes_on = by_indent and indent(strip, column) <= INDENT
    little = SHORT < lacks(above, ended) < ASIDE and indent(above, ended) < ASIDE and not above.centred
    return goes_on and little and column.fills(strip)


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
        level = HEADLINE if strip.size > 0.97 * largest else 0 if reached or strip.size < DISPLAY * body else ABOVE
        reached = reached or level == HEADLINE
        near = above is not None and strip.before - above.after < 0.9 * strip.size
        lines.append(Placed(strip, not (alike and near), 0, level))
        above = strip
    return lines
