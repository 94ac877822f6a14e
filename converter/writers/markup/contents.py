"""The contents: lines that lead to places, in a list of links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from converter.records import NamedTuple
from converter.writers.markup.blocks import escape

LEAST = 3
"""Letters and digits that a subhead has at least which is worth a line of its own."""


class Entry(NamedTuple):
    """A line of the contents. ``target`` is where it leads: an id, or an address.

    ``depth`` is how deep it stands, from 1, until ``nested`` puts it there: a subhead under its story, a chapter under
    its volume.
    """

    label: str
    target: str
    children: tuple[Entry, ...] = ()
    depth: int = 1


def nested(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, each under the last one before it that is less deep."""
    found: list[Entry] = []
    under: list[Entry] = []
    for entry in entries:
        if found and entry.depth > found[-1].depth:
            under.append(entry)
            continue
        found[-1:] = [_over(found[-1], under)] if found else []
        found.append(entry)
        under = []
    found[-1:] = [_over(found[-1], under)] if found else []
    return tuple(found)


def _over(entry: Entry, under: Iterable[Entry]) -> Entry:
    return entry._replace(children=(*entry.children, *nested(under)))


def weed(entries: Iterable[Entry], shallow: int) -> tuple[Entry, ...]:
    """The entries without the subheads that tell nobody where to go; what stands under one goes up in its place.

    Those are the ones that come twice under an entry of the first level, as the titles of boxes do, and below the
    level ``shallow`` those of one or two characters (一, 二, 三). What leads to a whole document stays.
    """
    return tuple(
        entry._replace(children=tuple(_weeded(entry.children, Counter(_labels((entry,))), shallow, 2)))
        if entry.children
        else entry
        for entry in entries
    )


def _weeded(entries: Iterable[Entry], counts: Counter[str], shallow: int, level: int) -> Iterator[Entry]:
    """The entries of a ``level`` that are told from others; ``counts`` are the labels of all that stand beside them."""
    for entry in entries:
        below = tuple(_weeded(entry.children, counts, shallow, level + 1))
        says = sum(map(str.isalnum, entry.label))
        if _is_inside(entry) and (counts[entry.label] > 1 or says < LEAST and level > shallow):
            yield from below
        else:
            yield entry._replace(children=below)


def _labels(entries: Iterable[Entry]) -> list[str]:
    """The labels of the entries and of what is under them."""
    found = []
    for entry in entries:
        found.append(entry.label)
        found += _labels(entry.children)
    return found


def _is_inside(entry: Entry) -> bool:
    """Whether an entry leads to a place in a story: a story's own place is called as its document is."""
    file, _, place = entry.target.partition("#")
    return place not in ("", file.rpartition(".")[0])


def contents(entries: Sequence[Entry]) -> str:
    """The entries as a list of links in a list; nothing where there are none."""
    if not entries:
        return ""
    lines = (f'<li><a href="{e.target}">{escape(e.label)}</a>{contents(e.children)}</li>\n' for e in entries)
    return f"\n<ol>\n{''.join(lines)}</ol>\n"
