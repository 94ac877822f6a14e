"""Which publications a folder holds: its books and sites, those of one issue together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from converter.errors import UnreadableInput
from converter.output import AMONG, ours_in
from converter.records import NamedTuple
from converter.shelf.book import read_book
from converter.shelf.publication import EPUB, Publication, name_based
from converter.shelf.site import FIRST, read_site

BOOK = ".epub"
SUFFIXES = (".kepub.epub", ".epub", ".site")
"""What is left out of a name to see that a book and a site are of one issue."""


class Found(NamedTuple):
    """The publications of a folder, the newest first, and a sentence on each that could not be read."""

    publications: tuple[Publication, ...]
    warnings: tuple[str, ...]


def publications_in(folder: Path, aside: Path | None = None) -> Found:
    """What a folder and the folders in it hold; ``aside`` is a folder that does not count.

    A folder with an ``index.html`` is a site, and what it holds is its own. Hidden files, and those of an older shelf
    there, do not count. Raises ``UnreadableInput`` where there is nothing to be put on a shelf.
    """
    read, warnings = [], []
    for path, name in _places(folder, aside):
        try:
            read.append(read_site(path, name) if path.is_dir() else read_book(path, name))
        except UnreadableInput as error:
            warnings.append(f"left out {name}: {error}")
    if not read:
        why = warnings[0] if warnings else f"{folder} holds no book ({BOOK}) and no site (a folder with {FIRST})"
        raise UnreadableInput(f"{why}: make one with `banmian convert`, or name another folder")
    return Found(tuple(sorted(_together(read), key=lambda one: one.order, reverse=True)), tuple(warnings))


def _places(folder: Path, aside: Path | None) -> Iterator[tuple[Path, str]]:
    """The books and sites in a folder, with their names in it."""
    if not folder.is_dir():
        raise UnreadableInput(f"there is no folder {folder}: name the one that your books or sites are in")
    ours = ours_in(folder, AMONG)
    for root, folders, files in os.walk(folder, onerror=_unreadable):
        here = Path(root)
        if here != folder and FIRST in files:
            folders.clear()
            yield here, here.relative_to(folder).as_posix()
            continue
        folders[:] = sorted(name for name in folders if name[0] != "." and (here / name).resolve() != aside)
        for file in sorted(files):
            name = (here / file).relative_to(folder).as_posix()
            if file.lower().endswith(BOOK) and file[0] != "." and name not in ours:
                yield here / file, name


def _unreadable(error: OSError) -> None:
    raise UnreadableInput(f"{error.filename} cannot be read ({error.strerror}): check its permissions") from error


def _together(read: Iterable[Publication]) -> Iterable[Publication]:
    """The publications, each once: copies that share identifier and title, and a site beside a book of its name."""
    found: dict[str, Publication] = {}
    by_name: dict[str, str] = {}
    for one in sorted(read, key=lambda one: one.copies[0].media_type != EPUB):  # books first: they know more
        stem = _stem(one)
        known = by_name.get(stem, one.identifier) if one.copies[0].media_type != EPUB else one.identifier
        if (other := found.get(known)) and (known != one.identifier or other.title == one.title):
            found[known] = _with(other, one)
            continue
        if other:  # two books that say they are one: each gets a name of its own, so that readers keep them apart
            one = replace(one, identifier=name_based(one.identifier, *(copy.name for copy in one.copies)))
        found[one.identifier] = one
        by_name.setdefault(stem, one.identifier)
    return found.values()


def _with(one: Publication, other: Publication) -> Publication:
    """A publication that can also be had as ``other``, whose cover counts where it has none of its own."""
    return replace(one, copies=(*one.copies, *other.copies), cover=one.cover or other.cover)


def _stem(publication: Publication) -> str:
    """The name of its first copy without what only tells the form."""
    copy = publication.copies[0]
    name = copy.name if copy.media_type == EPUB else str(PurePosixPath(copy.name).parent)
    suffix = next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), "")
    return name[: len(name) - len(suffix)]


def span_of(publications: Sequence[Publication]) -> tuple[str, str]:
    """The oldest and the newest date of publications that are in their order; empty where none is known."""
    dates = [one.date for one in publications if one.date]
    return (dates[-1], dates[0]) if dates else ("", "")
