"""The numbers in Word's mark-up: how large they may be, and how many are none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from converter.press.numbers import whole_number
from converter.readers.docx.package import Part, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST = 32_767
"""The largest number that Word takes for where a list begins, for a length in twentieths of a point and the like."""

DEEPEST = 8
"""The deepest level of a list, from 0; one more says that an outline's is no heading (ECMA-376, 17.9.3, 17.3.1.20)."""

WIDEST = 63
"""The columns that a row of a table may have."""

_PLACES = {
    "ilvl": ("val", DEEPEST),
    "lvl": ("ilvl", DEEPEST),
    "lvlOverride": ("ilvl", DEEPEST),
    "outlineLvl": ("val", DEEPEST + 1),
    "start": ("val", LARGEST),
    "startOverride": ("val", LARGEST),
    "gridSpan": ("val", WIDEST),
    "gridBefore": ("val", WIDEST),
    "ind": ("firstLineChars", LARGEST),
}
"""The elements that have a whole number, its attribute, and the largest that it may be."""


def odd_numbers(parts: Iterable[Part | None]) -> int:
    """How many numbers of the parts are none, or larger than any that Word takes: they are read as if not there."""
    return sum(_is_odd(element) for part in parts if part is not None for element in part.root.iter(*_TAGS))


_TAGS = [f"{W}{name}" for name in _PLACES]


def _is_odd(element: Element) -> bool:
    name, most = _PLACES[str(element.tag).removeprefix(W)]
    said = element.get(f"{W}{name}")
    return said is not None and whole_number(said, most) is None
