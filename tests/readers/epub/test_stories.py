"""A book's pages become sections and articles as its contents say."""

import pytest

from converter.readers.epub import read_epub
from tests.readers.books import book, told
from tests.strategies import PIXEL


def test_parts_chapters_and_headings() -> None:
    """A part with chapters is a section, a chapter an article, a heading in it a subhead; pictures keep their words."""
    data = book(
        {
            "front.xhtml": "<p>獻給海</p>",
            "part one.xhtml": "<h1>第一部　山</h1>",
            "c1.xhtml": '<h2>第一章</h2><h2>初雨</h2><p>雨下了一夜，<strong>早晨</strong>停了。</p><h3 id="a">巷口</h3>'
            '<ul><li>傘</li></ul><figure><img src="lamp%20b.png" alt="燈塔"/><figcaption>北岸</figcaption></figure>',
            "c2.xhtml": '<p class="title">再雨</p><blockquote><p>引文</p></blockquote>',
            "end.xhtml": "<h1>後記</h1><p>完。</p>",
        },
        nav='<li><a href="part%20one.xhtml">第一部　山</a><ol><li><a href="c1.xhtml">第一章 初雨</a><ol><li>'
        '<a href="c1.xhtml#a">巷口</a></li></ol></li><li><a href="c2.xhtml">再雨</a></li></ol></li>'
        '<li><a href="end.xhtml">後記</a></li>',
        files={"lamp b.png": PIXEL},
    )
    assert read_epub(data).images == (("OEBPS/lamp b.png", PIXEL),)
    assert told(data) == [
        "section", "margin", "paragraph\t獻給海",
        "section\t\t第一部　山", "margin", "column_title\t第一部　山",
        "article", "headline\t第一章 初雨", "paragraph\t雨下了一夜，[早晨]{strong}停了。", "subhead 1\t巷口",
        "paragraph item 1\t傘", "caption\t![燈塔](OEBPS/lamp b.png)", "caption\t北岸",
        "article", "headline\t再雨", "paragraph quote\t引文",
        "section", "article", "headline\t後記", "paragraph\t完。",
    ]  # fmt: skip


def test_an_epub_2() -> None:
    """The contents are the NCX's where there is no navigation document; a name that the page lacks is its headline."""
    point = '<navPoint><navLabel><text>{}</text></navLabel><content src="{}"/></navPoint>'
    ncx = point.format("第一章　雨夜", "a.xhtml") + point.format("第二章", "b.xhtml")
    assert told(book({"a.xhtml": "<h1>雨夜</h1><p>一。</p>", "b.xhtml": "<p>二&nbsp;三。</p>"}, ncx=ncx)) == [
        "section", "article", "headline\t第一章　雨夜", "paragraph\t一。",
        "article", "headline\t第二章", "paragraph\t二 三。",
    ]  # fmt: skip


def test_one_document_with_many_chapters() -> None:
    """Places in a document begin chapters; without contents, its first headings do."""
    page = {"a.xhtml": '<h1 id="a">一</h1><p>甲。</p><h1 id="b">二</h1><p>乙。</p>'}
    nav = '<li><a href="a.xhtml#a">一</a></li><li><a href="a.xhtml#b">二</a></li>'
    expected = ["section", "article", "headline\t一", "paragraph\t甲。", "article", "headline\t二", "paragraph\t乙。"]
    assert told(book(page, nav)) == expected
    assert told(book(page)) == expected


def test_contents_that_lead_to_a_note() -> None:
    """A note that the contents name, as calibre does where it finds no headings, begins no chapter."""
    ncx = "".join(
        f'<navPoint><navLabel><text>{label}</text></navLabel><content src="{place}"/></navPoint>'
        for label, place in (("一", "a.xhtml"), ("1", "a.xhtml#n"))
    )
    page = '<h1>一</h1><p>潮水<a href="#n" id="r">1</a>。</p><p id="n"><a href="#r">1</a> 漲潮。</p>'
    expected = ["section", "article", "headline\t一", "paragraph\t潮水[1]{note}。", "paragraph note\t[1]{note}漲潮。"]
    assert expected == told(book({"a.xhtml": page}, ncx=ncx))


def test_headings_of_several_lines_without_contents() -> None:
    """A heading right under another begins no chapter, and one of a lower level none where there are no contents."""
    page = "<h1>一</h1><h1>初雨</h1><p>甲。</p><h2>巷口</h2><p>乙。</p><h1>二</h1><p>丙。</p>"
    assert [line for line in told(book({"a.xhtml": page})) if not line.startswith("paragraph")] == [
        "section",
        "article",
        "headline\t一",
        "subhead 1\t初雨",
        "subhead 2\t巷口",
        "article",
        "headline\t二",
    ]


@pytest.mark.parametrize(
    ("label", "heading", "expected"),
    [
        ("雨夜", "<h1>雨　夜</h1>", ["headline\t雨　夜"]),
        ("第一章 雨夜", "<h1>雨夜</h1>", ["headline\t第一章 雨夜"]),
        ("第一章 雨夜", "<h1>第一章</h1><h2>雨夜</h2>", ["headline\t第一章 雨夜"]),
        ("第一章", "<h1>第一章 雨夜</h1>", ["headline\t第一章 雨夜"]),
        ("上卷之一", "<h1>雨夜</h1>", ["kicker\t上卷之一", "headline\t雨夜"]),
        ("雨夜", "<p>雨夜</p>", ["headline\t雨夜"]),
        ("雨夜", "", ["headline\t雨夜"]),
        ("雨夜", '<h1><img src="a.png" alt="题"/></h1>', ["headline\t雨夜", "caption\t![题](OEBPS/a.png)"]),
    ],
)
def test_what_a_chapter_is_called(label: str, heading: str, expected: list[str]) -> None:
    """The heading and the contents say the same, more or less than each other, or another thing."""
    data = book({"a.xhtml": f"{heading}<p>甲。</p>"}, f'<li><a href="a.xhtml">{label}</a></li>', files={"a.png": PIXEL})
    assert told(data) == ["section", "article", *expected, "paragraph\t甲。"]


@pytest.mark.parametrize(
    ("label", "section"),
    [("第A3版：要闻", "section\tA3\t要闻"), ("第三版", "section\t3"), ("上卷", "section\t\t上卷")],
)
def test_what_a_part_is_called(label: str, section: str) -> None:
    """A part that is called as a page of a paper is that page."""
    nav = f'<li><span>{label}</span><ol><li><a href="a.xhtml">一</a></li></ol></li>'
    assert told(book({"a.xhtml": "<h1>一</h1><p>甲。</p>"}, nav))[0] == section


def test_a_story_of_our_own_book() -> None:
    """Items of a brief column and what stands in the margin are told by the elements that hold them."""
    page = (
        '<section id="page01-story01"><div class="margin"><p class="folio">潮声报</p></div>'
        '<h2 class="column-title">简讯</h2>'
        '<div class="item"><h3>新桥</h3><p>桥通了。</p></div><div class="item"><p>灯亮了。</p></div></section>'
    )
    assert told(book({"page01-story01.xhtml": page})) == [
        "section",
        "margin",
        "folio\t潮声报",
        "briefs",
        "column_title\t简讯",
        "item",
        "headline\t新桥",
        "paragraph\t桥通了。",
        "item",
        "paragraph\t灯亮了。",
    ]


@pytest.mark.parametrize(
    ("heading", "label", "headline"),
    [
        ('渡口<a href="#n"><sup>[1]</sup></a>', "渡口", "渡口[1]{note}"),
        ('渡口<a href="#n"><sup>[1]</sup></a>', "渡口[1]", "渡口[1]{note}"),
        ('渡口<a href="#n"><sup>[1]</sup></a>', "第一章 渡口〔1〕", "第一章 渡口[1]{note}"),
        ("渡口<sup>①</sup>", "渡口①", "渡口[①]{note}"),
        ("<ruby>缪<rt>miào</rt></ruby>家渡", "缪家渡", "缪（miào）家渡"),
        ("面积100m<sup>2</sup>", "面积100m2", "面积100m2"),
    ],
    ids="mark contents more circled reading power".split(),
)
def test_marks_in_titles(heading: str, label: str, headline: str) -> None:
    """A note's number in a title stays its mark and is none of its words; the contents make no kicker of that."""
    page = f'<h1>{heading}</h1><p>甲。</p><p id="n">[1] 注</p>'
    lines = told(book({"a.xhtml": page}, nav=f'<li><a href="a.xhtml">{label}</a></li>'))
    assert [f"headline\t{headline}"] == [line for line in lines if line.startswith(("headline", "kicker"))]
