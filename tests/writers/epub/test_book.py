"""A book holds the whole tree once, is well formed, and says the same in all its lists."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings

from converter.errors import UnwritableOutput
from converter.model import Article, Block, Form, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.options import Look
from converter.writers.epub.book import write_epub
from tests.strategies import PIXEL, issues
from tests.writers.reading import NCX, TYPE, XHTML, Book, text_of

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def one_block(*runs: Run, role: Role = Role.PARAGRAPH, **more: object) -> Issue:
    """An issue of one paragraph."""
    return Issue((Section((Article(Kind.ARTICLE, (Block(role, runs),)),)),), **more)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(issues())
def test_any_tree_is_in_the_book_once_and_in_order(issue: Issue) -> None:
    """Every file of any issue's book parses, and the documents show the blocks' text, no more and no less."""
    book = Book(issue)
    assert book.shown() == text_of(issue)


@settings(max_examples=40, deadline=None)
@given(issues())
def test_any_tree_has_one_first_heading_a_document_and_lists_that_agree(issue: Issue) -> None:
    """A document has one h1, the first heading; NCX and contents agree and lead to every document; ids are unique."""
    book = Book(issue)
    found = book.ncx.iter(f"{NCX}navPoint")
    points = [(p.find(f"{NCX}content").get("src"), p.findtext(f"{NCX}navLabel/{NCX}text")) for p in found]
    assert points == book.contents()
    assert {href.partition("#")[0] for href, _ in points} == set(book.spine) - {"nav.xhtml"}
    orders = [int(p.get("playOrder")) for p in book.ncx.iter(f"{NCX}navPoint", f"{NCX}pageTarget")]
    assert sorted(orders) == list(range(1, len(orders) + 1))
    for name, tree in book.trees.items():
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), name
    for href, _ in book.contents():
        name, _, target = href.partition("#")
        assert not target or book.trees[name].xpath("//*[@id=$id]", id=target)
    for tree in book.documents:
        levels = [int(e.tag[-1]) for e in tree.iter(*(f"{XHTML}h{n}" for n in range(1, 7)))]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(second - first <= 1 for first, second in pairwise(levels))


def test_contents_go_from_page_to_story_to_subhead(paper: Issue) -> None:
    """Pages lead to stories, a brief column to its items, a story without a title is called by its first words."""
    assert Book(paper).contents() == [
        ("cover.xhtml", "封面"),
        ("page01-story01.xhtml", "第01版 要闻"),
        ("page01-story01.xhtml#page01-story01", "渔港小城的新航线"),
        ("page01-story01.xhtml#page01-story01-7", "旧仓库的灯"),
        ("page02-story01.xhtml", "第02版 副刊"),
        ("page02-story01.xhtml#page02-story01", "南湾短讯"),
        ("page02-story01.xhtml#page02-story01-2", "海塘步道开放"),
        ("page02-story01.xhtml#page02-story01-3", "鱼市换新棚"),
        ("page02-story02.xhtml#page02-story02", "雨下了一整夜，天亮时海面平静得像……"),
    ]


def test_an_untitled_brief_column_is_called_briefs(paper: Issue) -> None:
    """It is not called after its first item, which has a line of the contents of its own."""
    column = paper.sections[1].articles[1]
    book = Book(Issue((Section((replace(column, parts=column.parts[1:]),)),)))
    assert [label for _, label in book.contents()] == ["封面", "简讯", "海塘步道开放", "鱼市换新棚"]


def test_lone_unnamed_section_makes_no_level(letter: Issue) -> None:
    """Where no page is named, stories are at the top of the contents and there is no list of pages."""
    book = Book(letter)
    assert [label for _, label in book.contents()] == ["封面", "渔港小城的新航线", "旧仓库的灯"]
    assert book.contents("page-list") == []
    assert book.ncx.find(f".//{NCX}meta[@name='dtb:depth']").get("content") == "2"


def test_printed_pages_are_marked_and_listed(paper: Issue) -> None:
    """Every page begins with a labelled page break that the hidden page list and the NCX lead to."""
    book = Book(paper)
    assert book.contents("page-list") == [
        ("page01-story01.xhtml#page01", "第01版"),
        ("page02-story01.xhtml#page02", "第02版"),
    ]
    marks = [e for tree in book.documents for e in tree.iter() if e.get(TYPE) == "pagebreak"]
    assert [e.get("role") for e in marks] == ["doc-pagebreak", "doc-pagebreak"]
    assert [e.get("aria-label") for e in marks] == ["第01版", "第02版"]
    assert len(list(book.ncx.iter(f"{NCX}pageTarget"))) == 2
    hidden = {nav.get(TYPE): nav.get("hidden") for nav in book.nav.iter(f"{XHTML}nav")}
    assert hidden == {"toc": None, "landmarks": "hidden", "page-list": "hidden"}


def test_a_page_that_is_known_otherwise_is_marked_too(letter: Issue) -> None:
    """Where the text has no folio line, the page's number is the one that was said, or that the file's name tells."""
    book = Book(replace(letter, metadata=Metadata(paper="南湾日报", page="11", page_name="副刊")))
    assert book.contents("page-list") == [("page01-story01.xhtml#page01", "第11版")]
    assert book.contents()[1] == ("page01-story01.xhtml", "第11版 副刊")
    assert book.said("pageBreakSource") == ["南湾日报"]


def test_story_says_what_its_parts_are(letter: Issue) -> None:
    """Kicker, deck, byline, lead, subhead, caption and signature keep their meaning in the mark-up."""
    (tree,) = Book(letter).documents
    elements = tree.iter("{*}p", "{*}h1", "{*}h2", "{*}aside")
    found = [(e.tag.removeprefix(XHTML), e.get("class"), e.get("role")) for e in elements]
    assert found == [
        ("p", "kicker", "doc-subtitle"),
        ("h1", None, None),
        ("p", "deck", "doc-subtitle"),
        ("p", "byline", None),
        ("aside", "lead", "note"),
        ("p", None, None),
        ("p", None, None),
        ("h2", None, None),
        ("p", None, None),
        ("p", "caption", None),
        ("p", "signature", None),
    ]


def test_language_is_on_every_root(paper: Issue) -> None:
    """Package, NCX and every document name the issue's language, and labels are in its script."""
    book = Book(replace(paper, language="zh-Hant-TW"))
    del book.trees["META-INF/container.xml"]
    assert {tree.get(XML_LANG) for tree in book.trees.values()} == {"zh-Hant-TW"}
    assert {tree.get("lang") for name, tree in book.trees.items() if name.endswith(".xhtml")} == {"zh-Hant-TW"}
    assert book.said("language") == ["zh-Hant-TW"]
    assert book.nav.findtext(f".//{XHTML}h1") == "目錄"


def test_metadata_of_a_paper(paper: Issue) -> None:
    """A paper is publisher, creator and series; those who signed are contributors; nothing claims conformance."""
    book = Book(paper)
    assert book.said("title") == ["南湾日报 2024-03-08"]
    assert (book.said("creator"), book.said("contributor")) == (["南湾日报"], ["林小满", "方知秋"])
    assert (book.said("publisher"), book.said("date"), book.said("type")) == (
        ["南湾日报"],
        ["2024-03-08"],
        ["newspaper"],
    )
    assert (book.said("source"), book.said("title-type")) == (["南湾日报 2024-03-08"], ["main"])
    assert book.said("role") == ["pbl", "aut", "aut", "pht", "pht", "edt"]
    assert (book.said("belongs-to-collection"), book.said("group-position")) == (["南湾日报"], ["20240308"])
    assert book.said("dcterms:modified") == ["2024-03-08T00:00:00Z"]
    assert book.said("schema:accessMode") == ["textual"]
    assert "pageNavigation" in book.said("schema:accessibilityFeature")
    assert book.said("dcterms:conformsTo") == []


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


def test_long_story_is_divided_at_its_subheads() -> None:
    """A document that is full ends before its last subhead, and no heading stands at its end."""
    paragraphs = [Block(Role.PARAGRAPH, (Run("潮" * 900 + "。"),))] * 40
    parts = [Block(Role.HEADLINE, (Run("潮汐表"),))]
    for number in range(6):
        parts += [Block(Role.SUBHEAD, (Run(f"第{number}章"),)), *paragraphs]
    book = Book(Issue((Section((Article(Kind.ARTICLE, tuple(parts)),)),)))
    firsts = [[e.text for e in tree.iter(f"{XHTML}h1", f"{XHTML}h2")] for tree in book.documents]
    assert firsts == [
        ["潮汐表", "第0章", "第1章"],
        ["潮汐表（2）", "第2章", "第3章"],
        ["潮汐表（3）", "第4章", "第5章"],
    ]
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


def test_links_lead_to_the_web_or_to_a_letter_alone() -> None:
    """A script, a file or a broken address stays text; http, https and mailto are links."""
    hrefs = ("javascript:alert(1)", "file:///etc", "https://a b", "http://[", "https://例.cn/", "https://a.cn:99999/")
    good = ("https://a.example/b?c=1&d=2#e", "http://a.example", "mailto:a@b.example")
    book = Book(one_block(*(Run("链", href=href) for href in hrefs + good)))
    assert tuple(a.get("href") for a in book.documents[0].iter(f"{XHTML}a")) == good


def test_what_xml_cannot_hold_is_left_out() -> None:
    """Controls, lone surrogates and non-characters do not break a book, in text or in metadata."""
    bad = '甲\x00\x0b\ud800\ufffe\uffff]]>&<乙"'
    book = Book(one_block(Run(bad), role=Role.HEADLINE, metadata=Metadata(title=bad, paper=bad, author=bad, date=bad)))
    assert book.shown() == '甲]]>&<乙"'
    assert book.said("title") == ['甲]]>&<乙"']


def test_issue_without_text_is_a_book() -> None:
    """An issue without a block has a document with its name."""
    book = Book(Issue((Section(()),), Metadata(title="空白")))
    assert [label for _, label in book.contents()] == ["封面", "空白"]


def test_pictures_are_in_the_book_once() -> None:
    """A picture that a caption shows is a figure, stands in the manifest, and is told of in the metadata."""
    picture = Run("海边", image="a b.png")
    issue = one_block(picture, Run("傍晚"), role=Role.CAPTION, images=(("a b.png", PIXEL), ("unused.png", PIXEL)))
    book = Book(issue)
    assert book.files["picture001.png"] == PIXEL and "picture002.png" not in book.files
    (figure,) = book.documents[0].iter(f"{XHTML}figure")
    image, caption = figure
    assert (image.get("src"), image.get("alt"), caption[0].text) == ("picture001.png", "海边", "傍晚")
    assert book.said("schema:accessMode") == ["textual", "visual"]


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


def test_a_note_in_another_document_is_reached() -> None:
    """Where a long story is cut into documents, a number leads to the file that has the note, and back."""
    text = (Run("潮" * 179_000), Run("1", Mark.NOTE))
    note = Block(Role.PARAGRAPH, (Run("1", Mark.NOTE), Run("涨" * 40_000)), form=Form.NOTE)
    book = Book(Issue((Section((Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, text), note)),)),)))
    links = [
        (name, a.get("href")) for name, tree in book.trees.items() for a in tree.iter(f"{XHTML}a") if a.get("role")
    ]
    first, second = "page01-story01-part2.xhtml", "page01-story01-part3.xhtml"
    assert sorted(links) == [(first, f"{second}#note1"), (second, f"{first}#ref0")]


def test_style_sheet_has_only_what_the_book_uses(letter: Issue) -> None:
    """Rules for classes that do not occur are left out; there are no sizes that a reader cannot change."""
    css = Book(letter).files["style.css"].decode()
    assert ".kicker" in css and ".item" not in css
    assert not any(unit in css for unit in ("px", "pt;", "rem"))
