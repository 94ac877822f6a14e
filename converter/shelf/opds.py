"""The catalogue of a shelf in JSON: OPDS 2.0, whose publications are Readium's Web Publication Manifests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from converter.shelf.atom import OPEN_ACCESS, RELATIONS, steps
from converter.shelf.plan import CATALOGUE_2, Listing, Shelf, cover_name, cover_type, instant, place_of
from converter.shelf.publication import HTML, Publication

OPDS = "application/opds+json"


def catalogue_2(shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """The files of the catalogue by their names, as those of OPDS 1.2."""
    ways = [
        {
            "href": shelf.link(listing.name(1, "json"), CATALOGUE_2),
            "title": listing.title,
            "type": OPDS,
            "rel": f"{RELATIONS}sort/new" if listing.key == "new" else "subsection",
            "properties": {"numberOfItems": len(listing.publications)},
        }
        for listing in shelf.listings
    ]
    about = {"title": shelf.title, "identifier": shelf.identifier(CATALOGUE_2), "modified": instant(shelf.updated)}
    yield CATALOGUE_2, _document(about, [_link(shelf, "self", CATALOGUE_2, CATALOGUE_2)], navigation=ways)
    for listing in shelf.listings:
        for number in listing.numbers:
            yield listing.name(number, "json"), _page(shelf, listing, number)


def _page(shelf: Shelf, listing: Listing, number: int) -> bytes:
    """A page of a list."""
    name = listing.name(number, "json")
    about: dict[str, Any] = {"title": f"{shelf.title} · {listing.title}", "identifier": shelf.identifier(name)}
    about["numberOfItems"] = len(listing.publications)
    if listing.last > 1:
        about |= {"itemsPerPage": len(listing.page(1)), "currentPage": number}
    links = [_link(shelf, relation, target, name) for relation, target in (("self", name), ("start", CATALOGUE_2))]
    links += [_link(shelf, relation, listing.name(other, "json"), name) for relation, other in steps(listing, number)]
    return _document(about, links, publications=[_publication(shelf, one, name) for one in listing.page(number)])


def _publication(shelf: Shelf, one: Publication, source: str) -> dict[str, Any]:
    """A publication. Its first copy is also what names it (OPDS 2.0, *Publications*: a ``self`` link)."""
    series = {"series": {"name": one.paper}} if one.paper else None
    about = {
        "@type": "http://schema.org/PublicationIssue" if one.paper else "http://schema.org/Book",
        "title": one.title,
        "identifier": one.identifier,
        "language": one.language,
        "author": list(one.authors),
        "publisher": one.paper,
        "modified": instant(one.modified),
        "published": one.date if len(one.date) == len("2024-05-16") else "",
        "description": one.summary,
        "belongsTo": series,
    }
    links = [
        {
            "rel": [*["self"] * (number == 0), OPEN_ACCESS],
            "href": shelf.link(copy.address, source),
            "type": copy.media_type,
        }
        for number, copy in enumerate(one.copies)
    ]
    links.append({"rel": "alternate", "href": shelf.link(place_of(one), source), "type": HTML})
    picture = {"href": shelf.link(cover_name(one), source), "type": cover_type(one.cover)}
    return {"metadata": {name: value for name, value in about.items() if value}, "links": links, "images": [picture]}


def _link(shelf: Shelf, relation: str, target: str, source: str) -> dict[str, Any]:
    return {"rel": relation, "href": shelf.link(target, source), "type": OPDS}


def _document(about: dict[str, Any], links: list[dict[str, Any]], **collection: Any) -> bytes:
    return (json.dumps({"metadata": about, "links": links} | collection, ensure_ascii=False, indent=1) + "\n").encode()
