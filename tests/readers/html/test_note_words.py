"""Notes are read whose words are an attribute, as the readers of bookshops have them."""

from __future__ import annotations

import pytest

from converter.model import Form
from tests.readers.html.pages import page

_NOTE = "号子：船工合力时唱的歌。"


@pytest.mark.parametrize(
    "mark",
    [
        f'<img class="qqreader-footnote" alt="{_NOTE}" src="n.png">',
        f'<span class="reader_footnote_note js_readerFooterNote" data-wr-footernote="{_NOTE}"></span>',
        f'<img src="n.png" zy-footnote="{_NOTE}">',
        '<img class="zhangyue-footnote" src="n.png" zy-footnote="号子：&lt;b&gt;船工&lt;/b&gt;合力时唱的歌。">',
        f'<sup><a class="duokan-footnote" href="#gone"><img class="epub-footnote" alt="{_NOTE}" src="n.png"></a></sup>',
        f'<a class="footnote" title="{_NOTE}">[1]</a>',
        f'<sup data-text="{_NOTE}" data-url="" data-numero="1" data-draft-type="reference">[1]</sup>',
    ],
    ids="qq weread ireader marked-up link title zhihu".split(),
)
def test_words_of_a_note_in_an_attribute(mark: str) -> None:
    """The mark is a number, and the words are a note below the text, before the next heading of that height."""
    source = page(f"<h2>渡口</h2><p>他唱一支号子{mark}，很远。</p><p>天亮了。</p><h2>桥</h2><p>桥已通车。</p>")
    told = [(line.form, "".join(line.text.split())) for line in source.lines]
    assert [
        (None, "渡口"),
        (None, "他唱一支号子1，很远。"),
        (None, "天亮了。"),
        (Form.NOTE, f"1{_NOTE}"),
        (None, "桥"),
        (None, "桥已通车。"),
    ] == told


def test_words_that_stand_in_a_note_too_are_said_once() -> None:
    """A mark for several shops leads to a note, and says its words once more in its attributes."""
    source = page(
        f'<p>号子<a class="duokan-footnote" href="#n"><img class="qqreader-footnote" alt="{_NOTE}" src="n.png"></a></p>'
        f'<ol><li class="duokan-footnote-item" id="n">{_NOTE}</li></ol>'
    )
    assert ["号子1", f"1{_NOTE}"] == [line.text for line in source.lines]


def test_words_that_a_note_of_the_page_has_too() -> None:
    """A mark that holds a link to its note makes no second one."""
    mark = f'<sup data-text="{_NOTE}" data-draft-type="reference"><a href="#r1" id="b1">[1]</a></sup>'
    lines = page(f'<p>船工唱{mark}。</p><ol><li id="r1"><a href="#b1">^</a>{_NOTE}</li></ol>').lines
    assert [(line.form, line.text) for line in lines] == [(None, "船工唱1。"), (Form.NOTE, f"1{_NOTE}")]


@pytest.mark.parametrize(
    "body",
    [
        '<p>船<img class="photo" alt="渡口的早晨" src="n.png">到。</p>',
        '<p>船<img class="footnote" alt="注" src="n.png">到。</p>',
    ],
    ids=["picture", "sign"],
)
def test_pictures_that_hold_no_note(body: str) -> None:
    """Words of a picture that is called no note's mark, and a mark that says but 注, are no notes."""
    assert all(line.form is None for line in page(body).lines)


def test_notes_in_lists_stand_below_the_list() -> None:
    """A note is put below what its mark stands in, never between two items or inside a quotation."""
    mark = f'<img class="qqreader-footnote" alt="{_NOTE}" src="n.png">'
    source = page(f"<div><ul><li>桨{mark}</li><li>灯</li></ul><p>天亮了。</p></div>")
    assert ["桨1", "灯", "天亮了。", f"1{_NOTE}"] == [line.text for line in source.lines]
