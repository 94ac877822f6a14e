"""Work is spread over this process or others; whoever dies of it is known, and all else is done."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from types import SimpleNamespace
from typing import cast

import pytest

from converter.batch.crew import Crew, Died, Spread
from converter.errors import LostScheduler


def doubled(numbers: Sequence[int]) -> list[int]:
    """Work; some numbers kill, others are errors, others never end."""
    for number in numbers:
        if number == 13:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 14:
            raise ValueError(number)
    return [2 * number for number in numbers]


def chunks(numbers: Sequence[int], size: int = 3) -> Iterator[Sequence[int]]:
    """So many at a time."""
    return (numbers[start : start + size] for start in range(0, len(numbers), size))


def done(crew: Crew, numbers: Sequence[int]) -> list[int | Died]:
    """What comes of it."""
    try:
        return [one for results in Spread(crew, doubled, chunks(numbers)) for one in results]
    finally:
        crew.close()


def test_in_this_process() -> None:
    """Each once."""
    assert sorted(one for one in done(Crew("inline"), [*range(10)]) if not isinstance(one, Died)) == [
        2 * number for number in range(10)
    ]


def test_in_processes() -> None:
    """Each once, in any order; a process that dies is known by the piece it died of, and another takes its place."""
    results = done(Crew("processes", 2), [number for number in range(20) if number != 14])
    assert [one.piece for one in results if isinstance(one, Died)] == [13]
    numbers = sorted(one for one in results if not isinstance(one, Died))
    assert numbers == [2 * number for number in range(20) if number not in (13, 14)]


def test_an_error_of_the_work_itself_is_raised() -> None:
    """It is no death."""
    for where in ("inline", "processes"):
        with pytest.raises(ValueError, match="14"):
            done(Crew(where, 1), [14])


def test_chunks_are_taken_as_they_are_needed() -> None:
    """Never more than are under way: a million of them take no memory."""
    taken = []

    def numbers() -> Iterator[Sequence[int]]:
        for number in range(100):
            taken.append(number)
            yield [number]

    crew = Crew("inline")
    results = iter(Spread(crew, doubled, ([n] for c in numbers() for n in c if n not in (13, 14))))
    next(results)
    assert len(taken) <= 3


def test_nothing_more_is_begun_when_it_is_stopped() -> None:
    """What is under way is still given; and what was given once more, where who took it was interrupted at that."""
    for again in (False, True):
        spread = Spread(Crew("inline"), doubled, ([number] for number in range(15, 100)))
        results = iter(spread)
        first = next(results)
        spread.stop()
        rest = [one for some in (spread if again else results) for one in some]
        assert sorted(rest if again else [*first, *rest], key=str) == [30, 32]


def test_a_scheduler_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is told with what to start."""
    pytest.importorskip("distributed", reason="Dask is not installed: pip install '.[test]'")
    monkeypatch.setattr("converter.batch.crew.PATIENCE", 0.5)
    with pytest.raises(LostScheduler, match="start `dask scheduler`"):
        Crew("tcp://127.0.0.1:9")


@pytest.mark.parametrize("is_there", [True, False])
def test_what_a_worker_had_made_when_it_died(is_there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cancelled chunk is done again, a piece at a time, where the scheduler is there; else that is lost."""

    class Once(Crew):
        """A crew whose first chunk is cancelled."""

        cancelled = False

        def pool(self) -> Executor:
            if self.cancelled:
                return super().pool()
            self.cancelled = True
            lost: Future[list[int]] = Future()
            lost.cancel()
            lost.set_running_or_notify_cancel()
            return cast(Executor, SimpleNamespace(submit=lambda *work: lost))

    monkeypatch.setattr(Once, "is_there", is_there)
    if is_there:
        assert sorted(cast(list[int], done(Once("inline"), [1, 2, 3, 4]))) == [2, 4, 6, 8]
    else:
        with pytest.raises(LostScheduler):
            done(Once("inline"), [1, 2, 3, 4])
