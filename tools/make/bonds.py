"""Make ``converter/press/bonds.txt``: the pairs of Han characters that often stand together inside a word.

    python -m tools.make.bonds

A paragraph that a column or a line's end cuts is mostly cut inside a word (新一|代); two blocks that follow each other
rarely make one by chance. The pairs are counted in jieba's word list (MIT licence), weighted by its frequencies, in
simplified characters and, through OpenCC, in traditional ones. Each row is a first character and all its second ones.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import jieba
import opencc

from tools import ROOT

OUT = ROOT / "converter" / "press" / "bonds.txt"
LEAST = 300
"""A pair's least frequency in the list; nor may it be much rarer than its characters would meet by chance."""


def main() -> None:
    """Write the file."""
    listed = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    frequencies = {word: int(frequency) for word, frequency, *_ in (row.split(" ") for row in listed)}
    pairs: set[str] = set()
    for spell in (str, opencc.OpenCC("s2t").convert):
        pairs |= strong(counted(frequencies, spell))
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for pair in sorted(pairs):
        rows[pair[0]].append(pair[1])
    OUT.write_text("".join(f"{first}{''.join(seconds)}\n" for first, seconds in rows.items()), encoding="utf-8")
    print(f"{OUT}: {len(pairs)} pairs, {OUT.stat().st_size} bytes")


def counted(frequencies: dict[str, int], spell: Callable[[str], str]) -> Counter[str]:
    """How often each two characters stand together, in words as ``spell`` writes them."""
    counts: Counter[str] = Counter()
    for word, frequency in frequencies.items():
        if re.fullmatch(r"[\u4e00-\u9fff]+", word):
            for pair in map("".join, pairwise(spell(word))):
                counts[pair] += frequency
    return counts


def strong(counts: Counter[str]) -> set[str]:
    """The pairs that are frequent, and not only because their characters are."""
    firsts: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for pair, count in counts.items():
        firsts[pair[0]] += count
        seconds[pair[1]] += count
    total = counts.total()
    return {
        pair
        for pair, count in counts.items()
        if count >= LEAST and math.log(count * total / (firsts[pair[0]] * seconds[pair[1]])) > -1
    }


if __name__ == "__main__":
    main()
