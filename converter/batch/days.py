"""The sites of a batch lead to those of the same paper's days before and after, whatever folders they are in."""

from __future__ import annotations

from collections.abc import Iterator

from converter.batch.manifest import Manifest
from converter.batch.storage import Place
from converter.batch.work import suffix_of
from converter.neighbours import FRONT, Site, lead
from converter.press.folding import folded
from converter.records import NamedTuple

_SITES = """
SELECT name, paper, date, ended >= ? AS changed FROM book
WHERE outputs LIKE '%.site"%' AND paper != '' AND length(date) = 10 ORDER BY date, name
"""


class _Day(NamedTuple):
    """The sites of a paper's day, and whether any of them was made anew."""

    sites: list[Site]
    changed: bool


def join_days(place: Place, manifest: Manifest, since: str) -> None:
    """Fill the front pages of the sites that were made since then, and of those of the days around.

    Raises ``UnwritableOutput``.
    """
    papers: dict[str, tuple[_Day | None, _Day]] = {}
    for paper, day in _days(place, manifest, since):
        if paper in papers:
            before, last = papers[paper]
            _lead(before, last, day)
            papers[paper] = last, day
        else:
            papers[paper] = None, day
    for before, last in papers.values():
        _lead(before, last, None)


def _days(place: Place, manifest: Manifest, since: str) -> Iterator[tuple[str, _Day]]:
    """Every paper's days with the sites that are there, the oldest first; a paper is told by its name in one script."""
    assert place.folder  # no store takes a site
    held: dict[str, _Day] = {}
    date = ""
    for row in manifest.rows(_SITES, since):
        if row["date"] != date:
            yield from held.items()
            held, date = {}, row["date"]
        folder = place.folder / f"{row['name']}{suffix_of('site')}"
        if (folder / FRONT).is_file():
            paper = folded(row["paper"])
            known = held.get(paper, _Day([], False))
            held[paper] = _Day([*known.sites, Site(folder, date)], known.changed or bool(row["changed"]))
    yield from held.items()


def _lead(before: _Day | None, day: _Day, after: _Day | None) -> None:
    """Lead from each site of a day to the last of the day before and the first of that after."""
    if any(one and one.changed for one in (before, day, after)):
        for site in day.sites:
            lead(site.folder, before and before.sites[-1], after and after.sites[0])
