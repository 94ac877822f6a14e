"""A book for Kindle has two levels of contents and one cover; AZW3 is calibre's work."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.options import Look
from converter.writers.epub import kindle
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
    webp = "a Kindle shows no WebP (a.webp): save it as JPEG or PNG"
    assert webp in Book(issue, Look(device="kindle")).warnings
    monkeypatch.setattr(kindle, "BY_MAIL", 0.001)
    heavy = "the book has 0 MB, and Send to Kindle takes 0.001: make its pictures smaller"
    assert heavy in Book(paper, Look(device="kindle")).warnings
    assert Book(issue).warnings == ()
