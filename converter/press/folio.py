"""What a folio line (报眉) tells of the issue: the paper, its date, the page's number and name."""

from __future__ import annotations

import re

from converter.model import Metadata

_NUMBER = r"[0-9０-９]{1,4}|[〇零○一二三四五六七八九十廿卅]{1,5}"
_DATE = re.compile(
    rf"(?P<era>中[华華]民[国國])?\s*(?P<year>{_NUMBER})\s*[年./-]\s*(?P<month>{_NUMBER})\s*[月./-]\s*(?P<day>{_NUMBER})\s*日?"
)
_PAGE = re.compile(
    r"第\s*([0-9０-９A-Z]{1,4}|[一二三四五六七八九十]{1,3})\s*版|(?<![0-9A-Z])([A-Z]?[0-9０-９]{1,3})\s*版"
    r"|(?<![0-9A-Za-z])([A-Z][0-9]{1,2})(?![0-9A-Za-z])|^\s*([0-9]{1,2})(?=[ \u3000])|(?<=[ \u3000])([0-9]{1,2})\s*$"
)
_PAGE_COUNT = re.compile(r"(?:今日|今天|今[晨晚]|本期|共)\s*([0-9０-９一二三四五六七八九十]{1,3})\s*版")
_ISSUE_NUMBER = re.compile(
    r"(?:[总總]?第|[总總])\s*([0-9０-９〇零一二三四五六七八九十]{1,6})\s*[期号號](?!线|線|台|楼)"
)
_PAPER = re.compile(r"[\u4e00-\u9fff]{1,10}(?:[报報]|新[闻聞]|[周週]刊)(?:海外版)?")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,6}")
_NO_NAME = re.compile(r"[星周週][期一二三四五六日]|农历|農曆|今日|[公农][元历]|[版期号號]$|[报報]$")
_BETWEEN = re.compile(r"[ \t\u3000|｜：:·，,《》]+")


def read_folio(text: str) -> Metadata:
    """Paper, date (ISO 8601), page number and page name, issue number and page count; None where the line doesn't say.

    The page is as printed: 05, A3, 三. The page's name is the word beside its number (第05版：要闻). Of two numbers
    of the issue (第5期 总第123期) the one that counts all issues is meant.
    """
    date = _DATE.search(text)
    left = text.replace(date[0], " ") if date else text
    pages = _PAGE_COUNT.search(left)
    numbers = sorted(_ISSUE_NUMBER.finditer(left), key=lambda number: number[0][0] not in "总總")
    left = _ISSUE_NUMBER.sub(" ", _PAGE_COUNT.sub(" ", left))
    page = _PAGE.search(left)
    paper = next((word for word in _BETWEEN.split(left) if _PAPER.fullmatch(word)), None)
    return Metadata(
        paper=paper,
        date=_iso(date) if date else None,
        page=next(filter(None, page.groups()), None) if page else None,
        page_name=_page_name(left, page[0]) if page else None,
        number=str(value_of(numbers[0][1])) if numbers else None,
        page_count=str(value_of(pages[1])) if pages else None,
    )


def _page_name(text: str, page: str) -> str | None:
    """The first word after the page's number that may be its name, else the last one before."""
    before, _, after = text.partition(page)
    for words in (_BETWEEN.split(after), reversed(_BETWEEN.split(before))):
        for word in words:
            if _NAME.fullmatch(word) and not _NO_NAME.search(word):
                return word
    return None


def _iso(found: re.Match[str]) -> str | None:
    """The date as ISO 8601; years of the Republic count from 1912. None where no calendar has such a day."""
    from datetime import date

    year, month, day = (value_of(found[name]) for name in ("year", "month", "day"))
    try:
        return (
            date(year + 1911 if found["era"] else year, month, day).isoformat() if found["era"] or year > 999 else None
        )
    except ValueError:
        return None


_DIGITS = str.maketrans("０１２３４５６７８９〇零○一二三四五六七八九", "0123456789000123456789")
_TENS = {"十": 10, "廿": 20, "卅": 30}


def value_of(text: str) -> int:
    """A number in digits, in characters read one by one (二〇二一) or counted (二十四, 廿七)."""
    if not any(ten in text for ten in _TENS):
        return int(text.translate(_DIGITS))
    total = ones = 0
    for char in text:
        if char in _TENS:
            total += _TENS[char] * (ones or 1) if char == "十" else _TENS[char]
            ones = 0
        else:
            ones = int(char.translate(_DIGITS))
    return total + ones
