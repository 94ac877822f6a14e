"""What whole processes cost, run by turns: the processor's time, which other programs lengthen little, and memory."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path
from statistics import mean, median
from time import perf_counter
from typing import NamedTuple

HERE = Path(__file__).parent
COMMITTED = HERE / "ratios.tsv"
"""The ratios as they were when they were last looked at; ``--check`` fails above twice one of them."""


class Cost(NamedTuple):
    """Of one process: milliseconds of the processor (user and system) and of the clock, and its largest megabytes."""

    processor: float
    clock: float
    memory: float


def cost(command: list[str], folder: str) -> Cost:
    """What ``command`` costs in ``folder``, where ``said`` has what it printed; one that fails ends the bench."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = perf_counter()
    with open(Path(folder, "said"), "wb") as said, open(Path(folder, "errors"), "wb") as errors:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=errors)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    took = (perf_counter() - began) * 1000
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed: {Path(folder, 'errors').read_text('utf-8', 'replace').strip()}")
    return Cost((used.ru_utime + used.ru_stime) * 1000, took, used.ru_maxrss / 1024)


def measured(commands: dict[str, list[str]], folder: str, runs: int) -> dict[str, Cost]:
    """The mean processor's time of each command, its median by the clock, its most memory; a first run reads the disk.

    The mean, as some kernels count the processor's time in ticks of milliseconds.
    """
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            one = cost(command, folder)
            if number:
                found[name].append(one)
    return {
        name: Cost(
            mean(one.processor for one in all_), median(one.clock for one in all_), max(one.memory for one in all_)
        )
        for name, all_ in found.items()
    }


def table(costs: dict[str, Cost]) -> str:
    """The costs, a line a command."""
    lines = [f"  {'':28}{'processor ms':>13}{'clock ms':>10}{'MB':>7}"]
    lines += [f"  {name:28}{one.processor:13.1f}{one.clock:10.1f}{one.memory:7.0f}" for name, one in costs.items()]
    return "\n".join(lines)


def report(ratios: dict[str, float], check: bool) -> None:
    """Print the ratios beside those committed; with ``check`` one above twice its own ends the bench with 1."""
    with COMMITTED.open(encoding="utf-8", newline="") as file:
        committed = {row["ratio"]: float(row["committed"]) for row in csv.DictReader(file, delimiter="\t")}
    for name, ratio in ratios.items():
        print(f"  {name:44}{ratio:6.2f}   committed {committed[name]:.2f}")
    if check and (over := [name for name, ratio in ratios.items() if ratio > 2 * committed[name]]):
        sys.exit(f"above twice the committed ratio: {', '.join(over)}")
