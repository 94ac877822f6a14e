"""The sites of a paper's issues lead to one another: to the day before and after."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from converter.errors import UnwritableOutput
from converter.output import MARKER, put_file
from converter.records import NamedTuple
from converter.writers.web.days import Day, day_of, filled

FRONT = "index.html"


class Site(NamedTuple):
    """The site of a day (ISO 8601) in its folder."""

    folder: Path
    date: str


def join(site: Path) -> tuple[str, ...]:
    """Fill the front pages of ``site`` and of the issues beside it in its folder with the ways between them.

    Only folders that this program made are touched. Gives a sentence for each page that could not be written.
    """
    site = site.resolve()
    own = _day(site)
    if own is None:
        return ()
    beside = [
        Site(folder, day.date) for folder in site.parent.iterdir() if (day := _day(folder)) and day.paper == own.paper
    ]
    order = sorted(beside, key=lambda one: (one.date, one.folder.name))
    warnings = []
    for one in order:
        before = [other for other in order if other.date < one.date]
        after = [other for other in order if other.date > one.date]
        try:
            lead(one.folder, next(reversed(before), None), next(iter(after), None))
        except UnwritableOutput as error:
            warnings.append(f"{one.folder.name} does not lead to the issues beside it: {error}")
    return tuple(warnings)


def lead(site: Path, before: Site | None, after: Site | None) -> None:
    """Fill the front pages of ``site`` with the ways to the sites of the days around; None leads nowhere.

    A page is written where its ways have changed. Raises ``UnwritableOutput``.
    """
    for name in _fronts(site):
        last, following = (one and (one.date, _way(site / name, name, one.folder)) for one in (before, after))
        text = (site / name).read_text("utf-8")
        if (new := filled(text, last, following)) != text:
            put_file(site / name, new.encode())


def _files(folder: Path) -> list[str]:
    """The files of a folder of ours; none where it is another's."""
    try:
        return (folder / MARKER).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return []


def _fronts(folder: Path) -> Iterator[str]:
    """The front pages of a site that are there, one an edition."""
    named = (name for name in _files(folder) if name == FRONT or name.endswith(f"/{FRONT}"))
    return (name for name in named if (folder / name).is_file())


def _day(folder: Path) -> Day | None:
    """The day of the site in ``folder``; None where there is none of ours, or none is known."""
    try:
        return day_of((folder / FRONT).read_text("utf-8")) if FRONT in _files(folder) else None
    except (OSError, ValueError):
        return None


def _way(page: Path, name: str, other: Path) -> str:
    """From a front page to that of the site ``other``, in the same edition where it has that."""
    there = name if name in _fronts(other) else FRONT
    return quote(Path(os.path.relpath(other / there, page.parent)).as_posix())
