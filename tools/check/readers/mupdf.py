"""Books in MuPDF, an engine that is no browser and knows little of CSS, as those of KOReader and FBReader.

    python -m tools.check.readers.mupdf BOOK.epub …

Prints a line a finding: text that is lost or that only a browser hides, pictures that stand elsewhere than in the
document, contents without steps, headings without space, blank pages, a cover that is not seen. The program is of
Debian's mupdf-tools.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from tools.check.book_rules import HTML, Book

PAGE = ("-W", "390", "-H", "640", "-S", "18")
"""A phone's page and type, CSS pixels."""
INK, SHARE = 235, 0.03
"""A dot darker than this is drawn on; a cover has this share of them, at least."""
NOT_XML = re.compile(r"&#x(?:[01]?[0-9a-f]|fff[ef]);")
"""References that MuPDF writes, and XML does not allow."""
BLOCKS = tuple(HTML + name for name in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "figcaption", "td", "th", "pre"))
HEADINGS = tuple(f"{HTML}h{level}" for level in range(1, 7))


class Place(NamedTuple):
    """Where a line or a picture stands: its page, and on it top, left, bottom and the size of its type."""

    page: int
    top: float
    left: float
    bottom: float
    size: float = 0


class Drawn:
    """A book as MuPDF sets it: its text without white space, the places of the lines, the pictures, the pages."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = ""
        self.starts: list[int] = []
        self.lines: list[Place] = []
        self.pictures: list[Place] = []
        self.pages = self._read()

    def _read(self) -> int:
        """Set the book; the number of pages."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "text.xml")
            mutool("convert", *PAGE, "-F", "stext", "-O", "preserve-images", "-o", file, self.path)
            said = file.read_text("utf-8") if file.exists() else ""
        parser = etree.XMLParser(recover=True, huge_tree=True)
        pages = list(etree.fromstring(NOT_XML.sub("?", said or "<document/>").encode(), parser).iter("page"))
        for number, page in enumerate(pages, 1):
            for element in page.iter("line", "image"):
                left, top, _, bottom = map(float, element.get("bbox").split())
                if element.tag == "image":
                    self.pictures.append(Place(number, top, left, bottom))
                    continue
                text = squeezed("".join(character.get("c") for character in element.iter("char")))
                if text:
                    self.starts.append(len(self.text))
                    self.lines.append(Place(number, top, left, bottom, float(element.find("font").get("size"))))
                    self.text += text
        return len(pages)

    def line(self, offset: int) -> int:
        """The number of the line that the character at ``offset`` stands on."""
        return bisect_right(self.starts, offset) - 1

    @cached_property
    def full(self) -> set[int]:
        """Pages with something on them."""
        return {place.page for place in (*self.lines, *self.pictures)}

    def inked(self, page: int) -> float:
        """The share of a page that is drawn on, 0 to 1."""
        with tempfile.TemporaryDirectory() as folder:
            picture = Path(folder, "page.pgm")
            mutool("draw", "-q", *PAGE, "-F", "pgm", "-c", "gray", "-o", picture, self.path, page)
            dots = picture.read_bytes().split(b"255\n", 1)[1] if picture.exists() else b""
        return sum(dot < INK for dot in dots) / max(1, len(dots))


class Part(NamedTuple):
    """A block of a document, and the first and last offset at which MuPDF's text has it."""

    element: Any
    first: int
    last: int


def mutool(*words: object) -> None:
    """Run the program; it says of every EPUB 3 that it does not know the version, so that what it says is not read."""
    subprocess.run(["mutool", *map(str, words)], capture_output=True, check=False, timeout=300)


def squeezed(text: str) -> str:
    """A text without white space, word breaks and other characters that are not drawn."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufeff]+", "", text)


def is_hidden(element: Any) -> bool:
    """Whether the document says that an element is not shown; what only a sheet hides is shown by many readers."""
    return any(e.get("hidden") is not None for e in (element, *element.iterancestors()))


def blocks(tree: Any) -> Iterator[tuple[Any, str]]:
    """The innermost blocks of a document that hold text, and their texts."""
    for element in tree.find(f"{HTML}body").iter(*BLOCKS):
        inner = next(element.iterdescendants(*BLOCKS), None) is not None
        link = element.tag == f"{HTML}a" and next(element.iterancestors(*BLOCKS), None) is not None
        text = squeezed("".join(element.itertext()))
        if text and not link and not (inner and element.find(f".//{HTML}a") is None) and not is_hidden(element):
            yield element, text


def placed(book: Book, drawn: Drawn) -> tuple[list[Part], list[str]]:
    """Every block with the place of its text, in reading order, and what is wrong with those that are not there."""
    parts, found, after = [], [], 0
    for name, tree in book.documents.items():
        for element, text in blocks(tree):
            at = drawn.text.find(text, after)
            if at < 0:
                elsewhere = "stands elsewhere" if text in drawn.text else "is lost, or not whole"
                found.append(f"{name}: {text[:16]} {elsewhere}")
                continue
            after = at + len(text)
            parts.append(Part(element, at, after - 1))
    return parts, found


def unhidden(book: Book, drawn: Drawn) -> Iterator[str]:
    """What the documents hide and MuPDF shows."""
    whole = "".join(text for tree in book.documents.values() for _, text in blocks(tree))
    for name, tree in book.documents.items():
        for element in tree.xpath("//*[@hidden]"):
            text = squeezed("".join(element.itertext()))
            if text and drawn.text.count(text) > whole.count(text):
                yield f"{name}: is hidden and seen: {text[:16]}"


def pictures(book: Book, drawn: Drawn, parts: Sequence[Part]) -> Iterator[str]:
    """Pictures that do not stand between the blocks that they stand between in the document."""
    parted = {part.element: number for number, part in enumerate(parts)}
    for name, tree in book.documents.items():
        before: Part | None = None
        for element in tree.find(f"{HTML}body").iter(*BLOCKS, f"{HTML}img"):
            if element in parted:
                before = parts[parted[element]]
            elif element.tag == f"{HTML}img" and before is not None:
                following = parts[parted[before.element] + 1 : parted[before.element] + 2]
                above = drawn.lines[drawn.line(before.last)]
                below = drawn.lines[drawn.line(following[0].first)] if following else None
                if not any(above[:2] < one[:2] and (below is None or one[:2] < below[:2]) for one in drawn.pictures):
                    yield f"{name}: a picture does not stand below {squeezed(''.join(before.element.itertext()))[:16]}"


def steps(book: Book, drawn: Drawn, parts: Sequence[Part]) -> Iterator[str]:
    """Entries of the contents that stand no further in than the entry that they are below."""
    lefts = {part.element: drawn.lines[drawn.line(part.first)].left for part in parts}
    for entry in book.documents.get(book.nav_name, etree.Element("none")).iter(f"{HTML}li"):
        anchor = next(entry.iterchildren(f"{HTML}a", f"{HTML}span"), None)
        for below in entry.iterfind(f"{HTML}ol/{HTML}li/{HTML}a"):
            if anchor in lefts and below in lefts and lefts[below] <= lefts[anchor]:
                yield f"the contents have no step before {squeezed(''.join(below.itertext()))[:16]}"


def spaces(drawn: Drawn, parts: Sequence[Part]) -> Iterator[str]:
    """Headings that follow a paragraph on its page with no more space than lines have."""
    for above, part in pairwise(parts):
        if part.element.tag not in HEADINGS or above.element.tag != f"{HTML}p" or above.element.get("class"):
            continue
        last, first = drawn.lines[drawn.line(above.last)], drawn.lines[drawn.line(part.first)]
        if last.page == first.page and first.top - last.bottom < 0.5 * last.size:
            yield f"no space above the heading {squeezed(''.join(part.element.itertext()))[:16]}"


def findings(path: Path) -> list[str]:
    """Everything that is wrong with a book in MuPDF, a line each."""
    drawn = Drawn(path)
    if not drawn.pages:
        return ["MuPDF: does not open"]
    book = Book(path)
    parts, found = placed(book, drawn)
    found += [f"page {number} is blank" for number in range(1, drawn.pages + 1) if number not in drawn.full]
    if "cover" in book.spine[0] and drawn.inked(1) < SHARE:
        found.append("the cover is not seen")
    found += [*unhidden(book, drawn), *pictures(book, drawn, parts), *steps(book, drawn, parts), *spaces(drawn, parts)]
    return [f"MuPDF: {line}" for line in found]


def main(books: list[str]) -> None:
    """Check and print."""
    found = [f"{book}\t{line}" for book in books for line in findings(Path(book))]
    print("\n".join([*found, f"\t{len(books)} books, {len(found)} findings"]))


if __name__ == "__main__":
    main(sys.argv[1:])
