"""Official documents (公文) as GB/T 9704-2012 sets them: what stands above their title, to whom they are sent, and what
stands below whoever signs them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from converter.model import Role
from converter.press.lexicon import pattern
from converter.press.numbers import DIGIT, HAN_NUMBER
from converter.readers.docx.body import Para
from converter.readers.docx.styles import USUAL_SIZE

_NEAR = 8
"""Paragraphs at the head among which the masthead's lines stand."""

_LARGE = 1.5
"""How much larger than the text a masthead is at least."""

_LONGEST_MARK = 16
"""Characters of the longest line above a masthead: a copy's number, how secret and how urgent it is."""

_BETWEEN = 4
"""Paragraphs between the number and the title, the office and the day of minutes among them."""

_NUMBER = pattern(
    __package__,
    "official",
    rf".{{0,16}}[〔\[［(（【][{DIGIT}{HAN_NUMBER}〇]{{4}}[〕\]］)）】]第?[{DIGIT}]{{1,5}}<number>(?:\s+<signer>.*)?",
    rf"[（(]?第?[{DIGIT}{HAN_NUMBER}]{{1,5}}<issue>[）)]?",
)
"""临交发〔2024〕18号, with who signs it; 〔2024〕第3期; 第3期."""


_FOOT = 6
"""Paragraphs below the text at most: who may read it, whom to ask, who gets copies, who printed it."""

_BELOW = pattern(
    __package__,
    "official",
    r"<copies>\s*[：:].*",
    r"[（(]<of it>[^（()）]{2,60}[）)]",
    rf".*[{DIGIT}{HAN_NUMBER}〇]日\s*<printed>",
)


def set_official(paragraphs: Sequence[Para]) -> None:
    """Give the lines above and below the text of an official document, and that of whom it is sent to, roles.

    It is one by its number at the head; what is above its title is told where large red lines stand above the number.
    """
    shown = [para for para in paragraphs if para.text.strip()]
    if _first(_is_number, shown, 0, _NEAR) is None:
        return
    _set_head(shown)
    for para in shown[-_FOOT:]:
        if para.role is None and _BELOW.fullmatch(para.text.strip()):
            para.role, para.look = Role.COLUMN_NOTE, replace(para.look, level=None)


def _set_head(shown: Sequence[Para]) -> None:
    """The masthead, with what stands around it, and the line of whom the document is sent to."""
    first, end = _masthead(shown)
    number = _first(_is_number, shown, end, 3) if end else None
    if number is None:
        return
    title = _first(lambda para: _is_title(para, shown), shown, number + 1, _BETWEEN)
    above = [para for para in shown[:first] if len(para.text.strip()) <= _LONGEST_MARK]
    for para in (*above, *shown[first : number if title is None else title], shown[number]):
        para.role, para.look = Role.FOLIO, replace(para.look, level=None)
    below = next((para for para in shown[title:] if not _is_title(para, shown)), None)
    if title is not None and below and below.text.rstrip().endswith(("：", ":")):
        below.role = Role.PARAGRAPH


def _first(fits: Callable[[Para], bool], shown: Sequence[Para], start: int, among: int) -> int | None:
    """The place of the first paragraph from ``start`` that fits, ``among`` so many."""
    return next((n for n in range(start, min(start + among, len(shown))) if fits(shown[n])), None)


def _is_number(para: Para) -> bool:
    return _NUMBER.fullmatch(para.text.strip()) is not None


def _masthead(shown: Sequence[Para]) -> tuple[int, int]:
    """Where the large red lines begin and end."""
    usual = _usual(shown)
    red = [n for n, para in enumerate(shown[:_NEAR]) if para.is_red and (para.size or USUAL_SIZE) >= _LARGE * usual]
    if not red:
        return 0, 0
    end = red[0]
    while end in red:
        end += 1
    return red[0], end


def _is_title(para: Para, shown: Sequence[Para]) -> bool:
    """Whether a line is larger than the text, and set in the middle."""
    return para.look.align == "center" and (para.size or USUAL_SIZE) > _usual(shown) and not para.is_red


def _usual(shown: Sequence[Para]) -> float:
    """The size of most of the text."""
    sizes: dict[float, int] = {}
    for para in shown:
        size = para.size or USUAL_SIZE
        sizes[size] = sizes.get(size, 0) + len(para.text)
    return max(sizes, key=lambda size: sizes[size], default=USUAL_SIZE)
