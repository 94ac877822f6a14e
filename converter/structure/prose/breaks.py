"""Breaks between scenes: a line that is a sign (＊＊＊, ※, ——————, ……), or blank lines as nowhere else in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from converter.model import Block, Form, Line, Opens, Role
from converter.press.marks import DASHES, STOPS, TEXT_ENDS
from converter.structure.tree.blocks import Placed

_CHARS = frozenset("*＊※◇◆◎○●☆★□■△▲▽▼§#＃~～_＿=＝×✕✖❖✦✧✱✲✳❋❀♦♠♣♥☙❧+＋|｜/／\\•·・.。…—–―─━﹏-")
"""The characters of signs; blanks may stand between."""
_ONE = "*＊※◇◆☆★§#＃~～×✕✖❖✦✧✱✲✳❋❀♦☙❧●○◎□■"
"""What is a break where it stands alone; any other sign has to stand twice."""

_MORE = 2
"""How many more blank lines than usual are a break."""


def is_sign(text: str) -> bool:
    """Whether a line is a sign and nothing else."""
    solid = "".join(text.split())
    if not _CHARS.issuperset(solid):
        return False
    return len(solid) > 1 or solid in _ONE


def told_breaks(lines: list[Line]) -> None:
    """Tell of the lines that are signs that each is a break; points or a dash below what is no sentence's end go on
    with it.
    """
    for place, line in enumerate(lines):
        if line.text[0] not in _CHARS or line.role or line.form or len(line.text) > _LONGEST or not is_sign(line.text):
            continue
        if place == 0 or lines[place - 1].text[-1] in TEXT_ENDS or not _MARKS.issuperset(line.text):
            lines[place] = replace(line, role=Role.PARAGRAPH, opens=Opens.BLOCK, form=Form.BREAK)


_LONGEST = 120
_MARKS = frozenset(f"{STOPS}{DASHES}.·")


def blank_breaks(lines: Sequence[Line]) -> set[int]:
    """Where the lines start that have a break of blank lines above: two more than is usual, below a whole sentence.

    Where more than a few lines, one in six, have such a gap it parts something else.
    """
    gaps = Counter([line.gap_before for line in lines[1:]])
    if len(gaps) < 2:
        return set()
    usual = gaps.most_common(1)[0][0]
    found = {
        line.start
        for above, line in zip(lines, lines[1:], strict=False)
        if line.gap_before >= usual + _MORE and above.text[-1] in TEXT_ENDS and line.page == above.page
    }
    return found if len(found) <= _FEW or 6 * len(found) <= len(lines) else set()


_FEW = 3


def with_breaks(placed: Iterable[Placed], starts: set[int]) -> Iterator[Placed]:
    """The blocks, with a break that has no text between two paragraphs of a story where blank lines part them."""
    if not starts:
        yield from placed
        return
    above: Block | None = None
    for each in placed:
        block = each.block
        parted = above and _is_text(above) and _is_text(block) and not each.opens
        if parted and block.origin and block.origin[0][0] in starts:
            yield Placed(Block(Role.PARAGRAPH, (), form=Form.BREAK), False, each.brief)
        yield each
        above = block


def _is_text(block: Block) -> bool:
    return block.role is Role.PARAGRAPH and block.form is None
