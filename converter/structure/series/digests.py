"""Digests: a title and one paragraph, again and again, each of another matter. A story's subheads keep to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model import Line, Opens, Role
from converter.press.marks import TEXT_ENDS
from converter.structure.search.grammar import ROLES, STATES
from converter.structure.search.path import Reading
from converter.structure.series.runs import is_title
from converter.structure.series.schemes import item
from converter.structure.series.telling import Told, free_of, paragraphs

_FEWEST = 3
"""Titles of a digest."""

_SHARED = 0.04
"""The greatest part of the pairs of characters of one item that another may have too; one is chance."""

_MANY = 5
_SAID_AGAIN = 0.05
_OF_ONE_DAY = 0.1
"""Of so many items those next to each other may share more, as one day's news does, where hardly any of the first title
comes again in the others: .00 and .03 of it did in digests of the day, .07 and more of a story's in its parts."""

_ABOVE = (Role.FOLIO, Role.FURNITURE, Role.COLUMN_TITLE, Role.COLUMN_NOTE)


def digest(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The titles of a text that is a digest from its first title to its end, if they are read in two ways: headlines.

    A short item shares hardly a word with any other; the titles of one story come again in all of its text.
    """
    roles = [ROLES[reading.state] for reading in readings]
    first = next((place for place, role in enumerate(roles) if role not in _ABOVE), len(lines))
    titles, texts = range(first, len(lines), 2), range(first + 1, len(lines), 2)
    if len(titles) < _FEWEST or len(titles) != len(texts) or roles[first] is not Role.HEADLINE:
        return
    of_two_ways = Role.SUBHEAD in map(roles.__getitem__, titles) and all(_is_paragraph(readings[n]) for n in texts)
    if of_two_ways and all(_may_be_title(lines[n]) for n in titles) and _are_apart(lines, titles, texts):
        yield from (Told(place, Role.HEADLINE, Opens.ARTICLE) for place in titles)


def items(lines: Sequence[Line]) -> Iterator[Told]:
    """The items that close a text where a blank line stands above each title and none below it, whatever they were
    read as: headlines if they are a digest's, subheads if they are parts of the story above.
    """
    titles, texts = _set_apart(lines)
    if titles and titles[0] == 0 and _are_numbered_below_text(lines, titles[1:]):
        titles, texts = titles[1:], texts[1:]
    apart = bool(titles) and not _are_numbered_below_text(lines, titles) and _are_apart(lines, titles, texts)
    if titles and (apart or titles[0]):
        yield from (Told(n, Role.HEADLINE, Opens.ARTICLE) if apart else Told(n, Role.SUBHEAD) for n in titles)
        yield from paragraphs(texts)


def parts(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The titles counted from one below a story's text that were read as a brief column's: subheads."""
    titles = [n for n, reading in enumerate(readings) if STATES[reading.state][0] == "brief_headline"]
    if len(titles) > 1 and _are_numbered_below_text(lines, titles) and all(lines[n].is_free for n in titles):
        yield from (Told(place, Role.SUBHEAD) for place in titles)
        yield from paragraphs(
            n for n in free_of(lines) if STATES[readings[n].state] == ("brief_paragraph", Opens.BLOCK)
        )


def _set_apart(lines: Sequence[Line]) -> tuple[Sequence[int], Sequence[int]]:
    """The titles and the texts of the items at the end of a text, each a title and a sentence or more right below it,
    with a blank line above; none where they are few.
    """
    titles: list[int] = []
    for place in range(len(lines) - 2, -1, -2):
        title, text = lines[place], lines[place + 1]
        apart = title.gap_before > 0 or not place
        if not apart or text.gap_before or not _may_be_title(title) or not _is_text_of(title, text):
            break
        titles.append(place)
    if len(titles) < _FEWEST:
        return (), ()
    return titles[::-1], [place + 1 for place in reversed(titles)]


def _are_numbered_below_text(lines: Sequence[Line], titles: Sequence[int]) -> bool:
    """Whether the titles are counted from one below a whole sentence: they are the parts of what that begins."""
    counted = [each.number if (each := item(lines[place].text)) else 0 for place in titles]
    return counted == list(range(1, len(titles) + 1)) and titles[0] > 0 and lines[titles[0] - 1].text[-1] in TEXT_ENDS


def _is_text_of(title: Line, text: Line) -> bool:
    """Whether a line is longer than a title by half, and ends a sentence."""
    return text.is_free and text.text[-1] in TEXT_ENDS and len(text.text) * 2 > len(title.text) * 3


def _is_paragraph(reading: Reading) -> bool:
    label, opening = STATES[reading.state]
    return label == Role.PARAGRAPH and opening != Opens.LINE


def _may_be_title(line: Line) -> bool:
    return line.is_free and is_title(line.text)


def _are_apart(lines: Sequence[Line], titles: Sequence[int], texts: Sequence[int]) -> bool:
    """Whether no item speaks of what the one before it does; of many, whether none does of the first title's matter."""
    items = [_pairs(lines[title].text) | _pairs(lines[text].text) for title, text in zip(titles, texts, strict=True)]
    if _share_at_most(_SHARED, items):
        return True
    first = _pairs(lines[titles[0]].text)
    again = sum(len(first & item) for item in items[1:])
    return (
        len(items) >= _MANY
        and again <= _SAID_AGAIN * len(first) * len(items[1:])
        and _share_at_most(_OF_ONE_DAY, items)
    )


def _share_at_most(part: float, items: Sequence[set[str]]) -> bool:
    """Whether an item has no more of the pairs of the one before it; one is chance."""
    return all(len(above & here) <= max(1, part * min(len(above), len(here))) for above, here in pairwise(items))


def _pairs(text: str) -> set[str]:
    """Every two characters in a row that are letters."""
    return {above + below for above, below in pairwise(text) if above.isalpha() and below.isalpha()}
