"""AZW3, which calibre makes of the book for Kindle."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from converter.errors import MissingExtra, UnwritableOutput
from converter.model import Issue
from converter.options import Look
from converter.writers.epub.azw3 import write_azw3
from tests.writers.reading import Book


def calibre(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put an ``ebook-convert`` that does ``script`` in the way of calibre's."""
    program = folder / "ebook-convert"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_azw3_is_what_calibre_makes_of_the_book(paper: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program gets the book for Kindle, and its output is ours."""
    calibre(tmp_path, '(printf AZW3; cat "$1") > "$2"', monkeypatch)
    book = Book(paper, Look(device="kindle"))
    assert write_azw3(paper) == (b"AZW3" + book.data, book.warnings)


def test_azw3_names_its_paper_in_its_title(paper: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """AZW3 has no place for a series: the title that calibre is told names paper and day, once."""
    calibre(tmp_path, 'printf %s "$5" > "$2"', monkeypatch)
    spring = replace(paper, metadata=replace(paper.metadata, title="春游"))
    assert write_azw3(paper).content.decode() == "南湾日报 2024-03-08"
    assert write_azw3(spring).content.decode() == "南湾日报 2024-03-08 春游"


def test_azw3_without_calibre_says_what_to_do(paper: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the program there is another way to a Kindle; where it fails, its last word is told."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingExtra, match="install calibre, or write an .epub with --for kindle"):
        write_azw3(paper)
    calibre(tmp_path, "echo first; echo No such plugin >&2; exit 1", monkeypatch)
    with pytest.raises(UnwritableOutput, match="said 'No such plugin'"):
        write_azw3(paper)
