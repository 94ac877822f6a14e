"""Every place where a conversion differs from plain OpenCC's, with the rule that did it.

    python -m tools.check.script_differences FILE… [--target zh-Hant-TW] [--every N]

A row a place: the file, what stands around it, OpenCC's characters, ours, the rule. The forms of a place's press, which
the target asks for, are no differences. ``--every`` prints each Nth place alone, to read a sample.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import opencc

from converter.options import Script
from converter.script.convert import passage_of
from converter.script.data import spellings, table
from converter.script.neighbours import rules
from converter.script.passage import Passage
from converter.script.people import people_of
from converter.script.target import way

AROUND = 8
"""How much context is given, in characters."""


def differences(text: str, target: str) -> Iterator[tuple[str, str, str, str]]:
    """What stands around each place of simplified ``text``, OpenCC's characters and ours there, the rule."""
    there = way(target, text, "zh-Hans")
    passage = passage_of(dict.fromkeys(people_of(text)), there, Script(target))
    plain = opencc.OpenCC(there.steps[0], include_tofu_risk_dictionaries=False).convert
    for line in text.split("\n"):
        ours, theirs = passage.convert((line,))[0], _as_the_press(plain(line), there.house)
        if len(ours) != len(theirs):
            yield line[: 2 * AROUND], theirs[: 2 * AROUND], ours[: 2 * AROUND], "wording"
            continue
        for at in (at for at in range(len(ours)) if ours[at] != theirs[at]):
            around = f"{line[max(0, at - AROUND) : at]}[{line[at]}]{line[at + 1 : at + 1 + AROUND]}"
            yield around, theirs[at], ours[at], _rule(passage, line, at)


def _as_the_press(text: str, house: str | None) -> str:
    """OpenCC's text with the press's forms."""
    forms: dict[str, str] = {}
    for where, stage, pairs, _ in table("forms.tsv"):
        if stage == "form" and house in where.split(" "):
            forms.update((old, new) for old, _, new in (pair.partition("→") for pair in pairs.split(" ")))
    for old in sorted(forms, key=len):
        text = text.replace(old, forms[old])
    return text


def _rule(passage: Passage, line: str, at: int) -> str:
    """What made the character at ``at`` another one than OpenCC's."""
    if any(start <= at < end for start, end in passage.kept(line)):
        return "name"
    for sign, rule in ((rule.sign, rule) for some in rules().values() for rule in some):
        if passage.signs(line)[at] == sign:
            return f"neighbours: {line[at]} {rule.form}, {rule.before and rule.before.pattern[:40]}"
    for word in spellings():
        if any(line.startswith(word, at - left) for left in range(min(len(word), at + 1))):
            return f"spelling: {word}"
    for cut in passage.overruled(line):
        if cut.start - AROUND <= at < cut.start + len(cut.phrase) + AROUND:
            return f"words: {cut.phrase} in {'|'.join(cut.words)} by {cut.by}"
    return "?"


def main() -> None:
    """Print the places and how many there are of each rule."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--target", default="zh-Hant-TW")
    parser.add_argument("--every", type=int, default=1)
    said = parser.parse_args()
    number, counts = count(), Counter[str]()
    for file in said.files:
        for place in differences(file.read_text(encoding="utf-8"), said.target):
            counts[place[-1].split(":")[0]] += 1
            if next(number) % said.every == 0:
                print(file.name, *place, sep="\t")
    print(*(f"{rule}: {times}" for rule, times in counts.most_common()), sep="\n")


if __name__ == "__main__":
    main()
