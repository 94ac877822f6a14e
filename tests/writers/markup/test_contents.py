"""Lines that lead to places, in lists of links."""

from __future__ import annotations

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.writers.markup.contents import Entry, contents, nested
from tests.writers.reading import XHTML, Book


def test_subheads_are_nested_in_the_contents() -> None:
    """A subhead's depth is its level, no level left out, and its place in the contents."""
    blocks = [Block(Role.HEADLINE, (Run("零"),))]
    blocks += [
        Block(Role.SUBHEAD, (Run(text),), depth=depth) for text, depth in zip("甲乙丙丁", (1, 3, 2, 1), strict=True)
    ]
    book = Book(Issue((Section((Article(Kind.ARTICLE, tuple(blocks)),)),)))
    headings = book.documents[0].iter(*(f"{XHTML}h{level}" for level in range(1, 7)))
    assert [(e.tag[-1], e.text) for e in headings] == [("1", "零"), ("2", "甲"), ("3", "乙"), ("3", "丙"), ("2", "丁")]
    story = book.nav.find(f".//{XHTML}nav/{XHTML}ol")[1]
    inner = [(li[0].text, [a.text for a in li.iter(f"{XHTML}a")][1:]) for li in story[1]]
    assert inner == [("甲", ["乙", "丙"]), ("丁", [])]


def test_entries_stand_under_the_less_deep() -> None:
    """A level that is left out makes none; what follows on a higher one goes back to it."""
    entries = [Entry(name, f"#{name}", depth=depth) for name, depth in zip("甲乙丙丁戊", (2, 3, 5, 3, 1), strict=True)]

    def names(found: tuple[Entry, ...]) -> list[object]:
        return [[entry.label, *names(entry.children)] for entry in found]

    assert names(nested(entries)) == [["甲", ["乙", ["丙"]], ["丁"]], ["戊"]]
    assert nested([]) == ()


def test_a_list_of_links() -> None:
    """Labels are text and no mark-up, an entry's children are a list in it, and nothing makes no list."""
    inner = Entry("桥 & <灯>", "#b")
    assert contents([Entry("渡口", "a.xhtml", (inner,)), Entry("雨", "c.xhtml")]) == (
        '\n<ol>\n<li><a href="a.xhtml">渡口</a>\n<ol>\n<li><a href="#b">桥 &amp; &lt;灯&gt;</a></li>\n</ol>\n</li>\n'
        '<li><a href="c.xhtml">雨</a></li>\n</ol>\n'
    )
    assert contents(()) == ""
