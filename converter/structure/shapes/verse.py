"""Verse in plain text: lines of one metre, stanzas that are set in, songs, 词 under their tune.

A line of verse is a block of form ``VERSE``, its depth the number of its stanza. Lines of prose that were cut to a
width are as even as verse; but they break off anywhere, where verse ends a line with a clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import or_

from converter.model import Form, Line, Opens, Role
from converter.press.lexicon import lists
from converter.press.marks import TEXT_ENDS
from converter.press.names import number_of_names
from converter.press.numbers import value_of
from converter.press.patterns import later
from converter.structure.series.schemes import division
from converter.structure.shapes.metres import (
    LONGEST_CLAUSE,
    WIDEST,
    Row,
    clauses_of,
    ends_a_clause,
    ends_a_sentence,
    lengths_of,
    may_be_verse,
)
from converter.structure.shapes.poems import field_of, fields, tunes

_REGULAR = (5, 7)
"""Characters of a line of the old forms, which are known without a mark at its end."""

_UNEVEN = 4
"""Characters by which lines of one metre differ at most, as one has quotes around it."""

_DEEP = 12
"""Columns that a stanza without marks is set in at most: what stands further right signs."""

_SONG = 16
"""Characters of the longest line of a song or a free poem."""

_PART = 8
_LONGEST_HEAD = 5
"""Lines above a song in its group: the page's own, a column's name, a title, its makers."""
_SIGNS = "◎□○◆●■◇"
"""What may stand before a poet's name."""
_FEWEST_OF_A_SONG = 6
_FEWEST_OF_A_POEM = 3
_TITLED = later("(?:ts[sp]*){2,}")
_NARROWEST = 10
"""Characters of a column of prose."""


def with_verse(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of verse a block each with the number of its stanza; the same lines where there is no verse."""
    told = fields(lines)
    rows = _apart([*_metrical(lines), *tunes(lines), *_set_in(lines)])
    heads, stanzas = _songs(lines, rows)
    rows = _apart([*rows, *stanzas])
    titles, stanzas = _titled(lines)
    rows = _apart([*rows, *stanzas])
    heads |= dict.fromkeys(titles, Role.HEADLINE)
    if not rows and not told:
        return lines
    found = list(lines)
    for place, line in told:
        found[place] = line
    for stanza, row in enumerate(rows, 1):
        _set_row(found, row, stanza)
        _set_head(found, row)
    for place, role in heads.items():
        opens = Opens.ARTICLE if role is Role.HEADLINE else Opens.BLOCK
        found[place] = replace(found[place], role=role, opens=opens)
    return found


def _titled(lines: Sequence[Line]) -> tuple[list[int], list[Row]]:
    """The titles and the stanzas of poems one below the other, each with its title between blank lines.

    A title says what the poem is of, where a number parts one poem; and one poem alone may be anything below a title.
    """
    groups = list(_groups(lines))
    shapes = "".join(_shape(lines, group) for group in groups)
    heads: list[int] = []
    rows: list[Row] = []
    for hit in _TITLED.finditer(shapes):
        stanzas = [groups[n] for n in range(*hit.span()) if shapes[n] in "sp"]
        row = [lines[place] for stanza in stanzas for place in stanza]
        if _run_on(row) and _speaks(row):
            heads += [groups[n].start for n in range(*hit.span()) if shapes[n] == "t"]
            rows += [Row(stanza.start, stanza.stop) for stanza in stanzas]
    return heads, rows


def _shape(lines: Sequence[Line], group: range) -> str:
    """What a group of lines may be: t a poem's title, s a stanza, p one of a pair of lines, x anything else."""
    first = lines[group.start]
    if len(group) == 1:
        is_title = len(first.text) <= _SONG and bool(clauses_of(first)) and not ends_a_clause(first)
        return "t" if is_title and not division(first.text) and value_of(first.text) is None else "x"
    if not _is_stanza(lines, group, set()):
        return "x"
    return "s" if len(group) >= _FEWEST_OF_A_POEM else "p"


def _speaks(row: Sequence[Line]) -> bool:
    """Whether half of the lines or more have words of speech, as those of lists do not: dishes, schools, streets."""
    words = lists(__package__, "words")["poem", "speaks"]
    return 2 * sum(any(word in line.text for word in words) for line in row) >= len(row)


def _set_head(lines: list[Line], row: Row) -> None:
    """Set the title and the poet that stand between the ``row`` and the poem above it."""
    title, poet = row.first - 2, row.first - 1
    apart = (
        title > 0 and lines[title - 1].form is Form.VERSE and lines[title].gap_before and lines[row.first].gap_before
    )
    if not apart or lines[poet].gap_before:
        return
    head = lines[title], lines[poet]
    if all(line.is_free and len(line.text) <= _SONG for line in head) and number_of_names(head[1].text) == 1:
        lines[title] = replace(head[0], role=Role.HEADLINE, opens=Opens.ARTICLE)
        lines[poet] = replace(head[1], role=Role.BYLINE, opens=Opens.BLOCK)


def _set_row(lines: list[Line], row: Row, stanza: int) -> None:
    """Set the lines of a stanza as verse, its makers above as a byline; prose right below it begins anew."""
    for place in _makers_above(lines, row):
        lines[place] = replace(lines[place], role=Role.BYLINE, opens=Opens.BLOCK)
    for place in range(row.first, row.end):
        lines[place] = replace(lines[place], role=Role.PARAGRAPH, opens=Opens.BLOCK, form=Form.VERSE, depth=stanza)
    if row.end < len(lines) and len(lines[row.end].text) > WIDEST and lines[row.end].is_free:
        lines[row.end] = replace(lines[row.end], opens=Opens.BLOCK)


def _makers_above(lines: Sequence[Line], row: Row) -> Iterator[int]:
    """The lines right above a stanza that name its makers (作词：…)."""
    place = row.first - 1
    while place >= 0 and field_of(lines[place]) == "author":
        yield place
        place -= 1


def _apart(rows: Iterable[Row]) -> list[Row]:
    """The rows in order, each without what the one before it has."""
    found: list[Row] = []
    for row in sorted(rows):
        start = max(row.first, found[-1].end) if found else row.first
        if start < row.end:
            found.append(Row(start, row.end))
    return found


def _metrical(lines: Sequence[Line]) -> Iterator[Row]:
    """Stanzas of rows of lines that have the same metre, in couplets."""
    if not lines:
        return
    even = [abs(len(above.text) - len(below.text)) <= _UNEVEN for above, below in pairwise(lines)]
    near = map(or_, [False, *even], [*even, False])
    metres = [_metre(line) if alike else () for line, alike in zip(lines, near, strict=True)]
    place = 0
    for metre, members in groupby(metres):
        first, place = place, place + len(list(members))
        row = lines[first:place]
        if not metre or len(row) % 2:
            continue
        stanzas = _stanzas(row, first)
        is_couplet = len(row) == 2 and _stands_apart(lines, first, place)
        is_long = len(row) >= _fewest(metre)
        if (is_long or (is_couplet and len(stanzas) == 1)) and _is_regular(row, metre, stanzas):
            yield from stanzas


def _metre(line: Line) -> tuple[int, ...]:
    """The clauses of a line that are of one length, as in the old forms; empty for any other line."""
    clauses = lengths_of(line.text) if len(line.text) <= WIDEST else ()
    is_even = len(set(clauses)) == 1 and 3 <= clauses[0] <= LONGEST_CLAUSE
    return clauses if is_even and may_be_verse(line) else ()


def _fewest(metre: tuple[int, ...]) -> int:
    """How many lines of a metre are no chance: a couplet that is one line each counts as two."""
    return 2 if len(metre) > 1 and metre[0] > 3 else 4


def _stands_apart(lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether blank lines stand around two lines, which are both in the middle of a text."""
    return first > 0 and end < len(lines) and bool(lines[first].gap_before and lines[end].gap_before)


def _is_regular(row: Sequence[Line], metre: tuple[int, ...], stanzas: Sequence[Row]) -> bool:
    """Whether lines of one metre end as couplets do: the second of two ends a sentence; or no line has a mark."""
    if not any(map(ends_a_clause, row)):
        return metre[0] in _REGULAR and len(row) > 2 and all((last - first) % 2 == 0 for first, last in stanzas)
    return metre[0] * len(metre) > 3 and all(map(ends_a_clause, row)) and all(map(ends_a_sentence, row[1::2]))


def _stanzas(row: Sequence[Line], first: int) -> list[Row]:
    """A row of lines cut where a blank line stands; where one stands between all of them, it is one stanza."""
    usual = min((line.gap_before for line in row[1:]), default=0)
    starts = [place for place, line in enumerate(row) if not place or line.gap_before > usual]
    return [Row(first + start, first + end) for start, end in zip(starts, [*starts[1:], len(row)], strict=True)]


def _set_in(lines: Sequence[Line]) -> Iterator[Row]:
    """Stanzas that stand further in than the prose around them."""
    edge = max((line.indent for line in lines if len(line.text) > WIDEST), default=None)
    if edge is None:
        return
    for group in _groups(lines):
        for indent, members in groupby(group, key=lambda place: lines[place].indent):
            places = list(members)
            row = [lines[place] for place in places]
            if indent > edge + 1 and len(row) > 1 and all(map(_may_be_set_in, row)) and _ends_alike(row, indent - edge):
                yield Row(places[0], places[-1] + 1)


def _may_be_set_in(line: Line) -> bool:
    """Whether a line that is set in may be verse: a short one of clauses alone."""
    return 4 <= len(line.text) <= WIDEST and bool(clauses_of(line))


def _ends_alike(row: Sequence[Line], indent: int) -> bool:
    """Whether every line ends a clause; or none of three or more does, which are not set far in and not cut."""
    if not any(map(ends_a_clause, row)):
        return len(row) > 2 and indent <= _DEEP and not _is_cut(row)
    return all(map(ends_a_clause, row))


def _groups(lines: Sequence[Line]) -> Iterator[range]:
    """Neighbouring lines without a blank line between; where one stands between all lines, without a second one."""
    usual = min((line.gap_before for line in lines[1:]), default=0)
    starts = [place for place, line in enumerate(lines) if not place or line.gap_before > usual]
    return map(range, starts, [*starts[1:], len(lines)])


def _songs(lines: Sequence[Line], known: Sequence[Row]) -> tuple[dict[int, Role], list[Row]]:
    """Titles that stand right above their poem's first line, and stanzas of short lines of any length, at least two
    after one another; what else stands above the first is no verse.
    """
    taken = {place for row in known for place in range(row.first, row.end)}
    heads: dict[int, Role] = {}
    rows: list[Row] = []
    bodies = [_below_the_head(lines, group) for group in _groups(lines)]
    for sung, members in groupby(filter(None, bodies), key=lambda body: _is_stanza(lines, body, taken)):
        stanzas = list(members)
        if sung and len(stanzas) > 1 and _run_on([lines[place] for stanza in stanzas for place in stanza]):
            titles = _titles_within(lines, stanzas)
            heads.update(titles)
            rows += [Row(stanza.start + (stanza.start in titles), stanza.stop) for stanza in stanzas]
    return heads, rows


def _titles_within(lines: Sequence[Line], stanzas: Sequence[range]) -> dict[int, Role]:
    """The first lines of stanzas that are a poem's title: headlines, or subheads where one stands right below what is
    the title of all with their poet. The first stanza has one if nothing above can be it.
    """
    may_be = [stanza.start for stanza in stanzas if _may_be_within(lines, stanza)]
    first = stanzas[0].start
    is_below_head = first > 0 and not lines[first].gap_before
    if len({lines[place].text for place in may_be}) < len(may_be):  # a refrain
        return {}
    if is_below_head:
        return dict.fromkeys(may_be, Role.SUBHEAD if first in may_be else Role.HEADLINE)
    begins = first in may_be and (first == 0 or lines[first - 1].text[-1] in TEXT_ENDS)
    return dict.fromkeys(may_be, Role.HEADLINE) if begins and len(may_be) < len(stanzas) else {}


def _may_be_within(lines: Sequence[Line], stanza: range) -> bool:
    """Whether the first line of a stanza is at most half as long as any below, and has no word of speech."""
    title, *verses = (lines[place].text for place in stanza)
    if len(verses) < 2 or 2 * len(title) > min(map(len, verses)):
        return False
    return not any(word in title for word in lists(__package__, "words")["poem", "speaks"])


def _is_stanza(lines: Sequence[Line], body: range, taken: set[int]) -> bool:
    """Whether two lines or more, none of them ``taken``, are all short, and not cut."""
    row = [lines[place] for place in body]
    return len(row) > 1 and all(map(_may_be_sung, row)) and not _is_cut(row) and taken.isdisjoint(body)


def _below_the_head(lines: Sequence[Line], group: range) -> range:
    """The lines of a group without those that name the song's makers and what stands above these."""
    if len(lines[group.stop - 1].text) > WIDEST:
        return group
    heads = [place for place in group[:_LONGEST_HEAD] if field_of(lines[place]) or _names_poet(lines, place, group)]
    body = range(heads[-1] + 1, group.stop) if heads else group
    return body if all(len(lines[place].text) <= WIDEST for place in body) else group


def _names_poet(lines: Sequence[Line], place: int, group: range) -> bool:
    """Whether a line is somebody's name, or a sign and a pen name, below a title: of the group, or alone above it."""
    text = lines[place].text
    is_named = number_of_names(text) == 1 or text[0] in _SIGNS and len(text) <= _PART
    is_titled = place > group.start or place < 2 or lines[place - 1].gap_before > 0 and lines[place].gap_before > 0
    return is_named and is_titled


def _may_be_sung(line: Line) -> bool:
    """Whether a line is short, of clauses alone and no chapter's title, or tells a song's part: （副歌）."""
    if len(line.text) <= _PART and line.text[0] in "（([【" and line.text[-1] in "）)]】":
        return line.is_free
    if "：" in line.text or division(line.text):
        return False
    is_number = len(line.text) == 1 and value_of(line.text) is not None
    return len(line.text) <= _SONG and not is_number and bool(clauses_of(line))


def _is_cut(row: Sequence[Line]) -> bool:
    """Whether the lines but the last are as long as one another, as those of prose in a column are."""
    usual, count = Counter(len(line.text) for line in row[:-1]).most_common(1)[0]
    return count > 1 and usual >= _NARROWEST and 2 * count > len(row)


def _run_on(row: Sequence[Line]) -> bool:
    """Whether lines are enough for a song, of which half or more end no sentence and are longer than a name."""
    if len(row) < _FEWEST_OF_A_SONG:
        return False
    return 2 * sum(not ends_a_sentence(line) for line in row) >= len(row) <= 2 * sum(len(line.text) > 3 for line in row)
