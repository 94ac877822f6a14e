"""The depth of numbered subheads: 一、 above （一）, （一） above 1., in whatever order a text nests them.

GB/T 9704-2012 (7.3.3) sets 一、（一）1.（1）for official documents; others begin at another of these, or with 第一节.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import Block, Role
from converter.press.lexicon import pattern
from converter.press.numbers import DIGIT, HAN_NUMBER

_HAN = f"[{HAN_NUMBER}]{{1,4}}"
_SCHEMES = tuple(
    pattern(__package__, "subhead", scheme)
    for scheme in (
        f"第[0-9{HAN_NUMBER}]{{1,5}}<unit>",
        f"{_HAN}(?:[、.．]|$|[ \u3000])",
        f"[（(]{_HAN}[）)]",
        f"[{DIGIT}]{{1,2}}(?:[、.．](?![0-9])|$|[ \u3000])",
        f"[（(][{DIGIT}]{{1,2}}[）)]|[①-⑳]",
    )
)


def tiered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of one story, its subheads with their depths from 1 where they are numbered in two ways or more.

    A scheme that is met for the first time stands below the one before it; one met again ends those below it. A depth
    that the format told is kept, and a subhead without a number has none.
    """
    schemes = [_scheme(block) for block in blocks]
    if len({scheme for scheme in schemes if scheme is not None}) < 2:
        return list(blocks)
    found: list[Block] = []
    above: list[int] = []
    for block, scheme in zip(blocks, schemes, strict=True):
        if scheme is not None:
            above = above[: above.index(scheme)] if scheme in above else above
            above.append(scheme)
            block = replace(block, depth=len(above))
        found.append(block)
    return found


def _scheme(block: Block) -> int | None:
    """How the subhead is numbered; None where it is not, or its depth is known."""
    if block.role is not Role.SUBHEAD or block.depth:
        return None
    return next((number for number, scheme in enumerate(_SCHEMES) if scheme.match(block.text)), None)
