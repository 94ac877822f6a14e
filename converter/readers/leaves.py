"""Pages whose stories were found by their places → lines, for a PDF's text and for recognised text alike."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from converter.layout import Story
from converter.layout.blocks import ABOVE
from converter.layout.surface import Placed
from converter.model import Box, Form, Mark, Opens, Role, Run, around
from converter.readers.lines import Lines
from converter.readers.margins import is_folio
from converter.records import NamedTuple

DETAIL, _PIXELS = 2.0, 20_000_000
"""Pixels a point of a cropped picture at most, and all of them: half a broadsheet's page has three million."""


class Crop(NamedTuple):
    """A picture that was cropped from a page, a PNG, and whether lines of the page say what it shows."""

    name: str
    data: bytes
    captioned: bool


@dataclass(slots=True)
class Leaf:
    """A page that was read: its number from 1, its stories, and the number that it says it has.

    ``roles`` and ``opens`` are what the document itself says that lines are and begin, by the ``id`` of their strips.
    Where it says which article they are of, a leaf holds one ``article``'s part of the page.
    """

    number: int
    height: float
    stories: list[Story]
    says: str | None
    crops: list[Crop] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    opens: dict[int, Opens] = field(default_factory=dict)
    article: str = ""


def crops_of(number: int, stories: Iterable[Story], crop: Callable[[Box], bytes]) -> list[Crop]:
    """The pictures of a page, its number from 1, each as ``crop`` cuts it out: those with captions first."""
    pictures = sorted((story for story in stories if story.picture), key=lambda story: not story.lines)
    return [
        Crop(f"page{number}-{count}.png", crop(story.picture), bool(story.lines))
        for count, story in enumerate(pictures, 1)
        if story.picture
    ]


def detail(box: Box) -> float:
    """Pixels a point that a picture in a box is cropped with at most."""
    return min(DETAIL, math.sqrt(_PIXELS / ((box.right - box.left) * (box.bottom - box.top))))


def images_of(crops: Iterable[Crop]) -> list[tuple[str, bytes]]:
    """The pictures of all pages. Those with captions come first, for captions take pictures in their order."""
    return [(crop.name, crop.data) for crop in sorted(crops, key=lambda crop: not crop.captioned)]


def lines_of(leaves: Iterable[Leaf], left: Counter[str], several: bool) -> Lines:
    """The lines of all pages. Their numbers become marks in the text where there are ``several``, and are counted.

    Pages are taken one at a time, and only the last story of each is kept for what goes on overleaf.
    """
    lines = Lines()
    above: Story | None = None
    for leaf in leaves:
        alike: Numbers = {}
        mark = [Run("", Mark.PAGE, name=leaf.says)] if leaf.says and several else []
        left["page number(s), which the list of pages tells"] += leaf.says is not None
        for number, story in enumerate(story for story in leaf.stories if story.lines):
            lines.gap = 1
            if number == 0 and above is not None and not above.ends and not story.begins:
                story.lines[0].opens = False
                lines.gap = 0
            if story.rows:
                _add_rows(lines, story, leaf, mark)
            else:
                _add(lines, story, leaf, mark, alike)
                above = story
            mark = []
    return lines


def _role(story: Story, leaf: Leaf) -> Role | None:
    """What a story's first line is where its place tells."""
    if story.items:
        return Role.COLUMN_TITLE
    if story.picture:
        return Role.CAPTION
    if story.insert:
        return Role.LEAD
    return Role.FOLIO if is_folio(story, leaf.height) else None


def _add(lines: Lines, story: Story, leaf: Leaf, mark: list[Run], alike: Numbers) -> None:
    """Add the lines of a story. Those of its headline that go on are one with its first."""
    first = _role(story, leaf)
    for number, group in enumerate(_together(story.lines)):
        line, strip = group[0], group[0].strip
        role = leaf.roles.get(id(strip), Role.HEADLINE if number and line.item else first)
        kicker = line.level == ABOVE
        lines.add(
            [*mark, Run("".join(other.strip.text for other in group))],
            page=leaf.number,
            role=Role.KICKER if kicker else role,
            size=_one_of(alike, round(strip.size, 1)),
            bold=strip.bold,
            centred=strip.centred,
            level=0 if kicker else line.level,
            box=_held(around(other.strip.box for other in group), alike),
            upright=strip.upright,
            sure=min(other.strip.sure for other in group),
            indent=2 * line.indent,
            frames=story.frames,
            opens=leaf.opens.get(id(strip)) or ((Opens.BLOCK if number else Opens.ARTICLE) if kicker else _opens(line)),
        )
        mark = []
        first = first if story.insert else None


Numbers = dict[str, float]
"""The edges and sizes of a page's lines by how they are written (40 is not 40.0), each once: of five, four are those of
other lines too."""


def _held(box: Box, alike: Numbers) -> Box:
    """The box, its edges those that are held for other lines."""
    return Box(*(_one_of(alike, edge) for edge in (box.left, box.top, box.right, box.bottom)))


def _one_of(alike: Numbers, number: float) -> float:
    return alike.setdefault(repr(number), number)


def _add_rows(lines: Lines, story: Story, leaf: Leaf, mark: list[Run]) -> None:
    """Add a table, a row a line."""
    for row in story.rows:
        text = [*mark, Run("\t".join(row.cells))]
        lines.add(text, page=leaf.number, form=Form.ROW, box=row.box, sure=row.sure, frames=story.frames)
        mark = []


def _together(lines: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The lines, those that go on with a heading together with it."""
    group: list[Placed] = []
    for line in lines:
        if group and not (line.level and group[0].level and line.opens is False):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _opens(line: Placed) -> Opens | None:
    """What a line opens, where its place tells; a heading is for its level to tell."""
    if line.opens is None or line.level:
        return None
    return Opens.BLOCK if line.opens else Opens.LINE
