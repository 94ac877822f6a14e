"""What a book holds and its pages do not say is counted by its cause."""

from __future__ import annotations

import pytest

from converter.left_out import counted
from converter.readers.epub import read_epub
from tests.readers.books import book

TITLES = "titles of documents that no text says"
REST = "links that lead back, and what is not understood"
OUTSIDE = "documents outside of the reading order"
CONTENTS = "lines of the contents that no text says"
BESIDES = "what the package says besides: other titles, contributors, sources, series"


def left(data: bytes) -> dict[str, int]:
    """What a book leaves out by its cause, but for the title x of each document of the tests' books."""
    found = counted(read_epub(data).warnings)
    assert found.pop(TITLES) == 1
    return found


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<template>甲乙</template><map name='m'><area alt='丙' href='#x'/></map><input value='丁'/>",
         {"hidden text (<template>)": 2, "places in pictures (<area>)": 1, "forms (<input>)": 1}),
        ("<svg xmlns='http://www.w3.org/2000/svg'><title>图甲</title><desc>乙</desc></svg>",
         {"what drawings are called": 3}),
        ("<math xmlns='http://www.w3.org/1998/Math/MathML'><annotation>ab</annotation></math>",
         {"formulas told again (<annotation>)": 2}),
        ("<p title='在江边'>船</p><p title='船桨'>船桨</p>", {"titles that are shown where one points": 3}),
        ("<p><ruby>渡<rp>音</rp><rt>du</rt></ruby></p>", {REST: 1}),
        ("<p>船<sup><a id='r' href='#n'>①</a></sup></p><p id='n'>① 桨<a href='#r'>返回</a></p>", {REST: 2}),
        ("<p>船<span epub:type='pagebreak' id='p7' title='7'/>桨</p>", {}),
        ("<p><ruby>渡<rp>(</rp><rt>du</rt><rp>)</rp></ruby>⑦</p><script>x()</script>", {}),
    ],
)  # fmt: skip
def test_in_a_document(inside: str, expected: dict[str, int]) -> None:
    """Numbers of notes and of pages are kept, though another form of them stands in the text."""
    assert left(book({"a.xhtml": f"<h1>渡口</h1><p>雾。</p>{inside}"})) == expected


@pytest.mark.parametrize(
    ("files", "spine", "expected"),
    [
        ({"b.txt": "杂记 一".encode()}, ["a.xhtml"], {OUTSIDE: 3}),
        ({"b.xhtml": "<html><p>杂<b>记</b></p></html>".encode()}, ["a.xhtml"], {OUTSIDE: 2}),
        ({"b.txt": bytes(range(256))}, ["a.xhtml"], {OUTSIDE: 246}),
        ({"__MACOSX/b.html": b"<p>a</p>", "META-INF/note.txt": b"a"}, ["a.xhtml"], {}),
    ],
)
def test_documents_that_nothing_shows(files: dict[str, bytes], spine: list[str], expected: dict[str, int]) -> None:
    """Those that the reading order lacks are counted, but not what only programs have put there."""
    assert left(book({"a.xhtml": "<h1>渡口</h1><p>雾。</p>"}, files=files, spine=spine)) == expected


def test_what_contents_say() -> None:
    """Lines that the text says are not left out: with a note's number, with a reading, or as two lines."""
    page = (
        "<h1>渡<ruby>口<rt>kǒu</rt></ruby></h1><p>雾。</p><h2>船<sup>[1]</sup></h2><p>桨。</p><h2>卷一</h2><h3>潮</h3>"
    )
    names = ["渡口", "船[1]", "卷一 潮"]
    nav = "".join(f"<li><a href='a.xhtml#a{n}'>{name}</a></li>" for n, name in enumerate(names))
    nav += "<li><span>汐</span></li>"
    assert left(book({"a.xhtml": page}, nav)) == {CONTENTS: 1}


def test_what_the_package_says() -> None:
    """Second titles, contributors and series; not what the book's metadata have, nor what programs read."""
    said = (
        "<dc:title>雨</dc:title><dc:title>雨季</dc:title><dc:creator>江帆</dc:creator><dc:contributor>水清"
        "</dc:contributor><dc:format>epub</dc:format><meta property='belongs-to-collection'>渡口丛书</meta>"
        "<meta name='calibre:series' content='江'/>"
    )
    assert left(book({"a.xhtml": "<h1>渡口</h1><p>雾。</p>"}, data=said)) == {BESIDES: 8}


def test_a_drawing_in_the_reading_order() -> None:
    """It is a document; its words are text."""
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'><text>渡口图</text></svg>"
    data = book({"a.xhtml": "<h1>渡口</h1><p>雾。</p>"}, files={"d.svg": drawing.encode()}, spine=["a.xhtml", "i1"])
    issue = read_epub(data)
    assert [block.text for block in issue.blocks()] == ["渡口", "雾。", "渡口图"]
    assert counted(issue.warnings) == {TITLES: 1}


def test_what_stands_in_for_a_document() -> None:
    """A document of another kind is shown by its fallback."""
    data = book(
        {"a.xhtml": "<h1>渡口</h1><p>雾。</p>", "b.xhtml": "<p>桨。</p>"},
        files={"d.bin": b"x"},
        spine=["a.xhtml", "i2"],
        fallback="i1",
    )
    assert [block.text for block in read_epub(data).blocks()] == ["渡口", "雾。", "桨。"]
