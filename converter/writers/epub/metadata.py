"""What a book says of itself: Dublin Core, series, accessibility, identity and time."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, UUID

from converter.errors import UnwritableOutput
from converter.model import Issue
from converter.options import Look
from converter.press.dates import first_day
from converter.press.facts import has_house, untold
from converter.press.people import AUTHOR, EDITOR
from converter.writers.epub.package import Package, uid_of

try:
    from _sha1 import sha1  # hashlib would load OpenSSL for this alone, which takes longer than to pack a page
except ImportError:
    from hashlib import sha1
from converter.writers.epub.volume import Volume
from converter.writers.markup.blocks import NAMELESS, plain
from converter.writers.people import people_of

FEATURES = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability", "ARIA")
PAGE_FEATURES = ("pageNavigation", "pageBreakMarkers")
OFFICE = (AUTHOR, EDITOR)
"""What a paper's house (报社) is to an issue. Some libraries show only authors, and call a book without one
unknown; the paper itself is the publisher and the series, and no creator: foliate-js opens no book that has the role
``pbl`` beside ``dc:publisher``."""

CONFORMANCE = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
"""What an evaluator claims, in the words of EPUB Accessibility 1.1 (3.5.2.1)."""


def describe(
    package: Package, issue: Issue, labels: dict[str, str], volume: Volume, pictures: bool, look: Look
) -> None:
    """Put the issue's metadata into ``package``. What is not known is not said, but a creator is always named."""
    known = {name: plain(getattr(issue.metadata, name) or "") for name in issue.metadata.__slots__}
    printed = " ".join((known["paper"], known["date"])).strip() if known["paper"] else ""
    _makers(package, people_of(issue), known, labels)
    _record(package, known)
    _of_stories(package, issue, volume)
    if known["paper"]:
        _series(package, known, printed)
    if volume.pages:
        package.state("pageBreakSource", printed or known["identifier"] or plain(issue.title))
    described = pictures and all(
        plain(run.text) not in NAMELESS for block in issue.blocks() for run in block.runs if run.image
    )
    features = [*FEATURES, *PAGE_FEATURES * bool(volume.pages), *["alternativeText"] * described]
    _accessibility(package, labels["summary"], features, pictures)
    if certifier := plain(look.certified_by or ""):
        package.state("dcterms:conformsTo", CONFORMANCE, id="conformance")
        package.state("a11y:certifiedBy", certifier, refines="#conformance")


def _makers(package: Package, people: dict[str, list[str]], known: dict[str, str], labels: dict[str, str]) -> None:
    """Who made the issue: its author, or its paper's editorial office, or the first who is named; and all others."""
    of_office = known["paper"] and not known["author"]
    creator = _house(known["paper"], labels) if of_office else next(iter(people), labels["anonymous"])
    package.say("creator", creator, id="creator")
    _roles(package, "creator", people.pop(creator, OFFICE if of_office else [AUTHOR]))
    authors = known["author"].split("、")
    for number, (name, roles) in enumerate(people.items(), 1):
        package.say("creator" if name in authors else "contributor", name, id=f"contributor{number}")
        _roles(package, f"contributor{number}", roles)


def _house(paper: str, labels: dict[str, str]) -> str:
    """The house of a paper: 南湾日报社. A site, an agency or a station is its own."""
    return labels["office"].format(paper) if has_house(paper) else paper


def _record(package: Package, known: dict[str, str]) -> None:
    """What a library's record has besides the makers, in Dublin Core."""
    record = [("subject", subject) for subject in known["subject"].split("、")]
    record += [
        ("rights", known["rights"]),
        ("date", known["date"] if _moment(known["date"]) else ""),
        ("publisher", known["publisher"] or known["paper"]),
        ("description", known["description"]),
        ("source", known["identifier"]),
        ("source", known["url"]),
    ]
    for name, value in record:
        if value:
            package.say(name, value)


def _of_stories(package: Package, issue: Issue, volume: Volume) -> None:
    """What nothing else in the book tells of a story is said of the document in which it begins (EPUB 3.3, 5.3.6)."""
    known = {id(article): bare for article, bare in zip(issue.articles(), untold(issue).articles(), strict=True)}
    for article, entry in volume.stories:
        story = known.get(id(article), article)
        facts = [("creator", name) for name in story.authors]
        facts += [("date", story.date or ""), ("source", story.url or "")]
        for name, value in facts:
            if value := plain(value):
                package.state(f"dcterms:{name}", value, refines=f"#{uid_of(entry.target.partition('#')[0])}")


def _series(package: Package, known: dict[str, str], printed: str) -> None:
    """That the book is one of a paper's: its place is the issue's number, else its day."""
    package.say("source", printed)
    package.say("type", "newspaper")
    package.state("belongs-to-collection", known["paper"], id="series")
    package.state("collection-type", "series", refines="#series")
    day = known["date"].replace("-", "").ljust(8, "0") if _moment(known["date"]) else ""
    if place := known["number"] or day:
        package.state("group-position", place, refines="#series")


def _roles(package: Package, refined: str, roles: Iterable[str]) -> None:
    """Say in what roles (MARC relators) someone took part."""
    for role in roles:
        package.state("role", role, refines=f"#{refined}", scheme="marc:relators")


def _accessibility(package: Package, summary: str, features: Iterable[str], pictures: bool) -> None:
    """State what EPUB Accessibility 1.1 (2.2) asks for and what is true; conformance is for an evaluator to claim."""
    modes = ("textual", "visual") if pictures else ("textual",)
    for mode in modes:
        package.state("schema:accessMode", mode)
    package.state("schema:accessModeSufficient", ",".join(modes))
    for feature in features:
        package.state("schema:accessibilityFeature", feature)
    package.state("schema:accessibilityHazard", "none")
    package.state("schema:accessibilitySummary", summary)


def identifier_of(issue: Issue, vertical: bool = False) -> str:
    """A name-based UUID (RFC 9562, version 5) that stays the same when the book is made again.

    A paper's issue is known by paper, date, pages and language, whatever is mended in its text; another document by its
    title and text. A vertical book is another than a horizontal one.
    """
    data = issue.metadata
    pages = [section.page or "" for section in issue.sections]
    parts = [data.paper or "", data.date or "", *pages, issue.title, issue.language, *["vertical"] * vertical]
    digest = sha1(NAMESPACE_URL.bytes + "\n".join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False)
    if not (data.paper and data.date):
        for block in issue.blocks():
            digest.update(f"\n{block.text}".encode("utf-8", "surrogatepass"))
    return f"urn:uuid:{UUID(bytes=digest.digest()[:16], version=5)}"


def modified(issue: Issue) -> datetime:
    """When the book was last changed, in UTC: ``SOURCE_DATE_EPOCH``, else the issue's date, else 1980; never now."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise UnwritableOutput(
                f"SOURCE_DATE_EPOCH is {epoch!r}: set it to the seconds since 1970, or unset it"
            ) from error
    return _moment(issue.metadata.date or "") or datetime(1980, 1, 1, tzinfo=UTC)


def _moment(date: str) -> datetime | None:
    """The begin of a date, which may be a day, a month or a year; None where it is none."""
    day = first_day(date)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
