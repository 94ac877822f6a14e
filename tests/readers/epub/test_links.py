"""Links from page to page of a book lead to what they led to, or to notes."""

import pytest

from tests.readers.books import book, told


def test_links_and_notes_from_page_to_page() -> None:
    """Links lead to their piece; notes in a document of their own are found by their numbers; dead links are text."""
    data = book(
        {
            "a.xhtml": '<h1>一</h1><p>見<a href="b.xhtml#lamp">燈</a>、<a href="b.xhtml">第二章</a>、'
            '<a href="gone.xhtml">無</a>、<a href="#here">下</a><sup><a id="r1" href="n.xhtml#n1">1</a></sup>。</p>'
            '<p id="here">此</p>',
            "b.xhtml": "<h1>二</h1><p>夜。</p>"
            '<p><b id="lamp">燈</b><a epub:type="noteref" href="n.xhtml#m1">[1]</a></p>',
            "n.xhtml": '<h1>註</h1><p id="n1"><a href="a.xhtml#r1">1</a>. 甲<em>註</em> <a href="a.xhtml#r1">↩</a></p>'
            '<p id="m1">[1] 乙註</p>',
        }
    )
    assert told(data) == [
        "section",
        "article", "headline\t一",
        "paragraph\t見[燈](#p1)、[第二章](#p2)、無、[下](#p3)[1]{note}(#note4)。",
        "paragraph\t[此]{#p3}",
        "article", "headline\t[二]{#p2}", "paragraph\t夜。", "paragraph\t[燈]{strong #p1}[1]{note}(#note5)",
        "article", "headline\t註",
        "paragraph note\t[1]{note #note4}甲[註]{emphasis}", "paragraph note\t[1]{note #note5}乙註",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("link", "note", "line"),
    [
        ('<a href="n.xhtml#n">1</a>', '<p id="n">1. 注</p>', "paragraph\t甲[1]{note}(#note1)。"),
        ('<a href="n.xhtml#n">1</a>', '<p id="n">2. 注</p>', "paragraph\t甲[1](#p1)。"),
        ('<a href="n.xhtml#n">1</a>', '<h2 id="n">1</h2>', "paragraph\t甲[1](#p1)。"),
        ('<a href="n.xhtml#n">1</a>', '<ol><li id="n">注</li></ol>', "paragraph\t甲[1](#p1)。"),
        ('<sup><a href="n.xhtml#n">1</a></sup>', '<ol><li id="n">注</li></ol>', "paragraph\t甲[1]{note}(#note1)。"),
        ('<a href="n.xhtml#n">[1]</a>', '<ol><li id="n">注</li></ol>', "paragraph\t甲[1]{note}(#note1)。"),
        (
            '<sup><a href="n.xhtml#n">1</a></sup>',
            '<p id="n">注<a href="a.xhtml#r">↩</a></p>',
            "paragraph\t甲[1]{note}(#note1)。",
        ),
        ('<a href="n.xhtml#n">1</a>', '<p id="n">注<a href="a.xhtml#r">↩</a></p>', "paragraph\t甲[1](#p1)。"),
        ('<a href="n.xhtml#x">1</a>', '<p id="n">1. 注</p>', "paragraph\t甲1。"),
        ('<a href="n.xhtml#n">返回</a>', '<p id="n">1. 注</p>', "paragraph\t甲。"),
        ('<a href="a.xhtml#z">末</a>', '<p id="n">乙</p>', "paragraph\t甲[末](#p1)。"),
    ],
    ids=(
        "note other-number heading counted-plain counted-raised counted-bracketed leads-back plain nowhere back end"
    ).split(),
)
def test_what_a_link_is(link: str, note: str, line: str) -> None:
    """A note's number, a link to a place, one that leads nowhere, one that only leads back, one to a document's end."""
    pages = {"a.xhtml": f'<h1>一</h1><p>甲{link}。</p><p id="z"/>', "n.xhtml": f"<h1>註</h1>{note}"}
    assert line in told(book(pages))


def test_links_that_name_their_own_document_are_notes() -> None:
    """As books have them that were made of Kindle's; numbers that begin anew lead to their own notes."""
    page = (
        '<h1>一</h1><p>甲<a name="w1" href="a.xhtml#m1">①</a></p><p>乙<a name="w2" href="../OEBPS/a.xhtml#m2">①</a></p>'
        '<p><a name="m1" href="a.xhtml#w1">①</a>甲注</p><p><a name="m2" href="a.xhtml#w2">①</a>乙注</p>'
    )
    assert told(book({"a.xhtml": page, "b.xhtml": page.replace("a.xhtml", "b.xhtml")})) == [
        "section",
        "article", "headline\t一", "paragraph\t甲[①]{note}(#note1)", "paragraph\t乙[①]{note}(#note2)",
        "paragraph note\t[①]{note #note1}甲注", "paragraph note\t[①]{note #note2}乙注",
        "article", "headline\t一", "paragraph\t甲[①]{note}(#note3)", "paragraph\t乙[①]{note}(#note4)",
        "paragraph note\t[①]{note #note3}甲注", "paragraph note\t[①]{note #note4}乙注",
    ]  # fmt: skip


def test_pictures_that_lead_to_notes_in_another_document() -> None:
    """A picture that is called a note's mark is a number: the note's own, else the next one."""
    mark = '<a class="duokan-footnote" epub:type="noteref" href="n.xhtml#{0}" id="r{0}"><img alt="注" src="n.png"/></a>'
    data = book(
        {
            "a.xhtml": f"<h1>一</h1><p>甲{mark.format('a')}乙{mark.format('b')}</p>",
            "n.xhtml": '<h1>注释</h1><ol><li id="a"><a href="a.xhtml#ra">◎</a>甲注</li></ol><p id="b">[7] 乙注</p>',
        }
    )
    assert told(data) == [
        "section",
        "article", "headline\t一", "paragraph\t甲[1]{note}(#note1)乙[7]{note}(#note2)",
        "article", "headline\t注释", "paragraph note\t[1]{note #note1}甲注", "paragraph note\t[7]{note #note2}乙注",
    ]  # fmt: skip
