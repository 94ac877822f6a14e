"""Fuzz all targets or some: ``python -m tools.fuzz [--seconds N] [TARGET …]``.

Each gets an even share of the time in a process of its own, as many at once as there are processors, and begins with
its committed seeds and what earlier runs found to reach more of the code (``build/fuzz/corpus``). Growth is a target as
well. Finds go to ``build/fuzz/finds``, and end the run with 1.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from tools.fuzz.tokens import MODULES, dictionary

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build" / "fuzz"
GROWTH = "growth"
LARGEST_INPUT = 6000
"""Bytes of one input: enough for two pages' structure, few enough for hundreds of inputs a second."""

MEGABYTES = 2048
"""What a process may have."""

SEED = 1 if os.environ.get("CI") else None
"""What chance begins with: the same in every run where tests draw the same examples, so that a red run is red again."""

_DONE = re.compile(r"Done (\d+) runs in (\d+)|#(\d+)\s", re.ASCII)


class Told(NamedTuple):
    """What a target's share came to."""

    runs: int
    seconds: float
    finds: tuple[str, ...]


def fuzz(name: str, seconds: int, finds: Path) -> Told:
    """Fuzz one target for so long; a process that an input ends is started anew."""
    corpus = BUILD / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    words = BUILD / f"{name}.dict"
    words.write_text(dictionary(name), "ascii")
    before, began, runs = kept(finds, name), time.monotonic(), 0
    while (left := round(seconds - (time.monotonic() - began))) > 0:
        log = BUILD / f"{name}.log"
        command = [sys.executable, "-m", "tools.fuzz.one", name, str(finds), f"-max_total_time={left}"]
        command += [f"-dict={words}", f"-artifact_prefix={finds / name}-", f"-max_len={LARGEST_INPUT}", "-timeout=60"]
        command += [
            f"-rss_limit_mb={MEGABYTES}",
            "-print_final_stats=1",
            f"-seed={SEED or 0}",
            str(corpus),
            str(HERE / "seeds" / name),
        ]
        with log.open("wb") as said:
            ended = subprocess.run(command, stdout=said, stderr=said, cwd=HERE.parents[1]).returncode
        done = [int(found[1] or found[3]) for found in _DONE.finditer(log.read_text("utf-8", "replace"))]
        runs += max(done, default=0)
        if ended and not done:
            sys.exit(f"{name} did not begin: {log.read_text('utf-8', 'replace')[-2000:]}")
    return Told(runs, time.monotonic() - began, tuple(sorted(kept(finds, name) - before)))


def kept(finds: Path, name: str) -> set[str]:
    """The finds of a target."""
    return {file.name for file in finds.glob(f"{name}-*") if file.suffix != ".why"}


def grow(seconds: int, finds: Path) -> Told:
    """Look for so long for texts whose reading takes worse than linear time."""
    from tools.fuzz.growth import over_time

    began = time.monotonic()
    runs, found = over_time(seconds, finds, SEED)
    return Told(runs, time.monotonic() - began, found)


def _grown(targets: Sequence[str], seconds: int, finds: Path) -> Iterator[tuple[str, Told]]:
    """Growth, where it is a target."""
    if GROWTH in targets:
        yield GROWTH, grow(seconds, finds)


def main() -> None:
    """Fuzz, print a line a target, and end with 1 where there is a find."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"one of {', '.join([*MODULES, GROWTH])}")
    parser.add_argument("--seconds", type=int, default=3600, help="for all of them together")
    parser.add_argument("--finds", type=Path, default=BUILD / "finds", help="where finds go")
    said = parser.parse_args()
    if find_spec("atheris") is None:
        sys.exit("atheris is not installed: pip install '.[fuzz]' (there are wheels for Linux and macOS)")
    targets = said.targets or [*MODULES, GROWTH]
    others, at_once = [name for name in targets if name != GROWTH], os.cpu_count() or 1
    share = max(1, said.seconds * at_once // len(targets))
    said.finds.mkdir(parents=True, exist_ok=True)
    print(f"{'':12}{'executions':>12}{'seconds':>9}  finds", flush=True)
    bad = False
    with ThreadPoolExecutor(at_once) as pool:  # growth measures time, and comes when the others have ended
        fuzzed = pool.map(lambda name: fuzz(name, share, said.finds), others)
        for name, told in chain(zip(others, fuzzed, strict=True), _grown(targets, share, said.finds)):
            bad |= bool(told.finds)
            print(f"{name:12}{told.runs:12}{told.seconds:9.0f}  {' '.join(told.finds) or '-'}", flush=True)
    if bad:
        sys.exit(f"see {said.finds}: NAME is the input, NAME.why the traceback")


if __name__ == "__main__":
    main()
