"""A list of contents at a document's head: its titles come again below, each above its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from converter.model import Line
from converter.press.lexicon import pattern
from converter.press.marks import CLOSING_QUOTES, STRAIGHT
from converter.structure.series.schemes import item, words

_HEAD = 60
"""A list without a name (目录) begins among so many lines."""

_LONGEST = 60
"""Characters of the longest entry."""

_PAGE_ENDS = frozenset("0123456789０１２３４５６７８９）)").union(words("contents", "page"))
_NO_ENTRY_ENDS = f"。；，{CLOSING_QUOTES}{STRAIGHT}"
_LEADERS = pattern(__package__, "contents", r"[.．…·‧・\-—_ \u3000\t]*[（(]?[0-9０-９]*[）)]?<page>?[）)]?$")
"""What leads from a title to its page, and the page."""
_LEADERS_END = _PAGE_ENDS.union(".．…·‧・-—_ \u3000\t")
_LED = pattern(__package__, "contents", r"[.．…·‧・]{2,}\s*[（(]?[0-9０-９]+[）)]?<page>?[）)]?$")
_BEGUN = 6
"""Characters of a title at least that a line begins it with."""
_MOST_BETWEEN = 3
"""Lines from one entry to the next."""


def contents_of(lines: Sequence[Line]) -> range:
    """The places of the list of contents with its name; none where the document has no such list."""
    if not _may_have_list(lines):
        return range(0)
    keys = [_key(line.text) for line in lines]
    places: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        if key:
            places.setdefault(key, []).append(place)
    named = min((place for name in words("contents", "name") for place in places.get(name, ())), default=None)
    if named is not None:
        ends = (_end(keys, places, named + skipped, least=2) for skipped in (1, 2, 3))
        return range(named, next(filter(None, ends), _led(lines, named)))
    for first in range(min(_HEAD, len(lines))):
        if end := _end(keys, places, first, least=3):
            return range(first, end)
    for called in range(min(_HEAD, len(lines))):
        if _is_called_so(lines[called].text) and (end := _counted(lines, called)):
            return range(called, end)
    return range(0)


def _counted(lines: Sequence[Line], named: int) -> int | None:
    """Where the list below a name ends whose entries count from 1; None where it has fewer than three, or not even
    a third begins again below, for the document may be a part: there a title may be cut into lines, and has no number.
    """
    titles: list[str] = []
    last = named
    for place in range(named + 1, len(lines)):
        if place - last > _MOST_BETWEEN:
            break
        entry = item(lines[place].text)
        if entry and entry.number == len(titles) + 1:
            titles.append("".join(entry.rest.split()))
            last = place
    below = {"".join(line.text.split()) for line in lines[last + 1 :] if len(line.text) <= _LONGEST}
    again = sum(
        any(title[:size] in below for size in range(min(len(title), _BEGUN), len(title) + 1)) for title in titles
    )
    return last + 1 if len(titles) > 2 and 3 * again >= len(titles) else None


def _led(lines: Sequence[Line], named: int) -> int:
    """Where the list below a name ends by its rows of points that lead to pages; ``named`` where it has fewer than two.

    Between two entries the names of parts may stand; the titles need not come again as they are.
    """
    led = [named]
    for place in range(named + 1, len(lines)):
        if place - led[-1] > _MOST_BETWEEN:
            break
        if _LED.search(lines[place].text):
            led.append(place)
    return led[-1] + 1 if len(led) > 2 else named


def _may_have_list(lines: Sequence[Line]) -> bool:
    """Whether a line is a list's name, comes again below, or leads to a page: what a list of contents has.

    Most pages have none of it, and need no closer look.
    """
    texts = [line.text for line in lines if len(line.text) <= _LONGEST]
    repeated = len(set(texts)) < len(texts)
    return repeated or sum([text[-1] in _PAGE_ENDS for text in texts[:_HEAD]]) > 2 or any(map(_is_called_so, texts))


def _is_called_so(text: str) -> bool:
    """Whether a line is a list's name, or ends with one: 渡口晚报文章目录."""
    return text[-1] in "录次目錄" and "".join(text.split()).endswith(words("contents", "name"))


def _key(text: str) -> str:
    """The text without blanks, and without the page that it leads to; nothing where it is too long, or a sentence."""
    if len(text) > _LONGEST or text[-1] in _NO_ENTRY_ENDS:
        return ""
    title = _LEADERS.sub("", text) if text[-1] in _LEADERS_END else text
    return "".join(title.split()) or text


def _end(keys: Sequence[str], places: Mapping[str, list[int]], first: int, least: int) -> int | None:
    """Where the list that begins at ``first`` ends: right before its first title comes again; None where it is none.

    Three in four of its lines come again below, in their order, and half of these not right below the one before.
    """
    again = _below(places, keys[first], first) if first < len(keys) else None
    if again is None or again - first < least or not all(keys[first:again]):
        return None
    found = [again]
    for key in keys[first + 1 : again]:
        if (place := _below(places, key, found[-1])) is not None:
            found.append(place)
    apart = sum(below - above > 1 for above, below in pairwise([*found, len(keys) + 1]))
    return again if len(found) >= least and 4 * len(found) >= 3 * (again - first) and 2 * apart >= len(found) else None


_LONGEST_AUTHOR = 8


def _below(places: Mapping[str, list[int]], entry: str, above: int) -> int | None:
    """The first place below ``above`` where the title of an entry stands alone; its author may be left out there."""
    for size in range(len(entry), max(1, min(len(entry), 3) - 1, len(entry) - _LONGEST_AUTHOR) - 1, -1):
        found = places.get(entry[:size])
        if found and found[-1] > above:
            return found[bisect_right(found, above)]
    return None
