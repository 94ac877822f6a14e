"""Whether an output holds every character of its input once and in order, seen by reading both anew."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate

from converter.model import Issue, Role, Source
from converter.options import Options
from converter.pipeline import detect, load, read
from converter.readers.files import read_bytes
from converter.readers.inputs import Input, entries

MAY_MOVE = {Role.FOLIO, Role.FURNITURE, Role.COLUMN_NOTE, Role.JUMP}
"""What is the page's and no story's: it may stand elsewhere in a book."""

_SURE = 12
"""Characters that tell where text stands; shorter pieces are found elsewhere only as lines of their own."""

_SHORTEST = 4
"""Characters that tell that a piece goes on where the last one ended."""


@dataclass(slots=True)
class Compared:
    """How an output's text differs from its input's, blanks left out, each difference as the text that it is of.

    ``added`` are pieces that are no text of the input, such as a writer's labels; ``changed`` is what stands of that
    within a piece of it.
    """

    count: int = 0
    lost: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether all characters are there in their order, but for what may move."""
        return not (self.lost or self.moved or self.changed)


def verify(source: Input, output: Input, options: Options = Options()) -> tuple[Compared, tuple[str, ...]]:
    """Compare the text of ``source`` with that of ``output``; gives also what reading the source warned of.

    A change of script is no comparison of characters: verify the output in the script of its text. Raises what
    ``load`` raises.
    """
    if len(entries(source)[0]) == 1:
        document = read(source, options)
        issue = detect(document, options)
    else:
        document = issue = load(source, options)
    movable = {_bare(block.text) for block in issue.blocks() if block.role in MAY_MOVE}
    found = compared(_lines(document), _lines(read(output)), movable)
    if found.lost and isinstance(output, (str, os.PathLike)):
        marked = _bare(unescape(read_bytes(os.fspath(output)).decode("utf-8", "replace")))
        found.furniture += [text for text in found.lost if f">{text}<" in marked]  # what a reader of pages leaves out
        found.lost = [text for text in found.lost if f">{text}<" not in marked]
    return found, issue.warnings


def _lines(document: Source | Issue) -> list[str]:
    """The text without blanks: a source's lines, a tree's blocks."""
    parts = document.lines if isinstance(document, Source) else document.blocks()
    return [text for part in parts if (text := _bare(part.text))]


def _bare(text: str) -> str:
    return "".join(text.split())


def compared(lines: Sequence[str], pieces: Sequence[str], movable: Iterable[str] = ()) -> Compared:
    """Compare the ``pieces`` of an output with the ``lines`` of its input; those in ``movable`` may be elsewhere.

    Pieces that are whole in the input take their places first, so that a label takes no part of one.
    """
    text, may_move = _Text(lines), set(movable)
    found = Compared(len(text.whole))
    matched: list[tuple[int, str]] = []
    for piece, parts in zip(pieces, _placed(text, pieces), strict=True):
        matched += [(start, part) for part, start in parts if start is not None]
        if strange := "".join(part for part, start in parts if start is None):
            (found.added if strange == piece or piece in may_move else found.changed).append(strange)
    told = [(start, part) for start, part in matched if part not in may_move]
    found.moved = [told[place][1] for place in _out_of_order([start for start, _ in told])]
    found.furniture = _elsewhere(matched, may_move)
    found.lost += text.left()
    return found


def _placed(text: _Text, pieces: Sequence[str]) -> list[list[tuple[str, int | None]]]:
    """The parts of each piece with their places in the text."""
    places: list[list[tuple[str, int | None]]] = []
    ends = []
    for piece in pieces:
        start = text.place_of(piece)
        places.append([] if start is None else [(piece, start)])
        ends.append(text.at)
    for number, (piece, end) in enumerate(zip(pieces, ends, strict=True)):
        if places[number]:
            text.at = end
            continue
        if not text.goes_on(piece):  # a line that became several pieces, as a picture beside words
            text.at = end
        places[number] = list(text.take(piece))
    return places


def _elsewhere(matched: Sequence[tuple[int, str]], may_move: set[str]) -> list[str]:
    """What of the parts that may move stands behind text that comes after it."""
    highest = accumulate((-1 if part in may_move else start for start, part in matched), max)
    rows = zip(matched, highest, strict=True)
    return [part for (start, part), high in rows if part in may_move and start < high]


def _out_of_order(starts: Sequence[int]) -> list[int]:
    """The places of as few of the numbers as have to go for the others to rise (patience sorting)."""
    lows: list[int] = []  # the lowest number that a rising row of each length ends with
    ends: list[int] = []  # and where that stands
    before: list[int] = []
    for place, start in enumerate(starts):
        length = bisect_left(lows, start)
        before.append(ends[length - 1] if length else -1)
        lows[length : length + 1] = [start]
        ends[length : length + 1] = [place]
    kept, place = set(), ends[-1] if ends else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return [place for place in range(len(starts)) if place not in kept]


class _Text:
    """The input's text, and what of it was found; ``at`` is where the last piece ended."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.whole = "".join(lines)
        self.taken = bytearray(len(self.whole))
        self.at = 0
        self.begins: set[int] = set()
        self.starts: dict[str, list[int]] = {}
        place = 0
        for line in lines:
            self.begins.add(place)
            if len(line) < _SURE:
                self.starts.setdefault(line, []).append(place)
            place += len(line)

    def take(self, piece: str) -> Iterator[tuple[str, int | None]]:
        """The parts of a piece, each with its place in the text; None for what is in no place that is free."""
        done = strange = 0
        while done < len(piece):
            start = self._place(piece, done)
            if start is None:
                done += 1
                continue
            if strange < done:
                yield piece[strange:done], None
            end = self._end(piece, done, start)
            part = piece[done:end]
            self.taken[start : start + len(part)] = b"\1" * len(part)
            self.at = start + len(part)
            yield part, start
            done = strange = end
        if strange < done:
            yield piece[strange:], None

    def place_of(self, piece: str) -> int | None:
        """Where the whole piece stands from a line's head, which is taken; None where no such place is free."""
        if len(piece) < _SURE:
            start = self._alone(piece)
        else:
            start = self.at if self._fits(piece, self.at) else self._elsewhere(piece)
        if start is None or start not in self.begins:
            return None
        self.at = start + len(piece)
        self.taken[start : self.at] = b"\1" * len(piece)
        return start

    def _place(self, piece: str, done: int) -> int | None:
        """Where a piece goes on that is not whole."""
        if self.goes_on(piece, done):
            return self.at
        sought = piece[done : done + _SURE]
        return self._elsewhere(sought) if len(sought) == _SURE else None

    def goes_on(self, piece: str, done: int = 0) -> bool:
        """Whether the piece stands where the last one ended."""
        return self._fits(piece[done : done + _SHORTEST], self.at)

    def _alone(self, piece: str) -> int | None:
        """Where a short piece is a line of its own."""
        free = [start for start in self.starts.get(piece, ()) if not self.taken[start]]
        return next((start for start in free if start >= self.at), free[0] if free else None)

    def _elsewhere(self, sought: str) -> int | None:
        for begin in (self.at, 0):
            start = self.whole.find(sought, begin)
            while start >= 0 and not self._fits(sought, start):
                start = self.whole.find(sought, start + 1)
            if start >= 0:
                return start
        return None

    def _fits(self, sought: str, start: int) -> bool:
        """Whether this stands there, and is not found already."""
        return self.whole.startswith(sought, start) and not any(self.taken[start : start + len(sought)])

    def _end(self, piece: str, done: int, start: int) -> int:
        """Where the piece and the text no longer agree."""
        end = done
        while end < len(piece) and (place := start + end - done) < len(self.whole) and self._fits(piece[end], place):
            end += 1
        return end

    def left(self) -> list[str]:
        """What was not found, each row of characters a text."""
        rows, start = [], self.taken.find(0)
        while start >= 0:
            end = self.taken.find(1, start)
            rows.append(self.whole[start : end if end >= 0 else None])
            start = self.taken.find(0, end) if end >= 0 else -1
        return rows
