"""Lists on a page: titles of other stories below their label or at its end, rows of lines with one bullet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from converter.press.marks import DASHES, STOPS
from converter.structure.cues.measures import Page

_LABELLED = "names a list of other stories"
_LONGEST = 50  # characters of the title of another story
_BULLETED = {"opens with a bullet", "opens with a dash"}
_LEAST = 3  # lines that make a row
_MOST = 100  # titles below one label: a page of labels alone takes time linear in it too


def list_cues(page: Page, cues: Sequence[Sequence[str]]) -> Iterator[tuple[int, str]]:
    """Line numbers and what lists they are of. Linear in the lines."""
    for label in [n for n, line in enumerate(cues) if _LABELLED in line]:
        items = list(islice(_items(page, label + 1), _MOST))
        if len(items) > 1 or (items and items[-1] == len(page.lines) - 1):
            yield label, "stands above a list of other stories"
            yield from [(n, "is one of a list of other stories") for n in items]
    yield from [(n, "is one of the title lines that end the page") for n in _last_titles(page)]
    yield from _rows(page, cues)


def _items(page: Page, first: int) -> Iterator[int]:
    """The lines from ``first`` that may be titles of other stories. The one right above text is its own title."""
    for n in range(first, len(page.lines)):
        if not _may_be_a_title(page, n) or (n + 1 < len(page.lines) and not _may_be_a_title(page, n + 1)):
            return
        yield n


def _may_be_a_title(page: Page, number: int) -> bool:
    return page.lengths[number] <= _LONGEST and page.lines[number].text[-1] not in STOPS.replace("？", "")


def _last_titles(page: Page) -> range:
    """The title lines below the last text of the page, three or more."""
    first = len(page.titles)
    while first and page.titles[first - 1]:
        first -= 1
    return range(first, len(page.titles) if 0 < first <= len(page.titles) - _LEAST else first)


def _rows(page: Page, cues: Sequence[Sequence[str]]) -> Iterator[tuple[int, str]]:
    """Three lines or more in a row that open with the same bullet or dash."""
    marks = ["" if _BULLETED.isdisjoint(line) else _mark(page.lines[n].text) for n, line in enumerate(cues)]
    for mark, group in groupby(range(len(marks)), marks.__getitem__):
        if mark and len(row := list(group)) >= _LEAST:
            yield from [(n, "is one of a row of lines with one bullet") for n in row]


def _mark(text: str) -> str:
    return "-" if text[0] in DASHES else text[0]
