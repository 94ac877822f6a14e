"""The sites of a paper's issues that lie side by side in a folder lead to one another: to the day before and after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from converter.errors import UnwritableOutput
from converter.output import MARKER, put_file
from converter.writers.web.days import Day, day_of, filled

FRONT = "index.html"


def join(site: Path) -> tuple[str, ...]:
    """Fill the front pages of ``site`` and of the issues beside it with the ways between them.

    Only folders that this program made are touched. Gives a sentence for each page that could not be written.
    """
    site = site.resolve()
    own = _day(site)
    if own is None:
        return ()
    beside = {folder: day for folder in site.parent.iterdir() if (day := _day(folder)) and day.paper == own.paper}
    order = sorted(beside, key=lambda folder: (beside[folder].date, folder.name))
    warnings = []
    for folder in order:
        date = beside[folder].date
        before = [one for one in order if beside[one].date < date]
        after = [one for one in order if beside[one].date > date]
        for name in _fronts(folder):
            last, following = (
                (beside[one].date, _way(name, one)) if one else None
                for one in (next(reversed(before), None), next(iter(after), None))
            )
            try:
                _fill(folder / name, last, following)
            except UnwritableOutput as error:
                warnings.append(f"{folder.name} does not lead to the issues beside it: {error}")
    return tuple(warnings)


def _files(folder: Path) -> list[str]:
    """The files of a folder of ours; none where it is another's."""
    try:
        return (folder / MARKER).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return []


def _fronts(folder: Path) -> Iterator[str]:
    """The front pages of a site, one an edition."""
    return (name for name in _files(folder) if name == FRONT or name.endswith(f"/{FRONT}"))


def _day(folder: Path) -> Day | None:
    """The day of the site in ``folder``; None where there is none of ours, or none is known."""
    try:
        return day_of((folder / FRONT).read_text("utf-8")) if FRONT in _files(folder) else None
    except (OSError, ValueError):
        return None


def _way(name: str, other: Path) -> str:
    """From a front page to that of the site ``other``, in the same edition where it has that."""
    up = "../" * (1 + name.count("/"))
    there = name if name in _fronts(other) else FRONT
    return f"{up}{quote(other.name)}/{there}"


def _fill(page: Path, before: tuple[str, str] | None, after: tuple[str, str] | None) -> None:
    """Write the page where its ways have changed. Raises ``UnwritableOutput``."""
    text = page.read_text("utf-8")
    if (new := filled(text, before, after)) != text:
        put_file(page, new.encode())
