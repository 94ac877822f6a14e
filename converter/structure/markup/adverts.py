"""Advertisements: regions of their own on a page whose text sells something and tells no story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import Line, Opens, Role
from converter.press.lexicon import lists
from converter.press.marks import HAN, SENTENCE_ENDS
from converter.press.numbers import DIGIT, HAN_NUMBER
from converter.press.patterns import later
from converter.structure.cues.words import TELEPHONE

_SIZES = 3
"""Sizes of type that an advertisement has at least, where it does not say that it is one: a box has two."""

_SELLS = 3
"""Words of sellers and prices that are evidence, each for itself."""

_ENOUGH = 4
"""Evidence of an advertisement: those words, three sizes and a fourth one, and that it has no comma."""

_SENTENCE = 45
"""Characters for each full stop, up to which a text is made of sentences."""

_PRICE = later(rf"[￥¥＄$]\s?[0-9]|[0-9０-９]\s?(?:[万萬]?元|[万萬]起)|[{DIGIT}{HAN_NUMBER}]\s?折")
_CALL = later(rf"{TELEPHONE.pattern}|(?<![0-9])1[3-9][0-9]{{9}}(?![0-9])")
_MARK = later(f"[^{HAN}]")


def with_adverts(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of advertisements as furniture; what is said of a picture stays with it.

    Evidence is a frame or tint that holds the whole, and that it calls itself one (广告); or else all of these: a
    telephone number or address, words of sellers or prices, several sizes of type, and hardly a sentence.
    """
    regions: dict[tuple[int | None, tuple[int, ...]], list[int]] = {}
    for place, line in enumerate(lines):
        for depth in range(1, len(line.frames) + 1):
            regions.setdefault((line.page, line.frames[:depth]), []).append(place)
    found = list(lines)
    for places in regions.values():
        if _is_advert([lines[place] for place in places]):
            for place in places:
                if lines[place].role is not Role.CAPTION:
                    found[place] = replace(lines[place], role=Role.FURNITURE, level=0, opens=Opens.BLOCK, form=None)
    return found


def _is_advert(lines: Sequence[Line]) -> bool:
    """Whether the lines of a region are an advertisement's."""
    words = lists(__package__, "words")
    if any(_MARK.sub("", line.text) in words["advertisement", "is"] for line in lines):
        return True
    text = "\n".join(line.text for line in lines)
    if sum(text.count(stop) for stop in SENTENCE_ENDS) * _SENTENCE > len(text):
        return False
    contact = _CALL.search(text) or any(word in text for word in words["advertisement", "contact"])
    sells = sum(word in text for word in words["advertisement", "sells"]) + len(_PRICE.findall(text))
    sizes = len({line.size for line in lines if line.size})
    if not contact or not sells or sizes < _SIZES:
        return False
    return min(sells, _SELLS) + 1 + (sizes > _SIZES) + ("，" not in text) >= _ENOUGH
