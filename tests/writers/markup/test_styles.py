"""A book's style sheet is one of ours, turned for vertical lines, or ours and the user's over it."""

from __future__ import annotations

import re
from functools import reduce
from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.model import Issue
from converter.options import STYLES, Look
from converter.writers.markup.styles import dressed, said_both_ways, sheet, turned, used_rules
from converter.writers.web.policy import digest
from tests.writers.reading import Book, Page

RULES = [
    ("margin: 1em;", "margin: 1em 1em 1em 1em;"),
    ("margin: 1em 2em;", "margin: 2em 1em 2em 1em;"),
    ("padding: 1em 2em 3em;", "padding: 2em 1em 2em 3em;"),
    ("margin: 1em 2em 3em 4em;", "margin: 4em 1em 2em 3em;"),
    ("border-left: thin solid; margin-top: 1em;", "border-top: thin solid; margin-right: 1em;"),
    ("overflow-x: auto; gap: 0 2em;", "overflow-y: auto; gap: 0 2em;"),
    ("max-width: 100%; height: auto; line-height: 2;", "max-height: 100%; width: auto; line-height: 2;"),
]


@pytest.mark.parametrize(("horizontal", "vertical"), RULES)
def test_sheet_is_turned(horizontal: str, vertical: str) -> None:
    """What is above a horizontal line is at the right of a vertical one, what is left of it above."""
    assert turned(f"p {{ {horizontal} }}") == f"p {{ {vertical} }}"


@pytest.mark.parametrize(
    ("horizontal", "added"),
    [
        ("margin: 1em;", ""),
        ("margin: 0 5%;", "margin-block: 0 0; margin-inline: 5% 5%;"),
        ("padding: 0 0 0 2em; border: 0;", "padding-block: 0 0; padding-inline: 2em 0;"),
        ("border-width: thin 0 0 1em;", "border-block-width: thin 0; border-inline-width: 1em 0;"),
    ],
)
def test_sides_are_said_by_the_page_and_by_the_line(horizontal: str, added: str) -> None:
    """A reader that knows no vertical lines has the sides of a horizontal page; one that does, those of its lines."""
    first, *others = horizontal.split("; ")
    expected = "; ".join(filter(None, (first.rstrip(";"), added.rstrip(";"), *(other.rstrip(";") for other in others))))
    assert said_both_ways(f"p {{ {horizontal} }}") == f"p {{ {expected}; }}"


def test_books_sheets_say_no_side_alone() -> None:
    """All four sides are said at once in what is for vertical lines too: one alone would stay where it is."""
    side = re.compile(r"(margin|padding|border)-(top|right|bottom|left)|overflow-[xy]")
    assert not any(side.search(sheet(f"{name}.css")) for name in STYLES)


def test_a_vertical_book_is_a_horizontal_one_elsewhere(paper: Issue) -> None:
    """A reader without vertical lines finds every rule of the horizontal book in the vertical one."""
    sheets = (Book(paper, Look(vertical=turn)).files["style.css"].decode() for turn in (False, True))
    own = ("vertical-marks.css", "paged.css")
    horizontal, vertical = (reduce(str.removesuffix, map(sheet, own), css) for css in sheets)
    assert re.sub(r"; [a-z]+-(block|inline)[a-z-]*: [^;}]+", "", vertical).startswith(horizontal)


def test_books_have_what_pages_of_webkit_need() -> None:
    """A book's headings keep two lines below them in WebKit too, which has no break-after; a web page has no pages."""
    rule = ":has(+ * + *)::after"
    assert [rule in css for css in (dressed(Look(), ["<h2>"]), dressed(Look(), ["<h2>"], "page"))] == [True, False]


def test_no_book_has_what_webkit_paints_wrong() -> None:
    """WebKit loses digits by text-autospace and sets justified lines ragged by text-wrap: pretty; a page asks first."""
    spoils = re.compile(r"text-autospace: (?!no-)|text-wrap: pretty")
    assert not any(spoils.search(sheet(f"{name}.css")) for name in (*STYLES, "vertical"))
    assert not spoils.search(re.sub(r"(?s)@supports not \(-webkit-nbsp-mode: space\) \{.*?\n\}", "", sheet("page.css")))


def test_every_style_dresses_a_book(paper: Issue) -> None:
    """The named styles differ, and neither says a length, a colour or a size that the reader cannot change."""
    sheets = {style: Book(paper, Look(style=style)).files["style.css"].decode() for style in STYLES}
    assert len(set(sheets.values())) == len(STYLES)
    for css in sheets.values():
        assert not re.search(r"\d(px|pt|rem|cm|mm)\b|#[0-9a-f]{3}|rgb|(?<!-)color: (?!inherit)|background", css)
        assert not re.search(r"(?m)^(html|body)[^{]*\{[^}]*(font-size|color|background)", css)


def test_our_sheets_have_no_direction() -> None:
    """EPUB 3.3 (6.3.1) has the direction of text in the mark-up alone."""
    assert not any(re.search(r"[;{\s](direction|unicode-bidi)\s*:", sheet(f"{n}.css")) for n in (*STYLES, "vertical"))


def test_own_sheet_comes_last(tmp_path: Path, paper: Issue) -> None:
    """A user's rules stand after ours, whole, at-rules and comments too."""
    own = tmp_path / "own.css"
    own.write_text("/* 我的 */\n@media print { p { color: red } }\n.nowhere { color: blue }\n", "utf-8")
    css = Book(paper, Look(style=own)).files["style.css"].decode()
    ours = Book(paper).files["style.css"].decode()
    assert css == ours + "/* 我的 */\n@media print { p { color: red } }\n.nowhere { color: blue }\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "no style sheet at .*: say newspaper \\| book, or a CSS file"),
        (b"\xff\xfe", "is no UTF-8: save it as UTF-8"),
        (b"@import 'a.css';", "line 1 of .* has @import, but a book has to hold all it needs"),
        (b"p { }\r\np { background: url(a.png) }", r"line 2 of .* has url\(a.png\), but"),
        (b"p { }\n\n/* </STYLE\t> */", "line 3 of .* has </STYLE, but"),
        (b'@charset "GBK"; p { }', "line 1 of .* has @charset, but"),
    ],
)
def test_own_sheet_that_cannot_be_used(text: bytes | None, message: str, tmp_path: Path, paper: Issue) -> None:
    """A sheet that is not there, not UTF-8, or wants another file is refused with what to do."""
    own = tmp_path / "own.css"
    if text is not None:
        own.write_bytes(text)
    with pytest.raises(UnreadableInput, match=message):
        Book(paper, Look(style=own))


@pytest.mark.parametrize(
    "css",
    [
        b'body { background: url("data:image/png;base64,AA==") }',
        b"body { background: url(DATA:image/png;base64,AA==) }",
        b"p::before { content: '\xe2\x80\x94 url(x) @import \\201C' }",
        b"p { color: red }\r\n/* a </styles> b <!-- c */\r\n",
        b"p::before { content: '\0' }",
    ],
)
def test_page_allows_the_sheet_that_it_holds(css: bytes, tmp_path: Path, paper: Issue) -> None:
    """What the policy's hash is of is what a browser finds in the element; pictures that the sheet holds are shown."""
    own = tmp_path / "own.css"
    own.write_bytes(b'@charset "UTF-8";\n' + css)
    page = Page(paper, Look(style=own))
    (policy,) = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = page.tree.xpath("//style/text()")
    assert f"'{digest(style)}'" in policy and "@charset" not in style
    assert css.decode().replace("\r\n", "\n").replace("\0", "\ufffd").strip() in style
    assert ("img-src data:" in policy) == (b"data:" in css.lower())


def test_rules_go_with_their_classes() -> None:
    """A selector stays where its classes occur; a rule goes with its last selector."""
    css = ".a, .b p { margin: 0 }\n.c { margin: 0 }\np { margin: 0 }\n"
    assert used_rules(css, ['<p class="b x">']) == ".b p { margin: 0 }\np { margin: 0 }\n"
    css = "body { margin: 0 }\nol > li, li .b { margin: 0 }\n:root:lang(zh) p:first-child, td { margin: 0 }\n"
    assert used_rules(css, ["<ol><li>", "<p>"]) == css.replace(", li .b", "").replace(", td", "")


def test_marks_that_are_turned_have_forms_of_their_own() -> None:
    """Each face of the sheet for engines without vertical forms has the stops and brackets that have such forms, and
    none of the marks that lie in a vertical line (UAX 50): these would be turned twice.
    """
    faces = re.findall(r"unicode-range: ([^;]+);", sheet("vertical-marks.css"))
    upright, lying = "、。，．：；！？（）［］｛｝〈〉《》「」『』【】〔〕〖〗", "—…–‘’“”-～－＝〰·'\"0a一"
    spans = [[[int(end, 16) for end in span[2:].split("-")] for span in face.split(", ")] for face in faces]
    for ranges in spans:
        held = {chr(code) for span in ranges for code in range(span[0], span[-1] + 1)}
        assert (held.issuperset(upright), held.intersection(lying)) == (True, set())
    assert len(spans) == 6
