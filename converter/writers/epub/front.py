"""The front pages inside a book: one before the stories of each page (版), and one of what leads on all of them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from converter.model import Article, Kind, Role
from converter.records import NamedTuple
from converter.writers.markup.blocks import Markup, escape
from converter.writers.markup.contents import Entry
from converter.writers.markup.excerpts import excerpt
from converter.writers.markup.minutes import minutes_of
from converter.writers.markup.story import said

FIRST_LINE = 60
"""Characters of a story's text that its page shows."""

FEW = 3
"""Stories of a page that all show their first line; on a page of more the first one does alone."""

TITLES = (1000, 36, 22, 17)
"""Characters of a headline that the leads of all pages show: the first of these with which all have room."""

WIDTH, LINES = 18, 32
"""Characters a line and lines of two pages of a phone, without the heading and what stands between the entries."""

HEIGHT, COLUMNS = 30, 18
"""The same of vertical lines, each of which holds a page's name and its lead."""


class Front(NamedTuple):
    """A page (版) as its front shows it: its name, where it begins, and its stories, each with its entry."""

    label: str
    target: str
    stories: Sequence[tuple[Article, Entry]]


def page_front(label: str, key: str, stories: Sequence[tuple[Article, Entry]], markup: Markup) -> str:
    """The page's name, its first story large, the others below; each leads to its story."""
    shown = "".join(
        _teaser(article, entry, markup, number == 0, number == 0 or len(stories) <= FEW or article.kind is Kind.BRIEFS)
        for number, (article, entry) in enumerate(stories)
    )
    return _list(key, "front", label, shown)


def leads(fronts: Sequence[Front], label: str, markup: Markup) -> str:
    """Each page's name with the headline of its first story: two pages of a phone at most, where names have room."""
    length = next((length for length in TITLES if _fits(fronts, length)), 0)
    shown = "".join(f"<li>{_lead(front, length, markup)}</li>\n" for front in fronts)
    classes = "front leads" if length else "front names"
    return _list("leads", classes, label, shown)


def _list(key: str, classes: str, label: str, items: str) -> str:
    """A list of ways, named after its heading."""
    start = f'<nav class="{classes}" id="{key}" aria-labelledby="{key}-title">'
    return f'{start}\n<h1 id="{key}-title">{escape(label)}</h1>\n<ol>\n{items}</ol>\n</nav>\n'


def _teaser(article: Article, entry: Entry, markup: Markup, first: bool, opened: bool) -> str:
    """A story's headline, its deck and first line where it is ``opened``, and how long it takes to read."""
    head = f'<a href="{entry.target}">{markup.title(escape(entry.label))}</a>'
    time = escape(markup.labels["minutes"].format(minutes_of(article)))
    if not opened:
        return f'<li>{head} <span class="minutes">{time}</span></li>\n'
    deck = article.first(Role.DECK)
    lines = [("deck", said(deck.words) if deck else ""), ("excerpt", _first_line(article, entry)), ("minutes", time)]
    below = "".join(f'<p class="{kind}">{escape(text)}</p>\n' for kind, text in lines if text not in ("", entry.label))
    return f'<li>\n<p class="{"to-first" if first else "to-story"}">{head}</p>\n{below}</li>\n'


def _first_line(article: Article, entry: Entry) -> str:
    """The first words of a story; of a brief column the titles of its first items."""
    titles = "；".join(child.label for child in entry.children) if article.kind is Kind.BRIEFS else ""
    return _cut(titles, FIRST_LINE) or excerpt(article, FIRST_LINE)


def _lead(front: Front, length: int, markup: Markup) -> str:
    """A page's name, where it has one, and its first headline; both lead there."""
    name = f'<a class="page-name" href="{front.target}">{escape(front.label)}</a>' if front.label else ""
    if not front.stories or name and not length:
        return name
    entry = front.stories[0][1]
    title = markup.title(escape(_cut(entry.label, length or min(TITLES))))
    return " ".join(filter(None, (name, f'<a href="{entry.target}">{title}</a>')))


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 2].rstrip() + "……"


def _fits(fronts: Sequence[Front], length: int) -> bool:
    """Whether the pages' names and headlines of ``length`` characters go into two pages of a phone, however set."""
    titles = [min(length, max((len(entry.label) for _, entry in front.stories[:1]), default=0)) for front in fronts]
    names = [len(front.label) for front in fronts]
    across = sum(ceil(size / WIDTH) for size in (*names, *titles))
    down = sum(ceil((name + 1 + title) / HEIGHT) for name, title in zip(names, titles, strict=True))
    return across <= LINES and down <= COLUMNS
