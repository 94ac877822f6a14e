"""The numbers of a list's items, as browsers show them."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from converter.model import Form, Mark
from converter.readers.html.counters import counter_of, written
from converter.readers.html.page import read_html
from tests.readers.html.pages import page, told


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("decimal", ["0. ", "1. ", "28. ", "105. "]),
        ("decimal-leading-zero", ["00. ", "01. ", "28. ", "105. "]),
        ("lower-alpha", ["0. ", "a. ", "ab. ", "da. "]),
        ("upper-latin", ["0. ", "A. ", "AB. ", "DA. "]),
        ("lower-roman", ["0. ", "i. ", "xxviii. ", "cv. "]),
        ("upper-roman", ["0. ", "I. ", "XXVIII. ", "CV. "]),
        ("lower-greek", ["0. ", "α. ", "28. ", "105. "]),
        ("cjk-ideographic", ["〇、", "一、", "二十八、", "一百零五、"]),
        ("simp-chinese-formal", ["0. ", "壹、", "贰拾捌、", "壹佰零伍、"]),
        ("trad-chinese-formal", ["0. ", "壹、", "貳拾捌、", "壹佰零伍、"]),
        ("cjk-decimal", ["〇、", "一、", "二八、", "一〇五、"]),
        ("cjk-heavenly-stem", ["0. ", "甲、", "28. ", "105. "]),
        ("cjk-earthly-branch", ["0. ", "子、", "28. ", "105. "]),
        ("no such style", ["0. ", "1. ", "28. ", "105. "]),
    ],
)
def test_styles(style: str, shown: list[str]) -> None:
    """Each style with its mark; what it cannot write is in digits."""
    assert [written(number, style) for number in (0, 1, 28, 105)] == shown


@pytest.mark.parametrize(
    ("element", "labels"),
    [
        ("<ol><li/><li/></ol>", ["", ""]),
        ('<ol start="5" type="a"><li/><li/></ol>', ["e. ", "f. "]),
        ('<ol type="I"><li/><li value="9"/></ol>', ["I. ", "IX. "]),
        ("<ol reversed><li/><li/><li/></ol>", ["3. ", "2. ", "1. "]),
        ('<ol reversed start="10"><li/><li/></ol>', ["10. ", "9. "]),
        ('<ol start="-1"><li/><li/></ol>', ["-1. ", "0. "]),
        ('<ol start="9999999999"><li/></ol>', [""]),
        ('<ol start="1.5"><li value="²"/></ol>', [""]),
        ('<ol><li/><li value="4"/><li/></ol>', ["", "4. ", "5. "]),
        ('<ol style="list-style: cjk-ideographic inside"><li/><li/></ol>', ["一、", "二、"]),
        ('<ol type="decimal-leading-zero"><li/></ol>', ["01. "]),
        ('<ol style="list-style-type:none"><li/></ol>', [""]),
        ("<ul><li/></ul>", [""]),
        ('<ul><li value="3"/></ul>', [""]),
    ],
)
def test_labels(element: str, labels: list[str]) -> None:
    """What stands before the items as text; nothing where a list counts so by itself, or shows no numbers."""
    made = fragment_fromstring(element)
    counter = counter_of(made)
    assert [counter.next_label(item.get("value")) for item in made] == labels


@pytest.mark.parametrize(
    "cut", ["<table><tr><th>船</th></tr></table>", "<pre>a</pre>", '<img src="a.png">', "<h3>船</h3>"]
)
def test_a_list_that_is_cut_goes_on_counting(cut: str) -> None:
    """What stands between two items is no line of the list: its numbers are text from the first on."""
    source = page(f"<h1>题</h1><ol><li>一{cut}</li><li>二</li></ol>")
    items = [line for line in told(source) if line[0].endswith(("一", "二"))]
    assert items == [("1. 一", None, 0), ("2. 二", None, 0)]


def test_two_lists_in_a_row() -> None:
    """The numbers of the second, which begin anew, are text; so it is deeper down, and not where a line is between."""
    two = "<ol><li>一</li></ol><ol><li>二</li></ol>"
    assert told(page(two)) == [("一", Form.NUMBERED, 1), ("1. 二", None, 0)]
    assert told(page(f"<ul><li>船{two}</li></ul>"))[1:] == [("一", Form.NUMBERED, 2), ("1. 二", None, 0)]
    assert told(page(two.replace("</ol><ol>", "</ol><p>文</p><ol>")))[2] == ("二", Form.NUMBERED, 1)


def test_a_list_in_one_whose_numbers_are_text() -> None:
    """It lies in no list that a reader sees, so all of its items are of the first depth."""
    source = page('<ol type="a"><li>查看<ul><li>桨<ul><li>柄</li></ul></li><li>灯</li></ul></li><li>开船</li></ol>')
    assert told(source) == [
        ("a. 查看", None, 0),
        ("桨", Form.ITEM, 1),
        ("柄", Form.ITEM, 2),
        ("灯", Form.ITEM, 1),
        ("b. 开船", None, 0),
    ]


def test_terms_stand_apart_from_a_list() -> None:
    """A term is a bold line of its own, what defines it a paragraph."""
    source = page("<ul><li>桨</li><li>灯</li></ul><dl><dt>号子</dt><dd>船工合力时唱的歌。</dd><dd>又名江歌。</dd></dl>")
    assert told(source)[:2] == [("桨", Form.ITEM, 1), ("灯", Form.ITEM, 1)]
    assert told(source)[2:] == [("号子", None, 0), ("船工合力时唱的歌。", None, 0), ("又名江歌。", None, 0)]
    assert [run.mark for run in source.lines[2].runs] == [Mark.STRONG]


@pytest.mark.parametrize(
    ("lists", "odd"),
    [
        ('<ol start="99999999999999999999"><li>船</ol><ol start="1.5"><li value="²">灯</ol>', 3),
        (f'<ol start="{"9" * 5000}"><li>船</ol>', 1),
        ('<ol start="-3"><li value="999999999">船</ol><ul><li>灯</ul>', 0),
    ],
    ids=["too-large-or-none", "of-5000-digits", "sound"],
)
def test_numbers_that_nothing_counts_from_are_told(lists: str, odd: int) -> None:
    """In one sentence for the page; its items stay, and count as if nothing were said."""
    said = f"{odd} number(s) of lists are none, or too large to count from: look at what stands there"
    source = read_html(f"<title>渡口</title><h1>渡口的船</h1><p>渡口的船今天开了，灯也亮了。</p>{lists}".encode())
    assert [warning for warning in source.warnings if "of lists" in warning] == [said] * bool(odd)
    assert "船" in source.text
