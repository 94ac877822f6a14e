"""What a folio line (报眉) tells of the issue: the paper, its date, the page's number and name."""

from __future__ import annotations

from functools import lru_cache

from converter.model import Metadata
from converter.press.dates import WEEKDAY, alone, first_date, without_dates, year_of_era
from converter.press.lexicon import lists, pattern
from converter.press.marks import LETTER
from converter.press.numbers import DIGIT, HAN_NUMBER, value_of
from converter.press.pages import Page, is_front, page_at_edge, page_in
from converter.press.patterns import later

_NUMBER = rf"([{DIGIT}]{{1,6}}|[{HAN_NUMBER}]{{1,8}})"
_PAGE_COUNT = later(rf"(?:今日|今天|今[晨晚]|本期|共)\s*{_NUMBER}\s*版")
_ISSUE_NUMBER = pattern(__package__, "folio", rf"(?:<all issues>?第|<all issues>)\s*{_NUMBER}\s*<unit>(?!<no unit>)")
_ALL_ISSUES = lists(__package__, "words")["folio", "all issues"]
_PAPER = pattern(__package__, "folio", rf"{LETTER}{{1,10}}<paper>(?:海外版)?")
_NAME = later(rf"{LETTER}{{2,6}}")
_NO_NAME = pattern(
    __package__,
    "folio",
    WEEKDAY,
    "<no name>",
    f"月初?[{HAN_NUMBER}]{{1,3}}日?$",
    f"[元{HAN_NUMBER}{DIGIT}]年$",
    "<no name ends>$",
)
_BETWEEN = later(r"[ \t\u3000|｜：:·，,《》]+")


@lru_cache(maxsize=1 << 8)  # what pages open and which issue they are of is asked of the same lines
def read_folio(text: str) -> Metadata:
    """Paper, date (ISO 8601), page number and page name, issue number and page count; None where the line doesn't say.

    The page's name is the word beside its number (第05版：要闻). Of two numbers of the issue (第5期 总第123期) the one
    that counts all issues is meant.
    """
    if (time := alone(text)) is not None:
        return Metadata(date=time or None)
    day = first_date(text) or year_of_era(text)
    left = without_dates(text)
    count = _PAGE_COUNT.search(left)
    numbers = sorted(_ISSUE_NUMBER.finditer(left), key=lambda number: number[0][0] not in _ALL_ISSUES)
    left = _ISSUE_NUMBER.sub(" ", _PAGE_COUNT.sub(" ", left))
    page = _page_of(left)
    paper = next((word for word in _BETWEEN.split(left) if _PAPER.fullmatch(word)), None)
    return Metadata(
        paper=paper,
        date=day.iso if day else None,
        page=page.number if page else None,
        page_name=_page_name(left, page) if page else None,
        number=_digits(numbers[0][1]) if numbers else None,
        page_count=_digits(count[1]) if count else None,
    )


def _page_of(text: str) -> Page | None:
    """The page that a folio line tells; where it says A1 beside 头版, that is its number."""
    named = page_in(text)
    if named and is_front(text[named.start : named.end]):
        edge = page_at_edge(text)
        return edge if edge and edge.number[0].isalpha() else named
    return named or page_at_edge(text)


def _digits(printed: str) -> str | None:
    value = value_of(printed)
    return None if value is None else str(value)


def _page_name(text: str, page: Page) -> str | None:
    """What stands behind the page's number after a mark; else the next word that may be a name, after it or before."""
    if page.name:
        return page.name
    for words in (_BETWEEN.split(text[page.end :]), reversed(_BETWEEN.split(text[: page.start]))):
        for word in words:
            if _NAME.fullmatch(word) and not _NO_NAME.search(word):
                return word
    return None
