"""Kobo's reader gets a span for every sentence, and nothing of the text changes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.options import Look
from converter.writers.epub.kobo import spanned
from tests.strategies import issues
from tests.writers.reading import TYPE, Book, text_of

CASES = [
    ("雨停了。天亮了！", "雨停了。|天亮了！"),
    ("“走吧。”他说。", "“走吧。”|他说。"),
    ("他问：「去嗎？」然後走了", "他问：「去嗎？」|然後走了"),
    ("等一等……再说？！好。", "等一等……|再说？！|好。"),
    ("长12.5公里。No. 5 is it. 是。", "长12.5公里。|No. |5 is it. |是。"),
    ("没有句号", "没有句号"),
    ("。", "。"),
    ("（他走了。）我没走。", "（他走了。）|我没走。"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentence_is_a_span(text: str, expected: str) -> None:
    """A sentence ends with its marks and what closes with them; a decimal point ends none."""
    found = re.findall(r'<span class="koboSpan" id="kobo\.1\.\d+">([^<]*)</span>', spanned(f"<p>{text}</p>"))
    assert "|".join(found) == expected


def test_ids_count_paragraphs_and_sentences() -> None:
    """Every block begins anew; a mark inside a sentence makes a span more; a picture has one of its own."""
    markup = spanned('<h1>题</h1>\n<p>一。<em>二</em>。</p>\n<figure><img src="a"/></figure>\n<p>三。</p>\n')
    assert re.findall(r'id="kobo\.([\d.]+)">', markup) == ["1.1", "2.1", "2.2", "2.3", "2.4", "3.1"]
    assert '<span class="koboSpan" id="kobo.2.4"><img src="a"/></span>' in markup
    assert markup.startswith('<div id="book-columns">\n<div id="book-inner">\n<h1><span')


@settings(max_examples=25, deadline=None)
@given(issues())
def test_any_tree_is_in_a_kepub_once(issue: Issue) -> None:
    """The spans change no text, in horizontal and vertical books, and their ids are unique in a document."""
    for vertical in (False, True):
        book = Book(issue, Look(device="kobo", vertical=vertical))
        assert book.shown() == text_of(issue)
        for tree in book.documents:
            ids = [e.get("id") for e in tree.iter() if e.get("id")]
            assert len(ids) == len(set(ids))


def test_contents_stay_without_spans(paper: Issue) -> None:
    """The navigation document is the reader's own business; each document is small enough with its spans too."""
    book = Book(paper, Look(device="kobo"))
    assert b"koboSpan" not in book.files["nav.xhtml"] and b".koboSpan" in book.files["style.css"]
    assert book.contents() == Book(paper).contents()
    assert {nav.get(TYPE) for nav in book.nav.iter("{*}nav")} == {"toc", "landmarks", "page-list"}


def test_contents_for_kobo_are_three_levels(letter: Issue) -> None:
    """A story and its subheads stay to the third level; what is deeper goes."""
    blocks = [
        Block(Role.SUBHEAD, (Run(text),), depth=depth) for depth, text in enumerate(("船台上下", "桅杆", "桅灯"), 1)
    ]
    story = letter.sections[0].articles[0]
    deep = replace(letter, sections=(Section((Article(Kind.ARTICLE, (*story.parts, *blocks)),)),))
    names = ["封面", "渔港小城的新航线", "旧仓库的灯", "船台上下", "桅杆", "桅灯"]
    assert [label for _, label in Book(deep).contents()] == names
    assert [label for _, label in Book(deep, Look(device="kobo")).contents()] == names[:-1]
