"""What a reader leaves out, counted in characters by its cause: the sentence that says so, and the counts in such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_SENTENCE = re.compile(r"left out (\d+) character\(s\) of (.+)", re.DOTALL)


def amount(text: str) -> int:
    """How many characters a text has that are not blank."""
    return len("".join(text.split()))


def told(counts: Mapping[str, int]) -> list[str]:
    """A warning for each cause that has a count."""
    return [f"left out {count} character(s) of {cause}" for cause, count in counts.items() if count]


def counted(warnings: Iterable[str]) -> dict[str, int]:
    """The counts by cause that stand in ``warnings``, those of one cause together."""
    counts: Counter[str] = Counter()
    for warning in warnings:
        if found := _SENTENCE.fullmatch(warning):
            counts[found[2]] += int(found[1])
    return dict(counts)


def together(warnings: Iterable[str]) -> tuple[str, ...]:
    """The warnings of several documents: each once, and one for each cause, with all that is counted of it."""
    warnings = list(warnings)
    sums = counted(warnings)
    said: dict[str, None] = {}
    for warning in warnings:
        found = _SENTENCE.fullmatch(warning)
        said.update(dict.fromkeys(told({found[2]: sums[found[2]]}) if found else [warning]))
    return tuple(said)
