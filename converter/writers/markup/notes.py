"""Footnotes: what leads to a note and what it leads back to, known when all documents are written.

Mark-up is written with the places of numbers marked by a character that no text can hold; ``link_notes`` puts the
elements there. A number leads to the note of the name that it says; else to the next note of the same number, or to the
last one before it. A note leads back to the first number that leads to it. (EPUB 3.3: ``epub:type`` footnote and
noteref; DPUB-ARIA 1.1.)
"""

from __future__ import annotations

from collections.abc import Iterable

from converter.press.patterns import later
from converter.records import NamedTuple
from converter.writers.markup.links import link_names

REFERENCE = ("\0[", "\0]")
NOTE = ("\0(", "\0)")
KEY = "\1"
"""Stands between a number and the name of the note."""

_PLACE = later("\0([\\[(])([^\0]*)\0[\\])]")


class _Place(NamedTuple):
    """Where a number stands: in which document, and whether it is a note's own."""

    document: str
    is_note: bool
    label: str
    key: str


def link_notes(documents: Iterable[tuple[str, str]], epub: bool) -> list[str]:
    """The bodies of ``documents`` (name and body, in reading order) with their notes linked; ids are unique in all."""
    documents = list(documents)
    places = [
        _Place(name, found[1] == "(", *found[2].partition(KEY)[::2])
        for name, body in documents
        for found in _PLACE.finditer(body)
    ]
    if not places:
        return link_names(documents, {})
    leads = _leads(places)
    back: dict[int, int] = {}
    for reference, note in leads.items():
        back.setdefault(note, reference)
    elements = iter(
        _note(places, number, back.get(number), epub)
        if place.is_note
        else _reference(places, number, leads.get(number), epub)
        for number, place in enumerate(places)
    )
    made = [(name, _PLACE.sub(lambda _: next(elements), body)) for name, body in documents]
    return link_names(made, {place.key: f"{place.document}#note{n}" for n, place in enumerate(places) if place.is_note})


def _leads(places: list[_Place]) -> dict[int, int]:
    """For the number of each reference that has a note, the note's."""
    leads: dict[int, int] = {}
    keys = {place.key: number for number, place in enumerate(places) if place.is_note and place.key}
    waiting: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for number, place in enumerate(places):
        if place.is_note:
            leads |= dict.fromkeys(waiting.pop(place.label, []), number)
            last[place.label] = number
        elif place.key in keys:
            leads[number] = keys[place.key]
        else:
            waiting.setdefault(place.label, []).append(number)
    late = {
        reference: last[label] for label, references in waiting.items() if label in last for reference in references
    }
    return leads | late


def _reference(places: list[_Place], number: int, note: int | None, epub: bool) -> str:
    """A number in the text."""
    place = places[number]
    if note is None:
        return f"<sup>{place.label}</sup>"
    kind = 'epub:type="noteref" ' if epub else ""
    target = _address(place, places[note], f"note{note}")
    return f'<sup><a {kind}role="doc-noteref" id="ref{number}" href="{target}">{place.label}</a></sup>'


def _note(places: list[_Place], number: int, reference: int | None, epub: bool) -> str:
    """The start of a note, with its number."""
    place = places[number]
    label = place.label
    if reference is not None and label:
        kind = 'epub:type="backlink" ' if epub else ""
        target = _address(place, places[reference], f"ref{reference}")
        label = f'<a {kind}role="doc-backlink" href="{target}">{label}</a>'
    elif label:
        label = f"<span>{label}</span>"
    kind = 'epub:type="footnote" ' if epub else ""
    return f'<aside {kind}role="doc-footnote" class="note" id="note{number}"><p>{label}'


def _address(source: _Place, target: _Place, key: str) -> str:
    """Where ``key`` is, seen from ``source``."""
    return f"#{key}" if source.document == target.document else f"{target.document}#{key}"
