"""Lines that a web site put into a novel: its address, its name, what it wants the reader to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from converter.model import Line, Opens, Role
from converter.press.lexicon import any_of, lists
from converter.press.marks import HAN, OPENING_QUOTES, STRAIGHT
from converter.press.numbers import half_width
from converter.press.patterns import later

_LONGEST = 90
_ADDRESS = later(
    r"https?://|\bwww\b|(?<![\w.@-])[a-z0-9-]{2,}(?:\.[a-z0-9-]+)*\.(?:com|net|org|cn|cc|tw|hk|la|me|info|tv|xyz|vip|co|io|biz)\b",
    re.ASCII | re.IGNORECASE,
)
_BETWEEN = "[-－—_·.．。*＊~～^|丨/ ]"


@cache
def _words() -> re.Pattern[str]:
    return later(any_of(lists(__package__, "words")["site",]), re.IGNORECASE)


@cache
def _spread() -> re.Pattern[str]:
    """A name whose characters are parted, so that no filter knows it: 飞-鹭-书-屋."""
    return later(f"[{HAN}](?:{_BETWEEN}[{HAN}]){{2,}}")


def told_site_lines(lines: list[Line], free: Iterable[int]) -> None:
    """Tell which of a novel's lines are its site's, and no part of the text."""
    places = [place for place in free if _is_of_site(lines[place].text)]
    if places:
        known = "".join(lines[place].text for place in places)
        places += _of_its_name(lines, free, known)
    for place in places:
        lines[place] = replace(lines[place], role=Role.FURNITURE, opens=Opens.BLOCK)


def _is_of_site(text: str) -> bool:
    """Whether a line has an address, or says what a site says; not where somebody speaks, or a sentence goes on."""
    if len(text) > _LONGEST or text[0] in OPENING_QUOTES + STRAIGHT:
        return False
    plain = half_width(text)
    if _ADDRESS.search(plain):
        return "。" not in text[:-1]
    return _words().search(text) is not None and ("。" not in text or "请" in text or "請" in text)


def _of_its_name(lines: Sequence[Line], free: Iterable[int], known: str) -> list[int]:
    """The lines that are the site's name alone, which its other lines have in them."""
    found = []
    for place in free:
        text = lines[place].text
        solid = re.sub(_BETWEEN, "", text)
        if 3 <= len(solid) <= 12 and solid in known and text not in known and _spread().fullmatch(text):
            found.append(place)
    return found
