"""The page of a shelf that finds titles without a server, in either script: its own, and files of titles beside it.

The files are scripts, as a page on a disk may load no other kind. Each holds some thousand titles, the newest first,
and is loaded when something is asked for: who does not search pays nothing for a hundred thousand titles.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter.shelf.calendar import SEARCH as PAGE
from converter.shelf.plan import INDEX, INSIDE, Shelf, near, place_of
from converter.shelf.publication import Publication
from converter.writers.markup.blocks import escape
from converter.writers.markup.styles import sheet
from converter.writers.web.finder import as_script, finder
from converter.writers.web.policy import BESIDE, guarded
from converter.writers.web.shell import titled

TITLES = 5_000
"""Titles in a file, some 300 KB."""


def search_pages(shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """The page and its files of titles, by their names."""
    characters: set[str] = set()
    count = 0
    for count, some in enumerate(_files(shelf), 1):  # noqa: B007
        characters.update(*(title for _, _, titles in some for title in titles))
        yield f"{INSIDE}/titles/{count}.js", f"add({as_script(some)});\n".encode()
    yield PAGE, _page(shelf, "".join(sorted(characters)), count)


def _files(shelf: Shelf) -> Iterator[list[tuple[str, str, list[str]]]]:
    """What goes into each file: of a publication its day, and paper where there are several, the way to it and its
    titles."""
    several = len({one.paper for one in shelf.publications}) > 1
    some: list[tuple[str, str, list[str]]] = []
    held = 0
    for one in shelf.publications:
        titles = _titles(one)
        issue = f"{one.date} {one.paper}".strip() if several else one.date
        some.append((issue, near(place_of(one), PAGE), titles))
        held += len(titles)
        if held >= TITLES:
            yield some
            some, held = [], 0
    if some:
        yield some


def _titles(one: Publication) -> list[str]:
    """A publication's own title and those of what is in it, each once."""
    return list(dict.fromkeys((one.title, *(one.titles or one.leads))))


def _page(shelf: Shelf, characters: str, files: int) -> bytes:
    labels = shelf.labels
    code = finder("titles.js", characters, files=files, labels=[labels["search titles"], labels["found"]])
    style = guarded(sheet("shelf.css"), code=code, scripts=BESIDE)
    up = f'<p><a href="{near(INDEX, PAGE)}">{escape(shelf.title)}</a></p>\n'
    head = f'<header class="running">\n{up}<h1>{labels["search"]}</h1>\n</header>\n'
    body = f'{head}<main id="main">\n<div class="finder"></div>\n<ul class="found"></ul>\n</main>\n'
    title = escape(f"{labels['search']} · {shelf.title}")
    return titled(escape(shelf.language), title, style, ("main", labels["skip"]), body)
