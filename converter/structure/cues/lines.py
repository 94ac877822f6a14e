"""Named observations of each line: what the detector sees. No cue knows a role, a weight or the search.

Every cue is a short phrase that reads as a sentence after "the line": ``ends a sentence``, ``is a name``. Those that
name words are in ``vocabulary.tsv``; ``cues.txt`` has them all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise
from operator import add
from sys import intern

from converter.model import Line
from converter.press.lexicon import pattern
from converter.press.marks import BRACKETS, CLOSING_QUOTES, DASHES, LETTER, OPENING, STOPS, TEXT_ENDS, TITLES
from converter.press.numbers import HAN_NUMBER
from converter.press.quotes import as_curly
from converter.structure.cues.measures import LARGER, SMALLER, WHOLE_ENDS, Page
from converter.structure.cues.neighbours import story_cues
from converter.structure.cues.topics import topic_cues
from converter.structure.cues.vocabulary import ends_as_a_credit, heads_of, within
from converter.structure.cues.words import short_line_cues

_SHORT = 60
"""Characters; a longer line is looked at by its head and tail alone."""
LONGEST_CAPTION = 200

_DOZEN = 12
FAR_RIGHT = 12
"""Columns of white space before a line that is set to the right: two for each full-width space."""

_MOST = (1, 4, 8, 12, 18, 26, 38, 60, 120)
"""Characters that a line of each of ``_LENGTHS`` has at most, but for the last."""
_LENGTHS = (
    "has 1 character", "has 2 to 4", "has 5 to 8", "has 9 to 12", "has 13 to 18", "has 19 to 26", "has 27 to 38",
    "has 39 to 60", "has 61 to 120", "has over 120",
)  # fmt: skip

_ENDS = {
    STOPS: "ends a sentence",
    "，、；,;": "ends in a comma",
    "：:": "ends in a colon",
    DASHES: "ends in a dash",
    "".join(BRACKETS.values()): "ends in a closing bracket",
    "".join(TITLES.values()): "ends in a closing title mark",
    CLOSING_QUOTES: "ends in a closing quote",
    OPENING: "ends in an opening mark",
    "0123456789０１２３４５６７８９%％": "ends in a digit",
}
_CLOSING = f"{CLOSING_QUOTES}）)"
_VERSE_ENDS = "，；"
"""What also ends a line of verse; in prose a text breaks off there."""
_SPEECH_ENDS = f"{STOPS}{DASHES}"
_END_OF = {char: cue for chars, cue in _ENDS.items() for char in chars}

_MESSAGE = pattern(
    __package__,
    "message",
    rf"[（(〔【\[]?{LETTER}[^，。！？：“]{{1,28}}?"
    r"(?:<ends>(?:[）)〕】\]：]|[ 　]+(?=\S)|(?=[（(]))|<reports>[）)〕】\]])",
)
_OPENINGS = {
    "opens with a chapter": f"第[0-9{HAN_NUMBER}两]{{1,6}}<unit>(?!<counted>)|<volume>[{HAN_NUMBER}]{{1,3}}(?=[ 　]|$)",
    "opens with a han number": f"[{HAN_NUMBER}]{{1,3}}[、.．]",
    "opens with a number in brackets": f"[（(][0-9{HAN_NUMBER}]{{1,3}}[）)]|[①-⑳]",
    "opens with a figure": "[0-9]{1,2}[.、．)）](?![0-9])",
    "opens with a speaker": f"{LETTER}{{1,5}}[：:](?=.)",
    "opens with a date": "[0-9]{1,4}年|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日",
    "opens with a digit": "[0-9]",
    "opens with latin": "[A-Za-z]",
}
"""What a line may open with, and its pattern; the first that fits is meant."""
_OPENING = pattern(__package__, "chapter", *(f"({shape})" for shape in _OPENINGS.values()))
_OPENING_CUES = ("", *_OPENINGS)


Cues = tuple[str, ...]
"""What is seen of a line. Long texts have many lines that are alike, so each kind of them is held once."""


def observe(lines: Sequence[Line]) -> list[Cues]:
    """The cues of every line, in the lines' order. Linear in the text; lines that are alike share theirs."""
    own, around = _seen(Page(_plain(lines)))
    kept = dict[Cues, Cues]().setdefault
    for at, line in enumerate(map(add, own, around)):
        own[at] = kept(line, line)
    return own


def _seen(page: Page) -> tuple[list[Cues], list[Cues]]:
    """The cues of every line: those of its own, and those that the lines around it give."""
    kept = dict[Cues, Cues]().setdefault
    every = range(len(page.lines))
    own = [kept(line, line) for line in (tuple(map(intern, _cues(page, number))) for number in every)]
    around: list[Cues] = [()] * len(own)
    for place, cue in chain(story_cues(page, own), topic_cues(page)):
        line = (*around[place], cue)
        around[place] = kept(line, line)
    return own, around


def _plain(lines: Sequence[Line]) -> list[Line]:
    """The lines with no-break spaces as plain ones, quotes of every kind as “”‘’, an ellipsis of any dots as one."""
    texts = [line.text.replace("\xa0", " ").replace("...", "…").replace("\u22ef", "…") for line in lines]
    return [
        line if line.text == text else replace(line, text=text)
        for line, text in zip(lines, as_curly(texts), strict=True)
    ]


def _cues(page: Page, number: int) -> list[str]:
    """Everything that is seen of the line: its text, its place, its joint with the line above."""
    line = page.lines[number]
    text = line.text
    cues = ["is any line"]
    if _is_amid_full_lines(page, number):
        cues.append("goes on amid full lines")  # what it begins with says nothing
    else:
        cues += word_cues(text)
    cues += _form_cues(page, number, text)
    cues += _place_cues(page, number, line)
    if number:
        cues += _joint_cues(page, number, line)
    return cues


def word_cues(text: str) -> list[str]:
    """What a line's words say; of a long line, those of its head and tail, and what makes it a caption."""
    pictures = within(text) if len(text) <= LONGEST_CAPTION else []
    if len(text) <= _SHORT:
        return short_line_cues(text) + pictures
    return [*heads_of(text), *["ends as credits do"] * ends_as_a_credit(text), *pictures]


def _is_amid_full_lines(page: Page, number: int) -> bool:
    """Whether the line comes after a full line that breaks off, and fills its column too."""
    above = page.lines[number - 1].text[-1] if number else "。"
    edge = 0 if page.set_in else 1
    return above not in WHOLE_ENDS and page.is_full(number - 1) and -2 <= page.short[number] <= edge


def _form_cues(page: Page, number: int, text: str) -> list[str]:
    """How long the line is, how it begins and ends, what marks are in it."""
    count = len(text)
    core = text.rstrip(_CLOSING) if text[-1] in _CLOSING else text
    end = "ends a sentence" if core and core[-1] in _ends_of(text[-1]) else _END_OF.get(text[-1], "ends in a word")
    stop = "with" if end == "ends a sentence" else "without"
    cues = [end, f"is {_size(page, number)} and {stop} a stop"]
    if not page.width:
        cues.append(_LENGTHS[bisect_left(_MOST, count)])
    if opening := _OPENING.match(text):
        cues.append(_OPENING_CUES[opening.lastindex or 0])
    if _MESSAGE.match(text):
        cues.append("opens with a dateline")
    commas = text.count("，") + text.count("；")
    cues.append("has no comma" if not commas else "has a comma" if commas == 1 else "has commas")
    if text.find("。", 0, count - 2) >= 0:
        cues.append("has a stop inside")
    elif count <= _SHORT and _has_gap(text):
        cues.append("has a gap inside")
    return cues


def _ends_of(last: str) -> str:
    """What a sentence may end in whose line ends in ``last``: speech may break off with a dash."""
    return _SPEECH_ENDS if last in CLOSING_QUOTES else STOPS


def _has_gap(text: str) -> bool:
    """Whether white space stands between two characters that are not Latin."""
    return any(above[-1] > "\u2000" and below[0] > "\u2000" for above, below in pairwise(text.split()))


def _size(page: Page, number: int) -> str:
    """How long the line is: against its column where that has a set width."""
    count, short = page.lengths[number], page.short[number]
    if count <= 4:
        return "tiny"
    if not page.width:
        return "short" if count <= 14 else "middling" if count <= 32 else "long"
    if short < -2:
        return "longer than its column"
    if short == 2 or (short == 1 and page.set_in):
        return "an indent short of its column"
    return (
        "as wide as its column"
        if short <= 1
        else "nearly as wide as its column"
        if short <= 4
        else "short in its column"
    )


def _place_cues(page: Page, number: int, line: Line) -> list[str]:
    """What the line's place on the page says."""
    cues = [_gap_cue(page, number, line), page.stories[number]]
    if page.indented and line.indent >= 2:
        cues.append("is indented")
        if line.indent >= FAR_RIGHT:
            cues.append("is set far to the right")
    elif page.all_indented:
        cues.append("is not indented")
    if page.unstopped[number]:
        cues.append("is one of a few full lines that end without a stop")
    if line.text in page.repeated:
        cues.append("is repeated on the page")
    if number == len(page.lines) - 1:
        cues.append("is the last line")
    if page.verse[number]:
        cues.append("is one of many short lines in a row")
    if page.verse[number] >= _DOZEN:
        cues.append("is one of a dozen short lines in a row")
    if page.titles[number]:
        cues += _title_cues(page, number)
    if page.sizes is not None:
        cues += _type_cues(page.sizes[number], line, page.lines[number - 1] if number else line)
    return cues


def _type_cues(usual: float, line: Line, above: Line) -> list[str]:
    """How the line is set, where the format tells: the size of its type against that of most of the text."""
    cues = ["is set in bold"] * line.bold + ["is centred"] * line.centred
    ratio = line.size / usual if line.size and usual else 1
    if ratio >= LARGER:
        cues.append("is set in much larger type" if ratio >= 1.5 else "is set in larger type")
    elif ratio <= SMALLER:
        cues.append("is set in smaller type")
    if (line.size, line.bold, line.centred) != (above.size, above.bold, above.centred):
        cues.append("is set otherwise than the line above")
    return cues


def _title_cues(page: Page, number: int) -> list[str]:
    """Where a title-like line stands among others, and how long it is against the one above."""
    after = number > 0 and page.titles[number - 1]
    before = number + 1 < len(page.lines) and page.titles[number + 1]
    place = "amid" if after and before else "last of" if after else "first of" if before else "apart from other"
    cues = [f"is {place} title lines"]
    if page.cut and any(page.joined[number + 1 : number + 2]):
        cues.append("breaks off in a word on a page of cut columns")  # elsewhere that is chance, one border in eighty
    if after:
        above, here = page.lengths[number - 1], page.lengths[number]
        shorter, longer = here * 2 <= above, above * 2 <= here
        cues.append(f"is {'half' if shorter else 'twice' if longer else 'nearly'} as long as the title line above")
    return cues


def _gap_cue(page: Page, number: int, line: Line) -> str:
    if not number:
        return "is the first line"
    if not page.gapped:
        return "follows a rare blank line" if line.gap_before else "is on a page without blank lines"
    if line.gap_before == page.gap:
        return "follows the usual gap"
    return "follows a wider gap" if line.gap_before > page.gap else "follows a narrower gap"


def _joint_cues(page: Page, number: int, line: Line) -> list[str]:
    """How the line hangs together with the one that it would go on from."""
    cues = []
    above = page.above[number]
    last, first = page.lines[above].text[-1], line.text[0]
    if page.inside[number]:
        cues.append("begins inside open quotes or brackets")
    if page.balances[number] < 0:
        cues.append("closes what it did not open")
    if page.titles[number - 1] and not page.width:
        place = " on a page of cut columns" if page.cut else " on a page without cut words" if page.uncut else ""
        cues.append("comes after a title line" + place)
    if above < number - 1:
        cues.append(f"comes past a line between, after text that {'is whole' if last in WHOLE_ENDS else 'breaks off'}")
    if page.is_rest_of_a_word(number):
        cues.append("begins with the rest of a word")
    elif (last + first).isascii() and (last + first).isalnum():
        cues.append("goes on in latin or digits")
    return cues + _end_above_cues(page, number, last) + _indent_cues(page, number, last)


def _end_above_cues(page: Page, number: int, last: str) -> list[str]:
    """How the line ends that this one would go on from, whose ``last`` character it is."""
    above = page.above[number]
    if page.is_full(above):
        return ["comes after a full line that " + ("ends a sentence" if last in TEXT_ENDS else "breaks off")]
    if last in WHOLE_ENDS or (last in _VERSE_ENDS and page.verse[above] and page.verse[number]):
        return []
    if not page.width and page.credits[above]:
        return []
    return ["comes after a line that breaks off" + (" on a page of cut columns" if page.cut else "")]


def _indent_cues(page: Page, number: int, last: str) -> list[str]:
    """On a page of hard-wrapped lines whose paragraphs open with an indent: whether this line may have one."""
    short = page.short[number]
    if not page.set_in or not -2 <= short <= 2:
        return []
    if short <= 0:
        return ["begins at the edge of an indented column"]
    return ["has an indent's room after a line that ends a sentence"] if last in TEXT_ENDS else []
