"""A book's style sheet is one of ours, turned for vertical lines, or ours and the user's over it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.model import Issue
from converter.options import STYLES, Look
from converter.writers.markup.styles import sheet, turned, used_rules
from tests.writers.reading import Book

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
        (None, "no style sheet at .*: say newspaper or book, or a CSS file"),
        (b"\xff\xfe", "is no UTF-8: save it as UTF-8"),
        (b"@import 'a.css';", "has '@import', but a book has to hold all it needs"),
        (b"p { background: url(a.png) }", r"has 'url\(', but"),
        (b"p { } </style><script>", "has '</', but"),
    ],
)
def test_own_sheet_that_cannot_be_used(text: bytes | None, message: str, tmp_path: Path, paper: Issue) -> None:
    """A sheet that is not there, not UTF-8, or wants another file is refused with what to do."""
    own = tmp_path / "own.css"
    if text is not None:
        own.write_bytes(text)
    with pytest.raises(UnreadableInput, match=message):
        Book(paper, Look(style=own))


def test_rules_go_with_their_classes() -> None:
    """A selector stays where its classes occur; a rule goes with its last selector."""
    css = ".a, .b p { margin: 0 }\n.c { margin: 0 }\np { margin: 0 }\n"
    assert used_rules(css, '<p class="b x">') == ".b p { margin: 0 }\np { margin: 0 }\n"
    css = "body { margin: 0 }\nol > li, li .b { margin: 0 }\n:root:lang(zh) p:first-child, td { margin: 0 }\n"
    assert used_rules(css, "<ol><li><p>") == css.replace(", li .b", "").replace(", td", "")
