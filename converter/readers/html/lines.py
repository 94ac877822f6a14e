"""Elements → lines with their runs, roles and forms, in the order of the page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from converter.model import Form, Mark, Opens, Role, Run
from converter.readers.html.draft import LISTS, Draft, Lists
from converter.readers.html.inside import absolute, is_place, place_of, places_of
from converter.readers.html.looks import PAGE_MARK, POEM, is_caption, is_centred, is_verse, kinds_of, mark_of, size_of
from converter.readers.html.notes import NUMBER, Notes, notes_of
from converter.readers.html.pictures import Pictures
from converter.readers.html.runs import indent_of, tidy
from converter.readers.html.tables import is_data, table_lines
from converter.readers.html.tree import BLOCKS, HEADINGS

_ADDRESS = re.compile(r"https?://|mailto:|book:|#.", re.IGNORECASE)


@dataclass(slots=True)
class Walker:
    """Reads elements into ``lines``; ``pictures`` gathers the pictures that they show.

    ``blocks`` are the elements that are open, ``around`` counts them by their kinds: their tags, and poems. ``links``
    are the open links; inside a book, whose document ``home`` is, they are ``book:PATH``. ``linked`` is what those of
    the line said, ``sized`` counts its characters by the size of their type. ``places`` are what links inside a lone
    page lead to: runs without text that have their names.
    """

    pictures: Pictures
    home: str = ""
    lines: list[Draft] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    marks: list[tuple[HtmlElement, Mark]] = field(default_factory=list)
    links: list[tuple[HtmlElement, str]] = field(default_factory=list)
    linked: list[tuple[str, str]] = field(default_factory=list)
    sizes: list[tuple[HtmlElement, float]] = field(default_factory=list)
    sized: Counter[float] = field(default_factory=Counter)
    blocks: list[HtmlElement] = field(default_factory=list)
    around: Counter[str] = field(default_factory=Counter)
    lists: Lists = field(default_factory=Lists)
    places: frozenset[str] = frozenset()
    notes: Notes | None = None
    note: Run | None = None
    in_note: HtmlElement | None = None
    stanza: int = 0
    opens: Opens = Opens.BLOCK
    broken: bool = False

    def read(self, root: HtmlElement) -> list[Draft]:
        """The lines of ``root``."""
        if self.notes is None:
            self.notes = notes_of(root)
        notes = self.notes
        if not self.home and not self.places:
            self.places = places_of(root, but={*notes.back, *notes.marks})
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element)
                if element is not root:
                    self._say(element.tail)
            elif element in notes.back or element.tag == "rp":
                walk.skip_subtree()
            elif element in notes.marks:
                self._begin_place(element)
                self._lead_to_note(element, notes)
                walk.skip_subtree()
            elif element.tag == "table" and is_data(element):
                self._flush()
                self._begin_place(element)
                rows = list(
                    table_lines(element, Walker(self.pictures, self.home, notes=notes, places=self.places).anew)
                )
                if rows:
                    rows[0].runs, self.runs = [*self.runs, *rows[0].runs], []
                self.lines += rows
                walk.skip_subtree()
            else:
                self._enter(element)
                self._say(element.text)
        self._flush()
        if self.lines:
            self.lines[-1].runs += self.runs  # a page that begins after the last line
        return self.lines

    def anew(self, root: HtmlElement) -> list[Draft]:
        """The lines of ``root`` alone."""
        self.lines = []
        return self.read(root)

    def _enter(self, element: HtmlElement) -> None:
        """An element begins."""
        if element.tag in BLOCKS:
            self._flush()
            self.blocks.append(element)
            self.around.update(kinds_of(element))
            self.opens, self.broken = Opens.BLOCK, False
        self._begin_place(element)
        if self.notes and (label := self.notes.labels.get(element)):
            self.note, self.in_note = Run(label, Mark.NOTE, name=self.notes.names.get(element)), element
        self._begin_tag(element)
        if element.tag == "hr" and self.home and _is_break(element):  # in a page it is a gap
            self._flush()
            self.lines.append(Draft([Run("")], Role.PARAGRAPH, Form.BREAK, opens=Opens.BLOCK))
        if (mark := mark_of(element)) and element.tag not in HEADINGS:
            self.marks.append((element, mark))
        if size := size_of(element, self.sizes[-1][1] if self.sizes else None):
            self.sizes.append((element, size))
        self.stanza += is_verse(element)

    def _begin_tag(self, element: HtmlElement) -> None:
        """What the tag does: break the line, show a picture, open a list, an item or a link, begin a printed page."""
        tag = element.tag
        if tag == "br":
            before = len(self.lines)
            self._flush()
            self.opens = Opens.LINE if len(self.lines) > before and self.lines[-1].breaks_off else Opens.BLOCK
            self.broken = True
        elif tag == "img":
            if run := self.pictures.run(element, self._link()):
                self.runs.append(run)
        elif tag in LISTS:
            self.lists.begin(element)
        elif tag in ("li", "dt"):
            self.lists.begin_item(element)
        elif tag == "a" and (address := element.get("href")):
            place = place_of(element)
            inside = f"book:{self.home}#{place}" if self.home else f"#{place}"
            self.links.append((element, inside if place else absolute(self.pictures.address, address)))
        elif tag == PAGE_MARK:
            self.runs.append(Run("", Mark.PAGE, name=element.get("label")))

    def _begin_place(self, element: HtmlElement) -> None:
        """An element begins that links may lead to."""
        if name := next((name for name in (element.get("id"), element.get("name")) if name in self.places), None):
            self.runs.append(Run("", name=name))

    def _leave(self, element: HtmlElement) -> None:
        """An element ends."""
        if element.tag in BLOCKS:
            self._flush()
            if self.blocks and self.blocks[-1] is element:
                self.blocks.pop()
                self.around.subtract(kinds_of(element))
            self.opens, self.broken = Opens.BLOCK, False
        if self.in_note is element:
            self.in_note = self.note = None
        self.lists.leave(element)
        opened: tuple[list[Any], ...] = (self.links, self.marks, self.sizes)
        for kind in opened:
            if kind and kind[-1][0] is element:
                kind.pop()

    def _say(self, text: str | None) -> None:
        """Text in the marks that are open."""
        if not text:
            return
        if self._within("pre"):
            first, *others = text.split("\n")
            self._add(first)
            for other in others:
                self._flush(kept=True)
                self._add(other)
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        if not text:
            return
        if text.strip():
            self.sized[self.sizes[-1][1] if self.sizes else 0] += len(text.strip())
        if self.links:
            self.linked.append((text, self.links[-1][1]))
        link = self._link()
        if self._within(*HEADINGS):
            self.runs.append(_in_heading(text, self.marks[-1] if self.marks else None, link))
            return
        mark = self.marks[-1][1] if self.marks else None
        self.runs.append(Run(text, None if link and mark is Mark.UNDERLINE else mark, link))

    def _lead_to_note(self, link: HtmlElement, notes: Notes) -> None:
        """A note's mark: its number, and where it leads if that does not tell it."""
        href = link.get("href") or ""
        name = notes.names.get(link)
        inside = href if href.startswith("book:") else name and f"#{name}"
        self.runs.append(Run(notes.marks[link], Mark.NOTE, inside or None))

    def _link(self) -> str | None:
        """The address that the open link leads to; None where it is none of the web or of mail."""
        return self.links[-1][1] if self.links and _ADDRESS.match(self.links[-1][1]) else None

    def _within(self, *tags: str) -> bool:
        return any(map(self.around.get, tags))

    def _flush(self, kept: bool = False) -> None:
        """End the line: what was read since the last one, with what the open elements say of it."""
        runs, self.runs = self.runs, []
        links, self.linked = tuple(self.linked), []
        size = max(self.sized, key=self.sized.__getitem__, default=0.0)
        self.sized.clear()
        if self._within("pre"):
            self._flush_code(runs)
            return
        indent = indent_of("".join(run.text for run in runs))
        runs = tidy(runs)
        marks = list(takewhile(is_place, runs))
        runs = runs[len(marks) :]
        if not any(run.text.strip() or run.image for run in runs):
            self.runs = [*marks, *(run for run in runs if run.name)]  # they stand at the head of the next line
            return
        first = next((place for place, run in enumerate(runs) if not run.image), len(runs))
        end = next((place for place in range(len(runs), first, -1) if not runs[place - 1].image), first)
        before, text, after = runs[:first], tidy(runs[first:end]), runs[end:]
        for run in before:
            self._emit([run], 0)
        if text:
            self._emit([*marks, *text], indent, links, size)
        else:
            self.runs = marks
        for run in after:
            self._emit([run], 0)

    def _flush_code(self, runs: list[Run]) -> None:
        text = "".join(run.text for run in runs).expandtabs(4).rstrip()
        marks = list(filter(is_place, runs))
        if text:
            depth = len(text) - len(text.lstrip())
            self.lines.append(Draft([*marks, Run(text.lstrip())], Role.PARAGRAPH, Form.CODE, depth))
        else:
            self.runs = marks

    def _emit(self, runs: list[Run], indent: int, links: tuple[tuple[str, str], ...] = (), size: float = 0) -> None:
        """A line of what stands in the open blocks."""
        draft = Draft(runs, opens=Opens.BLOCK if indent else self.opens, indent=indent, broken=self.broken, links=links)
        draft.element, draft.size = self.blocks[-1] if self.blocks else None, size
        draft.centred = any(is_centred(element) for element in self.blocks[-3:])
        self.lists.ended = self.lists.ended if self.lists.items else 0
        if draft.is_picture:
            draft.role, draft.opens = Role.CAPTION, Opens.BLOCK
        elif self._within(*HEADINGS):
            draft.level, draft.role = next(int(tag[1]) for tag in HEADINGS if self.around[tag]), Role.SUBHEAD
            if self._goes_on_heading(draft.level):
                self.lines[-1].runs += [Run(" "), *runs]
                return
        elif self.in_note is not None:
            draft.role, draft.form = Role.PARAGRAPH, Form.NOTE
            self._number_note(draft)
        elif self._within("figcaption") or self.blocks and is_caption(self.blocks[-1]):
            draft.role = Role.CAPTION
        elif self.lists.items:
            self.lists.put(draft)
        else:
            self._set_form(draft)
        self.lines.append(draft)

    def _goes_on_heading(self, level: int) -> bool:
        """Whether a line goes on with the heading above it: one on several lines is one."""
        return self.broken and bool(self.lines) and self.lines[-1].level == level

    def _number_note(self, draft: Draft) -> None:
        """Put a note's number before its first line, where it may stand already."""
        if self.note:
            found = NUMBER.match(draft.text)
            if found and found[1] == self.note.text:
                draft.runs = _without_start(draft.runs, found.end())
            draft.runs.insert(0, self.note)
            self.note = None

    def _set_form(self, draft: Draft) -> None:
        """The form of a line in a quotation or a poem, or of a sign between two scenes."""
        if self._within("blockquote"):
            draft.role, draft.form, draft.opens = Role.PARAGRAPH, Form.QUOTE, Opens.BLOCK
        elif self._within(POEM):
            draft.role, draft.form, draft.depth, draft.opens = Role.PARAGRAPH, Form.VERSE, self.stanza, Opens.BLOCK
        elif self._within("summary"):  # says what is folded away below it
            draft.role, draft.opens = Role.PARAGRAPH, Opens.BLOCK
        elif self.blocks and _is_break(self.blocks[-1]):
            draft.role, draft.form, draft.opens = Role.PARAGRAPH, Form.BREAK, Opens.BLOCK


def _in_heading(text: str, marked: tuple[HtmlElement, Mark] | None, link: str | None) -> Run:
    """Text of a heading, which has no marks: how a character is read stands in brackets, a raised [1] is a note's."""
    element, mark = marked or (None, None)
    if element is not None and element.tag == "rt" and text.strip():
        return Run(f"（{text.strip()}）", href=link)
    found = NUMBER.fullmatch(text.strip()) if mark is Mark.SUP else None
    if found and not (found[0].isascii() and found[0].isalnum()):
        return Run(found[1], Mark.NOTE)
    return Run(text, href=link)


def _is_break(element: HtmlElement) -> bool:
    """Whether an element is a break between two scenes, as Banmian writes them."""
    return "break" in (element.get("class") or "").split()


def _without_start(runs: list[Run], amount: int) -> list[Run]:
    """The runs without as many characters at their head, and without what parts these from the words after them."""
    left = list(runs)
    while left and amount >= len(left[0].text):
        amount -= len(left.pop(0).text)
    if left:
        left[0] = replace(left[0], text=left[0].text[amount:].lstrip(" .、．\u3000"))
    return left
