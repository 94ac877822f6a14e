"""A page to be: its lines at their places, what is drawn beside them, and what the blocks are."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

HANGS = "，。、；：？！”’）》」』】"
OPENS = "“‘（《「『【"

Spot = tuple[float, float, int]
"""A column: where its first line begins (of an upright one the line's right edge), and how many lines it has."""


@dataclass(frozen=True)
class Type:
    """How text is set: points, cells of a line, distance from line to line, its face."""

    size: float
    cells: float
    lead: float
    bold: bool = False
    upright: bool = False

    @property
    def measure(self) -> float:
        """The length of a line."""
        return self.size * self.cells


@dataclass(frozen=True)
class Set:
    """A line in its place: its em boxes begin at ``x``, ``y``."""

    text: str
    x: float
    y: float
    type: Type
    room: float
    """How long it is set out, its hanging mark aside; 0 where it stands as it is."""


@dataclass(frozen=True)
class Part:
    """A block of a story."""

    role: str
    text: str


@dataclass
class Page:
    """A page to be. ``rules``, ``frames``, ``tints`` and ``pictures`` are boxes: left, top, right, bottom."""

    name: str
    width: float
    height: float
    rotate: int = 0
    origin: tuple[float, float] = (0, 0)
    twice: bool = False
    shuffled: bool = False
    watermark: str = ""
    lines: list[Set] = field(default_factory=list)
    blocks: list[dict[str, Any]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    frames: list[tuple[float, float, float, float]] = field(default_factory=list)
    tints: list[tuple[float, float, float, float]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)

    def block(self, role: str, article: str | None, lines: Sequence[Set], apart: bool = False) -> None:
        """Add lines as a block."""
        self.lines += lines
        told: dict[str, Any] = {"role": role, "article": article, "lines": [line.text for line in lines]}
        told["upright"] = bool(lines) and lines[0].type.upright
        if apart:
            told["apart"] = True
        self.blocks.append(told)

    def title(
        self,
        role: str,
        article: str | None,
        text: str,
        x: float,
        y: float,
        type: Type,
        how: str = "centre",
        apart: bool = False,
    ) -> float:
        """A block of its own over a measure; gives where it ends: below, or to the left where it is upright."""
        placed = []
        for line in cut(text, type.cells):
            off = {
                "centre": (type.measure - width(line) * type.size) / 2,
                "right": type.measure - width(line) * type.size,
            }
            at = max(0.0, off.get(how, 0.0))
            if type.upright:
                placed.append(Set(line, x - type.size, y + at, type, 0))
                x -= type.lead
            else:
                placed.append(Set(line, x + at, y, type, 0))
                y += type.lead
        self.block(role, article, placed, apart)
        return x if type.upright else y

    def flow(self, article: str, parts: Sequence[Part], spots: Sequence[Spot], type: Type) -> None:
        """Text through columns. Raises ``ValueError`` where they are too short."""
        places = [(x, y, row) for x, y, rows in spots for row in range(rows)]
        used = 0
        for part in parts:
            plain = part.role == "subhead"
            lines = cut(part.text, type.cells, 0 if plain else 2)
            placed = []
            for number, text in enumerate(lines):
                if used == len(places):
                    raise ValueError(f"{self.name}: the columns of {article} are too short")
                x, y, row = places[used]
                used += 1
                last = number == len(lines) - 1
                off = 2.0 if number == 0 and not plain else 0.0
                if plain:
                    off = (type.cells - width(text)) / 2
                elif part.role == "signature":
                    off = type.cells - width(text)
                room = 0 if last or plain else type.cells - off
                face = Type(type.size, type.cells, type.lead, plain, type.upright)
                if type.upright:
                    placed.append(
                        Set(text, x - type.size - row * type.lead, y + off * type.size, face, room * type.size)
                    )
                else:
                    placed.append(Set(text, x + off * type.size, y + row * type.lead, face, room * type.size))
            self.block(part.role, article, placed)

    def truth(self, language: str = "zh-Hans") -> dict[str, Any]:
        """What the page is, in the form of a labelled page."""
        text, blocks = "", []
        for block in self.blocks:
            start = len(text)
            text += "".join(f"{line}\n" for line in block["lines"])
            kept = {key: value for key, value in block.items() if key != "lines"}
            blocks.append({**kept, "spans": [[start, len(text) - 1]], "brief": False})
        return {
            "id": self.name,
            "source": "made",
            "language": language,
            "layout": "pdf",
            "text": text,
            "blocks": blocks,
        }


def width(text: str) -> float:
    """How long a text is, in ems."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def cut(text: str, cells: float, indent: float = 0) -> list[str]:
    """The lines of a text: one mark that closes may hang out of the measure, one that opens goes to the next line."""
    lines: list[str] = []
    line, room = "", cells - indent
    for char in text:
        if room < width(char) - 0.01 and not (char in HANGS and room > -0.5):
            kept = _break(line, char)
            if kept:
                lines.append(line[:kept])
            line = line[kept:]
            room = cells - width(line)
        line += char
        room -= width(char)
    return [*lines, line] if line else lines


def _break(line: str, char: str) -> int:
    """How much of a full line stays in it where ``char`` comes next."""
    kept = len(line)
    if char in HANGS:
        while kept and line[kept - 1] in HANGS:
            kept -= 1
        kept -= 1
    while kept > 0 and (line[kept - 1] in OPENS or _is_latin(line[kept - 1]) and _is_latin((line + char)[kept])):
        kept -= 1
    return max(kept, 0)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def need(parts: Sequence[Part], cells: float) -> int:
    """How many lines text takes."""
    return sum(len(cut(part.text, cells, 0 if part.role == "subhead" else 2)) for part in parts)


def spread(line: Set) -> list[tuple[str, float]]:
    """The characters of a line, each with how far from its beginning it stands, set out to its room."""
    size = line.type.size
    places, at = [], 0.0
    for char in line.text:
        places.append((char, at))
        at += width(char) * size
    hung = size if line.text[-1:] in HANGS and at > line.room else 0.0
    gaps = len(places) - (2 if hung else 1)
    extra = max(0.0, line.room - (at - hung)) / gaps if line.room and gaps > 0 else 0.0
    return [(char, place + extra * min(number, gaps)) for number, (char, place) in enumerate(places)]
