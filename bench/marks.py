"""Marks of upright lines on scans: how many that are read are right, how many are found, and what they cost.

    python bench/marks.py [FOLDER ...] [--pages 24] [--seed 1]

Pages are drawn in faces of the system and of the FOLDERs that the weights were not made with (``tools/make/marks.py``),
in type of 24 to 60 pixels an em, in both scripts, and worn; each seed makes other ones. A mark is right that stands
between the same characters. Debian has faces: fonts-noto-cjk, fonts-arphic-ukai, fonts-arphic-gkai00mp,
fonts-cwtex-ming, fonts-cwtex-fs, fonts-cwtex-yen, fonts-wqy-microhei, fonts-ipaexfont-mincho.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # the pages are drawn by a tool

SIZES = 24, 60


def read(counts: Counter[tuple[str, str]], page: bytes, truths: Sequence[str]) -> tuple[float, float]:
    """Count what is there and what was read of a page's lines; gives seconds of the recogniser and of the marks."""
    from converter.readers.scan.engine import recogniser
    from converter.readers.scan.marks import with_marks
    from converter.readers.scan.pictures import pages_of

    (picture,) = pages_of(page)
    engine = recogniser()
    began = process_time()
    seen = engine.lines(picture.pixels)
    between = process_time()
    found = with_marks(seen)
    ended = process_time()
    texts = [
        ("".join(char.text for char in chars), line.box.top)
        for line, chars in zip(seen, found, strict=True)
        if line.upright
    ]
    for truth, text in zip(truths, matched(truths, texts), strict=True):
        counts.update(aligned(truth, text))
    return between - began, ended - between


def matched(truths: Sequence[str], texts: Sequence[tuple[str, float]]) -> list[str]:
    """What was read of each line, its parts joined from above; ``texts`` are told with where they begin."""
    parts: list[list[tuple[float, str]]] = [[] for _ in truths]
    for text, top in texts:
        common = [(Counter(truth) & Counter(text)).total() for truth in truths]
        if max(common, default=0) * 2 >= len(text):
            parts[common.index(max(common))].append((top, text))
    return ["".join(text for _, text in sorted(some)) for some in parts]


def aligned(truth: str, text: str) -> Iterator[tuple[str, str]]:
    """What is there beside what was read, by the fewest changes; "" where one has nothing. Marks pair with marks."""
    costs = [[float(n) for n in range(len(text) + 1)]]
    for number, one in enumerate(truth, 1):
        row = [float(number)]
        for other, above, corner in zip(text, costs[-1][1:], costs[-1][:-1], strict=True):
            row.append(min(corner + changed(one, other), above + 1, row[-1] + 1))
        costs.append(row)
    i, j = len(truth), len(text)
    while i or j:
        if i and j and costs[i][j] == costs[i - 1][j - 1] + changed(truth[i - 1], text[j - 1]):
            i, j = i - 1, j - 1
            yield truth[i], text[j]
        elif i and costs[i][j] == costs[i - 1][j] + 1:
            i -= 1
            yield truth[i], ""
        else:
            j -= 1
            yield "", text[j]


def changed(one: str, other: str) -> float:
    """What it costs to take a character for another one."""
    return 0.0 if one == other else 1.2 if one.isalnum() == other.isalnum() else 3.0


def ratios(counts: Counter[tuple[str, str]], marks: str) -> str:
    """Precision and recall of some marks, and how many there are."""
    right = sum(counts[mark, mark] for mark in marks)
    told = sum(count for (_, other), count in counts.items() if other and other in marks)
    there = sum(count for (one, _), count in counts.items() if one and one in marks)
    return f"precision {right / max(1, told):.3f}  recall {right / max(1, there):.3f}  of {there:5}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    try:
        from tools.make.marks import FAMILIES
        from tools.make.pages.upright import COUNTED, faces, page, paragraphs, wear
    except ImportError as lacking:
        print(f"not measured, {lacking}: pip install 'banmian[ocr]' fonttools opencc")
        return
    some = [face for face in faces(options.folders) if not re.search(FAMILIES, face.name)]
    if not some:
        print("not measured: no face is installed that the weights were not made with")
        return
    rng = random.Random(options.seed)
    whole: Counter[tuple[str, str]] = Counter()
    by_face: dict[str, Counter[tuple[str, str]]] = {}
    seconds = 0.0, 0.0
    for number in range(options.pages):
        face = some[number % len(some)]
        size = rng.randint(*SIZES)
        drawn = page(rng, paragraphs(), face, size, wear(rng, size))
        file = io.BytesIO()
        drawn.image.save(file, "PNG")
        counts = by_face.setdefault(face.name, Counter())
        took = read(counts, file.getvalue(), [line.text for line in drawn.lines])
        seconds = seconds[0] + took[0], seconds[1] + took[1]
    for name, counts in by_face.items():
        print(f"  {name:28}{ratios(counts, COUNTED)}")
        whole += counts
    for mark in COUNTED:
        print(f"  {mark:27}{ratios(whole, mark)}")
    print(f"  {'all':28}{ratios(whole, COUNTED)}")
    print(f"  recogniser {seconds[0]:.1f} s, with marks {sum(seconds) / seconds[0]:.2f} times as long")


if __name__ == "__main__":
    main()
