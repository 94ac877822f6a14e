"""What a bulletin holds, told at its head in numbered lines that end in semicolons: its titles come again below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from converter.model import Line, Opens, Role
from converter.press.numbers import DIGIT, HAN_NUMBER
from converter.press.patterns import later
from converter.records import NamedTuple
from converter.structure.series.telling import Told

_HEAD = 30
"""A summary begins among so many lines."""

_FEWEST = 3
_NUMBER = later(
    f"(?:(?P<plain>[{DIGIT}{HAN_NUMBER}]{{1,3}}[、.．])|(?P<bracketed>[（(]?[{DIGIT}{HAN_NUMBER}]{{1,3}}[）)])"
    "|(?P<circled>[①-⑳]))[ \u3000]*(?=.)"
)
_ENDS = "；;"
_LEADS = "：:"
_NO_TITLE = (Role.PARAGRAPH, Opens.BLOCK)


class _Entry(NamedTuple):
    """An entry without its number; ``scheme`` is how it is numbered."""

    text: str
    scheme: str | None


def summary(lines: Sequence[Line]) -> Iterator[Told]:
    """That the entries are notes, and what the lines that repeat them are; nothing where fewer than half come again.

    Of an entry of two parts (甲市通车 乙县停水；) the second may stand further down: it is a subhead there.
    """
    places, entries = _entries(lines)
    titles = _titles(entries)
    below = [place for place in range(places.stop, len(lines)) if lines[place].is_free]
    again = {place: text for place in below if (text := _solid(lines[place].text)) in titles}
    if len(entries) < _FEWEST or 2 * len(set(again.values())) < len(entries):
        return
    yield from (Told(place, Role.COLUMN_NOTE) for place in places if lines[place].is_free)
    seconds = {part for entry in entries for part in _parts(entry)[1:]}
    for place in below:
        if titles.get(again.get(place - 1, ""), _NO_TITLE)[0] is Role.HEADLINE:  # this is its second line
            continue
        if place in again:
            yield Told(place, *titles[again[place]])
        elif lines[place].text in seconds:
            yield Told(place, Role.SUBHEAD)


def _entries(lines: Sequence[Line]) -> tuple[range, list[_Entry]]:
    """The places of the first list whose items end in semicolons, and the items.

    What stands below an item that leads to it by a colon, and has no number, is of that item.
    """
    head = range(min(_HEAD, len(lines)))
    first = next((place for place in head if _is_entry(lines[place].text)), len(lines))
    entries: list[_Entry] = []
    for place in range(first, len(lines)):
        text = lines[place].text
        if number := _NUMBER.match(text):
            entries.append(_Entry(text[number.end() :], number.lastgroup))
        elif entries[-1].text[-1] in _LEADS:
            entries[-1] = entries[-1]._replace(text=entries[-1].text + text)
        elif text[-1] in _ENDS:
            entries.append(_Entry(text, entries[-1].scheme))
        else:
            return range(first, place), entries
    return range(first, len(lines)), entries


def _is_entry(text: str) -> bool:
    return text[-1] in _ENDS + _LEADS and _NUMBER.match(text) is not None


def _titles(entries: Sequence[_Entry]) -> Mapping[str, tuple[Role, Opens]]:
    """What a line is that repeats an entry, or its first part. An entry that leads to others is a column's title."""
    told: dict[str, tuple[Role, Opens]] = {}
    column = None  # how the entry is numbered that leads to those below it
    for entry in entries:
        if entry.text[-1] in _LEADS:
            column = entry.scheme
            told[_solid(entry.text)] = Role.COLUMN_TITLE, Opens.ARTICLE
            continue
        column = None if entry.scheme == column else column
        for title in (_solid(entry.text), _parts(entry)[0]):
            told[title] = Role.HEADLINE, Opens.BLOCK if column else Opens.ARTICLE
    return told


def _parts(entry: _Entry) -> list[str]:
    return entry.text.rstrip("；;。").split()


def _solid(text: str) -> str:
    """A title without blanks and without what ends an entry."""
    return "".join(text.split()).rstrip("；;。：:")
