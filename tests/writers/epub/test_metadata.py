"""What a book says of itself."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from converter.errors import UnwritableOutput
from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.options import Look
from converter.press.facts import with_facts
from converter.readers.epub import read_epub
from converter.writers.epub.book import write_epub
from tests.writers.made import one_block
from tests.writers.reading import Book


def test_metadata_of_a_paper(paper: Issue) -> None:
    """A paper is publisher and series, its office the creator; who signed contributed; nothing claims conformance."""
    book = Book(paper)
    assert book.said("title") == ["南湾日报 2024-03-08"]
    assert (book.said("creator"), book.said("contributor")) == (["南湾日报社"], ["林小满", "方知秋"])
    assert (book.said("publisher"), book.said("date"), book.said("type")) == (
        ["南湾日报"],
        ["2024-03-08"],
        ["newspaper"],
    )
    assert (book.said("source"), book.said("title-type")) == (["南湾日报 2024-03-08"], ["main"])
    assert book.said("role") == ["aut", "edt", "aut", "pht", "pht", "edt"]
    assert (book.said("belongs-to-collection"), book.said("group-position")) == (["南湾日报"], ["20240308"])
    assert book.said("dcterms:modified") == ["2024-03-08T00:00:00Z"]
    assert book.said("schema:accessMode") == ["textual"]
    assert "pageNavigation" in book.said("schema:accessibilityFeature")
    assert book.said("dcterms:conformsTo") == []


def test_the_author_who_is_told_stands_before_the_office(paper: Issue) -> None:
    """Who is said to be the author of a paper's issue is its creator."""
    told = Book(replace(paper, metadata=replace(paper.metadata, author="江帆、陆闻笛")))
    assert (told.said("creator"), told.said("contributor")) == (["江帆", "陆闻笛"], ["林小满", "方知秋"])
    assert Book(replace(paper, language="zh-Hant-TW")).said("creator") == ["南湾日报社"]


@pytest.mark.parametrize(
    ("paper", "house"),
    [
        ("南湾日报", "南湾日报社"),
        ("南灣時報", "南灣時報社"),
        ("南湾周刊", "南湾周刊社"),
        ("南湾新闻网", "南湾新闻网"),
        ("南湾社", "南湾社"),
        ("南湾电视台", "南湾电视台"),
    ],
)
def test_a_house_is_called_as_houses_are(paper: str, house: str) -> None:
    """A printed paper has a house (报社) beside it; a site, an agency and a station are houses themselves."""
    issue = one_block(Run("潮水退去。"), metadata=Metadata(paper=paper))
    assert Book(issue).said("creator") == [house]


def test_no_creator_is_a_publisher(paper: Issue) -> None:
    """foliate-js opens no book that has the role pbl beside dc:publisher."""
    issue = replace(paper, metadata=replace(paper.metadata, publisher="海塘报业", author="江帆"))
    for book in (Book(paper), Book(issue)):
        assert "pbl" not in book.said("role") and len(book.said("publisher")) == 1


def test_metadata_that_is_not_known_is_not_said() -> None:
    """A note without author, date and paper has no publisher and no date, and an anonymous creator."""
    book = Book(one_block(Run("今天无事。"), metadata=Metadata(date="去年冬天")))
    assert (book.said("creator"), book.said("publisher"), book.said("date")) == (["佚名"], [], [])
    assert book.said("dcterms:modified") == ["1980-01-01T00:00:00Z"]


def test_a_year_alone_is_a_date(paper: Issue) -> None:
    """A paper of which only the year is known is of that year, and stands before the days of it in its series."""
    book = Book(replace(paper, metadata=replace(paper.metadata, date="1908")))
    assert {name: book.said(name) for name in ("title", "date", "dcterms:modified", "group-position")} == {
        "title": ["南湾日报 1908"],
        "date": ["1908"],
        "dcterms:modified": ["1908-01-01T00:00:00Z"],
        "group-position": ["19080000"],
    }


def test_conformance_is_claimed_by_an_evaluator_alone(paper: Issue) -> None:
    """Who has checked a book is named with the claim, and nothing is claimed where nobody is named."""
    book = Book(paper, Look(certified_by=" 南湾编校室 "))
    assert book.said("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert book.said("a11y:certifiedBy") == ["南湾编校室"]
    assert Book(paper, Look(certified_by=" ")).said("dcterms:conformsTo") == []


def test_author_comes_before_bylines(letter: Issue) -> None:
    """A known author is the creator, and whoever signed is a contributor."""
    book = Book(replace(letter, metadata=Metadata(author="方知秋")))
    assert (book.said("creator"), book.said("contributor")) == (["方知秋"], ["林小满"])
    assert book.said("role") == ["aut", "pht", "aut"]


def test_identifier_follows_the_content(letter: Issue) -> None:
    """The identifier is the same for the same issue and another for another text."""
    other = one_block(Run("今天无事。"))
    assert Book(letter).said("identifier") == Book(letter).said("identifier") != Book(other).said("identifier")


def test_source_date_epoch_is_the_time_of_change(paper: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH goes before the issue's date, and is refused where it is no number."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert Book(paper).said("dcterms:modified") == ["1970-01-02T00:00:00Z"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UnwritableOutput, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        write_epub(paper)


def test_identifier_of_a_paper_outlives_a_correction(paper: Issue) -> None:
    """An issue of a paper keeps its identifier when its text is mended; another day, or language, is another issue."""
    mended = replace(paper, sections=(replace(paper.sections[0], articles=()), paper.sections[1]))
    assert Book(mended).said("identifier") == Book(paper).said("identifier")
    others = (
        replace(paper, language="zh-Hant"),
        replace(paper, metadata=Metadata(paper="南湾日报", date="2024-03-09")),
    )
    found = {UUID(Book(issue).said("identifier")[0]) for issue in (paper, *others)}
    assert (len(found), {one.version for one in found}) == (3, {5})


def test_number_of_the_issue_is_its_place_in_the_series(paper: Issue) -> None:
    """Where the folio line counts the issues, the number goes before the date."""
    numbered = replace(paper, metadata=replace(paper.metadata, number="10256"))
    assert Book(numbered).said("group-position") == ["10256"]


def test_what_is_known_of_each_story_comes_back() -> None:
    """Said of its document in Dublin Core's terms, where nothing else in the book tells it, and read again."""
    parts = (Block(Role.HEADLINE, (Run("渔港迎来新船"),)), Block(Role.PARAGRAPH, (Run("首批船队今早出海。"),)))
    stories = (
        Article(Kind.ARTICLE, parts, ("陆水", "柳溪"), "2024-05-15", "https://海湾.example/1?a=b&c"),
        Article(
            Kind.ARTICLE, (parts[0], Block(Role.BYLINE, (Run("本报记者 江帆"),)), parts[1]), ("江帆",), "2024-05-16"
        ),
    )
    data = Metadata(paper="海湾晚报", date="2024-05-16", url="https://海湾.example/")
    issue = Issue((Section(stories, "3"),), data)
    again = with_facts(read_epub(write_epub(issue).content))
    told = [(story.title, story.authors, story.date, story.url) for story in again.articles()]
    assert told == [(story.title, story.authors, story.date, story.url) for story in stories]
    assert again.metadata.paper == "海湾晚报"
