"""Brief columns (简讯栏): neighbouring short stories are items of one below its name or above its compiler's note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.structure.cues.measures import Page

_SLOTS = {"is a slot name", "ends like a slot name"}
_OF_FOLIOS = {
    "has a page number in it",
    "has what folios have",
    "begins as a folio does",
    "names a paper and its day or page",
}
_OF_A_COLUMN = "speaks of its column"
_MOST_LINES = 2  # that an item of a brief column has
_LONGEST_ITEM = 400  # characters


def brief_cues(page: Page, cues: Sequence[Sequence[str]]) -> list[tuple[int, str]]:
    """The lines of a row of short items: three titles or more, each with one line of text.

    Between a brief column's name and its compiler's note two such are enough, and each may have some lines.
    """
    if page.width:
        return []
    found: list[tuple[int, str]] = []
    for count, _, first, end in _rows(page, cues, 1):
        if count >= 3:
            found += [(n, "is one of a row of short items") for n in range(first, end)]
    for count, head, first, end in _rows(page, cues, _MOST_LINES):
        names = [n for n in range(max(0, head - 2), first) if _is_slot_name(cues[n])]
        noted = end < len(cues) and _OF_A_COLUMN in cues[end]
        if count >= 2 and (names or noted):
            place = "under a slot name" if names else "above a note on its column"
            found += [(n, f"is one of a row of short items {place}") for n in range(first, end)]
            found += [(n, "is a slot name above a row of short items") for n in names[-1:]]
    return found


def _rows(page: Page, cues: Sequence[Sequence[str]], most: int) -> Iterator[tuple[int, int, int, int]]:
    """Rows of stories of at most ``most`` lines of text each.

    Of each row: how many stories, the first title line, the first item's title, and the line below all. Title lines
    above the first item's may be the column's own.
    """
    count = above = first = 0
    heads = [*sorted(page.heads), len(page.lines)]
    for head, end in zip(heads, heads[1:], strict=False):
        title = next((n for n in range(head, end) if not page.titles[n]), end) - 1
        texts = page.lengths[title + 1 : end]
        short = 1 <= len(texts) <= most and sum(texts) <= _LONGEST_ITEM and _OF_A_COLUMN not in cues[title]
        if count and (title > head or not short):
            yield count, above, first, head
            count = 0
        if short:
            above, first = (above, first) if count else (head, title)
            count += 1
    if count:
        yield count, above, first, len(page.lines)


def _is_slot_name(cues: Sequence[str]) -> bool:
    """Whether the line names a column, and not the page: 国内联播快讯, but not 第02版：要闻."""
    return not _SLOTS.isdisjoint(cues) and _OF_FOLIOS.isdisjoint(cues)
