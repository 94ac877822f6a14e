"""Pictures of what Banmian makes of its sample pages, taken by Chromium without a window, for the documents.

    python -m tools.make.screenshots docs/images

makes ``docs/images/page-820-dark.png`` and its sisters: a page, a site's front page and a story of it, a vertical page,
a book's story, contents and cover, and the annotated text, at a phone's, a tablet's and a desk's width, light and dark.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import converter
from converter.pipeline import detect, read
from converter.views.browser import annotated
from tools import SEEDS

SIZES = {390: 844, 820: 1180, 1440: 1000}  # width: height, CSS pixels
SCHEMES = {"dark": 0, "light": 1}  # as Blink numbers them
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]


def chromium() -> str:
    """The browser's program."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return found or sys.exit("Chromium is not installed: apt-get install chromium fonts-noto-cjk")


def take(browser: str, page: Path, width: int, scheme: str, picture: Path) -> None:
    """Take one picture of ``page``; the browser has a new profile every time."""
    picture.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        said = [
            f"--user-data-dir={profile}",
            f"--window-size={width},{SIZES[width]}",
            f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}",
            f"--screenshot={picture.resolve()}",
            page.resolve().as_uri(),
        ]
        done = subprocess.run([browser, *FLAGS, *said], capture_output=True, text=True, check=False, timeout=120)
    if not picture.exists():
        sys.exit(f"Chromium took no picture of {page}: {done.stderr.strip()[-300:]}")


BOTH, LIGHT, DARK = tuple(SCHEMES), ("light",), ("dark",)
PICTURES = (
    # name, file of the documents that are made, widths, schemes
    ("page", "page.html", tuple(SIZES), BOTH),
    ("front", "today/index.html", (390, 1440), BOTH),
    ("story", "today/page01-story02.html", (820,), DARK),
    ("shown", "shown.html", (390, 1440), LIGHT),
    ("vertical", "vertical/index.html", (1440,), LIGHT),
    ("book", "book/EPUB/page01-story01.xhtml", (390, 820), LIGHT),
    # the vertical book where it is not wider than the window: else the picture is blank
    ("book-vertical", "upright/EPUB/page01-story01.xhtml", (820,), LIGHT),
    ("contents", "book/EPUB/nav.xhtml", (390,), LIGHT),
    ("cover", "book/EPUB/cover.xhtml", (390,), LIGHT),
)


def make(folder: Path) -> None:
    """Make the documents that are shown."""
    page = SEEDS / "mainland-page.txt"
    converter.convert(page, folder / "page.html")
    converter.convert([page, SEEDS / "pdf-page.txt"], folder / "today", to="site", script="s2tw", both=True)
    taiwan = SEEDS / "taiwan-page.txt"
    converter.convert(taiwan, folder / "vertical", to="site", vertical=True)
    for name, seed in (("book", page), ("upright", taiwan)):
        book = converter.convert(seed, folder / f"{name}.epub", vertical=name == "upright")
        with zipfile.ZipFile(book) as archive:
            archive.extractall(folder / name)
    cut = SEEDS / "pdf-page.txt"
    (folder / "shown.html").write_bytes(annotated(read(cut), detect(read(cut))))


def main(images: Path) -> None:
    """Take every picture."""
    browser = chromium()
    images.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder))
        for name, file, widths, schemes in PICTURES:
            for width in widths:
                for scheme in schemes:
                    picture = images / f"{name}-{width}-{scheme}.png"
                    take(browser, Path(folder, file), width, scheme, picture)
                    print(picture)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
