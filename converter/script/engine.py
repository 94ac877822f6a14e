"""OpenCC by configurations of our own making: its stages, with dictionaries of names and forms put before them.

OpenCC takes the longest match at each place, from left to right, and knows no words: with 于洋 on the list ``words.py``
has to tell that 由于洋流 names nobody.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from converter.errors import UnknownScript
from converter.press.numbers import counted
from converter.script.data import spellings, table
from converter.script.neighbours import forms

Entries = tuple[tuple[str, str], ...]
"""What is written for what; hashable, so that a converter can be kept."""

Dictionary = dict[str, Any]
"""A dictionary in the words of OpenCC's configurations."""

_LONGEST_REIGN = 20
"""Years of the longest of the reigns that ``forms.tsv`` has."""

_PHRASES = {"STPhrases.ocd2", "STPhrases_GeneratedFromRegionalPhrases.ocd2"}


@cache
def configurations() -> tuple[str, ...]:
    """The names of OpenCC's configurations, as the installed one has them: ``hk2s``, ``s2t``, ``s2twp`` …"""
    import opencc

    return tuple(sorted(name.removesuffix(".json") for name in opencc.CONFIGS))


@lru_cache(maxsize=32)
def converter(steps: tuple[str, ...], entries: Entries = (), house: str | None = None) -> Callable[[str], str]:
    """OpenCC's converter for its configurations ``steps``, one after the other, as one.

    ``entries`` are met before OpenCC's phrases, and no later stage touches what they gave. ``house`` is the language
    whose press's forms (``forms.tsv``) are written where they differ from OpenCC's. Safe in threads (BYVoid/OpenCC
    issue 231); each process makes its own. Raises ``UnknownScript``.
    """
    import opencc

    plan = configuration(steps, entries, house)
    # OpenCC reads a configuration from a file alone. Tofu-risk dictionaries give characters that most fonts lack.
    with tempfile.TemporaryDirectory(prefix="banmian-") as folder:
        path = os.path.join(folder, "script.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write(json.dumps(plan, ensure_ascii=False))  # in C, which ``json.dump`` is not
        convert: Callable[[str], str] = opencc.OpenCC(path, include_tofu_risk_dictionaries=False).convert
    return convert


def configuration(steps: tuple[str, ...], entries: Entries = (), house: str | None = None) -> Dictionary:
    """The configuration that ``converter`` hands to OpenCC."""
    parts = [_shipped(step) for step in steps]
    words, press = _house(house, steps)
    stages: list[Dictionary | None] = [stage["dict"] for part in parts for stage in part["conversion_chain"]]
    if press and len(stages) == 1:
        stages.append(None)
    first = words | (forms() if steps[0].startswith("s2") else {}) | dict(entries)
    kept = dict(entries) if steps[0].startswith("s2") else words | dict(entries)
    before = [first, *({to: to for to in kept.values()} for _ in stages[1:])]
    before[-1] = press | before[-1]
    plan: Dictionary = {"name": "+".join(steps), "normalization": parts[0].get("normalization", [])}
    if "segmentation" in parts[0]:
        plan["segmentation"] = parts[0]["segmentation"] | {"dict": _union(first, parts[0]["segmentation"]["dict"])}
    plan["conversion_chain"] = [{"dict": _union(*pair)} for pair in zip(before, stages, strict=True)]
    return plan


def _shipped(step: str) -> Dictionary:
    """OpenCC's own configuration, with whole paths, and the short list of phrases that tells as much as its long one.

    The long one takes 100 ms to load. A configuration that changes wording (``*p``) keeps it: its words must not be
    found across the phrases' edges.
    """
    if step not in configurations():
        raise UnknownScript(f"OpenCC has no configuration {step!r}: use one of {', '.join(configurations())}")
    import opencc

    folder = os.path.join(os.path.dirname(opencc.__file__), "clib", "share", "opencc")
    with open(os.path.join(folder, f"{step}.json"), encoding="utf-8") as file:
        plan: Dictionary = json.load(file)
    whole = step.endswith("p")
    if step.startswith("s2") and not whole:
        plan.pop("segmentation", None)  # it only keeps the words of *p apart
    placed: Dictionary = _placed(plan, folder, whole)
    return placed


def _placed(part: Any, folder: str, whole: bool) -> Any:
    """A part of a configuration with its files' paths made whole."""
    if isinstance(part, list):
        return [_placed(item, folder, whole) for item in part]
    if not isinstance(part, dict):
        return part
    if not whole and {item.get("file") for item in part.get("dicts", ())} == _PHRASES:
        return {"type": "text", "file": os.path.join(os.path.dirname(__file__), "phrases.txt")}
    if "file" in part:
        return part | {"file": os.path.join(folder, part["file"])}
    return {key: _placed(value, folder, whole) for key, value in part.items()}


def _union(entries: Mapping[str, str], dictionary: Dictionary | None) -> Dictionary:
    """A dictionary that knows ``entries`` too; the longest match wins, and of two as long the entry."""
    both = [{"type": "inline", "entries": dict(entries)}] if entries else []
    both += [dictionary] if dictionary else []
    return both[0] if len(both) == 1 else {"type": "group", "match_policy": "union", "dicts": both}


def _house(language: str | None, steps: tuple[str, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """The words of the text that OpenCC spells wrong, or not as the press of ``language`` does; the press's forms."""
    kept: dict[str, dict[str, str]] = {"word": {}, "form": {}, "reign": {}}
    for where, stage, pairs, _ in table("forms.tsv"):
        if language in where.split(" "):
            kept[stage].update(dict(pair.split("→", 1) for pair in pairs.split(" ")))
    dated = {old + year: new + there for old, new in kept["reign"].items() for year, there in _years().items()}
    return (spellings() if steps[0].startswith("s2") else {}) | kept["word"] | dated, kept["form"]


def _years() -> dict[str, str]:
    """How the name of a reign goes on in a year of it, in both scripts."""
    same = ("元年", "初年", "末年", "年中", *(f"{counted(year)}年" for year in range(2, _LONGEST_REIGN + 1)))
    return {"年間": "年间", "年號": "年号"} | dict(zip(same, same, strict=True))
