"""Lines that lead to places, in lists of links."""

from __future__ import annotations

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.readers.outline import HEADER, read_outline
from converter.writers.epub.volume import bind
from converter.writers.markup.blocks import Markup
from converter.writers.markup.contents import Entry, contents, nested, weed
from converter.writers.markup.labels import labels_for
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


VOLUMES = """
article
headline⇥石桥渡
paragraph⇥一本书。

article
headline 1⇥第一卷 山中

article
headline 2⇥第一章 断崖
subhead⇥第一节 绳子
paragraph⇥绳子是新的。

article
headline 2⇥第二章 归途
paragraph⇥背篓是空的。

article
headline 1⇥第二卷 水上

article
headline 2⇥第一章 灯船
paragraph⇥灯船没有点灯。
"""


def shape(entries: tuple[Entry, ...]) -> list[object]:
    """The labels, those under an entry in a list after it."""
    return [part for entry in entries for part in (entry.label, *([shape(entry.children)] if entry.children else ()))]


def test_what_an_entry_has_under_it_stays() -> None:
    """A chapter's sections come before the stories that stand under it."""
    section = Entry("节", "#c")
    assert nested([Entry("卷", "#a", (section,)), Entry("章", "#b", depth=2)]) == (
        Entry("卷", "#a", (section, Entry("章", "#b", depth=2))),
    )


def test_chapters_stand_under_their_volume() -> None:
    """Each is a document of its own, under the volume's title in the contents of a book."""
    issue = read_outline((HEADER + VOLUMES.replace("⇥", "\t")).encode())
    labels = labels_for(issue.language)
    volume = bind(issue, labels, Markup(True, {}, labels))
    assert shape(volume.entries) == [
        "石桥渡",
        "第一卷 山中",
        ["第一章 断崖", ["第一节 绳子"], "第二章 归途"],
        "第二卷 水上",
        ["第一章 灯船"],
    ]
    assert len(volume.documents) == 6


def test_what_tells_nobody_where_to_go_is_left_out() -> None:
    """Short subheads below a level, and those that come twice; what is under them goes up, and documents stay."""
    inner = Entry("灯塔夜话", "a.xhtml#a-3")
    story = Entry("渡口", "a.xhtml#a", (Entry("一", "a.xhtml#a-1", (inner,)), Entry("链接", "a.xhtml#a-4")))
    part = Entry("渡口（2）", "a-part2.xhtml", (Entry("小贴士", "a-part2.xhtml#x"), Entry("小贴士", "a-part2.xhtml#y")))
    page = Entry("第1版", "s.xhtml", (story, part, Entry("雨", "b.xhtml#b")))
    assert shape(weed([page], 0)) == ["第1版", ["渡口", ["灯塔夜话"], "渡口（2）", "雨"]]
    assert shape(weed([story], 2)) == ["渡口", ["一", ["灯塔夜话"], "链接"]]
