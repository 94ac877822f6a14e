"""What a change of script costs: ``script.py [PAGE] [--runs 9]``.

Cold: whole processes that make an HTML page with ``--script zh-Hant-TW`` and without, by turns; the difference. Bulk:
MB of UTF-8 a second of the processor's time for ``convert_script`` over different text (the page's lines in many
orders), all layers, after one warm-up, and for OpenCC alone by the same configuration.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import opencc

from converter import convert_script

BULK = {"zh-Hant-TW": "s2tw", "zh-Hant-HK": "s2hk", "s2twp": "s2twp", "s2hk": "s2hk", "t2s": "t2s"}
"""What is measured in bulk, and OpenCC's configuration beside it; to simplified it is what that makes of the page."""

ROOT = Path(__file__).parent.parent


def cold(page: str, runs: int) -> dict[str, list[float]]:
    """Milliseconds of each kind of run."""
    command = [str(Path(sys.executable).with_name("banmian")), "convert", page, "-o", "x.html", "-q"]
    took: dict[str, list[float]] = {"no change": [], "zh-Hant-TW": []}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(runs + 1):
            for name, times in took.items():
                start = perf_counter()
                subprocess.run(
                    command + (["--script", name] if name in ("zh-Hant-TW",) else []), cwd=folder, check=True
                )
                if number:  # the first run reads the disk
                    times.append((perf_counter() - start) * 1000)
    return took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="?", type=Path, default=ROOT / "seeds" / "mainland-page.txt")
    parser.add_argument("--runs", type=int, default=9)
    said = parser.parse_args()
    took = cold(str(said.page.resolve()), said.runs)
    for name, times in took.items():
        print(f"{name:12} median {median(times):7.1f} ms, least {min(times):7.1f} ms")
    more = [median(took["zh-Hant-TW"]) - median(took["no change"]), min(took["zh-Hant-TW"]) - min(took["no change"])]
    print(f"cold, a change of script costs {more[0]:.0f} ms more by the medians, {more[1]:.0f} ms by the least")
    lines = said.page.read_text(encoding="utf-8-sig").splitlines()
    order = random.Random(1)
    text = "\n".join("\n".join(order.sample(lines, len(lines))) for _ in range(100))
    traditional = opencc.OpenCC("s2t").convert(text)
    for target, steps in BULK.items():
        source = traditional if steps == "t2s" else text
        ours, alone = rate(partial(convert_script, target=target), source), rate(opencc.OpenCC(steps).convert, source)
        print(f"bulk, {target:10}: {ours:.1f} MB/s, OpenCC alone {alone:.1f}")


def rate(convert: Callable[[str], str], text: str) -> float:
    """MB of ``text`` a second of the processor's time, the best of three after a warm-up."""
    convert(text)
    times = []
    for _ in range(3):
        start = process_time()
        convert(text)
        times.append(process_time() - start)
    return len(text.encode()) / 1e6 / min(times)


if __name__ == "__main__":
    main()
