"""What a shelf knows of one publication: an issue, or any other book, in the forms in which it can be had."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from converter.press.dates import first_day

_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

UNCHANGED = datetime(1980, 1, 1, tzinfo=UTC)
"""When a publication was last changed that tells no time: the first that a zip file can say."""

EPUB, HTML = "application/epub+zip", "text/html"


@dataclass(frozen=True, slots=True)
class Copy:
    """A form of a publication: a book, or the first page of a site; ``name`` is its path from the shelf's folder."""

    name: str
    media_type: str

    @property
    def address(self) -> str:
        """Where it is, as a link from the shelf's folder says it (RFC 3986)."""
        return quote(os.fsencode(self.name))


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover's picture: a ``member`` of the book at ``path``, or the file itself."""

    path: Path
    member: str | None
    media_type: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication. ``identifier`` is an IRI; ``date`` is ISO 8601, a year or month alone too, and empty where none
    is known; ``leads`` are titles of what is in it, and ``titles`` are all of these, as far as they are known.
    """

    identifier: str
    title: str
    copies: tuple[Copy, ...]
    paper: str = ""
    date: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    leads: tuple[str, ...] = ()
    modified: datetime = UNCHANGED
    cover: Cover | None = None
    titles: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """A name for files and fragments, the same whenever the shelf is made again."""
        return f"i{sha256(self.identifier.encode()).hexdigest()[:16]}"

    @property
    def month(self) -> str:
        """The month or the year that it is filed under, ISO 8601; empty where no date is known."""
        return self.date[:7]

    @property
    def order(self) -> tuple[str, datetime, str, str]:
        """What puts publications into their order, the oldest first; those without a date before all."""
        return (self.date, self.modified, self.title, self.identifier)

    @property
    def summary(self) -> str:
        """What it is about, in a line: what it says of itself, else its first titles."""
        return self.description or "；".join(self.leads)

    def copy_of(self, media_type: str) -> Copy | None:
        """Its first copy of a kind."""
        return next((copy for copy in self.copies if copy.media_type == media_type), None)


def name_based(*parts: str) -> str:
    """A UUID for what has no identifier of its own (RFC 9562, version 5)."""
    name = "\n".join(parts).encode("utf-8", "backslashreplace")  # a file's name may hold bytes that are no text
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name.decode())}"


def moment(said: str) -> datetime | None:
    """A date or a time of ISO 8601 in UTC; None where it is none."""
    if day := first_day(said):
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        time = datetime.fromisoformat(said)
        return time.replace(microsecond=0, tzinfo=time.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def printed(date: str | None) -> str:
    """A date that something can have been printed on; calibre writes the year 101 where it knows none."""
    return date if date and date >= "1000" else ""


def tag(said: str | None) -> str:
    """A language as BCP 47 writes it; nothing where it is none."""
    language = (said or "").strip().replace("_", "-")
    return language if _TAG.fullmatch(language) else ""
