"""Reads what the writers wrote, as strictly as a reading system may."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree, html

from converter.model import Issue
from converter.options import Look
from converter.writers.epub.book import write_epub
from converter.writers.web.page import write_html
from converter.writers.web.site import write_site

STRICT = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
TYPE = "{http://www.idpf.org/2007/ops}type"


def unspaced(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def text_of(issue: Issue) -> str:
    """All text of the blocks, without white space."""
    return unspaced("".join(block.text for block in issue.blocks()))


def shown_by(element: etree._Element, hidden: tuple[str, ...]) -> str:
    """The text under ``element``, with what its pictures say, without white space and the classes ``hidden``."""
    if element.get("class") in hidden or element.tag == f"{XHTML}nav":
        return ""
    pieces = [element.get("alt") or element.text or ""]
    for child in element:
        pieces += [shown_by(child, hidden), child.tail or ""]
    return unspaced("".join(pieces))


class Book:
    """An EPUB, opened: ``trees`` by file name; ``documents`` are those of stories, in reading order."""

    def __init__(self, issue: Issue, look: Look = Look()) -> None:
        self.data, self.warnings = write_epub(issue, look)
        self.archive = zipfile.ZipFile(io.BytesIO(self.data))
        self.files = {name.removeprefix("EPUB/"): self.archive.read(name) for name in self.archive.namelist()}
        marked_up = (".xhtml", ".opf", ".ncx", ".svg", ".xml")
        self.trees = {n: etree.fromstring(data, STRICT) for n, data in self.files.items() if n.endswith(marked_up)}
        self.package, self.ncx, self.nav = (self.trees[n] for n in ("content.opf", "toc.ncx", "nav.xhtml"))
        files = {item.get("id"): item.get("href") for item in self.package.iter(f"{OPF}item")}
        self.spine = [files[item.get("idref")] for item in self.package.iter(f"{OPF}itemref")]
        self.documents = [self.trees[name] for name in self.spine if name.startswith("page")]

    def shown(self) -> str:
        """The text that the documents show, in reading order, without white space; lists of stories are none."""
        read = [self.trees[name] for name in self.spine if name.startswith(("page", "sheet"))]
        return "".join(shown_by(tree.find(f"{XHTML}body"), ("quiet",)) for tree in read)

    def contents(self, kind: str = "toc") -> list[tuple[str, str]]:
        """The links of one list of the navigation document, as address and label."""
        lists = [nav for nav in self.nav.iter(f"{XHTML}nav") if nav.get(TYPE) == kind]
        return [(a.get("href"), a.text) for nav in lists for a in nav.iter(f"{XHTML}a")]

    def said(self, name: str) -> list[str]:
        """The values of a Dublin Core element, or of a property."""
        meta = self.package.iter(f"{DC}{name}", f"{OPF}meta")
        return [e.text for e in meta if e.tag == DC + name or e.get("property") == name]


class Page:
    """An HTML page, read."""

    def __init__(self, issue: Issue, look: Look = Look()) -> None:
        made = write_html(issue, look)
        self.source, self.warnings = b"".join(made.content).decode(), made.warnings
        self.tree = html.document_fromstring(self.source)

    def shown(self) -> str:
        """The text of the stories, in reading order, without white space; the masthead is none."""
        return shown_by(self.tree.find(".//main"), ("quiet", "page-name"))

    def headings(self) -> list[int]:
        """The levels of the headings in order."""
        return [int(e.tag[1]) for e in self.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]


def cover_of(book: Book) -> tuple[str, str | None, list[str]]:
    """The cover image's file, what EPUB 2's way says it is, and the pictures that the cover's page shows."""
    (item,) = (item for item in book.package.iter(f"{OPF}item") if item.get("properties") == "cover-image")
    (named,) = (meta.get("content") for meta in book.package.iter(f"{OPF}meta") if meta.get("name") == "cover")
    page = book.trees.get("cover.xhtml")
    assert named == item.get("id")
    return (
        item.get("href"),
        item.get("media-type"),
        [e.get("src") for e in page.iter("{*}img")] if page is not None else [],
    )


class Site:
    """A site, read: ``trees`` by file name."""

    def __init__(self, issue: Issue, look: Look = Look()) -> None:
        self.files, self.warnings = write_site(issue, look)
        self.trees = {n: html.document_fromstring(d.decode()) for n, d in self.files.items() if n.endswith(".html")}
        self.front = self.trees["index.html"]

    def texts(self, path: str, page: str = "index.html") -> list[str]:
        """The text of every element that ``path`` finds in a page."""
        return [" ".join(element.text_content().split()) for element in self.trees[page].xpath(path)]

    def shown(self) -> str:
        """The text of the stories' pages, and of what stands beside stories on the front page; excerpts are none."""
        elements = [tree.find(".//main") for name, tree in self.trees.items() if "-story" in name]
        elements += self.front.xpath("//div[@class='pictures'] | //footer[@class='margins']")
        return "".join(shown_by(element, ("quiet",)) for element in elements)

    def lost_ways(self) -> list[str]:
        """The links that lead nowhere, as page and address; those to the web are left out."""
        ids = {name: set(tree.xpath("//@id")) for name, tree in self.trees.items()}
        lost = []
        for name, tree in self.trees.items():
            for href in tree.xpath("//a/@href | //link/@href | //img/@src"):
                if href.startswith(("http", "mailto:")):
                    continue
                file, _, target = href.partition("#")
                file = posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name
                if file not in self.files or (target and target not in ids[file]):
                    lost.append(f"{name} {href}")
        return lost
