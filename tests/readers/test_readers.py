"""The table of readers: a format is a row."""

from __future__ import annotations

import pytest

from converter.errors import UnknownFormat
from converter.readers import READERS, format_of, reader_of


@pytest.mark.parametrize("name", READERS)
def test_every_row_has_its_reader(name: str) -> None:
    """The function that it names is there, and each of its suffixes leads to it."""
    assert callable(reader_of(name))
    assert {format_of(suffix) for suffix in READERS[name][1]} == {name}


@pytest.mark.parametrize(("suffix", "name"), [(".HTM", "html"), (".Docx", "docx"), (".xyz", "text"), ("", "text")])
def test_suffixes(suffix: str, name: str) -> None:
    """In any case; what no row claims is text."""
    assert format_of(suffix) == name


def test_an_unknown_format() -> None:
    """It is told which there are."""
    with pytest.raises(UnknownFormat, match="there is no reader named 'pages': use one of text, docx"):
        reader_of("pages")
