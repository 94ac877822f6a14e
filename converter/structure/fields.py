"""Rows of fields (姓名：…, 主席：…), of figures (電子　+0.61%) and of goods with what they cost: text, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from converter.model import Line, Opens, Role
from converter.press.lexicon import lists, pattern
from converter.press.marks import TEXT_ENDS
from converter.press.naming import names_an_office, tells_a_maker
from converter.press.numbers import HAN_NUMBER
from converter.press.patterns import later
from converter.press.quotes import ANY_QUOTES
from converter.structure.search.grammar import ROLES, STATES
from converter.structure.search.path import Reading
from converter.structure.series.runs import is_title
from converter.structure.series.telling import Told, paragraphs

_TEXTS = (Role.PARAGRAPH, Role.LEAD)
_HEADS = (Role.HEADLINE, Role.SUBHEAD)
_TITLES = (*_HEADS, Role.KICKER, Role.DECK, Role.COLUMN_TITLE, Role.CAPTION)
_LONGEST = 60
"""Characters of a field."""
_FEWEST_FIELDS = 3
_FIELD = later(r"[^，。：:“「（(]{2,16}(?:[：:]\s?[^。]{1,40}|\s+[+\-−–]?[0-9][0-9.,]*[%％]?\S{0,4})")
_SUM = f"(?:[0-9][0-9.,]*|[{HAN_NUMBER}零半万萬亿億]{{1,12}})<money>"
_PRICED = pattern(
    f"{__package__}.tree",
    "price",
    rf"[^，。：:“「（(\s]{{1,16}}\s+(?:\S{{1,6}}\s+)?\S{{0,4}}?(?:[$＄￥¥][0-9][0-9.,]*|{_SUM}(?:{_SUM})?)\S{{0,4}}",
)
"""Goods and what they cost, for how much of them."""
_OF_PAGES = (Role.COLUMN_NOTE, Role.FURNITURE, Role.SOURCE_NOTE)
_NAMING = (Role.BYLINE, Role.SIGNATURE)
_MORE_TEXT = (Role.PARAGRAPH, Opens.LINE)


def fields(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The lines of a row of fields (姓名：…, 電子　+0.61%, 白米　每石　四十萬元), a paragraph each, where one was read
    as text; those that name people too, as offices do, but for who made the page.
    """
    for is_row, group in groupby(range(len(lines)), lambda place: _is_field(lines[place])):
        row = list(group)
        misread = _misread(lines, readings, row) if is_row else []
        below = readings[row[-1] + 1 : row[-1] + 3]
        if misread and (any(misread) or any(STATES[reading.state] == _MORE_TEXT for reading in below)):
            texts = (
                place
                for place, is_misread in zip(row, misread, strict=True)
                if is_misread or ROLES[readings[place].state] in _TEXTS
            )
            yield from paragraphs(place for place in texts if lines[place].is_free)
            yield from _around_row(lines, readings, row)


def _misread(lines: Sequence[Line], readings: Sequence[Reading], row: Sequence[int]) -> list[bool]:
    """Which fields of a row were not read as a paragraph each; nothing where it need not be text."""
    states = [STATES[readings[place].state] for place in row]
    texts = [lines[place].text for place in row]
    are_of_shops = len(row) > 1 and _are_of_shops(texts)
    is_likely = any(role in _TEXTS for role, _ in states) or _are_offices(texts)
    if not are_of_shops and (len(row) < _FEWEST_FIELDS or not is_likely):
        return []
    others = (*_NAMING, *_OF_PAGES) if are_of_shops else _NAMING
    return [
        role in _TITLES or opens == Opens.LINE or role in others and not tells_a_maker(_name_of(lines[place].text))
        for place, (role, opens) in zip(row, states, strict=True)
    ]


def _are_of_shops(texts: Sequence[str]) -> bool:
    """Whether fields are goods and what they cost, or one says when a shop or a show is open: no paper's own."""
    return all(map(_PRICED.fullmatch, texts)) or any(_name_of(text) in _words("field", "when") for text in texts)


def _around_row(lines: Sequence[Line], readings: Sequence[Reading], row: Sequence[int]) -> Iterator[Told]:
    """The lines right above and below a row: titles as they were read, and what was read as text or more of it: a title
    that stands above text, or a paragraph.
    """
    for place in (row[0] - 1, row[-1] + 1):
        if not 0 <= place < len(lines) or not lines[place].is_free:
            continue
        label, opening = STATES[readings[place].state]
        if label in _HEADS and opening != Opens.LINE:
            yield Told(place, Role(label), Opens(opening))
        elif label == Role.PARAGRAPH and _may_be_title(lines, place, place > row[0]):
            yield Told(place, Role.HEADLINE, Opens.ARTICLE)
        elif label == Role.PARAGRAPH and place > row[0]:
            yield Told(place, Role.PARAGRAPH)


def _may_be_title(lines: Sequence[Line], place: int, below_row: bool) -> bool:
    """Whether a line is like a title, and stands above a longer line, or between a whole text and a row."""
    if not is_title(lines[place].text) or place + 1 >= len(lines):
        return False
    if below_row:
        return len(lines[place + 1].text) > len(lines[place].text)
    return place == 0 or lines[place - 1].text[-1] in TEXT_ENDS


def _are_offices(texts: Sequence[str]) -> bool:
    """Whether most fields say who holds an office, none of them what somebody did for the page."""
    names = list(map(_name_of, texts))
    return 2 * sum(map(names_an_office, names)) > len(names) and not any(map(tells_a_maker, names))


def _words(subject: str, which: str) -> tuple[str, ...]:
    return lists(f"{__package__}.tree", "words")[subject, which]


def _name_of(field: str) -> str:
    return field.replace(":", "：").partition("：")[0]


def _is_field(line: Line) -> bool:
    text = line.text
    is_parted = "：" in text or ":" in text or len(text.split()) > 1
    if line.form or not is_parted or len(text) > _LONGEST:
        return False
    if _FIELD.fullmatch(text) is None:
        return _PRICED.fullmatch(text) is not None
    said = text.replace(":", "：").partition("：")[2].lstrip()
    return said[:1] not in ANY_QUOTES or not said  # what somebody says is none
