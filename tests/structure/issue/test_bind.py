"""Several documents bound to one issue: their order, and what they share."""

import pytest

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
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
