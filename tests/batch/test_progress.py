"""How far a batch is told: to people on a terminal, to programs a line an event."""

from __future__ import annotations

import io
import json

import pytest

from converter.batch.manifest import FAILED, MADE, Outcome
from converter.batch.progress import TOLD, Lines, Painted, pace, spoken
from converter.batch.run import Counts


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


def test_programs_hear_every_event() -> None:
    """A line of JSON each."""
    out = io.StringIO()
    lines, counts = Lines(out), Counts(planned=3, undated=1)
    lines.planned(counts)
    counts.add(Outcome("a", MADE, documents=2))
    lines.book(Outcome("a", MADE, documents=2), counts)
    lines.passed(counts)
    lines.interrupted()
    lines.ended(counts)
    told = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [one["event"] for one in told] == ["plan", "book", "unchanged", "interrupted", "end"]
    assert (told[0]["books"], told[1]["name"], told[1]["done"], told[1]["of"], told[4]["made"]) == (3, "a", 1, 3, 1)


def test_people_see_a_line_that_is_painted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Books, rate, failures and time left; it goes before anything is said that stays, and at the end."""
    monkeypatch.setattr("converter.batch.progress.EVERY", 0)
    err, counts = Terminal(), Counts(planned=2000)
    painted = Painted(err)
    painted.planned(counts)
    for number in range(1200):
        outcome = Outcome(str(number), FAILED, cause="X", message="why") if number == 5 else Outcome(str(number), MADE)
        counts.add(outcome)
        painted.book(outcome, counts)
    painted.ended(counts)
    said = err.getvalue()
    assert "\r1,200 of 2,000 books · " in said and " · 1 failed · " in said and said.rstrip(" \r").endswith("left")
    assert "banmian: 5 was not made: why\n" in said
    assert said.endswith("\r")


def test_elsewhere_failures_alone_are_told() -> None:
    """The first of them; none where nothing is to be said."""
    for quiet in (False, True):
        err, counts = io.StringIO(), Counts(planned=100)
        painted = Painted(err, quiet)
        for number in range(100):
            outcome = Outcome(str(number), FAILED, cause="X", message="why")
            counts.add(outcome)
            painted.book(outcome, counts)
        painted.ended(counts)
        lines = err.getvalue().splitlines()
        assert len(lines) == (0 if quiet else TOLD)
    assert Painted(io.StringIO()).say("a\nb") is None


def test_the_pace() -> None:
    """Of what had to be made; what was as it should takes no time."""
    assert pace(Counts(planned=9, unchanged=3), 0.0) == {}
    told = pace(Counts(planned=10, unchanged=4, made=1, failed=1), 0.0)
    assert set(told) == {"rate", "left"}


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, "0 s"), (59.4, "59 s"), (59.5, "1 min 0 s"), (200, "3 min 20 s"), (7260, "2 h 1 min"), (90000, "1 d 1 h")],
)
def test_a_span_of_time(seconds: float, expected: str) -> None:
    """In two units."""
    assert spoken(seconds) == expected
