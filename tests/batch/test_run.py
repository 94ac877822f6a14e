"""A batch makes every book once, makes again what is new, changed or failed, and loses nothing wherever it ends."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from converter.batch.crew import Crew
from converter.batch.manifest import FAILED, MADE, SAME, Manifest, Outcome
from converter.batch.run import Batch, Counts, _Choice, opened, planned
from converter.batch.sources import Found
from converter.batch.storage import HOME
from converter.errors import UnreadableInput, UnwritableOutput
from converter.options import Look, Options
from tests.batch.made import Heard, archive, batch_of, held, page, ran, states
from tests.batch.traps import CRASHES, HANGS, set_traps


def made(batch: Batch, **said: object) -> tuple[list[str], Counts]:
    """The books that a run makes or tries, sorted, and its counts."""
    heard = Heard()
    counts = ran(batch, heard=heard, **said)  # type: ignore[arg-type]
    return sorted(one.name for one in heard.outcomes if one.state != SAME), counts


DAYS = [f"2021-01/2021-01-{day:02}" for day in (1, 2, 3)]


@pytest.mark.parametrize("where", ["inline", "processes"])
def test_every_book_is_made_once(where: str, tmp_path: Path) -> None:
    """The same files, whoever does it."""
    batch = batch_of(archive(tmp_path / "a"), tmp_path / "b")
    names, counts = made(batch, where=where)
    assert names == DAYS
    assert (counts.planned, counts.made, counts.unchanged, counts.failed, counts.documents) == (3, 3, 0, 0, 6)
    assert states(batch) == dict.fromkeys(DAYS, MADE)
    assert list(held(tmp_path / "b")) == [f"{name}.outline" for name in DAYS]
    assert "第6条航线开通" in (tmp_path / "b" / f"{DAYS[2]}.outline").read_text("utf-8")


def test_a_second_run_does_what_is_new_changed_or_failed(tmp_path: Path) -> None:
    """And what has lost its file; nothing else is touched."""
    source = archive(tmp_path / "a")
    batch = batch_of(source, tmp_path / "b")
    (source / "2021-01" / "03" / "02.txt").write_bytes(b"\0\1")
    assert made(batch)[1].failed == 1
    assert made(batch)[0] == [DAYS[2]]  # failed
    (source / "2021-01" / "03" / "02.txt").write_text(page(day=3), "utf-8")
    (source / "2021-01" / "02" / "02.txt").write_text(page(day=2, number=99), "utf-8")
    (source / "2021-01" / "04").mkdir()
    (source / "2021-01" / "04" / "01.txt").write_text(page(day=4), "utf-8")
    assert made(batch)[0] == [DAYS[1], DAYS[2], "2021-01/2021-01-04"]
    (tmp_path / "b" / f"{DAYS[0]}.outline").unlink()
    assert made(batch)[0] == [DAYS[0]]
    names, counts = made(batch)
    assert (names, counts.unchanged) == ([], 4)


def test_a_file_that_was_touched_alone_is_not_made_again(tmp_path: Path) -> None:
    """Its bytes are compared, once."""
    source = archive(tmp_path / "a")
    batch = batch_of(source, tmp_path / "b")
    made(batch)
    os.utime(source / "2021-01" / "02" / "02.txt", (1, 1))
    heard = Heard()
    counts = ran(batch, heard=heard)
    assert ([one.name for one in heard.outcomes], counts.unchanged) == ([DAYS[1]], 3)
    assert made(batch)[1].unchanged == 3 and not made(batch)[0]


@pytest.mark.parametrize(
    "said",
    [
        {"formats": ("outline", "html")},
        {"options": Options(look=Look(vertical=True))},
        {"options": Options(script="s2t")},  # type: ignore[arg-type]
        {"force": True},
    ],
    ids=["formats", "look", "script", "force"],
)
def test_other_options_make_all_anew(said: dict[str, object], tmp_path: Path) -> None:
    """As does force."""
    source = archive(tmp_path / "a")
    made(batch_of(source, tmp_path / "b"))
    assert made(batch_of(source, tmp_path / "b", **said))[0] == DAYS


def test_a_style_sheet_that_changes_makes_all_anew(tmp_path: Path) -> None:
    """What a file holds counts, not its name."""
    sheet = tmp_path / "my.css"
    sheet.write_text("p { color: red }", "utf-8")
    batch = batch_of(tmp_path, tmp_path / "b", options=Options(look=Look(style=str(sheet))))
    before = batch.options_hash()
    assert batch.options_hash() == before
    sheet.write_text("p { color: blue }", "utf-8")
    assert batch.options_hash() != before


def test_only_what_failed(tmp_path: Path) -> None:
    """With retry_failed nothing new is begun."""
    source = archive(tmp_path / "a")
    (source / "2021-01" / "03" / "02.txt").write_bytes(b"\0\1")
    made(batch_of(source, tmp_path / "b"))
    (source / "2021-01" / "03" / "02.txt").write_text(page(day=3), "utf-8")
    (source / "2021-01" / "04").mkdir()
    (source / "2021-01" / "04" / "01.txt").write_text(page(day=4), "utf-8")
    assert made(batch_of(source, tmp_path / "b", retry_failed=True))[0] == [DAYS[2]]


def test_a_failure_leaves_the_older_book(tmp_path: Path) -> None:
    """It is told as failed, and tried again the next time."""
    source = archive(tmp_path / "a")
    batch = batch_of(source, tmp_path / "b")
    made(batch)
    before = held(tmp_path / "b")
    (source / "2021-01" / "03" / "02.txt").write_bytes(b"\0\1")
    made(batch)
    assert held(tmp_path / "b") == before
    assert states(batch)[DAYS[2]] == FAILED


def test_one_page_each_that_crashes_hangs_and_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of processes: every other book is made once, and it is told what happened to which."""
    set_traps(tmp_path / "traps", monkeypatch)
    source = archive(tmp_path / "a", days=28)
    for day, text in ((5, CRASHES), (11, HANGS), (17, "\0\1")):
        (source / "2021-01" / f"{day:02}" / "01.txt").write_text(text, "utf-8")
    batch = batch_of(source, tmp_path / "b", timeout=1.5)
    heard = Heard()
    counts = ran(batch, "processes", heard)
    told = {one.name[-2:]: one.cause for one in heard.outcomes if one.state == FAILED}
    assert told == {"05": "Crashed", "11": "TimedOut", "17": "UnreadableInput"}
    assert Counter(one.name for one in heard.outcomes).most_common(1)[0][1] == 1
    assert (counts.made, counts.failed) == (25, 3)
    assert len(held(tmp_path / "b")) == 25
    assert list((tmp_path / "b" / HOME / "parts").iterdir()) == []


def test_ctrl_c_ends_when_what_is_under_way_is_done(tmp_path: Path) -> None:
    """It is kept, nothing more is begun, and the next run does the rest."""
    batch = batch_of(archive(tmp_path / "a", days=28), tmp_path / "b")

    class Impatient(Heard):
        def book(self, outcome: Outcome, counts: Counts) -> None:
            super().book(outcome, counts)
            if len(self.outcomes) == 2:
                raise KeyboardInterrupt

    heard = Impatient()
    with pytest.raises(KeyboardInterrupt):
        ran(batch, heard=heard)
    assert "interrupted" in heard.events
    kept = states(batch)
    assert 2 <= len(kept) < 28 and {*kept.values()} == {MADE}
    with closing(Manifest(batch.manifest)) as manifest:
        assert [row["how"] for row in manifest.rows("SELECT how FROM run")] == ["interrupted"]
    names, counts = made(batch)
    assert counts.unchanged == len(kept) and len(names) == 28 - len(kept)


def untouched(pages: int) -> Iterator[Found]:
    """An archive that is nowhere: eight pages a day, 28 days a month."""
    for number in range(pages):
        day, one = divmod(number, 8)
        parts = (f"{2001 + day // 336}-{day // 28 % 12 + 1:02}", f"{day % 28 + 1:02}", f"{one + 1:02}.txt")
        yield Found("/".join(("a", *parts)), parts, ("a",), "1:1")


@pytest.mark.parametrize("by", ["day", "month"])
def test_more_pages_in_hand_take_no_more_memory(by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a book is of: those that are looked up together have no inputs with them."""
    peaks = []
    with closing(opened(batch_of(tmp_path, tmp_path / "b"))) as manifest:
        for pages in (500, 2_000):
            monkeypatch.setattr("converter.batch.plan.files_in", lambda *_, pages=pages: untouched(pages))
            batch = batch_of(tmp_path, tmp_path / "b", by=by)
            with closing(planned(batch)) as plan:
                choice = _Choice(batch, plan, manifest, "", Counts(), Heard())
                tracemalloc.start()
                for chunk in choice:
                    assert all(job.parts for job in chunk)
                    choice.stamps.clear()  # they are kept
                peaks.append(tracemalloc.get_traced_memory()[1])
                tracemalloc.stop()
    assert (peaks[1] - peaks[0]) / 1_500 < 100, "bytes a page, of which a path alone has as many"


@pytest.mark.parametrize(
    ("to", "step"),
    [("outline", "converter.batch.storage.write_synced"), ("site", "converter.output.put_in_place")],
)
def test_a_disk_that_is_full_ends_the_run(to: str, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No further book is tried and none counts as failed; when there is room again, the rest is made."""
    batch = batch_of(archive(tmp_path / "a", 1, 20, 2), tmp_path / "b", formats=(to,))
    module, _, name = step.rpartition(".")
    write, writes = getattr(sys.modules[module], name), count(1)

    def filled(*said: object) -> None:
        if next(writes) > 14:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(*said)

    with monkeypatch.context() as patched:
        patched.setattr(step, filled)
        with pytest.raises(
            UnwritableOutput, match="there is no room left to write .*: what was made is kept; make room"
        ):
            ran(batch)
        assert next(writes) <= 17  # each of the two chunks in work has tried one book more
    kept = states(batch)
    assert 0 < len(kept) < 15 and {*kept.values()} == {MADE}
    counts = ran(batch)
    assert (counts.made, counts.unchanged, counts.failed) == (20 - len(kept), len(kept), 0)


def test_ctrl_c_while_a_book_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept all the same: what is in its place is what the manifest lists, and each is told once."""
    batch, heard, keep = batch_of(archive(tmp_path / "a", days=28), tmp_path / "b"), Heard(), Manifest.keep
    calls = count()

    def interrupted(manifest: Manifest, *said: Any) -> None:
        if next(calls) == 1:
            raise KeyboardInterrupt
        keep(manifest, *said)

    monkeypatch.setattr(Manifest, "keep", interrupted)
    with pytest.raises(KeyboardInterrupt):
        ran(batch, heard=heard)
    made = sorted(one.name for one in heard.outcomes)
    assert made == [*states(batch)] == [name.removesuffix(".outline") for name in held(tmp_path / "b")]
    assert 0 < len(made) < 28


def test_a_book_whose_inputs_are_gone(tmp_path: Path) -> None:
    """Is told once, and stays; one that was not made is told no more. What comes back is made, and a run over another
    source or another kind of book says nothing of these."""
    source, batch = archive(tmp_path / "a", days=4), batch_of(tmp_path / "a", tmp_path / "b")
    (source / "2021-01" / "04" / "01.txt").write_bytes(b"\0\1")
    ran(batch)
    for day in ("03", "04"):
        (source / "2021-01" / day).rename(tmp_path / day)
    counts = ran(batch)
    assert (counts.gone, counts.made, counts.failed, counts.unchanged) == (1, 0, 0, 2)
    expected = {f"2021-01/2021-01-0{day}": MADE for day in (1, 2)} | {"2021-01/2021-01-03": "gone"}
    assert states(batch) == expected and "2021-01/2021-01-03.outline" in held(tmp_path / "b")
    assert ran(batch).gone == 0
    assert ran(batch_of(source / "2021-01" / "01", tmp_path / "b")).gone == 0
    assert ran(batch_of(source, tmp_path / "b", by="month")).gone == 0
    (tmp_path / "03").rename(source / "2021-01" / "03")
    counts = ran(batch)
    assert (counts.gone, counts.made, counts.unchanged) == (0, 1, 2)


def test_books_of_a_folder_that_has_moved_are_known(tmp_path: Path) -> None:
    """They are as they were, and it is known where their inputs are now."""
    source = archive(tmp_path / "a", days=2)
    ran(batch_of(source, tmp_path / "b"))
    moved = batch_of(source.rename(tmp_path / "other"), tmp_path / "b")
    assert ran(moved).unchanged == 2
    (tmp_path / "other" / "2021-01" / "02").rename(tmp_path / "02")
    assert (ran(moved).gone, ran(moved).unchanged) == (1, 1)


def test_options_that_cannot_be_are_told_before_any_book(tmp_path: Path) -> None:
    """Not by each of them; where nothing is to be made, nobody asks."""
    source, heard = archive(tmp_path / "a"), Heard()
    look = Look(style=str(tmp_path / "none.css"))
    with pytest.raises(UnreadableInput, match="no style sheet at"):
        ran(batch_of(source, tmp_path / "b", options=Options(look=look), formats=("html",)), heard=heard)
    assert heard.outcomes == [] and states(batch_of(source, tmp_path / "b")) == {}
    with pytest.raises(UnreadableInput, match="no encoding named"):
        ran(batch_of(source, tmp_path / "b", options=Options(encoding="gb99")), "processes")
    ran(batch_of(source, tmp_path / "b", options=Options(encoding="utf-8")))


def test_a_manifest_of_the_schema_before_this(tmp_path: Path) -> None:
    """Is taken up."""
    batch = batch_of(archive(tmp_path / "a"), tmp_path / "b")
    ran(batch)
    with closing(sqlite3.connect(batch.manifest)) as base:
        base.executescript(
            "ALTER TABLE book DROP COLUMN sources; ALTER TABLE run DROP COLUMN gone; PRAGMA user_version = 1"
        )
    assert ran(batch).unchanged == 3


def test_there_is_nothing_to_look_at_before_the_first_run(tmp_path: Path) -> None:
    """Which is told."""
    with pytest.raises(UnreadableInput, match="run the batch first"):
        opened(batch_of(tmp_path, tmp_path / "b"), to_write=False)


def wait_for(holds: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether something holds before so many seconds are over."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return holds()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells whose children run")
def test_a_command_that_is_killed_loses_the_chunk_in_work_at_most(tmp_path: Path) -> None:
    """Its processes go with it, what the manifest lists is there, and the same command makes the rest."""
    source, target = archive(tmp_path / "a", months=4, days=25), tmp_path / "b"
    command = [sys.executable, "-m", "converter", "batch", str(source), "-o", str(target), "--to", "outline", "--json"]
    with subprocess.Popen([*command, "--workers", "2"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for _ in range(30):
            process.stdout.readline()
        workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii").split()
        process.kill()
    assert len(workers) >= 2
    assert wait_for(lambda: not any(Path("/proc", worker, "exe").exists() for worker in workers))
    kept = states(batch_of(source, target))
    assert 20 <= len(kept) < 100
    assert {f"{name}.outline" for name in kept} <= held(target).keys()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert len(held(target)) == 100
    assert done.stdout.count('"event": "book"') == 100 - len(kept)
    copytree(target, tmp_path / "moved")


@pytest.mark.parametrize("state", [None, "other.sqlite"], ids=["its manifest", "another manifest"])
def test_two_runs_at_once(state: str | None, tmp_path: Path) -> None:
    """The second is told to wait in a sentence, whatever manifest it has, and takes nothing away that the first one is
    making."""
    batch = batch_of(archive(tmp_path / "a"), tmp_path / "b")
    batch.place.prepare()
    part = tmp_path / "b" / HOME / "parts" / "x"
    part.write_bytes(b"half")
    with closing(opened(batch)) as manifest:
        manifest.lock(tmp_path / "b")
        done = subprocess.run(
            [sys.executable, "-m", "converter", "batch", str(tmp_path / "a"), "-o", str(tmp_path / "b")]
            + (["--state", str(tmp_path / state)] if state else []),
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr.count("\n")) == (7, 1)
    assert "another run is at work" in done.stderr
    assert part.read_bytes() == b"half"
    assert Crew("inline").workers == 1
