"""Lists of people's names (张一　李二　王三; 渡口小学：周甲　吴乙), of goods or animals behind the name of their kind
(茶叶：白毫　毛尖　龙井), of works (《盐路》　江帆): a paragraph a line, below numbered titles and those that stand
alone above each row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import Line, Opens, Role
from converter.press.marks import LETTER, is_han
from converter.press.names import number_of_names
from converter.press.naming import tells_a_maker
from converter.press.patterns import later
from converter.structure.cues.lines import word_cues
from converter.structure.series.runs import is_title
from converter.structure.series.schemes import item

_LONGEST = 90
_WORK = later(rf"《[^》]+》[ \u3000]+{LETTER}{{2,8}}(?:[ \u3000]+{LETTER}{{2,12}})?")
"""A work, who made it, and who brought it out: 《盐路》　江帆　海州出版社."""
_LONGEST_WORD = 6
_LONGEST_TITLE = 8
_FEWEST_NAMES = 3
"""Names of a line without a label: a byline has seldom more than two."""
_FEWEST_LINES = 3
"""Lines of names in a document that are a list's."""
_FEWEST_TITLES = 2


def with_rolls(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of lists a paragraph each, titles above them subheads; the same where there are few."""
    rolls = [place for place, line in enumerate(lines) if _is_roll(line)]
    if len(rolls) < _FEWEST_LINES:
        return lines
    found = list(lines)
    for place in rolls:
        found[place] = replace(lines[place], role=Role.PARAGRAPH, opens=Opens.BLOCK)
        below = found[place + 1 : place + 2]
        if below and place + 1 not in rolls and below[0].is_free:
            found[place + 1] = replace(below[0], opens=Opens.BLOCK)
    for place in _titles(found, rolls):
        found[place] = replace(lines[place], role=Role.SUBHEAD, opens=Opens.BLOCK)
    return found


def _titles(lines: Sequence[Line], rolls: Sequence[int]) -> list[int]:
    """The lines right above a row that have a number, and the short ones where more than one row has such."""
    above = [place - 1 for place in rolls if place and lines[place - 1].is_free]
    short = [place for place in above if len(lines[place].text) <= _LONGEST_TITLE and lines[place].text.isalpha()]
    numbered = [place for place in above if _is_numbered(lines[place].text)]
    return [*numbered, *(short if len(short) >= _FEWEST_TITLES else ())]


def _is_roll(line: Line) -> bool:
    """Whether a line is several names and nothing else, or one body's people, or things of a kind, behind its name."""
    text = line.text
    if len(text) > _LONGEST or not line.is_free or not (" " in text or "\u3000" in text or "、" in text):
        return False
    if _WORK.fullmatch(text):
        return True
    head, colon, names = text.replace(":", "：").partition("：")
    if number_of_names(names if colon else head) >= _FEWEST_NAMES - bool(colon):
        return "says who made the page" not in word_cues(text)
    return bool(colon) and _are_of_a_kind(head, names)


def _are_of_a_kind(head: str, names: str) -> bool:
    """Whether several short words stand behind a word that says nothing of what anybody did."""
    words = names.replace("、", " ").split()
    are_short = len(words) > 1 and all(len(word) <= _LONGEST_WORD and all(map(is_han, word)) for word in words)
    return are_short and len(head) <= _LONGEST_TITLE and head.isalpha() and not tells_a_maker(head)


def _is_numbered(text: str) -> bool:
    """Whether a line is a title behind a number; a prize (一等奖) is none."""
    each = item(text)
    return each is not None and each.scheme[0] != "一" and is_title(text)
