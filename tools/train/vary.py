"""The same page as another paper would have set it: pages multiplied by what does not change their structure.

Every choice is drawn from the page's id and the number of the draw, so that the same pages always give the same
variants.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from converter.model import Line
from converter.structure.search.grammar import BRIEF, STATES
from tools.train.customs import Pool, recast
from tools.train.pages import INDEX, OURS, Page

WIDTHS = (12, 14, 17, 20, 26, 34)
_WHOLE = 20  # lines: a page that has more is a whole one
_MOST = 160  # lines of a hard-wrapped variant: its first ones are as telling as all
_SET_IN_COLUMNS = ("paragraph", "lead", "caption", "column_note")
_CUT_SHARE = 0.25  # of the long paragraphs of a page that column breaks cut


def variants(page: Page, pool: Pool, draw_number: int) -> Iterator[Page]:
    """The page by other customs, with columns cut or hard-wrapped, and in another layout of blank lines and indents.

    The project's own cases are short, and varied three times; its whole pages are not varied, but for their folio
    lines: a page that is copied by hand has none.
    """
    if is_own_whole_page(page):
        yield _without_folio(page)
        return
    for turn in range(3 if page.source == OURS else 2):
        draw = Random(f"{page.id} {turn} {draw_number}")
        yield from _varied(recast(page, pool, draw), draw)


def is_own_whole_page(page: Page) -> bool:
    """Whether the page is one of the project's own, and more than a case of one phenomenon."""
    return page.source == OURS and len(page.lines) >= _WHOLE


def _without_folio(page: Page) -> Page:
    """The page as somebody copies it: its masthead, folio and furniture lines left out."""
    kept = [n for n, row in enumerate(page.allowed) if STATES[int(row.argmax())][0] not in ("folio", "furniture")]
    return replace(page, lines=tuple(page.lines[n] for n in kept), allowed=page.allowed[kept])


def _varied(page: Page, draw: Random) -> Iterator[Page]:
    wrapped = any(STATES[int(row.argmax())][1] == "line" for row in page.allowed)
    if not wrapped:
        yield _layout(_cut(page, draw, 1), draw, apart=True)
        if len(page.lines) > 8 and draw.random() < 0.5:
            yield _layout(_cut(page, draw, draw.choice(WIDTHS)), draw)
    elif len(page.lines) <= _MOST:
        yield _layout(page, draw)


def _cut(page: Page, draw: Random, width: int) -> Page:
    """The page with some paragraphs cut once (width 1), or with all its lines broken at ``width`` characters."""
    lines: list[Line] = []
    allowed = []
    indent = draw.choice((0, 2))
    # A paper's headlines run over several columns, and are not broken where its text is.
    titles_too = draw.random() < 0.5
    for line, row in zip(page.lines, page.allowed, strict=True):
        text = STATES[int(row.argmax())][0].removeprefix(BRIEF) in _SET_IN_COLUMNS
        if width == 1:
            pieces = _halves(line.text, draw)
        else:
            pieces = _broken(line.text, width, indent if text else 0) if text or titles_too else [line.text]
        for number, piece in enumerate(pieces):
            gap = line.gap_before if width == 1 or not number else 0
            lines.append(replace(line, text=piece, gap_before=gap, indent=line.indent if not number else 0))
            allowed.append(row if not number else _going_on(row))
    return replace(page, lines=tuple(lines[:_MOST]), allowed=np.array(allowed[:_MOST]))


def _halves(text: str, draw: Random) -> list[str]:
    """Long text cut by a column's end, now and then."""
    if len(text) < 30 or draw.random() > _CUT_SHARE:
        return [text]
    at = draw.randint(6, len(text) - 2)
    if text[at - 1] in "。！？”」":  # nobody can tell a cut between two sentences from a new paragraph
        at -= 2
    return [text[:at].strip(), text[at:].strip()]


def _broken(text: str, width: int, indent: int) -> list[str]:
    """Text broken at ``width`` characters, its first line shorter by ``indent``."""
    cuts = [0, *range(width - indent, len(text), width), len(text)]
    return [piece for piece in (text[a:b].strip() for a, b in zip(cuts, cuts[1:], strict=False)) if piece]


def _going_on(row: NDArray[np.float64]) -> NDArray[np.float64]:
    """The states that go on with the block that ``row`` may open."""
    found = np.zeros_like(row)
    for state in np.flatnonzero(row):
        found[INDEX[STATES[state][0], "line"]] = 1
    return found


def _layout(page: Page, draw: Random, apart: bool = False) -> Page:
    """The page with, or without, blank lines between blocks and indents before paragraphs.

    ``apart``: the blank lines stand between the halves of a block too, as column breaks have them.
    """
    blank, indented = draw.random() < 0.5, draw.random() < 0.5
    gaps = {line.gap_before for line in page.lines}
    usual = 1 if blank else 0
    lines: list[Line] = []
    for line, row in zip(page.lines, page.allowed, strict=True):
        role, opening = STATES[int(row.argmax())]
        opens = opening != "line"
        gap = usual + (line.gap_before > max(1, min(gaps)) and len(gaps) > 1) if opens else usual * apart
        indent = 4 if indented and opens and "paragraph" in role else 0
        lines.append(replace(line, gap_before=gap if lines else 0, indent=indent))
    return replace(page, lines=tuple(lines))
