"""Footnotes are known by the links that lead to them and back."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from converter.model import Form, Mark, Run
from converter.readers.html.notes import NUMBER, mark_at_end, notes_of, number_at_head
from converter.readers.html.tree import words
from tests.readers.html.pages import page


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", "1"),
        ("[12]", "12"),
        ("（③）", "③"),
        ("〔a〕", "a"),
        (" * ", "*"),
        ("**", "**"),
        ("［††］", "††"),
        ("＊", "＊"),
        ("*****", None),
        ("㉓", "㉓"),
        ("❷", "❷"),
        ("〔十二〕", "十二"),
        ("[注3]", "3"),
        ("十二", None),
        ("1234", None),
        ("甲", None),
        ("ab", None),
    ],
)
def test_numbers(text: str, number: str | None) -> None:
    """Up to three digits, a circled one, a letter or a sign, with or without brackets."""
    found = NUMBER.fullmatch(text.strip())
    assert (found and found[1]) == number


@pytest.mark.parametrize(
    ("body", "notes", "back"),
    [
        ('<p>潮<a href="#n">1</a></p><p id="n">注 <a href="#r" class="backlink">↩</a></p>', ["1 注 ↩"], []),
        ('<p>潮<a id="r" href="#n">1</a></p><p id="n">注 <a href="#r">↩</a></p>', ["1 注 ↩"], ["↩"]),
        ('<p>潮<a href="#n">1</a></p><p><a id="n"></a>注</p>', ["1 注"], []),
        ('<p>潮<a id="back-1" href="#n">1</a></p><p id="n">注<a href="#back-1">↩</a></p>', ["1 注↩"], ["↩"]),
        (
            '<p>潮<a id="r" href="#n">注</a></p><table><tr><td><a id="n" href="#r">注</a></td><td>水</td></tr></table>',
            ["1 注水"],
            ["注"],
        ),
        ('<p>潮<a href="#n">1</a></p><p><b><i id="n"></i>注</b></p>', ["1 注"], []),
        ('<p>潮<a href="#n">1</a></p><div><p><a name="n">注</a></p></div>', ["1 注"], []),
        (
            '<p>潮<a href="#n">1</a></p><p id="n">注 <a href="#x" role="doc-backlink">2</a></p><p id="x">文</p>',
            ["1 注 2"],
            ["2"],
        ),
        ('<p>潮<a href="#n">1</a></p><p id="m"><a id="n">1</a>注</p>', ["1 1注"], []),
        ('<p>潮<a href="#%E6%B3%A8">①</a></p><p id="注">①注</p>', ["① ①注"], []),
        ('<p>潮[<a href="#n">1</a>]</p><a id="n"></a><p>注</p>', ["1 注"], []),
        ('<p>潮<a href="#n">[1]</a></p><dl><dt id="n">[1]</dt><dd>注</dd></dl>', ["1 [1]注"], []),
        ('<p>潮<a href="#n">1</a></p><p>在<a id="n"></a>此</p>', [], []),
        ('<p>见<a href="#n">下文</a></p><p id="n">文</p>', [], []),
        ('<p>潮<a href="#n">1</a></p><h2 id="n">章</h2>', [], []),
        ('<p>潮<a href="b.html#n">1</a></p><p id="n">注</p>', [], []),
        ('<p>潮<a href="#x">1</a></p><p id="n">注</p>', [], []),
        ('<p id="n">潮<a href="#n">1</a></p>', [], []),
        ('<div id="n"><p>潮<a href="#n">1</a></p></div>', [], []),
    ],
    ids=(
        "sign both-ways anchor called-back row nested name role paragraph encoded before terms inside word heading "
        "elsewhere nowhere itself around"
    ).split(),
)
def test_notes(body: str, notes: list[str], back: list[str]) -> None:
    """A number that leads to another paragraph is a note's; a heading, a word and another page are none."""
    found = notes_of(document_fromstring(f"<body>{body}</body>"))
    said = [f"{label} {words(note)}" for note, label in found.labels.items()]
    assert (notes, back) == (said, sorted(link.text or "" for link in found.back) if back else [])


def test_marks_that_are_no_numbers_get_the_next_one() -> None:
    """A picture or a word that is called a mark, or that the note leads back to; a term stays before its number."""
    source = page(
        '<p>甲<a class="duokan-footnote" href="#a"><img alt="注" src="n.png"></a>，'
        '乙<a id="r" href="#b"><sup>注</sup></a>，<a role="doc-noteref" href="#c">丙丁</a>。</p>'
        '<ol><li id="a"><p>甲注。</p></li><li id="b"><a href="#r">◎</a>乙注，见<a href="#c">[3]</a>。</li>'
        '<li id="c">丙丁注。</li></ol>'
    )
    assert [(line.form, line.text) for line in source.lines] == [
        (None, "甲1，乙2，丙丁3。"),
        (Form.NOTE, "1甲注。"),
        (Form.NOTE, "2乙注，见3。"),
        (Form.NOTE, "3丙丁注。"),
    ]


def test_notes_in_one_paragraph_are_a_block_each() -> None:
    """Notes after breaks in one paragraph, under words of its own; a back link's number in brackets goes whole."""
    source = page(
        '<p>甲〔<a id="r1" href="#n1">一</a>〕，乙<sup>[<a id="r2" href="#n2">2</a>]</sup>。</p>'
        '<p>说明：<br><a id="n1" href="#r1">〔一〕</a>甲注。<br><a id="n2" href="#r2">[2]</a>乙注。</p>'
    )
    assert [line.text for line in source.lines] == ["甲一，乙2。", "说明：", "一甲注。", "2乙注。"]
    assert [line.form for line in source.lines] == [None, None, Form.NOTE, Form.NOTE]


def test_a_note_of_several_paragraphs() -> None:
    """Paragraphs that are called as a note is and as no text is go on it; others are text."""
    source = page(
        '<p class="text">甲<a href="#a">[1]</a></p><p class="note" id="a">[1] 甲注</p><p class="note">续注</p>'
        '<p class="text">乙<a href="#b">[2]</a></p><p class="note" id="b">[2] 乙注</p><p>丙</p>'
    )
    assert [line.form for line in source.lines] == [None, Form.NOTE, Form.NOTE, None, Form.NOTE, None]
    assert [line.text for line in source.lines] == ["甲1", "1甲注", "续注", "乙2", "2乙注", "丙"]


def test_notes_of_one_number_have_names() -> None:
    """Where numbers begin anew, a name tells which note a mark leads to."""
    source = page(
        '<p>甲<a href="#a">①</a></p><p>乙<a href="#b">①</a>丙<a href="#c">②</a></p>'
        '<p id="a">①甲注</p><p id="b">①乙注</p><p id="c">②丙注</p>'
    )
    told = [[(run.text, run.href, run.name) for run in line.runs if run.mark is Mark.NOTE] for line in source.lines]
    assert told == [
        [("①", "#n1", None)],
        [("①", "#n2", None), ("②", None, None)],
        [("①", None, "n1")],
        [("①", None, "n2")],
        [("②", None, None)],
    ]


@pytest.mark.parametrize(
    ("text", "number"), [("[3] 注", "3"), ("〔十〕注", "十"), (" ②注", "②"), ("3年后", ""), ("注", "")]
)
def test_numbers_at_the_head_of_a_note(text: str, number: str) -> None:
    """One in brackets or a circle is the note's own; a bare one may be of its words."""
    assert number == number_at_head(text)


@pytest.mark.parametrize(
    "note",
    [
        '<div id="sdfootnote1"><p class="sdfootnote">'
        '<a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>桥长。</p></div>',
        '<p class="MsoFootnoteText"><a id="sdfootnote1sym" href="#sdfootnote1anc">[1]</a> 桥长。</p>',
        '<ol><li id="sdfootnote1sym">桥长。<a href="#sdfootnote1anc">↩</a></li></ol>',
    ],
    ids=["LibreOffice", "Word", "list"],
)
def test_notes_as_programs_write_them(note: str) -> None:
    """The note is the paragraph of the number that the link leads to; its number leads back and stands once."""
    source = page(f'<p>通车<sup><a name="sdfootnote1anc" href="#sdfootnote1sym">1</a></sup>。</p><p>又。</p>{note}')
    assert source.lines[0].runs == (Run("通车"), Run("1", Mark.NOTE), Run("。"))
    assert source.lines[2].runs == (Run("1", Mark.NOTE), Run("桥长。"))
    assert source.lines[2].form is Form.NOTE


@pytest.mark.parametrize(
    ("headline", "mark"),
    [
        ('渡口<a href="#n"><sup>[1]</sup></a>', ("[1]", "1")),
        ('渡口<sup><a href="#n">1</a></sup>', ("1", "1")),
        ("渡口<sup>①</sup>", ("①", "①")),
        ("面积100m<sup>2</sup>", ("", "")),
        ('渡口<a href="#n">[1]</a>记事', ("", "")),
        ('<a href="/1">1</a>', ("", "")),
        ("渡口", ("", "")),
    ],
    ids="raised link circled power inside alone none".split(),
)
def test_the_mark_at_the_end_of_a_headline(headline: str, mark: tuple[str, str]) -> None:
    """It is a link, or a raised number with a sign around it; a power is none."""
    assert mark == mark_at_end(document_fromstring(f"<h1>{headline}</h1>").find(".//h1"))


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ('<a href="#r">潮水每日两次。</a>', "潮水每日两次。"),
        ('<a href="#r">[1]潮水每日两次。</a>', "[1]潮水每日两次。"),
        ('<a class="back" href="#r">潮</a>：海水的涨落。', "潮：海水的涨落。"),
        ('1.<a href="#r">汐</a>，晚潮。', "1.汐，晚潮。"),
        ('<a href="#r">1.0</a> <a href="#r">1.1</a> 晚潮。', "晚潮。"),
        ('晚潮。<a href="#r">返回正文</a>', "晚潮。"),
        ('晚潮。<a href="#r">Back to text</a>', "晚潮。"),
        ('<a href="#r">〔二〕</a>晚潮。', "晚潮。"),
    ],
)
def test_words_of_a_note_that_lead_back_stay(note: str, text: str) -> None:
    """Only numbers, signs and words like 返回 go: what a note says is kept where it is a link too."""
    source = page(f'<h1>渡口</h1><p>潮<a id="r" href="#n">[1]</a>来了。</p><p id="n">{note}</p>')
    said = source.lines[-1].text.strip()
    assert said.removeprefix("1").strip() in (text, text.removeprefix("[1]").removeprefix("1."))
