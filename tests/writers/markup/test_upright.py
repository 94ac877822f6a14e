"""In vertical lines short numbers stand upright, and the book turns its pages from left to right."""

from __future__ import annotations

import re

import pytest

from converter.model import Issue
from converter.options import Look
from converter.writers.markup.upright import upright
from tests.writers.reading import OPF, Book

CASES = [
    # text, and the same with [upright] runs in brackets
    ("5月16日", "[5]月[16]日"),
    ("2021年", "2021年"),
    ("第01版", "第[01]版"),
    ("132件", "132件"),
    ("8.6公里", "8.6公里"),
    ("7%", "7%"),
    ("3—5人", "[3]—[5]人"),
    ("AI和5G的A座", "[AI]和[5G]的[A]座"),
    ("GDP增长", "GDP增长"),
    ("made in China", "made in China"),
    ("他说 OK 。", "他说 [OK] 。"),
    ("真的!?", "真的[!?]"),
    ("１２岁", "１２岁"),
    ("a &lt; b &amp; c", "a &lt; b &amp; c"),
    ("乙&lt;甲", "乙&lt;甲"),
    ("查 https://a.example/b 12", "查 https://a.example/b 12"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_short_runs_stand_upright(text: str, expected: str) -> None:
    """One or two digits or letters stand among Chinese; longer numbers, decimals, sentences and addresses lie."""
    spans = re.sub(r"\[([^]]*)\]", r'<span class="upright">\1</span>', expected)
    assert upright(f'<p class="x1">{text}</p>') == f'<p class="x1">{spans}</p>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('—EN<span class="tied">D—</span>', '—EN<span class="tied">D—</span>'),
        ("A<em>B</em>C", "A<em>B</em>C"),
        ("第<em>5</em>版", '第<em><span class="upright">5</span></em>版'),
        ("<td>5</td><td>6</td>", '<td><span class="upright">5</span></td><td><span class="upright">6</span></td>'),
        ("甲<em>1</em><em></em>2乙", "甲<em>1</em><em></em>2乙"),
    ],
)
def test_a_word_that_goes_on_beyond_a_tag_lies_whole(text: str, expected: str) -> None:
    """No half of a word stands upright where a tag of a line divides it; one between blocks divides words."""
    assert upright(text) == expected


def test_no_blank_stands_alone_between_elements() -> None:
    """The blank between a dateline and a number goes into the dateline, where nobody takes it for formatting."""
    for blank in (" ", "\xa0\xa0"):
        found = upright(f"<p><b>本报电</b>{blank}5月</p>\n<p>5日</p>")
        assert found == (
            f'<p><b>本报电{blank}</b><span class="upright">5</span>月</p>\n<p><span class="upright">5</span>日</p>'
        )


def test_vertical_book_says_so_everywhere(paper: Issue) -> None:
    """Pages progress from right to left, every document has the sheet with the mode, and the text is the same."""
    book = Book(paper, Look(vertical=True))
    assert book.package.find(f"{OPF}spine").get("page-progression-direction") == "rtl"
    css = book.files["style.css"].decode()
    assert re.search(
        r"(?s)^html \{.*-epub-writing-mode: vertical-rl;.*-webkit-.*\n  writing-mode: vertical-rl;\n\}", css, re.M
    )
    documents = [name for name in book.files if name.endswith(".xhtml")]
    assert all(b'href="style.css"' in book.files[name] for name in documents)
    assert book.shown() == Book(paper).shown()
    assert book.said("identifier") != Book(paper).said("identifier")
    assert Book(paper).package.find(f"{OPF}spine").get("page-progression-direction") is None
