"""The contents of a book, the same in both of its forms."""

from __future__ import annotations

import re

from converter.model import Issue
from converter.writers.epub import navigation
from converter.writers.epub.navigation import Ncx, bounded
from converter.writers.epub.volume import PageBreak
from converter.writers.markup.contents import Entry
from converter.writers.markup.labels import HANS
from tests.writers.reading import NCX, TYPE, XHTML, Book


def test_contents_go_from_page_to_story_to_subhead(paper: Issue) -> None:
    """Pages lead to stories, a brief column to its items, a story without a title is called by its first words."""
    assert Book(paper).contents() == [
        ("cover.xhtml", "封面"),
        ("leads.xhtml", "要目"),
        ("sheet01.xhtml", "第01版 要闻"),
        ("page01-story01.xhtml#page01-story01", "渔港小城的新航线"),
        ("page01-story01.xhtml#page01-story01-7", "旧仓库的灯"),
        ("sheet02.xhtml", "第02版 副刊"),
        ("page02-story01.xhtml#page02-story01", "南湾短讯"),
        ("page02-story01.xhtml#page02-story01-2", "海塘步道开放"),
        ("page02-story01.xhtml#page02-story01-3", "鱼市换新棚"),
        ("page02-story02.xhtml#page02-story02", "雨下了一整夜，天亮时海面平静得像……"),
    ]


def test_printed_pages_are_marked_and_listed(paper: Issue) -> None:
    """Every page begins with a labelled page break that the hidden page list and the NCX lead to."""
    book = Book(paper)
    assert book.contents("page-list") == [
        ("sheet01.xhtml#page01", "第01版"),
        ("sheet02.xhtml#page02", "第02版"),
    ]
    marks = [e for tree in book.trees.values() for e in tree.iter() if e.get(TYPE) == "pagebreak"]
    assert [e.get("role") for e in marks] == ["doc-pagebreak", "doc-pagebreak"]
    assert [e.get("aria-label") for e in marks] == ["第01版", "第02版"]
    assert len(list(book.ncx.iter(f"{NCX}pageTarget"))) == 2
    hidden = {nav.get(TYPE): nav.get("hidden") for nav in book.nav.iter(f"{XHTML}nav")}
    assert hidden == {"toc": None, "landmarks": "hidden", "page-list": "hidden"}


def test_contents_lose_levels_before_documents() -> None:
    """Contents that are too large leave out what leads into a document, deepest first, never a document."""
    inner = tuple(Entry(f"小标题{n}", f"a.xhtml#s{n}") for n in range(9))
    whole = (Entry("版", "a.xhtml", (Entry("文", "a.xhtml#a", inner), Entry("文（2）", "b.xhtml"))),)
    size = len(navigation.contents(whole).encode())
    assert bounded(whole, size) == whole
    stories = (Entry("文", "a.xhtml#a"), Entry("文（2）", "b.xhtml"))
    assert bounded(whole, size - 1) == (Entry("版", "a.xhtml", stories),)
    assert bounded(whole, 1) == (Entry("版", "a.xhtml"), Entry("文（2）", "b.xhtml"))


PAGES = (PageBreak("第1版", "1", "a.xhtml", "a.xhtml#p1"), PageBreak("第A2版", "A2", "b.xhtml", "b.xhtml#p2"))
ENTRIES = (
    Entry("封面", "cover.xhtml"),
    Entry("第1版", "a.xhtml", (Entry("桥 & 灯", "a.xhtml#s1"),)),
    Entry("第A2版", "b.xhtml"),
)


def test_landmarks_lead_to_cover_contents_and_text() -> None:
    """The text begins at the first document that is no cover; a book without one names none."""
    found = '<li><a epub:type="(.*?)" href="(.*?)">(.*?)</a>'
    assert re.findall(found, navigation.navigation(ENTRIES, (), HANS)) == [
        ("cover", "cover.xhtml", "封面"),
        ("toc", "nav.xhtml#toc", "目录"),
        ("bodymatter", "a.xhtml", "正文"),
    ]
    front = re.findall(found, navigation.navigation(ENTRIES, (), HANS, "leads.xhtml"))
    assert [href for _, href, _ in front] == ["cover.xhtml", "leads.xhtml", "a.xhtml"]
    assert [kind for kind, *_ in re.findall(found, navigation.navigation(ENTRIES[1:], (), HANS))] == [
        "toc",
        "bodymatter",
    ]
    assert "page-list" not in navigation.navigation(ENTRIES, (), HANS)


def test_points_and_pages_are_played_in_turn() -> None:
    """A printed page takes its turn right after the first point of its document; the head counts them."""
    made = Ncx(PAGES).write(ENTRIES, "潮 & 汐", "urn:x", "zh-Hans")
    turns = re.findall(r'<(nav|page)(?:Point|Target).*?playOrder="(\d+)".*?<text>(.*?)</text>.*?src="(.*?)"', made)
    assert sorted(turns, key=lambda turn: int(turn[1])) == [
        ("nav", "1", "封面", "cover.xhtml"),
        ("nav", "2", "第1版", "a.xhtml"),
        ("page", "3", "第1版", "a.xhtml#p1"),
        ("nav", "4", "桥 &amp; 灯", "a.xhtml#s1"),
        ("nav", "5", "第A2版", "b.xhtml"),
        ("page", "6", "第A2版", "b.xhtml#p2"),
    ]
    assert dict(re.findall('<meta name="dtb:(.*?)" content="(.*?)"/>', made)) == {
        "uid": "urn:x",
        "depth": "2",
        "totalPageCount": "2",
        "maxPageNumber": "1",
    }
    assert "<docTitle><text>潮 &amp; 汐</text></docTitle>" in made
