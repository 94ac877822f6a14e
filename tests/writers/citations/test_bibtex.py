"""BibTeX: what pybtex and bibtexparser read in it."""

import bibtexparser
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from converter.model import Issue, Kind, Section
from converter.writers.citations.bibtex import write_bibtex

from .made import AUTHORS, BARE, ISSUE, TITLES, story


def plain(value: object) -> str:
    """A value as LaTeX sets it; pylatexenc has an accent for a circumflex."""
    text: str = LatexNodes2Text().latex_to_text(str(value))
    return text.replace("ˆ", "^")


def test_what_is_read_back() -> None:
    """Titles whole, signs of TeX's among them; each name in one piece; no entry is refused."""
    text = write_bibtex(ISSUE).decode()
    entries = bibtexparser.parse_string(text)
    assert (entries.failed_blocks, len(entries.entries)) == ([], 4)
    read = parse_string(text, "bibtex")
    found = [read.entries[entry.key] for entry in entries.entries]
    assert [plain(entry.fields["title"]) for entry in found] == TITLES
    assert [[plain(name) for name in entry.persons.get("author", [])] for entry in found] == AUTHORS
    assert {(one.type, one.fields["journal"], one.fields["year"], one.fields["pages"]) for one in found} == {
        ("article", "临江晚报", "2024", "03")
    }


def test_a_brace_without_its_half() -> None:
    """It does not end the entry, nor what comes after it."""
    for title in ("新{桥", "新}桥", "}新{"):
        issue = Issue((Section((story(Kind.ARTICLE, title), story(Kind.ARTICLE, "记船"))),))
        found = bibtexparser.parse_string(write_bibtex(issue).decode())
        assert (found.failed_blocks, len(found.entries)) == ([], 2)
        assert {"{": "\\textbraceleft", "}": "\\textbraceright"}[title[0] if title[0] in "{}" else title[1]] in str(
            found.entries[0]["title"]
        )


def test_a_text_of_no_paper() -> None:
    """It is none of a journal's."""
    (entry,) = parse_string(write_bibtex(BARE).decode(), "bibtex").entries.values()
    assert (entry.type, dict(entry.fields)) == (
        "misc",
        {"title": "{记船}", "date": "1908", "year": "1908", "langid": "chinese"},
    )
