"""The books of the matrix are what they are there for."""

from converter.model import Kind, Role
from tools.check.readers.books import day, ordinary


def test_day() -> None:
    """A day's paper has ten pages, pictures in most of them, and subheads come that are no entries of contents."""
    issue = day()
    subheads = [block for block in issue.blocks() if block.role is Role.SUBHEAD]
    texts = ["".join(run.text for run in block.runs) for block in subheads]
    shown = [run.image for block in issue.blocks() for run in block.runs if run.image]
    stories = [article for article in issue.articles() if article.kind is Kind.ARTICLE]
    assert [section.page for section in issue.sections] == [f"{number:02}" for number in range(1, 11)]
    assert (len(stories), len(shown), texts.count("一"), texts.count("■小贴士")) == (50, 12, 7, 6)


def test_ordinary() -> None:
    """A book's chapters have notes to their titles."""
    heads = [block for block in ordinary().blocks() if block.role is Role.HEADLINE]
    assert [block.runs[-1].text for block in heads[:3]] == ["引子", "1", "第二章　账本"]
