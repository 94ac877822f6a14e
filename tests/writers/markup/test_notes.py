"""Footnotes: a number leads to its note, and the note back."""

from __future__ import annotations

import re

from converter.model import Article, Block, Form, Issue, Kind, Mark, Role, Run, Section
from converter.writers.markup.notes import KEY, NOTE, REFERENCE, link_notes
from tests.writers.reading import XHTML, Book


def test_a_note_in_another_document_is_reached() -> None:
    """Where a long story is cut into documents, a number leads to the file that has the note, and back."""
    text = (Run("潮" * 179_000), Run("1", Mark.NOTE))
    note = Block(Role.PARAGRAPH, (Run("1", Mark.NOTE), Run("涨" * 40_000)), form=Form.NOTE)
    book = Book(Issue((Section((Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, text), note)),)),)))
    links = [
        (name, a.get("href")) for name, tree in book.trees.items() for a in tree.iter(f"{XHTML}a") if a.get("role")
    ]
    first, second = "page01-story01-part2.xhtml", "page01-story01-part3.xhtml"
    assert sorted(links) == [(first, f"{second}#note1"), (second, f"{first}#ref0")]


def reference(label: str, key: str = "") -> str:
    """A number in a text."""
    return f"{REFERENCE[0]}{label}{KEY}{key}{REFERENCE[1]}"


def note(label: str, key: str = "") -> str:
    """A note's own number."""
    return f"{NOTE[0]}{label}{KEY}{key}{NOTE[1]}"


def leads(*bodies: str) -> list[tuple[str, str]]:
    """The links of documents a, b, …: the id of each number or note that has one, and where it leads."""
    made = link_notes(zip("abc", bodies, strict=False), epub=False)
    found = re.compile('(?:id="([a-z0-9]+)" href="(.*?)"|href="(.*?)">)')
    return [(hit[1] or "", hit[2] or hit[3]) for body in made for hit in found.finditer(body)]


def test_a_number_leads_to_the_next_note_of_its_label() -> None:
    """And where none comes, to the last one before it; each note leads back to the first that leads to it."""
    assert leads(reference("1") + reference("1") + note("1") + reference("1") + note("1") + reference("1")) == [
        ("ref0", "#note2"),
        ("ref1", "#note2"),
        ("", "#ref0"),
        ("ref3", "#note4"),
        ("", "#ref3"),
        ("ref5", "#note4"),
    ]


def test_a_name_goes_before_the_label() -> None:
    """Notes of one number in one document are told apart by the names that the numbers say."""
    assert leads(reference("1", "乙") + reference("1", "甲"), note("1", "甲") + note("1", "乙")) == [
        ("ref0", "b#note3"),
        ("ref1", "b#note2"),
        ("", "a#ref1"),
        ("", "a#ref0"),
    ]


def test_a_number_without_a_note_is_no_link() -> None:
    """It stays raised; a note that nothing leads to has its number and no way back."""
    made = link_notes([("a", reference("1") + note("2"))], epub=True)
    assert made == [
        '<sup>1</sup><aside epub:type="footnote" role="doc-footnote" class="note" id="note1"><p><span>2</span>'
    ]
    assert link_notes([("a", "<p>渡口</p>")], epub=True) == ["<p>渡口</p>"]


def test_a_book_names_the_kinds_of_its_links() -> None:
    """EPUB's own words stand in books only; those of ARIA in both."""
    for epub in (True, False):
        (made,) = link_notes([("a", reference("1") + note("1"))], epub)
        assert re.findall('epub:type="(.*?)"', made) == ["noteref", "footnote", "backlink"] * epub
        assert re.findall('role="(.*?)"', made) == ["doc-noteref", "doc-footnote", "doc-backlink"]
