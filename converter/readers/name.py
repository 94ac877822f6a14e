"""What a file's name tells of the issue: ``rmrb-20210105-05.txt``, ``人民日报2021年1月5日第05版.txt``."""

from __future__ import annotations

import re

from converter.model import Metadata

# The codes that file names and the papers' own sites use.
PAPERS = {
    "rmrbhwb": "人民日报海外版",
    "rmrb": "人民日报",
    "gmrb": "光明日报",
    "jjrb": "经济日报",
    "jfjb": "解放军报",
    "zgqnb": "中国青年报",
    "grrb": "工人日报",
    "kjrb": "科技日报",
    "fzrb": "法治日报",
    "nmrb": "农民日报",
    "bjrb": "北京日报",
    "jfrb": "解放日报",
    "whb": "文汇报",
    "nfrb": "南方日报",
    "nfzm": "南方周末",
    "ckxx": "参考消息",
}
# Words that end like a paper's name: reports, forecasts, posters.
_ORDINARY = re.compile(
    "(?:[汇预海情举简战公财季月通填上警彙匯預舉簡戰財]|(?<![青少])年)[报報]$|申报$|工作[日周週][报報]$"
)

_DATE = re.compile(r"(?<!\d)(\d{4})(?:年(\d\d?)月(\d\d?)日|([-_.])(\d\d?)\4(\d\d?)|(\d\d)(\d\d))(?!\d)")
_PAGE = re.compile(
    r"第?([A-Z]?\d{1,3})版|第([一二三四五六七八九十]{1,3}|[头頭])版|(?<![A-Za-z])[Pp](?:age[-_ ]?)?(\d{1,3})(?![0-9A-Za-z])"
)
_BARE_PAGE = re.compile(r"([A-Z]?\d{1,3})")
_PAGE_AFTER_DATE = re.compile(r"[-_]([A-Z]?\d\d)(?![-_]?[0-9A-Za-z])")
_HAN = re.compile("[\u4e00-\u9fff]+")


def metadata_of_name(name: str) -> Metadata:
    """The date, page and paper that a file's ``name`` tells for certain, with the name itself as ``source``.

    A date has year, month and day and is a day of the calendar. A page number is as written (``05``); without a date or
    a paper beside it only one with a leading zero counts, or one that is all of the name: 第3版 may be a book's third edition.
    """
    stem = name.rpartition(".")[0] or name
    date, page, rest = None, None, stem
    for found in _DATE.finditer(stem):
        if date := _day(*(int(part) for part in found.groups() if part and part.isdigit())):
            rest = f"{stem[: found.start()]} {stem[found.end() :]}"
            after = _PAGE_AFTER_DATE.match(stem, found.end())
            page = after and after[1]
            break
    if numbered := _PAGE.search(rest):
        page = next(filter(None, numbered.groups()))
        rest = f"{rest[: numbered.start()]} {rest[numbered.end() :]}"
    paper = _paper(rest)
    if page and not (date or paper or page.startswith("0") or stem == f"第{page}版"):
        page = None
    return Metadata(paper=paper, date=date, page=page, source=name)


def metadata_in_folder(name: str, folder: str) -> Metadata:
    """What a file's ``name`` tells, and what the name of the ``folder`` (or zip) that it is in adds.

    Where the folder tells of a paper or a date, a file that is called ``3.txt`` or ``page3.txt`` is its page 3.
    """
    known, around = metadata_of_name(name), metadata_of_name(folder)
    page = known.page
    if not page and (around.date or around.paper):
        stem = name.rpartition(".")[0] or name
        found = _BARE_PAGE.fullmatch(stem) or _PAGE.search(stem)
        page = found and next(filter(None, found.groups()))
    return Metadata(paper=known.paper or around.paper, date=known.date or around.date, page=page, source=name)


def natural(name: str) -> tuple[tuple[bool, int, str], ...]:
    """A key to sort names by: the numbers in them count as numbers, 2 before 10 and 第二章 before 第十章."""
    pieces = re.split(r"(\d+|(?<=第)[〇零一二三四五六七八九十百]+)", name.casefold())
    return tuple((bool(place % 2), _number(piece) if place % 2 else 0, piece) for place, piece in enumerate(pieces))


def _number(text: str) -> int:
    """A number in digits, or in characters, read one by one or counted."""
    if text.isdigit():
        return int(text)
    total = ones = 0
    for char in text:
        if char in "十百":
            total, ones = total + (ones or 1) * (10 if char == "十" else 100), 0
        else:
            ones = ones * 10 + "〇一二三四五六七八九".find(char.replace("零", "〇"))
    return total + ones


def _day(year: int, month: int, day: int) -> str | None:
    """The date in ISO 8601; None where the calendar has none, or no Chinese newspaper was printed yet."""
    from datetime import date

    try:
        return date(year, month, day).isoformat() if 1815 <= year < 2100 else None
    except ValueError:
        return None


def _paper(name: str) -> str | None:
    """The paper that ``name`` (without date and page) has: a known code, a known name, or a word made like one."""
    for word in re.findall("[a-z]+", name.lower()):
        if word in PAPERS:
            return PAPERS[word]
    for run in _HAN.findall(name):
        for known in PAPERS.values():
            if run.startswith(known):
                return known
        word = run.removesuffix("海外版")
        if 2 <= len(word) <= 10 and word.endswith(("报", "報")) and not _ORDINARY.search(run):
            return str(run)
    return None
