"""A book for Kindle has two levels of contents and one cover; AZW3 is calibre's work."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from converter.errors import ConverterWarning, MissingExtra, UnwritableOutput
from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.options import Look
from converter.writers.epub import kindle
from converter.writers.epub.kindle import write_azw3
from converter.writers.epub.navigation import shallow
from converter.writers.markup.contents import Entry
from tests.strategies import PIXEL
from tests.writers.reading import NCX, Book


def test_contents_for_kindle_are_two_levels(paper: Issue) -> None:
    """Pages and stories stay, subheads go; the NCX says the same."""
    book = Book(paper, Look(device="kindle"))
    labels = [label for _, label in book.contents()]
    assert labels[-5:] == [
        "第01版 要闻",
        "渔港小城的新航线",
        "第02版 副刊",
        "南湾短讯",
        "雨下了一整夜，天亮时海面平静得像……",
    ]
    assert [text.text for text in book.ncx.iterfind(f".//{NCX}navPoint/{NCX}navLabel/{NCX}text")] == labels
    assert book.ncx.find(f".//{NCX}meta[@name='dtb:depth']").get("content") == "2"


def test_documents_stay_in_shallow_contents() -> None:
    """A deep entry goes up a level where it leads to a document of its own, else it is left out."""
    deep = Entry(
        "版", "a", (Entry("文", "b#1", (Entry("小标题", "b#2"), Entry("文（2）", "c", (Entry("小标题", "c#3"),)))),)
    )
    assert shallow([deep], 2) == (Entry("版", "a", (Entry("文", "b#1"), Entry("文（2）", "c"))),)
    assert shallow([deep], 9) == (deep,)


def test_what_a_kindle_refuses_is_told(paper: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures in WebP and a book that is too heavy to be sent get a warning each; other books get none."""
    shown = Article(
        Kind.PICTURE, tuple(Block(Role.CAPTION, (Run("海边", image=name),)) for name in ("a.webp", "b.png"))
    )
    images = (("a.webp", b"RIFF\0\0\0\0WEBPVP8 "), ("b.png", PIXEL))
    issue = replace(paper, sections=(Section((shown,)),), images=images)
    with pytest.warns(ConverterWarning, match=r"a Kindle shows no WebP \(a.webp\): save it as JPEG or PNG"):
        Book(issue, Look(device="kindle"))
    monkeypatch.setattr(kindle, "BY_MAIL", 0.001)
    with pytest.warns(
        ConverterWarning, match="the book has 0 MB, and Send to Kindle takes 0.001: make its pictures smaller"
    ):
        Book(paper, Look(device="kindle"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Book(issue)


def calibre(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put an ``ebook-convert`` that does ``script`` in the way of calibre's."""
    program = folder / "ebook-convert"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_azw3_is_what_calibre_makes_of_the_book(paper: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program gets the book for Kindle, and its output is ours."""
    calibre(tmp_path, '(printf AZW3; cat "$1") > "$2"', monkeypatch)
    assert write_azw3(paper) == b"AZW3" + Book(paper, Look(device="kindle")).data


def test_azw3_without_calibre_says_what_to_do(paper: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the program there is another way to a Kindle; where it fails, its last word is told."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingExtra, match="install calibre, or write an .epub with --for kindle"):
        write_azw3(paper)
    calibre(tmp_path, "echo first; echo No such plugin >&2; exit 1", monkeypatch)
    with pytest.raises(UnwritableOutput, match="said 'No such plugin'"):
        write_azw3(paper)
