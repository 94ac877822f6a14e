"""The feed and the catalogue in Atom are valid, whole, and lead everywhere."""

import feedparser
from lxml import etree

from converter.shelf.atom import atom_feed, catalogue
from converter.shelf.plan import PAGE
from converter.shelf.publication import EPUB, HTML, Copy
from tests.shelf.catalogues import ATOM, atom_faults, opds_faults
from tests.shelf.made import publication, shelf_of

ODD = 'A&B <i>"桥"</i>'
MANY = [publication(f"2024-{1 + n // 28:02}-{1 + n % 28:02}", n, ("临江晚报", "海州日报")[n % 2]) for n in range(120)]


def test_the_feed_says_what_is_new() -> None:
    """Title, day, titles of what is in it, the calendar's place and the book, to a reader of feeds too."""
    one = publication("2024-05-16", title=ODD, description=ODD, authors=("江帆",))
    feed = atom_feed(shelf_of(one))
    assert atom_faults(feed) == []
    told = feedparser.parse(feed.decode())
    assert not told.bozo
    (entry,) = told.entries
    assert (entry.title, entry.summary, entry.author) == (ODD, ODD, "江帆")
    assert [(link.rel, link.href, link.type) for link in entry.links] == [
        ("alternate", f"shelf/2024-05.html#{one.key}", HTML),
        ("enclosure", "2024-05-16%200.epub", EPUB),
    ]


def test_the_feed_holds_the_newest_alone() -> None:
    """It does not grow with the shelf."""
    feed = atom_feed(shelf_of(*MANY))
    assert atom_faults(feed) == []
    ids = etree.fromstring(feed).xpath("//a:entry/a:id/text()", namespaces=ATOM)
    assert ids == [one.identifier for one in reversed(MANY)][:PAGE]


def test_the_catalogue_is_valid_and_holds_every_publication() -> None:
    """From its first file all others can be reached, and the year's pages hold each publication once."""
    for url in ("", "https://example.org/p/"):
        files = dict(catalogue(shelf_of(*MANY, publication(""), url=url)))
        assert {name: faults for name, data in files.items() if (faults := opds_faults(data))} == {}
        pages = [etree.fromstring(data) for name, data in files.items() if "/2024" in name or "/undated" in name]
        found = [identifier for page in pages for identifier in page.xpath("//a:entry/a:id/text()", namespaces=ATOM)]
        assert sorted(found) == sorted([one.identifier for one in MANY] + ["urn:x-day::0"])


def test_pages_lead_to_each_other() -> None:
    """First, previous, next and last (RFC 5005, 3), relative to the page itself."""
    files = dict(catalogue(shelf_of(*MANY)))
    links = etree.fromstring(files["shelf/opds/2024-2.xml"]).findall("a:link", ATOM)
    assert {link.get("rel"): link.get("href") for link in links} == {
        "self": "2024-2.xml",
        "start": "../../opds.xml",
        "up": "../../opds.xml",
        "first": "2024.xml",
        "previous": "2024.xml",
        "next": "2024-3.xml",
        "last": "2024-3.xml",
    }


def test_every_copy_can_be_had() -> None:
    """A book and a site of one issue are two links of one entry."""
    both = (Copy("16.epub", EPUB), Copy("16/index.html", HTML))
    page = dict(catalogue(shelf_of(publication("2024-05-16", copies=both))))["shelf/opds/new.xml"]
    found = etree.fromstring(page).xpath("//a:entry/a:link[contains(@rel, 'open-access')]", namespaces=ATOM)
    assert [(link.get("href"), link.get("type")) for link in found] == [
        ("../../16.epub", EPUB),
        ("../../16/index.html", HTML),
    ]
