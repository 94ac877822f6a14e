"""A batch on a real Dask cluster on this machine: workers are killed, the scheduler is lost, pages kill and hang."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from converter.batch.crew import Crew
from converter.batch.manifest import FAILED, MADE, Outcome
from converter.batch.run import Counts
from converter.errors import LostScheduler
from tests.batch.made import Heard, archive, batch_of, held, ran, states
from tests.batch.traps import CRASHES, HANGS, set_traps

pytest.importorskip("distributed", reason="Dask is not installed: pip install '.[test]'")

from distributed import cfexecutor  # noqa: E402


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address and the process of a scheduler on the loopback, with workers of one thread."""
    folder.mkdir()
    told, log = folder / "scheduler.json", folder / "log"
    dask = [sys.executable, "-m", "dask"]
    quick = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0", "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s"}
    quick |= {"DASK_DISTRIBUTED__WORKER__MULTIPROCESSING_METHOD": "forkserver"}  # a new worker has Dask loaded
    with log.open("wb") as out:
        how = {"cwd": folder, "env": os.environ | quick, "stdout": out, "stderr": out}
        ours = [f"--scheduler-file={told}", "--no-dashboard"]
        scheduler = subprocess.Popen([*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", *ours], **how)
        one = [*dask, "worker", *ours, "--nworkers", str(workers), "--nthreads", "1", "--host", "127.0.0.1"]
        crowd = subprocess.Popen([*one, "--death-timeout", "60", "--local-directory", str(folder)], **how)
        try:
            for _ in range(600):
                if told.exists() and told.stat().st_size:
                    break
                time.sleep(0.1)
            yield json.loads(told.read_text("utf-8"))["address"], scheduler
        finally:
            for process in (crowd, scheduler):
                process.send_signal(signal.SIGINT)
            for process in (crowd, scheduler):
                try:
                    process.wait(15)
                except subprocess.TimeoutExpired:
                    process.kill()


def workers_of(address: str, workers: int = 2) -> list[int]:
    """The processes of the workers, when all are there."""
    from distributed import Client

    with Client(address) as client:
        client.wait_for_workers(workers, timeout=60)
        return list(client.run(os.getpid).values())


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a cluster whose workers read pages that kill and hang them."""
    folder = tmp_path_factory.mktemp("standing")
    with pytest.MonkeyPatch.context() as patched:
        set_traps(folder / "traps", patched)
        with cluster(folder / "cluster") as (address, _):
            yield address


def test_two_thousand_pages_whatever_happens_to_workers(standing: str, tmp_path: Path) -> None:
    """One worker is killed in the middle, one page kills its process, one hangs, one is refused: every other book is
    made once, and it is told what happened to which."""
    source = archive(tmp_path / "a", months=9, days=28, pages=8)
    for month, text in ((2, CRASHES), (4, HANGS), (6, "\0\1")):
        (source / f"2021-{month:02}" / "20" / "01.txt").write_text(text, "utf-8")
    batch = batch_of(source, tmp_path / "b", by="page", timeout=2)
    victim = workers_of(standing)[0]

    class Cruel(Heard):
        def book(self, outcome: Outcome, counts: Counts) -> None:
            super().book(outcome, counts)
            if len(self.outcomes) == 100:
                os.kill(victim, signal.SIGKILL)

    heard = Cruel()
    counts = ran(batch, standing, heard)
    told = {one.name[8:]: one.cause for one in heard.outcomes if one.state == FAILED}
    assert told == {
        "2021-02-20-01": "Crashed",
        "2021-04-20-01": "TimedOut",
        "2021-06-20-01": "UnreadableInput",
    }
    assert Counter(one.name for one in heard.outcomes).most_common(1)[0][1] == 1
    assert (counts.planned, counts.made, counts.failed) == (2016, 2013, 3)
    assert len(held(tmp_path / "b")) == 2013
    assert Counter(states(batch).values()) == {MADE: 2013, FAILED: 3}


def test_what_dask_is_silent_about_is_asked_for(standing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A future that is never told what came of its work, as where that was lost while fetched, holds up no run."""
    tell, silent = cfexecutor._cascade_future, [True, False, True]

    def told(sent: Any, future: Any) -> Any:
        return None if silent and silent.pop() else tell(sent, future)

    monkeypatch.setattr("converter.batch.crew.PATIENCE", 1.0)
    monkeypatch.setattr(cfexecutor, "_cascade_future", told)
    batch = batch_of(archive(tmp_path / "a", months=1, days=28, pages=4), tmp_path / "b", by="page")
    counts = ran(batch, standing, Heard())
    assert (counts.planned, counts.made, silent) == (112, 112, [])


def test_a_scheduler_that_is_lost(standing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was made till then is kept; with another scheduler the rest is made, and nothing twice."""
    monkeypatch.setattr("converter.batch.crew.PATIENCE", 20.0)
    batch = batch_of(archive(tmp_path / "a", months=3, days=28, pages=4), tmp_path / "b", by="page")
    with cluster(tmp_path / "one", 1) as (address, scheduler):
        workers_of(address, 1)

        class Cruel(Heard):
            def book(self, outcome: Outcome, counts: Counts) -> None:
                super().book(outcome, counts)
                if len(self.outcomes) == 100:
                    scheduler.kill()

        first = Cruel()
        monkeypatch.setattr("converter.batch.crew.PATIENCE", 3.0)
        with pytest.raises(LostScheduler, match="was lost: what was made is kept"):
            ran(batch, address, first)
    kept = states(batch)
    assert 100 <= len(kept) < 336 and {*kept.values()} == {MADE}
    monkeypatch.setattr("converter.batch.crew.PATIENCE", 30.0)
    second = Heard()
    counts = ran(batch, standing, second)
    assert (counts.unchanged, counts.made) == (len(kept), 336 - len(kept))
    assert len(held(tmp_path / "b")) == 336
    assert not {one.name for one in first.outcomes} & {one.name for one in second.outcomes}
    assert Crew("inline").workers == 1
