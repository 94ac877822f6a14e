"""An issue as the documents of a book."""

from __future__ import annotations

from dataclasses import replace

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.options import Look
from tests.writers.reading import NCX, XHTML, Book, text_of


def test_lone_unnamed_section_makes_no_level(letter: Issue) -> None:
    """Where no page is named, stories are at the top of the contents and there is no list of pages."""
    book = Book(letter)
    assert [label for _, label in book.contents()] == ["封面", "渔港小城的新航线", "旧仓库的灯"]
    assert book.contents("page-list") == []
    assert book.ncx.find(f".//{NCX}meta[@name='dtb:depth']").get("content") == "2"


def test_a_page_that_is_known_otherwise_is_marked_too(letter: Issue) -> None:
    """Where the text has no folio line, the page's number is the one that was said, or that the file's name tells."""
    book = Book(replace(letter, metadata=Metadata(paper="南湾日报", page="11", page_name="副刊")))
    assert book.contents("page-list") == [("sheet01.xhtml#page01", "第11版")]
    assert book.contents()[1] == ("sheet01.xhtml", "第11版 副刊")
    assert book.said("pageBreakSource") == ["南湾日报"]


def test_long_story_is_divided_at_its_subheads() -> None:
    """A document that is full ends before its last subhead, and no heading stands at its end."""
    paragraphs = [Block(Role.PARAGRAPH, (Run("潮" * 900 + "。"),))] * 40
    parts = [Block(Role.HEADLINE, (Run("潮汐表"),))]
    for number in range(6):
        parts += [Block(Role.SUBHEAD, (Run(f"第{number}章"),)), *paragraphs]
    book = Book(Issue((Section((Article(Kind.ARTICLE, tuple(parts)),)),)))
    firsts = [[e.text for e in tree.iter(f"{XHTML}h1", f"{XHTML}h2")] for tree in book.documents]
    assert firsts == [["潮汐表", "第0章", "第1章"], ["第2章", "第3章"], ["第4章", "第5章"]]
    names = [tree.xpath("//*[@role='doc-chapter']/@aria-label") for tree in book.documents]
    assert names == [[], ["潮汐表（2）"], ["潮汐表（3）"]]
    assert max(len(data) for data in book.files.values()) < 300 * 1024


def test_documents_stay_small_with_all_that_is_added() -> None:
    """Spans for upright numbers and for Kobo's sentences count: the documents are small enough with them."""
    parts = tuple(Block(Role.PARAGRAPH, (Run("在7。" * 400),)) for _ in range(40))
    book = Book(Issue((Section((Article(Kind.ARTICLE, parts),)),)), Look(vertical=True, device="kobo"))
    sizes = [len(book.files[name]) for name in book.spine if name.startswith("page")]
    assert len(sizes) > 4 and max(sizes) < 300 * 1024


def test_margins_without_end_are_divided() -> None:
    """A page of nothing but notes is as many documents as it needs, each in the contents."""
    note = Article(Kind.MARGIN, (Block(Role.FURNITURE, (Run("潮" * 900 + "。"),)),))
    issue = Issue((Section((note,) * 300, "07"),))
    book = Book(issue)
    assert max(len(data) for data in book.files.values()) < 300 * 1024
    assert {href.partition("#")[0] for href, _ in book.contents()} == set(book.spine) - {"nav.xhtml"}
    assert book.shown() == text_of(issue)


def test_a_story_without_a_headline_shows_no_other(paper: Issue) -> None:
    """What a story or brief column without a title is called is an attribute: many readers show what a sheet hides."""
    item = Article(Kind.ITEM, (Block(Role.HEADLINE, (Run("鱼市换新棚"),)), Block(Role.PARAGRAPH, (Run("新棚很大。"),))))
    untitled = Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, (Run("雨下了一整夜。"),)),))
    book = Book(replace(paper, sections=(Section((Article(Kind.BRIEFS, (item,)), untitled)),)))
    assert [tree.xpath("//*[@role='doc-chapter']/@aria-label") for tree in book.documents] == [
        ["简讯"],
        ["雨下了一整夜。"],
    ]
    assert book.shown() == "鱼市换新棚新棚很大。雨下了一整夜。"
    assert not any(b"quiet" in data for data in book.files.values())


def test_no_page_ends_behind_the_mark_of_a_page(paper: Issue) -> None:
    """An empty mark stands before what begins a page (版), and keeps with it."""
    book = Book(paper)
    assert ".pagebreak { break-after: avoid; page-break-after: avoid; }" in book.files["style.css"].decode()
    marks = [book.trees[name].xpath("//*[@role='doc-pagebreak']/@class") for name in book.spine]
    assert [mark for mark in marks if mark] == [["pagebreak"], ["pagebreak"]]


def test_long_story_is_divided() -> None:
    """No document is larger than 300 KiB, every part is in the contents, and nothing is lost on the way."""
    paragraph = Block(Role.PARAGRAPH, (Run("潮" * 900 + "。"),))
    long = Block(Role.PARAGRAPH, (Run("浪。" * 90_000),))
    parts = (Block(Role.HEADLINE, (Run("潮汐表"),)), *(paragraph for _ in range(300)), long)
    issue = Issue((Section((Article(Kind.ARTICLE, parts),)),))
    book = Book(issue)
    assert max(len(data) for data in book.files.values()) < 300 * 1024
    assert [label for _, label in book.contents()][:4] == ["封面", "潮汐表", "潮汐表（2）", "潮汐表（3）"]
    assert book.shown() == text_of(issue)


def test_issue_without_text_is_a_book() -> None:
    """An issue without a block has a document with its name."""
    book = Book(Issue((Section(()),), Metadata(title="空白")))
    assert [label for _, label in book.contents()] == ["封面", "空白"]
