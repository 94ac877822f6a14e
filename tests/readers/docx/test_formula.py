"""Formulas become text on one line."""

from __future__ import annotations

import pytest
from lxml.etree import fromstring

from converter.readers.docx.formula import M, formula


def read(inside: str) -> str:
    """The text of a formula, what is raised after ^, what is lowered after _."""
    element = fromstring(f'<m:oMath xmlns:m="{M.strip("{}")}">{inside}</m:oMath>')
    signs = {"superscript": "^", "subscript": "_", None: ""}
    return "".join(f"{signs[raised]}{text}" for text, raised in formula(element) if text)


def t(text: str) -> str:
    """A run of a formula."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"{t('a')}{t('+b')}", "a+b"),
        (f"<m:sSup><m:e>{t('x')}</m:e><m:sup>{t('2')}</m:sup></m:sSup>", "x^2"),
        (f"<m:sSub><m:e>{t('x')}</m:e><m:sub>{t('1')}</m:sub></m:sSub>", "x_1"),
        (f"<m:f><m:num>{t('a+b')}</m:num><m:den>{t('c')}</m:den></m:f>", "(a+b)/c"),
        (f"<m:rad><m:deg>{t('3')}</m:deg><m:e>{t('x')}</m:e></m:rad>", "√^3x"),
        (f"<m:rad><m:deg/><m:e>{t('a+b')}</m:e></m:rad>", "√(a+b)"),
        (f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:e>{t('x')}</m:e></m:nary>", "∑x"),
        (f"<m:nary><m:e>{t('x')}</m:e></m:nary>", "∫x"),
        (f"<m:d><m:e>{t('a')}</m:e><m:e>{t('b')}</m:e></m:d>", "(a|b)"),
        (f"<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e>{t('a')}</m:e></m:d>", "[a]"),
        (f"<m:m><m:mr><m:e>{t('a')}</m:e><m:e>{t('b')}</m:e></m:mr><m:mr><m:e>{t('c')}</m:e></m:mr></m:m>", "a b; c"),
    ],
    ids="run raised lowered fraction root root-of-several sum integral brackets own-brackets matrix".split(),
)
def test_formulas(inside: str, expected: str) -> None:
    """Signs that a formula draws are characters, and a part of several characters in a fraction has brackets."""
    assert read(inside) == expected
