"""An EPUB's parts: container, package document, reading order, contents (EPUB 3.3; OPF 2.0.1 and its NCX)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from posixpath import basename, dirname, join, normpath
from typing import TYPE_CHECKING, BinaryIO
from unicodedata import normalize
from urllib.parse import unquote

from converter.errors import UnreadableInput
from converter.model import Metadata
from converter.press.dates import first_day
from converter.readers.archive import Archive
from converter.readers.html.tree import squeezed
from converter.readers.text import facts
from converter.readers.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OBFUSCATED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Fonts are made unfit for use outside of the book; its text is open."""

_XHTML = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_SVG = "image/svg+xml"
_DOCUMENTS = (".xhtml", ".html", ".htm", ".txt")
EPUB = "{http://www.idpf.org/2007/ops}"
_OWN = re.compile(r"page\d+-story\d+(?:-part\d+)?\.xhtml|sheet\d+\.xhtml|(?:cover|empty|leads)\.xhtml")
"""The documents of Banmian's own books."""

_PROGRAM = "calibre"
"""What calibre says for the author and the publisher of news."""

_PART_OF = "belongs-to-collection"
_OF_PROGRAMS = re.compile(r"^META-INF/|(?:^|/)__MACOSX/")
_FOR_PROGRAMS = ("identifier", "language", "date", "type", "format")
"""Elements of Dublin Core that say nothing in words."""

_WHOLE = re.compile(r"https?://[^/\s]+/\S+", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]+>|&nbsp;")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: what it says, the document and the place in it that it leads to, the lines under it."""

    label: str
    path: str | None
    fragment: str
    children: tuple[Entry, ...] = ()


class Book:
    """A book before its documents are read, of its bytes or of its file, open to read.

    Raises ``UnreadableInput`` for what is no EPUB, or is protected.
    ``spine`` has the paths of the documents in reading order; ``missing`` those of files that are named and not there;
    ``own`` says that Banmian has written the book.
    """

    def __init__(self, data: bytes | BinaryIO) -> None:
        self.archive = Archive(data)
        self._names = {_folded(name): name for name in reversed(self.archive.names)}
        self.missing: list[str] = []
        self._refuse_protected()
        self.opf_name = self._package_document()
        self._opf = parse_xml(self.archive.read(self.opf_name), self.opf_name)
        self._items = {item.get("id", ""): item for item in self._opf.iterfind("{*}manifest/{*}item")}
        self.nav_path = next(
            (self.find(item.get("href", "")) for item in self._items.values() if "nav" in _words(item, "properties")),
            None,
        )
        self.spine = list(dict.fromkeys(self._spine()))
        self.own = all(_OWN.fullmatch(basename(path)) for path in self.spine)
        if not self.spine:
            raise UnreadableInput("the book has no text in it that can be read: look for a better copy")

    def find(self, href: str, base: str | None = None) -> str | None:
        """The file that ``href`` leads to from the file ``base`` (the package document), None where it is not there."""
        path = href.partition("#")[0]
        folder = dirname(self.opf_name if base is None else base)
        for name in (unquote(path), path):
            if found := self._names.get(_folded(normpath(join(folder, name)))):
                return found
        return None

    def parse(self, name: str) -> Element:
        """The root of the XML file ``name``."""
        root: Element = parse_xml(self.archive.read(name), name)
        return root

    def _opf_names(self) -> Iterator[str]:
        if "META-INF/container.xml" in self.archive:
            container = parse_xml(self.archive.read("META-INF/container.xml"), "META-INF/container.xml")
            for root in container.iter("{*}rootfile"):
                yield unquote(root.get("full-path", ""))
        yield from (name for name in self.archive.names if name.endswith(".opf"))

    def _package_document(self) -> str:
        """The name of the package document."""
        for name in self._opf_names():
            if found := self._names.get(_folded(name)):
                return found
        raise UnreadableInput("the file is no EPUB, though it is a zip: name the files in it, or their folder")

    def _refuse_protected(self) -> None:
        if "META-INF/encryption.xml" not in self.archive:
            return
        encryption = parse_xml(self.archive.read("META-INF/encryption.xml"), "META-INF/encryption.xml")
        methods = {method.get("Algorithm") for method in encryption.iterfind(".//{*}EncryptedData/{*}EncryptionMethod")}
        if methods - set(_OBFUSCATED):
            raise UnreadableInput("the book is protected (DRM), and its text cannot be read: get a copy that is not")

    def _spine(self) -> Iterator[str]:
        for reference in self._opf.iterfind("{*}spine/{*}itemref"):
            item = self._shown(reference.get("idref", ""))
            if item is None:
                self.missing.append(reference.get("idref", ""))
            elif _is_document(item):
                path = self.find(item.get("href", ""))
                if path is None:
                    self.missing.append(item.get("href", ""))
                elif path != self.nav_path:
                    yield path

    def _shown(self, key: str) -> Element | None:
        """The item of that name, or what stands in for it where it is no document (EPUB 3.3, 3.5: fallbacks)."""
        first = item = self._items.get(key)
        for _ in self._items:
            if item is None or _is_document(item):
                break
            item = self._items.get(item.get("fallback", ""))
        return first if item is None else item

    @property
    def unread(self) -> list[str]:
        """The documents that are in the book, and not in its reading order."""
        items = (item for item in self._items.values() if _is_document(item) and item.get("media-type") != _SVG)
        listed = {self.find(item.get("href", "")) for item in items}
        names = (name for name in self.archive.names if name.lower().endswith(_DOCUMENTS) or name in listed)
        read = {*self.spine, self.nav_path}
        return [name for name in names if name not in read and not _OF_PROGRAMS.search(name)]

    @property
    def cover(self) -> str | None:
        """The file of the cover's picture."""
        for item in self._items.values():
            if "cover-image" in _words(item, "properties"):
                return self.find(item.get("href", ""))
        for meta in self._opf.iterfind("{*}metadata/{*}meta[@name='cover']"):
            item = self._items.get(meta.get("content", ""))
            return None if item is None else self.find(item.get("href", ""))
        return None

    def contents(self) -> tuple[Entry, ...]:
        """The contents, of the navigation document or else of the NCX."""
        return self._entries("toc", "navMap", "navPoint")

    @cached_property
    def labels(self) -> frozenset[str]:
        """What the lines of the contents say, without blanks and signs."""
        return frozenset(map(squeezed, labels_of(self.contents())))

    @cached_property
    def printed(self) -> dict[str, dict[str, str]]:
        """The numbers of the printed book's pages, by the documents and the places in them where they begin."""
        found: dict[str, dict[str, str]] = {}
        for entry in self._entries("page-list", "pageList", "pageTarget"):
            if entry.path and entry.fragment:
                found.setdefault(entry.path, {})[entry.fragment] = entry.label
        return found

    def _entries(self, kind: str, part: str, point: str) -> tuple[Entry, ...]:
        """The entries of the list of a ``kind`` in the navigation document, else of the ``part`` of the NCX."""
        if self.nav_path:
            for nav in self.parse(self.nav_path).iter("{*}nav"):
                if nav.get(f"{EPUB}type", "toc") == kind:
                    return tuple(self._listed(nav, self.nav_path))
        toc = self._items.get(next((spine.get("toc", "") for spine in self._opf.iterfind("{*}spine")), ""))
        if toc is None:
            toc = next((i for i in self._items.values() if i.get("media-type") == "application/x-dtbncx+xml"), None)
        path = None if toc is None else self.find(toc.get("href", ""))
        points = None if path is None else self.parse(path).find(f"{{*}}{part}")
        return () if points is None or path is None else tuple(self._pointed(points, path, point))

    def _listed(self, element: Element, base: str) -> Iterator[Entry]:
        """The entries of a list in a navigation document."""
        top = element.find("{*}ol")
        for item in () if top is None else top.iterfind("{*}li"):
            name = next((node for node in item if str(node.tag).rpartition("}")[2] in ("a", "span")), None)
            if name is not None:
                yield self._entry(words(name), name.get("href"), base, tuple(self._listed(item, base)))

    def _pointed(self, element: Element, base: str, kind: str) -> Iterator[Entry]:
        """The entries of an NCX."""
        for point in element.iterfind(f"{{*}}{kind}"):
            label, content = point.find("{*}navLabel"), point.find("{*}content")
            href = None if content is None else content.get("src")
            yield self._entry(
                "" if label is None else words(label), href, base, tuple(self._pointed(point, base, kind))
            )

    def _entry(self, label: str, href: str | None, base: str, children: tuple[Entry, ...]) -> Entry:
        path = self.find(href, base) if href else None
        return Entry(label, path, unquote((href or "").partition("#")[2]), children)

    def metadata(self) -> tuple[Metadata, str | None]:
        """What the book says of itself, and its language. All of several authors are named, of titles the first.

        A book of type ``newspaper`` is an issue of the paper that its collection is called after, one that calibre has
        fetched of what it was fetched from; neither the paper nor its office (…社) is an author, nor is calibre.
        """
        said = self._said()
        first = {name: words(elements[0]) for name, elements in said.items()}
        paper = self._collection() if first.get("type") == "newspaper" else self._periodical()
        creators, contributors = (self._people(said.get(kind, [])) for kind in ("creator", "contributor"))
        translators = [name for name, role in {**creators, **contributors}.items() if role == "trl"]
        date = re.split("[T ]", first.get("date", ""))[0]
        metadata = facts(
            title=first.get("title"),
            paper=paper,
            date=date if first_day(date) else None,
            author=_listed(
                name
                for name in creators
                if not (paper and name.startswith((paper, _PROGRAM))) and name not in translators
            ),
            translator=_listed(translators),
            publisher=first.get("publisher") if first.get("publisher") not in (paper, paper and _PROGRAM) else None,
            description=_TAGS.sub("", first.get("description", "")).strip() or None,
            identifier=self._identifier(said.get("identifier", [])),
            subject=_listed(map(words, said.get("subject", []))),
            rights=first.get("rights"),
            url=next(filter(_WHOLE.match, map(words, (*said.get("source", []), *said.get("identifier", [])))), None),
        )
        return metadata, first.get("language")

    def besides(self, metadata: Metadata) -> Iterator[str]:
        """What the package says that neither the ``metadata`` nor any program asks for: further titles, contributors,
        sources, what the book is part of."""
        told = "、".join(filter(None, (getattr(metadata, name) for name in metadata.__slots__)))
        parts = [words(found) for found in self._opf.iterfind(f"{{*}}metadata/{{*}}meta[@property='{_PART_OF}']")]
        parts += [meta.get("content", "") for meta in self._opf.iterfind("{*}metadata/{*}meta[@name='calibre:series']")]
        said = (words(one) for name, ones in self._said().items() if name not in _FOR_PROGRAMS for one in ones)
        yield from (text for text in (*said, *parts) if _TAGS.sub("", text).strip() not in told and text != _PROGRAM)

    def around_contents(self) -> Iterator[str]:
        """What the navigation documents say beside the lines of the contents and the list of pages."""
        if self.nav_path:
            root = self.parse(self.nav_path)
            lists = [top for nav in root.iter("{*}nav") if _is_listed(nav) for top in nav.iterfind("{*}ol")]
            listed = {element for top in lists for element in top.iter()}
            for element in (element for body in root.iter("{*}body") for element in body.iter()):
                yield "" if element in listed else str(element.text or "")
                yield "" if element.getparent() in listed else str(element.tail or "")
        yield from (guide.get("title", "") for guide in self._opf.iterfind("{*}guide/{*}reference"))

    def stories(self) -> dict[str, dict[str, list[str]]]:
        """What Dublin Core's terms say of single documents, by their paths: ``creator``, ``date`` and ``source``."""
        found: dict[str, dict[str, list[str]]] = {}
        for meta in self._opf.iterfind("{*}metadata/{*}meta[@refines]"):
            item = self._items.get((meta.get("refines") or "").removeprefix("#"))
            scheme, _, term = (meta.get("property") or "").partition(":")
            path = self.find(item.get("href", "")) if item is not None and scheme == "dcterms" else None
            if path and words(meta):
                found.setdefault(path, {}).setdefault(term, []).append(words(meta))
        return found

    @property
    def modified(self) -> str:
        """When the book was last changed, as it says (EPUB 3.3, 5.5.6.1: UTC); nothing where it does not."""
        found = self._opf.find("{*}metadata/{*}meta[@property='dcterms:modified']")
        return "" if found is None else words(found)

    def _said(self) -> dict[str, list[Element]]:
        """The elements of Dublin Core that say something, by their names."""
        said: dict[str, list[Element]] = {}
        for element in self._opf.iterfind("{*}metadata//{http://purl.org/dc/elements/1.1/}*"):
            if words(element):
                said.setdefault(str(element.tag).rpartition("}")[2], []).append(element)
        return said

    def _collection(self) -> str | None:
        """What the collection is called that the book belongs to; of several the last."""
        found = self._opf.findall(f"{{*}}metadata/{{*}}meta[@property='{_PART_OF}']")
        return words(found[-1]) if found else None

    def _periodical(self) -> str | None:
        """What calibre says that news are of (``periodical:newspaper:渡口日报``)."""
        for meta in self._opf.iterfind("{*}metadata/{*}meta[@name='calibre:publication_type']"):
            kind, _, name = meta.get("content", "").partition(":")
            return name.rpartition(":")[2].strip() or None if kind == "periodical" else None
        return None

    def _people(self, elements: Iterable[Element]) -> dict[str, str]:
        """The people's names, with what they did (a term of MARC's relators), as EPUB 3 or EPUB 2 says it."""
        refined = {
            meta.get("refines"): words(meta)
            for meta in reversed(self._opf.findall("{*}metadata/{*}meta[@property='role']"))
        }
        by_attribute = "{http://www.idpf.org/2007/opf}role"
        return {words(one): refined.get(f"#{one.get('id')}", one.get(by_attribute, "")) for one in elements}

    def _identifier(self, elements: Sequence[Element]) -> str | None:
        """The identifier that the package says is the book's, else its first."""
        known = self._opf.get("unique-identifier", "")
        named = (element for element in elements if element.get("id") == known)
        found = next(named, elements[0] if elements else None)
        return None if found is None else words(found)


def labels_of(entries: Iterable[Entry]) -> Iterator[str]:
    """What lines of contents say, and the lines under them."""
    for entry in entries:
        yield entry.label
        yield from labels_of(entry.children)


def _is_document(item: Element) -> bool:
    """Whether an item of the manifest is a document that is read."""
    return item.get("media-type", _SVG) in (*_XHTML, _SVG) or item.get("href", "").endswith("html")


def _is_listed(nav: Element) -> bool:
    """Whether a list of the navigation document is read: the contents, or where the pages of a printed book begin."""
    return nav.get(f"{EPUB}type", "toc") in ("toc", "page-list")


def _listed(names: Iterable[str]) -> str | None:
    """Names with 、 between them, each once."""
    return "、".join(dict.fromkeys(names)) or None


def words(element: Element) -> str:
    """The text of an element, blanks as single spaces."""
    return re.sub(r"[ \t\r\n]+", " ", "".join(map(str, element.itertext()))).strip()


def _words(element: Element, name: str) -> list[str]:
    return element.get(name, "").split()


def _folded(name: str) -> str:
    """A name as it is compared: some programs write names in another case or in decomposed characters."""
    return normalize("NFC", name).casefold()
