"""What writing a book costs: milliseconds an article, in this process, and a thousand articles as a whole process.

    python bench/write.py [--articles 1000] [--runs 5]

The articles are invented of a few sentences, some 750 characters each, on pages (版) of eight. Time in the compressor
is measured apart: it is zlib's, at its highest level. In this process the processor's time counts, which other programs
do not lengthen; the whole process, which reads the same articles as an outline, is measured by the clock and by the
processor's time. Medians.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.options import Look
from converter.writers.epub.book import write_epub
from converter.writers.outline import write_outline

SENTENCES = (
    "清晨五点，第一班渡船离岸，船上坐着去对岸赶集的人。",
    "“潮水退下去以后，滩上全是亮晶晶的小坑。”老船工说。",
    "新修的步道全长6.2公里，沿途设了48处长椅和12个观景台。",
    "仓库里的灯亮到半夜，几个年轻人在里面排一出戏。",
)
PAGE = 8
"""Articles on a page."""


def article(number: int) -> Article:
    """A story with kicker, byline and a subhead; each has a text of its own, as compression would tell."""
    texts = [SENTENCES[(number + place) % 4] * 3 + f"这是第{number}篇第{place}段。" for place in range(8)]
    parts = [
        Block(Role.KICKER, (Run(f"南湾见闻之{number}"),)),
        Block(Role.HEADLINE, (Run(f"渔港小城的第{number}条新航线"),)),
        Block(Role.BYLINE, (Run("本报记者 林小满"),)),
        *(Block(Role.PARAGRAPH, (Run(text),)) for text in texts[:4]),
        Block(Role.SUBHEAD, (Run("旧仓库的灯"),)),
        *(Block(Role.PARAGRAPH, (Run(text),)) for text in texts[4:]),
    ]
    return Article(Kind.ARTICLE, tuple(parts))


def issue_of(articles: int) -> Issue:
    """An issue of so many articles."""
    stories = [article(number) for number in range(1, articles + 1)]
    pages = [
        Section(tuple(stories[start : start + PAGE]), f"{number:02}", "要闻")
        for number, start in enumerate(range(0, articles, PAGE), 1)
    ]
    return Issue(tuple(pages), Metadata(paper="南湾日报", date="2024-03-08"))


class Clock:
    """Counts the seconds that zlib's compressors take, in their place."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.make = zlib.compressobj

    def __call__(self, *arguments: int) -> Clock.Timed:
        return Clock.Timed(self, self.make(*arguments))

    class Timed:
        """A compressor that is timed."""

        def __init__(self, clock: Clock, inner: zlib._Compress) -> None:
            self.clock, self.inner = clock, inner

        def compress(self, data: bytes) -> bytes:
            start = process_time()
            try:
                return self.inner.compress(data)
            finally:
                self.clock.seconds += process_time() - start

        def flush(self) -> bytes:
            start = process_time()
            try:
                return self.inner.flush()
            finally:
                self.clock.seconds += process_time() - start


def written(issue: Issue, look: Look) -> tuple[float, float]:
    """Seconds of the processor that writing takes without the compressor, and with it."""
    clock = Clock()
    zlib.compressobj = clock  # type: ignore[assignment, misc]
    try:
        start = process_time()
        write_epub(issue, look)
        whole = process_time() - start
    finally:
        zlib.compressobj = clock.make
    return whole - clock.seconds, whole


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    issue = issue_of(options.articles)
    characters = sum(len(block.text) for block in issue.blocks())
    print(f"{options.articles} articles, {characters} characters; medians of {options.runs}")
    print(f"{'':24}{'ms an article':>14}{'with zlib':>11}")
    looks = {"EPUB": Look(), "EPUB, vertical": Look(vertical=True)}
    for name, look in looks.items():
        times = [written(issue, look) for _ in range(options.runs)]
        mine, whole = (median(one) * 1000 / options.articles for one in zip(*times, strict=True))
        print(f"{name:24}{mine:14.3f}{whole:11.3f}")
    with tempfile.TemporaryDirectory() as folder:
        outline = Path(folder, "issue.outline")
        outline.write_bytes(write_outline(issue))
        command = [sys.executable, "-m", "converter", "convert", str(outline), "-o", str(Path(folder, "issue.epub"))]
        by_clock, by_processor = [], []
        for _ in range(options.runs):
            start, before = perf_counter(), os.times()
            # In another folder, not to take the checkout for the package that is installed.
            subprocess.run(command, check=True, capture_output=True, cwd=folder)
            after = os.times()
            by_clock.append(perf_counter() - start)
            by_processor.append(sum(after[2:4]) - sum(before[2:4]))
        size = Path(folder, "issue.epub").stat().st_size
    clock, processor = f"{median(by_clock):.2f} s by the clock", f"{median(by_processor):.2f} s of the processor"
    print(f"whole process, outline → EPUB: {clock} (least {min(by_clock):.2f}), {processor}; {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
