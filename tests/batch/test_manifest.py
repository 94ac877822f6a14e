"""The manifest keeps how books went, for one run at a time, and tells it to anybody."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from converter import __version__
from converter.batch.manifest import FAILED, MADE, SAME, Known, Manifest, Outcome, as_dict
from converter.errors import UnreadableInput, UnwritableOutput

BOOK = Outcome("a/b", MADE, "hash", 0.5, "汉江晚报", "2021-01-06", "题", 2, 3, 9, 400, 1, outputs={"a/b.epub": 7})


def test_what_is_kept_is_known_again(tmp_path: Path) -> None:
    """By another that opens the file, all of it."""
    with closing(Manifest(tmp_path / "m")) as one:
        one.keep([BOOK], {"a/b": "stamp"}, "options")
    with closing(Manifest(tmp_path / "m")) as other:
        book = Known(MADE, "stamp", "hash", "options", __version__, {"a/b.epub": 7})
        assert other.known(["a/b", "a/c"]) == {"a/b": book}


def test_a_book_that_is_as_it_was_keeps_all_but_its_stamp(tmp_path: Path) -> None:
    """And one that failed takes the place of what was known."""
    with closing(Manifest(tmp_path / "m")) as manifest:
        manifest.keep([BOOK], {"a/b": "old"}, "options")
        manifest.keep([Outcome("a/b", SAME, "hash")], {"a/b": "new"}, "options")
        assert manifest.known(["a/b"])["a/b"] == Known(MADE, "new", "hash", "options", __version__, {"a/b.epub": 7})
        manifest.keep([Outcome("a/b", FAILED, cause="Crashed")], {"a/b": "new"}, "options")
        assert manifest.known(["a/b"])["a/b"].state == FAILED


def test_books_are_kept_together_or_not_at_all(tmp_path: Path) -> None:
    """A row that cannot be takes the others of its chunk with it."""
    with closing(Manifest(tmp_path / "m")) as manifest:
        with pytest.raises(KeyError):
            manifest.keep([BOOK, Outcome("c", MADE)], {"a/b": "stamp"}, "options")
        assert not manifest.known(["a/b"])


def test_one_run_at_a_time(tmp_path: Path) -> None:
    """A second is refused while the first is there; whoever looks is not."""
    with closing(Manifest(tmp_path / "m")) as one, closing(Manifest(tmp_path / "m")) as other:
        one.lock()
        one.keep([BOOK], {"a/b": "stamp"}, "options")
        assert other.known(["a/b"])
        with pytest.raises(UnwritableOutput, match="another run is at work"):
            other.lock()
    with closing(Manifest(tmp_path / "m")) as third:
        third.lock()


def test_what_inputs_told_is_kept(tmp_path: Path) -> None:
    """By their paths."""
    row = ("a.txt", "1:2", "x//a.txt", "2021-01-06", "03", None, "", 1)
    with closing(Manifest(tmp_path / "m")) as manifest:
        manifest.tell([row])
        assert manifest.told(["a.txt", "b.txt"]) == {"a.txt": row[1:]}


def test_runs_are_counted(tmp_path: Path) -> None:
    """With how they ended."""
    with closing(Manifest(tmp_path / "m")) as manifest:
        first, second = manifest.begin("x"), manifest.begin("x")
        manifest.end(second, "done", planned=3, unchanged=1, made=2, failed=0)
        told = [(row["number"], row["how"], row["made"]) for row in manifest.rows("SELECT * FROM run")]
    assert told == [(first, None, None), (second, "done", 2)]


def test_a_saved_manifest_is_one(tmp_path: Path) -> None:
    """Its bytes are a file with all that is known, what is not yet in the main file too."""
    with closing(Manifest(tmp_path / "m")) as manifest:
        manifest.keep([BOOK], {"a/b": "stamp"}, "options")
        (tmp_path / "copy").write_bytes(b"".join(manifest.saved()))
    with closing(Manifest(tmp_path / "copy")) as copy:
        assert copy.known(["a/b"])


def test_what_is_no_manifest(tmp_path: Path) -> None:
    """Another file, and one of a schema that is not known, are named."""
    (tmp_path / "m").write_bytes(b"no database at all, but long enough to be told from one" * 9)
    with pytest.raises(UnreadableInput, match="the manifest .* cannot be used"):
        Manifest(tmp_path / "m")
    with closing(sqlite3.connect(tmp_path / "n")) as base:
        base.execute("PRAGMA user_version = 99")
    with pytest.raises(UnreadableInput, match="made by another Banmian"):
        Manifest(tmp_path / "n")


def test_programs_are_told_what_there_is() -> None:
    """Nothing that is empty."""
    assert as_dict(Outcome("a", FAILED, cause="Crashed", documents=1)) == {
        "name": "a",
        "state": "failed",
        "seconds": 0.0,
        "documents": 1,
        "articles": 0,
        "blocks": 0,
        "characters": 0,
        "doubts": 0,
        "cause": "Crashed",
    }


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """As it is, and not as a manifest that cannot be used."""
    with closing(Manifest(tmp_path / "manifest.sqlite")) as manifest:
        manifest._base.execute("PRAGMA max_page_count = 12")
        names = [f"book {number}" for number in range(2_000)]
        with pytest.raises(UnwritableOutput, match="no room left to write .*manifest.sqlite: what was made is kept"):
            manifest.keep([Outcome(name, MADE) for name in names], dict.fromkeys(names, ""), "")
