"""The data files of this package: a row a line, columns between tabs, ``#`` before what is said of them."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

from converter.press.numbers import HAN_NUMBER


@cache
def rows(name: str) -> tuple[str, ...]:
    """The lines of a data file."""
    text = (get_data(__package__, name) or b"").decode()
    return tuple(row for row in text.split("\n") if row and row[0] != "#")


def table(name: str) -> list[list[str]]:
    """The rows of a data file, cut into columns."""
    return [row.split("\t") for row in rows(name)]


_FIGURES = f"0123456789０１２３４５６７８９{HAN_NUMBER}万亿两几数半"
_FIGURES_THERE = f"0123456789０１２３４５６７８９{HAN_NUMBER}萬億兩幾數半"


@cache
def spellings() -> dict[str, str]:
    """What is written for words of simplified text that OpenCC spells wrong, and for measures after a figure: 十里."""
    return measures() | _pairs("word")


@cache
def measures() -> dict[str, str]:
    """What is written for measures after a figure."""
    figures = list(zip(_FIGURES, _FIGURES_THERE, strict=True))
    return {one + old: other + new for old, new in _pairs("measure").items() for one, other in figures}


def _pairs(stage: str) -> dict[str, str]:
    """The pairs of ``forms.tsv`` that hold everywhere, of one stage."""
    rows = [pairs for where, known, pairs, _ in table("forms.tsv") if (where, known) == ("*", stage)]
    return {old: new for pairs in rows for old, _, new in (pair.partition("→") for pair in pairs.split(" "))}
