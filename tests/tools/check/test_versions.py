"""What is told of documents made with two sets of libraries."""

import zipfile
from pathlib import Path

import pytest

from tools.check.versions import differences, requirements


def made(folder: Path, versions: str, page: str, entries: dict[str, str]) -> Path:
    """A folder as the check makes it: a page, a book of ``entries``, the versions."""
    folder.mkdir()
    (folder / "versions.txt").write_text(versions)
    (folder / "a.html").write_text(page)
    with zipfile.ZipFile(folder / "a.epub", "w") as book:
        for name, text in entries.items():
            book.writestr(name, text)
    return folder


@pytest.mark.parametrize(
    ("page", "entries", "expected"),
    [
        ("渡口", {"cover": "1", "page": "2"}, []),
        ("渡船", {"cover": "1", "page": "2"}, ["a.html"]),
        ("渡口", {"cover": "3", "page": "2"}, ["a.epub: cover"]),
        ("渡口", {"cover": "1"}, ["a.epub: page"]),
        ("渡口", {"cover": "1", "page": "2", "style": "4"}, ["a.epub: style"]),
    ],
    ids="same page entry gone new".split(),
)
def test_differences(tmp_path: Path, page: str, entries: dict[str, str], expected: list[str]) -> None:
    """Files and entries of archives that are not the same, or in one of both alone, with the versions that differ."""
    lowest = made(tmp_path / "lowest", "click 8.1\nlxml 5", "渡口", {"cover": "1", "page": "2"})
    newest = made(tmp_path / "newest", "click 8.1\nlxml 6", page, entries)
    assert differences(lowest, newest) == expected + ["lowest: lxml 5", "newest: lxml 6"] * bool(expected)


def test_every_library_has_a_lowest_version() -> None:
    """Without one, any version ever made is allowed."""
    assert [asked for asked in requirements() if ">=" not in asked] == []
