"""What is usual on a page, measured once: gaps, indents, the column's width, where titles stand."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import and_

from converter.model import Line, Role
from converter.press.bonds import bound
from converter.press.joints import is_broken
from converter.press.lexicon import lists
from converter.press.marks import CLOSING, CLOSING_QUOTES, OPENING, PAUSES, TEXT_ENDS, escaped
from converter.press.numbers import HAN_NUMBER
from converter.press.patterns import later
from converter.structure.cues.vocabulary import begins_like_a_caption, ends_as_a_credit


class Page:
    """The measures of a page's lines; each is taken once and in time linear in the text.

    Of the page: ``gap`` is the usual number of blank lines above a line, ``gapped`` whether blank lines are common at
    all; ``width`` the length of a full line where lines are hard-wrapped, else 0, ``set_in`` whether paragraphs open
    with an indent there; ``indented`` whether long lines are often indented, ``all_indented`` whether most are; ``cut``
    whether columns seem to cut paragraphs, ``uncut`` whether none do; ``sizes`` for each line the type size of most of
    the text that it stands among, None where nothing is known of the lines' type; ``repeated`` the short lines that
    occur more than once; ``heads`` the lines that begin a run of title-like ones.

    Of line ``n``: ``credits[n]`` whether it ends by saying whose a picture is, ``pictures[n]`` whether it speaks of
    one at all; ``lengths[n]`` in the unit of ``width``, and ``short[n]``, what it lacks of the width; ``halves[n]``
    whether it begins with the rest of a word of the line above, ``joined[n]`` whether columns cut that word;
    ``above[n]`` the line that it would go on from; ``balances[n]`` its opening marks less the closing ones;
    ``inside[n]`` whether quotes or brackets are open where it begins; ``titles[n]`` whether it is like a title,
    ``verse[n]`` of how many short lines in a row it is one (0: of few), ``unstopped[n]`` of a title as wide as its
    column; ``stories[n]`` how much text stands under its title. A long text has many lines: whether is a byte, a number
    four.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.credits = bytes(ends_as_a_credit(line.text) for line in lines)
        self.pictures = bytes(
            credit or begins_like_a_caption(line.text) for credit, line in zip(self.credits, lines, strict=True)
        )
        self.lengths = self._lengths()
        self.width = self._width()
        self.short = array("i", [self.width - length for length in self.lengths])
        self.set_in = self._set_in()
        self.gap, self.gapped = self._gaps()
        self.indented, self.all_indented = self._indents()
        self.repeated = self._repeated()
        self.halves = bytes(number > 0 and self._is_cut(number - 1, number) for number in range(len(lines)))
        self.joined = self.halves
        self.balances = array("i", [balance(line.text) for line in lines])
        self.inside = self._inside()
        self.titles = bytes(map(self._is_like_a_title, range(len(lines))))
        self.cut, self.uncut = self._cuts()
        if self.uncut:  # where columns cut nothing, a title's last character and the text's first are no word
            self.joined = bytes(joined and not self.titles[n - 1] for n, joined in enumerate(self.joined))
        self.above = self._above()
        self.heads = set(heads(self.titles))
        self.verse = self._verse()
        self.unstopped = self._unstopped()
        self.stories = self._stories()
        self.sizes = self._sizes()

    def is_full(self, number: int) -> bool:
        """Whether line ``number`` fills a column of hard-wrapped lines, an indent set aside; a longer one does not."""
        return self.width > 0 and -2 <= self.short[number] <= (2 if self.set_in else 1)

    def _gaps(self) -> tuple[int, bool]:
        """The usual number of blank lines above a line, and whether more than one line in five has any.

        In a set column the usual one is that between the lines of a paragraph, few as they may be.
        """
        gaps = Counter([line.gap_before for line in self.lines[1:]])
        inner = Counter([below.gap_before for n, below in enumerate(self.lines[1:]) if self._breaks_off_full(n)])
        usual = (inner or gaps).most_common(1)[0][0] if gaps else 0
        return usual, (len(self.lines) - 1 - gaps[0]) * 5 > len(self.lines)

    def _breaks_off_full(self, number: int) -> bool:
        """Whether a line fills its column and ends no text."""
        return self.is_full(number) and self.lines[number].text[-1] not in WHOLE_ENDS

    def _indents(self) -> tuple[bool, bool]:
        """Whether more than one long line in ten is indented, and more than seven are; of any line if all are short."""
        least = self.width - 4 if self.width else 30  # a first line lacks the indent's room
        long = [line for line in self.lines if len(line.text) > least] or self.lines
        indented = sum([line.indent >= 2 for line in long]) * 10
        return indented > len(long), indented > 7 * len(long)

    def _repeated(self) -> set[str]:
        """The short lines that occur more than once."""
        short = Counter([line.text for line in self.lines if len(line.text) < 30])
        return {text for text, count in short.items() if count > 1}

    def is_rest_of_a_word(self, number: int) -> bool:
        """Whether line ``number`` begins with the rest of a word of the text that it would go on from."""
        above = self.above[number]
        return bool(self.halves[number]) if above == number - 1 else self._is_cut(above, number)

    def _is_cut(self, above: int, below: int) -> bool:
        """Whether two lines have the halves of a word: Han characters that often stand so, or Latin and a hyphen."""
        text, rest = self.lines[above].text, self.lines[below].text
        if len(text) < _FRAGMENT or self.credits[above]:
            return False
        return bound(text[-1], rest[0]) or is_broken(text, rest)

    def _cuts(self) -> tuple[bool, bool]:
        """Whether columns seem to cut paragraphs, and whether none do; of few lines, and of hard-wrapped ones, neither.

        Of true cuts one in three goes through a word; the others show where long text breaks off, with no title or
        picture about.
        """
        if self.width:
            return False, False
        halves = bytes(len(line.text) > _TITLE and line.text[-1] not in _UNCUT_ENDS for line in self.lines[:-1])
        words = any(map(and_, halves, self.joined[1:]))
        breaks = sum([half and not self.titles[n] and not self.credits[n - 1] for n, half in enumerate(halves, 1)])
        signs = breaks + sum(self.joined)
        cut = signs > 1 and signs * 40 > len(self.lines)
        return cut, not (cut or words or breaks > 1) and len(self.lines) >= 15

    def _set_in(self) -> bool:
        """Whether most full lines below a paragraph's end lack an indent's room: it is there, unseen or cut away."""
        if not self.width:
            return False
        opening = [
            self.short[n]
            for n in range(1, len(self.lines))
            if self.short[n - 1] > 2 and self.lines[n - 1].text[-1] in TEXT_ENDS and -2 <= self.short[n] <= 2
        ]
        return len(opening) >= 3 and sum([left >= 1 for left in opening]) * 10 >= len(opening) * 7

    def _sizes(self) -> list[float] | None:
        """The sizes of most of the text around each line, in points; 0 where bold or centred lines alone are told, None
        where none is."""
        if not any(line.size or line.bold or line.centred for line in self.lines):
            return None
        return usual_sizes(self.lines, usual_size(self.lines))

    def _width(self) -> int:
        """The column's width where lines are hard-wrapped, else 0."""
        lengths = Counter(self.lengths)
        best = self._common_width(lengths) or self._width_of_breaks(lengths)
        if not best:
            return 0
        width = max(best - 1, best, best + 1, key=lambda n: (lengths[n], n))
        return width + 2 if lengths[width + 2] * 3 >= lengths[width] else width  # first lines lack an indent's two

    def _common_width(self, lengths: Counter[int]) -> int:
        """The length of many lines that are as long as the longest and break off; 0 where there are none."""
        best = _peak(lengths)
        near = sum([lengths[n] for n in (best - 1, best, best + 1)])
        if best < 8 or near < 3 or near * 10 < 3 * len(self.lines) or _longer(lengths, best) * 10 > len(self.lines):
            return 0
        full = [line.text for line, length in zip(self.lines, self.lengths, strict=True) if abs(length - best) <= 1]
        if sum([text[-1] not in _LINE_ENDS for text in full]) * 2 < len(full):  # short paragraphs or verse, all as long
            return 0
        blank = sum([len(text.split()) > 1 for text in full])
        if best < _NARROW and blank * 2 > len(full) and not any(map(_PAUSE.search, full)):
            return 0  # rows of a list: who, and of where
        return best

    def _width_of_breaks(self, lengths: Counter[int]) -> int:
        """The length at which text breaks off, where it hardly does elsewhere: speech may leave few lines full."""
        broken = Counter(
            [
                length
                for line, length in zip(self.lines, self.lengths, strict=True)
                if line.text[-1] not in _LINE_ENDS + WHOLE_ENDS and _PAUSE.search(line.text)
            ]
        )
        best = _peak(broken)
        near = sum([broken[n] for n in range(best - 2, best + 3)])  # first lines may lack an indent's two
        is_edge = best >= 12 and near >= 4 and near * 4 >= 3 * broken.total()
        return best if is_edge and _longer(lengths, best) * 20 <= len(self.lines) else 0

    def _lengths(self) -> array[int]:
        """The lines' lengths in characters, or in widths of a Han character, whichever is the same for more lines."""
        counts = array("i", [len(line.text) for line in self.lines])
        if max(counts, default=0) > 60:
            return counts
        narrow = (len(line.text.encode("ascii", "ignore")) for line in self.lines)
        widths = array("i", [count - few // 2 for count, few in zip(counts, narrow, strict=True)])
        return max(counts, widths, key=lambda lengths: _alike(Counter(lengths)))

    def _above(self) -> array[int]:
        """For each line the one that it would go on from: text goes on from text, past a title, picture or notice."""
        between = bytes(map(self._may_lie_between, range(len(self.lines))))
        found = array("i", [-1])
        for number in range(1, len(self.lines)):
            above = number - 1
            if not self.titles[number] and not (self.joined[number] and self.titles[above]):
                while above >= 0 and between[above] and number - above <= _BETWEEN:
                    above -= 1
                if above < 0 or between[above]:
                    above = number - 1
            found.append(above)
        return found

    def _may_lie_between(self, number: int) -> bool:
        """Whether the line may interrupt a text, and is no half of it: columns that cut leave short halves too."""
        if self.is_full(number):
            return False
        if self.pictures[number]:
            return True
        return bool(self.titles[number]) and not (self.cut and _PAUSE.search(self.lines[number].text))

    def _verse(self) -> array[int]:
        """Where six short lines or more stand in a row, how many; in a set column all lines are short."""
        if self.width:
            return array("i", [0]) * len(self.lines)
        found = array("i")
        for short, group in groupby([length <= 20 for length in self.lengths]):
            count = sum(1 for _ in group)
            found += array("i", [count if short and count >= 6 else 0]) * count
        return found

    def _inside(self) -> bytearray:
        """Where quotes or brackets are open that a line above opened.

        In a set column they may stay open for many lines, up to a paragraph's end; elsewhere the next line has to close
        what a cut left open, since a mark that is never closed would hold the rest of the page.
        """
        found, opened = bytearray(len(self.lines)), 0
        for number in range(1, len(self.lines)):
            more = self.balances[number - 1]
            if not self.width:
                found[number] = more > 0 > self.balances[number]
                continue
            ended = self.lines[number - 1].text[-1] in TEXT_ENDS and not self.is_full(number - 1)
            opened = 0 if ended or self.lines[number].gap_before else max(0, opened + more)
            found[number] = opened > 0
        return found

    def _unstopped(self) -> bytearray:
        """Where two to four lines, full but for the last, end in a word: a title as wide as its column."""
        found = bytearray(len(self.lines))
        first = 0
        for number in range(len(self.lines) if self.width else 0):
            if self.is_full(number) and self.lines[number].text[-1] not in TEXT_ENDS:
                continue
            lines = self.lines[first : number + 1]
            if (
                2 <= len(lines) <= 4
                and lines[-1].text[-1] not in WHOLE_ENDS + "，、；"
                and not any("。" in line.text for line in lines)
            ):
                found[first : number + 1] = b"\1" * len(lines)
            first = number + 1
        return found

    def _stories(self) -> list[str]:
        """For each line how much text stands under the title-like lines that it is under, or is one of."""
        found: list[str] = []
        for first, end in stories(self.heads, len(self.lines)):
            size = sum([len(self.lines[n].text) for n in range(first, end) if not self.titles[n]])
            found += [_STORIES[bisect_right(_AMOUNTS, size)]] * (end - first)
        return found

    def _is_like_a_title(self, number: int) -> bool:
        """Whether the line is short, ends as no sentence and no credit does, and does not go on in the line below."""
        text, length = self.lines[number].text, self.lengths[number]
        if (
            length > _TITLE
            or text[-1] in _NO_TITLE_ENDS
            or (self.width and length >= self.width - 1)
            or self.credits[number]
        ):
            return False
        below = number + 1
        if below == len(self.lines):
            return True
        if is_broken(text, self.lines[below].text):
            return False
        return self.width > 0 or self.lengths[below] <= _TITLE or not self.inside[below]


def _peak(lengths: Counter[int]) -> int:
    """The length that most lines have, give or take one; the longest of several, 0 where there are none."""
    return max(lengths, key=lambda n: (lengths[n - 1] + lengths[n] + lengths[n + 1], n), default=0)


def _alike(lengths: Counter[int]) -> tuple[int, int]:
    """How many lines are of one length; of as many, how few are longer than most."""
    return max(lengths.values(), default=0), -_longer(lengths, _peak(lengths))


def _longer(lengths: Counter[int], width: int) -> int:
    """How many lines are longer than a column of ``width`` can hold."""
    return sum([count for length, count in lengths.items() if length > width + 3])


LARGER, SMALLER = 1.1, 0.93
"""Times the size of most of the text, from which type is seen to be larger, and to which smaller."""


_PARAGRAPH = 100
"""Characters of one size that are text by themselves."""


def usual_size(lines: Iterable[Line]) -> float:
    """The size of most of the text, in points; 0 where that of most is not known."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size or 0] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0)


def usual_sizes(lines: Sequence[Line], usual: float) -> list[float]:
    """For each line the size of most of the text that it stands among: of its story where that was found by its place
    on a page and has a paragraph of text, so that a side bar in small type is text; else the ``usual`` one of all."""
    found: list[float] = []
    for story in _placed_stories(lines):
        text = [line for line in story if line.role in (None, Role.PARAGRAPH) and line.form is None]
        own = usual_size(text)
        long = bool(story[0].box) and sum(len(line.text) for line in text if line.size == own) >= _PARAGRAPH
        found += [own if long else usual] * len(story)
    return found


def _placed_stories(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines from one headline that its place on a page told to the next, those of other frames apart."""
    begin = 0
    for number in range(1, len(lines)):
        above, line = lines[number - 1], lines[number]
        headed = line.box is not None and line.level == 1 and above.level != 1
        if headed or (line.frames, line.page) != (above.frames, above.page):
            yield lines[begin:number]
            begin = number
    yield lines[begin:]


def heads(titles: Sequence[int]) -> list[int]:
    """The numbers of the lines that begin a run of title-like ones."""
    return [n for n, title in enumerate(titles) if title and not (n and titles[n - 1])]


def stories(heads: Iterable[int], count: int) -> Iterator[tuple[int, int]]:
    """The first line and the end of each story of ``count`` lines: from one of ``heads`` to the next."""
    return pairwise(sorted({0, count, *heads}))


WHOLE_ENDS = f"{TEXT_ENDS}{''.join(lists(__package__, 'words')['credit', 'taken'])}：:】〕》—"  # 江帆摄 is whole
_UNCUT_ENDS = f"{WHOLE_ENDS}.；;、"  # of long text that no column cut
_NO_TITLE_ENDS = f"。！…，、；{CLOSING_QUOTES}"  # a title may ask, and end in brackets
_LINE_ENDS = f"{TEXT_ENDS}{PAUSES}"  # a column's lines end in a mark by chance alone, one in seven
_PAUSE = later("[，。；、]")  # text has some in a line, a title hardly
_BETWEEN = 3  # lines that may lie between two halves of a paragraph
_TITLE = 32  # characters that a line of a title has at most
_NARROW = 14  # characters that a column has at least where most of its lines have a blank and none a pause
_FRAGMENT = 4  # characters that a cut leaves at least on a line; a lone 一 is a number, not the head of 一村
_AMOUNTS = (1, 250, 900)
_STORIES = (
    "is of a story with no text",
    "is of a story with little text",
    "is of a story with some text",
    "is of a story with much text",
)
_ENUMERATED = later(f"[0-9A-Za-z{HAN_NUMBER}]{{1,2}}[)）]")
_DEPTHS = dict.fromkeys(OPENING, 1) | dict.fromkeys(CLOSING, -1)
_MARKS = later(f"[{escaped(''.join(_DEPTHS))}]")


def balance(text: str) -> int:
    """Opening marks less closing ones; the one behind a number at the line's head, as in 1), closes nothing."""
    return sum(map(_DEPTHS.__getitem__, _MARKS.findall(text))) + (_ENUMERATED.match(text) is not None)
