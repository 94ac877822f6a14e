"""A shelf is made of a folder, whole, again, and the same on every run."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote, urldefrag

import pytest
from lxml import html

from converter.errors import UnreadableInput, UnwritableOutput
from converter.output import AMONG, MARKER
from converter.shelf.build import make_shelf
from tests.shelf.catalogues import atom_faults, opds_2_faults, opds_faults
from tests.shelf.made import book, of_day, site
from tests.strategies import PIXEL


def content(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of two papers' days, a site, and a book without a date."""
    folder = tmp_path / "papers"
    of_day(folder / "临江 晚报" / "2024-05-16.epub", "2024-05-16")
    of_day(folder / "a.epub", "2024-05-17", "海州日报", cover=None)
    site(folder / "2024-05-18", "2024-05-18")
    book(folder / "b.epub", "桥", "urn:uuid:5")
    return folder


def test_a_shelf_is_made_in_the_folder_of_its_books(papers: Path) -> None:
    """The books stay as they are; the latest is there under a name of its own, and each cover."""
    before = content(papers)
    made = make_shelf(papers)
    after = content(papers)
    assert (made.path, made.warnings) == (papers / "index.html", ())
    assert {name: data for name, data in after.items() if name in before} == before
    assert after["latest.epub"] == before["a.epub"]
    assert sorted(after[name] == PIXEL for name in after if name.startswith("shelf/covers/i")) == [True, True]
    assert {*after} - {*before} == {AMONG, *after[AMONG].decode().splitlines()}
    assert "<title>papers</title>" in after["index.html"].decode()
    assert "<title>我的报纸</title>" in make_shelf(papers, title="我的报纸").path.read_text("utf-8")


@pytest.mark.parametrize("inside", [True, False])
def test_every_link_leads_to_a_file(inside: bool, papers: Path, tmp_path: Path) -> None:
    """Of pages, feed and catalogues, and to a place that is in it; all are valid."""
    folder = make_shelf(papers, None if inside else tmp_path / "out").path.parent
    files = content(folder)
    ours = files[AMONG if inside else MARKER].decode().splitlines()
    own = [name for name in ours if name in ("index.html", "atom.xml", "opds.xml", "opds.json") or name[:6] == "shelf/"]
    count = 0
    for name in own:
        if name.endswith((".png", ".epub")):
            continue
        text = files[name].decode()
        tree = html.document_fromstring(text.replace('<?xml version="1.0" encoding="utf-8"?>', ""))
        links = tree.xpath("//@href | //@src")
        if name.endswith("json"):
            assert opds_2_faults(files[name]) == []
            links = [part.partition('"')[0] for part in text.split('"href": "')[1:]]
        elif name.endswith("xml"):
            assert (atom_faults if name == "atom.xml" else opds_faults)(files[name]) == []
        for link in links:
            place, fragment = urldefrag(link)
            target = normpath(join(dirname(name), unquote(place))) if place else name
            assert target in files, (name, link)
            assert not fragment or f'id="{fragment}"' in files[target].decode(), (name, link)
            count += 1
    assert count > 50


def test_the_same_folder_gives_the_same_bytes(papers: Path) -> None:
    """Made again, nothing changes."""
    make_shelf(papers)
    first = content(papers)
    make_shelf(papers)
    assert content(papers) == first


def test_made_again_the_shelf_follows_its_books(papers: Path) -> None:
    """A new book comes to the front; what is gone leaves nothing behind."""
    make_shelf(papers)
    of_day(papers / "c.epub", "2025-01-01")
    (papers / "a.epub").unlink()
    make_shelf(papers)
    after = content(papers)
    assert after["latest.epub"] == after["c.epub"]
    assert "shelf/2025-01.html" in after
    assert not [name for name in after if "海州日报" in after[name].decode("utf-8", "replace")]


def test_a_folder_of_its_own_holds_copies(papers: Path, tmp_path: Path) -> None:
    """Books and whole sites; the first folder is untouched; made again it is replaced."""
    before = content(papers)
    for _ in range(2):
        assert make_shelf(papers, tmp_path / "out").path == tmp_path / "out" / "index.html"
    assert content(papers) == before
    assert {name: data for name, data in content(tmp_path / "out").items() if name in before} == before
    assert make_shelf(papers, papers / "public").path.is_file()
    assert "public" not in (papers / "public" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["index.html", "latest.epub", "shelf/2024-05.html", "shelf/notes.txt", "shelf"])
def test_a_file_of_the_user_s_in_the_way_is_never_lost(name: str, papers: Path) -> None:
    """The run ends with a sentence that names it, and all is as it was."""
    (papers / name).parent.mkdir(exist_ok=True)
    (papers / name).write_bytes(b"mine")
    before = content(papers)
    with pytest.raises(UnwritableOutput, match=f"holds '{name}', which is no file of ours"):
        make_shelf(papers)
    assert content(papers) == before
    assert not list(papers.glob(".banmian-[0-9]*"))


def test_a_failure_leaves_the_old_shelf(papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one of the moves fails, and where Ctrl-C comes between two of them."""
    make_shelf(papers)
    of_day(papers / "c.epub", "2025-01-01")
    before = content(papers)
    rename = Path.rename
    for error in (OSError(28, "No space left on device"), KeyboardInterrupt()):
        for fails_at in range(1, 14):
            moves = iter(range(1, 100))

            def failing(self: Path, target: Path) -> Path:
                if next(moves) == fails_at:  # noqa: B023
                    raise error  # noqa: B023
                return rename(self, target)

            monkeypatch.setattr(Path, "rename", failing)
            with pytest.raises((UnwritableOutput, KeyboardInterrupt)):
                make_shelf(papers)
            monkeypatch.undo()
            assert content(papers) == before
            assert not list(papers.glob(".banmian-[0-9]*"))


@pytest.mark.skipif(os.name != "posix", reason="only there a file's name can be any bytes")
def test_names_of_any_bytes_do(tmp_path: Path) -> None:
    """A name that is no text is linked by its bytes, in the folder and in one of its own."""
    of_day(tmp_path / "papers" / os.fsdecode("临江".encode("gb18030") + b".epub"), "2024-05-16", cover=None)
    for output in (None, tmp_path / "out"):
        page = make_shelf(tmp_path / "papers", output, title="书架").path.read_text("utf-8")
        assert quote("临江".encode("gb18030")) + ".epub" in page
    assert make_shelf(tmp_path / "papers", tmp_path / "out").path.is_file()


def test_bad_folders_and_addresses_are_refused(tmp_path: Path) -> None:
    """Nothing is written."""
    with pytest.raises(UnreadableInput):
        make_shelf(tmp_path)
    of_day(tmp_path / "a.epub", "2024-05-16")
    with pytest.raises(UnwritableOutput, match="is no address"):
        make_shelf(tmp_path, url="example.org")
    with pytest.raises(UnwritableOutput, match="there is no folder"):
        make_shelf(tmp_path, tmp_path / "no" / "out")
    assert content(tmp_path).keys() == {"a.epub"}


def test_pictures_are_not_held_in_memory(tmp_path: Path) -> None:
    """Forty covers of a megabyte need less than ten at once: a shelf of many thousand is made all the same."""
    for number in range(1, 41):
        of_day(
            tmp_path / f"{number}.epub",
            f"2024-{1 + number // 28:02}-{1 + number % 28:02}",
            cover=PIXEL + bytes(1 << 20),
        )
    tracemalloc.start()
    make_shelf(tmp_path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10 << 20
