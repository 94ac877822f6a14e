"""Folders, zips and addresses: every file of them once, what is put there whole or not at all."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

import converter
from converter.batch.storage import HOME, Found, Place, documents_among, file_at, files_in, is_address
from converter.errors import UnreadableInput, UnwritableOutput
from tests.batch.made import archive, page


def names(source: Path | str, aside: str | None = None) -> list[str]:
    """The paths of the files of a source, from it."""
    return sorted("/".join(one.parts) for one in files_in(str(source), aside))


def test_a_folder_with_all_below(tmp_path: Path) -> None:
    """What is hidden, Office's locks and links to folders are not in it; ``aside`` is left out."""
    archive(tmp_path, days=1)
    for name in (".hidden.txt", "~$a.docx", ".git/a.txt", "books/x.txt", "novel.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    os.symlink(tmp_path, tmp_path / "round")
    assert names(tmp_path, str(tmp_path / "books")) == ["2021-01/01/01.txt", "2021-01/01/02.txt", "novel.txt"]


def test_a_file_and_a_pattern(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern's files are named from its last folder that is no pattern."""
    archive(tmp_path, days=3)
    monkeypatch.chdir(tmp_path)
    assert names("2021-01/02/01.txt") == ["01.txt"]
    assert next(files_in("2021-01/02/01.txt")).around == ("2021-01", "02")
    assert names("2021-*/*/01.txt") == ["2021-01/01/01.txt", "2021-01/02/01.txt", "2021-01/03/01.txt"]
    assert names("2021-01/**/02.txt") == ["01/02.txt", "02/02.txt", "03/02.txt"]


def test_zips_are_folders(tmp_path: Path) -> None:
    """Named or found in a folder; their files are read as they are."""
    (tmp_path / "a").mkdir()
    with zipfile.ZipFile(tmp_path / "a" / "2021-01-06.zip", "w") as packed:
        packed.writestr("01.txt", page())
        packed.writestr("__MACOSX/01.txt", "x")
    assert names(tmp_path / "a") == names(tmp_path / "a" / "2021-01-06.zip") == ["2021-01-06/01.txt"]
    (found,) = files_in(str(tmp_path / "a"))
    assert file_at(found.path).read().decode() == page()


def test_a_mark_is_another_when_a_file_has_changed(tmp_path: Path) -> None:
    """By its length or its time."""
    path = tmp_path / "a.txt"
    path.write_text("x", "utf-8")
    marks = [next(files_in(str(path))).mark for _ in range(2)]
    os.utime(path, (1, 1))
    marks.append(next(files_in(str(path))).mark)
    path.write_text("xx", "utf-8")
    os.utime(path, (1, 1))
    marks.append(next(files_in(str(path))).mark)
    assert marks[0] == marks[1] and len({*marks}) == 3


@pytest.mark.parametrize("source", ["gone", "gone/*.txt", "*.txt"])
def test_what_is_not_there(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is an error that names it."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableInput, match="no file fits|there is no such file"):
        list(files_in(source))


def test_documents_pictures_and_the_rest(tmp_path: Path) -> None:
    """By their suffixes; of JSON only what is a structure's."""
    for name, text in (("a.txt", "x"), ("b.png", "x"), ("c.bin", "x"), ("d.json", "{}"), ("e.outline", "x")):
        (tmp_path / name).write_text(text, "utf-8")
    converter.convert(tmp_path / "a.txt", tmp_path / "e.json")
    told = {one.parts[-1]: kind for one, kind in documents_among(files_in(str(tmp_path)))}
    assert told == {"a.txt": False, "b.png": True, "c.bin": None, "d.json": None, "e.json": False, "e.outline": False}
    assert Found("a", ("a",), (), "").mark == ""


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
    with pytest.raises(UnwritableOutput, match="No space left"):
        place.put("a.txt", b"new")
    assert place.read("a.txt") == b"old"


def test_what_dead_runs_left_goes(tmp_path: Path) -> None:
    """When the next one prepares its place."""
    place = Place(str(tmp_path / "b"))
    place.prepare()
    (tmp_path / "b" / HOME / "parts" / "x").write_bytes(b"half")
    place.prepare()
    assert list((tmp_path / "b" / HOME / "parts").iterdir()) == []


def test_what_is_an_address(tmp_path: Path) -> None:
    """What fsspec reaches; ``file://`` is a path."""
    assert [is_address(one) for one in ("s3://a/b", "gs://a", "zip://x::s3://a", "a/b", "file:///a", "C:/a")] == [
        *[True] * 3,
        *[False] * 3,
    ]
    assert Place(f"file://{tmp_path}").folder == tmp_path
    archive(tmp_path, days=1)
    assert names(f"file://{tmp_path}") == names(tmp_path)
