"""A passage converted whole, and the places of its runs found again in what it became."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from converter.model import Span
from converter.press.lexicon import any_of, lists
from converter.press.marks import LETTER
from converter.press.patterns import later
from converter.script.cuts import Cut, cuts, stands
from converter.script.engine import Entries, converter
from converter.script.neighbours import SIGNS, decided
from converter.script.particle import particles
from converter.script.target import Way
from converter.script.words import Phrases, local_wordings, phrases, phrases_and_wordings, with_more

_SIGN = later(f"[{SIGNS}-\U0010ffff]")
_HINT = later("[:@w\0\ud800-\udfff]")
"""What is in every address: that of ://, www. or @; and what OpenCC cannot take."""
_NEAR = 8
"""How far from a run's edge inside a phrase that changes its length the phrase's own edges are looked for."""


@cache
def _alone() -> re.Pattern[str]:
    """What is no text: addresses of web and mail; half characters, which UTF-8 cannot take; NUL, where OpenCC ends.

    Han may stand in an address's path, but what follows a bare host at once is text.
    """
    end = any_of(lists(__package__, "domains")["ends an address",])
    named = rf"(?:[\w-]+\.)+(?:[A-Za-z]{{2,}}|{end}|{LETTER}+(?=[/:?#]))"
    host = rf"(?:{named}|[A-Za-z0-9.-]+)(?::\d+)?"
    path = r"(?:[/?#][^\s，。；！？、（）()《》“”「」<>]*)?"
    web, mail = rf"(?:(?:https?|ftp)://|www\.){host}{path}", rf"[A-Za-z0-9._%+-]+@{host}"
    return later(rf"{web}|{mail}|[\x00\ud800-\udfff]+")


class Passage:
    """Converts passages by one ``way``, with ``entries`` before OpenCC's phrases."""

    def __init__(self, way: Way, entries: Entries = ()) -> None:
        self.way = way
        self.entries = entries
        self._convert = converter(way.steps, entries, way.house) if way.steps else str
        self._names = frozenset(name for name, _ in entries)
        known = phrases_and_wordings if way.rewords else phrases
        self._known = with_more(known(), self._names) if way.from_simplified else Phrases()
        self._plain = self._as_characters()
        self._local = local_wordings() if way.from_simplified and way.rewords else None
        self._named: dict[str, list[tuple[str, int]]] = {}
        for name in self._names:
            for at, char in enumerate(name):
                self._named.setdefault(char, []).append((name, at))
        self._kept: Phrases | None = None
        self._forms: dict[str, str] = {}
        self._particles = "tw2s" in way.steps
        self._by_line = not any("\n" in name for name in self._names)
        self._same_lengths = not way.rewords and all(len(old) == len(new) for old, new in entries)

    def _as_characters(self) -> frozenset[str]:
        """The names that become what each of their characters becomes by itself."""
        if not self._names or not self.way.steps:
            return frozenset()
        convert = converter(self.way.steps, (), self.way.house)
        chars = sorted({*"".join(self._names)} - {"\n"})
        forms = dict(zip(chars, convert("\n".join(chars)).split("\n"), strict=True))
        return frozenset(old for old, new in self.entries if "".join(forms.get(char, "") for char in old) == new)

    def convert(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The texts of one block's runs, converted as one and cut where they were cut."""
        whole = "".join(texts)
        if not self.way.steps or whole.isascii():
            return texts
        places = list(accumulate(map(len, texts[:-1])))
        out, ends = self._cut(whole, places)
        return tuple(out[start:end] for start, end in pairwise([0, *ends, len(out)]))

    def overruled(self, text: str) -> list[Cut]:
        """The phrases and names that are taken apart, as they lie across words of ``text``, where that changes it."""
        bare = _alone().sub(lambda hit: " " * len(hit.group()), text)
        found = [cut for cut in self._cuts(bare) if cut.words]
        if not found:
            return []
        blind, done = self._convert(bare), self.convert((text,))[0]
        if len(blind) != len(done):
            return found
        return [
            cut
            for cut in found
            if blind[cut.start : cut.start + len(cut.phrase)] != done[cut.start : cut.start + len(cut.phrase)]
        ]

    def kept(self, text: str) -> list[tuple[int, int]]:
        """Where names and terms stand in ``text``, told for all of them at once."""
        if self._kept is None:
            self._kept = with_more(Phrases(), self._names)
        short = self._names.intersection(text) if any(len(name) == 1 for name in self._names) else ()
        alone = [(at, at + 1) for at, char in enumerate(text) if char in short] if short else []
        return self._kept.places(text) + alone

    def _cuts(self, text: str) -> list[Cut]:
        return cuts(text, self._known, self._names, self._local, self._plain) if self._known else []

    def _edges(self, text: str) -> list[int]:
        """Where OpenCC must not look across, in order."""
        return sorted({edge for cut in self._cuts(text) for edge in cut.edges})

    def _decided(self, text: str, edges: Sequence[int], whole: str) -> str:
        """``text`` with a sign for each character whose form its neighbours tell, and is not that in ``whole``."""
        if not self.way.from_simplified:
            return text
        found = [*decided(text, lambda at: stands(text, at, edges))]
        if not found or _SIGN.search(text):
            return text
        out: list[str] = []
        last = 0
        for at, sign in found:
            if len(whole) == len(text) and whole[at] == self._form(sign):
                continue  # a sign would part it from its neighbours: 几|天后
            if not any(text.startswith(name, at - left) for name, left in self._named.get(text[at], ()) if at >= left):
                out += [text[last:at], sign]
                last = at + 1
        return "".join(out) + text[last:]

    def _form(self, sign: str) -> str:
        """What becomes of a sign by itself."""
        if sign not in self._forms:
            self._forms[sign] = self._convert(sign)
        return self._forms[sign]

    def signs(self, text: str) -> str:
        """``text`` as OpenCC is given it: a sign for each character that a rule decides."""
        edges = self._edges(text)
        return self._decided(text, edges, _between_marks(self._convert, text, edges)([])[0])

    def _cut(self, text: str, places: list[int]) -> tuple[str, list[int]]:
        """``text`` converted, and where in it the ``places`` of ``text`` are."""
        out: list[str] = []
        ends: list[int] = []
        written = 0
        for start, end, opaque in _pieces(text):
            inside = [place - start for place in places if start <= place < end]
            piece = text[start:end]
            found = inside
            if not opaque:
                piece, found = self._piece(piece, inside)
            ends += [written + place for place in found]
            out.append(piece)
            written += len(piece)
        return "".join(out), ends + [written] * (len(places) - len(ends))

    def _piece(self, text: str, places: list[int]) -> tuple[str, list[int]]:
        """As ``_cut``, for a piece that is all text."""
        edges = self._edges(text)
        convert = _between_marks(self._convert, text, edges)
        whole, _ = convert([])
        signed = self._decided(text, edges, whole)
        if signed != text:
            convert = _between_marks(self._convert, signed, edges)
            whole = self._again(text, signed, edges, whole)
        if self._particles and "著" in text and len(whole) == len(text):
            whole = particles(text, whole, self.kept(text))
        if self._same_lengths or not places:
            return whole, places
        return whole, _found(convert, whole, len(text), places)

    def _again(self, text: str, signed: str, edges: Sequence[int], whole: str) -> str:
        """``signed`` converted, where ``text`` became ``whole``: of its lines only those that are others."""
        lines, done = signed.split("\n"), whole.split("\n")
        if len(done) != len(lines) or not self._by_line:
            return _between_marks(self._convert, signed, edges)([])[0]
        at = 0
        for number, line in enumerate(lines):
            end = at + len(line)
            if text[at:end] != line:
                inside = [edge - at for edge in edges[bisect_left(edges, at) : bisect_right(edges, end)]]
                done[number] = _between_marks(self._convert, line, inside)([])[0]
            at = end + 1
        return "\n".join(done)


Marked = Callable[[list[int]], tuple[str, list[int]]]
"""What converts a text as if words ended at some more places, and tells where these are in the result."""


def _between_marks(convert: Callable[[str], str], text: str, edges: Sequence[int]) -> Marked:
    """Conversion of ``text`` that looks across none of the ``edges``: meanwhile a mark that it lacks stands there."""
    unused = (mark for mark in map(chr, range(0xFDD0, 0xFDF0)) if mark not in text)
    word, run = next(unused), next(unused)

    def marked(places: list[int]) -> tuple[str, list[int]]:
        parts = []
        last = 0
        for at, mark in sorted([(edge, word) for edge in edges] + [(place, run) for place in places]):
            parts += [text[last:at], mark]
            last = at
        done = convert("".join(parts) + text[last:]).replace(word, "")
        pieces = done.split(run)
        return "".join(pieces), list(accumulate(map(len, pieces[:-1])))

    return marked


def _found(convert: Marked, whole: str, size: int, places: list[int]) -> list[int]:
    """Where ``places`` of a text of ``size`` characters are in ``whole``, which it became.

    Where a phrase that changes its length lies across a place (程序|员, 程式設計師), its own edges are sought, and the
    place is where the first part alone ends (程式), where the last part alone begins, or in proportion.
    """
    out, ends = convert(places)
    if out == whole:
        return ends
    found: list[int] = []
    for place in places:
        left, start = next(_safe(convert, whole, range(place, -1, -1)), (0, 0))
        right, end = next(_safe(convert, whole, range(place, size + 1)), (size, len(whole)))
        out, (_, middle, _) = convert([left, place, right])
        alone = middle - start
        if left == right:
            at = start
        elif out[:middle] == whole[:middle]:
            at = start + alone
        elif out[middle:] == whole[len(whole) - len(out) + middle :]:
            at = len(whole) - len(out) + middle
        else:
            at = start + round((end - start) * (place - left) / (right - left))
        found.append(max([at, *found[-1:]]))
    return found


def _safe(convert: Marked, whole: str, places: range) -> Iterator[tuple[int, int]]:
    """Those of ``places`` that lie in no phrase, as a word's end there changes nothing; where ``whole`` has them."""
    for place in places[:_NEAR]:
        out, (at,) = convert([place])
        if out == whole:
            yield place, at


def addresses(text: str) -> list[Span]:
    """What is no text in ``text``, and stays: addresses of the web and of mail, and what OpenCC cannot take."""
    if not any(mark in text for mark in ("://", "www.", "@", "\0")) and _is_whole(text):
        return []  # most texts, told quickly
    return list(_by_lines(text))


def _by_lines(text: str) -> Iterator[Span]:
    """What is no text in ``text``, sought in those lines alone that may have it: none goes on in the next."""
    start = 0
    for line in text.split("\n"):
        if _HINT.search(line):
            for hit in _alone().finditer(line):
                yield start + hit.start(), start + hit.end()
        start += len(line) + 1


def _is_whole(text: str) -> bool:
    """Whether ``text`` has no half characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _pieces(text: str) -> Iterator[tuple[int, int, bool]]:
    """The text's pieces: start, end, whether it is to be left as it is."""
    last = 0
    for start, end in addresses(text):
        if start > last:
            yield last, start, False
        yield start, end, True
        last = end
    if last < len(text):
        yield last, len(text), False
