"""METS of newspapers and books (https://www.loc.gov/standards/mets/) → ``Source``: the pages of an issue, recognised as
ALTO or PAGE XML beside it, in their order, with the articles that its logical structure tells and what MODS says of it.

Programs write it in many ways: docWorks and what follows its profile (areas of blocks as articles), Veridian, NDNP
(one structure without a type, ``np:page``), Kitodo and DDB (a group of files called FULLTEXT), OCR-D (PAGE XML), the
national libraries of France (pages are of type ``object``, and articles stand in a METS file of their own,
https://bibnum.bnf.fr/mets) and of Czechia (each page has a type of its own), and METS 2 (2023: ``MDID``, ``LOCREF``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from converter.errors import UnreadableInput
from converter.left_out import amount
from converter.model import Metadata, Source
from converter.readers import Near, nothing_near
from converter.readers.recognised import alto, page, source_of
from converter.readers.recognised.areas import Area, box_of
from converter.readers.recognised.mods import described
from converter.readers.recognised.pictures import SUFFIXES, Pictures, listed, places
from converter.readers.recognised.regions import INSIDE, Said, Scan
from converter.readers.recognised.xml import children, local, number, root_of, within
from converter.records import NamedTuple

MOST_PAGES = 5000
"""Pages of an issue or a volume."""

_PAPERS = ("newspaper", "issue", "np:issue", "periodical", "day", "month", "year", "volume", "supplement")
_HOLDERS = (*_PAPERS, "monograph", "multivolume_work", "book", "file", "newspaper_issue")
"""Types of divisions whose description is that of the whole."""

_ARTICLES = ("article", "section", "chapter")
"""Types of divisions that are an article, the surer first: a section without articles is one."""

_WHOLE = {
    "title_section": "header",
    "masthead": "header",
    "advertisement": "advert",
    "ad": "advert",
    "advert": "advert",
    "freead": "advert",
    "classified": "advert",
    "insideheading": INSIDE,
    "crossheading": INSIDE,
}
"""Types of divisions that tell what all is that is in them."""
_KINDS = {
    # the type of a division, in lower case: what the regions in it are called
    "title": "title",
    "main_title": "title",
    "headline": "headline",
    "heading": "heading",
    "subtitle": "subtitle",
    "subheadline": "subheadline",
    "overline": "overline",
    "author": "author",
    "byline": "byline",
    "caption": "caption",
    "running_title": "runningtitle",
    "page_number": "page-number",
    "footer": "footer",
}
_PICTURES = (*SUFFIXES, ".jpf", ".gif", ".webp")
_HEAD = 4096  # bytes that tell ALTO from PAGE XML
_TEXT = ("alto", "fulltext", "ocr", "text", "page")
"""What groups of files are called that hold the text of pages."""
_STRUCTURE = ("toc", "olr")
"""What groups of METS files are called that hold the articles of the issue."""
_SMALL = ("thumb", "teaser", "min")
"""What groups of small pictures are called."""


def read_mets(data: bytes, encoding: str | None = None, near: Near = nothing_near) -> Source:
    """The ``Source`` of an issue by its METS file. Raises ``UnreadableInput``, where none of its pages is beside it as
    well."""
    issue = _Mets(root_of(data, "mets", "the METS file"), near)
    none = "the METS file leads to no page of ALTO or PAGE XML that lies beside it: put its pages into its folder"
    source = source_of(issue.scans(), issue.left, issue.metadata(), none)
    warnings = [*source.warnings]
    if issue.missing:
        count = len(issue.missing)
        warnings.append(f"left out {count} page(s) whose text is not beside the METS file: {listed(issue.missing)}")
    return replace(source, warnings=tuple(warnings))


class _Division(NamedTuple):
    """What a division says of what is in it: whether it is of a page, what it is called, as a whole or by its parts,
    and the names of what is one article, the surest first."""

    is_page: bool = False
    whole: str = ""
    kind: str = ""
    articles: tuple[str, ...] = ("",) * len(_ARTICLES)

    def inside(self, div: Any, place: int) -> _Division:
        """What a division in this one says; where it has no ID, its ``place`` among all names its article."""
        kind = _type(div)
        name = div.get("ID") or f"division {place}" if kind in _ARTICLES else ""
        return _Division(
            self.is_page or _is_called_page(div),
            self.whole or _WHOLE.get(kind, ""),
            _KINDS.get(kind, self.kind),
            tuple(name if kind == one else other for one, other in zip(_ARTICLES, self.articles, strict=True)),
        )


def files_in(data: bytes) -> Iterator[list[str]]:
    """Where each file that a METS file leads to may lie, by its path from this. None are where it is broken."""
    try:
        issue = _Mets(root_of(data, "mets", "the METS file"), nothing_near)
    except UnreadableInput:
        return iter(())
    return ([*places(issue.address(name))] for name in issue.files)


def lists_issues(data: bytes) -> bool:
    """Whether a METS file leads to those of issues alone, as that of a paper or of a year does."""
    try:
        root = root_of(data, "mets", "the METS file")
    except UnreadableInput:
        return False
    return next(within(root, "file"), None) is None and next(within(root, "mptr"), None) is not None


class _Mets:
    """A METS file: its files by their IDs, its divisions; what of it was left out, and which pages are not there."""

    def __init__(self, root: Any, near: Near) -> None:
        self._root, self._near = root, near
        self.files = {file.get("ID"): file for file in within(root, "file")}
        self.left: Counter[str] = Counter()
        self.missing: list[str] = []
        self._widths: dict[str, float] | None = None
        self._roots = [root, *self._structures()]
        self._maps = [one for each in self._roots for one in within(each, "structMap")]
        self._areas = self._articles()

    def _structures(self) -> Iterator[Any]:
        """The METS files that it leads to for the articles."""
        for name in self.files:
            if self._is_called(name, _STRUCTURE) and (data := self._bytes(name)):
                try:
                    yield root_of(data, "mets", "the METS file")
                except UnreadableInput:
                    self.missing.append(self.address(name))

    def scans(self) -> Iterator[Scan]:
        """The pages, one at a time. Those whose text is not there are named in ``missing``."""
        pictures = Pictures(self._near)
        read: set[str] = set()
        for files in self._pages():
            texts = [name for name in files if not self._is_picture(name)]
            texts = sorted(texts, key=lambda name: not self._is_text(name))
            found = next(((name, data) for name in texts if (data := self._bytes(name))), None)
            if found is None:
                self.missing += [self.address(name) for name in texts[:1]]
            elif found[0] not in read:
                read.add(found[0])
                shown = sorted(filter(self._is_picture, files), key=self._is_small)
                areas = [area for name in (found[0], *shown) for area in self._areas.get(name, ())]
                yield from self._scans(*found, pictures, [*map(self.address, shown)], areas)

    def _scans(
        self, name: str, data: bytes, pictures: Pictures, shown: Sequence[str], areas: Sequence[Area]
    ) -> Iterator[Scan]:
        """What a page's file holds. One that is broken is named as missing."""
        try:
            if b"PcGts" in data[:_HEAD]:
                yield from page.scans_of(data, self.left, pictures, shown)
            else:
                yield from alto.scans_of(data, self.left, pictures, shown, areas)
        except UnreadableInput:
            self.missing.append(self.address(name))

    def _pages(self) -> list[list[str]]:
        """The IDs of the files of each page: of the physical structure, else the files of text as they are listed."""
        divisions = [div for one in self._maps for div in within(one, "div") if _is_page(div)]
        orders = [number(div.get("ORDER")) for div in divisions]
        if len(set(orders)) == len(orders):
            divisions = [div for _, div in sorted(zip(orders, divisions, strict=True), key=lambda pair: pair[0])]
        pages = [[*_files_in(div)] for div in divisions]
        found = [files for files in pages if files] or [[name] for name in self.files if self._is_text(name)]
        if len(found) > MOST_PAGES:
            raise UnreadableInput(f"the METS file has {len(found)} pages, more than {MOST_PAGES}: split it")
        return found

    def _articles(self) -> dict[str, list[Area]]:
        """What divisions say of the areas of each file, by its ID."""
        areas: dict[str, list[Area]] = {}
        told: dict[Any, _Division] = {}
        logical = (one for one in self._maps if _type(one) != "physical")
        for place, element in enumerate(element for one in logical for element in one.iter("{*}div", "{*}area")):
            around = told.get(next(element.iterancestors("{*}div"), None), _Division())
            if local(element) == "div":
                told[element] = around.inside(element, len(told))
            elif (file := element.get("FILEID")) and not around.is_page:
                article = next(filter(None, around.articles), "")
                area = self._area(element, Said(around.whole or around.kind, article, place))
                areas.setdefault(file, []).append(area)
        return areas

    def _area(self, element: Any, said: Said) -> Area:
        """An area, of which something is said."""
        file = element.get("FILEID")
        box = box_of(element.get("COORDS") or "", element.get("SHAPE") or "RECT")
        pictured = self._is_picture(file)
        across = self._across(file) if box and pictured else 0.0
        named = (element.get("BETYPE") or "IDREF") == "IDREF"
        begin, end = (element.get(key) or "" if named else "" for key in ("BEGIN", "END"))
        return Area(said, begin, end, box, pictured, across)

    def _across(self, name: str) -> float:
        """How many pixels wide a picture is, as its technical description (MIX) says; 0 where it has none."""
        if self._widths is None:
            self._widths = {
                holder.get("ID"): number(width.text)
                for width in within(self._root, "imageWidth")
                for holder in width.iterancestors("{*}techMD", "{*}amdSec", "{*}md")
                if holder.get("ID")
            }
        about = _names(self.files[name], "ADMID", "MDID") if name in self.files else ()
        return next(filter(None, map(self._widths.get, about)), 0.0)

    def metadata(self) -> Metadata:
        """What is said of the whole: of the paper, of the volume, and surest of the issue itself. What else the file
        says is counted."""
        known = described(self._about_all())
        told = sum(amount(text) for root in self._roots for text in root.itertext())
        self.left["descriptions in the METS file"] = told - known.used
        is_paper = any(_type(div) in _PAPERS for div in within(self._root, "div"))
        title = {"paper" if is_paper else "title": known.title}
        return Metadata(date=known.date, number=known.number, **title)

    def _about_all(self) -> list[Any]:
        """The descriptions of the whole, those of what is around the issue first; the first one where none is said to
        be its."""
        sections = {one.get("ID"): one for name in ("dmdSec", "md") for one in within(self._root, name)}
        held = [*filter(_is_holder, within(self._root, "div"))] or [*filter(_holds_pages, within(self._root, "div"))]
        names = dict.fromkeys(name for div in held for name in _names(div, "DMDID", "MDID"))
        return [sections[name] for name in names if name in sections] or [*sections.values()][:1]

    def _bytes(self, name: str) -> bytes | None:
        return next(filter(None, map(self._near, places(self.address(name)))), None)

    def address(self, name: str) -> str:
        """Where a file is said to lie; the ID of one that is not listed."""
        located = [*children(self.files[name], "FLocat")] if name in self.files else []
        named = (
            value for place in located for key, value in place.items() if key.rpartition("}")[2] in ("href", "LOCREF")
        )
        return next(named, "" if located else name)

    def _is_picture(self, name: str) -> bool:
        kind = self.files[name].get("MIMETYPE") if name in self.files else None
        return (kind or "").startswith("image/") or self.address(name).lower().endswith(_PICTURES)

    def _is_text(self, name: str) -> bool:
        return self._is_called(name, _TEXT)

    def _is_small(self, name: str) -> bool:
        return self._is_called(name, _SMALL)

    def _is_called(self, name: str, words: Sequence[str]) -> bool:
        """Whether the name of a file, or of the group that it is in, has one of those words."""
        file = self.files.get(name)
        around = [] if file is None else [file, *file.iterancestors("{*}fileGrp")]
        called = " ".join(one.get(key) or "" for one in around for key in ("USE", "ID")).lower()
        return any(word in called for word in words)


def _type(div: Any) -> str:
    return (div.get("TYPE") or "").strip().lower()


def _names(element: Any, *keys: str) -> list[str]:
    """The IDs that an element leads to."""
    return [name for key in keys for name in (element.get(key) or "").split()]


def _is_holder(div: Any) -> bool:
    return _type(div) in _HOLDERS


def _is_page(div: Any) -> bool:
    """Whether a division is a page: by its type, else it is one of the physical structure that points to files and has
    no other in it."""
    if _is_called_page(div):
        return True
    if _holds(div) or next(children(div, "fptr"), None) is None:
        return False
    return _is_physical(div) and not any(map(_is_called_page, div.iterancestors("{*}div")))


def _holds_pages(div: Any) -> bool:
    return _is_physical(div) and _holds(div)


def _is_physical(div: Any) -> bool:
    """Whether a division is of the physical structure."""
    return any(_type(one) == "physical" for one in div.iterancestors("{*}structMap"))


def _holds(div: Any) -> bool:
    """Whether a division has others in it."""
    return next(children(div, "div"), None) is not None


def _is_called_page(div: Any) -> bool:
    return _type(div).removeprefix("np:") == "page"


def _files_in(div: Any) -> Iterator[str]:
    """The IDs of the files that a page's division points to, each once."""
    pointers = [*within(div, "fptr"), *within(div, "area")]
    return iter(dict.fromkeys(one.get("FILEID") for one in pointers if one.get("FILEID")))
