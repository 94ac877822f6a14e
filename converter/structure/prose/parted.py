"""The joints of a text that its marks and its blank lines settle, whatever the search made of them."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Form, Line, Opens, Role
from converter.press.lexicon import lists
from converter.press.marks import CLOSING_QUOTES, STOPS, TEXT_ENDS
from converter.press.patterns import later
from converter.structure.search.grammar import GOES_ON, STATES
from converter.structure.search.path import Reading
from converter.structure.series.schemes import item

_CLOSES = f"{CLOSING_QUOTES}）"
_LACKS = 2
"""Characters that a full line may lack of the usual: a mark that no line may begin with is kept back."""
_LONGEST_CLOSE = 8
_REMARKED = later(f"[{STOPS}][（(][^（()）]{{1,20}}[)）]$")
_APART = 3
"""Paragraphs, at the least, that blank lines part from those above before a line without one goes on."""


def parted(lines: Sequence[Line], readings: list[Reading]) -> list[Reading]:
    """The readings, with the joints that marks and blank lines settle.

    What stands below a break goes on with nothing, nor does what a notice closes with; a mark that only closes begins
    nothing. Where lines go on without a blank line between, a whole text and one below a blank line are two; where all
    paragraphs have a blank line above them or an indent, what stands right below a full line goes on.
    """
    solid = _is_solid(lines, readings)
    full = _fullness(lines, readings) if solid else 0
    for place in range(1, len(lines)):
        above, here, reading = lines[place - 1], lines[place], readings[place]
        ends = above.form is Form.BREAK or here.gap_before > 0 and _is_whole(above.text, solid) or _closes(here.text)
        if _goes_on(reading):
            if ends:
                readings[place] = reading._replace(state=_state(reading, "block"))
        elif not (ends or here.gap_before) and _only_closes(here.text):
            readings[place] = reading._replace(state=_state(readings[place - 1], Opens.LINE))
        elif full and len(above.text) >= full and _may_go_on(here, readings, place):
            readings[place] = reading._replace(state=_state(reading, Opens.LINE))
    return readings


def _is_whole(text: str, solid: bool) -> bool:
    """Whether a text ends with its line where what goes on has no blank line above it (``solid``), or a remark in
    brackets ends it: 谢谢大家。（掌声）
    """
    return solid and text[-1] in TEXT_ENDS or text[-1] in ")）" and _REMARKED.search(text) is not None


def _closes(text: str) -> bool:
    """Whether a line is what a notice closes with: 特此公告。"""
    return len(text) <= _LONGEST_CLOSE and text.startswith(lists(__package__, "words")["notice", "closes"])


def _is_solid(lines: Sequence[Line], readings: Sequence[Reading]) -> bool:
    """Whether most lines that go on do so without a blank line above them."""
    gaps = [line.gap_before for line, reading in zip(lines, readings, strict=True) if _goes_on(reading)]
    return 2 * gaps.count(0) > len(gaps)


def _only_closes(text: str) -> bool:
    """Whether a line has nothing but marks that close what is open above it, and stops."""
    return text[0] in _CLOSES and not text.strip(_CLOSES + STOPS)


def _fullness(lines: Sequence[Line], readings: Sequence[Reading]) -> int:
    """Characters that a full line has at the least where each paragraph below a shorter one stands apart; 0 where
    they do not all, or are few, or where no line is full.

    Full are most lines that a paragraph goes on from, without a blank line, in the midst of a sentence.
    """
    broken = [
        len(lines[place - 1].text)
        for place in range(1, len(lines))
        if _goes_on(readings[place]) and not lines[place].gap_before and lines[place - 1].text[-1] not in TEXT_ENDS
    ]
    full = sorted(broken)[(len(broken) - 1) // 2] - _LACKS if broken else 0
    apart = [
        _is_apart(lines[place])
        for place in range(1, len(lines))
        if len(lines[place - 1].text) < full and _is_below_another(readings, place)
    ]
    return full if len(apart) >= _APART and all(apart) else 0


def _is_apart(line: Line) -> bool:
    """Whether a blank line or an indent parts the line from the one above."""
    return line.gap_before > 0 or line.indent > 0


def _is_below_another(readings: Sequence[Reading], place: int) -> bool:
    """Whether a paragraph opens at the line, and one ends above it."""
    return STATES[readings[place].state] == (Role.PARAGRAPH, Opens.BLOCK) and (
        STATES[readings[place - 1].state][0] == Role.PARAGRAPH
    )


def _may_go_on(line: Line, readings: Sequence[Reading], place: int) -> bool:
    """Whether the line is taken for a paragraph below another, and no blank line, indent, mark-up or number says so."""
    free = line.is_free and not _is_apart(line)
    return free and _is_below_another(readings, place) and item(line.text) is None


def _state(reading: Reading, opening: str) -> int:
    """The state of a line of the reading's label that opens a block, or goes on with one."""
    return STATES.index((STATES[reading.state][0], opening))


def _goes_on(reading: Reading) -> bool:
    return GOES_ON[reading.state]
