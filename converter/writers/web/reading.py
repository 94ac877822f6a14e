"""A story's page in a site: where in the paper it stands, the story, and the ways to its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Issue
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


def story_page(issue: Issue, sheets: Sequence[Sheet], number: int, labels: dict[str, str]) -> str:
    """The body of the page of the story of that number: the way back, its place, the story, those before and after."""
    leaves = [leaf for page in sheets for leaf in page.leaves]
    leaf = leaves[number]
    page = next(page for page in sheets if leaf in page.leaves)
    name, line = nameplate(issue, labels), plain(masthead(issue, labels)[1])
    day = f" <span>{dated(line, issue)}</span>" if line and line != name else ""
    top = f'<p><a href="{INDEX}">{escape(name)}</a>{day}</p>\n{_place(page, leaf, labels)}'
    start = f'<article class="{leaf.classes}" id="{leaf.key}" aria-labelledby="{leaf.story.heading}">'
    inside = "".join(piece.markup for piece in leaf.story.pieces)
    main = f'<main id="main">\n{start}\n{inside}</article>\n</main>\n'
    return (
        f'<header class="running">\n{top}</header>\n{bar(sheets, labels, INDEX, page.key)}'
        f"{main}{_turn(leaves, number, page, labels)}"
    )


def _back(page: Sheet, labels: dict[str, str]) -> str:
    """The way back to the story's page (版)."""
    return f'<a href="{INDEX}#{page.key}">{escape(page.label) or labels["home"]}</a>'


def _place(page: Sheet, leaf: Leaf, labels: dict[str, str]) -> str:
    """Which story of its page (版) it is, and how long it takes to read."""
    place = f"{page.leaves.index(leaf) + 1}/{len(page.leaves)}"
    time = labels["minutes"].format(minutes_of(leaf.article))
    return f'<p class="place">{_back(page, labels)} · {place} <span>{time}</span></p>\n'


def _turn(leaves: Sequence[Leaf], number: int, page: Sheet, labels: dict[str, str]) -> str:
    """The ways to the stories before and after, and between them back to the page (版)."""
    steps = [""]
    for rel, at in (("prev", number - 1), ("next", number + 1)):
        if 0 <= at < len(leaves):
            title = escape(leaves[at].story.label)
            steps.append(f'<a href="{leaves[at].address}" rel="{rel}"><span>{labels[rel]}</span> {title}</a>')
    if len(leaves) == 1:
        return ""
    steps.insert(2 if number else 1, _back(page, labels))
    links = "".join(f"<li>{step}</li>\n" for step in steps[1:])
    return f'<nav class="turn" aria-label="{labels["turn"]}">\n<ul>\n{links}</ul>\n</nav>\n'
