"""Lines and pages made for the tests: of given texts, or of given lengths where their words say nothing."""

from __future__ import annotations

from typing import Any

from converter.model import Line
from converter.readers.text import source_of
from converter.structure.cues.lines import observe
from converter.structure.cues.measures import Page


def lines(*texts: str, **told: Any) -> list[Line]:
    """A line a text, all set alike."""
    return [Line(text, 0, len(text), number, **told) for number, text in enumerate(texts, 1)]


def of_length(length: int, end: str = "") -> str:
    """A text that says nothing, and ends in ``end``."""
    return "甲" * (length - len(end)) + end


def page(*texts: str) -> Page:
    """The measures of a page of these lines."""
    return Page(lines(*texts))


def cues(*texts: str, **told: Any) -> list[list[str]]:
    """The cues of each line of a page."""
    return observe(lines(*texts, **told))


def where(cue: str, *texts: str, **told: Any) -> list[int]:
    """The numbers of the lines that have the cue, from 0."""
    return [number for number, line in enumerate(cues(*texts, **told)) if cue in line]


def cues_of(text: str, line: str) -> list[str]:
    """The cues of the line that begins with ``line``, on a page of this text."""
    found = source_of(text).lines
    return observe(found)[next(n for n, each in enumerate(found) if each.text.startswith(line))]
