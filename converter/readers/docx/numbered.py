"""Numbered paragraphs: which make a list, and which numbers are text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import Form, Role
from converter.press.lexicon import pattern
from converter.press.marks import STOPS
from converter.press.numbers import HAN_NUMBER
from converter.readers.docx.body import Para
from converter.readers.docx.inline import Piece

_PART = pattern(__package__, "numbered", rf"\s*(?:[{HAN_NUMBER}]+\s*[、.．]|第.{{1,4}}<unit>)")
_LONGEST_HEAD = 30
_NO_HEAD_ENDS = f"{STOPS}；;，,：:"


def set_lists(paragraphs: Sequence[Para]) -> None:
    """Bullets and plain numbers make lists.

    Other numbers (一、, 第三条, 2.1) are text, and so are those of a list that does not go 1, 2, 3.
    """
    run: list[Para] = []
    shown = [para for para in paragraphs if para.text.strip() or para.form]
    around = zip([None, *shown], shown, [*shown[1:], None], strict=False)
    neighbours = {id(para): (above, below) for above, para, below in around}
    for para in paragraphs:
        if _is_item(para):
            run.append(para)
        elif para.text.strip() or para.form:
            _set_list(run)
            run = []
            if para.label and para.label.text:
                _say_number(para)
                _set_numbered(para, neighbours.get(id(para), ()))
    _set_list(run)


def _is_item(para: Para) -> bool:
    """Whether the paragraph has a bullet or a plain number, and is no heading."""
    free = para.role is None and para.look.level is None
    return free and para.label is not None and (para.label.plain or not para.label.text)


def _set_list(run: Sequence[Para]) -> None:
    """Make a list of a row of items, or text where its numbers are not those that a list has by itself."""
    plain = _counts_plainly(run)
    for para in run:
        assert para.label
        para.role = Role.PARAGRAPH
        if plain or not para.label.text:
            para.form, para.depth = Form.NUMBERED if para.label.text else Form.ITEM, para.label.depth
        else:
            _say_number(para)


def _counts_plainly(run: Sequence[Para]) -> bool:
    """Whether the numbers go 1, 2, 3 at each depth, anew under each item."""
    numbers: dict[int, int] = {}
    for para in run:
        assert para.label
        depth = para.label.depth
        numbers = {above: number for above, number in numbers.items() if above <= depth}
        if para.label.text:
            numbers[depth] = numbers.get(depth, 0) + 1
            if numbers[depth] != para.label.value:
                return False
    return True


def _set_numbered(para: Para, neighbours: Sequence[Para | None]) -> None:
    """What a numbered paragraph is that is no heading by its style: a short one after 一、 or 第一章 heads a part.

    One beside another of its list is an item.
    """
    if para.label is None or para.role is not None or para.look.level is not None:
        return
    in_list = any(near and near.label and near.label.list == para.label.list for near in neighbours)
    text = para.text.strip()
    heads = _PART.match(para.label.text) and len(text) <= _LONGEST_HEAD and text[-1:] not in _NO_HEAD_ENDS
    para.role, para.depth = (Role.SUBHEAD, 1) if heads and not in_list else (Role.PARAGRAPH, 0)


def _say_number(para: Para) -> None:
    """Put the number that Word shows before the text."""
    if para.label is None or not para.text.strip():
        return
    number = para.label.text.strip()
    blank = "" if number.endswith(("、", "）", "：", "．")) else " " if number[-1:].isascii() else "　"
    look = para.pieces[0].look
    para.pieces = [Piece(number + blank, replace(look, underline=None, struck=None)), *para.pieces]
