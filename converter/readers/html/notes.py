"""Footnotes of a page: marks that are links to a note further down, and signs in it that lead back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, islice, takewhile
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement

from converter.press.numbers import HAN_NUMBER
from converter.readers.html.note_words import is_sign, kinds_of_note, with_notes_of_words
from converter.readers.html.tree import BLOCKS, HEADINGS, words

_CIRCLED = "①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴"
_SIGNS = r"(?:[*＊]{1,4}|[†‡§]{1,3})"
"""Signs that count by how often they stand: *, **, †."""

_OPENING, _CLOSING = "[［(（〔【", "]］)）〕】"
_OPEN, _CLOSE = f"[{re.escape(_OPENING)}]", f"[{re.escape(_CLOSING)}]"
NUMBER = re.compile(
    rf"{_OPEN}?\s*(?:[注註]\s*)?(\d{{1,3}}|[{_CIRCLED}]|[a-z]|{_SIGNS}|(?<=[{re.escape(_OPENING)}注註])[{HAN_NUMBER}]{{1,4}})"
    rf"\s*{_CLOSE}?"
)
"""A note's number as a link shows it."""

_HEAD = re.compile(rf"{_OPEN}\s*(?:[注註]\s*)?([\d{HAN_NUMBER}]{{1,4}}|{_SIGNS})\s*{_CLOSE}|([{_CIRCLED}])")
"""A number at the head of a note that is surely its own."""

_BACK = re.compile(r"back|doc-backlink")
BACK_SIGN = re.compile(r"[^\w\s]{0,3}|[\[【（(]?(?:返回|回)[\]】）)]?")
"""A picture or a sign that leads back: ◎, ↩."""

_AROUND = rf"(?:[^\w\s]|[\s\d{_CIRCLED}])*"
_RETURNING = re.compile(
    rf"{_AROUND}(?:[a-z]|(?:[註注返回]|跳到)\w{{0,5}}|[{HAN_NUMBER}]{{1,4}}|(?:back|return|jump)\b.*)?{_AROUND}",
    re.IGNORECASE,
)
"""Words that do nothing but lead back, or number a note: 返回正文, 1.0, 〔二〕. Any others are the note's own."""

_LONGEST_RETURN = 40
"""Characters of such words."""

_LONGEST = 8
"""Characters of a number with all that may be around it."""

_MOST_CUT = 500
"""Children of a paragraph that is cut at each note in it, which takes as many steps as they are."""

_NEAR = 50
"""Links of a note among which one leads back."""


@dataclass(slots=True)
class Notes:
    """What was found: the notes' elements with their numbers, the links that lead to each with its number, and the
    links that lead back. ``names`` tell notes apart where two of the page have one number.
    """

    labels: dict[HtmlElement, str] = field(default_factory=dict)
    marks: dict[HtmlElement, str] = field(default_factory=dict)
    back: set[HtmlElement] = field(default_factory=set)
    names: dict[HtmlElement, str] = field(default_factory=dict)


def notes_of(root: HtmlElement) -> Notes:
    """The notes of a page. What is written otherwise is brought to one form: a note is a block of its own."""
    with_notes_of_words(root)
    page = _Page(root)
    for link in list(root.iter("a")):
        page.add(link)
    return page.told()


def number_at_head(text: str) -> str:
    """The number that a note's text surely begins with as its own; empty where there is none."""
    found = _HEAD.match(text.lstrip())
    return (found[1] or found[2]) if found else ""


def mark_at_end(headline: HtmlElement) -> tuple[str, str]:
    """The mark of a note at the end of a headline, as it stands there, and its number; empty where there is none."""
    title = words(headline)
    for element in headline.iter("a", "sup"):
        said = words(element)
        found = NUMBER.fullmatch(said)
        is_mark = found and (
            element.tag == "a" or next(element.iter("a"), None) is not None or not (said.isascii() and said.isalnum())
        )
        if found and is_mark and title.endswith(said) and title != said:
            return said, found[1]
    return "", ""


class _Page:
    """The notes of a page while they are found; ``_sources`` are the blocks that lead to each."""

    def __init__(self, root: HtmlElement) -> None:
        self._notes = Notes()
        self._targets = {name: element for element in root.iter() for name in _names(element)}
        self._sources: dict[HtmlElement, set[HtmlElement]] = {}
        self._leads: dict[HtmlElement, HtmlElement] = {}
        self._count = count(1)

    def add(self, link: HtmlElement) -> None:
        """Take a link for what it is: one that leads back from a note, a note's mark, or none of both."""
        path, _, place = (link.get("href") or "").partition("#")
        if path.startswith("book:") and place and _is_called(link):  # the note stands in another document of the book
            link = _mark(link)
            self._notes.marks[link] = self._label(link, None)
            _without_brackets(link)
        target = self._target(place) if place and not path else None
        if target is None:
            return
        if self._leads_back(link, target):
            self._notes.back.add(link)
        elif (note := self._note(link, target)) is not None:
            link = _mark(link)
            label = self._notes.labels.get(note) or self._label(link, note)
            self._notes.labels[note] = self._notes.marks[link] = label
            self._sources.setdefault(note, set()).add(_block(link))
            self._leads[link] = note
            _without_brackets(link)

    def told(self) -> Notes:
        """All that was found."""
        whole = {note: self._gathered(note) for note in self._notes.labels}
        self._notes.labels = {whole[note]: label for note, label in self._notes.labels.items()}
        self._leads = {link: whole[note] for link, note in self._leads.items()}
        often = Counter(self._notes.labels.values())
        for number, (note, label) in enumerate(self._notes.labels.items(), 1):
            if often[label] > 1:
                self._notes.names[note] = f"n{number}"
        for link, note in self._leads.items():
            if note in self._notes.names:
                self._notes.names[link] = self._notes.names[note]
        return self._notes

    def _gathered(self, note: HtmlElement) -> HtmlElement:
        """The note in one element with the paragraphs that go on it: those called as it is, and as no text is."""
        called = note.get("class")
        if note.tag != "p" or not called or any(source.get("class") == called for source in self._sources[note]):
            return note
        below = takewhile(lambda one: one.tag == "p" and one.get("class") == called, note.itersiblings())
        rest = list(takewhile(lambda one: one not in self._notes.labels, below))
        if not rest:
            return note
        made: HtmlElement = note.makeelement("div")
        note.addprevious(made)
        for part in (note, *rest):
            made.append(part)
        return made

    def _target(self, place: str) -> HtmlElement | None:
        return self._targets.get(place, self._targets.get(unquote(place)))

    def _leads_back(self, link: HtmlElement, target: HtmlElement) -> bool:
        """Whether the link says that it leads back, or stands in a note and leads to where that is named.

        One of the note's own words leads back too in some books; it stays, as text.
        """
        said = words(link)
        if len(said) > _LONGEST_RETURN or not _RETURNING.fullmatch(said):
            return False
        if _BACK.search(f"{link.get('class') or ''} {link.get('role') or ''}".lower()) or "backlink" in kinds_of_note(
            link
        ):
            return True
        note = next((above for above in link.iterancestors() if above in self._notes.labels), None)
        if note is None:
            return False
        if _block(target) in self._sources[note]:
            return True
        found = NUMBER.fullmatch(_said(link))
        return bool(BACK_SIGN.fullmatch(words(link)) or found and found[1] == self._notes.labels[note])

    def _note(self, link: HtmlElement, target: HtmlElement) -> HtmlElement | None:
        """The element of the note that the link leads to, as one of its own; None where it is no note's mark."""
        note = _block_at(target) if self._is_mark(link, target) else None
        if note is None or note.tag in HEADINGS or note is _block(link) or note in link.iterancestors():
            return None
        if target.tag in BLOCKS or note is not _block(target):
            return _whole(note)
        head = _outermost(target, note)
        if note in self._notes.labels or _follows_break(head):
            return _cut(note, head)
        return _whole(note) if _begins(note, target) or self._is_mutual(link, target) else None

    def _is_mark(self, link: HtmlElement, target: HtmlElement) -> bool:
        """Whether the link says a number, is called a note's mark, or is a sign to which the note leads back."""
        said = _said(link)
        if NUMBER.fullmatch(said) or _is_called(link):
            return True
        return (not said or is_sign(said)) and self._is_mutual(link, target)

    def _is_mutual(self, link: HtmlElement, target: HtmlElement) -> bool:
        """Whether a link at the target, or in its block, leads back to the block of ``link``."""
        block, home = _block_at(target), _block(link)
        if block is None or block is home:
            return False
        places = (other.get("href", "") for other in islice(block.iter("a"), _NEAR))
        ends = (self._target(place[1:]) for place in places if place.startswith("#"))
        return any(end is not None and _block(end) is home for end in ends)

    def _label(self, link: HtmlElement, note: HtmlElement | None) -> str:
        """The number that the link shows; for a picture or a word that of the note, else the next one."""
        if found := NUMBER.fullmatch(_said(link)):
            return found[1]
        return (number_at_head(words(note)) if note is not None else "") or str(next(self._count))


def _names(element: HtmlElement) -> set[str]:
    """What links may call the element."""
    names = {element.get("id"), element.get("name") if element.tag == "a" else None}
    return {name for name in names if name}


def _is_called(link: HtmlElement) -> bool:
    """Whether a link is called a note's mark."""
    return "noteref" in kinds_of_note(link)


def _mark(link: HtmlElement) -> HtmlElement:
    """The link, or where it has words of the text in it one after these."""
    said = _said(link)
    if not said or NUMBER.fullmatch(said) or is_sign(said):
        return link
    mark: HtmlElement = link.makeelement("a", href=link.get("href") or "")
    link.tag = "span"
    mark.tail, link.tail = link.tail, None
    link.addnext(mark)
    return mark


def _block(element: HtmlElement) -> HtmlElement:
    """The element that begins a line and holds ``element``, or is it."""
    if element.tag in BLOCKS:
        return element
    return next((above for above in element.iterancestors() if above.tag in BLOCKS), element)


def _block_at(target: HtmlElement) -> HtmlElement | None:
    """The block that a place is in, or the next one where it is empty and stands before a block."""
    block = _block(target)
    is_empty = not any(text.strip() for text in target.itertext())
    if target is block and not is_empty:
        return block
    if target is block or any(child.tag in BLOCKS for child in block):
        return next((after for after in target.itersiblings() if after.tag in BLOCKS), None) if is_empty else None
    return block


def _outermost(element: HtmlElement, block: HtmlElement) -> HtmlElement:
    """The child of ``block`` that holds ``element``, or is it."""
    while element.getparent() is not block:
        element = element.getparent()
    return element


def _begins(block: HtmlElement, element: HtmlElement) -> bool:
    """Whether the element stands at the head of its block, where there may be a number before it."""
    before = ""
    for event, part in etree.iterwalk(block, events=("start", "end")):
        if part is element:
            break
        before += (part.text if event == "start" else part.tail) or ""
        if len(before.strip()) > _LONGEST:
            return False
    return not before.strip() or NUMBER.fullmatch(before.strip()) is not None


def _follows_break(element: HtmlElement) -> bool:
    above = element.getprevious()
    return above is not None and above.tag == "br" and not (above.tail or "").strip()


def _cut(block: HtmlElement, head: HtmlElement) -> HtmlElement | None:
    """A block of its own for what begins at ``head``, a child of ``block``; None where that would be one of very many.

    Lines after breaks that begin with an element are a block each at once.
    """
    if _follows_break(head):
        for line in _lines(block):
            _move(block, line)
        return head.getparent()
    if len(block) > _MOST_CUT:
        return None
    return _move(block, [head, *head.itersiblings()])


def _lines(block: HtmlElement) -> list[list[HtmlElement]]:
    """The children after each break that an element follows, up to the next such break; the last first."""
    lines: list[list[HtmlElement]] = []
    for child in block:
        if _follows_break(child):
            lines.append([])
        if lines:
            lines[-1].append(child)
    return lines[::-1]


def _move(block: HtmlElement, children: Sequence[HtmlElement]) -> HtmlElement:
    """A block after ``block`` that holds some of its last children, which take what follows them along."""
    made: HtmlElement = block.makeelement("p" if block.tag == "p" else "div")
    made.tail, block.tail = block.tail, None
    block.addnext(made)
    for child in children:
        made.append(child)
    return made


def _whole(note: HtmlElement) -> HtmlElement:
    """The note with what a list of terms, or the row of a table, says of its number."""
    if note.tag in ("td", "th"):
        return _row(note)
    below = note.getnext()
    if note.tag != "dt" or below is None or below.tag != "dd":
        return note
    made: HtmlElement = note.makeelement("div")
    note.addprevious(made)
    made.append(note)
    made.append(below)
    note.tag = below.tag = "span"
    return made


def _row(cell: HtmlElement) -> HtmlElement:
    """The row of a table whose first cell is a note's number, as a block before the table; else the cell."""
    row, table = cell.getparent(), next(cell.iterancestors("table"), None)
    number = words(cell)
    if table is None or row is None or row[0] is not cell or len(row) < 2 or len(number) > _LONGEST:
        return cell
    made: HtmlElement = cell.makeelement("div")
    table.addprevious(made)
    made.extend(list(row))
    for part in made:
        part.tag = "span"
    row.getparent().remove(row)
    return made


def _said(link: HtmlElement) -> str:
    """What the link says, with brackets that stand around it."""
    said = words(link)
    around = _brackets_around(link)
    return f"{around[1]}{said}{around[2]}" if around and said else said


def _brackets_around(link: HtmlElement) -> tuple[HtmlElement, str, str] | None:
    """The outermost element that holds nothing but the link, and the brackets before and after it."""
    at = link
    while (above := at.getparent()) is not None and above.tag not in BLOCKS and _is_alone(at):
        at = above
    before, above = at.getprevious(), at.getparent()
    said = (before.tail if before is not None else above.text if above is not None else "") or ""
    place = _OPENING.find(said[-1:]) if said else -1
    if place < 0 or not (at.tail or "").startswith(_CLOSING[place]):
        return None
    return at, _OPENING[place], _CLOSING[place]


def _is_alone(element: HtmlElement) -> bool:
    """Whether its parent holds nothing else."""
    above = element.getparent()
    around = (element.tail or "") + ("" if above is None else above.text or "")
    return not around.strip() and element.getprevious() is None and element.getnext() is None


def _without_brackets(link: HtmlElement) -> None:
    """Take away the brackets around a mark that are not in the link."""
    if not (around := _brackets_around(link)):
        return
    at = around[0]
    at.tail = (at.tail or "")[1:]
    before, above = at.getprevious(), at.getparent()
    if before is not None:
        before.tail = (before.tail or "")[:-1]
    elif above is not None:
        above.text = (above.text or "")[:-1]
