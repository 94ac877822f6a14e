"""What a line of verse looks like alone: the clauses that it is made of, and how it ends."""

from __future__ import annotations

from converter.model import Line
from converter.press.marks import HAN
from converter.press.patterns import later
from converter.records import NamedTuple

WIDEST = 20
"""Characters of the longest line of a stanza; prose has longer ones."""

LONGEST_CLAUSE = 9
"""Characters of the longest clause of a line of 词."""

_MARK = "，。、；：？！,.;:?!…"
_STOP = "。；？！;?!…"
_BETWEEN = later(f"[{_MARK}]+|[ \u3000]{{1,4}}")
_VERSE = later(f"[{HAN}，。、；：？！…—－～·“”‘’「」『』〇○□ \u3000]+")
_CLOSED = "”’」』）)"
_QUOTES = "“”‘’「」『』—"


class Row(NamedTuple):
    """Lines from ``first`` up to ``end`` that are one stanza."""

    first: int
    end: int


def clauses_of(line: Line) -> tuple[int, ...]:
    """How many characters each clause of a line has; empty where something in it is not of verse, as a digit is."""
    return lengths_of(line.text) if may_be_verse(line) else ()


def may_be_verse(line: Line) -> bool:
    """Whether nothing is in a line that is not of verse."""
    return line.is_free and _VERSE.fullmatch(line.text) is not None


def lengths_of(text: str) -> tuple[int, ...]:
    """How many characters each clause of a text has, whatever they are."""
    return tuple([len(clause.strip(_QUOTES)) for clause in _BETWEEN.split(text.rstrip(_CLOSED)) if clause])


def ends_a_clause(line: Line) -> bool:
    """Whether a mark stands at the end of a line."""
    return line.text.rstrip(_CLOSED)[-1:] in tuple(_MARK)


def ends_a_sentence(line: Line) -> bool:
    """Whether the mark at the end of a line is a stop, or the ； between two couplets."""
    return line.text.rstrip(_CLOSED)[-1:] in tuple(_STOP)
