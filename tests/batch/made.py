"""A small archive, and a batch over it, for the tests of the batch's parts."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from converter.batch.crew import Crew
from converter.batch.manifest import Manifest, Outcome
from converter.batch.run import Batch, Counts, opened, run
from converter.batch.storage import Place

PAGE = """汉江晚报　{year}年{month}月{day}日
第{page:02}版：要闻

第{number}条航线开通

本报记者 江帆

渔港昨日开通第{number}条航线。清晨六点，第一班渡船离岸，船上坐着去对岸赶集的人。
"""


def page(year: int = 2021, month: int = 1, day: int = 6, page: int = 1, number: int = 1) -> str:
    """A page of a paper."""
    return PAGE.format(year=year, month=month, day=day, page=page, number=number)


def archive(folder: Path, months: int = 1, days: int = 3, pages: int = 2) -> Path:
    """``folder/2021-01/06/03.txt`` and its like."""
    number = 0
    for month in range(1, months + 1):
        for day in range(1, days + 1):
            for one in range(1, pages + 1):
                number += 1
                path = folder / f"2021-{month:02}" / f"{day:02}" / f"{one:02}.txt"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(page(2021, month, day, one, number), "utf-8")
    return folder


class Heard:
    """A watcher that remembers what it was told."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []
        self.events: list[str] = []

    def planned(self, counts: Counts) -> None:
        """The plan is made."""
        self.events.append("planned")

    def book(self, outcome: Outcome, counts: Counts) -> None:
        """A book is made or failed."""
        self.outcomes.append(outcome)
        self.events.append("book")

    def passed(self, counts: Counts) -> None:
        """Books were found to be as they should."""
        self.events.append("passed")

    def interrupted(self) -> None:
        """What is under way is awaited."""
        self.events.append("interrupted")


def batch_of(source: Path, target: Path, **said: object) -> Batch:
    """A batch over a folder, of outlines, which are made in no time."""
    told = {"sources": (str(source),), "place": Place(str(target)), "formats": ("outline",)}
    return Batch(**told | said)  # type: ignore[arg-type]


def ran(batch: Batch, where: str = "inline", heard: Heard | None = None, workers: int = 2) -> Counts:
    """Run a batch; how it went."""
    batch.place.prepare()
    crew = Crew(where, workers)
    try:
        with closing(opened(batch)) as manifest:
            manifest.lock()
            return run(batch, crew, manifest, heard or Heard())
    finally:
        crew.close(at_once=True)


def states(batch: Batch) -> dict[str, str]:
    """The state of every book that the manifest knows."""
    with closing(Manifest(batch.manifest)) as manifest:
        return {row["name"]: row["state"] for row in manifest.rows("SELECT name, state FROM book ORDER BY name")}


def held(folder: Path, suffixes: Iterable[str] = (".outline",)) -> dict[str, bytes]:
    """The files of these kinds in a folder, by their names."""
    files = (file for file in sorted(folder.rglob("*")) if file.suffix in suffixes)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
