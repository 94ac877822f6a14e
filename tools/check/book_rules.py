"""What the public validators of EPUB do not look at, for any number of books.

    python -m tools.check.book_rules BOOK.epub …                  the books alone
    python -m tools.check.book_rules BOOK.epub --source PAGE.txt  and that no character of its source is lost

Prints a line a finding, and ends with 1 where there is one. Every rule is a function whose docstring says it.
"""

from __future__ import annotations

import posixpath
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from unicodedata import normalize

from lxml import etree

HTML, OPS = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/ops}"
OPF, DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
NCX, LANG = "{http://www.daisy.org/z3986/2005/ncx/}", "{http://www.w3.org/XML/1998/namespace}lang"
STRICT = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
HAN = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60"
LARGEST = 300 * 1024
_NO_WAY = "//text()[not(ancestor::h:nav)]"
NEEDED = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary")
HEADINGS = tuple(f"{HTML}h{level}" for level in range(1, 7))
INLINE = tuple(HTML + name for name in ("a", "em", "ruby", "span", "strong", "sub", "sup"))
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]"
)


class Book:
    """A book, opened: its files by name, its parsed documents in reading order, its lists of links."""

    def __init__(self, path: Path) -> None:
        self.raw = path.read_bytes()
        self.archive = zipfile.ZipFile(path)
        self.files = {name: self.archive.read(name) for name in self.archive.namelist()}
        self.place: str = self.parsed("META-INF/container.xml").find(".//{*}rootfile").get("full-path")
        self.package = self.parsed(self.place)
        self.items = {item.get("id"): item for item in self.package.iter(f"{OPF}item")}
        self.spine = [self.at(self.items[ref.get("idref")].get("href")) for ref in self.package.iter(f"{OPF}itemref")]
        self.documents = {name: self.parsed(name) for name in self.spine}
        self.nav_name = next(
            self.at(i.get("href")) for i in self.items.values() if "nav" in i.get("properties", "").split()
        )
        self.lists = {nav.get(f"{OPS}type"): nav for nav in self.parsed(self.nav_name).iter(f"{HTML}nav")}

    def parsed(self, name: str) -> Any:
        """The root of an XML file."""
        return etree.fromstring(self.files[name], STRICT)

    def at(self, href: str, base: str | None = None) -> str:
        """The name of the file that ``href`` leads to, from the package document or from ``base``."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(base or self.place), href.partition("#")[0]))

    def links(self, kind: str) -> list[tuple[str, str]]:
        """A list of the navigation document as addresses and labels."""
        anchors = self.lists[kind].iter(f"{HTML}a") if kind in self.lists else ()
        return [(self.address(a.get("href"), self.nav_name), _text(a)) for a in anchors]

    def address(self, href: str, base: str) -> str:
        """File and fragment that ``href`` leads to."""
        return "#".join(filter(None, (self.at(href, base) if href[0] != "#" else base, href.partition("#")[2])))

    def said(self, name: str) -> list[str]:
        """The values of a Dublin Core element or of a property."""
        meta = self.package.iter(f"{DC}{name}", f"{OPF}meta")
        return [e.text or "" for e in meta if e.tag == DC + name or e.get("property") == name]


def _text(element: Any) -> str:
    """What an element says: its text, else what is said of its pictures."""
    said = "".join(element.itertext()).strip() or " ".join(one.get("alt") or "" for one in element.iter(f"{HTML}img"))
    return " ".join(said.split())


def container(book: Book) -> Iterator[str]:
    """The zip begins as the standard says (EPUB 3.3, 4.3), and says nothing of clock and user."""
    entries = book.archive.infolist()
    first = entries[0]
    if first.filename != "mimetype" or first.compress_type or first.extra or book.raw[38:58] != b"application/epub+zip":
        yield "the mimetype is not first, stored and bare"
    modes = {entry.external_attr >> 16 & 0o777 for entry in entries}
    if len({entry.date_time for entry in entries}) > 1 or modes != {0o644}:
        yield "times or modes of the entries differ"


def files(book: Book) -> Iterator[str]:
    """The files' names are safe everywhere, and no file is empty or too large."""
    entries = book.archive.infolist()
    folded = Counter(normalize("NFC", entry.filename).casefold() for entry in entries)
    yield from (f"two files are called {name}" for name, count in folded.items() if count > 1)
    for entry in entries:
        if not re.fullmatch(r"[A-Za-z0-9._/-]+", entry.filename):
            yield f"{entry.filename!r} is no safe name"
        if not entry.file_size or entry.filename.endswith(".xhtml") and entry.file_size > LARGEST:
            yield f"{entry.filename} has {entry.file_size} bytes"


def metadata(book: Book) -> Iterator[str]:
    """The package names its language, who made it, and how it can be read; what it says of pictures is true."""
    if book.package.get(LANG) != next(iter(book.said("language")), None):
        yield "the package's xml:lang is not its dc:language"
    needed = ("title", "identifier", "language", "creator", "dcterms:modified", *(f"schema:{name}" for name in NEEDED))
    yield from (f"there is no {name}" for name in needed if not any(map(str.strip, book.said(name))))
    shown = any(True for name, tree in book.documents.items() if "cover" not in name for _ in tree.iter(f"{HTML}img"))
    if shown != ("visual" in book.said("schema:accessMode")):
        yield "the access mode visual is not said where there are pictures, or is where there are none"
    if book.said("dcterms:conformsTo") and not book.said("a11y:certifiedBy"):
        yield "conformance is claimed and nobody vouches for it"


def contents(book: Book) -> Iterator[str]:
    """The contents lead to every document in reading order."""
    toc = book.links("toc")
    order = [book.spine.index(address.partition("#")[0]) for address, _ in toc]
    if order != sorted(order):
        yield "the contents are not in reading order"
    reached = {address.partition("#")[0] for address, _ in toc} | {book.nav_name}
    yield from (f"{name} is not in the contents" for name in book.spine if name not in reached)


def printed_pages(book: Book) -> Iterator[str]:
    """Printed pages are all listed, and no list but the contents is shown where they are read."""
    shown = [book.lists[kind].get("hidden") is None for kind in ("landmarks", "page-list") if kind in book.lists]
    if book.nav_name in book.spine and any(shown):
        yield "landmarks or page list are not hidden"
    pages = [
        f"{name}#{element.get('id')}"
        for name, tree in book.documents.items()
        for element in tree.iter()
        if element.get(f"{OPS}type") == "pagebreak"
    ]
    if pages != [address for address, _ in book.links("page-list")]:
        yield "the page list is not the page breaks"


def older_contents(book: Book) -> Iterator[str]:
    """The NCX, the contents for readers of EPUB 2, says what the contents say."""
    for item in book.items.values():
        if item.get("media-type") == "application/x-dtbncx+xml":
            yield from _ncx(book, book.at(item.get("href")), book.links("toc"))


def _ncx(book: Book, name: str, toc: list[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with one NCX."""
    tree = book.parsed(name)
    points = list(tree.iter(f"{NCX}navPoint"))
    told = [(book.address(p.find(f"{NCX}content").get("src"), name), _text(p.find(f"{NCX}navLabel"))) for p in points]
    if told != toc:
        yield f"the NCX has other entries than the contents: {next((a for a in told if a not in toc), 'fewer')}"
    turns = [int(point.get("playOrder") or 0) for point in points]
    if turns != sorted(set(turns)):
        yield "the NCX's order of play does not rise"
    deepest = max((len(list(p.iterancestors(f"{NCX}navPoint"))) + 1 for p in points), default=0)
    if [e.get("content") for e in tree.iter(f"{NCX}meta") if e.get("name") == "dtb:depth"] != [str(deepest)]:
        yield "the NCX's depth is wrong"


def documents(book: Book) -> Iterator[str]:
    """Each document has the book's language, one first heading, no level left out, and a title that names a heading.

    A story without a headline has no first heading; its section's label stands for that.
    """
    language = book.said("language")[0]
    for name, tree in book.documents.items():
        if {tree.get("lang"), tree.get(LANG)} != {language}:
            yield f"{name}: its language is {tree.get('lang')}, {tree.get(LANG)}"
        labels = tree.xpath("//*[@role='doc-chapter']/@aria-label")
        heads = [*((1, label) for label in labels), *((int(e.tag[-1]), _text(e)) for e in tree.iter(*HEADINGS))]
        levels = [level for level, _ in heads]
        if levels[:1] != [1] or levels.count(1) > 1 or any(below > above + 1 for above, below in pairwise(levels)):
            yield f"{name}: its headings' levels are {levels}"
        if not any(text and text in _text(tree.find(f".//{HTML}title")) for _, text in heads):
            yield f"{name}: its title names none of its headings"


def links(book: Book) -> Iterator[str]:
    """Every link inside the book leads somewhere, those of its contents too."""
    ids = {name: set(tree.xpath("//@id")) for name, tree in book.documents.items()}
    for name, tree in {**book.documents, book.nav_name: book.parsed(book.nav_name)}.items():
        for href in tree.xpath("//@href | //@src"):
            file, _, target = book.address(href, name).partition("#")
            outside = re.match(r"[a-z]+:", href)
            if not outside and (file not in book.files or target and target not in ids.get(file, {target})):
                yield f"{name}: {href} leads nowhere"


def texts(book: Book) -> Iterator[str]:
    """A document's text is whole: no empty element, no blanks of formatting, nothing unseen, no style of its own.

    Only the links over the cover say where they lie.
    """
    for name, tree in book.documents.items():
        for element in tree.iter(f"{HTML}p", f"{HTML}li", f"{HTML}figcaption", *HEADINGS):
            yield from (f"{name}: {finding}" for finding in _blanks(element))
        yield from (f"{name}: white space of formatting after {text!r}" for text in _parted(tree))
        if found := UNSEEN.search("".join(tree.itertext())):
            yield f"{name}: the unseen character U+{ord(found[0]):04X}"
        if tree.xpath("//*[@style][not(parent::*[@class='jacket'])]"):
            yield f"{name}: a style attribute"


def _blanks(element: Any) -> Iterator[str]:
    """What is empty or blank in an element of text."""
    if any(child.tag in (f"{HTML}ol", f"{HTML}ul", f"{HTML}p") for child in element):
        return  # what it holds stands on lines of its own
    text = "".join(element.itertext())
    if not text.strip() and element.find(f".//{HTML}img") is None:
        yield f"an empty {element.tag.removeprefix(HTML)}"
    if element.tag == f"{HTML}p" and text != text.strip("\t\n\r \u3000"):
        yield f"blanks at an end of {text.strip()[:12]!r}"
    if found := re.search(f"[{HAN}]([ \u3000]{{2,}}|[\t\n]+)[{HAN}]", text):
        yield f"blanks between characters in {found[0]!r}"


def _parted(tree: Any) -> Iterator[str]:
    """The text of inline elements that a line of the file's formatting parts from the next one."""
    for element in tree.iter(*INLINE):
        after, tail = element.getnext(), element.tail or ""
        if after is not None and after.tag in INLINE and tail.isspace() and "\n" in tail:
            yield _text(element)[:12]


def style(book: Book) -> Iterator[str]:
    """Style sheets leave size and colours to the reader, have no absolute length and no rule for what is not there."""
    classes = {name for tree in book.documents.values() for value in tree.xpath("//@class") for name in value.split()}
    for name, data in book.files.items():
        if not name.endswith(".css"):
            continue
        sheet = re.sub(r"/\*.*?\*/", "", data.decode(), flags=re.DOTALL)
        for selector, rules in re.findall(r"([^{};]+)\{([^{}]*)\}", sheet):
            selector = selector.strip()
            if unused := set(re.findall(r"\.([A-Za-z][\w-]*)", selector)) - classes:
                yield f"{name}: no element has the class {', '.join(sorted(unused))}"
            if re.search(r"[\d.]+(px|pt|rem|cm|mm|in)\b", rules):
                yield f"{name}: an absolute length in {selector}"
            if re.match(r"(html|body|:root)\b[^.]*$", selector) and re.search(
                r"(^|[;\s])(font-size|color|background(-color)?)\s*:", rules
            ):
                yield f"{name}: {selector} sets size or colour"


RULES: tuple[Callable[[Book], Iterator[str]], ...] = (
    container,
    files,
    metadata,
    contents,
    printed_pages,
    older_contents,
    documents,
    links,
    texts,
    style,
)


def lost(book: Book, source: str) -> Iterator[str]:
    """Every character of the source that is not white space is in the book as often, outside of lists of ways."""
    texts = (text for tree in book.documents.values() for text in tree.xpath(_NO_WAY, namespaces={"h": HTML[1:-1]}))
    missing = _characters(source) - _characters("".join(texts))
    if missing:
        yield f"{missing.total()} characters of the source are missing: {''.join(list(missing)[:20])}"


def _characters(text: str) -> Counter[str]:
    return Counter("".join(normalize("NFC", text).split()))


def findings(path: Path, source: Path | None = None) -> list[str]:
    """Everything that is wrong with a book, a line each."""
    book = Book(path)
    found = [f"{rule.__name__}: {line}" for rule in RULES for line in rule(book)]
    return found + ([f"text: {line}" for line in lost(book, source.read_text("utf-8"))] if source else [])


def main(arguments: list[str]) -> None:
    """Check and print."""
    source = Path(arguments[arguments.index("--source") + 1]) if "--source" in arguments else None
    books = [Path(argument) for argument in arguments if argument.endswith(".epub")]
    if not books:
        sys.exit(__doc__)
    found = [f"{book}: {line}" for book in books for line in findings(book, source)]
    print("\n".join([*found, f"Own checks: {len(books)} books, {len(found)} findings."]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
