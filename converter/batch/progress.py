"""How far a batch is: a line that is painted anew for people, and a line of JSON an event for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from time import monotonic
from typing import Any, TextIO

from converter.batch.manifest import FAILED, Outcome, as_dict
from converter.batch.run import Counts

EVERY = 0.2
"""Seconds between two paintings."""

TOLD = 20
"""Failures that are told as they come; the report has all."""


class Lines:
    """A line of JSON for the plan, for each book and for the end."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._began = monotonic()

    def planned(self, counts: Counts) -> None:
        """The plan is made."""
        self._say("plan", books=counts.planned, undated=counts.undated, left_out=counts.left_out)

    def book(self, outcome: Outcome, counts: Counts) -> None:
        """A book is made or failed."""
        self._say("book", **as_dict(outcome), done=counts.done, of=counts.planned, **pace(counts, self._began))

    def passed(self, counts: Counts) -> None:
        """Books were found to be as they should."""
        self._say("unchanged", done=counts.done, of=counts.planned)

    def interrupted(self) -> None:
        """What is under way is awaited."""
        self._say("interrupted")

    def ended(self, counts: Counts) -> None:
        """All is done that can be."""
        self._say("end", **asdict(counts))

    def _say(self, event: str, **told: Any) -> None:
        print(json.dumps({"event": event} | told, ensure_ascii=False), file=self._out, flush=True)


class Painted:
    """A line on a terminal: books done, how many a second, failures, time left. Elsewhere only failures are told.

    ``translate`` gives what is said in the user's language.
    """

    def __init__(self, err: TextIO, quiet: bool = False, translate: Callable[[str], str] = str) -> None:
        self._translate = translate
        self._err = err
        self._shown = err.isatty() and not quiet
        self._quiet = quiet
        self._began = self._last = monotonic()
        self._width = 0

    def planned(self, counts: Counts) -> None:
        """The plan is made."""
        self._paint(counts)

    def book(self, outcome: Outcome, counts: Counts) -> None:
        """A book is made or failed."""
        if outcome.state == FAILED and counts.failed <= TOLD and not self._quiet:
            more = "; further failures are in the report" if counts.failed == TOLD else ""
            self.say(f"{outcome.name} was not made: {outcome.message}{more}")
        self._paint(counts)

    def passed(self, counts: Counts) -> None:
        """Books were found to be as they should."""
        self._paint(counts)

    def interrupted(self) -> None:
        """What is under way is awaited."""
        self.say("interrupted: the books in work are finished; press Ctrl-C once more to end at once")

    def ended(self, counts: Counts) -> None:
        """All is done that can be."""
        self._clear()

    def say(self, message: str) -> None:
        """A line that stays."""
        self._clear()
        print(f"banmian: {self._translate(' '.join(message.split()))}", file=self._err, flush=True)

    def _paint(self, counts: Counts) -> None:
        if not self._shown or (monotonic() - self._last < EVERY and counts.done < counts.planned):
            return
        self._last = monotonic()
        told = pace(counts, self._began)
        said = self._translate(f"{counts.done:,} of {counts.planned:,} books")
        said += f" · {told['rate']:g}/s" if told else ""
        said += self._translate(f" · {counts.failed:,} failed") if counts.failed else ""
        said += self._translate(f" · {spoken(told['left'])} left") if told and counts.done < counts.planned else ""
        print(f"\r{said:{self._width}}", end="", file=self._err, flush=True)
        self._width = len(said)

    def _clear(self) -> None:
        if self._width:
            print(f"\r{'':{self._width}}\r", end="", file=self._err, flush=True)
            self._width = 0


def pace(counts: Counts, began: float) -> dict[str, float]:
    """Books a second that had to be made, and the seconds left at that; nothing before the first is done."""
    worked = counts.made + counts.failed
    if not worked:
        return {}
    rate = worked / max(monotonic() - began, 1e-9)
    return {"rate": float(f"{rate:.3g}"), "left": round((counts.planned - counts.done) / rate, 1)}


def spoken(seconds: float) -> str:
    """A span of time in two units: ``3 min 20 s``."""
    whole = int(seconds + 0.5)
    for unit, size, smaller, part in (("d", 86400, "h", 3600), ("h", 3600, "min", 60), ("min", 60, "s", 1)):
        if whole >= size:
            return f"{whole // size} {unit} {whole % size // part} {smaller}"
    return f"{whole} s"
