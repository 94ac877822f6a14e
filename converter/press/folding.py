"""Which characters a search takes for one: 臺 and 台, Ａ and a; so a text is found in whichever script it is asked for.

``simplified.txt`` has a traditional character and its simplified one a row (``tools/make/script_data.py``).
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

WIDE = range(0xFF01, 0xFF5F)
"""The full-width forms of ASCII's signs (Unicode: Halfwidth and Fullwidth Forms)."""

BESIDE = {"著": "着"}
"""What is a character of its own in both scripts, and yet the other script's form of another one."""


@cache
def folds() -> dict[str, str]:
    """A character for each one that is written otherwise in the other script, in capitals or in full width."""
    rows = (get_data(__package__, "simplified.txt") or b"").decode().split("\n")[1:]
    found = {row[0]: row[1] for row in rows if len(row) == 2} | BESIDE
    for code in (*range(ord("A"), ord("Z") + 1), *WIDE):
        found[chr(code)] = chr(code - (0xFEE0 if code in WIDE else 0)).lower()
    return {one: found.get(other, other) for one, other in found.items()}


@cache
def _table() -> dict[int, str]:
    return str.maketrans(folds())


def folded(text: str) -> str:
    """``text`` with one character for all that are the same to a search; as long as it was."""
    return text.translate(_table())


def folds_for(text: str) -> dict[str, str]:
    """Those of ``folds`` that may lead to a place of ``text``: what else is asked for is not in it."""
    there = set(folded(text))
    return {one: other for one, other in folds().items() if other in there}
