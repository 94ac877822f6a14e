"""What a book says of itself: Dublin Core, series, accessibility, identity and time."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime
from uuid import UUID

from converter.errors import UnwritableOutput
from converter.model import Issue, Role
from converter.writers.markup import plain
from converter.writers.package import Package
from converter.writers.volume import Volume

FEATURES = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")
PAGE_FEATURES = ("pageNavigation", "pageBreakMarkers")
CONFORMANCE = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
"""What an evaluator claims, in the words of EPUB Accessibility 1.1 (3.5.2.1)."""


def describe(
    package: Package, issue: Issue, labels: dict[str, str], volume: Volume, pictures: bool, certifier: str | None
) -> None:
    """Put the issue's metadata into ``package``. What is not known is not said, but a creator is always named."""
    paper, date = plain(issue.metadata.paper or ""), plain(issue.metadata.date or "")
    people = names_of(issue)
    creator = paper or (people.pop(0) if people else labels["anonymous"])
    package.say("creator", creator, id="creator")
    _role(package, "creator", "pbl" if paper else "aut")
    for number, name in enumerate(people, 1):
        package.say("contributor", name, id=f"contributor{number}")
        _role(package, f"contributor{number}", "aut")
    if _moment(date):
        package.say("date", date)
    if paper:
        package.say("publisher", paper)
        package.say("type", "newspaper")
        package.state("belongs-to-collection", paper, id="series")
        package.state("collection-type", "series", refines="#series")
        if _moment(date):
            package.state("group-position", date.replace("-", ""), refines="#series")
        if volume.pages:
            package.state("pageBreakSource", " ".join(filter(None, (paper, date))))
    _accessibility(package, labels["summary"], bool(volume.pages), pictures)
    if certifier := plain(certifier or ""):
        package.state("dcterms:conformsTo", CONFORMANCE, id="conformance")
        package.state("a11y:certifiedBy", certifier, refines="#conformance")


def _role(package: Package, refined: str, role: str) -> None:
    """Say in what role (MARC relators) someone took part."""
    package.state("role", role, refines=f"#{refined}", scheme="marc:relators")


def _accessibility(package: Package, summary: str, pages: bool, pictures: bool) -> None:
    """State what EPUB Accessibility 1.1 (2.2) asks for and what is true; conformance is for an evaluator to claim."""
    modes = ("textual", "visual") if pictures else ("textual",)
    for mode in modes:
        package.state("schema:accessMode", mode)
    package.state("schema:accessModeSufficient", ",".join(modes))
    for feature in FEATURES + (PAGE_FEATURES if pages else ()):
        package.state("schema:accessibilityFeature", feature)
    package.state("schema:accessibilityHazard", "none")
    package.state("schema:accessibilitySummary", summary)


def names_of(issue: Issue) -> list[str]:
    """The author, then every byline, each once, in the order of the page."""
    bylines = (plain(block.text) for block in issue.blocks() if block.role is Role.BYLINE)
    return [name for name in dict.fromkeys((plain(issue.metadata.author or ""), *bylines)) if name]


def identifier_of(issue: Issue) -> str:
    """A name-based UUID (RFC 9562, version 5 without a name space) over title, date, language and text."""
    parts = [issue.title, issue.metadata.date or "", issue.language, *(block.text for block in issue.blocks())]
    digest = hashlib.sha1("\n".join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()
    return f"urn:uuid:{UUID(bytes=digest[:16], version=5)}"


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
    """The begin of a date of W3C's profile of ISO 8601 (a year, a month or a day); None where it is none."""
    if len(date) not in (4, 7, 10) or not date.replace("-", "").isdecimal() or not date.isascii():
        return None
    try:
        return datetime.fromisoformat(f"{date}-01-01"[:10]).replace(tzinfo=UTC)
    except ValueError:
        return None
