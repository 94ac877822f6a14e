"""A text of files becomes a zip with what its format needs besides."""

from converter.readers.archive import Archive
from tools.fuzz.packing import BOOK, packed, parts


def test_packed() -> None:
    """The text's own file stands over the needed one."""
    found = Archive(packed("== a.xhtml\n渡\n口\n== mimetype\nx".encode(), BOOK))
    assert found.names == ("mimetype", "META-INF/container.xml", "a.xhtml")
    assert (found.read("a.xhtml"), found.read("mimetype")) == ("渡\n口\n".encode(), b"x")


def test_a_text_without_files() -> None:
    """It has none."""
    assert parts(b"abc\n") == {}
