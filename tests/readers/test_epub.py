"""Books as other programs write them, and Banmian's own."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from converter import convert, load
from converter.errors import UnreadableInput
from converter.model import Issue, Metadata
from converter.readers.epub import read_epub
from converter.script import convert_script
from converter.writers.epub.book import write_epub
from converter.writers.outline import write_outline
from tests.readers.books import book, chapters
from tests.strategies import PIXEL


def told(data: bytes) -> list[str]:
    """The tree as an outline has it, from the first section on."""
    text = write_outline(read_epub(data)).decode()
    return [line for line in text[text.index("section") :].splitlines() if line]


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
        "section", "article", "headline\t第一章　雨夜", "paragraph\t一。", "article", "headline\t第二章", "paragraph\t二 三。",
    ]  # fmt: skip


def test_one_document_with_many_chapters() -> None:
    """Places in a document begin chapters; without contents, its first headings do."""
    page = {"a.xhtml": '<h1 id="a">一</h1><p>甲。</p><h1 id="b">二</h1><p>乙。</p>'}
    nav = '<li><a href="a.xhtml#a">一</a></li><li><a href="a.xhtml#b">二</a></li>'
    expected = ["section", "article", "headline\t一", "paragraph\t甲。", "article", "headline\t二", "paragraph\t乙。"]
    assert told(book(page, nav)) == expected
    assert told(book(page)) == expected


def test_notes_and_covers() -> None:
    """A note keeps its number; a picture in SVG is one, with its title; a cover that no page shows comes first."""
    data = book(
        {
            "a.xhtml": '<h1>一</h1><p>甲<a epub:type="noteref" href="#n1">1</a>。</p>'
            '<aside epub:type="footnote" id="n1"><p>注文</p></aside>'
            '<div><svg xmlns="http://www.w3.org/2000/svg"><title>地圖</title>'
            '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="map.png"/></svg></div>'
        },
        files={"cover.png": PIXEL, "map.png": PIXEL},
        cover="cover.png",
    )
    assert told(data) == [
        "section", "picture", "caption\t![封面](OEBPS/cover.png)", "article", "headline\t一",
        "paragraph\t甲[1]{note}。", "paragraph note\t[1]{note}注文", "caption\t![地圖](OEBPS/map.png)",
    ]  # fmt: skip


def test_metadata() -> None:
    """What the book says of itself; its language is told by its text where it is said by mistake."""
    said = (
        "<dc:title>雨</dc:title><dc:creator>白鷺</dc:creator><dc:creator>江帆</dc:creator><dc:date>2020-03-04T00:00:00Z</dc:date>"
        "<dc:publisher>海灣出版社</dc:publisher><dc:description>&lt;p&gt;關於雨&lt;/p&gt;</dc:description><dc:language>en</dc:language>"
    )
    page = {"a.xhtml": "<p>她發現頭髮還沒有乾，後來說這裡的鐘壞了。</p>"}
    issue = load([io.BytesIO(book(page, data=said))])
    assert issue.metadata == Metadata(
        title="雨",
        date="2020-03-04",
        author="白鷺、江帆",
        publisher="海灣出版社",
        description="關於雨",
        identifier="urn:isbn:1",
    )
    assert issue.language == "zh-Hant"


def flat(issue: Issue) -> str:
    """The outline of an issue with single blanks, without what its file is called."""
    unsaid = dict.fromkeys(("source", "identifier", "page", "page_name", "page_count"))
    issue = replace(issue, metadata=replace(issue.metadata, **unsaid))
    text = re.sub(r"[ \u3000]+", " ", write_outline(issue).decode())
    return re.sub(r"\n\npicture", "", text.replace("subhead 1", "subhead"))


def test_contents_that_lead_to_a_note() -> None:
    """A note that the contents name, as calibre does where it finds no headings, begins no chapter."""
    ncx = "".join(
        f'<navPoint><navLabel><text>{label}</text></navLabel><content src="{place}"/></navPoint>'
        for label, place in (("一", "a.xhtml"), ("1", "a.xhtml#n"))
    )
    page = '<h1>一</h1><p>潮水<a href="#n" id="r">1</a>。</p><p id="n"><a href="#r">1</a> 漲潮。</p>'
    expected = ["section", "article", "headline\t一", "paragraph\t潮水[1]{note}。", "paragraph note\t[1]{note}漲潮。"]
    assert expected == told(book({"a.xhtml": page}, ncx=ncx))


def test_a_whole_book_of_epub_2() -> None:
    """Its people, subjects and cover are the new book's; a part over one chapter is a part; anchors between blocks are places."""
    ncx = (
        '<navPoint><navLabel><text>上卷</text></navLabel><content src="a.xhtml"/><navPoint><navLabel><text>一</text></navLabel>'
        '<content src="a.xhtml#h"/></navPoint></navPoint>'
    )
    data = (
        '<dc:title>雨</dc:title><dc:creator opf:role="aut" xmlns:opf="http://www.idpf.org/2007/opf">葉懷川</dc:creator><dc:creator>唐一燈</dc:creator>'
        '<dc:creator opf:role="trl" xmlns:opf="http://www.idpf.org/2007/opf">林後</dc:creator><dc:contributor>某社</dc:contributor>'
        "<dc:subject>小說</dc:subject><dc:subject>後記</dc:subject><dc:rights>版權</dc:rights><dc:language>C</dc:language>"
    )
    pages = {
        "c.xhtml": '<div><img src="cover.png" alt=""/></div>',
        "a.xhtml": '<h1 id="h">一</h1><p>見<a href="#z">文末</a>。</p><p>雨後。</p><a id="z"></a><h2>末</h2><p>乾了。</p>',
    }
    issue = read_epub(book(pages, ncx=ncx, data=data, files={"cover.png": PIXEL}, cover="cover.png"))
    assert [section.name for section in issue.sections if section.name] == ["上卷"]
    assert [run.text for run in list(issue.blocks())[2].runs] == ["見", "文末", "。"]
    assert {run.text: run.name for block in issue.blocks() for run in block.runs if run.name} == {"末": "p1"}
    assert issue.language == ""
    with zipfile.ZipFile(io.BytesIO(write_epub(replace(issue, language="zh-Hant")).content)) as made:
        package = made.read("EPUB/content.opf").decode()
        assert made.read("EPUB/cover.png") == PIXEL
    found = re.findall(r"<dc:(creator|contributor|subject|rights)[^>]*>([^<]+)", package)
    people = [("creator", "葉懷川"), ("creator", "唐一燈"), ("contributor", "林後")]
    assert [*people, ("subject", "小說"), ("subject", "後記"), ("rights", "版權")] == found
    assert package.count('media-type="image/') == 1


def test_a_book_that_is_its_cover() -> None:
    """A page that shows nothing but the cover stays where the book has no other."""
    issue = read_epub(
        book({"c.xhtml": '<p><img src="cover.png" alt="海"/></p>'}, files={"cover.png": PIXEL}, cover="cover.png")
    )
    with zipfile.ZipFile(io.BytesIO(write_epub(replace(issue, language="zh-Hant")).content)) as made:
        assert {"EPUB/cover.png", "EPUB/page01-story01.xhtml", "EPUB/picture001.png"} <= set(made.namelist())


def test_banmians_own_books_come_back(seeds: list[Path], tmp_path: Path) -> None:
    """The book of every sample page, read again, is the tree that it was made of, but for blanks that a book has not."""
    papers = [seed for seed in seeds if seed.stem.endswith("-page") and "pdf" not in seed.stem]
    for issue in [*(load([seed]) for seed in seeds), load(papers)]:
        (tmp_path / "book.epub").write_bytes(write_epub(issue).content)
        assert flat(load([tmp_path / "book.epub"])) == flat(issue)


def test_a_long_book_in_the_other_script(tmp_path: Path) -> None:
    """Three hundred chapters: every text and every line of the contents is there, in the other script."""
    old = chapters(300)
    (tmp_path / "old.epub").write_bytes(old)
    convert(tmp_path / "old.epub", tmp_path / "new.epub", script="t2s")
    before, after = load([tmp_path / "old.epub"]), load([tmp_path / "new.epub"])
    expected = [convert_script(block.text, "t2s", quotes=None).replace("　", " ") for block in before.blocks()]
    assert [block.text.replace("　", " ") for block in after.blocks()] == expected
    assert after.metadata.title == "发廊"
    with zipfile.ZipFile(tmp_path / "new.epub") as made:
        nav = made.read("EPUB/nav.xhtml").decode()
    assert re.findall(r">(第\d+章　?\s?[^<]+)<", nav) == [f"第{n}章 发廊的后门" for n in range(1, 301)]


def drm(algorithm: str) -> dict[str, bytes]:
    """The file that says that something in the book is encrypted."""
    return {
        "META-INF/encryption.xml": (
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="x">'
            f'<EncryptionMethod Algorithm="{algorithm}"/></EncryptedData></encryption>'
        ).encode()
    }


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            book({"a.xhtml": "<p>桥</p>"}, files=drm("http://www.w3.org/2001/04/xmlenc#aes128-cbc")),
            r"protected \(DRM\)",
        ),
        (book({"a.xhtml": ""}), "has no text"),
        (book({"a.xhtml": "<p>桥</p>"}, spine=["gone"]), "no text in it that can be read"),
        (book({"a.xhtml": "<p>桥</p>"}).replace(b"OEBPS/book.opf", b"OEBPS/book.xxx"), "no EPUB"),
        (book({"a.xhtml": "<div>" * 300 + "桥" + "</div>" * 300}), "nested deeper"),
        (book({"a.xhtml": "<p>桥</p>"})[:-50], "damaged"),
    ],
    ids=["drm", "empty", "no-spine", "no-package", "deep", "cut"],
)
def test_what_is_no_book(data: bytes, says: str) -> None:
    """One sentence for each way to be none."""
    with pytest.raises(UnreadableInput, match=says):
        read_epub(data)


def test_what_is_borne() -> None:
    """Fonts that are obfuscated, a page that is not well formed, and a page that lacks do no harm to the rest."""
    data = book(
        {"a.xhtml": "<h1>一</h1><p>甲<br>乙</p>"},
        files=drm("http://www.idpf.org/2008/embedding"),
        spine=["a.xhtml", "gone"],
    )
    issue = read_epub(data)
    assert [block.text for block in issue.blocks()] == ["一", "甲", "乙"]
    assert issue.warnings == (
        "the book names gone, which is not in it: look for a whole copy",
        "mended OEBPS/a.xhtml, which is not well formed: look whether its text is whole",
    )


def test_links_and_notes_from_page_to_page() -> None:
    """Links lead to the piece that they led to; notes in a document of their own are found by their numbers; dead links are text."""
    data = book(
        {
            "a.xhtml": '<h1>一</h1><p>見<a href="b.xhtml#lamp">燈</a>、<a href="b.xhtml">第二章</a>、<a href="gone.xhtml">無</a>、'
            '<a href="#here">下</a><sup><a id="r1" href="n.xhtml#n1">1</a></sup>。</p><p id="here">此</p>',
            "b.xhtml": '<h1>二</h1><p>夜。</p><p><b id="lamp">燈</b><a epub:type="noteref" href="n.xhtml#m1">[1]</a></p>',
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


PLAIN, LISTED = '<li><a href="a.xhtml">一</a></li>', '</ol></nav><nav epub:type="page-list"><ol>{}{}'


@pytest.mark.parametrize(
    ("marks", "nav", "last"),
    [
        (
            ('<span epub:type="pagebreak" title="7"/>', '<span role="doc-pagebreak" epub:type="pagebreak">8</span>'),
            "",
            "[]{page #8}丙",
        ),
        (
            ('<span epub:type="pagebreak" id="page7"/>', '<span epub:type="pagebreak" aria-label="8"/>'),
            "",
            "[]{page #8}丙",
        ),
        (
            ('<a id="q7"/>', '<a id="q8"/>'),
            "".join(f'<li><a href="a.xhtml#q{n}">{n}</a></li>' for n in (7, 8)),
            "[]{page #8}丙",
        ),
    ],
    ids=["marks", "ids", "list"],
)
def test_pages_of_the_printed_book(marks: tuple[str, str], nav: str, last: str) -> None:
    """Where they begin is kept, as the list of pages or marks in the text say; one between paragraphs begins with the next."""
    contents = PLAIN + LISTED.format(nav, "") if nav else PLAIN
    data = book({"a.xhtml": f"<h1>一</h1><p>甲{marks[0]}乙</p><div>{marks[1]}</div><p>丙</p>"}, contents)
    assert told(data) == ["section", "article", "headline\t一", "paragraph\t甲[]{page #7}乙", f"paragraph\t{last}"]
    written = write_epub(read_epub(data)).content
    again = [line for line in told(written) if "{page" in line]
    assert again == ["paragraph\t甲[]{page #7}乙", f"paragraph\t{last}"]


def test_styles_that_mean_something() -> None:
    """What classes of the style sheets make bold, italic or raised is marked so; the rest of the sheets is left out."""
    css = "/* .c1 {font-style: italic} */ p.c1, .c2 { font-weight: bold; color: red } span.c3{vertical-align:super}\n.c4 {font-style:italic}"
    head = (
        '<h1>一</h1><p class="c0">甲<span class="c2 c9">乙</span>丙<span class="c3">丁</span><i class="c4">戊</i></p>'
    )
    data = book({"a.xhtml": f'<link rel="stylesheet" href="s/a.css"/>{head}'}, files={"s/a.css": css.encode()})
    assert told(data)[-1] == "paragraph\t甲[乙]{strong}丙[丁]{sup}[戊]{emphasis}"
