"""The title of a whole document and what stands below it, above the first of its divisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Line, Opens, Role
from converter.press.dates import has_date
from converter.structure.series.runs import is_title
from converter.structure.series.schemes import words
from converter.structure.series.telling import Told, free_of

_HEAD = 30
"""Lines above the first division among which the title of the whole may be."""


def is_title_of_whole(line: Line) -> bool:
    """Whether a document's first line may be its title; with a date it is a masthead."""
    return line.is_free and is_title(line.text) and not has_date(line.text)


def head(lines: Sequence[Line], first: int, law: bool) -> Iterator[Told]:
    """The title above the ``first`` division, what stands in brackets below it, and a book's fields (简介：).

    In brackets below a ``law``'s title is when it was passed; below another, what it is: （三幕话剧）.
    """
    if not 0 < first <= _HEAD or not is_title_of_whole(lines[0]):
        return
    yield Told(0, Role.HEADLINE, Opens.ARTICLE)
    below = lines[1]
    if below.is_free and below.text[0] in "（(" and below.text[-1] in "）)":
        yield Told(1, Role.DATELINE if law and has_date(below.text) else Role.DECK)
    for place in free_of(lines[:first]):
        if lines[place].text.replace(":", "：").partition("：")[0] in words("line", "fields"):
            yield Told(place, Role.PARAGRAPH)
