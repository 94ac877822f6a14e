"""HTML that was left in plain text: which tags and character references are at work there, and what they mean.

A tag that prose speaks of (用<b>标签加粗) stays as it is: its line names tags, or has it in quotes. Else a tag is at
work where it is one of a pair, begins or ends a line, or stands alone by its nature (``<br>``). Elements as in the HTML
Living Standard, 4; character references as in 13.5.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from html import unescape
from html.entities import html5
from itertools import groupby

from converter import left_out
from converter.left_out import amount
from converter.model import Line, Mark, Run, Source
from converter.press.lexicon import any_of, lists

_MARKS = {
    **dict.fromkeys(("b", "strong"), Mark.STRONG),
    **dict.fromkeys(("i", "em", "cite"), Mark.EMPHASIS),
    **dict.fromkeys(("u", "ins"), Mark.UNDERLINE),
    **dict.fromkeys(("s", "del", "strike"), Mark.STRUCK),
    **dict.fromkeys(("sup", "rt"), Mark.SUP),
    "sub": Mark.SUB,
}
_INLINE = {*_MARKS, *"a span font big small tt code kbd label ruby rb rp abbr q mark nobr".split()}
_CELLS = {"td", "th"}
_LINES = {"li", "tr", "dt", "dd", "option"}
_PARAGRAPHS = set(
    "p div h1 h2 h3 h4 h5 h6 blockquote center section article header footer main aside nav ul ol dl table thead tbody "
    "caption figure figcaption pre address html body head".split()
)
_ALONE = {"br", "hr", "img", "wbr", "!"}
_BREAKS = _LINES | _PARAGRAPHS | {"br", "hr"}
_KNOWN = _INLINE | _CELLS | _LINES | _PARAGRAPHS | _ALONE

_VALUE = r"""(?:"[^"<>\n]*+"|'[^'<>\n]*+'|[^\s"'<>=]++)"""
_MARK = (
    rf"<(?P<ends>/?)(?P<name>[a-z][a-z0-9]*+)(?:\s++[a-z_:][\w:.-]*+\s*+=\s*+{_VALUE})*+\s*+/?>"
    r"|&(?:amp;)*+(?P<entity>#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});|&(?P<and>amp);"
)
_TOKEN = re.compile(f"{_MARK}|<!--(?s:.*?)-->", re.IGNORECASE)
_BELOW_COMMENTS = re.compile(_MARK, re.IGNORECASE)
_SAID = re.compile(rf"\s(?:title|alt)\s*+=\s*+({_VALUE})", re.IGNORECASE)
_UNREAD = "tags left in the text: comments, titles, words of pictures"
_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINE_END = re.compile(r"[ \t\u3000]*+(?:\n|\Z)")
_OPENERS, _CLOSERS = "“‘「『\"'`（(《〈＂", "”’」』\"'`）)》〉＂"


@dataclass(frozen=True, slots=True)
class _Token:
    """A tag, a comment (named ``!``) or a character reference (named ``&``) and its place; of a tag whether it ends an
    element, and of all whether only such and blanks stand between it and an end of its line."""

    name: str
    start: int
    end: int
    text: str
    ends: bool = False
    first: bool = False
    last: bool = False

    @property
    def is_blank(self) -> bool:
        return self.name == "&" and not self.text.strip()


@dataclass(slots=True)
class _Row:
    """A line, where it begins, its tokens, and whether it speaks of tags."""

    line: str
    start: int
    tokens: list[_Token]
    speaks: bool = False


@dataclass(slots=True)
class _Made:
    """The text while it is made: its pieces, and the elements that mark a part of it, from where to where."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    tail: str = "\n\n"
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)

    def add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)
            self.tail = (self.tail + text)[-2:]

    def break_off(self, gap: str) -> None:
        """End the line, with a blank one where ``gap`` is two line ends."""
        while not self.tail.endswith(gap):
            self.add("\n")

    def mark(self, token: _Token) -> None:
        if not token.ends:
            self.opened.append((token.name, self.length))
            return
        for place in range(len(self.opened) - 1, -1, -1):
            if self.opened[place][0] == token.name:
                self.spans.append((self.opened.pop(place)[1], self.length, token.name))
                return


def without_leftovers(text: str) -> tuple[str, list[tuple[int, int, str]], list[str]]:
    """The text with what tags and references mean, the parts that elements mark, and sentences that count them.

    ``text`` has ``\\n`` for line ends. The parts are from where to where, with the element's name; there is no sentence
    where none is at work.
    """
    tokens = _at_work(text)
    if not tokens:
        return text, [], []
    made, place = _Made(), 0
    for token in tokens:
        made.add(text[place : token.start])
        place = _put(made, token, text)
    made.add(text[place:])
    references = sum(token.name == "&" for token in tokens)
    said = f"read {len(tokens) - references} HTML tag(s) and {references} character reference(s) as what they mean"
    unread = sum(amount(words) for token in tokens for words in _unread(token))
    told = [f"{said}: they had been left in the text", *left_out.told({_UNREAD: unread})]
    return "".join(made.pieces), made.spans, told


def _unread(token: _Token) -> Iterator[str]:
    """What a comment says, and what a tag says that is shown where one points, or in the place of a picture."""
    if token.name == "!":
        yield token.text.removeprefix("<!--").removesuffix("-->")
    elif token.name != "&":
        yield from (found[1].strip("\"'") for found in _SAID.finditer(token.text))


def marked(source: Source, spans: Iterable[tuple[int, int, str]]) -> Source:
    """The source, its lines with the levels and runs of the parts that elements mark."""
    waiting = sorted(spans, reverse=True)
    here: list[tuple[int, int, str]] = []
    lines = []
    for line in source.lines:
        while waiting and waiting[-1][0] < line.end:
            here.append(waiting.pop())
        here = [span for span in here if span[1] > line.start]
        lines.append(_marked(line, here, source.text) if here else line)
    return replace(source, lines=tuple(lines))


def _marked(line: Line, spans: Iterable[tuple[int, int, str]], text: str) -> Line:
    """The line with what the parts in it say: a heading's level, else its runs."""
    levels = [int(name[1]) for _, _, name in spans if name in _LEVELS]
    if levels:
        return replace(line, level=levels[0])
    shown = text[line.start : line.end].replace("\t", " ")
    if shown != line.text:  # some of its characters are not shown, and places in it are not known
        return line
    marks: list[Mark | None] = [None] * len(shown)
    for start, end, name in spans:
        first, last = max(start - line.start, 0), min(end - line.start, len(shown))
        marks[first:last] = [_MARKS[name]] * (last - first)
    runs = tuple(
        Run("".join(char for char, _ in group), mark)
        for mark, group in groupby(zip(shown, marks, strict=True), key=lambda pair: pair[1])
    )
    return replace(line, runs=runs) if any(marks) else line


def _put(made: _Made, token: _Token, text: str) -> int:
    """What a token at work means. Gives the place in ``text`` after it, and after the line's end where it breaks it."""
    after = _LINE_END.match(text, token.end)
    if token.name == "&":
        made.add(token.text)
    elif token.name in _MARKS:
        made.mark(token)
    elif token.name in _CELLS:
        made.add("\t" * (token.ends and not after))
    elif token.name in _BREAKS:
        if token.name in _LEVELS and token.ends:
            made.mark(token)
        if token.name == "br":
            made.add("\n")
        else:
            made.break_off("\n" if token.name in _LINES else "\n\n")
        if token.name in _LEVELS and not token.ends:
            made.mark(token)
        return after.end() if after else token.end
    return token.end


def _at_work(text: str) -> list[_Token]:
    """The tokens that mean something; none where the text speaks of tags more than it uses them."""
    rows = _rows(text)
    pairs = _pairs(token for row in rows if not row.speaks for token in row.tokens)
    used: list[_Token] = []
    balance = 0
    for row in rows:
        here = [token for token in row.tokens if (_is_edge(token, row) if row.speaks else _works(token, pairs, text))]
        balance += -2 if row.speaks else bool(here)
        used += here
    return used if balance > 0 and any(token.name != "!" for token in used) else []


def _rows(text: str) -> list[_Row]:
    """The lines of a text with their tokens."""
    tokens = list(_tokens(text))
    rows: list[_Row] = []
    place = at = 0
    for line in text.split("\n"):
        end, first = place + len(line), at
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        row = _Row(line, place, _with_edges(text, place, end, tokens[first:at]))
        if row.tokens:
            above = rows[-1] if rows else row
            is_example = above.line.endswith(("：", ":")) and (above.speaks or not above.tokens)
            row.speaks = is_example or _speaks(row)
        rows.append(row)
        place = end + 1
    return rows


def _tokens(text: str) -> Iterator[_Token]:
    """Every tag of HTML, comment and character reference."""
    for found in _marks(text):
        name, entity = (found["name"] or "!").lower(), found["entity"] or found["and"]
        if entity:
            shown = unescape(f"&{entity};")
            if entity[0] == "#" or f"{entity};" in html5:
                yield _Token("&", found.start(), found.end(), shown)
        elif name in _KNOWN:
            yield _Token(name, found.start(), found.end(), found[0], bool(found["ends"]))


def _marks(text: str) -> Iterator[re.Match[str]]:
    """What may be tokens; comments above the last end of one alone, as each beginning would search for its end."""
    place = 0
    if (closed := text.rfind("-->")) >= 0:
        for found in _TOKEN.finditer(text, 0, closed + len("-->")):
            place = found.end()
            yield found
    yield from _BELOW_COMMENTS.finditer(text, place)


def _with_edges(text: str, start: int, end: int, tokens: list[_Token]) -> list[_Token]:
    """A line's tokens, each with whether it stands at an end of the line."""
    place = start
    for number, token in enumerate(tokens):
        if text[place : token.start].strip():
            break
        tokens[number] = replace(token, first=True)
        place = token.end if token.name != "&" or token.is_blank else end
    place = end
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        if text[token.end : place].strip():
            break
        tokens[number] = replace(token, last=True)
        place = token.start if token.name != "&" or token.is_blank else start
    return tokens


def _speaks(row: _Row) -> bool:
    """Whether a line speaks of tags: it has a word for them, or one in quotes."""
    place, prose = 0, ""
    for token in row.tokens:
        start, end = token.start - row.start, token.end - row.start
        before, after = row.line[max(start - 1, 0) : start], row.line[end : end + 1]
        is_told = token.name != "&" or token.is_blank or token.text in '<>&"'
        if is_told and after and after in _CLOSERS and before and before in _OPENERS:
            return True
        prose += row.line[place:start] + " "
        place = end
    return _spoken().search(prose + row.line[place:]) is not None


@cache
def _spoken() -> re.Pattern[str]:
    """The words for tags."""
    return re.compile(any_of(lists(__package__, "words")["tags", "spoken of"]), re.IGNORECASE)


def _pairs(tokens: Iterable[_Token]) -> set[str]:
    """The elements that end as often as they begin."""
    counts: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for token in tokens:
        (ends if token.ends else counts)[token.name] += 1
    return {name for name, count in counts.items() if ends[name] == count}


def _works(token: _Token, pairs: set[str], text: str) -> bool:
    """Whether a token in a line that speaks of no tags is at work."""
    if token.name == "&" or token.name in _ALONE or token.name in pairs:
        return True
    follows = text[token.start - 1 : token.start] == ">"
    return token.name not in _INLINE and (token.first or token.ends or follows)


def _is_edge(token: _Token, row: _Row) -> bool:
    """Whether a token is at work though its line speaks of tags: blanks before the text, a break after it, or the
    paragraph's two tags around it.
    """
    if token.is_blank and token.first or (token.name == "br" and token.last):
        return True
    first, last = row.tokens[0], row.tokens[-1]
    is_around = first.first and last.last and last.ends and first.name == last.name in _PARAGRAPHS
    return is_around and token in (first, last)
