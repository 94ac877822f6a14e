"""The files of an archive: folders, patterns, zips and addresses, every file of them once."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

import converter
from converter.batch.addresses import file_at
from converter.batch.sources import Found, documents_among, files_in
from converter.errors import UnreadableInput
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


def test_zips_that_a_pattern_fits(tmp_path: Path) -> None:
    """All that is in them; and what in any zip fits it."""
    (tmp_path / "a").mkdir()
    packed(tmp_path / "a" / "2021-01-06.zip", ["01.txt", "x/02.txt"])
    packed(tmp_path / "a" / "2021-01-07.zip", ["01.txt"])
    assert names(tmp_path / "a" / "*.zip") == ["2021-01-06/01.txt", "2021-01-06/x/02.txt", "2021-01-07/01.txt"]
    assert names(tmp_path / "a" / "*-07.zip") == names(tmp_path / "a" / "*-07" / "*.txt") == ["2021-01-07/01.txt"]


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names here are text")
def test_names_that_are_no_utf_8(tmp_path: Path) -> None:
    """They are read as GB18030, their paths can be kept anywhere as text, and lead to the files again."""
    folder = os.fsencode(tmp_path / "a") + "/江湾".encode("gb18030")
    os.makedirs(folder)
    file = folder + b"/" + "第三版.txt".encode("gb18030")
    with open(file, "wb") as target:
        target.write(page().encode())
    (found,) = files_in(str(tmp_path / "a"))
    assert found.parts == ("江湾", "第三版.txt")
    assert file_at(found.path.encode().decode()).read().decode() == page()
    assert [one.path for one in files_in(found.path)] == [found.path]
    assert [one.parts for one in files_in(os.fsdecode(folder))] == [("第三版.txt",)]


def packed(file: Path, names: Iterable[str]) -> Path:
    """A zip with a page under each of these names."""
    with zipfile.ZipFile(file, "w") as target:
        for name in names:
            target.writestr(name, page())
    return file


IN_ZIP = ["2021-01/06/01.txt", "2021-01/06/02.txt", "2021-01/07/01.txt"]


@pytest.mark.parametrize("at", ["{}", "file://{}", "local://{}"])
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("zip://{at}", IN_ZIP),
        ("zip://::{at}", IN_ZIP),
        ("zip://2021-01/06::{at}", IN_ZIP[:2]),
        ("zip://2021-01/06/02.txt::{at}", IN_ZIP[1:2]),
        ("zip://2021-01/*/01.txt::{at}", [IN_ZIP[0], IN_ZIP[2]]),
    ],
)
def test_a_part_of_a_zip(source: str, expected: list[str], at: str, tmp_path: Path) -> None:
    """As fsspec writes its address, on disk or at an address; its files are named from the zip wherever it is, and
    read by their paths."""
    pytest.importorskip("fsspec", reason="fsspec is not installed: pip install '.[test]'")
    file = packed(tmp_path / "a.zip", IN_ZIP)
    found = sorted(files_in(source.format(at=at.format(file))))
    assert ["/".join(one.parts) for one in found] == [f"a/{name}" for name in expected]
    assert {file_at(one.path).read().decode() for one in found} == {page()}


@pytest.mark.parametrize("source", ["zip://gone::{}/a.zip", "zip://{}/gone.zip", "zip://{}/bad.zip", "{}/bad.zip"])
def test_a_zip_that_is_not_there_or_damaged(source: str, tmp_path: Path) -> None:
    """Is an error that names it."""
    packed(tmp_path / "a.zip", IN_ZIP)
    (tmp_path / "bad.zip").write_bytes(b"PK\3\4")
    with pytest.raises(UnreadableInput, match=r"(gone|bad)"):
        list(files_in(source.format(tmp_path)))


@pytest.mark.parametrize("at", ["{}", "local://{}"])
def test_a_damaged_zip_among_others(at: str, tmp_path: Path) -> None:
    """It is a document whose book will not be made; the rest is there."""
    packed(tmp_path / "a.zip", IN_ZIP[:1])
    (tmp_path / "bad.zip").write_bytes(b"PK\3\4")
    told = {"/".join(one.parts): picture for one, picture in documents_among(files_in(at.format(tmp_path)))}
    assert told == {"a/2021-01/06/01.txt": False, "bad.zip": False}


def test_an_address_of_a_day(tmp_path: Path) -> None:
    """Tells its month, as a path does."""
    pytest.importorskip("fsspec", reason="fsspec is not installed: pip install '.[test]'")
    archive(tmp_path, days=1, pages=1)
    for source in (f"local://{tmp_path}/2021-01/01", f"local://{tmp_path}/2021-01/01/*.txt"):
        assert [(one.parts, one.around) for one in files_in(source)] == [(("01.txt",), ("2021-01", "01"))]


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
