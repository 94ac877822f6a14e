"""What an archive costs: pages a second by one process, two and Dask, a resume, memory, and peers a process a file.

    python bench/batch.py [--part NAME] [--pages 5000] [--resume 20000] [--flat 1000 100000] [--peers 40] [--no-dask]

A part alone (throughput, resume, flat, peers; may be said again) takes less than six minutes on two calm cores.

The archive is made: pages of three short stories, some 900 characters, a file each, in folders of months and days. Each
run is the command as a user calls it, in a new folder. By the clock counts on a calm machine alone; the processor's
time (user and system, of all processes) is lengthened little by others. The speed-up by processor's time is what idle
cores would give: their number, times the processor's time of a page by one process over that by several. Dask's is of
its scheduler and workers too. The memory that has to stay flat is the planner's, the process that plans, hands out and
keeps: its peak is read from ``/proc`` while it runs (VmHWM), as what the system tells at its end is the largest of it
and its workers.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import NamedTuple

from _processes import cost

SENTENCES = (
    "清晨五点，第一班渡船离岸，船上坐着去对岸赶集的人。",
    "“潮水退下去以后，滩上全是亮晶晶的小坑。”老船工说。",
    "新修的步道全长6.2公里，沿途设了48处长椅和12个观景台。",
    "仓库里的灯亮到半夜，几个年轻人在里面排一出戏。",
)
STORIES = 3
PAGES = 8
"""Pages of a day."""

PARTS = ("throughput", "resume", "peers", "flat")
"""What can be measured by itself."""


class Run(NamedTuple):
    """A run: seconds of the clock and of the processor, the megabytes of its largest process, and of its planner."""

    clock: float
    processor: float
    memory: float
    planner: float


def page(number: int, day: str, place: int) -> str:
    """A page, its text its own."""
    year, month, date = day.split("-")
    stories = [
        f"渔港小城的第{number * STORIES + story}条新航线\n\n本报记者 林小满\n\n"
        + "\n\n".join(SENTENCES[(number + story + line) % 4] * 3 + f"这是第{line}段。" for line in range(3))
        for story in range(STORIES)
    ]
    return f"南湾日报　{year}年{int(month)}月{int(date)}日\n第{place:02}版：要闻\n\n" + "\n\n\n".join(stories) + "\n"


def made(folder: Path, pages: int) -> Path:
    """An archive of so many pages: ``2001-01/01/01.txt``."""
    for number in range(pages):
        days, place = divmod(number, PAGES)
        month, date = divmod(days, 28)
        day = f"{2001 + month // 12}-{month % 12 + 1:02}-{date + 1:02}"
        path = folder / day[:7] / day[8:] / f"{place + 1:02}.txt"
        if place == 0:
            path.parent.mkdir(parents=True)
        path.write_text(page(number, day, place + 1), "utf-8")
    return folder


def banmian(*arguments: str | Path) -> Run:
    """What a batch costs; one that fails ends the bench."""
    command = [str(Path(sys.executable).with_name("banmian")), "batch", *map(str, arguments), "--quiet"]
    began = perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
        planner = peak(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed: {said.read().decode('utf-8', 'replace').strip()}")
    return Run(perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, planner)


def peak(process: int) -> float:
    """The most megabytes that a process has had, by itself, when it ends; not a number where there is no ``/proc``."""
    status, found = Path(f"/proc/{process}/status"), float("nan")
    while not os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        told = dict(line.split(":", 1) for line in status.read_text().splitlines()) if status.exists() else {}
        if "VmHWM" in told:  # a process that has ended has none
            found = int(told["VmHWM"].split()[0]) / 1024
        sleep(0.02)
    return found


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """A Dask scheduler with workers of one thread; its address."""
    folder.mkdir()
    told = folder / "scheduler.json"
    ours = [f"--scheduler-file={told}", "--no-dashboard", "--host", "127.0.0.1"]
    dask = [sys.executable, "-m", "dask"]
    crowd = ["worker", *ours, "--nworkers", str(workers), "--nthreads", "1", "--local-directory", str(folder)]
    with (folder / "log").open("wb") as log:
        some = [
            subprocess.Popen([*dask, *one], stdout=log, stderr=log)
            for one in (["scheduler", "--port", "0", *ours], crowd)
        ]
        try:
            while not (told.exists() and told.stat().st_size):
                if any(one.poll() is not None for one in some):
                    sys.exit(f"Dask did not start: {(folder / 'log').read_text('utf-8', 'replace').strip()}")
                sleep(0.1)
            sleep(8)  # until the workers are there
            yield str(json.loads(told.read_text("utf-8"))["address"])
        finally:
            for one in reversed(some):
                one.terminate()
                one.wait()


def of_children() -> float:
    """The processor's seconds of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def throughput(folder: Path, pages: int, dask: bool) -> None:
    """Pages a second by one process, two, and two of Dask's."""
    source = made(folder / "archive", pages)
    runs: dict[str, tuple[int, Run]] = {}
    for workers in (1, 2):
        name = f"{workers} process{'es' * (workers > 1)}"
        runs[name] = workers, banmian(source, "-o", folder / name, "--workers", str(workers))
    if dask:
        before = of_children()
        with cluster(folder / "cluster", 2) as address:
            one = banmian(source, "-o", folder / "dask", "--scheduler", address)
        runs["Dask, 2 workers"] = 2, one._replace(processor=of_children() - before)
    first = runs["1 process"][1]
    print(f"{pages} pages to EPUB, a book a day")
    print(f"  {'':18}{'pages/s':>9}{'ms a page':>11}{'speed-up':>10}{'by processor':>14}{'MB':>6}")
    for name, (workers, run) in runs.items():
        by_clock, by_processor = first.clock / run.clock, workers * first.processor / run.processor
        spent = run.processor * 1000 / pages
        print(f"  {name:18}{pages / run.clock:9.1f}{spent:11.2f}{by_clock:10.2f}{by_processor:14.2f}{run.memory:6.0f}")


def resume(folder: Path, books: int) -> None:
    """Books a second of a second run that has nothing to do; a start is taken off."""
    source = made(folder / "archive", books)
    ours = ("--by", "page", "--to", "outline")
    banmian(source, "-o", folder / "books", *ours)
    (folder / "one").mkdir()
    (folder / "one" / "page.txt").write_text(page(1, "2001-01-01", 1), "utf-8")
    banmian(folder / "one", "-o", folder / "start", *ours)
    starts = [banmian(folder / "one", "-o", folder / "start", *ours) for _ in range(3)]
    runs = [banmian(source, "-o", folder / "books", *ours) for _ in range(3)]
    clock, processor = (min(run[at] for run in runs) - min(run[at] for run in starts) for at in (0, 1))
    size = (folder / "books" / ".banmian-batch" / "manifest.sqlite").stat().st_size
    print(
        f"a resume of {books} books with nothing to do (least of 3): {books / clock:.0f} books/s by the clock, ", end=""
    )
    print(f"{books / processor:.0f} by the processor's time; manifest {size / books:.0f} bytes a book")


def flat(folder: Path, sizes: list[int]) -> None:
    """The most memory of the planner and of any process, by pages."""
    print(f"memory{'planner':>23}{'largest':>11}")
    for pages in sizes:
        source = made(folder / f"archive {pages}", pages)
        run = banmian(source, "-o", folder / f"books {pages}", "--to", "outline", "--workers", "2")
        spent = run.processor * 1000 / pages
        print(f"  {pages:8} pages{run.planner:10.1f} MB{run.memory:8.1f} MB, {spent:.2f} ms of the processor a page")
        shutil.rmtree(source)
        shutil.rmtree(folder / f"books {pages}")


def peers(folder: Path, pages: int) -> None:
    """The same pages by those that are installed, a process a file."""
    source = made(folder / "archive", pages)
    files = sorted(source.rglob("*.txt"))
    start = [str(Path(sys.executable).with_name("banmian")), "convert"]
    commands = {"banmian convert": [*start, "{}", "-o", "a.epub", "-q"], "pandoc": ["pandoc", "{}", "-o", "b.epub"]}
    commands["ebook-convert"] = ["ebook-convert", "{}", "c.epub"]
    print(f"{pages} pages, a process a file")
    run = banmian(source, "-o", folder / "books", "--by", "page", "--workers", "1")
    print(f"  {'banmian batch':18}{run.processor * 1000 / pages:9.1f} ms of the processor a page")
    for name, command in commands.items():
        if not shutil.which(command[0]):
            print(f"  {name:18} is not installed")
            continue
        some = files if name != "ebook-convert" else files[:10]
        spent = sum(cost([one.replace("{}", str(file)) for one in command], str(folder)).processor for file in some)
        print(f"  {name:18}{spent / len(some):9.1f} ms of the processor a page")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", action="append", choices=PARTS, help="one of these alone, e.g. --part resume")
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--resume", type=int, default=20_000)
    parser.add_argument("--flat", type=int, nargs="*", default=[1_000, 100_000])
    parser.add_argument("--peers", type=int, default=40)
    parser.add_argument("--no-dask", action="store_true")
    options = parser.parse_args()
    parts: dict[str, Callable[[Path], None]] = {
        "throughput": lambda place: throughput(place, options.pages, not options.no_dask),
        "resume": lambda place: resume(place, options.resume),
        "flat": lambda place: flat(place, options.flat),
        "peers": lambda place: peers(place, options.peers),
    }
    sizes = {"throughput": options.pages, "resume": options.resume, "flat": options.flat, "peers": options.peers}
    for name in options.part or PARTS:
        if sizes[name]:
            began = perf_counter()
            with tempfile.TemporaryDirectory() as folder:
                parts[name](Path(folder))
            print(f"({name} took {perf_counter() - began:.0f} s by the clock)", flush=True)


if __name__ == "__main__":
    main()
