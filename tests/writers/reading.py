"""Reads what the writers wrote, as strictly as a reading system may."""

from __future__ import annotations

import io
import zipfile

from lxml import etree, html

from converter.model import Issue
from converter.options import Look
from converter.writers.epub.book import write_epub
from converter.writers.web.page import write_html

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
    if element.get("class") in hidden:
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
        """The text that the documents show, in reading order, without white space."""
        return "".join(shown_by(tree.find(f"{XHTML}body"), ("quiet",)) for tree in self.documents)

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
        self.source, self.warnings = made.content.decode(), made.warnings
        self.tree = html.document_fromstring(self.source)

    def shown(self) -> str:
        """The text of the stories, in reading order, without white space; the masthead is none."""
        return shown_by(self.tree.find(".//main"), ("quiet", "page-name"))

    def headings(self) -> list[int]:
        """The levels of the headings in order."""
        return [int(e.tag[1]) for e in self.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
