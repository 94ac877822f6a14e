"""What is put into a folder or a store is there whole or not at all; other places are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.batch.addresses import reached
from converter.batch.storage import HOME, Place
from converter.errors import UnwritableOutput


def test_what_is_put_is_whole_and_leaves_nothing_beside(tmp_path: Path) -> None:
    """A file takes the place of an older one; a site is a folder."""
    place = Place(str(tmp_path / "b"))
    place.prepare()
    assert [place.put("x/a.txt", data) for data in (b"old", b"newer")] == [3, 5]
    assert place.read("x/a.txt") == place.take("x/a.txt") == b"newer"
    assert place.take("x/b.txt") is None
    assert place.put("x/site", {"index.html": b"1", "a/b.html": b"22"}) == 3
    assert place.sizes("x") == {"a.txt": 5, "site": -1}
    assert place.sizes("gone") == {}
    assert list((tmp_path / "b" / HOME / "parts").iterdir()) == []


def test_what_cannot_be_put_leaves_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is an error that says what to do."""
    place = Place(str(tmp_path / "b"))
    place.prepare()
    place.put("a.txt", b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("converter.batch.storage.write_synced", full)
    with pytest.raises(UnwritableOutput, match=r"no room left to write .*a\.txt: .* make room there"):
        place.put("a.txt", b"new")
    assert place.read("a.txt") == b"old"


def test_pieces_are_put_as_one_file_or_not_at_all(tmp_path: Path) -> None:
    """Where what gives them fails in the middle, the old file stays, and no part of the new one."""
    place = Place(str(tmp_path / "b"))
    place.prepare()

    def broken() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    place.put_pieces("a.txt", iter([b"ab", b"", b"c"]))
    with pytest.raises(UnwritableOutput, match="no room left"):
        place.put_pieces("a.txt", broken())
    assert place.read("a.txt") == b"abc"
    assert list((tmp_path / "b" / HOME / "parts").iterdir()) == []


def test_what_dead_runs_left_goes(tmp_path: Path) -> None:
    """When the next one has the place to itself."""
    place = Place(str(tmp_path / "b"))
    place.prepare()
    (tmp_path / "b" / HOME / "parts" / "x").write_bytes(b"half")
    place.prepare()  # another run may be at work: it keeps its own
    assert (tmp_path / "b" / HOME / "parts" / "x").exists()
    place.tidy()
    assert list((tmp_path / "b" / HOME / "parts").iterdir()) == []


@pytest.mark.parametrize(
    "where",
    [
        *("books.zip", "zip://books.zip", "zip://2021::books.zip", "s3://books/2021.zip"),
        *("ftp://host/books", "http://host/books", "tar://books.tar", "memory://books", "simplecache::s3://books"),
    ],
)
def test_a_place_where_books_would_be_there_in_part(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is refused before anything is begun or looked for there, and nothing is made of it."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnwritableOutput, match=f"^{re.escape(where)} is .* name a folder with -o"):
        Place(where).prepare()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_called_like_a_zip(tmp_path: Path) -> None:
    """Takes books as others do."""
    (tmp_path / "a.zip").mkdir()
    Place(str(tmp_path / "a.zip")).prepare()


def test_where_files_grow_as_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book grows beside its place, and moves there when it is whole; one that is cut leaves the old, and no part."""
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: pip install '.[test]'")
    from fsspec.implementations.local import LocalFileSystem

    class Growing(LocalFileSystem):
        protocol = "sftp"
        cut = False

        @classmethod
        def _strip_protocol(cls, path: str) -> str:
            return path.removeprefix("sftp://host").rstrip("/")

        def pipe_file(self, path: str, value: bytes, **said: object) -> None:
            super().pipe_file(path, value[: len(value) // 2] if self.cut else value)
            if self.cut:
                raise ConnectionResetError(104, "Connection reset by peer")

    before = fsspec.get_filesystem_class.__globals__["_registry"].copy()
    fsspec.register_implementation("sftp", Growing, clobber=True)
    try:
        place = Place(f"sftp://host{tmp_path}")
        place.prepare()
        assert [place.put("x/a.txt", data) for data in (b"old", b"newer")] == [3, 5]
        monkeypatch.setattr(Growing, "cut", True)
        with pytest.raises(UnwritableOutput, match="Connection reset"):
            place.put("x/a.txt", b"newest")
        assert place.read("x/a.txt") == b"newer"
        assert [file.name for file in (tmp_path / "x").iterdir()] == ["a.txt"]
    finally:
        fsspec.get_filesystem_class.__globals__["_registry"].clear()
        fsspec.get_filesystem_class.__globals__["_registry"].update(before)
        reached.cache_clear()
