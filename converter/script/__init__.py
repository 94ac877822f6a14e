"""Simplified ⇄ traditional Chinese by OpenCC, over whole blocks: 理发 is 理髮 only where the two are seen together."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise

from converter.errors import UnknownScript
from converter.model import Issue
from converter.script.tree import map_text

_LANGUAGES = {
    # what stands after the 2 in a configuration's name: the language that it writes, as BCP 47
    "s": "zh-Hans",
    "sp": "zh-Hans",
    "t": "zh-Hant",
    "tw": "zh-Hant-TW",
    "twp": "zh-Hant-TW",
    "hk": "zh-Hant-HK",
    "hkp": "zh-Hant-HK",
    "jp": "ja",
}
_SURROGATES = re.compile("([\ud800-\udfff]+)")  # half characters, which UTF-8 and so OpenCC cannot take


def configurations() -> tuple[str, ...]:
    """The names of OpenCC's configurations, as the installed one has them: ``hk2s``, ``s2t``, ``s2twp`` …"""
    import opencc

    return tuple(sorted(name.removesuffix(".json") for name in opencc.CONFIGS))


def convert_text(text: str, config: str) -> str:
    """``text`` as OpenCC's configuration ``config`` writes it. Raises ``UnknownScript``."""
    convert = _converter(config)
    if text.isascii():
        return text
    if not _SURROGATES.search(text):
        return convert(text)
    return "".join(part if _SURROGATES.match(part) else convert(part) for part in _SURROGATES.split(text))


def convert_issue(issue: Issue, config: str) -> Issue:
    """``issue`` with blocks, names and titles in the other script, and its language following.

    A block is converted whole, its runs cut out of the result: no word is lost sight of where a mark begins. Raises
    ``UnknownScript``.
    """
    language = _LANGUAGES.get(config.partition("2")[2], issue.language)
    return replace(map_text(issue, lambda texts: _convert_runs(texts, config)), language=language)


def _convert_runs(texts: tuple[str, ...], config: str) -> tuple[str, ...]:
    """The texts of one block's runs, converted as one and cut where they were cut.

    A cut falls where the runs converted alone end. Where a phrase lies across a cut and changed its length, the whole
    text before each cut is converted alone to see how long it becomes.
    """
    whole = convert_text("".join(texts), config)
    ends = list(accumulate(len(convert_text(text, config)) for text in texts))
    if ends[-1] != len(whole):
        before = accumulate(texts)
        ends = [*accumulate((min(len(convert_text(text, config)), len(whole)) for text in before), max)]
        ends[-1] = len(whole)
    return tuple(whole[start:end] for start, end in pairwise([0, *ends]))


@cache
def _converter(config: str) -> Callable[[str], str]:
    """OpenCC's converter: 140 ms to load, and safe in threads (BYVoid/OpenCC issue 231), so one for all.

    Tofu-risk dictionaries give characters that most fonts of readers lack. The path is given whole, as OpenCC would
    take a file of that name in the current folder first.
    """
    if config not in (known := configurations()):
        raise UnknownScript(f"OpenCC has no configuration {config!r}: use one of {', '.join(known)}")
    import opencc

    path = os.path.join(os.path.dirname(opencc.__file__), "clib", "share", "opencc", f"{config}.json")
    converter = opencc.OpenCC(path, include_tofu_risk_dictionaries=False)
    return converter.convert
