"""Signs of fonts of signs are the characters that they look like."""

from __future__ import annotations

import pytest

from converter.readers.docx.symbols import NONE, sign, spelt


@pytest.mark.parametrize(
    ("code", "font", "shown"),
    [
        ("F0FC", "Wingdings", "✓"),
        ("F0FE", "Wingdings", "☑"),
        ("00FE", "Wingdings", "☑"),
        ("F0A8", "wingdings", "◻"),
        ("F052", "Wingdings 2", "☑"),
        ("F0A3", "Wingdings 2", "☐"),
        ("F070", "Wingdings 3", "▲"),
        ("F061", "Webdings", "✔"),
        ("F0B0", "Symbol", "°"),
        ("F057", "Symbol", "Ω"),
        ("F061", "Symbol", "α"),
        ("F0B7", "Symbol", "•"),
        ("F0FF", "Wingdings", NONE),
        ("F0FC", None, "✓"),
        ("2611", "Segoe UI Symbol", "☑"),
        ("E000", "江城造字", "\ue000"),
        ("渡", "Wingdings", ""),
        ("D800", "Wingdings", ""),
        ("110000", None, ""),
    ],
)
def test_signs(code: str, font: str | None, shown: str) -> None:
    """By the font and the code, which may stand in Word's private area; what is no character shows nothing."""
    assert shown == sign(code, font)


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("Ø", "Wingdings", "➢"),
        ("\uf0d8 渡口", "Wingdings", "➢ 渡口"),
        ("a=b", "Symbol", "α=β"),
        ("Ø", "Arial", "Ø"),
        ("Ø", None, "Ø"),
    ],
)
def test_text_set_in_a_font_of_signs(text: str, font: str | None, shown: str) -> None:
    """Latin characters are signs, Chinese ones and blanks stay."""
    assert shown == spelt(text, font)
