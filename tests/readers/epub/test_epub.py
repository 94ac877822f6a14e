"""What a whole book says of itself: its language, its cover, what our own books only say because books have to."""

from __future__ import annotations

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
from tests.readers.books import book, chapters, told
from tests.strategies import PIXEL

HAN, LATIN = "<p>她发现头发还没有干。</p>", "<p>The lamp on the bridge was lit.</p>"


@pytest.mark.parametrize(
    ("said", "body", "language"),
    [
        ("zh-TW", HAN, "zh-Hant-TW"),
        ("zh_CN", HAN, "zh-Hans"),
        ("zh-CN.utf-8", HAN, "zh-Hans"),
        ("zh", HAN, ""),
        ("und", HAN, ""),
        ("C", HAN, ""),
        ("Chinese (simplified)", HAN, ""),
        ("en", HAN, ""),
        ("en-US", LATIN, "en-US"),
        ("ja", HAN, "ja"),
        ("", HAN, ""),
    ],
)
def test_languages(said: str, body: str, language: str) -> None:
    """As Banmian says it; empty where the book says too little, or English of a Chinese text."""
    assert read_epub(book({"a.xhtml": body}, data=f"<dc:language>{said}</dc:language>")).language == language


@pytest.mark.parametrize(("shown", "first"), [(False, "封面"), (True, "海")])
def test_a_cover(shown: bool, first: str) -> None:
    """A cover that no page shows comes first, and the issue knows which picture it is."""
    picture = '<p><img src="c.png" alt="海"/></p>' if shown else ""
    issue = read_epub(book({"a.xhtml": f"{picture}{HAN}"}, files={"c.png": PIXEL}, cover="c.png"))
    assert (next(issue.blocks()).text, issue.cover) == (first, "OEBPS/c.png")


def test_what_our_own_book_only_says_as_a_book_has_to() -> None:
    """A title that the issue would get anyway, and an author who is nobody, are not of the document."""
    body = '<section id="page01-story01"><h2>新桥</h2><p class="byline">江 帆</p><p>文。</p></section>'
    for author in ("江帆", "佚名"):
        data = f"<dc:title>新桥</dc:title><dc:creator>{author}</dc:creator>"
        issue = read_epub(book({"page01-story01.xhtml": body}, data=data))
        assert issue.metadata == Metadata(identifier="urn:isbn:1")


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


@pytest.mark.parametrize(
    ("opening", "lines"),
    [
        ('start="3" type="a"', ["c. 桨", "d. 灯"]),
        ('start="10" reversed="reversed"', ["10. 桨", "9. 灯"]),
        ('class="han"', ["一、桨", "二、灯"]),
        ('start="-1"', ["-1. 桨", "0. 灯"]),
    ],
)
def test_numbers_of_lists(opening: str, lines: list[str]) -> None:
    """A list counts as it says in its mark-up or in a style sheet's class."""
    sheet = "<style>.han { list-style-type: cjk-ideographic }</style>"
    data = book({"a.xhtml": f"{sheet}<h1>渡口</h1><ol {opening}><li>桨</li><li>灯</li></ol>"})
    issue = read_epub(data)
    assert [block.text for block in issue.blocks()][1:] == lines
    assert "of lists" not in " ".join(issue.warnings)


def test_numbers_that_nothing_counts_from_are_told_for_the_whole_book() -> None:
    """Those of all its documents, in one sentence."""
    odd = '<h1>渡口</h1><ol start="九"><li value="99999999999">桨</li></ol>'
    issue = read_epub(book({"a.xhtml": odd, "b.xhtml": odd, "c.xhtml": '<ol start="7"><li>船</li></ol>'}))
    said = "4 number(s) of lists are none, or too large to count from: look at what stands there"
    assert [warning for warning in issue.warnings if "of lists" in warning] == [said]


def test_metadata_of_a_book() -> None:
    """What the book says of itself; its language is told by its text where it is said by mistake."""
    said = (
        "<dc:title>雨</dc:title><dc:creator>白鷺</dc:creator><dc:creator>江帆</dc:creator>"
        "<dc:date>2020-03-04T00:00:00Z</dc:date><dc:publisher>海灣出版社</dc:publisher>"
        "<dc:description>&lt;p&gt;關於雨&lt;/p&gt;</dc:description><dc:language>en</dc:language>"
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


def test_a_whole_book_of_epub_2() -> None:
    """Its people, subjects and cover are the new book's; a part over one chapter is one; anchors alone are places."""
    ncx = (
        '<navPoint><navLabel><text>上卷</text></navLabel><content src="a.xhtml"/>'
        '<navPoint><navLabel><text>一</text></navLabel><content src="a.xhtml#h"/></navPoint></navPoint>'
    )
    opf = 'xmlns:opf="http://www.idpf.org/2007/opf"'
    data = (
        f'<dc:title>雨</dc:title><dc:creator opf:role="aut" {opf}>葉懷川</dc:creator><dc:creator>唐一燈</dc:creator>'
        f'<dc:creator opf:role="trl" {opf}>林後</dc:creator><dc:contributor>某社</dc:contributor>'
        "<dc:subject>小說</dc:subject><dc:subject>後記</dc:subject><dc:rights>版權</dc:rights><dc:language>C</dc:language>"
    )
    pages = {
        "c.xhtml": '<div><img src="cover.png" alt=""/></div>',
        "a.xhtml": '<h1 id="h">一</h1><p>見<a href="#z">文末</a>。</p><p>雨後。</p>'
        '<a id="z"></a><h2>末</h2><p>乾了。</p>',
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
    """The book of every sample page, read again, is the tree that it was made of, but for blanks that books lack."""
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
        "left out 1 character(s) of titles of documents that no text says",
    )


def test_our_own_book_keeps_tiers_and_breaks(tmp_path: Path) -> None:
    """Volumes above chapters and the breaks between scenes come back as they were."""
    outline = """# banmian outline 1

section

article
headline 1	第一卷 山中

article
headline 2	第一章 断崖
paragraph	绳子是新的。
paragraph break
paragraph	第二年春天，船下了水。
paragraph break	＊＊＊
paragraph	没有人来送。

article
headline 2	第二章 归途
paragraph	背篓是空的。

article
headline 1	第二卷 水上

article
headline 2	第一章 灯船
paragraph	灯船没有点灯。
"""
    source, made = tmp_path / "book.outline", tmp_path / "book.epub"
    source.write_text(outline, "utf-8")
    convert(source, made)
    lines = write_outline(load(made)).decode().splitlines()
    assert lines[lines.index("section") :] == outline.splitlines()[2:]
