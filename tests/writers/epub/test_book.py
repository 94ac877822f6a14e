"""A book holds the whole tree once, is well formed, and says the same in all its lists."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings

from converter.model import Issue, Metadata, Role, Run
from tests.strategies import PIXEL, issues
from tests.writers.made import one_block
from tests.writers.reading import NCX, XHTML, Book, text_of

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@settings(max_examples=60, deadline=None)
@given(issues())
def test_any_tree_is_in_the_book_once_and_in_order(issue: Issue) -> None:
    """Every file of any issue's book parses, and the documents show the blocks' text, no more and no less."""
    book = Book(issue)
    assert book.shown() == text_of(issue)


@settings(max_examples=40, deadline=None)
@given(issues())
def test_any_tree_has_one_first_heading_a_document_and_lists_that_agree(issue: Issue) -> None:
    """A document has at most one h1, before all headings; else its section is named. NCX and contents agree and lead to
    every document; ids are unique.
    """
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
        assert levels.count(1) <= 1 and (1 not in levels or levels[0] == 1)
        assert all(second - first <= 1 for first, second in pairwise([1, *levels]))
        assert (1 in levels) is not bool(tree.xpath("//*[@role='doc-chapter']/@aria-label"))


def test_language_is_on_every_root(paper: Issue) -> None:
    """Package, NCX and every document name the issue's language, and labels are in its script."""
    book = Book(replace(paper, language="zh-Hant-TW"))
    del book.trees["META-INF/container.xml"]
    assert {tree.get(XML_LANG) for tree in book.trees.values()} == {"zh-Hant-TW"}
    assert {tree.get("lang") for name, tree in book.trees.items() if name.endswith(".xhtml")} == {"zh-Hant-TW"}
    assert book.said("language") == ["zh-Hant-TW"]
    assert book.nav.findtext(f".//{XHTML}h1") == "目錄"


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


def test_pictures_are_in_the_book_once() -> None:
    """A picture that a caption shows is a figure, stands in the manifest, and is told of in the metadata."""
    picture = Run("海边", image="a b.png")
    issue = one_block(picture, Run("傍晚"), role=Role.CAPTION, images=(("a b.png", PIXEL), ("unused.png", PIXEL)))
    book = Book(issue)
    assert book.files["picture001.png"] == PIXEL and "picture002.png" not in book.files
    (figure,) = book.documents[0].iter(f"{XHTML}figure")
    frame, caption = figure
    assert (frame[0].get("src"), frame[0].get("alt"), caption[0].text) == ("picture001.png", "海边", "傍晚")
    assert book.said("schema:accessMode") == ["textual", "visual"]


def test_style_sheet_has_only_what_the_book_uses(letter: Issue) -> None:
    """Rules for classes that do not occur are left out; there are no sizes that a reader cannot change."""
    css = Book(letter).files["style.css"].decode()
    assert ".kicker" in css and ".item" not in css
    assert not any(unit in css for unit in ("px", "pt;", "rem"))
