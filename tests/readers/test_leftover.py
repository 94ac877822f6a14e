"""HTML that was left in a text is read as what it means; prose about tags stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.left_out import counted
from converter.model import Line, Mark, Run
from converter.readers.leftover import without_leftovers
from converter.readers.text import read_text

SAID = "read {} HTML tag(s) and {} character reference(s) as what they mean: they had been left in the text"


def lines_of(text: str) -> list[tuple[str, int, int]]:
    """The lines' texts, with their levels as headings and the empty lines above them."""
    return [(line.text, line.level, line.gap_before) for line in read_text(text.encode()).lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h2>第一章 窑</h2>\n窑火三天不灭。<br />\n", [("第一章 窑", 2, 0), ("窑火三天不灭。", 0, 1)]),
        ("<p>一</p><p>二</p>\n<p>三\n<p>四", [("一", 0, 0), ("二", 0, 1), ("三", 0, 1), ("四", 0, 1)]),
        ("窑火<br>三天\n不滅<BR/>了<hr>", [("窑火", 0, 0), ("三天", 0, 0), ("不滅", 0, 0), ("了", 0, 0)]),
        ('<div class="a" id=b>\n甲\n</div>\n乙<!-- 注 -->', [("甲", 0, 0), ("乙", 0, 1)]),
        ("<ul><li>碗</li><li>盏</li></ul>", [("碗", 0, 0), ("盏", 0, 0)]),
        ("<tr><td>碗</td><td>三</td></tr>\n<tr><td>盏</td><td>五</td></tr>", [("碗 三", 0, 0), ("盏 五", 0, 0)]),
        ("&ldquo;今天&#8220;开&#x7A91;&rdquo;&mdash;&amp;hellip;", [("“今天“开窑”—…", 0, 0)]),
        ("碗&amp;盏，3&lt;5，&nosuch;", [("碗&盏，3<5，&nosuch;", 0, 0)]),
        ("<br>甲<!-- 注 -->乙<br>丙 <!-- 丁<br>", [("甲乙", 0, 1), ("丙 <!-- 丁", 0, 0)]),
        ("<ruby>窑<rt>yáo</rt></ruby>", [("窑yáo", 0, 0)]),
    ],
)
def test_what_tags_and_references_mean(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Paragraphs, breaks, headings, items and cells are lines; references are their characters."""
    assert lines_of(text) == expected


def test_comments_without_an_end_take_linear_time() -> None:
    """None of their beginnings looks for the end to the last of the text."""
    text = "<!--" * 100_000
    assert without_leftovers(text)[0] == text


def test_a_blank_before_the_text_is_its_indent() -> None:
    """No-break spaces that set a paragraph in count as columns."""
    source = read_text("&nbsp;&nbsp;&emsp;窑火三天不灭。\n".encode())
    assert [(line.text, line.indent) for line in source.lines] == [("窑火三天不灭。", 3)]


def test_marked_text() -> None:
    """Strong and emphasized text keep their marks, also across the end of a line."""
    source = read_text("他<b>从<i>不</i></b>说，<strong>谁\n也</strong>不问。".encode())
    assert source.lines == (
        Line("他从不说，谁", 0, 6, 1, runs=(
            Run("他"), Run("从", Mark.STRONG), Run("不", Mark.EMPHASIS), Run("说，"), Run("谁", Mark.STRONG),
        )),
        Line("也不问。", 7, 11, 2, runs=(Run("也", Mark.STRONG), Run("不问。"))),
    )  # fmt: skip
    assert source.warnings == (SAID.format(6, 0),)


@pytest.mark.parametrize(
    "text",
    [
        "要加粗，用<b>和</b>两个标签。",
        "要換行，寫<br>這個標籤。",
        "表示空格的是“&nbsp;”，不是空格键。",
        "段落写成：\n<p>你好</p>\n这是最短的标签例子。",
        "他写道：a<b且b>c，又写x<y。",
        "他在本子上画了一个<p>，没有人懂。",
        "网址是a.html?x=1&lt=3和AT&T。",
        "<作者>不详，<未完>",
    ],
)
def test_prose_about_tags_stays(text: str) -> None:
    """A line that names tags, has one in quotes, or only looks like mark-up is not changed."""
    assert without_leftovers(text) == (text, [], [])


def test_prose_about_tags_amid_leftovers() -> None:
    """One line may speak of tags in a text with leftovers: its own tags stay, what stands around it goes."""
    left = "<p>窑火三天不灭。</p>\n" * 3
    text, _, said = without_leftovers(left + "<p>&nbsp;先生说，<b>是加粗的标签，&amp;是和号。</p>\n")
    assert text.split() == ["窑火三天不灭。"] * 3 + ["先生说，<b>是加粗的标签，&amp;是和号。"]
    assert said == [SAID.format(8, 1)]


def test_what_tags_say_that_is_not_read() -> None:
    """Comments, titles, words of pictures are counted; not those of tags that stay."""
    text = "<p>窑火<!-- 待 核 -->三天。</p>\n<p><img src='a.png' alt='窑口'>不灭<a title=\"火\" href='b'>。</a></p>\n"
    _, _, said = without_leftovers(text + "<p>灰。</p>")
    assert counted(said) == {"tags left in the text: comments, titles, words of pictures": 5}
    assert without_leftovers("写作<img alt='窑口'>的标签。")[2] == []


@pytest.mark.parametrize(("speaking", "expected"), [(1, "窑火。"), (2, "<p>窑火。</p>")])
def test_a_text_that_speaks_of_tags_more_than_it_uses_them(speaking: int, expected: str) -> None:
    """Three lines with tags at work weigh more than one that speaks of tags; than two they do not."""
    text = "<p>窑火。</p>\n" * 3 + "<b>是标签。\n" * speaking
    assert without_leftovers(text)[0].split()[0] == expected


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<br/>", "<b>", "</b>", "<h1>", "</h1>", "&nbsp;", "\n", "窑", "，"])))
def test_no_character_is_lost(parts: list[str]) -> None:
    """What is no tag and no reference is in the text, in its order."""
    text, spans, _ = without_leftovers("".join(parts))
    assert [char for char in text if char in "窑，"] == [char for char in parts if char in "窑，"]
    assert all(0 <= start <= end <= len(text) for start, end, _ in spans)
