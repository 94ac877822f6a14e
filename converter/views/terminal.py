"""The structure as a table for a terminal: where each block stands, what it is, and how sure that is."""

from __future__ import annotations

import os
import shutil
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from click import style

from converter.model import Article, Block, Issue, Kind, Role, Source

CHINESE = {
    Role.FOLIO: "报眉",
    Role.COLUMN_TITLE: "栏题",
    Role.KICKER: "引题",
    Role.HEADLINE: "主题",
    Role.DECK: "副题",
    Role.BYLINE: "署名",
    Role.DATELINE: "电头",
    Role.LEAD: "提要",
    Role.PARAGRAPH: "正文",
    Role.SUBHEAD: "小标题",
    Role.CAPTION: "图片说明",
    Role.CREDIT: "摄影署名",
    Role.SIGNATURE: "文末署名",
    Role.COLUMN_NOTE: "栏目说明",
    Role.SOURCE_NOTE: "来源",
    Role.JUMP: "转版",
    Role.FURNITURE: "版面杂项",
}
_COLOURS: dict[Role, dict[str, Any]] = {
    Role.HEADLINE: {"fg": "yellow", "bold": True},
    Role.KICKER: {"fg": "yellow"},
    Role.DECK: {"fg": "yellow"},
    Role.COLUMN_TITLE: {"fg": "magenta", "bold": True},
    Role.SUBHEAD: {"bold": True},
    Role.BYLINE: {"fg": "green"},
    Role.SIGNATURE: {"fg": "green"},
    Role.CREDIT: {"fg": "green"},
    Role.DATELINE: {"fg": "cyan"},
    Role.LEAD: {"fg": "cyan"},
    Role.CAPTION: {"fg": "blue"},
    Role.PARAGRAPH: {},
}
_OTHER = {"dim": True}  # notes, folio lines and furniture stand back


@dataclass(frozen=True, slots=True)
class Look:
    """How to print: with colours or not, and cut to ``width`` columns; None does not cut.

    ``say`` gives what is said of the text in the user's language.
    """

    color: bool
    width: int | None
    say: Callable[[str], str] = str


def look_of(stream: TextIO, color: str, say: Callable[[str], str] = str) -> Look:
    """What suits ``stream`` where the user said ``color``: ``auto``, ``always`` or ``never`` (https://no-color.org)."""
    terminal = stream.isatty()
    colored = color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR"))
    return Look(colored, shutil.get_terminal_size().columns if terminal else None, say)


def rows(document: Source | Issue, issue: Issue, look: Look) -> Iterator[str]:
    """A line a block: its lines in the input, the bracket of its article, role, doubt, text."""
    numbers = _Numbers(document)
    for section in issue.sections:
        if section.page or section.name:
            yield f"{'':9}版 {' '.join(filter(None, (section.page, section.name)))}"
        for article in section.articles:
            for block, bracket in _bracketed(article):
                yield _row(numbers.of(block), bracket, block, look)


def doubts(document: Source | Issue, issue: Issue, look: Look) -> Iterator[str]:
    """The doubtful blocks, the least sure first, and an empty line; nothing where every block is sure."""
    numbers = _Numbers(document)
    blocks = list(issue.blocks())
    doubtful = sorted((block for block in blocks if block.doubtful), key=lambda block: block.confidence)
    if doubtful:
        yield _cut(look.say(f"{len(doubtful)} of {len(blocks)} blocks are doubtful, the least sure first:"), look)
        for block in doubtful:
            yield _doubt(numbers.of(block), block.role, block.confidence, block.second, block.text, look)
        yield ""


def explained(document: Source | Issue, look: Look) -> Iterator[str]:
    """Doubtful lines first, the least sure at the top, then every line with the cues that decided."""
    if isinstance(document, Issue):
        yield look.say("an outline is a finished tree: there is nothing to explain")
        return
    from converter.structure.explain import explain

    lines = explain(document)
    doubtful = sorted((line for line in lines if line.doubtful), key=lambda line: line.confidence)
    if doubtful:
        yield look.say(f"{len(doubtful)} of {len(lines)} lines are doubtful, the least sure first:")
    else:
        yield look.say(f"0 of {len(lines)} lines are doubtful.")
    for line in doubtful:
        yield _doubt(str(line.line.number), line.role, line.confidence, line.second, line.line.text, look)
    yield ""
    for line in lines:
        head = f"{line.line.number:>6}  {_named(line.role)}, {look.say(_OPENS[line.opens])}, {line.confidence:.0%}"
        yield _colored(_cut(f"{head}  {_plain(line.line.text)}", look), Role(line.role), look)
        for sentence, weight in line.cues:
            yield _cut(f"{weight:>+12g}  {sentence}", look)


_OPENS = {"article": "opens an article", "block": "opens a block", "line": "opens nothing: it goes on"}


def _doubt(place: str, role: Role, confidence: float, second: Role | None, text: str, look: Look) -> str:
    """What is doubtful at ``place``, and what else it may be."""
    other = look.say(f", or {_named(second)}") if second else ""
    return _cut(f"{place:>6}  {_named(role)} {confidence:.0%}{other}  {_plain(text)}", look)


def _named(role: str) -> str:
    """A role in both languages."""
    return f"{Role(role)} {CHINESE[Role(role)]}"


def _row(lines: str, bracket: str, block: Block, look: Look) -> str:
    """One line of the table."""
    joined = f"⤶{len(block.origin)}" if len(block.origin) > 1 else ""
    doubt = f"{block.confidence:.0%}?" if block.doubtful else ""
    role = _padded(f"{block.role:<12} {CHINESE[block.role]}", 21)
    text = _cut(f"{lines:>8} {bracket} {role} {joined:<4}{doubt:<5}{_plain(block.text)}", look)
    return _colored(text, block.role, look)


def _bracketed(article: Article) -> Iterator[tuple[Block, str]]:
    """The blocks of an article, each with its piece of the bracket in front: that of the article, that of an item."""
    outer = _brackets(sum(1 for _ in article.blocks())) if article.kind is not Kind.MARGIN else None
    for part in article.parts:
        if isinstance(part, Block):
            yield part, f"{next(outer) if outer else ' '} "
            continue
        inner = _brackets(sum(1 for _ in part.blocks()))
        for block in part.blocks():
            yield block, f"{next(outer) if outer else ' '}{next(inner)}"


def _brackets(blocks: int) -> Iterator[str]:
    """┌ │ └ beside so many blocks."""
    if blocks == 1:
        yield "╶"
        return
    yield "┌"
    for _ in range(blocks - 2):
        yield "│"
    yield "└"


class _Numbers:
    """The numbers of the input's lines that a block came from; an outline's blocks have none."""

    def __init__(self, document: Source | Issue) -> None:
        text = document.text if isinstance(document, Source) else ""
        self.ends = [at for at, character in enumerate(text) if character == "\n"]
        self.known = isinstance(document, Source)

    def of(self, block: Block) -> str:
        """``12``, or ``12–15``."""
        if not self.known or not block.origin:
            return ""
        first, last = (bisect_right(self.ends, at - 1) + 1 for at in (block.origin[0][0], block.origin[-1][0]))
        return str(first) if first == last else f"{first}–{last}"


def _plain(text: str) -> str:
    """``text`` without characters that a terminal would obey, or that it cannot be sent."""
    return "".join("·" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character for character in text)


def columns(character: str) -> int:
    """How many columns of a terminal a character takes (UAX #11); a combining one none."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _padded(text: str, width: int) -> str:
    """``text`` with blanks up to ``width`` columns."""
    return text + " " * (width - sum(map(columns, text)))


def _cut(text: str, look: Look) -> str:
    """``text``, cut with an ellipsis where it is wider than the terminal."""
    if look.width is None or sum(map(columns, text)) <= look.width:
        return text
    used = end = 0
    while used + columns(text[end]) < look.width:
        used += columns(text[end])
        end += 1
    return f"{text[:end]}…"


def _colored(text: str, role: Role, look: Look) -> str:
    """``text`` in its role's colour."""
    how = _COLOURS.get(role, _OTHER)
    return style(text, **how) if look.color and how else text
