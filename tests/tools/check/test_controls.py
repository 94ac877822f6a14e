"""A control is a sound document with one fault: a text in another's place, or at a file's end."""

import zipfile
from pathlib import Path

import pytest

from tools.check import controls


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A folder with a book of two files."""
    with zipfile.ZipFile(tmp_path / "a.epub", "w") as book:
        book.writestr("EPUB/style.css", "p { margin: 0 }")
        book.writestr("EPUB/page.xhtml", "<p>海</p>")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("margin: 0", "margin: 1em", b"p { margin: 1em }"),
        ("", "h1 { color: red }", b"p { margin: 0 }h1 { color: red }"),
    ],
)
def test_books(sound: Path, old: str, new: str, expected: bytes) -> None:
    """The file is changed, and nothing else."""
    (made,) = controls.books(sound / "faulty", sound, [("a", "own", "is wrong", "style.css", old, new)])
    with zipfile.ZipFile(made.path) as book:
        files = {name: book.read(name) for name in book.namelist()}
    assert (made.tool, made.expected) == ("own", "is wrong")
    assert files == {"EPUB/style.css": expected, "EPUB/page.xhtml": "<p>海</p>".encode()}


def test_a_fault_that_cannot_be_planted_is_an_error(sound: Path) -> None:
    """A control whose text is gone proves nothing, so that it has to be made anew."""
    with pytest.raises(ValueError, match="does not hold 'padding' any more"):
        list(controls.books(sound / "faulty", sound, [("a", "own", "is wrong", "style.css", "padding", "")]))
