"""Lines → blocks: the lines that the search joined are one text, with its runs, its spans and its doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from converter.model import Block, Line, Mark, Role, Run
from converter.press.compounds import words_of
from converter.press.joints import joined, joints
from converter.press.marks import TEXT_ENDS
from converter.records import NamedTuple
from converter.structure.search.grammar import BRIEF, INTERRUPTERS, ROLES, STATES
from converter.structure.search.path import Reading
from converter.structure.tables import ROWS
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
    ends: float = 1.0  # the probability that it ends where it does


_TITLES = (Role.COLUMN_TITLE, Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD)


def blocks_of(lines: Sequence[Line], readings: Iterable[Reading]) -> Iterator[Placed]:
    """The blocks of ``lines``, in the order of their first lines, given the state of each line."""
    words = words_of([line.text for line in lines]) if any(line.text[-1:] == "-" for line in lines) else frozenset()
    for draft in _drafts(lines, readings):
        label, opening = STATES[draft.state]
        yield Placed(_block(draft, words), opening == "article", label.startswith(BRIEF))


def _drafts(lines: Sequence[Line], readings: Iterable[Reading]) -> Iterator[_Draft]:
    """Lines joined into blocks. What lies between the halves of a paragraph does not stop it from going on.

    It stops one that is whole: below an interruption nothing tells that it is not another.
    """
    drafts: list[_Draft] = []  # those that may go on
    last: dict[str, _Draft] = {}
    above: _Draft | None = None
    for line, reading in zip(lines, readings, strict=True):
        label, opening = STATES[reading.state]
        draft = last.get(label)
        if opening == "line" and draft and (draft is drafts[-1] or not _is_whole(draft)):
            above = draft
            draft.lines.append(line)
            if reading.confidence < draft.doubt.confidence:
                draft.doubt = reading
            continue
        if line.form in ROWS:  # a table interrupts its text, and is a paragraph to no other
            drafts.append(_Draft(reading.state, [line], reading))
            continue
        if above and opening != "line":
            above.ends *= 1 - reading.goes_on
        if ROLES[reading.state] not in INTERRUPTERS:
            yield from drafts
            drafts.clear()
            last.clear()
        above = last[label] = _Draft(reading.state, [line], reading)
        drafts.append(above)
    yield from drafts


def _is_whole(draft: _Draft) -> bool:
    return draft.lines[-1].text[-1:] in TEXT_ENDS


_RUNS, _SURE = attrgetter("runs"), attrgetter("sure")


def _block(draft: _Draft, words: frozenset[str]) -> Block:
    """The block of a draft, on a page that has these Latin words."""
    first, role = draft.lines[0], ROLES[draft.state]
    marked = any(map(_RUNS, draft.lines))
    if marked:
        runs = tuple(joined([line.runs or (Run(line.text),) for line in draft.lines], words))
        if first.bold and role in _TITLES:  # bold from end to end, a title is no stronger for it
            runs = tuple(replace(run, mark=None) if run.mark is Mark.STRONG else run for run in runs)
    else:
        runs = (Run("".join(joints([line.text for line in draft.lines], words))),)
    if role is Role.PARAGRAPH and (not marked or runs[0] == Run(runs[0].text)):
        runs = (*with_dateline(runs[0].text), *runs[1:])
    second = ROLES[draft.doubt.second] if draft.doubt.second is not None else None
    origin = tuple([(line.start, line.end) for line in draft.lines])
    recognised = min(map(_SURE, draft.lines))  # what was misread may be anything
    confidence = round(draft.doubt.confidence * draft.ends * recognised, 4)  # to the digits that all machines agree on
    return Block(role, runs, origin, confidence, second, first.form, first.depth)
