"""A page of text, and 200 of it in one file, to an EPUB: Banmian, pandoc and calibre, whole processes run by turns.

    python bench/peers.py [page.txt] [--runs 9] [--check]

A peer that is not installed is left out (``apt-get install pandoc calibre``); calibre, which takes seconds, makes the
page alone. ``--check`` fails above twice a ratio in ``ratios.tsv``.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from _processes import measured, report, table

ROOT = Path(__file__).parent.parent
COPIES = 200


def commands_for(page: str, alone: bool) -> dict[str, list[str]]:
    """The commands of those that are installed."""
    peers = {
        "banmian": [str(Path(sys.executable).with_name("banmian")), "convert", page, "-o", "a.epub", "--quiet"],
        "pandoc": ["pandoc", "-f", "markdown", page, "-o", "b.epub"],
        "calibre": ["ebook-convert", page, "c.epub"],
    }
    return {
        name: command for name, command in peers.items() if shutil.which(command[0]) and (alone or name != "calibre")
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="?", type=Path, default=ROOT / "seeds" / "mainland-page.txt")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    ratios: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder, "many.txt")
        many.write_text("\n\n".join([options.page.read_text("utf-8-sig")] * COPIES), "utf-8")
        for name, page in (("a page", options.page.resolve()), (f"{COPIES} pages", many)):
            runs = options.runs if page != many else max(1, options.runs // 3)
            costs = measured(commands_for(str(page), page != many), folder, runs)
            print(f"{name}, {runs} runs each by turns")
            print(table(costs))
            mine = costs.pop("banmian")
            ratios |= {f"{name}: banmian / {peer}": mine.processor / one.processor for peer, one in costs.items()}
    report(ratios, options.check)


if __name__ == "__main__":
    main()
