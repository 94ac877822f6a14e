"""What a user names, as documents."""

import io
import zipfile
from pathlib import Path

import pytest

from converter import load
from converter.errors import UnreadableInput
from converter.readers.inputs import entries, paths_in
from tests.folder import WHOLE, outline


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of pages with what else lies in folders."""
    made = tmp_path / "海湾晚报2021-01-05"
    for name in ("2.txt", "10.txt", "1.txt", "1/a.jpg", ".hidden.txt", "~$1.txt", "b.xls", "more/3.txt"):
        (made / name).parent.mkdir(exist_ok=True, parents=True)
        (made / name).write_text(name, encoding="utf-8")
    return made


def zipped(folder: Path, root: Path) -> Path:
    """The folder as a zip, names from ``root`` on."""
    target = folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w") as made:
        for file in folder.rglob("*"):
            made.write(file, file.relative_to(root))
        made.writestr("__MACOSX/._1.txt", "x")
    return target


def test_a_folder(folder: Path) -> None:
    """Documents come in natural order, hidden files and locks do not, pictures are beside, the rest is named."""
    found, warnings = entries([folder])
    assert [entry.read().decode() for entry in found] == ["1.txt", "2.txt", "10.txt", "more/3.txt"]
    assert list(found[0].pictures()) == ["1/a.jpg"]
    assert warnings == [f"left out 1 file(s) of {folder} that no reader reads: b.xls"]
    assert paths_in(folder) == [entry.path for entry in found]


@pytest.mark.parametrize("inside", [True, False])
def test_a_zip(folder: Path, inside: bool) -> None:
    """A zip is read as its folder is, also from a stream; its name, or its folder's, counts as a folder's."""
    target = zipped(folder, folder.parent if inside else folder)
    found, _ = entries([target])
    assert [entry.read().decode() for entry in found[:3]] == ["1.txt", "2.txt", "10.txt"]
    assert found[0].folder == folder.name
    assert list(found[0].pictures()) == ["1/a.jpg"]
    assert len(entries([io.BytesIO(target.read_bytes())])[0]) == len(found)


def test_a_pattern(folder: Path) -> None:
    """A pattern in quotes is Banmian's to expand; a file whose name looks like one is the file."""
    assert [entry.read() for entry in entries([f"{folder}/[0-9]*.txt"])[0]] == [b"1.txt", b"2.txt", b"10.txt"]
    odd = folder / "[ab].txt"
    odd.write_text("odd", encoding="utf-8")
    assert [entry.read() for entry in entries([odd])[0]] == [b"odd"]
    with pytest.raises(UnreadableInput, match="no file fits"):
        entries([f"{folder}/*.nothing"])


def test_links(folder: Path) -> None:
    """A link to a folder is not followed round and round, and a picture elsewhere is none of the document's."""
    (folder / "again").symlink_to(folder)
    (folder.parent / "secret.jpg").write_bytes(b"x")
    (folder / "out.jpg").symlink_to(folder.parent / "secret.jpg")
    assert len(entries([folder])[0]) == 4
    assert list(entries([folder / "1.txt"])[0][0].pictures()) == ["1/a.jpg"]


def test_nothing_to_read(tmp_path: Path) -> None:
    """A folder without documents says what would be one."""
    with pytest.raises(UnreadableInput, match=r"holds no document: put files into it that end in one of \.txt"):
        entries([tmp_path])


def test_one_or_several(folder: Path) -> None:
    """One thing may be named alone, several in anything that gives them."""
    first, second = folder / "1.txt", folder / "2.txt"
    assert entries(first) == entries([first])
    assert entries(path for path in (first, second)) == entries((first, second))


def test_every_way_to_name_the_pages(three_pages: Path) -> None:
    """Files in any order, a pattern, and a zip give the same issue as the folder."""
    files = [three_pages / f"page{number}.txt" for number in (10, 2, 1)]
    packed = three_pages.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w") as made:
        for file in sorted(three_pages.rglob("*.*")):
            made.write(file, file.relative_to(three_pages))
    assert [outline(load(named)) for named in (files, [f"{three_pages}/*.txt"], [packed])] == [WHOLE] * 3


def test_what_is_named_twice_is_read_once(folder: Path) -> None:
    """As a file and again, by another way to it, by its folder, and in a zip; a stream is never the same."""
    page = folder / "1.txt"
    link = folder.parent / "link.txt"
    link.symlink_to(page)
    for twice in ([page, page], [page, folder / "more" / ".." / "1.txt"], [page, link]):
        found, warnings = entries(twice)
        assert (len(found), warnings) == (1, [f"{twice[1]} is named twice, and read once"])
    found, warnings = entries([page, folder])
    assert [entry.read().decode() for entry in found] == ["1.txt", "2.txt", "10.txt", "more/3.txt"]
    assert f"{page} is named twice, and read once" in warnings
    target = zipped(folder, folder)
    assert len(entries([target, target])[0]) == len(entries([target])[0])
    assert len(entries([io.BytesIO(b"x"), io.BytesIO(b"x")])[0]) == 2


@pytest.mark.parametrize(
    "address", ["https://example.org/a.html", "http://example.org", "ftp://example.org/a.txt", "www.example.org/a"]
)
def test_an_address_is_not_fetched(address: str) -> None:
    """Nothing is fetched; what to do is told."""
    with pytest.raises(UnreadableInput, match=f"^{address} is an address, .*: save the page in a browser, then name"):
        entries([address])


def test_an_address_of_a_file_names_the_file(tmp_path: Path) -> None:
    """What a browser calls a file on this machine is told as its path."""
    with pytest.raises(UnreadableInput) as error:
        entries([(tmp_path / "新桥 1.txt").as_uri()])
    assert str(error.value).endswith(f" is an address: name the file itself, {tmp_path / '新桥 1.txt'}")
