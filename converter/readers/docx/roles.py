"""What a document's paragraphs are, as far as their styles and lists say it outright."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.model import Form, Role
from converter.press.lexicon import lists, pattern
from converter.press.marks import TEXT_ENDS
from converter.press.numbers import HAN_NUMBER, value_of
from converter.readers.docx.body import Para
from converter.readers.docx.numbered import set_lists
from converter.readers.docx.official import set_official
from converter.readers.docx.styles import HEADING, USUAL_SIZE

_KINDS: dict[str, tuple[Role, Form | None]] = {
    **{role: (role, None) for role in (Role.HEADLINE, Role.DECK, Role.BYLINE, Role.LEAD, Role.CAPTION)},
    **{form: (Role.PARAGRAPH, form) for form in (Form.QUOTE, Form.CODE)},
    "text": (Role.PARAGRAPH, None),
}
"""What a paragraph is whose style is of a kind."""

_DEEPER = re.compile(r"(.+)([2-5])")
"""The style of a list inside a list, which Word makes a list of its own."""

_UNITS = ("chapter", "section", "article", "clause")
"""What a style is called after that is for headings of a depth."""

_COUNTED = pattern(__package__, "style", rf"([{HAN_NUMBER}1-9])<level>")
_DEEPEST = 8
_ENDS = f"{TEXT_ENDS}：:"


def settle(paragraphs: Sequence[Para]) -> None:
    """Give the paragraphs the roles, forms and depths that their styles and lists say."""
    for para in paragraphs:
        if para.role is None:
            _by_style(para)
    set_official(paragraphs)
    _level_by_name(paragraphs)
    set_lists(paragraphs)


def _by_style(para: Para) -> None:
    deeper = _DEEPER.fullmatch(para.style)
    if para.style.startswith(_called("contents")):
        para.role = Role.FURNITURE
    elif kind := next((kind for kind in _KINDS if para.style in _called(kind)), None):
        para.role, para.form = _KINDS[kind]
    elif para.label and para.label.depth == 1 and deeper and deeper[1] in _called("list"):
        para.label = replace(para.label, depth=int(deeper[2]))
    elif not para.text.strip() and any(piece.image for piece in para.pieces):
        para.role = Role.CAPTION


def _level_by_name(paragraphs: Sequence[Para]) -> None:
    """Give headings of a house's own styles (章标题, 一级节标题, 致谢·标题) levels.

    They are as their names count them, below the highest that other styles have; by their sizes where none counts.
    """
    highest = min((para.look.level for para in paragraphs if para.look.level is not None), default=None)
    headings = list(_own_headings(paragraphs))
    ranks = {name: _rank(name) for _, name in headings}
    sizes = sorted({para.size or USUAL_SIZE for para, _ in headings}, reverse=True)
    counted = sorted(set(ranks.values()))
    for para, name in headings:
        if highest is not None:
            level = highest + ranks[name]
        else:
            level = counted.index(ranks[name]) if len(counted) > 1 else sizes.index(para.size or USUAL_SIZE)
        para.look = replace(para.look, level=min(level, _DEEPEST))


def _own_headings(paragraphs: Sequence[Para]) -> Iterator[tuple[Para, str]]:
    """The paragraphs that a style of a house's own makes headings, and what that is called."""
    for para in paragraphs:
        if para.role is None and para.form is None and para.look.level is None and (name := _heading_style(para)):
            yield para, name


def _heading_style(para: Para) -> str:
    """The name of the paragraph's style, or of one that this is based on, that is a heading's of a house's own.

    Word's own styles tell their levels; a style based on one that has none wants none. One that is called as its
    paragraph's words (致谢) is a heading's too.
    """
    if para.style == "".join(para.text.split()).lower():
        return para.style
    kin = (name for name in para.kin if not HEADING.match(name))
    return next(filter(_is_called_heading, (para.style, *kin)), "")


def _rank(style: str) -> int:
    """How deep a heading of a style stands by its name, from 0: 章; 节, 一级节; 条, 二级节; 三级."""
    unit = next((rank for rank, kind in enumerate(_UNITS) if any(map(style.__contains__, _called(kind)))), 0)
    found = _COUNTED.search(style)
    return unit + (value_of(found[1]) or 1) - 1 if found else unit


def _is_called_heading(style: str) -> bool:
    others = any(map(style.__contains__, _called("no heading")))
    return not others and any(map(style.__contains__, _called("heading")))


def is_title(style: str) -> bool:
    """Whether a style is a title's by its name."""
    return style in _called(Role.HEADLINE)


def _called(kind: str) -> tuple[str, ...]:
    """The names of the styles of a kind, as Word, LibreOffice and WPS write them: lower-case and without blanks."""
    return lists(__package__, "words")["style", kind]


def cut_by_hand(paragraphs: Sequence[Para]) -> bool:
    """Whether many paragraphs break off: then they are the lines of a text that was cut to a width."""
    texts = [text for para in paragraphs if not para.form and len(text := para.text.strip()) > 15]
    return sum(text[-1] not in _ENDS for text in texts) * 5 > 2 * len(texts)
