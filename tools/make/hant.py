"""Make ``NAME.hant.tsv`` beside each table of words: the same lists in traditional characters.

    python -m tools.make.hant
    python -m tools.make.hant --check      fails where one is not up to date

``converter/press/lexicon.py`` reads both. Each word is written as OpenCC writes it for traditional text, for Taiwan's
and for Hong Kong's (臺灣, 發佈), and as their press does, which Banmian's own conversion follows (台灣, 發布); a form
that the hand-written list has already is left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from opencc import OpenCC

from converter import convert_script

ROOT = Path(__file__).parent.parent.parent / "converter"
TABLES = (
    "press/captions",
    "press/eras",
    "press/houses",
    "press/places",
    "press/posts",
    "press/surnames",
    "press/words",
    "readers/words",
    "readers/docx/words",
    "readers/html/head",
    "readers/html/words",
    "script/domains",
    "script/targets",
    "shelf/words",
    "structure/cues/vocabulary",
    "structure/cues/words",
    "structure/issue/words",
    "structure/markup/words",
    "structure/prose/words",
    "structure/series/words",
    "structure/tables",
    "structure/shapes/words",
    "structure/tree/words",
)
"""The tables that have both scripts, as paths in ``converter/``."""
CONFIGURATIONS = ("s2t", "s2tw", "s2hk")
PRESSES = ("zh-Hant-TW", "zh-Hant-HK")


@cache
def _converters() -> tuple[OpenCC, ...]:
    return tuple(map(OpenCC, CONFIGURATIONS))


def traditional(word: str) -> Iterator[str]:
    """The forms of ``word`` in traditional characters, each once, but for itself."""
    by_opencc = [converter.convert(word) for converter in _converters()]
    if any(form != word for form in by_opencc):  # what has one form in all of them has it in the press too
        in_press = (convert_script(word, press) for press in PRESSES)
        yield from dict.fromkeys(form for form in (*by_opencc, *in_press) if form != word)


def made(table: str) -> str:
    """What the traditional half of a hand-written ``table`` (its text) has to be."""
    rows = [row.split("\t") for row in table.splitlines() if row and row[0] != "#"]
    found = ["# made by tools/make/hant.py"]
    for *key, words in rows:
        by_hand = words.split(" ")
        forms = dict.fromkeys(form for word in by_hand for form in traditional(word) if form not in by_hand)
        if forms:
            found.append("\t".join((*key, " ".join(forms))))
    return "\n".join(found) + "\n"


def main() -> None:
    stale = []
    for name in TABLES:
        source, target = ROOT / f"{name}.tsv", ROOT / f"{name}.hant.tsv"
        text = made(source.read_text("utf-8"))
        if "--check" not in sys.argv:
            target.write_text(text, "utf-8")
        elif not target.is_file() or target.read_text("utf-8") != text:
            stale.append(str(target))
    if stale:
        sys.exit(f"not up to date: {', '.join(stale)}; run python -m tools.make.hant")


if __name__ == "__main__":
    main()
