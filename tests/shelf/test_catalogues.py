"""The grammars that judge feeds and catalogues find what is wrong."""

import json

import pytest

from converter.shelf.atom import atom_feed, catalogue
from converter.shelf.opds import catalogue_2
from tests.shelf.catalogues import atom_faults, opds_2_faults, opds_faults
from tests.shelf.made import publication, shelf_of

SHELF = shelf_of(publication("2024-05-16"), publication("2024-05-17"))
FEED, PAGE = atom_feed(SHELF).decode(), dict(catalogue(SHELF))["shelf/opds/new.xml"].decode()
PAGE_2 = dict(catalogue_2(SHELF))["shelf/opds/new.json"].decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<updated>2024-05-16T00:00:00Z</updated>", ""),
        ("2024-05-16T00:00:00Z", "2024-05-16"),
        ("<id>urn:x-day:2024-05-16:0</id>", "<id>2024-05-16</id>"),
        ("<id>urn:x-day:2024-05-16:0</id>", "<id>urn:x-day:2024-05-17:0</id>"),
        ("<title>临江晚报 2024-05-16</title>", ""),
        ('href="2024-05-16%200.epub"', 'href="2024-05-16 0.epub"'),
        (
            'rel="enclosure" href="2024-05-16%200.epub" type="application/epub+zip"',
            'rel="alternate" href="a" type="text/html"',
        ),
        ("<name>临江书架</name>", ""),
        ("<author><name>临江书架</name>\n</author>\n", "<what/>"),
    ],
)
def test_a_wrong_feed_is_found(old: str, new: str) -> None:
    """Each of these breaks RFC 4287."""
    assert atom_faults(FEED.encode()) == []
    assert old in FEED
    assert atom_faults(FEED.replace(old, new).encode()) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('rel="start"', 'rel="begin"'),
        ("kind=acquisition", "kind=other"),
        ("acquisition/open-access", "elsewhere"),
        ("image/png", "image/webp"),
    ],
)
def test_a_wrong_catalogue_is_found(old: str, new: str) -> None:
    """Each of these breaks OPDS 1.2."""
    assert opds_faults(PAGE.encode()) == []
    assert old in PAGE
    assert opds_faults(PAGE.replace(old, new).encode()) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"self"', '"it"'),
        ("acquisition/open-access", "elsewhere"),
        ("image/png", "image/webp"),
        ('"images"', '"pictures"'),
        ('"identifier": "urn:x-day:', '"identifier": "'),
        ("T00:00:00Z", ""),
        ('"publications"', '"books"'),
        ("%20", " "),
    ],
)
def test_a_wrong_catalogue_of_the_second_kind_is_found(old: str, new: str) -> None:
    """Each of these breaks OPDS 2.0."""
    assert opds_2_faults(PAGE_2.encode()) == []
    assert old in PAGE_2
    assert opds_2_faults(json.dumps(json.loads(PAGE_2.replace(old, new))).encode()) != []
