"""What a paragraph or a run looks like: its own properties, its style's, those of the styles that this is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from converter.press.lexicon import pattern
from converter.press.numbers import whole_number
from converter.readers.docx.numbers import LARGEST
from converter.readers.docx.package import Part, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

HEADING = pattern(__package__, "style", r"(?i)<heading>\s*([1-9])")
_LARGEST = 1638
"""Points of the largest type that Word sets."""

USUAL_SIZE = 10.0
"""Points of type whose size nothing says (ECMA-376, part 1, 17.3.2.38)."""

BODY_LEVEL = 9
"""The outline level that says that text is no heading, whatever its style is based on (17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks; None means that nothing is said.

    ``size`` is in points; ``font`` is that of Latin letters and of signs; ``colour`` six
    hexadecimal digits; ``level`` the outline's from 0 (``BODY_LEVEL`` for text); ``number``
    the list's id and the depth in it.
    """

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    struck: bool | None = None
    raised: str | None = None  # superscript, subscript
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None
    colour: str | None = None
    align: str | None = None
    indent: int | None = None  # of the first line, in columns
    level: int | None = None
    number: tuple[str | None, int | None] = (None, None)
    new_page: bool | None = None

    def over(self, other: Look) -> Look:
        """This look, and ``other``'s where this says nothing."""
        if self == _NOTHING:
            return other
        values = {
            name: getattr(other, name)
            for name in self.__slots__
            if name != "number" and getattr(self, name) is None and getattr(other, name) is not None
        }
        number = (
            self.number[0] if self.number[0] is not None else other.number[0],
            self.number[1] if self.number[1] is not None else other.number[1],
        )
        return replace(self, number=number, **values)


_NOTHING = Look()


class Styles:
    """The styles of a document, looked up by id; ``name`` gives the lower-case name that they are known by."""

    def __init__(self, part: Part | None) -> None:
        root = part.root if part else None
        self._styles = {} if root is None else {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
        self._names = {key: _value(style.find(f"{W}name")) or key for key, style in self._styles.items()}
        self._looks: dict[str, Look] = {}
        self._wholes: dict[str, Look] = {}
        defaults = None if root is None else root.find(f"{W}docDefaults")
        self.default = Look() if defaults is None else look_of(*defaults.iter(f"{W}pPr", f"{W}rPr"))
        self.paragraph = next(
            (
                key
                for key, style in self._styles.items()
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")
            ),
            "",
        )

    def name(self, key: str) -> str:
        """The style's name, lower-case and without blanks."""
        return re.sub(r"\s+", "", self._names.get(key, key)).lower()

    def kin(self, key: str) -> list[str]:
        """The names of the style and of those that it is based on, the nearest first."""
        return list(map(self.name, self._chain(key)))

    def _chain(self, key: str) -> list[str]:
        chain: list[str] = []
        at: str | None = key
        while at in self._styles and at not in chain:
            chain.append(at)
            at = _value(self._styles[at].find(f"{W}basedOn"))
        return chain

    def look(self, key: str) -> Look:
        """What the style ``key`` says, with the styles that it is based on."""
        if key not in self._looks:
            look = Look()
            for link in self._chain(key):
                look = look.over(_leveled(_own(self._styles[link]), self._names[link]))
            self._looks[key] = look
        return self._looks[key]

    def whole(self, key: str) -> Look:
        """The look of a paragraph of the style ``key``: the style's, and what is usual in the document."""
        if key not in self._wholes:
            self._wholes[key] = self.look(key).over(self.default)
        return self._wholes[key]


def _own(style: Element) -> Look:
    return look_of(style.find(f"{W}pPr"), style.find(f"{W}rPr"))


def _leveled(look: Look, name: str) -> Look:
    """The look with the level that a heading's name tells, where the style has no other."""
    found = HEADING.fullmatch(name.strip())
    return replace(look, level=int(found[1]) - 1) if found and look.level is None else look


def look_of(*properties: Element | None) -> Look:
    """What the properties of a paragraph (``pPr``) or of a run (``rPr``) say themselves, earlier changes left aside."""
    found: dict[str, Element] = {}
    for element in properties:
        for node in () if element is None else element:
            found[str(node.tag).removeprefix(W)] = node
    if (number := found.pop("numPr", None)) is not None:
        found |= {str(node.tag).removeprefix(W): node for node in number}
    return Look(
        bold=_flag(found.get("b")),
        italic=_either(_flag(found.get("i")), _drawn(found.get("em"))),
        underline=_drawn(found.get("u")),
        struck=_either(_flag(found.get("strike")), _flag(found.get("dstrike"))),
        raised=_value(found.get("vertAlign")),
        hidden=_flag(found.get("vanish")),
        size=_points(_value(found.get("sz"))),
        font=_font(found.get("rFonts")),
        colour=_value(found.get("color")),
        align=_value(found.get("jc")),
        indent=_indent(found.get("ind")),
        level=whole_number(_value(found.get("outlineLvl")), BODY_LEVEL),
        number=(_value(found.get("numId")), whole_number(_value(found.get("ilvl")), BODY_LEVEL - 1)),
        new_page=_flag(found.get("pageBreakBefore")),
    )


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get(f"{W}val")


def _font(element: Element | None) -> str | None:
    """The font of Latin letters, or of the signs between these and Chinese ones."""
    return None if element is None else element.get(f"{W}ascii") or element.get(f"{W}hAnsi")


def _flag(element: Element | None) -> bool | None:
    """Whether a property that is on or off is on; None where it is not there."""
    return None if element is None else element.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def _either(*flags: bool | None) -> bool | None:
    """Whether one of several properties is on; off where one is off and none is on, None where none is there."""
    said = [flag for flag in flags if flag is not None]
    return any(said) if said else None


_drawn = _flag  # an underline, a dot of emphasis: ``none`` or a kind of line


def _points(text: str | None) -> float | None:
    """Half points as points."""
    try:
        points = float(text or "") / 2
    except ValueError:
        return None
    return points if 0 <= points <= _LARGEST else None


def _indent(element: Element | None) -> int | None:
    """The first line's indent in columns: two for a character, 120 twentieths of a point for a column."""
    if element is None:
        return None
    chars, points = (whole_number(element.get(f"{W}{name}"), LARGEST) for name in ("firstLineChars", "firstLine"))
    return chars // 50 if chars else (points or 0) // 120
