"""Pictures of HTML pages, taken by Chromium without a window: at a phone's, a tablet's and a desk's width, light and dark.

    python tools/screenshots.py docs/images demo/mainland-page.html …

makes ``docs/images/mainland-page-820-dark.png`` and its five sisters.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

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


def main(folder: Path, pages: list[Path]) -> None:
    """Take every picture."""
    browser = chromium()
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        for width in SIZES:
            for scheme in SCHEMES:
                picture = folder / f"{page.stem}-{width}-{scheme}.png"
                take(browser, page, width, scheme, picture)
                print(picture)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), [Path(page) for page in sys.argv[2:]])
