"""One document, read with what its name tells and what lies beside it, in this process or in another."""

import io
import pickle
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from converter.errors import UnknownFormat
from converter.model import Document, Issue, Metadata, Source
from converter.readers.entry import Entry, Read, read_entry, readable
from converter.readers.files import Held
from converter.readers.inputs import Input, entries
from tests.strategies import PIXEL

PAGE = "海塘步道开放\n\n[图片: sea.png|海塘]\n\n全长六公里的步道昨日开放，许多市民清早便来散步。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A paper's folder: two pages, a picture beside the second."""
    made = tmp_path / "海湾晚报2021-01-05"
    (made / "02").mkdir(parents=True)
    (made / "01.txt").write_text(PAGE, "utf-8")
    (made / "02.txt").write_text(PAGE, "utf-8")
    (made / "02" / "sea.png").write_bytes(PIXEL)
    return made


def zipped(folder: Path) -> Path:
    """The folder as a zip beside it."""
    target = folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w") as made:
        for file in folder.rglob("*.*"):
            made.write(file, file.relative_to(folder))
    return target


WAYS: dict[str, Callable[[Path], Input]] = {
    "file": lambda folder: folder / "02.txt",
    "folder": lambda folder: folder,
    "pattern": lambda folder: f"{folder}/*.txt",
    "zip": zipped,
    "stream": lambda folder: io.BytesIO(PAGE.encode()),
    "zip by a stream": lambda folder: io.BytesIO(zipped(folder).read_bytes()),
}


@pytest.mark.parametrize("way", WAYS)
def test_an_entry_can_be_sent(folder: Path, way: str) -> None:
    """However a document was named, what another process gets is the same entry and reads the same."""
    found, _ = entries(WAYS[way](folder))
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert [read_entry(entry) for entry in again] == [read_entry(entry) for entry in found]


def test_processes_read_what_they_are_sent(folder: Path) -> None:
    """A pool of new processes gives what this one reads."""
    found = [entry for way in WAYS.values() for entry in entries(way(folder))[0]]
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        assert list(pool.map(read_entry, found)) == [read_entry(entry) for entry in found]


def test_name_folder_and_pictures_count(folder: Path) -> None:
    """The file's name and its folder's tell paper, day and page; the picture that a line names is in the document."""
    *_, second = (read_entry(entry).document for entry in entries(folder)[0])
    assert second.metadata == Metadata(paper="海湾晚报", date="2021-01-05", page="02", source="02.txt")
    assert (second.images, second.warnings) == ((("02/sea.png", PIXEL),), ())
    (alone,), _ = entries(folder / "01.txt")  # beside which there is no folder of pictures
    assert read_entry(alone).document.images == ()


def test_the_format_is_told_found_or_refused(folder: Path) -> None:
    """A user's word goes before what bytes and suffix show; of a reader that is not there all are named."""
    (entry,), _ = entries(folder / "01.txt")
    assert read_entry(entry).form == "text"
    assert read_entry(entry, "markdown", "utf-8").form == "markdown"
    with pytest.raises(UnknownFormat, match=r"no reader named 'word'.*text"):
        read_entry(entry, "word")


def test_a_stream_has_no_name() -> None:
    """What came by a stream knows nothing of a file."""
    document, form = read_entry(Entry(None, Held(PAGE.encode())))
    assert isinstance(document, Source)
    assert (document.metadata, form) == (Metadata(), "text")


def test_a_tree_knows_its_file(tmp_path: Path) -> None:
    """An outline's one document is called as its file is."""
    path = tmp_path / "01.outline"
    text = "# banmian outline 1\narticle\nheadline\t桥\n"
    path.write_text(text, "utf-8")
    (entry,), _ = entries(path)
    document, form = read_entry(entry)
    assert isinstance(document, Issue)
    assert (document.documents, form) == ((Document(text, "01.outline"),), "outline")
    assert isinstance(read_entry(entry), Read)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("版面.txt", "版面.txt"),
        (b"\xb0\xe6.txt".decode("utf-8", "surrogateescape"), "版.txt"),
        (b"a\xff.txt".decode("utf-8", "surrogateescape"), "a\ufffd.txt"),
        ("a\n版.txt", "a\n版.txt"),
    ],
)
def test_a_name_is_as_a_person_reads_it(name: str, expected: str) -> None:
    """Names of old Chinese systems are GB18030's bytes; no name has half a surrogate pair."""
    assert readable(name) == expected
