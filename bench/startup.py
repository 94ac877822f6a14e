"""A page of text to an EPUB, as a whole process: Banmian against pandoc, run by turns.

    python bench/startup.py [page.txt] [--runs 15]

Each run starts a new process, as a user's shell does. Medians in milliseconds; the ratio is Banmian's to pandoc's.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent


def milliseconds(command: list[str], folder: str) -> float:
    """How long ``command`` takes in ``folder``; a command that fails ends the bench."""
    start = perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    took = (perf_counter() - start) * 1000
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed: {done.stderr.decode(errors='replace').strip()}")
    return took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="?", type=Path, default=ROOT / "seeds" / "mainland-page.txt")
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    page = str(options.page.resolve())
    banmian = str(Path(sys.executable).with_name("banmian"))
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "banmian --help": [banmian, "--help"],
        "banmian, EPUB": [banmian, "convert", page, "-o", "x.epub"],
        "banmian, HTML": [banmian, "convert", page, "-o", "x.html"],
    }
    if shutil.which("pandoc"):
        commands["pandoc, EPUB"] = ["pandoc", "-f", "markdown", page, "-o", "y.epub"]
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        for command in commands.values():  # the first run reads the disk
            milliseconds(command, folder)
        for _ in range(options.runs):
            for name, command in commands.items():
                times[name].append(milliseconds(command, folder))
    print(f"{options.page.name}, {options.runs} runs each by turns: median and least, ms")
    for name, took in times.items():
        print(f"  {name:16}{median(took):8.1f}{min(took):8.1f}")
    if "pandoc, EPUB" in times:
        print(f"banmian / pandoc = {median(times['banmian, EPUB']) / median(times['pandoc, EPUB']):.2f}")
    else:
        print("pandoc is not installed (apt-get install pandoc), so there is nothing to compare with.")


if __name__ == "__main__":
    main()
