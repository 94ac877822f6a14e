"""Lists of people's names (张一　李二　王三; 渡口小学：周甲　吴乙): a paragraph a line, below numbered titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import Line, Opens, Role
from converter.press.names import number_of_names
from converter.structure.series.runs import is_title
from converter.structure.series.schemes import item

_LONGEST = 90
_FEWEST_NAMES = 3
"""Names of a line without a label: a byline has seldom more than two."""
_FEWEST_LINES = 3
"""Lines of names in a document that are a list's."""


def with_rolls(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of names a paragraph each, numbered titles above them subheads; the same where there are few."""
    rolls = [place for place, line in enumerate(lines) if _is_roll(line)]
    if len(rolls) < _FEWEST_LINES:
        return lines
    found = list(lines)
    for place in rolls:
        found[place] = replace(lines[place], role=Role.PARAGRAPH, opens=Opens.BLOCK)
        below = found[place + 1 : place + 2]
        if below and place + 1 not in rolls and below[0].is_free:
            found[place + 1] = replace(below[0], opens=Opens.BLOCK)
        above = found[place - 1]
        if place and above.is_free and _is_numbered(above.text):
            found[place - 1] = replace(above, role=Role.SUBHEAD, opens=Opens.BLOCK)
    return found


def _is_roll(line: Line) -> bool:
    """Whether a line is several names and nothing else, or one body's people behind its name."""
    text = line.text
    if len(text) > _LONGEST or not line.is_free or not (" " in text or "\u3000" in text or "、" in text):
        return False
    head, colon, names = text.replace(":", "：").partition("：")
    return number_of_names(names if colon else head) >= _FEWEST_NAMES - bool(colon)


def _is_numbered(text: str) -> bool:
    """Whether a line is a title behind a number; a prize (一等奖) is none."""
    each = item(text)
    return each is not None and each.scheme[0] != "一" and is_title(text)
