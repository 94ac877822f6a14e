"""What a start costs, as whole processes run by turns, beside a Python that does nothing: ``startup.py [PAGE]``.

    python bench/startup.py [page.txt] [--runs 15] [--check]

Each run starts a new process, as a user's shell does. ``--check`` fails above twice a ratio in ``ratios.tsv``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from _processes import measured, report, table

ROOT = Path(__file__).parent.parent
BARE = "python -c pass"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="?", type=Path, default=ROOT / "seeds" / "mainland-page.txt")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    page = str(options.page.resolve())
    banmian = str(Path(sys.executable).with_name("banmian"))
    commands = {
        BARE: [sys.executable, "-c", "pass"],
        "import converter": [sys.executable, "-c", "import converter"],
        "banmian --version": [banmian, "--version"],
        "banmian --help": [banmian, "--help"],
        "banmian, HTML": [banmian, "convert", page, "-o", "x.html"],
        "banmian, EPUB": [banmian, "convert", page, "-o", "x.epub"],
    }
    with tempfile.TemporaryDirectory() as folder:
        costs = measured(commands, folder, options.runs)
    print(f"{options.page.name}, {options.runs} runs each by turns")
    print(table(costs))
    report(
        {f"{name} / {BARE}": costs[name].processor / costs[BARE].processor for name in commands if name != BARE},
        options.check,
    )


if __name__ == "__main__":
    main()
