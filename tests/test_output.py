"""A folder is written whole, and nobody's files are lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import converter
from converter.errors import UnwritableOutput
from converter.output import MARKER, put_folder

FILES = {"index.html": b"1", "zh-Hans/index.html": b"2"}


def content(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_folder_is_made_and_made_again(tmp_path: Path) -> None:
    """The second time replaces the first whole, and nothing is left beside it; an empty folder is taken too."""
    site = tmp_path / "site"
    site.mkdir()
    put_folder(site, FILES)
    assert content(site) == {**FILES, MARKER: b"index.html\nzh-Hans/index.html\n"}
    put_folder(site, {"index.html": b"3"})
    assert content(site) == {"index.html": b"3", MARKER: b"index.html\n"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


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
    """A disk that is full while files are written, and a move that fails, both leave what was there and nothing else."""
    site = tmp_path / "site"
    put_folder(site, FILES)
    before = content(tmp_path)
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if path.suffix == ".part":
            raise OSError(28, "No space left on device")
        return rename(path, target)

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
