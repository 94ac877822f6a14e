"""Links from one place of an issue to another."""

import re

from converter.model import Article, Block, Form, Issue, Kind, Mark, Role, Run, Section
from converter.writers.web.page import write_html
from tests.writers.reading import Book


def issue(*stories: tuple[Block, ...]) -> Issue:
    """An issue of these stories."""
    return Issue((Section(tuple(Article(Kind.ARTICLE, blocks) for blocks in stories)),))


def p(*runs: Run, form: Form | None = None) -> Block:
    """A paragraph."""
    return Block(Role.PARAGRAPH, runs, form=form)


def h(*runs: Run) -> Block:
    """A headline."""
    return Block(Role.HEADLINE, runs)


def pages_of(made: Issue) -> dict[str, str]:
    """The files of the book of an issue that are text."""
    return {name: data.decode() for name, data in Book(made).files.items() if name.endswith((".xhtml", ".ncx"))}


LINKED = issue(
    (
        h(Run("灯")),
        p(Run("见"), Run("桥", href="#b"), Run("与"), Run("塔", href="#gone"), Run("[1]", Mark.NOTE, "#n2")),
    ),
    (
        h(Run("桥", name="b")),
        p(Run("回"), Run("桥", Mark.STRONG, "#b"), Run("一", name="b"), Run("[1]", Mark.NOTE, "#n1")),
    ),
    (
        p(Run("[1]", Mark.NOTE, name="n1"), Run("甲注"), form=Form.NOTE),
        p(Run("[1]", Mark.NOTE, name="n2"), Run("乙注"), form=Form.NOTE),
    ),
)


def test_links_lead_to_the_document_and_place() -> None:
    """A link leads where its name stands first; one that leads nowhere has no address; notes are told apart by their
    names.
    """
    book = pages_of(LINKED)
    one, two, three = (book[f"page01-story0{number}.xhtml"] for number in (1, 2, 3))
    assert '见<a href="page01-story02.xhtml#place1">桥</a>与<a>塔</a>' in one
    assert '<span id="place1">桥</span></h1>' in two
    assert '回<strong><a href="#place1">桥</a></strong><span>一</span>' in two
    notes = dict(re.findall(r'id="(note\d+)".*?</a>(.)注', three))
    leads = [re.findall(r'doc-noteref" id="ref\d+" href="page01-story03.xhtml#(note\d+)"', text) for text in (one, two)]
    assert [[notes[note] for note in found] for found in leads] == [["乙"], ["甲"]]


def test_links_on_one_page() -> None:
    """On a page by itself each address is a place of it."""
    page = b"".join(write_html(LINKED).content).decode()
    assert '<a href="#place1">' in page
    assert set(re.findall(r'href="#(place\d+)"', page)) == set(re.findall(r'id="(place\d+)"', page)) == {"place1"}


def test_printed_pages_of_a_book() -> None:
    """Where the pages of a printed book begin is kept, in the text and in both lists of pages, in their order."""
    pages = issue(
        (h(Run("灯")), p(Run("", Mark.PAGE, name="iv"), Run("甲"), Run("", Mark.PAGE, name="5 & 6"), Run("乙"))),
        (h(Run("桥")), p(Run("丙"), Run("", Mark.PAGE, name="7"))),
    )
    book = pages_of(pages)
    assert (
        '甲<span epub:type="pagebreak" role="doc-pagebreak" id="place2" aria-label="5 &amp; 6"></span>乙'
        in book["page01-story01.xhtml"]
    )
    listed = book["nav.xhtml"].partition('epub:type="page-list"')[2]
    expected = [
        ("page01-story01.xhtml#place1", "iv"),
        ("page01-story01.xhtml#place2", "5 &amp; 6"),
        ("page01-story02.xhtml#place3", "7"),
    ]
    assert re.findall('<a href="(.*?)">(.*?)</a>', listed) == expected
    targets = re.findall(r"<pageTarget.*?<text>(.*?)</text>.*?src=\"(.*?)\"", book["toc.ncx"], re.DOTALL)
    assert [(address, label) for label, address in targets] == expected
