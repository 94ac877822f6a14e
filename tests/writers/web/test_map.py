"""The pages (版) in miniature lead to their stories."""

from __future__ import annotations

from dataclasses import replace

from converter.model import Article, Block, Issue, Kind, Role, Run
from converter.options import Look
from converter.writers.markup.styles import sheet
from tests.writers.reading import Site


def told(title: str) -> Article:
    """A story as long as a part of a page."""
    return Article(
        Kind.ARTICLE, (Block(Role.HEADLINE, (Run(title),)), Block(Role.PARAGRAPH, (Run("潮来潮去。" * 90),)))
    )


def test_every_block_leads_to_its_story(paper: Issue) -> None:
    """In the order of reading; the page's name leads to its place, and a key press passes the drawings by."""
    sections = tuple(replace(one, articles=(told("桥"), told("灯"))) for one in paper.sections)
    front = Site(replace(paper, sections=sections)).front
    assert front.xpath("//details[@class='map']//li//a/@href") == [
        "page01-story01.html",
        "page01-story02.html",
        "#page01",
        "page02-story01.html",
        "page02-story02.html",
        "#page02",
    ]
    assert set(front.xpath("//details[@class='map']//*[name()='svg']//a/@tabindex")) == {"-1"}


def test_too_little_text_makes_no_map(paper: Issue) -> None:
    """A page of a few lines is nothing to be drawn."""
    short = Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, (Run("渡船离岸。"),)),))
    issue = replace(paper, sections=(replace(paper.sections[0], articles=(short, short)),))
    assert Site(issue).front.xpath("//details[@class='map']") == []


def test_a_map_has_no_text_that_could_be_turned(paper: Issue) -> None:
    """On a vertical page its drawings are the same."""
    issue = replace(paper, sections=(replace(paper.sections[0], articles=(told("桥"), told("灯"))),))
    drawings = [
        Site(issue, look).front.xpath("//details[@class='map']//*[name()='svg']//@x")
        for look in (Look(), Look(vertical=True))
    ]
    assert drawings[0] == drawings[1] != []


def test_no_other_sheet_styles_it() -> None:
    """The pages stand side by side: what a book's cover has in common with the map is not its name."""
    rules = sheet("newspaper.css") + sheet("book.css")
    assert ".map" not in rules
