"""The same books in the engines of reading systems, and faulty ones that each check has to find.

    python -m tools.check.readers build/checks

WebKitGTK, MuPDF, foliate-js, epub.js, and pages as readers made of Chromium cut them, on a phone, a six-inch device and
with text at 200 %. It needs Node, Chromium and Debian's mupdf-tools, xvfb, xauth, python3-gi-cairo, gir1.2-gtk-3.0 and
gir1.2-webkit2-4.1. Ends with 1 where a sound book has a finding, or a faulty one has not.
"""

from __future__ import annotations

import shutil
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.check import controls
from tools.check.book_rules import Book
from tools.check.everything import Checks, Findings, Run, findings_of, lines_of, report
from tools.check.readers import books, mupdf
from tools.check.readers.faults import FAULTS
from tools.make.screenshots import chromium

HERE = Path(__file__).parent
SYSTEM = "/usr/bin/python3"
"""The Python that Debian's bindings of WebKit are for."""
FEW = ("cover.xhtml", "nav.xhtml", "page01-story01.xhtml")
"""The documents of a faulty book that are looked at; its fault is in one of them."""


class Readers(Checks):
    """The engines, each a method that takes books and gives its findings."""

    def documents(self, given: Sequence[Path], engine: str) -> str:
        """The documents of the books, unpacked for an engine: a line each, book and path; of a faulty book a few."""
        lines = []
        for book in given:
            faulty = book.parent.name == "reader-controls"
            place = self.folder / "opened" / engine / book.parent.name / book.stem
            shutil.rmtree(place, ignore_errors=True)
            with zipfile.ZipFile(book) as archive:
                archive.extractall(place)
            names = [name for name in Book(book).spine if not faulty or Path(name).name in FEW]
            lines += [f"{book}\t{place / name}" for name in names]
        return "\n".join(lines)

    def paged(self, given: Sequence[Path]) -> Findings:
        """The pages of every document, in Chromium."""
        return self._node("paged.mjs", self.documents(given, "paged"))

    def engines(self, given: Sequence[Path]) -> Findings:
        """Books opened in foliate-js and in epub.js."""
        return self._node("engines.mjs", "\n".join(map(str, given)))

    def _node(self, program: str, waiting: str) -> Findings:
        return findings_of(lines_of(["node", HERE / program, self.modules, chromium()], waiting), "\t")

    def webkit(self, given: Sequence[Path]) -> Findings:
        """Documents in WebKitGTK, on a screen that nobody sees."""
        waiting = self.documents(given, "webkit")
        return findings_of(lines_of(["xvfb-run", "-a", SYSTEM, HERE / "webkit.py"], waiting), "\t")

    def mupdf(self, given: Sequence[Path]) -> Findings:
        """Books in MuPDF."""
        return [(str(book), finding) for book in given for finding in mupdf.findings(book)]


def runs(readers: Readers, sound: Sequence[Path], faulty: Sequence[controls.Control]) -> Iterator[Run]:
    """Every run, the longest first."""

    def with_own(*tools: str) -> list[Path]:
        return [*sound, *(control.path for control in faulty if control.tool in tools)]

    yield Run("WebKitGTK", ("WebKit",), lambda: readers.webkit(with_own("WebKit")))
    yield Run("pages in Chromium", ("paged",), lambda: readers.paged(with_own("paged")))
    engines = ("foliate-js", "epub.js")
    yield Run("foliate-js, epub.js", engines, lambda: readers.engines(with_own(*engines)))
    yield Run("MuPDF", ("MuPDF",), lambda: readers.mupdf(with_own("MuPDF")))


def main(folder: Path) -> None:
    """Make the books and show them to every engine."""
    needed = {"node": "nodejs", "npm": "npm", "mutool": "mupdf-tools", "xvfb-run": "xvfb"}
    if missing := [package for program, package in needed.items() if not shutil.which(program)]:
        sys.exit(f"not installed: apt-get install {' '.join(missing)}")
    readers = Readers(folder)
    readers.install()
    sound = folder / "reader-books"
    shutil.rmtree(sound, ignore_errors=True)
    made = books.make(sound)
    faulty = list(controls.books(folder / "reader-controls", sound, FAULTS))
    sys.exit(1 if report(runs(readers, made, faulty), faulty) else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
