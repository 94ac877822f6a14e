"""What lies on a page: glyphs, lines, rules, frames and pictures; and the stories that are read from them."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.model import Box, around
from converter.press.marks import CLOSING_QUOTES, OPENING_QUOTES

HANGING = frozenset(f"，。、；：？！,.;:!?”’）》〉】〕{CLOSING_QUOTES}")
"""Marks that may hang into the gutter at a line's end."""

OPENING = frozenset(f"“‘（《〈【〔{OPENING_QUOTES}")
"""Marks that may be set half as wide at a line's head."""

BLANK = "\u3000"


@dataclass(slots=True, eq=False)
class Glyph:
    """A character in its em box: edges in points from the page's left and top edge, the size of its type, its face."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    face: str = ""


@dataclass(slots=True, eq=False)
class Strip:
    """A line as it was set. An ``upright`` one runs from top to bottom, and the next one stands to its left.

    ``start`` and ``end`` are its edges along the line, ``before`` and ``after`` those across it, in the order of
    reading, so that whatever reads a page set across reads an upright one too. One that is ``listed`` ends in the
    number of a page, as a row of a list of contents does.
    """

    text: str
    box: Box
    size: float
    upright: bool = False
    bold: bool = False
    face: str = ""
    sure: float = 1.0
    centred: bool = False
    listed: bool = False
    start: float = field(init=False)
    end: float = field(init=False)
    before: float = field(init=False)
    after: float = field(init=False)

    def __post_init__(self) -> None:
        box = self.box
        if self.upright:
            self.start, self.end, self.before, self.after = box.top, box.bottom, -box.right, -box.left
        else:
            self.start, self.end, self.before, self.after = box.left, box.right, box.top, box.bottom

    @property
    def edge(self) -> float:
        """Where it ends in its column: a mark at its end may hang out."""
        return self.end - self.size if len(self.text) > 1 and self.text[-1] in HANGING else self.end

    @property
    def head(self) -> float:
        """Where its words begin: an opening mark at its head may stand out of its column by half its width."""
        return self.start + 0.5 * self.size if len(self.text) > 1 and self.text[0] in OPENING else self.start

    @property
    def middle(self) -> float:
        """The middle of the line."""
        return (self.start + self.end) / 2


@dataclass(slots=True)
class Surface:
    """All that lies on a page of ``width`` and ``height`` points. ``frames`` are outlines and tints."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    strips: list[Strip] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


@dataclass(slots=True)
class Placed:
    """A line in its place in the order of reading.

    ``opens`` says whether it begins a block, None where its place does not tell; ``indent`` is in ems; ``level`` is 1
    of the line that heads a story; ``item`` says that it is of the headline of one of several items.
    """

    strip: Strip
    opens: bool | None = None
    indent: int = 0
    level: int = 0
    item: bool = False


@dataclass(slots=True)
class Row:
    """A row of a table: the text of its cells, where it stands, and how sure its least sure line is."""

    cells: list[str]
    box: Box
    sure: float = 1.0


@dataclass(slots=True)
class Story:
    """Lines that belong together, in order. A ``picture`` is what they say it shows, and may have none; an ``insert``
    is set into the text of the story before it, as a pull quote is; ``items`` are those of a column, below
    its title, which alone has a level; ``rows`` are those of a table; ``frames`` the numbers of the frames that it lies
    in, the outermost first.

    It ``begins`` a text unless its first line goes on with one, and ``ends`` it unless its last line is cut.
    """

    lines: list[Placed] = field(default_factory=list)
    picture: Box | None = None
    insert: bool = False
    items: bool = False
    rows: list[Row] = field(default_factory=list)
    begins: bool = True
    ends: bool = True
    frames: tuple[int, ...] = ()

    @property
    def box(self) -> Box:
        """Where it stands on the page."""
        boxes = [line.strip.box for line in self.lines]
        return around([*boxes, self.picture] if self.picture else boxes)


def shared(a0: float, a1: float, b0: float, b1: float) -> float:
    """How much two stretches have in common; negative where a gap is between them."""
    return min(a1, b1) - max(a0, b0)
