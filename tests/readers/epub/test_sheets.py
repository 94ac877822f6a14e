"""What style sheets say of classes is said in the elements' own styles."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from converter.readers.epub.package import Book
from converter.readers.epub.sheets import Sheets
from tests.readers.books import book, told


@pytest.mark.parametrize(
    ("sheet", "style"),
    [
        (".c { font-weight: bold }", "font-weight: bold"),
        ("p.c, .d { color: red; font-style:italic }", "font-style:italic"),
        (".c { text-align: center; text-decoration: underline }", "text-align: center; text-decoration: underline"),
        (".c { color: red }", None),
        ("/* .c { font-weight: bold } */", None),
        ("div .c { font-weight: bold }", None),
        ("#c { font-weight: bold }", None),
        (".cd { font-weight: bold }", None),
    ],
)
def test_rules(sheet: str, style: str | None) -> None:
    """Rules for a class alone count, and of them what means something in the text."""
    made = Book(book({"a.xhtml": "<p>桥</p>"}, files={"s/a.css": sheet.encode()}))
    page = fragment_fromstring('<div><link rel="stylesheet" href="s/a.css"><p class="c">桥</p></div>')
    Sheets(made).apply(page, "OEBPS/a.xhtml")
    assert page[1].get("style") == style


def test_the_elements_own_style_comes_last() -> None:
    """It may say otherwise; a sheet in the page counts after one beside it, and one that is not there for nothing."""
    made = Book(book({"a.xhtml": "<p>桥</p>"}, files={"a.css": b".c{font-weight:bold}.d{font-style:italic}"}))
    page = fragment_fromstring(
        '<div><link rel="stylesheet" href="a.css"><link rel="stylesheet" href="gone.css"><link href="a.css">'
        '<style>.c{vertical-align:super}</style><p class="c d" style="color:red">桥</p></div>'
    )
    Sheets(made).apply(page, "OEBPS/a.xhtml")
    assert page[-1].get("style") == "vertical-align:super; font-style:italic; color:red"


def test_styles_that_mean_something() -> None:
    """What classes of the style sheets make bold, italic or raised is marked so; the rest of the sheets is left out."""
    css = (
        "/* .c1 {font-style: italic} */ p.c1, .c2 { font-weight: bold; color: red } span.c3{vertical-align:super}\n"
        ".c4 {font-style:italic}"
    )
    head = (
        '<h1>一</h1><p class="c0">甲<span class="c2 c9">乙</span>丙<span class="c3">丁</span><i class="c4">戊</i></p>'
    )
    data = book({"a.xhtml": f'<link rel="stylesheet" href="s/a.css"/>{head}'}, files={"s/a.css": css.encode()})
    assert told(data)[-1] == "paragraph\t甲[乙]{strong}丙[丁]{sup}[戊]{emphasis}"
