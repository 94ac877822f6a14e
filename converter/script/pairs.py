"""Which quotation marks of a story belong together, and how deep each pair lies, by a stack over its lines."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat

from converter.press.marks import HAN, QUOTES, STRAIGHT
from converter.press.patterns import later
from converter.press.quotes import turned
from converter.records import NamedTuple

_CLOSE = {close: opening for opening, close in QUOTES.items()} | {"〟": "〝"}
_INNER = "‘’『』﹃﹄"
_QUOTES = later(f"[{''.join((*QUOTES, *_CLOSE))}]")
_MARKS = later(f"[{STRAIGHT}{''.join((*QUOTES, *_CLOSE))}]")
_HAN = later(f"[{HAN}]")

Place = tuple[int, int]
"""A paragraph's number and a character's in it."""


class Pair(NamedTuple):
    """An opening mark and its closing one; ``depth`` counts the quotes around it.

    One of the two is None where the mark has no partner, or where the quote ``goes_on``: a later line opens it anew.
    """

    opening: Place | None
    closing: Place | None
    depth: int
    goes_on: bool = False


def match(paragraphs: Sequence[str], straight: bool = False) -> list[Pair]:
    """The quotes of a story, a paragraph a text, which may have several lines.

    Straight double marks are quotes where a line has none in doubt. With ``straight`` the context tells, that of other
    lines too, and of single ones as well.
    """
    lines = [*_lines(paragraphs, straight)]
    if not any(line.marks for line in lines):
        return []
    pairs = _Reading(lines).pairs()
    left = [pair.opening or pair.closing for pair in pairs if not (pair.opening and pair.closing or pair.goes_on)]
    alone = {place for place in left if place and paragraphs[place[0]][place[1]] in STRAIGHT}
    if not alone:
        return pairs
    return _Reading([line.without(alone) for line in lines]).pairs()


class _Line(NamedTuple):
    """A line's marks with their places; ``first`` are those that open it."""

    marks: list[tuple[Place, str]]
    first: str = ""

    def without(self, places: set[Place]) -> _Line:
        return _Line([mark for mark in self.marks if mark[0] not in places], self.first)


_PLAIN = _Line([])


def _lines(paragraphs: Sequence[str], straight: bool) -> Iterator[_Line]:
    """The lines of a story; of blank ones nothing is told. Quotes are those of lines that have Han characters."""
    places: list[Place] = []
    lines: list[str] = []
    for number, text in enumerate(paragraphs):
        if "\n" not in text:
            if text:
                places.append((number, 0))
                lines.append(text)
            continue
        start = 0
        for line in text.split("\n"):
            if line:
                places.append((number, start))
                lines.append(line)
            start += len(line) + 1
    texts = [line if _MARKS.search(line) and _HAN.search(line) else "" for line in lines]
    told = turned(texts, alone=not straight)
    if not straight:
        told = [_surely(was, new) if was != new else new for was, new in zip(texts, told, strict=True)]
    for place, line, text in zip(places, lines, told, strict=True):
        if text:
            yield _line(text, place)
        elif not line.isspace():
            yield _PLAIN


def _surely(text: str, told: str) -> str:
    """A line as it is ``told`` by itself, with its straight double marks if there is no doubt of any."""
    double = [at for at, char in enumerate(text) if char in '"＂' and told[at] != '"']
    opens = [told[at] == "“" for at in double]
    if opens == [True, False] * (len(double) // 2) and all(_is_tidy(text, at, told[at] == "“") for at in double):
        return "".join(char if was in "'＇" else new for was, new, char in zip(text, told, text, strict=True))
    return "".join(was if was in STRAIGHT else new for was, new in zip(text, told, strict=True))


def _is_tidy(text: str, at: int, opens: bool) -> bool:
    """Whether a straight mark clings to what it quotes, and stands behind no number."""
    within = text[at + 1 : at + 2] if opens else text[at - 1]
    return not within.isspace() and not text[max(0, at - 1) : at].isdigit()


def _line(text: str, place: Place) -> _Line:
    """A line that begins at ``place``; what is straight in it is no quote."""
    number, start = place
    marks = [((number, start + hit.start()), hit.group()) for hit in _QUOTES.finditer(text)]
    head = start + len(text) - len(text.lstrip())
    if not marks or marks[0][0][1] != head:
        return _Line(marks)
    first = [mark for order, ((_, at), mark) in enumerate(marks) if at == head + order and mark in QUOTES]
    return _Line(marks, "".join(first))


@dataclass
class _Reading:
    """The quotes that are open while a story's lines are read.

    A quote that is open at a line's end goes on where the next line opens it anew, or a later one closes it before it
    opens another of its kind; else it ends there. So ‘ that opens each line within “…” is the inner mark. A mark that
    opens what is open at the top of the stack shows that the first was never closed: nested quotes alternate.
    """

    lines: list[_Line]
    open: list[tuple[str, Place]] = field(default_factory=list)
    found: list[Pair] = field(default_factory=list)

    @cached_property
    def ahead(self) -> dict[str, deque[tuple[int, bool, bool]]]:
        """What follows of each kind: a line's number, whether the mark closes, whether it stands first in the line."""
        found: dict[str, deque[tuple[int, bool, bool]]] = {}
        for number, line in enumerate(self.lines):
            for order, (_, mark) in enumerate(line.marks):
                event = (number, mark not in QUOTES, order < len(line.first))
                found.setdefault(_CLOSE.get(mark, mark), deque()).append(event)
        return found

    def pairs(self) -> list[Pair]:
        """Read all lines; linear in their marks."""
        for number, line in enumerate(self.lines):
            if self.open:
                self._go_on(number, line.first[:1])
            if not line.marks:
                continue
            places, marks = zip(*line.marks, strict=True)
            if not self.open and _by_turns(marks):
                self.found += map(Pair, places[::2], places[1::2], repeat(0))  # most lines: one pair after the other
                continue
            for place, mark in line.marks:
                self._read(place, mark)
        self._leave(0)
        return self.found if all(pair.opening and pair.closing for pair in self.found) else self._as_usual()

    def _go_on(self, number: int, first: str) -> None:
        """Keep what is open as a line begins with the mark ``first`` or none, or leave it."""
        marks = [mark for mark, _ in self.open]
        anew = marks.index(first) if first in marks else None
        inner = bool(first) and _depth(first) > _depth(marks[0])
        if anew != 0 and not self._lasts(number, marks[0], inner):
            self._leave(0)
        elif anew is not None:
            self._leave(anew, goes_on=True)
        else:
            ended = [level for level, mark in enumerate(marks) if level and not self._lasts(number, mark, False)]
            self._leave(min(ended, default=len(marks)))

    def _lasts(self, number: int, mark: str, quoted: bool) -> bool:
        """Whether what ``mark`` opened goes on in line ``number``, as it is closed before another is opened.

        For a line that is ``quoted`` itself it will do that a later line opens it anew.
        """
        events = self.ahead[mark]
        while events and events[0][0] < number:
            events.popleft()
        return bool(events) and (events[0][1] or quoted and events[0][2])

    def _read(self, place: Place, mark: str) -> None:
        """Take a mark: it opens, closes what is open, or stands alone."""
        if mark in QUOTES:
            if self.open and self.open[-1][0] == mark:
                self._leave(len(self.open) - 1)
            self.open.append((mark, place))
        elif levels := [level for level, (one, _) in enumerate(self.open) if one == _CLOSE[mark]]:
            self._leave(levels[-1] + 1)
            self.found.append(Pair(self.open.pop()[1], place, levels[-1]))
        else:
            self.found.append(Pair(None, place, _depth(mark)))

    def _leave(self, level: int, goes_on: bool = False) -> None:
        """End the quotes that are open from ``level`` on, as pairs without an end, or with one further on."""
        self.found += [
            Pair(place, None, number if goes_on else _depth(mark), goes_on)
            for number, (mark, place) in enumerate(self.open[level:], level)
        ]
        del self.open[level:]

    def _as_usual(self) -> list[Pair]:
        """What was found, a mark without a partner as deep as the story's pairs of its kind mostly are."""
        marks = {place: _CLOSE.get(mark, mark) for line in self.lines for place, mark in line.marks}
        usual: Counter[tuple[str, int]] = Counter()
        for opening, closing, depth, _ in self.found:
            if opening and closing:
                usual[marks[opening], depth % 2] += 1
        done = []
        for pair in self.found:
            if not pair.goes_on and (place := pair.opening or pair.closing) and not (pair.opening and pair.closing):
                other = 1 - pair.depth
                if usual[marks[place], other] > usual[marks[place], pair.depth]:
                    pair = pair._replace(depth=other)
            done.append(pair)
        return done


def _by_turns(marks: tuple[str, ...]) -> bool:
    """Whether the marks are pairs of one kind, one after the other."""
    return marks[::2].count(marks[0]) == marks[1::2].count(QUOTES.get(marks[0], "")) == len(marks) / 2


def _depth(mark: str) -> int:
    """How deep a mark lies as its form says."""
    return int(mark in _INNER)
