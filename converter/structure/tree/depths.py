"""The depth of numbered subheads: 一、 above （一）, （一） above 1., in whatever order a text nests them.

GB/T 9704-2012 (7.3.3) sets 一、（一）1.（1）for official documents; others begin at another of these, or with 第一节.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import Block, Role
from converter.structure.series.schemes import CHAPTER, LIST_SCHEMES, division, item

_TIER, _NAMED = "tier ", "named"


def tiered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of one story, its subheads with their depths from 1 where they are numbered in two ways or more.

    A scheme that is met for the first time stands below the one before it; one met again ends those below it. A depth
    that the format told is kept, and a subhead without a number has none.
    """
    schemes = [_scheme(block) for block in blocks]
    if not any(scheme and scheme.startswith(_TIER) for scheme in schemes):  # 结语 is a chapter's title beside some
        schemes = [None if scheme == _NAMED else scheme for scheme in schemes]
    else:
        schemes = [f"{_TIER}{CHAPTER}" if scheme == _NAMED else scheme for scheme in schemes]
    if len({scheme for scheme in schemes if scheme is not None}) < 2:
        return list(blocks)
    found: list[Block] = []
    above: list[str] = []
    for block, scheme in zip(blocks, schemes, strict=True):
        if scheme is not None:
            above = above[: above.index(scheme)] if scheme in above else above
            above.append(scheme)
            block = replace(block, depth=len(above))
        found.append(block)
    return found


def _scheme(block: Block) -> str | None:
    """How the subhead is numbered; None where it is not, or its depth is known."""
    if block.role is not Role.SUBHEAD or block.depth or not block.text.strip():
        return None
    text = block.text.strip()
    if found := division(text):
        return _NAMED if found.number is None else f"{_TIER}{found.tier}"
    numbered = item(text)
    if numbered is None or numbered.scheme in LIST_SCHEMES:
        return numbered and numbered.scheme
    return f"decimal {numbered.scheme.count('.')}" if numbered.scheme[0].isdecimal() else None
