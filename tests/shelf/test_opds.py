"""The catalogue in JSON is valid and says what the one in Atom says."""

import json

from converter.shelf.atom import catalogue
from converter.shelf.opds import catalogue_2
from tests.shelf.catalogues import opds_2_faults
from tests.shelf.made import publication, shelf_of
from tests.shelf.test_atom import MANY


def test_every_file_is_valid() -> None:
    """With an address and without one."""
    for url in ("", "https://example.org/p/"):
        files = dict(catalogue_2(shelf_of(*MANY, publication("2024"), publication("", language="", paper=""), url=url)))
        assert {name: faults for name, data in files.items() if (faults := opds_2_faults(data))} == {}


def test_both_catalogues_have_the_same_files_and_publications() -> None:
    """Page by page."""
    shelf = shelf_of(*MANY)
    old, new = dict(catalogue(shelf)), dict(catalogue_2(shelf))
    assert [name.replace(".xml", ".json") for name in old] == list(new)
    for name, data in list(new.items())[1:]:
        for one in json.loads(data)["publications"]:
            assert f"<id>{one['metadata']['identifier']}</id>" in old[name.replace(".json", ".xml")].decode()


def test_a_publication_says_all_that_is_known() -> None:
    """As Readium's manifest names it; what is not known is not said."""
    one = publication("2024-05-16", authors=("江帆",))
    (found,) = json.loads(dict(catalogue_2(shelf_of(one)))["shelf/opds/new.json"])["publications"]
    assert found == {
        "metadata": {
            "@type": "http://schema.org/PublicationIssue",
            "title": "临江晚报 2024-05-16",
            "identifier": "urn:x-day:2024-05-16:0",
            "language": "zh-Hans",
            "author": ["江帆"],
            "publisher": "临江晚报",
            "modified": "2024-05-16T00:00:00Z",
            "published": "2024-05-16",
            "description": "桥通了",
            "belongsTo": {"series": {"name": "临江晚报"}},
        },
        "links": [
            {
                "rel": ["self", "http://opds-spec.org/acquisition/open-access"],
                "href": "../../2024-05-16%200.epub",
                "type": "application/epub+zip",
            },
            {"rel": "alternate", "href": f"../2024-05.html#{one.key}", "type": "text/html"},
        ],
        "images": [{"href": "../covers/plain.png", "type": "image/png"}],
    }
    bare = publication("", paper="", language="", leads=())
    (found,) = json.loads(dict(catalogue_2(shelf_of(bare)))["shelf/opds/new.json"])["publications"]
    assert list(found["metadata"]) == ["@type", "title", "identifier", "modified"]
