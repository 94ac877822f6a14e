"""Several documents bound to one issue: their order, and what they share."""

from dataclasses import replace

import pytest

from converter.model import Article, Block, Document, Issue, Kind, Mark, Metadata, Role, Run, Section, Sheet
from converter.structure.issue.bind import bind


def issue(
    name: str, page: str | None = None, date: str | None = None, language: str = "zh-Hans", text: str = ""
) -> Issue:
    """A document of one story, called as its file is."""
    story = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run(text or name),)),))
    return Issue((Section((story,), page),), Metadata(source=name, date=date), language)


def order(*issues: Issue) -> list[str]:
    """The titles of the bound stories."""
    return [block.text for block in bind(issues).blocks()]


@pytest.mark.parametrize(
    ("issues", "expected"),
    [
        ([issue("b", "10"), issue("a", "2")], ["a", "b"]),
        ([issue("b", "2", "2031-03-02"), issue("a", "1", "2031-03-03")], ["b", "a"]),
        ([issue("b", "2"), issue("a")], ["b", "a"]),  # one has no number: they stay as they are given
        ([issue("10.txt"), issue("9.txt")], ["9.txt", "10.txt"]),
        ([issue("岸10.txt"), issue("灯9.txt")], ["岸10.txt", "灯9.txt"]),  # names that differ in more than numbers
        ([issue("b", "A2"), issue("a", "B1")], ["b", "a"]),
    ],
)
def test_order(issues: list[Issue], expected: list[str]) -> None:
    """By day and page where all have a page's number, by the numbers in names that are else alike, else as given."""
    assert order(*issues) == expected


@pytest.mark.parametrize(
    ("pages", "count"),
    [(["1", "2", "3"], "3"), (["1", "1"], None), ([None, None], None)],
)
def test_how_many_pages(pages: list[str | None], count: str | None) -> None:
    """Two pages and more are counted; documents of the same page are of one section."""
    bound = bind([issue(f"{number}.txt", page) for number, page in enumerate(pages)])

    assert (bound.metadata.page_count, len(bound.sections)) == (
        count,
        len({page for page in pages if page}) or len(pages),
    )


@pytest.mark.parametrize(("texts", "expected"), [(("灯灯", "燈"), "zh-Hans"), (("灯", "燈燈"), "zh-Hant")])
def test_language(texts: tuple[str, str], expected: str) -> None:
    """The language of most of the text."""
    languages = ("zh-Hans", "zh-Hant")
    issues = [issue("a", text=text, language=language) for text, language in zip(texts, languages, strict=True)]

    assert bind(issues).language == expected


def paged(page: str | None, name: str | None, *sections: tuple[str | None, str | None]) -> Issue:
    """A document that says its page in its metadata, and has these pages in its text."""
    story = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run("渡口"),)),))
    made = tuple(Section((story,), number, called) for number, called in sections)
    return Issue(made, Metadata(page=page, page_name=name))


@pytest.mark.parametrize(
    ("issues", "expected"),
    [
        ([paged("2", "要闻", (None, None))], [("2", "要闻", 1)]),
        ([paged("2", "要闻", ("3", "副刊"))], [("3", "副刊", 1)]),
        ([paged(None, "要闻", (None, "副刊"))], [(None, "副刊", 1)]),
        ([paged("2", "要闻", (None, None), (None, "副刊"))], [(None, None, 1), (None, "副刊", 1)]),
        ([paged(None, None, ("2", None)), paged(None, None, ("2", "要闻"))], [("2", "要闻", 2)]),
        ([paged(None, None, ("2", "要闻")), paged(None, None, ("2", "副刊"))], [("2", "要闻", 2)]),
        (
            [paged(None, None, ("1", None), ("2", None)), paged(None, None, ("2", None))],
            [("1", None, 1), ("2", None, 2)],
        ),
    ],
)
def test_pages(issues: list[Issue], expected: list[tuple[str | None, str | None, int]]) -> None:
    """A document's only page is called as its metadata call it, where the text does not; documents share one."""
    assert [(page.page, page.name, len(page.articles)) for page in bind(issues).sections] == expected


def test_documents_of_two_days_share_no_page() -> None:
    """The same number of another day is another page."""
    days = [issue("a", "2", "2031-03-02"), issue("b", "2", "2031-03-03"), issue("c", "2")]

    assert [section.page for section in bind(days).sections] == ["2", "2", "2"]
    assert order(*days) == ["c", "a", "b"]


def test_spans_are_counted_on() -> None:
    """A line's end lies between two documents; what has no span gets an empty one at its document's beginning."""
    block, beside = Block(Role.PARAGRAPH, (Run("渡口"),), ((0, 2), (3, 5))), Block(Role.CAPTION, (Run("图"),))
    page = Issue((Section((Article(Kind.ARTICLE, (block, beside)),)),), documents=(Document("渡口\n渡口\n"),))
    bare = replace(page, documents=())
    found = bind([page, bare, page])

    assert [block.origin for block in found.blocks()] == [
        ((0, 2), (3, 5)),
        ((0, 0),),
        ((7, 9), (10, 12)),
        ((7, 7),),
        ((13, 15), (16, 18)),
        ((13, 13),),
    ]
    assert [(document.text, document.start) for document in found.documents] == [
        ("渡口\n渡口\n", 0),
        (None, 7),
        ("渡口\n渡口\n", 13),
    ]


def test_names_are_told_apart() -> None:
    """Pictures and the places of links get the document's number; other links and printed pages keep their names."""
    runs = (
        Run("", image="a.png"),
        Run("", image="elsewhere.png"),
        Run("见", href="#b"),
        Run("网", href="https://example.org/#b"),
        Run("此", name="b"),
        Run("", Mark.PAGE, name="12"),
    )
    story = Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, runs),))
    sheets = (Sheet(1, 100, 200, "a.png"), Sheet(2, 100, 200))
    page = Issue((Section((story,)),), images=(("a.png", b""),), documents=(Document(sheets=sheets),), warnings=("甲",))
    found = bind([page, page])

    assert [(run.image, run.href, run.name) for run in list(found.blocks())[1].runs] == [
        ("2/a.png", None, None),
        ("elsewhere.png", None, None),
        (None, "#2-b", None),
        (None, "https://example.org/#b", None),
        (None, None, "2-b"),
        (None, None, "12"),
    ]
    assert [name for name, _ in found.images] == ["1/a.png", "2/a.png"]
    assert [sheet.image for sheet in found.documents[1].sheets] == ["2/a.png", None]
    assert found.warnings == ("甲",)
