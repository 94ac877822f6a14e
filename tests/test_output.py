"""A file or a folder is written whole, and nobody's files are lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

import converter
from converter.errors import UnwritableOutput
from converter.output import AMONG, MARKER, Converted, ours_in, put, put_among, put_folder, put_into, refuse_input

FILES = {"index.html": b"1", "zh-Hans/index.html": b"2"}


def content(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_put_replaces_a_file_whole(tmp_path: Path) -> None:
    """New bytes take the old file's place and keep its permissions; nothing else is left."""
    target = tmp_path / "x.html"
    target.write_bytes(b"old")
    target.chmod(0o600)
    put(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_put_writes_through_a_link(tmp_path: Path) -> None:
    """A link stays one, and what it leads to is replaced."""
    (tmp_path / "x.html").symlink_to(tmp_path / "real.html")
    put(tmp_path / "x.html", b"new")
    assert (tmp_path / "x.html").is_symlink()
    assert (tmp_path / "real.html").read_bytes() == b"new"


def test_put_writes_to_what_is_no_file(tmp_path: Path) -> None:
    """A named pipe, as a device such as /dev/null, is written to and not replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    put(pipe, b"new")
    assert os.read(reading, 9) == b"new"
    os.close(reading)
    assert pipe.is_fifo()


def test_put_bears_the_longest_name(tmp_path: Path) -> None:
    """A name of 255 bytes, the most that a file system takes, is no trouble."""
    target = tmp_path / ("版" * 83 + "a.html")
    put(target, b"new")
    assert target.read_bytes() == b"new"


def test_put_leaves_the_old_file_where_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up while writing leaves the old file, and nothing beside it."""
    target = tmp_path / "x.html"
    target.write_bytes(b"old")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableOutput, match="No space left"):
        put(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("there", [True, False])
def test_a_piece_that_fails_leaves_all_as_it_was(tmp_path: Path, there: bool) -> None:
    """A file that is made piece by piece is there when the last is: the old one, or none, till then."""
    target = tmp_path / "x.json"
    if there:
        target.write_bytes(b"old")
    stream = BytesIO()

    def pieces(broken: bool) -> Iterator[bytes]:
        yield b"["
        if broken:
            raise KeyboardInterrupt
        yield b"]"

    for make in (lambda: put(target, pieces(True)), lambda: put_into(stream, pieces(True))):
        with pytest.raises(KeyboardInterrupt):
            make()
    assert content(tmp_path) == ({"x.json": b"old"} if there else {})
    assert stream.getvalue() == b""

    put(target, pieces(False))
    put_into(stream, pieces(False))
    assert content(tmp_path) == {"x.json": b"[]"}
    assert stream.getvalue() == b"[]"


def test_a_folder_is_made_and_made_again(tmp_path: Path) -> None:
    """The second time replaces the first whole, and nothing is left beside it; an empty folder is taken too."""
    site = tmp_path / "site"
    site.mkdir()
    put_folder(site, FILES)
    assert content(site) == {**FILES, MARKER: b"index.html\nzh-Hans/index.html\n"}
    put_folder(site, {"index.html": b"3"})
    assert content(site) == {"index.html": b"3", MARKER: b"index.html\n"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A file and a folder alike say which folder is missing, and none is made; what is a file is no folder."""
    (tmp_path / "notes").write_text("mine")
    for parent in (tmp_path / "papers" / "2024", tmp_path / "notes"):
        for made in (b"1", FILES):
            with pytest.raises(UnwritableOutput) as error:
                put(parent / "16.epub", made)
            said = f"cannot write {parent / '16.epub'}: there is no folder {parent}; make it first"
            assert str(error.value) == said
    assert content(tmp_path) == {"notes": b"mine"}


@pytest.mark.parametrize("stranger", ["notes.txt", ".git", "zh-Hans/notes.txt"])
def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, stranger: str) -> None:
    """A file that we did not write is named, and the folder is untouched."""
    site = tmp_path / "site"
    put_folder(site, FILES)
    (site / stranger).write_text("mine")
    before = content(site)
    with pytest.raises(UnwritableOutput, match=stranger):
        put_folder(site, {"index.html": b"3"})
    assert content(site) == before


def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    """A folder without our mark is nobody's to replace, even where its files have our names; nor is a file."""
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(UnwritableOutput, match="index.html"):
        put_folder(tmp_path, FILES)
    with pytest.raises(UnwritableOutput, match="is a file"):
        put_folder(tmp_path / "index.html", FILES)
    with pytest.raises(UnwritableOutput, match="there is no folder"):
        put_folder(tmp_path / "no" / "site", FILES)
    assert content(tmp_path) == {"index.html": b"mine"}


def test_a_failure_leaves_the_old_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full while files are written, and a move that fails, both leave what was there and nothing
    else.
    """
    site = tmp_path / "site"
    put_folder(site, FILES)
    before = content(tmp_path)
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if path.parent.suffix == ".part":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr("converter.places._renameat2", lambda: None)
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(UnwritableOutput, match="No space left"):
        put_folder(site, {"index.html": b"3"})
    assert content(tmp_path) == before


@pytest.mark.skipif(os.name == "nt", reason="links need leave there")
def test_a_link_stays(tmp_path: Path) -> None:
    """A link to a folder goes on leading to it."""
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    put_folder(tmp_path / "site", FILES)
    assert (tmp_path / "site").is_symlink() and (tmp_path / "real" / "index.html").read_bytes() == b"1"


def test_convert_makes_a_site(seeds: list[Path], tmp_path: Path) -> None:
    """The library makes a site of a page, in both scripts where that is wanted, always with the same bytes."""
    page = next(seed for seed in seeds if seed.stem == "mainland-page")
    converter.convert(page, tmp_path / "a", to="site", script="s2tw", both=True)
    converter.convert(page, tmp_path / "b.site", script="s2tw", both=True)
    made = content(tmp_path / "a")
    assert made == content(tmp_path / "b.site")
    assert (
        'lang="zh-Hant-TW"' in made["index.html"].decode() and 'lang="zh-Hans"' in made["zh-Hans/index.html"].decode()
    )


def test_put_takes_a_file_or_a_folder(tmp_path: Path) -> None:
    """Bytes are a file; files by their names are a folder."""
    put(tmp_path / "a", b"1")
    put(tmp_path / "b", FILES)
    assert (tmp_path / "a").read_bytes() == b"1"
    assert content(tmp_path / "b") == {**FILES, MARKER: b"index.html\nzh-Hans/index.html\n"}


def test_an_input_is_refused(tmp_path: Path) -> None:
    """By whatever name, alone, among others or in a folder; what is not there yet and what is no input may be
    written.
    """
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("桥")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    for inputs in (tmp_path / "a.txt", [tmp_path / "b.txt", str(tmp_path / "a.txt")], tmp_path, f"{tmp_path}/a*"):
        for output in (tmp_path / "a.txt", str(tmp_path / "link.txt")):
            with pytest.raises(UnwritableOutput, match="is an input and would be lost: choose another place"):
                refuse_input(output, inputs)
    refuse_input(tmp_path / "a.txt", tmp_path / "b.txt")
    refuse_input(tmp_path / "new.txt", tmp_path)


def test_what_was_converted_stands_for_its_path(tmp_path: Path) -> None:
    """It is opened, shown, compared and counted as its path is; the warnings come with it."""
    path = tmp_path / "a.txt"
    path.write_text("桥", "utf-8")
    done = Converted(path, ("left out 1 file",))
    assert (Path(done), os.fspath(done), f"{done}") == (path, str(path), str(path))
    with open(done, encoding="utf-8") as file:
        assert file.read() == "桥"
    assert {done, path, Converted(path)} == {path}
    assert done != Converted(tmp_path) and done != str(path)
    assert done.warnings == ("left out 1 file",)


def test_files_among_others_take_the_place_of_our_own_alone(tmp_path: Path) -> None:
    """What an earlier call put there goes; what others have stays, in a folder of the same name too."""
    (tmp_path / "mine.epub").write_bytes(b"mine")
    put_among(tmp_path, {"a.html": b"1", "x/b.html": b"2"})
    source = tmp_path / "mine.epub"
    put_among(tmp_path, iter([("x/c.html", b"3"), ("d.epub", source)]))
    assert content(tmp_path) == {
        AMONG: b"d.epub\nx/c.html\n",
        "d.epub": b"mine",
        "mine.epub": b"mine",
        "x/c.html": b"3",
    }
    assert ours_in(tmp_path, AMONG) == {AMONG, "d.epub", "x/c.html"}
    assert ours_in(tmp_path / "x", AMONG) == ours_in(tmp_path, MARKER) == set()


def test_a_site_is_no_place_for_files_among_others(tmp_path: Path) -> None:
    """Its own files would be lost: it says that it is whole."""
    put_folder(tmp_path / "site", FILES)
    with pytest.raises(UnwritableOutput, match="holds 'index.html'"):
        put_among(tmp_path / "site", FILES)
    assert content(tmp_path / "site").keys() == {MARKER, *FILES}
