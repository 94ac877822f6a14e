"""Links inside one page: the places that they lead to, and lines that have these places' names."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from converter.model import Mark, Run
from converter.readers.html.draft import Draft
from converter.readers.lines import joined


def place_of(link: HtmlElement) -> str:
    """The place of its own page that a link leads to; nothing where it leads elsewhere."""
    address = (link.get("href") or "").strip()
    return unquote(address[1:]) if address.startswith("#") else ""


def absolute(base: str, address: str) -> str:
    """The address as seen from the page at ``base``; nothing where it is none."""
    try:
        urlsplit(address.strip())
        return urljoin(base, address.strip())
    except ValueError:
        return ""


def lead_home(root: HtmlElement, address: str) -> None:
    """Make links to places of the page at ``address`` that say its name links inside it, as programs save them.

    A page whose address nobody knows is the one that has most places to which links to it lead.
    """
    names = {name for element in root.iter() for name in (element.get("id"), element.get("name")) if name}
    links: dict[str, list[tuple[HtmlElement, str]]] = {}
    for link in root.iter("a"):
        path, _, place = (link.get("href") or "").strip().partition("#")
        links.setdefault(path, []).append((link, unquote(place)))
    for path, found in links.items():
        if path and _is_own(path, address, [place for _, place in found], names):
            for link, place in found:
                if place in names:
                    link.set("href", f"#{place}")


def _is_own(path: str, address: str, places: list[str], names: set[str]) -> bool:
    """Whether links to these places of the page at ``path`` are of the page at ``address`` itself, which has
    ``names``."""
    if address:
        return absolute(address, path) == address.partition("#")[0]
    return ":" not in path and 2 * sum(place in names for place in places) > len(places)


def places_of(root: HtmlElement, but: Container[HtmlElement]) -> frozenset[str]:
    """The places of the page that links lead to, ``but`` some links."""
    return frozenset(filter(None, (place_of(link) for link in root.iter("a") if link not in but)))


def lead(drafts: list[Draft]) -> None:
    """Lead links inside the page to names, and give these to the text at their places; other such links are text."""
    names = _Names({run.href for draft in drafts for run in draft.runs if run.href})
    for draft in drafts:
        draft.runs = names.given(draft.runs)
    for draft in drafts:
        if any(map(_is_inside, draft.runs)):
            led = (
                replace(run, href=names.called.get(run.href or "")) if _is_inside(run) else run for run in draft.runs
            )
            draft.runs = list(joined(led))


@dataclass(slots=True)
class _Names:
    """The addresses that are ``linked`` to, and what the places that were found are ``called``, an address too."""

    linked: set[str]
    called: dict[str, str] = field(default_factory=dict)
    _number: Iterator[int] = field(default_factory=lambda: count(1))

    def given(self, runs: list[Run]) -> list[Run]:
        """The runs of a line; the text after a place, else that before it, has its name."""
        kept: list[Run] = []
        waiting: list[str] = []
        for run in runs:
            if is_place(run) and not run.mark:
                waiting += [f"#{run.name}"] if f"#{run.name}" in self.linked else []
                continue
            kept.append(run)
            if run.mark is Mark.NOTE and run.name:
                self.called[f"#{run.name}"] = f"#{run.name}"
            if waiting and run.name is None:
                self._call(kept, waiting)
                waiting = []
        if waiting and kept:
            self._call(kept, waiting)
        return kept

    def _call(self, runs: list[Run], places: list[str]) -> None:
        name = runs[-1].name or f"p{next(self._number)}"
        runs[-1] = replace(runs[-1], name=name)
        for place in places:
            self.called.setdefault(place, f"#{name}")


def _is_inside(run: Run) -> bool:
    """Whether the run leads to a place of its own page."""
    return run.href is not None and run.href.startswith("#")


def is_place(run: Run) -> bool:
    """Whether the run is nothing but a place: where a printed page begins, or what a link leads to."""
    return run.name is not None and not run.text
