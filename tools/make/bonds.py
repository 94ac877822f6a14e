"""Make ``converter/press/bonds.txt``: the pairs of Han characters that often stand together inside a word.

A paragraph that a column or a line's end cuts is mostly cut inside a word (新一|代); two blocks that follow each other rarely make one
by chance. The pairs are counted in jieba's word list (MIT licence; ``pip install jieba``), weighted by its frequencies, in
simplified characters and, through OpenCC, in traditional ones. Each row is a first character and all its second ones.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from pathlib import Path

import jieba
import opencc

from tools import ROOT

OUT = ROOT / "converter" / "press" / "bonds.txt"
LEAST = 300
"""A pair's least frequency in the word list; the pair must also not be much rarer than its characters would meet by chance."""


def main() -> None:
    words = [
        row.split(" ") for row in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    ]
    traditional = opencc.OpenCC("s2t")
    pairs: set[str] = set()
    for spell in (str, traditional.convert):
        counts: Counter[str] = Counter()
        for word, frequency, *_ in words:
            if re.fullmatch(r"[\u4e00-\u9fff]+", word):
                spelt = spell(word)
                for pair in map("".join, zip(spelt, spelt[1:], strict=False)):
                    counts[pair] += int(frequency)
        pairs |= strong(counts)
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for first, second in sorted(pairs):
        rows[first].append(second)
    OUT.write_text("".join(f"{first}{''.join(seconds)}\n" for first, seconds in rows.items()), encoding="utf-8")
    print(f"{OUT}: {len(pairs)} pairs, {OUT.stat().st_size} bytes")


def strong(counts: Counter[str]) -> set[str]:
    """The pairs that are frequent, and not only because their characters are."""
    firsts: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for (first, second), count in counts.items():
        firsts[first] += count
        seconds[second] += count
    total = counts.total()
    return {
        pair
        for pair, count in counts.items()
        if count >= LEAST and math.log(count * total / (firsts[pair[0]] * seconds[pair[1]])) > -1
    }


if __name__ == "__main__":
    main()
