"""Lines → blocks: the lines that the search joined are one text, with its runs, its spans and its doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple

from converter.model import Block, Line, Role, Run
from converter.structure.search.grammar import BRIEF, INTERRUPTERS, ROLES, STATES
from converter.structure.search.path import Reading
from converter.structure.tree.dateline import with_dateline


class Placed(NamedTuple):
    """A block, and what the search says of its place: whether it opens an article, and is of a brief column's item."""

    block: Block
    opens: bool
    brief: bool


@dataclass(slots=True)
class _Draft:
    """A block while its lines are gathered."""

    state: int  # of its first line
    lines: list[Line]
    doubt: Reading  # the least sure of its lines'


def blocks_of(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Placed]:
    """The blocks of ``lines``, in the order of their first lines, given the state of each line."""
    for draft in _drafts(lines, readings):
        label, opening = STATES[draft.state]
        yield Placed(_block(draft), opening == "article", label.startswith(BRIEF))


def _drafts(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[_Draft]:
    """Lines joined into blocks. What lies between the halves of a paragraph does not stop it from going on."""
    drafts: list[_Draft] = []  # those that may go on
    last: dict[str, _Draft] = {}
    for line, reading in zip(lines, readings, strict=True):
        label, opening = STATES[reading.state]
        draft = last.get(label)
        if opening == "line" and draft:
            draft.lines.append(line)
            if reading.confidence < draft.doubt.confidence:
                draft.doubt = reading
            continue
        if ROLES[reading.state] not in INTERRUPTERS:
            yield from drafts
            drafts.clear()
            last.clear()
        last[label] = _Draft(reading.state, [line], reading)
        drafts.append(last[label])
    yield from drafts


def _block(draft: _Draft) -> Block:
    first, pieces = draft.lines[0], joints([line.text for line in draft.lines])
    marked = any(map(attrgetter("runs"), draft.lines))
    if marked:
        runs = tuple(run for line, piece in zip(draft.lines, pieces, strict=True) for run in _marked(line, piece))
    else:
        runs = (Run("".join(pieces)),)
    role = ROLES[draft.state]
    if role is Role.PARAGRAPH and (not marked or runs[0] == Run(runs[0].text)):
        runs = (*with_dateline(runs[0].text), *runs[1:])
    second = ROLES[draft.doubt.second] if draft.doubt.second is not None else None
    origin = tuple([(line.start, line.end) for line in draft.lines])
    return Block(role, runs, origin, draft.doubt.confidence, second, first.form, first.depth)


def _marked(line: Line, piece: str) -> Iterator[Run]:
    """The line's runs as they stand in its block, its text there being ``piece``: a space before it, or no hyphen."""
    if piece.startswith(" "):
        yield Run(" ")
    left = len(piece.lstrip(" "))
    for run in line.runs or (Run(line.text),):
        yield replace(run, text=run.text[:left])
        left -= len(run.text[:left])


def joints(texts: Sequence[str]) -> list[str]:
    """The lines of one block, to be put side by side: nothing is put between Han, a space between two Latin words.

    A hyphen that broke a Latin word at the line's end goes, when lower-case letters stand on both sides of it.
    """
    pieces = list(texts[:1])
    for text in texts[1:]:
        above = pieces[-1]
        if _HYPHENATED.search(above, max(0, len(above) - 2)) and _LOWER.match(text):
            pieces[-1] = above[:-1]
        elif _WORD_END.search(above, max(0, len(above) - 2)) and _WORD_START.match(text):
            text = " " + text
        pieces.append(text)
    return pieces


_HYPHENATED = re.compile(r"[a-z]-$")
_LOWER = re.compile(r"[a-z]")
_WORD_END = re.compile(r"[A-Za-z][,.;:!?]?$")
_WORD_START = re.compile(r"[A-Za-z]")
