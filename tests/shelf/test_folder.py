"""A folder's books and sites are found, each once, in their order."""

import shutil
from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.output import put_among
from converter.shelf.folder import publications_in, span_of
from tests.shelf.made import book, of_day, publication, site


def held(folder: Path) -> list[list[str]]:
    """The names of the copies of each publication."""
    return [[copy.name for copy in one.copies] for one in publications_in(folder).publications]


def test_the_newest_is_first_and_what_has_no_date_last(tmp_path: Path) -> None:
    """Folders in the folder count; hidden ones and other files do not."""
    of_day(tmp_path / "b.epub", "2024-05-16")
    of_day(tmp_path / "older" / "a.EPUB", "2023-01-05")
    of_day(tmp_path / ".old" / "c.epub", "2025-01-05")
    of_day(tmp_path / ".d.epub", "2025-01-05")
    book(tmp_path / "e.epub", "桥", "urn:uuid:5")
    (tmp_path / "notes.txt").write_text("1")
    assert held(tmp_path) == [["b.epub"], ["older/a.EPUB"], ["e.epub"]]


def test_forms_of_one_issue_stand_together(tmp_path: Path) -> None:
    """Two books that share identifier and title, and the site that is called like one of them."""
    of_day(tmp_path / "16.epub", "2024-05-16")
    of_day(tmp_path / "16.kepub.epub", "2024-05-16")
    site(tmp_path / "16.site")
    site(tmp_path / "17", "2024-05-17")
    assert held(tmp_path) == [["17/index.html"], ["16.epub", "16.kepub.epub", "16.site/index.html"]]


def test_different_books_of_one_identifier_stay_apart(tmp_path: Path) -> None:
    """Careless makers give all their books one: each then has a name of its own, the same in every run."""
    for number, name in enumerate("abc"):
        book(tmp_path / f"{name}.epub", f"书{number}", "urn:uuid:1")
    first, again = publications_in(tmp_path).publications, publications_in(tmp_path).publications
    assert first == again
    assert len({one.identifier for one in first}) == 3


def test_an_older_shelf_and_the_place_of_a_new_one_do_not_count(tmp_path: Path) -> None:
    """What was put there by an earlier run is no book of the user's."""
    path = of_day(tmp_path / "a.epub", "2024-05-16")
    put_among(tmp_path, {"latest.epub": path.read_bytes(), "index.html": b"1"})
    shutil.copytree(site(tmp_path / "x" / "site"), tmp_path / "out")
    (found,) = (
        one for one in publications_in(tmp_path, tmp_path / "out").publications if one.copies[0].name == "a.epub"
    )
    assert held(tmp_path / "x") == [["site/index.html"]]
    assert [len(one.copies) for one in publications_in(tmp_path, tmp_path / "out").publications] == [1, 1]
    assert found.date == "2024-05-16"


def test_what_cannot_be_read_is_left_out_and_told(tmp_path: Path) -> None:
    """A sentence each; the others are there."""
    of_day(tmp_path / "a.epub", "2024-05-16")
    (tmp_path / "b.epub").write_bytes(b"no zip")
    found = publications_in(tmp_path)
    assert [one.copies[0].name for one in found.publications] == ["a.epub"]
    assert len(found.warnings) == 1
    assert found.warnings[0].startswith("left out b.epub: the file is damaged or cut short")


def test_a_folder_without_books_is_refused(tmp_path: Path) -> None:
    """One that is not there, an empty one, and one that has only broken books."""
    with pytest.raises(UnreadableInput, match="there is no folder"):
        publications_in(tmp_path / "gone")
    with pytest.raises(UnreadableInput, match=r"holds no book \(\.epub\) and no site"):
        publications_in(tmp_path)
    (tmp_path / "b.epub").write_bytes(b"no zip")
    with pytest.raises(UnreadableInput, match="left out b.epub"):
        publications_in(tmp_path)


def test_the_span_is_of_what_has_a_date() -> None:
    """The oldest and the newest day."""
    assert span_of([publication("2024-05-16"), publication("2023"), publication("")]) == ("2023", "2024-05-16")
    assert span_of([publication("")]) == ("", "")
