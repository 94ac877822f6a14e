"""Turns of a transcript and entries of a live blog: times that rise (or fall), who speaks, and what is said below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from converter.model import Line, Opens, Role
from converter.press.marks import STOPS
from converter.press.patterns import later

FEWEST = 3
"""Times in a row that tell; two may be chance."""

_LONGEST_NAME = 14
_CLOCK = r"(?:[0-9]{1,2}[:：])?[0-9]{1,2}[:：][0-9]{2}(?:[.,][0-9]{1,3})?"
_TIME = rf"[\[（(【〔［]?(?P<time>{_CLOCK})(?:\s*(?:-->|[-–—~～至])\s*{_CLOCK})?[\]）)】〕］]?(?![0-9])"
_AHEAD = later(rf"{_TIME}[ \u3000\xa0]*(?P<rest>.*)")
_BEHIND = later(rf"(?P<name>[^，。！？：:；]{{1,{_LONGEST_NAME}}}?)[ \u3000\xa0]*{_TIME}[：:]?")
_HEAD = 24
_CLOCK_HEAD = later("[0-9][:：][0-9]")
_SPOKEN = later(f"[{STOPS}，；]")


def with_turns(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, where times lead through them, with a time and its speaker in a block of their own, or a time and what
    is said after it; what stands below is text.
    """
    if sum(_CLOCK_HEAD.search(line.text, 0, _HEAD) is not None for line in lines) < FEWEST:
        return lines
    times = [_time_of(line) for line in lines]
    if not _lead_through([time for time in times if time is not None]):
        return lines
    found = list(lines)
    for place in (place for place, time in enumerate(times) if time is not None):
        found[place] = _paragraph(lines[place])
        if _is_apart(lines[place]) and times[place + 1 : place + 2] == [None]:
            found[place + 1] = _paragraph(lines[place + 1])
    if times[0] is None and times[1] is not None and not _SPOKEN.search(lines[0].text):
        found[0] = replace(lines[0], role=Role.HEADLINE, opens=Opens.ARTICLE)
    return found


def _lead_through(times: Sequence[float]) -> bool:
    """Whether times are enough, and rise or fall."""
    return len(times) >= FEWEST and (_is_sorted(times) or _is_sorted(times[::-1]))


def _paragraph(line: Line) -> Line:
    return line if line.role else replace(line, role=Role.PARAGRAPH, opens=Opens.BLOCK)


def _time_of(line: Line) -> float | None:
    """The time, in seconds or minutes, that a line begins with, or that a speaker's name has behind it."""
    found = _AHEAD.match(line.text) or _BEHIND.fullmatch(line.text)
    if not found or line.role:
        return None
    parts = re.split("[:：]", found["time"].replace(",", "."))
    return float(sum(float(part) * 60**power for power, part in enumerate(reversed(parts))))


def _is_apart(line: Line) -> bool:
    """Whether a line is a time and at most a name."""
    found = _AHEAD.fullmatch(line.text)
    said = found["rest"].rstrip("：:") if found else ""
    return len(said) <= _LONGEST_NAME and not _SPOKEN.search(said)


def _is_sorted(times: Sequence[float]) -> bool:
    return all(above <= below for above, below in pairwise(times))
