"""A shelf made of a folder, in the folder itself or in one of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from converter.options import Look
from converter.output import Converted, put_among, put_folder
from converter.shelf.atom import atom_feed, catalogue
from converter.shelf.book import picture_of
from converter.shelf.calendar import pages
from converter.shelf.folder import publications_in
from converter.shelf.opds import catalogue_2
from converter.shelf.picture import plain_cover
from converter.shelf.plan import FEED, INDEX, LATEST, PLAIN_COVER, Shelf, cover_name
from converter.shelf.publication import EPUB, Publication
from converter.shelf.search import search_pages
from converter.writers.markup.blocks import plain

Piece = tuple[str, bytes | Path]
"""A file's name and its content, or where that is."""


def make_shelf(folder: Path, output: Path | None = None, title: str = "", url: str = "") -> Converted:
    """Make a shelf of the books and sites in ``folder``; gives its front page, and what was left out.

    It is put among them, or with copies of them into ``output``, a folder of its own. ``title`` is what it is called:
    else after the one paper that it has, or the folder. ``url`` is the address that it will have; without one its links
    are relative, and it may lie anywhere. The same folder gives the same bytes, in time in proportion to what it holds.
    Raises ``UnreadableInput``, ``UnwritableOutput``.
    """
    aside = output.resolve() if output and output.resolve() != folder.resolve() else None
    found = publications_in(folder, aside)
    address = f"{Look(url=url).url}".rstrip("/") + "/" if url else ""
    shelf = Shelf(title or _named(folder, found.publications), found.publications, address)
    files = shelf_files(shelf, folder)
    if aside:
        put_folder(aside, _with_copies(files, folder, found.publications))
    else:
        put_among(folder, files)
    return Converted((aside or folder) / INDEX, found.warnings)


def _named(folder: Path, publications: Iterable[Publication]) -> str:
    """What a shelf is called that nobody has given a name."""
    papers = {one.paper for one in publications}
    return papers.pop() if len(papers) == 1 and "" not in papers else plain(folder.resolve().name) or "banmian"


def shelf_files(shelf: Shelf, folder: Path) -> Iterator[Piece]:
    """The files of a shelf, one after another: those of its publications stay where they are."""
    yield from pages(shelf)
    yield from search_pages(shelf)
    yield FEED, atom_feed(shelf)
    yield from catalogue(shelf)
    yield from catalogue_2(shelf)
    yield PLAIN_COVER, plain_cover()
    for one in shelf.publications:
        if one.cover:
            yield cover_name(one), picture_of(one.cover)
    if shelf.newest_book:
        yield LATEST, folder / shelf.newest_book.name


def _with_copies(files: Iterable[Piece], folder: Path, publications: Iterable[Publication]) -> Iterator[Piece]:
    """The files, and those of the books and sites themselves."""
    yield from files
    for copy in (copy for one in publications for copy in one.copies):
        path = folder / copy.name
        held = [path] if copy.media_type == EPUB else sorted(path.parent.rglob("*"))
        for file in held:
            if file.is_file():
                yield file.relative_to(folder).as_posix(), file
