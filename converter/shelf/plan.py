"""How a shelf is laid out: its lists of publications, the pages of each, and where every file of it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from posixpath import dirname, relpath

from converter.shelf.labels import labels_for
from converter.shelf.publication import EPUB, UNCHANGED, Copy, Cover, Publication, name_based
from converter.writers.markup.labels import spoken_date

INDEX, FEED, CATALOGUE, CATALOGUE_2, LATEST = "index.html", "atom.xml", "opds.xml", "opds.json", "latest.epub"
INSIDE = "shelf"
"""The folder of all files of a shelf but those five."""

PLAIN_COVER = f"{INSIDE}/covers/plain.png"
"""The picture of what has no cover, for catalogues, which want one."""

PAGE = 50
"""Publications on a page of a catalogue, and in the feed."""

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of publications, the newest first: the new ones, a paper's, a year's."""

    key: str
    title: str
    publications: Sequence[Publication]

    @property
    def last(self) -> int:
        """The number of its last page."""
        return max(1, -(-len(self.publications) // PAGE))

    @property
    def numbers(self) -> range:
        """The numbers of its pages, from 1."""
        return range(1, self.last + 1)

    def page(self, number: int) -> Sequence[Publication]:
        """What is on a page."""
        return self.publications[(number - 1) * PAGE : number * PAGE]

    def name(self, number: int, suffix: str) -> str:
        """The file of a page, of a catalogue whose files have that suffix."""
        return f"{INSIDE}/opds/{self.key}{f'-{number}' if number > 1 else ''}.{suffix}"


@dataclass(frozen=True)
class Shelf:
    """A shelf. ``publications`` are in their order, the newest first; ``url`` is its address, empty where unknown."""

    title: str
    publications: Sequence[Publication]
    url: str = ""

    @cached_property
    def language(self) -> str:
        """The language of most of it."""
        told = Counter(one.language for one in self.publications if one.language)
        return max(told, key=lambda tag: (told[tag], tag)) if told else "zh"

    @cached_property
    def labels(self) -> dict[str, str]:
        """The words that are added, in its script."""
        return labels_for(self.language)

    @cached_property
    def months(self) -> dict[str, list[Publication]]:
        """The publications by the month or the year that they are filed under, the newest first; then those undated."""
        months: defaultdict[str, list[Publication]] = defaultdict(list)
        for one in self.publications:
            months[one.month].append(one)
        return dict(months)

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """What a catalogue leads to: what is new, each paper where there are several, each year."""
        papers: defaultdict[str, list[Publication]] = defaultdict(list)
        years: defaultdict[str, list[Publication]] = defaultdict(list)
        for one in self.publications:
            papers[one.paper].append(one)
            years[one.date[:4]].append(one)
        named = sorted(filter(None, papers)) if len(papers) > 1 else []
        return (
            Listing("new", self.labels["new"], self.publications[:PAGE]),
            *(Listing(f"paper-{name_based(name)[-12:]}", name, papers[name]) for name in named),
            *(Listing(year or UNDATED, self.named(year), some) for year, some in years.items()),
        )

    @cached_property
    def latest(self) -> Publication:
        """The newest publication."""
        return self.publications[0]

    @cached_property
    def newest_book(self) -> Copy | None:
        """The newest of its books; of several forms of it the first."""
        return next(filter(None, (one.copy_of(EPUB) for one in self.publications)), None)

    @cached_property
    def updated(self) -> datetime:
        """When anything on it was last changed."""
        return changed(self.publications)

    def named(self, date: str) -> str:
        """A date as people say it, or that none is known."""
        return spoken_date(date) if date else self.labels["undated"]

    def identifier(self, name: str) -> str:
        """The name for good of a file of the shelf (RFC 4287, 4.2.6)."""
        return self.url + name if self.url else name_based("shelf", self.title, name)

    def link(self, target: str, source: str) -> str:
        """The link to a file of the shelf, or to a copy, from another file."""
        return self.url + target if self.url else near(target, source)


def near(target: str, source: str) -> str:
    """The relative link to a file of the shelf, or to a copy, from another file."""
    return relpath(target, dirname(source) or ".")


def month_page(month: str) -> str:
    """The page of a month or a year."""
    return f"{INSIDE}/{month or UNDATED}.html"


def place_of(one: Publication) -> str:
    """Where a publication stands in the calendar."""
    return f"{month_page(one.month)}#{one.key}"


def cover_name(one: Publication) -> str:
    """The file of a publication's cover."""
    return f"{INSIDE}/covers/{one.key}.{one.cover.suffix}" if one.cover else PLAIN_COVER


def cover_type(cover: Cover | None) -> str:
    """The media type of that file."""
    return cover.media_type if cover else "image/png"


def changed(publications: Sequence[Publication]) -> datetime:
    """When the last of them was changed."""
    return max((one.modified for one in publications), default=UNCHANGED)


def instant(time: datetime) -> str:
    """A time in UTC as RFC 3339 writes it."""
    return time.isoformat().replace("+00:00", "Z")
