"""A line while its page is read, and the lists around it."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from converter.model import Form, Run
from converter.readers.html.draft import FULL, Draft, Lists, is_attachment


@pytest.mark.parametrize(
    ("said", "address", "expected"),
    [
        ("附件1", "a.html", True),
        ("附錄", "a", True),
        ("表", "/b/表.XLSX", True),
        ("表", "a.docx?id=1", True),
        ("表", "a.pdfx", False),
        ("渡口", "a.html", False),
        ("查看全文", "a.html", True),
    ],
)
def test_files_that_belong_to_the_article(said: str, address: str, expected: bool) -> None:
    """Words in both scripts, or the file's own name, tell."""
    assert is_attachment(said, address) is expected


@pytest.mark.parametrize(
    ("text", "linked", "expected"),
    [
        ("渡口的早晨", "渡口的早晨", True),
        ("2024-05-16 渡口的早晨", "渡口的早晨", True),
        ("详见渡口的早晨一文", "渡口", False),
        ("渡口", "", False),
    ],
)
def test_lines_that_are_links(text: str, linked: str, expected: bool) -> None:
    """Most of the words are of links; a date beside them is no word."""
    assert Draft([Run(text)], links=((linked, "b"),)).is_link is expected


@pytest.mark.parametrize(
    ("end", "length", "expected"), [("潮", FULL, True), ("潮", FULL - 1, False), ("。", FULL, False)]
)
def test_lines_that_break_off(end: str, length: int, expected: bool) -> None:
    """A line that is long enough and ends in no stop goes on after a ``<br>``."""
    assert Draft([Run("潮" * (length - 1) + end)]).breaks_off is expected


def test_lists() -> None:
    """Items have their list's depth; a list that does not count from 1 has its numbers as text; the rest goes on."""
    lists = Lists()
    made: list[Draft] = []

    def put(text: str) -> None:
        made.append(Draft([Run(text)]))
        lists.put(made[-1])

    outer, inner = fragment_fromstring("<ul><li>a</li></ul>"), fragment_fromstring('<ol start="3"><li>b</li></ol>')
    lists.begin(outer)
    lists.begin_item(outer[0])
    put("鱼")
    put("再说")
    lists.begin(inner)
    lists.begin_item(inner[0])
    put("黄鱼")
    lists.leave(inner[0])
    lists.begin_item(fragment_fromstring('<li value="9"/>'))
    put("虾")
    assert [(draft.text, draft.form, draft.depth) for draft in made] == [
        ("鱼", Form.ITEM, 1),
        ("再说", None, 1),
        ("3. 黄鱼", None, 0),
        ("9. 虾", None, 0),
    ]
    for element in (inner[0], inner, outer[0], outer):
        lists.leave(element)
    assert (lists.lists, lists.items) == ([], [])


@pytest.mark.parametrize(
    ("element", "text", "form"),
    [
        ("<ol><li>鱼</li></ol>", "鱼", Form.NUMBERED),
        ('<ol start="1" type="1"><li>鱼</li></ol>', "鱼", Form.NUMBERED),
        ('<ol type="a"><li>鱼</li></ol>', "a. 鱼", None),
        ("<ol reversed><li>鱼</li></ol>", "1. 鱼", None),
        ("<ol><li>鱼<table></table></li><li>虾</li></ol>", "1. 鱼", None),
        ("<ol><li>鱼</li><li>虾<table></table></li></ol>", "鱼", Form.NUMBERED),
        ("<ol style='list-style:none'><li>鱼</li></ol>", "鱼", None),
        ("<ul style='list-style:none'><li>鱼</li></ul>", "鱼", Form.ITEM),
        ("<ul style='list-style-type: decimal'><li>鱼</li></ul>", "鱼", Form.NUMBERED),
        ("<ol style='list-style-type:square inside'><li>鱼</li></ol>", "鱼", Form.ITEM),
        ('<ol><li value="7">鱼</li></ol>', "7. 鱼", None),
        ('<ol><li value="x">鱼</li></ol>', "鱼", Form.NUMBERED),
        ('<ul start="3"><li>鱼</li></ul>', "鱼", Form.ITEM),
        ("<dl><dt>鱼</dt></dl>", "鱼", None),
    ],
)
def test_how_a_list_counts(element: str, text: str, form: Form | None) -> None:
    """One that counts 1, 2, 3 does it by itself; in any other its numbers are text."""
    made, lists, draft = fragment_fromstring(element), Lists(), Draft([Run("鱼")])
    if made.tag != "dl":
        lists.begin(made)
    lists.begin_item(made[0])
    lists.put(draft)
    assert (draft.text, draft.form) == (text, form)


def test_a_list_of_definitions() -> None:
    """A term ends the one before it; the list's end ends both, and an item that holds the list goes on."""
    lists = Lists()
    for term in fragment_fromstring("<dl><dt>鱼</dt><dt>虾</dt></dl>"):
        lists.begin_item(term)
    assert len(lists.items) == 1
    lists.leave(fragment_fromstring("<p/>"))
    assert len(lists.items) == 1
    lists.leave(fragment_fromstring("<dl/>"))
    assert lists.items == []
    lists.begin_item(fragment_fromstring("<li/>"))
    lists.begin_item(fragment_fromstring("<dt/>"))
    lists.leave(fragment_fromstring("<dl/>"))
    assert [item.is_term for item in lists.items] == [False]
