"""What a folio line (报眉) tells of the issue: the paper, its date, the page's number and name."""

from __future__ import annotations

import re
from datetime import date

from converter.model import Metadata

_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_DATE = re.compile(r"(中[华華]民[国國])?\s*(\d{1,4})\s*[年./-]\s*(\d{1,2}|[〇一二三四五六七八九十]{1,3})\s*[月./-]\s*(\d{1,2}|[〇一二三四五六七八九十廿卅]{1,3})\s*日?")
_HAN_YEAR = re.compile(r"[〇零○一二三四五六七八九]{4}(?=\s*年)")
_PAGE = re.compile(r"第\s*([0-9A-Z]{1,4}|[一二三四五六七八九十]{1,3})\s*版|(?<![0-9A-Z])([A-Z]?\d{1,3})\s*版|版[次面]?\s*[：: ]\s*([A-Z]?\d{1,3})|(?<![0-9A-Za-z])([A-Z]\d{1,2})(?![0-9A-Za-z])")
_NAME = re.compile(r"版\s*[：:·\s]\s*([\u4e00-\u9fff·]{2,10})|(?:^|[ 　|｜])([\u4e00-\u9fff]{2,6})(?=[ 　]*(?:第\s*\w{1,4}\s*版|[A-Z]?\d{1,3}\s*版|[A-Z]\d{1,2}))")
_PAPER = re.compile(r"《?([\u4e00-\u9fff]{1,10}(?:[日晚早晨周週时時商青快]?[报報]|新[闻聞]|[周週]刊)(?:海外版)?)》?")


def read_folio(text: str) -> Metadata:
    """Paper, date (ISO 8601), page number and page name, each None where the line does not say.

    The page is as printed: 05, A3, 三.
    """
    page = _PAGE.search(text)
    name = _NAME.search(text)
    paper = _PAPER.search(text)
    return Metadata(
        paper=paper[1] if paper else None,
        date=_date(text),
        page=next(filter(None, page.groups()), None) if page else None,
        page_name=next((part for part in name.groups() if part and part != (paper and paper[1])), None) if name else None,
    )


def _date(text: str) -> str | None:
    text = _HAN_YEAR.sub(lambda year: year[0].translate(_HAN_DIGITS), text.translate(_FULL_WIDTH))
    found = _DATE.search(text)
    if not found:
        return None
    year = int(found[2]) + (1911 if found[1] else 0)
    try:
        return date(year, int(_number(found[3])), int(_number(found[4]))).isoformat() if year >= 1000 else None
    except ValueError:
        return None


_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_TENS = {"十": 10, "廿": 20, "卅": 30}


def _number(text: str) -> str:
    """A number as written in digits: 十二 → 12, 廿七 → 27; what is in digits already stays as it is (05, A3)."""
    text = text.translate(_FULL_WIDTH)
    if text.isascii():
        return text
    total = ones = 0
    for char in text:
        if char in _TENS:
            total += (ones or 1) * _TENS[char] if char == "十" else _TENS[char]
            ones = 0
        else:
            ones = "〇一二三四五六七八九".index(char)
    return str(total + ones)
