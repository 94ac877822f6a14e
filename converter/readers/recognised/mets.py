"""METS of newspapers and books (https://www.loc.gov/standards/mets/) → ``Source``: the pages of an issue, recognised as
ALTO or PAGE XML beside it, in their order, with the articles that its logical structure tells and what MODS says of it.

Programs write it in many ways: docWorks and what follows its profile (areas of blocks as articles), Veridian, NDNP
(one structure without a type, ``np:page``), Kitodo and DDB (a group of files called FULLTEXT), OCR-D (PAGE XML).
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
from converter.readers.recognised.mods import described
from converter.readers.recognised.pictures import SUFFIXES, Pictures, listed, places
from converter.readers.recognised.regions import Said, Scan
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
}
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
            self.is_page or kind.removeprefix("np:") == "page",
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


class _Mets:
    """A METS file: its files by their IDs, its divisions; what of it was left out, and which pages are not there."""

    def __init__(self, root: Any, near: Near) -> None:
        self._root, self._near = root, near
        self.files = {file.get("ID"): file for file in within(root, "file")}
        self._maps = [*within(root, "structMap")]
        self._said = self._articles()
        self.left: Counter[str] = Counter()
        self.missing: list[str] = []

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
                yield from self._scans(*found, pictures, [*map(self.address, shown)])

    def _scans(self, name: str, data: bytes, pictures: Pictures, shown: Sequence[str]) -> Iterator[Scan]:
        """What a page's file holds. One that is broken is named as missing."""
        try:
            if b"PcGts" in data[:_HEAD]:
                yield from page.scans_of(data, self.left, pictures, shown)
            else:
                yield from alto.scans_of(data, self.left, pictures, shown, self._said.get(name))
        except UnreadableInput:
            self.missing.append(self.address(name))

    def _pages(self) -> list[list[str]]:
        """The IDs of the files of each page: of the physical structure, else the files of text as they are listed."""
        divisions = [
            div for one in self._maps for div in within(one, "div") if _type(div).removeprefix("np:") == "page"
        ]
        orders = [number(div.get("ORDER")) for div in divisions]
        if len(set(orders)) == len(orders):
            divisions = [div for _, div in sorted(zip(orders, divisions, strict=True), key=lambda pair: pair[0])]
        pages = [[*_files_in(div)] for div in divisions]
        found = [files for files in pages if files] or [[name] for name in self.files if self._is_text(name)]
        if len(found) > MOST_PAGES:
            raise UnreadableInput(f"the METS file has {len(found)} pages, more than {MOST_PAGES}: split it")
        return found

    def _articles(self) -> dict[str, dict[str, Said]]:
        """What divisions say of the blocks of each file, by the IDs of both."""
        said: dict[str, dict[str, Said]] = {}
        told: dict[Any, _Division] = {}
        for element in (element for one in self._maps for element in one.iter("{*}div", "{*}area")):
            around = told.get(next(element.iterancestors("{*}div"), None), _Division())
            file, block = element.get("FILEID"), element.get("BEGIN")
            if local(element) == "div":
                told[element] = around.inside(element, len(told))
            elif file and block and not around.is_page and (element.get("BETYPE") or "IDREF") == "IDREF":
                some = said.setdefault(file, {})
                article = next(filter(None, around.articles), "")
                some.setdefault(block, Said(around.whole or around.kind, article, len(some)))
        return said

    def metadata(self) -> Metadata:
        """What is said of the whole: of the paper, of the volume, and surest of the issue itself. What else the file
        says is counted."""
        sections = {one.get("ID"): one for one in within(self._root, "dmdSec")}
        held = [div for one in self._maps for div in within(one, "div") if _type(div) in _HOLDERS]
        names = dict.fromkeys(name for div in held for name in (div.get("DMDID") or "").split())
        known = described([sections[name] for name in names if name in sections] or [*sections.values()][:1])
        self.left["descriptions in the METS file"] = sum(map(amount, self._root.itertext())) - known.used
        title = {"paper" if any(_type(div) in _PAPERS for div in held) else "title": known.title}
        return Metadata(date=known.date, number=known.number, **title)

    def _bytes(self, name: str) -> bytes | None:
        return next(filter(None, map(self._near, places(self.address(name)))), None)

    def address(self, name: str) -> str:
        """Where a file is said to lie; the ID of one that is not listed."""
        located = [*children(self.files[name], "FLocat")] if name in self.files else []
        named = (value for place in located for key, value in place.items() if key.rpartition("}")[2] == "href")
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


def _files_in(div: Any) -> Iterator[str]:
    """The IDs of the files that a page's division points to, each once."""
    pointers = [*within(div, "fptr"), *within(div, "area")]
    return iter(dict.fromkeys(one.get("FILEID") for one in pointers if one.get("FILEID")))
