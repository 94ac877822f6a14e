"""The contents: lines that lead to places, in a list of links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from converter.writers.markup.blocks import escape


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


def contents(entries: Sequence[Entry]) -> str:
    """The entries as a list of links in a list; nothing where there are none."""
    if not entries:
        return ""
    lines = (f'<li><a href="{e.target}">{escape(e.label)}</a>{contents(e.children)}</li>\n' for e in entries)
    return f"\n<ol>\n{''.join(lines)}</ol>\n"
