"""The lines of a page as pieces that are set alike, and what of a piece tells a title, a subhead or text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from converter.model import Line, Opens, Role
from converter.press.dates import month_in
from converter.press.lexicon import pattern
from converter.press.marks import PAUSES, STOPS
from converter.structure.cues.lines import word_cues
from converter.structure.cues.measures import LARGER, SMALLER, usual_size, usual_sizes

_LARGE = (1.5, 1.3, 1.1)
"""How many times larger a title's type is at least: plain, bold or centred, bold and centred."""

TITLE, SHORT = 60, 30
"""Characters of the longest title, and of the longest subhead or line of a kicker."""

NO_SUBHEAD_ENDS = f"{STOPS}；;，,：:"
"""What no subhead ends in; one may be a list with 、 at a line's end."""

TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK)
_PAPER = pattern(__package__, "paper", ".{2,8}<ends>")
_APART = pattern(__package__, "text apart", r"[（(【〔\[▲△▼◆]", "<begins>")
"""What a line begins with that is text of a kind of its own."""

_PEOPLE = frozenset((
    "begins with a reporters post", "begins by saying who wrote it", "ends in names after a post",
    "ends in names after a word", "ends in names after a mark", "is a name", "is several names",
    "is a name with a note", "is names and a report",
))  # fmt: skip
"""Cues of a line that says who wrote the story."""

_PAUSES = frozenset(PAUSES)
_ORGAN = "ends as an organ's name does"

OTHERWISE = _PEOPLE | frozenset((
    "speaks of its author", "begins as a note on the writer", "ends in names in brackets", "is a name in brackets",
    "is names and a credit", "is a dash, a post and a name", "ends as credits do", "begins like a caption", "is a date",
    "has a date in it", "has a page number in it", "names a paper and its day or page", "tells where it comes from",
    "says who made the page", "is a jump to another page", "is wholly in brackets", "is signed by the editors",
    _ORGAN,
))  # fmt: skip
"""Cues by which a line's words say what it is, whatever its type: people, a day, a source, what a picture shows."""


def is_masthead(text: str) -> bool:
    """Whether a line is a paper's name, or says at its end of which month the paper is."""
    month = month_in(text)
    return _PAPER.fullmatch(text) is not None or month is not None and month.end == len(text)


@dataclass(slots=True, eq=False)
class Piece:
    """A line, or neighbouring lines in larger type that are set alike: a title that goes over several.

    ``times`` is the size of its type against that of most of the text, ``length`` the characters of the block that it
    begins. Rules give it ``role``, ``depth`` and ``opens``.
    """

    lines: list[Line]
    times: float
    role: Role | None
    depth: int
    opens: Opens | None
    length: int = 0
    _cues: frozenset[str] | None = None

    def add(self, line: Line) -> None:
        """Take the next line, which is set as the others are."""
        self.lines.append(line)
        self._cues = None

    @property
    def first(self) -> Line:
        """Its first line, which is set as the others are."""
        return self.lines[0]

    @property
    def text(self) -> str:
        """The text of its lines."""
        return "".join(line.text for line in self.lines)

    @property
    def look(self) -> tuple[float | None, bool, bool]:
        """How it is set: the size, whether it is bold, whether centred."""
        return self.first.size, self.first.bold, self.first.centred

    @property
    def is_heading(self) -> bool:
        """Whether the format tells that it is a heading, and not of what."""
        return bool(self.first.level) and self.first.role is None

    @property
    def is_free(self) -> bool:
        """Whether neither the format nor a rule has told what it is."""
        return self.role is None and self.first.form is None and not self.first.level

    @property
    def is_larger(self) -> bool:
        """Whether its type is seen to be larger than the text's."""
        return self.times >= LARGER

    @property
    def is_smaller(self) -> bool:
        """Whether its type is seen to be smaller than the text's."""
        return self.times <= SMALLER

    @property
    def is_large(self) -> bool:
        """Whether its type is a title's."""
        return self.times >= _LARGE[self.first.bold + self.first.centred]

    @property
    def is_picture(self) -> bool:
        """Whether it is nothing but pictures."""
        runs = self.first.runs
        return any(run.image for run in runs) and not any(run.text.strip() for run in runs if not run.image)

    @property
    def is_text(self) -> bool:
        """Whether it is text, or may be: it is long, as its block may be, or ends as text does."""
        text, long = self.text, max(len(self.text), self.length) > SHORT
        return self.role is Role.PARAGRAPH or self.is_free and (long or text[-1] in NO_SUBHEAD_ENDS)

    @property
    def cues(self) -> frozenset[str]:
        """What the words of its lines say."""
        if self._cues is None:
            self._cues = _set_of(*[cue for line in self.lines for cue in word_cues(line.text)])
        return self._cues

    @property
    def names_people(self) -> bool:
        """Whether its words say who wrote the story."""
        return not _PEOPLE.isdisjoint(self.cues)

    @property
    def is_message(self) -> bool:
        """Whether it is a text that begins as a message does (本报海州5月15日电)."""
        return "begins as an agency message" in self.cues and self.is_text

    @property
    def says_otherwise(self) -> bool:
        """Whether its words say what it is, whatever its type; no organ's name has a pause in it (雨天，有去处)."""
        found = OTHERWISE & self.cues
        return bool(found - {_ORGAN}) or bool(found) and _PAUSES.isdisjoint(self.text)

    @property
    def begins_story(self) -> bool:
        """Whether it is what only a headline has below it: a byline, or a message (本报讯)."""
        return "begins as an agency message" in self.cues or self.names_people and not self.is_text

    @property
    def is_apart(self) -> bool:
        """Whether its words say that it is neither a title nor text like other text."""
        return bool(is_masthead(self.text) or _APART.match(self.text)) or self.says_otherwise


@lru_cache(1000)
def _set_of(*cues: str) -> frozenset[str]:
    """The cues as a set, which lines that say the same share."""
    return frozenset(cues)


@lru_cache(1000)
def _times(size: float | None, usual: float) -> float:
    """How many times larger a size is than the usual one, which lines of one size share."""
    return round(size / usual, 2) if size and usual else 1.0


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """The lines as pieces."""
    found: list[Piece] = []
    page = usual_size(line for line in lines if line.role is None and line.form is None)
    for line, usual in zip(lines, usual_sizes(lines, page), strict=True):
        piece = Piece([line], _times(line.size, usual), line.role, line.depth, line.opens)
        if found and _go_together(found[-1], piece):
            found[-1].add(line)
        else:
            found.append(piece)
    _measure(found)
    return found


def _measure(pieces: Sequence[Piece]) -> None:
    """Tell the pieces that begin blocks on a page how long these are, where the lines that go on are of one size."""
    first: Piece | None = None
    for piece in pieces:
        if piece.opens is not Opens.LINE or first is None or piece.times != first.times:
            first = piece if piece.first.box else None
        if first is not None:
            first.length += len(piece.text)


def _go_together(above: Piece, piece: Piece) -> bool:
    """Whether two pieces are one title: set alike in larger type, or in a title's style, with nothing between them."""
    if (above.look, above.role) != (piece.look, piece.role) or piece.first.gap_before:
        return False
    if piece.role is Role.HEADLINE:
        return True
    if not (above.is_free and piece.is_free and piece.is_larger) or not _may_go_on(above.text, piece.text):
        return False
    return piece.is_large or not above.says_otherwise and not piece.says_otherwise


def _may_go_on(above: str, text: str) -> bool:
    return max(len(above), len(text)) <= TITLE and above[-1] not in "。；;：:"


def lines_of(pieces: Iterable[Piece]) -> Iterator[Line]:
    """The lines of the pieces with what was found; those of a title go on with its first."""
    for piece in pieces:
        first, *others = piece.lines
        told = (piece.role, piece.depth, piece.opens)
        is_new = told != (first.role, first.depth, first.opens)
        yield replace(first, role=piece.role, depth=piece.depth, opens=piece.opens) if is_new else first
        for line in others:
            opens = line.opens if piece.role in (None, Role.PARAGRAPH) else Opens.LINE
            yield replace(line, role=piece.role, depth=piece.depth, opens=opens)


def stories_of(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces by their stories, each from its kicker or headline on; what stands above the first is together too."""
    story: list[Piece] = []
    for piece in pieces:
        led = bool(story) and story[-1].role is Role.KICKER
        if story and (piece.role is Role.KICKER or piece.role is Role.HEADLINE and not led):
            yield story
            story = []
        story.append(piece)
    yield story
