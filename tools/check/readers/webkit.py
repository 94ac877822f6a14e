"""Documents of books in WebKitGTK, of the family of Safari's and Apple Books' engine.

    xvfb-run -a /usr/bin/python3 tools/check/readers/webkit.py [--pictures FOLDER] < list

The list has a line a document: BOOK, a tab, its path. Prints "BOOK<tab>finding" for each, and last a line of figures:
pages of two sizes as ``paged.js`` cuts them, words painted with lost or overprinted letters, paragraphs set ragged.
Boxes are right where painting is wrong, so that words are compared as ink, each with the same word drawn alone. It runs
in the system's Python, which has the bindings: Debian's python3-gi-cairo, gir1.2-gtk-3.0 and gir1.2-webkit2-4.1.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

WIDTH, HEIGHT, SIZE, ZOOM = 390, 640, 18, 2
"""A phone's page and type, CSS pixels, and how many dots one of them is."""
SIX_INCH = (536, 724, 20)
"""The same of a device of six inches, where a standing picture is higher for its page."""
ELSEWHERE = 0.18
"""The share of a word's ink that may stand elsewhere: 0.1 at most if it is painted right, 0.25 if a digit is lost."""
LIMIT = 60
"""Seconds for a document."""
HERE = Path(__file__).parent
SCRIPTS = "".join(HERE.joinpath(name).read_text("utf-8") for name in ("painted.js", "paged.js"))


class Picture:
    """A document as it is painted: a dot is four bytes, of which one is green."""

    def __init__(self, surface: Any) -> None:
        self.dots, self.stride = bytes(surface.get_data()), surface.get_stride()
        self.width, self.height = surface.get_width(), surface.get_height()

    def ink(self, box: Sequence[float]) -> list[float]:
        """How dark each column of a box is; the ground is 0."""
        left, top, width, height = (int(ZOOM * side) for side in box)
        first, last = 4 * max(0, left) + 1, 4 * (left + width + 1)
        rows = (self.stride * y for y in range(max(0, top), min(top + height + 1, self.height)))
        cut = [self.dots[row + first : row + min(last, self.stride) : 4] for row in rows]
        lines = list(map(sum, zip(*cut, strict=True)))
        ground = max(lines, default=0)
        return [float(ground - line) for line in lines]


def unlike(ink: Sequence[float], proof: Sequence[float]) -> float:
    """The share of the proof's ink that the word has elsewhere, at the best of a few shifts of it; 1 where it has none.

    Both are made softer first and moved by halves, since the same word at another part of a dot has other greys.
    """

    def soft(row: Sequence[float]) -> list[float]:
        padded = [0.0, 0.0, *row, 0.0, 0.0]
        return [sum(padded[place : place + 5]) / 5 for place in range(len(row))]

    one, other = [0.0] * 4 + soft(ink) + [0.0] * 8, soft(proof)
    halves = [(one[place // 2] + one[(place + 1) // 2]) / 2 for place in range(2 * len(one) - 1)]
    moved = (halves[by : by + 2 * len(other) : 2] for by in range(17))
    off = (sum(abs(a - b) for a, b in zip(row, other, strict=False)) for row in moved)
    return min(off) / sum(other) if sum(other) else 1.0


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End with the error: what is raised in a call from the window's loop would go by, and the loop go on for ever."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


class Reader:
    """A window without a screen that shows one document after the other."""

    def __init__(self, waiting: list[list[str]], pictures: Path | None) -> None:
        self.waiting, self.pictures = waiting, pictures
        self.documents = self.words = self.pages = 0
        self.window = Gtk.OffscreenWindow()
        self.view = WebKit2.WebView.new_with_context(WebKit2.WebContext.new_ephemeral())
        self.window.add(self.view)
        self.shape(WIDTH, HEIGHT)
        self.view.set_zoom_level(ZOOM)
        self.view.connect("load-changed", self.loaded)
        self.late = 0
        self.window.show_all()

    def shape(self, width: int, height: int) -> None:
        """Make the window as large as a page, CSS pixels."""
        self.window.set_default_size(ZOOM * width, ZOOM * height)
        self.window.resize(ZOOM * width, ZOOM * height)
        self.view.set_size_request(ZOOM * width, ZOOM * height)

    def run(self) -> None:
        """Show every document."""
        GLib.idle_add(self.following)
        Gtk.main()

    def following(self) -> None:
        """Load the next document."""
        if self.late:
            GLib.source_remove(self.late)
            self.late = 0
        if not self.waiting:
            Gtk.main_quit()
            return
        self.book, self.path = self.waiting.pop(0)
        self.late = GLib.timeout_add_seconds(LIMIT, self.too_late)
        self.view.load_uri(Path(self.path).as_uri())

    def too_late(self) -> bool:
        """Say that the document has not come to its end, and go on."""
        self.late = 0
        self.say(f"is not read in {LIMIT} s")
        self.following()
        return False

    def say(self, finding: str) -> None:
        """Print a finding in the document that is shown."""
        print(f"{self.book}\tWebKit: {Path(self.path).name}: {finding}", flush=True)

    def asked(self, script: str, then: Callable[[Any], object]) -> None:
        """Run a script in the document and hand on what it gives."""

        def answered(view: Any, result: Any) -> None:
            then(json.loads(view.evaluate_javascript_finish(result).to_string()))

        self.view.evaluate_javascript(f"{SCRIPTS}; JSON.stringify({script})", -1, None, None, None, answered)

    def loaded(self, _view: Any, event: Any) -> None:
        """Set the type's size, as a reader does, and look at the words once they are laid out."""
        if event == WebKit2.LoadEvent.FINISHED:
            sized = f"(document.documentElement.style.fontSize = '{SIZE}px', document.fonts.ready, 0)"
            self.asked(sized, lambda _: GLib.timeout_add(60, self.asked, "[ragged(), words()]", self.measured))

    def measured(self, answer: Any) -> None:
        """Take a picture of the document with the proofs of its words.

        Of a vertical one WebKitGTK gives a picture that is moved or cut off, so that its words are not compared.
        """
        short, told = answer
        for finding in short:
            self.say(finding)
        if told["vertical"]:
            self.paged()
        else:
            GLib.timeout_add(60, self.snapshot, told)

    def snapshot(self, told: Any) -> None:
        """Ask for the picture."""

        def taken(view: Any, result: Any) -> None:
            self.judged(told, view.get_snapshot_finish(result))

        region, options = WebKit2.SnapshotRegion.FULL_DOCUMENT, WebKit2.SnapshotOptions.NONE
        self.view.get_snapshot(region, options, None, taken)

    def judged(self, told: Any, surface: Any) -> None:
        """Compare the words with their proofs."""
        picture = Picture(surface)
        if self.pictures:
            self.pictures.mkdir(parents=True, exist_ok=True)
            surface.write_to_png(str(self.pictures / f"{Path(self.book).stem}-{Path(self.path).stem}.png"))
        for around, seen, alone in told["words"]:
            off = unlike(picture.ink(seen), picture.ink(alone))
            if off > ELSEWHERE:
                self.say(f"is painted wrong, {off:.0%} of the ink elsewhere: {around}")
        self.words += len(told["words"])
        self.paged()

    def paged(self) -> None:
        """Cut the document into a phone's pages, then into those of six inches."""
        script = f"(document.getElementById('proofs').remove(), paged({WIDTH}, {HEIGHT}, {SIZE}))"
        self.asked(script, self.cut)

    def cut(self, answer: Any) -> None:
        """Say what is wrong with a phone's pages, and make the window larger."""
        self.told(answer, "")
        self.shape(*SIX_INCH[:2])
        GLib.timeout_add(60, self.asked, "paged({}, {}, {})".format(*SIX_INCH), self.cut_again)

    def cut_again(self, answer: Any) -> None:
        """Say what is wrong with the larger pages, and go on."""
        self.told(answer, "six-inch: ")
        self.shape(WIDTH, HEIGHT)
        self.documents += 1
        self.following()

    def told(self, answer: Any, size: str) -> None:
        """Say what is wrong with the pages of a size."""
        for finding in answer["found"]:
            self.say(f"{size}{finding}")
        self.pages += answer["pages"]


def main(arguments: Sequence[str]) -> None:
    """Check and print."""
    sys.excepthook = fail
    pictures = Path(arguments[arguments.index("--pictures") + 1]) if "--pictures" in arguments else None
    reader = Reader([line.split("\t") for line in sys.stdin.read().splitlines() if line], pictures)
    reader.run()
    print(f"\t{reader.documents} documents, {reader.words} words, {reader.pages} pages")


if __name__ == "__main__":
    main(sys.argv[1:])
