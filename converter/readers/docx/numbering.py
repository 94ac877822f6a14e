"""The numbers and bullets that Word puts before paragraphs (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from converter.press.numbers import LEGAL, counted, roman
from converter.readers.docx.package import Part, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACE = re.compile(r"%([1-9])")
_PLAIN = re.compile(r"\s*%[1-9]\s*[.)）．、]?\s*")


@dataclass(frozen=True, slots=True)
class Level:
    """How a depth of a list is numbered: the format's name, the text around the numbers, where it begins."""

    format: str
    text: str
    start: int
    style: str


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph. ``text`` is empty for a bullet; ``plain`` says that it is just 1. or 1)."""

    text: str
    plain: bool
    value: int
    depth: int
    list: str


class Numbering:
    """Counts the numbered paragraphs of a document as they come."""

    def __init__(self, part: Part | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._abstract: dict[str, str] = {}
        if part is None:
            return
        abstract = {element.get(f"{W}abstractNumId", ""): element for element in part.root.iter(f"{W}abstractNum")}
        for number in part.root.iter(f"{W}num"):
            key, base = number.get(f"{W}numId", ""), _value(number.find(f"{W}abstractNumId"))
            self._abstract[key] = f"own {key}" if number.find(f"{W}lvlOverride/{W}startOverride") is not None else base
            levels = _levels(abstract[base]) if base in abstract else {}
            for override in number.iter(f"{W}lvlOverride"):
                depth = int(override.get(f"{W}ilvl", "0") or 0)
                levels |= _levels(override)
                start = _value(override.find(f"{W}startOverride"))
                if start.isdecimal() and depth in levels:
                    levels[depth] = replace(levels[depth], start=int(start))
            self._levels[key] = levels

    def label(self, key: str | None, depth: int | None, style: str) -> Label | None:
        """What stands before the next paragraph of list ``key`` at ``depth`` (from 0); None where nothing does.

        Where no depth is said, it is that of the paragraph's style.
        """
        levels = self._levels.get(key or "", {})
        if depth is None:
            depth = next((at for at, level in levels.items() if level.style and level.style == style), 0)
        if key in (None, "0") or depth not in levels:
            return None
        level = levels[depth]
        if level.format == "bullet":
            return Label("", False, 0, depth + 1, self._abstract[key])
        if level.format == "none" and not level.text:
            return None
        counts = self._counts.setdefault(self._abstract[key], {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            of = levels.get(at, level)
            return written(counts.setdefault(at, of.start), of.format)

        plain = bool(_PLAIN.fullmatch(level.text)) and level.format == "decimal"
        return Label(_PLACE.sub(shown, level.text), plain, counts[depth], depth + 1, self._abstract[key])


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for level in element.iter(f"{W}lvl"):
        start = _value(level.find(f"{W}start"))
        found[int(level.get(f"{W}ilvl", "0") or 0)] = Level(
            _value(level.find(f".//{W}numFmt")) or "decimal",
            _value(level.find(f"{W}lvlText")),
            int(start) if start.isdecimal() else 0,
            _value(level.find(f"{W}pStyle")),
        )
    return found


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def written(number: int, format: str) -> str:
    """``number`` in one of the standard's formats (17.18.59); those that are not known here are digits."""
    if format in ("none", "bullet"):
        return ""
    if format.startswith(_COUNTED):
        return counted(number)
    if format.startswith(_LEGAL):
        return counted(number).translate(LEGAL)
    first, last, write = _FORMATS.get(format, (0, 0, str))
    return write(number) if first <= number <= last else str(number)


def _letters(number: int) -> str:
    """A to Z, then AA to ZZ."""
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1)


_COUNTED = ("chineseCounting", "ideographDigital", "japaneseCounting", "taiwaneseCounting")
_LEGAL = ("chineseLegal", "ideographLegalTraditional")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_MOST = 1 << 32
_FORMATS: dict[str, tuple[int, int, Callable[[int], str]]] = {
    # the first number and the last that can be written so
    "ideographTraditional": (1, 10, lambda number: "甲乙丙丁戊己庚辛壬癸"[number - 1]),
    "ideographZodiac": (1, 12, lambda number: "子丑寅卯辰巳午未申酉戌亥"[number - 1]),
    "decimalEnclosedCircle": (1, 20, lambda number: chr(0x245F + number)),
    "decimalEnclosedCircleChinese": (1, 20, lambda number: chr(0x245F + number)),
    "decimalFullWidth": (0, _MOST, lambda number: str(number).translate(_FULL_WIDTH)),
    "decimalZero": (0, _MOST, lambda number: f"{number:02}"),
    "upperLetter": (1, _MOST, _letters),
    "lowerLetter": (1, _MOST, lambda number: _letters(number).lower()),
    "upperRoman": (1, 3999, roman),
    "lowerRoman": (1, 3999, lambda number: roman(number).lower()),
}
