"""What a file's name tells of the issue: ``rmrb-20210105-05.txt``, ``人民日报2021年1月5日第05版.txt``."""

from __future__ import annotations

import re
from itertools import groupby

from converter.model import Metadata
from converter.press.dates import first_date
from converter.press.lexicon import lists, pattern
from converter.press.marks import is_han
from converter.press.numbers import half_width
from converter.press.pages import page_in_name
from converter.press.patterns import later

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
_ORDINARY = pattern(__package__, "paper", "<ordinary>$", "(?<![青少])<of a year>$", "申报$")  # 申報 is a paper

_PAGE_AFTER_DATE = later(r"[-_]([A-Z]?[0-9]{2})(?![-_]?[0-9A-Za-z])")
_PAGE_ALONE = later(r"[A-Z]?[0-9]{1,3}")


def metadata_of_name(name: str) -> Metadata:
    """The date, page and paper that a file's ``name`` tells for certain, with the name itself as ``source``.

    A date is read in any form (``press/dates.py``), also as eight digits. Without a date or a paper beside it a page
    counts only with a leading zero, or where it is all of the name: 第3版 may be a book's third edition.
    """
    stem = half_width(name.rpartition(".")[0] or name)
    date, page, rest = first_date(stem, compact=True), None, stem
    if date:
        rest = f"{stem[: date.start]} {stem[date.end :]}"
        after = _PAGE_AFTER_DATE.match(stem, date.end)
        page = after and after[1]
    if numbered := page_in_name(rest):
        page = numbered.number
        rest = f"{rest[: numbered.start]} {rest[numbered.end :]}"
    paper = _paper(rest)
    if page and not (
        date or paper or page.startswith("0") or (numbered and numbered.end - numbered.start == len(stem))
    ):
        page = None
    return Metadata(paper=paper, date=date and date.iso, page=page, source=name)


def metadata_in_folder(name: str, folder: str) -> Metadata:
    """What a file's ``name`` tells, and what the name of the ``folder`` (or zip) that it is in adds.

    Where the folder tells of a paper or a date, a file that is called ``3.txt`` or ``page3.txt`` is its page 3.
    """
    known, around = metadata_of_name(name), metadata_of_name(folder)
    page = known.page
    if not page and (around.date or around.paper):
        stem = half_width(name.rpartition(".")[0] or name)
        numbered = page_in_name(stem)
        page = stem if _PAGE_ALONE.fullmatch(stem) else numbered and numbered.number
    return Metadata(paper=known.paper or around.paper, date=known.date or around.date, page=page, source=name)


def _paper(name: str) -> str | None:
    """The paper that ``name`` (without date and page) has: a known code, a known name, or a word made like one."""
    for word in re.findall("[a-z]+", name.lower()):
        if word in PAPERS:
            return PAPERS[word]
    for run in ("".join(chars) for han, chars in groupby(name, is_han) if han):
        for known in PAPERS.values():
            if run.startswith(known):
                return known
        word = run.removesuffix("海外版")
        if (
            2 <= len(word) <= 10
            and word.endswith(lists(__package__, "words")["paper", "ends"])
            and not _ORDINARY.search(run)
        ):
            return run
    return None
