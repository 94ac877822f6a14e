"""A story's page in a site: where in the paper it stands, the story, and the ways to its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Issue
from converter.records import NamedTuple
from converter.writers.markup.blocks import escape, plain
from converter.writers.markup.labels import masthead
from converter.writers.markup.minutes import minutes_of
from converter.writers.web.front import Leaf, Sheet
from converter.writers.web.page import dated, nameplate

INDEX = "index.html"


def bar(sheets: Sequence[Sheet], labels: dict[str, str], index: str = "", here: str = "") -> str:
    """The pages (版) as a row of links into the front page ``index``; nothing where there is one."""
    named = [page for page in sheets if page.label]
    if len(named) < 2:
        return ""
    links = ""
    for page in named:
        current = ' aria-current="true"' if page.key == here else ""
        links += f'<li><a href="{index}#{page.key}"{current}>{escape(page.label)}</a></li>\n'
    return f'<nav class="sections" aria-label="{labels["sections"]}">\n<ul>\n{links}</ul>\n</nav>\n'


class Place(NamedTuple):
    """Where a story stands: on which page (版), and as which of its stories, from 1."""

    leaf: Leaf
    page: Sheet
    number: int


def places_of(sheets: Sequence[Sheet]) -> list[Place]:
    """The places of all stories in the order of the paper."""
    return [Place(leaf, page, number) for page in sheets for number, leaf in enumerate(page.leaves, 1)]


def running_head(issue: Issue, labels: dict[str, str]) -> str:
    """What stands above every story: the paper's name, which leads to the front page, and its day."""
    name, line = nameplate(issue, labels), plain(masthead(issue, labels)[1])
    day = f" <span>{dated(line, issue)}</span>" if line and line != name else ""
    return f'<p><a href="{INDEX}">{escape(name)}</a>{day}</p>\n'


def story_page(running: str, sheets: Sequence[Sheet], places: Sequence[Place], at: int, labels: dict[str, str]) -> str:
    """The body of the page of the story that is ``at`` that of the places: where it is, and the ways from there."""
    leaf, page, number = places[at]
    time = labels["minutes"].format(minutes_of(leaf.article))
    place = f'<p class="place">{_back(page, labels)} · {number}/{len(page.leaves)} <span>{time}</span></p>\n'
    start = f'<article class="{leaf.classes}" id="{leaf.key}" aria-labelledby="{leaf.story.heading}">'
    inside = "".join(piece.markup for piece in leaf.story.pieces)
    main = f'<main id="main">\n{start}\n{inside}</article>\n</main>\n'
    head = f'<header class="running">\n{running}{place}</header>\n'
    return head + bar(sheets, labels, INDEX, page.key) + main + _turn(places, at, labels)


def _back(page: Sheet, labels: dict[str, str]) -> str:
    """The way back to the story's page (版)."""
    return f'<a href="{INDEX}#{page.key}">{escape(page.label) or labels["home"]}</a>'


def _turn(places: Sequence[Place], at: int, labels: dict[str, str]) -> str:
    """The ways to the stories before and after, and between them back to the page (版); nothing for a lone story."""
    if len(places) == 1:
        return ""
    before, after = (
        f'<li><a href="{one.leaf.address}" rel="{rel}"><span>{labels[rel]}</span> '
        f"{escape(one.leaf.story.label)}</a></li>\n"
        for rel, one in (("prev", places[at - 1]), ("next", places[(at + 1) % len(places)]))
    )
    links = before * (at > 0) + f"<li>{_back(places[at].page, labels)}</li>\n" + after * (at + 1 < len(places))
    return f'<nav class="turn" aria-label="{labels["turn"]}">\n<ul>\n{links}</ul>\n</nav>\n'
