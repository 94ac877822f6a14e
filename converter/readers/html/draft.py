"""A line while its page is read, and the lists that are open around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache

from lxml.html import HtmlElement

from converter.model import Form, Mark, Opens, Role, Run
from converter.press.dates import without_dates
from converter.press.marks import STRAIGHT, TEXT_ENDS
from converter.readers.html.counters import Counter, counter_of
from converter.readers.html.tree import squeezed
from converter.readers.html.words import pattern

FULL = 18
"""Characters of the shortest line that may have been broken because it was full."""

_ENDS = f"{TEXT_ENDS}{STRAIGHT}：；》:;."
"""What a line ends with that is whole: a sentence, a clause, a title."""

LISTS = ("ul", "ol", "menu", "dir")


def is_attachment(said: str, address: str) -> bool:
    """Whether a link that says this and leads there leads to a file that belongs to the article."""
    return _attachment().search(said + address) is not None


@cache
def _attachment() -> re.Pattern[str]:
    return pattern("attachment", "<is>", r"(?i:\.(?:docx?|pdf|xlsx?|pptx?|zip|rar|ofd|wps)(?:$|[?#]))")


@dataclass(slots=True)
class Draft:
    """A line while the page is read.

    ``level`` is that of the heading that it is, ``element`` what it was in; ``broken`` says that it comes after a
    ``<br>``, ``links`` what the links in it say and lead to, ``size`` the points of the type of most of it, 0 where
    nothing is said.
    """

    runs: list[Run]
    role: Role | None = None
    form: Form | None = None
    depth: int = 0
    opens: Opens = Opens.BLOCK
    broken: bool = False
    level: int = 0
    indent: int = 0
    centred: bool = False
    size: float = 0
    element: HtmlElement | None = None
    links: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The line's text."""
        return "".join(run.text for run in self.runs)

    @property
    def words(self) -> str:
        """The line's text without the numbers that lead to its notes, as a title is called."""
        return "".join(run.text for run in self.runs if run.mark is not Mark.NOTE)

    @property
    def is_free(self) -> bool:
        """Whether nothing has said yet what the line is."""
        return self.role is None and not self.level

    @property
    def is_picture(self) -> bool:
        """Whether the line is a picture alone."""
        return bool(self.runs) and all(run.image for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether all of the line's text is strong."""
        return not self.is_picture and all(run.mark is Mark.STRONG or not run.text.strip() for run in self.runs)

    @property
    def breaks_off(self) -> bool:
        """Whether a line that a ``<br>`` ends is only full: it is long, and neither a sentence nor a clause ends."""
        return len(self.text) >= FULL and self.text[-1] not in _ENDS

    @property
    def is_link(self) -> bool:
        """Whether most of the line's words are links, but for a date."""
        said = "".join(said for said, _ in self.links)
        return bool(said.strip()) and len(squeezed(said)) > 0.6 * len(squeezed(without_dates(self.text)))

    @property
    def is_attached(self) -> bool:
        """Whether a link of the line leads to a file that belongs to the article."""
        return any(is_attachment(said, address) for said, address in self.links)


@dataclass(slots=True)
class Item:
    """An open item of a list: ``number`` is what stands before it where its list does not count so by itself.

    A term of a list of definitions is none: it is set bold, and what defines it stands below it.
    """

    form: Form | None = None
    depth: int = 0
    number: str = ""
    begun: bool = False
    is_term: bool = False


@dataclass(slots=True)
class Lists:
    """The lists and the items that are open, outermost first.

    ``ended`` is the depth of the numbered list that has just ended: another right below it is not the same.
    """

    lists: list[Counter] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    ended: int = 0

    def begin(self, element: HtmlElement) -> None:
        """A list begins."""
        counter = counter_of(element)
        counter.is_plain = counter.is_plain and (counter.style != "decimal" or self.ended != len(self.lists) + 1)
        self.lists.append(counter)

    def begin_item(self, element: HtmlElement) -> None:
        """An item begins, or a term."""
        if element.tag == "dt":
            self._end_term()
            self.items.append(Item(is_term=True))
            return
        above = self.lists[-1] if self.lists else Counter()
        number = above.next_label(element.get("value"))
        form = {"disc": Form.ITEM, "none": None}.get(above.style, Form.NUMBERED)
        around = sum(one.is_plain and one.style != "none" for one in self.lists)  # text is no list that others lie in
        self.items.append(Item(form, max(1, around) if form else 0, number))

    def put(self, draft: Draft) -> None:
        """A line of the open item: its first is the item, the others go on with it."""
        item = self.items[-1]
        draft.role, draft.opens = Role.PARAGRAPH, Opens.BLOCK
        if item.number:
            if not item.begun:
                draft.runs.insert(0, Run(item.number))
        else:
            draft.form, draft.depth = (None if item.begun else item.form), item.depth
        if item.is_term and not item.begun:
            draft.runs = [replace(run, mark=run.mark or Mark.STRONG) for run in draft.runs]
        item.begun, self.ended = True, 0

    def leave(self, element: HtmlElement) -> None:
        """An element ends that may be a list or an item."""
        if element.tag in LISTS and self.lists:
            depth = len(self.lists)
            self.ended = depth if self.lists.pop().style == "decimal" else 0
        elif element.tag in ("li", "dl"):
            self._end_term()
            if element.tag == "li" and self.items:
                self.items.pop()

    def _end_term(self) -> None:
        if self.items and self.items[-1].is_term:
            self.items.pop()
