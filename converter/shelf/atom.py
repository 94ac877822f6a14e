"""The Atom feed of a shelf (RFC 4287), and its catalogue in Atom: OPDS 1.2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from converter.shelf.plan import (
    CATALOGUE,
    FEED,
    INDEX,
    PAGE,
    Listing,
    Shelf,
    changed,
    cover_name,
    cover_type,
    instant,
    place_of,
)
from converter.shelf.publication import HTML, Publication
from converter.writers.markup.blocks import escape, plain

ATOM = "application/atom+xml"
NAVIGATION = f"{ATOM};profile=opds-catalog;kind=navigation"
ACQUISITION = f"{ATOM};profile=opds-catalog;kind=acquisition"
"""The media types of OPDS 1.2 (section 9)."""

RELATIONS = "http://opds-spec.org/"
OPEN_ACCESS = f"{RELATIONS}acquisition/open-access"

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/terms/" xml:lang="{language}">
"""


def atom_feed(shelf: Shelf) -> bytes:
    """The feed of what is new: each entry leads to the calendar and holds its book as an enclosure."""
    some = shelf.publications[:PAGE]
    head = _head(shelf, FEED, shelf.title, shelf.updated)
    links = _link("self", shelf.link(FEED, FEED), ATOM) + _link("alternate", shelf.link(INDEX, FEED), HTML)
    return _document(shelf, head + links, (_entry(shelf, one, FEED, "enclosure") for one in some))


def catalogue(shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """The files of the catalogue by their names: what it leads to, and every page of each list."""
    head = _head(shelf, CATALOGUE, shelf.title, shelf.updated) + _places(shelf, CATALOGUE, CATALOGUE, NAVIGATION)
    yield CATALOGUE, _document(shelf, head, (_way(shelf, listing) for listing in shelf.listings))
    for listing in shelf.listings:
        for number in listing.numbers:
            yield listing.name(number, "xml"), _page(shelf, listing, number)


def _page(shelf: Shelf, listing: Listing, number: int) -> bytes:
    """A page of a list, with the ways to the others (RFC 5005, 3)."""
    name, some = listing.name(number, "xml"), listing.page(number)
    head = _head(shelf, name, f"{shelf.title} · {listing.title}", changed(some))
    head += _places(shelf, name, name, ACQUISITION) + _link("up", shelf.link(CATALOGUE, name), NAVIGATION)
    for relation, other in steps(listing, number):
        head += _link(relation, shelf.link(listing.name(other, "xml"), name), ACQUISITION)
    return _document(shelf, head, (_entry(shelf, one, name, OPEN_ACCESS) for one in some))


def steps(listing: Listing, number: int) -> Iterator[tuple[str, int]]:
    """The pages of a list that one leads to; none where it has one page."""
    if listing.last > 1:
        yield "first", 1
        yield from [("previous", number - 1)] * (number > 1)
        yield from [("next", number + 1)] * (number < listing.last)
        yield "last", listing.last


def _document(shelf: Shelf, head: str, entries: Iterable[str]) -> bytes:
    return f"{HEAD.format(language=escape(shelf.language))}{head}{''.join(entries)}</feed>\n".encode()


def _head(shelf: Shelf, name: str, title: str, updated: datetime) -> str:
    """What RFC 4287 (4.1.1) asks of a feed."""
    author = _element("author", _element("name", escape(shelf.title)))
    return _named(shelf.identifier(name), title, updated) + author


def _places(shelf: Shelf, here: str, source: str, kind: str) -> str:
    """Where the document itself is, and where the catalogue begins."""
    return _link("self", shelf.link(here, source), kind) + _link("start", shelf.link(CATALOGUE, source), NAVIGATION)


def _named(identifier: str, title: str, updated: datetime) -> str:
    return (
        _element("id", escape(identifier))
        + _element("title", escape(plain(title)))
        + _element("updated", instant(updated))
    )


def _way(shelf: Shelf, listing: Listing) -> str:
    """An entry that leads to a list (OPDS 1.2, 2.2)."""
    name = listing.name(1, "xml")
    relation = f"{RELATIONS}sort/new" if listing.key == "new" else "subsection"
    count = shelf.labels["count"].format(len(listing.publications))
    return _element(
        "entry",
        _named(shelf.identifier(name), listing.title, changed(listing.publications))
        + _link(relation, shelf.link(name, CATALOGUE), ACQUISITION)
        + f'<content type="text">{escape(count)}</content>\n',
    )


def _entry(shelf: Shelf, one: Publication, source: str, relation: str) -> str:
    """A publication, and each copy by that relation."""
    parts = [_named(one.identifier, one.title, one.modified)]
    parts += [_element("author", _element("name", escape(name))) for name in one.authors or filter(None, [one.paper])]
    parts += [_element("dc:language", escape(one.language))] * bool(one.language)
    parts += [_element("dc:publisher", escape(one.paper))] * bool(one.paper)
    parts += [_element("dc:issued", escape(one.date))] * bool(one.date)
    parts.append(f'<content type="text">{escape(one.summary or one.title)}</content>\n')
    parts.append(_link("alternate", shelf.link(place_of(one), source), HTML))
    parts += [_link(relation, shelf.link(copy.address, source), copy.media_type) for copy in one.copies]
    picture, kind = shelf.link(cover_name(one), source), cover_type(one.cover)
    if relation == OPEN_ACCESS:
        parts += [_link(f"{RELATIONS}{name}", picture, kind) for name in ("image", "image/thumbnail")]
    return _element("entry", "".join(parts))


def _element(name: str, inside: str) -> str:
    return f"<{name}>{inside}</{name}>\n"


def _link(relation: str, address: str, media_type: str) -> str:
    return f'<link rel="{relation}" href="{escape(address)}" type="{media_type}"/>\n'
