"""The contents of a book in both of its forms: EPUB 3's navigation document and EPUB 2's NCX, with the same entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from converter.press.numbers import whole_number
from converter.writers.epub.volume import PageBreak
from converter.writers.markup.blocks import escape
from converter.writers.markup.contents import Entry, contents

COVER, NAVIGATION = "cover.xhtml", "nav.xhtml"
LARGEST_PAGE = 999_999
"""The largest number that counts as a printed page's."""

TOC = f"{NAVIGATION}#toc"

NCX_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}">
<head>
<meta name="dtb:uid" content="{identifier}"/>
<meta name="dtb:depth" content="{depth}"/>
<meta name="dtb:totalPageCount" content="{pages}"/>
<meta name="dtb:maxPageNumber" content="{last}"/>
</head>
<docTitle><text>{title}</text></docTitle>
"""


def shallow(entries: Sequence[Entry], depth: int) -> tuple[Entry, ...]:
    """The entries on at most ``depth`` levels: what is deeper stays only where it leads to a document of its own."""
    if depth > 1:
        return tuple(entry._replace(children=shallow(entry.children, depth - 1)) for entry in entries)
    kept = [one for entry in entries for one in (entry, *_documents_in(entry.children))]
    return tuple(entry._replace(children=()) for entry in kept)


def _documents_in(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries that lead to a document and not into one, at any depth."""
    for entry in entries:
        if "#" not in entry.target:
            yield entry
        yield from _documents_in(entry.children)


def bounded(entries: tuple[Entry, ...], most: int) -> tuple[Entry, ...]:
    """The entries on as many levels as go into ``most`` bytes of contents, but with every document in them."""
    while len(contents(entries).encode()) > most:
        fewer = shallow(entries, max(_depth(entries) - 1, 1))
        if fewer == entries or _files(fewer) != _files(entries):
            break
        entries = fewer
    return entries


def _files(entries: Sequence[Entry]) -> set[str]:
    """The documents that the entries lead to."""
    return {entry.target.partition("#")[0] for entry in entries}.union(*(_files(entry.children) for entry in entries))


def navigation(entries: Sequence[Entry], pages: Sequence[PageBreak], labels: dict[str, str], toc: str = TOC) -> str:
    """The body of the navigation document (EPUB 3.3, 7): contents, landmarks, printed pages if any.

    ``toc`` is where the contents stand that are read with the book.
    """
    start = next(entry for entry in entries if entry.target != COVER).target
    marks = [("toc", toc, "contents"), ("bodymatter", start.partition("#")[0], "body")]
    if entries[0].target == COVER:
        marks.insert(0, ("cover", COVER, "cover"))
    landmarks = "".join(
        f'<li><a epub:type="{kind}" href="{target}">{labels[label]}</a></li>\n' for kind, target, label in marks
    )
    body = (
        f'<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">\n'
        f'<h1 id="toc-title">{labels["contents"]}</h1>{contents(entries)}</nav>\n'
        f'<nav epub:type="landmarks" hidden="hidden" aria-label="{labels["guide"]}">\n<ol>\n{landmarks}</ol>\n</nav>\n'
    )
    if pages:
        links = contents([Entry(page.label, page.target) for page in pages])
        body += (
            f'<nav epub:type="page-list" role="doc-pagelist" hidden="hidden" aria-label="{labels["pages"]}">'
            f"{links}</nav>\n"
        )
    return body


class Ncx:
    """Writes the NCX (OPF 2.0.1, 2.4.1): every point has an id and its turn in the order of play."""

    def __init__(self, pages: Sequence[PageBreak]) -> None:
        self.pages = {name: list(group) for name, group in groupby(pages, lambda page: page.name)}
        self.count = len(pages)
        self.last = max((whole_number(page.number, LARGEST_PAGE) or 0 for page in pages), default=0)
        self.order = 0
        self.targets: list[str] = []

    def write(self, entries: Sequence[Entry], title: str, identifier: str, language: str) -> str:
        """The whole document."""
        points = "".join(self.points(entries))
        head = NCX_HEAD.format(
            language=escape(language),
            identifier=escape(identifier),
            depth=_depth(entries),
            pages=self.count,
            last=self.last,
            title=escape(title),
        )
        targets = f"<pageList>\n{''.join(self.targets)}</pageList>\n" if self.targets else ""
        return f"{head}<navMap>\n{points}</navMap>\n{targets}</ncx>\n"

    def points(self, entries: Sequence[Entry]) -> Iterator[str]:
        """The entries and what is under them; a printed page takes its turn where its document begins."""
        for entry in entries:
            self.order += 1
            point = f'<navPoint id="point{self.order}" playOrder="{self.order}">{_target(entry.label, entry.target)}'
            for page in self.pages.pop(entry.target.partition("#")[0], ()):
                self.order += 1
                self.targets.append(
                    f'<pageTarget id="page{self.order}" type="special" playOrder="{self.order}">'
                    f"{_target(page.label, page.target)}</pageTarget>\n"
                )
            yield point + "".join(self.points(entry.children)) + "</navPoint>\n"


def _target(label: str, address: str) -> str:
    """What every point of the NCX holds."""
    return f'<navLabel><text>{escape(label)}</text></navLabel><content src="{address}"/>'


def _depth(entries: Sequence[Entry]) -> int:
    """How many levels the contents have."""
    return 1 + max((_depth(entry.children) for entry in entries), default=0) if entries else 0
