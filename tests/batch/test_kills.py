"""SIGKILL at every commit of a batch: nothing half-made is there or listed, and the next run makes the rest alone."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from shutil import copy, copytree
from types import FrameType
from typing import Any

import pytest

from converter.batch.addresses import reached
from converter.batch.crew import Crew
from converter.batch.manifest import MADE, Manifest
from converter.batch.report import DATA, PAGE, finish
from converter.batch.run import Batch, opened, run
from converter.batch.storage import PARTS, Place
from tests.batch.made import Heard, archive, batch_of, held, page
from tests.struck import Struck, in_memory

DOUBTFUL = "\n渔港 码头\n\n风 3\n\n——又一行\n\n谁 在 说\n"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked and killed as POSIX has it")


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Hundreds of works are struck here, each of which syncs its files."""
    with in_memory() as folder:
        yield folder


SYSTEM = {"link", "rename", "replace"}
"""What puts a file into its place."""

HANDED_OUT = 2
"""Chunks that one process is given at once."""

BASE = {"__exit__", "close", "commit", "executemany", "executescript"}
"""What begins a transaction of SQLite's, or ends one."""


class Commits(Struck):
    """Work that is killed before one of its calls that commit something: ``at`` counts them from 1."""

    def __init__(self, at: int) -> None:
        super().__init__(at, lambda: os.kill(os.getpid(), signal.SIGKILL))

    def counts(self, frame: FrameType, event: str, what: Any) -> bool:
        """Whether a call commits something."""
        if event == "c_call":
            names = BASE if "sqlite3" in type(what.__self__).__module__ else SYSTEM
            return what.__name__ in names and (names is not SYSTEM or what.__module__ == "posix")
        return event == "call" and frame.f_code.co_name == "_exchange"


def whole(batch: Batch) -> list[str]:
    """A run with all that comes after it, as the command has it; the books that it made or tried."""
    heard = Heard()
    batch.place.prepare()
    with closing(opened(batch)) as manifest:
        manifest.lock()
        crew = Crew("inline")
        run(batch, crew, manifest, heard)
        finish(batch, crew, manifest)
    return [one.name for one in heard.outcomes if one.state == MADE]


def killed(batch: Batch, at: int) -> bool:
    """Whether a run was killed at that commit; else it ended well, as it has fewer."""
    if not (child := os.fork()):
        try:
            Commits(at)(lambda: whole(batch))
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or status == 0
    return os.WIFSIGNALED(status)


def everything(folder: Path) -> dict[str, object]:
    """What a batch has put there, but for when."""
    report = json.loads((folder / DATA).read_bytes())
    return held(folder, [".jsonl"]) | {
        "views": sorted(file.name for file in folder.glob("annotated/*")),
        "page": re.sub(r"<p>.*? · Banmian .*?</p>", "", (folder / PAGE).read_text("utf-8")),
        "report": {key: value for key, value in report.items() if key != "run"},
    }


def listed(batch: Batch) -> dict[str, str]:
    """The books that the manifest lists, each with the hash of what it was made of."""
    if not batch.manifest.exists():
        return {}
    with closing(Manifest(batch.manifest)) as manifest:
        rows = manifest.rows("SELECT name, contents FROM book WHERE state = ?", MADE)
        return {row["name"]: row["contents"] for row in rows}


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Addresses of S3's lead to folders here, where a file is there when all of it has come."""
    pytest.importorskip("fsspec", reason="fsspec is not installed: pip install '.[test]'")
    from fsspec.implementations.local import LocalFileSystem

    class Store(LocalFileSystem):
        protocol = "s3"

        @classmethod
        def _strip_protocol(cls, path: str) -> str:
            return path.removeprefix("s3:/").rstrip("/")

        def pipe_file(self, path: str, value: bytes, **said: object) -> None:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            Path(f"{path}.part").write_bytes(value)
            os.replace(f"{path}.part", path)

        def put_file(self, path: str, target: str, **said: object) -> None:
            self.pipe_file(target, Path(path).read_bytes())

    monkeypatch.setitem(sys.modules["fsspec.registry"]._registry, "s3", Store)
    reached.cache_clear()
    yield
    reached.cache_clear()


def place_at(target: Path, address: bool) -> dict[str, object]:
    """What a batch is told of where its books go, and its manifest."""
    if not address:
        return {}
    return {"place": Place(f"s3:/{target}"), "state": target.with_name(f"{target.name}.sqlite")}


@pytest.mark.parametrize(
    ("older", "address"), [(False, False), (True, False), (True, True)], ids=["first", "second", "second, in a store"]
)
@pytest.mark.usefixtures("store")
def test_a_run_that_is_killed_at_each_commit(
    older: bool, address: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file that is there is whole, old or new; every book that the manifest lists is there; of what is made no
    more than was handed out is not listed. The next run makes what is not listed, and then all is as if nothing had
    happened: books, tables, views and the report."""
    monkeypatch.setattr("converter.batch.run.CHUNK", 1)
    source, before = archive(tmp_path / "a", days=2, pages=1), tmp_path / "before"

    def batch(target: Path) -> Batch:
        return batch_of(source, target, formats=("jsonl",), rows=("jsonl",), **place_at(target, address))

    def begun(name: object) -> Batch:
        target = tmp_path / str(name)
        if older:
            copytree(before, target)
            if address:
                copy(before.with_name("before.sqlite"), target.with_name(f"{name}.sqlite"))
        return batch(target)

    if older:
        whole(batch(before))
        (source / "2021-01" / "01" / "01.txt").write_text(page(day=1, number=77) + DOUBTFUL, "utf-8")
        (source / "2021-01" / "03").mkdir()
        (source / "2021-01" / "03" / "01.txt").write_text(page(day=3, number=78), "utf-8")
    old = held(before, [".jsonl"])
    names = whole(begun("whole"))
    expected, hashes = everything(tmp_path / "whole"), listed(batch(tmp_path / "whole"))
    for at in count(1):
        one, target = begun(at), tmp_path / str(at)
        if not killed(one, at):
            break
        there = held(target, [".jsonl"])
        assert [name for name, data in there.items() if data not in (old.get(name), expected[name])] == [], at
        kept = {name for name, contents in listed(one).items() if contents == hashes[name]}
        made = {name for name in hashes if there.get(f"{name}.jsonl") == expected[f"{name}.jsonl"]}
        assert kept <= made and len(made - kept) <= HANDED_OUT, at
        assert sorted(whole(one)) == sorted(name for name in names if name not in kept), at
        assert everything(target) == expected, at
        assert address or [*(target / PARTS).iterdir()] == [], at
    assert at > 15, "a replacement for each file, a transaction for each book and each step"
    assert everything(target) == expected
