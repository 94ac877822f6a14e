"""Dates as pages write them → ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

_YEAR = r"(?<!\d)(?P<{0}y>(?:19|20)\d\d)"
_ANY = re.compile(
    # 2024-05-16, 2024 05/16, 2024年5月16日; 民國113年5月16日; 16/05/2024; 二〇二四年五月十六日; May 16, 2024
    _YEAR.format("a")
    + r"(?:\s*[-/.]\s*|\s+)(?P<am>\d{1,2})(?:\s*[-/.]\s*|\s+)(?P<ad>\d{1,2})(?![\d:：])"
    + "|"
    + _YEAR.format("b")
    + r"\s*年\s*(?P<bm>\d{1,2})\s*月\s*(?P<bd>\d{1,2})\s*(?:日|(?!\d))"
    + r"|(?:民國|民国|日期\s*[：:])\s*(?P<roc>1?\d\d)\s*[-/.年]\s*(?P<rm>\d{1,2})\s*[-/.月]\s*(?P<rd>\d{1,2})(?!\d)"
    + r"|(?<!\d)(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<cy>(?:19|20)\d\d)(?!\d)(?P<clock>.{0,14}[AP]M)?"
    + r"|(?P<hy>[一二][〇○零一二三四五六七八九]{3})年(?P<hm>[一二三四五六七八九十]{1,2})月(?P<hd>[一二三四五六七八九十]{1,3})日"
    + r"|(?P<ed>\d{1,2})?\s*\b(?P<em>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:(?P<ed2>\d{1,2}),?\s+)?(?P<ey>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,6})?")
_IN_ADDRESS = re.compile(r"[/_]t?((?:19|20)\d\d)[-/_]?(\d\d)[-/_]?(\d\d)(?=[/_.?A-Z-]|$)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|\+00:?00)")
_PUBLISHED = re.compile(
    r"(?:[发發][布佈表]|刊[登发發]|出版|上[传傳]|[张張][贴貼])(?:[时時]间|[时時]間|日期|[于於])?\s*[：:/]?\s*$"
)
_CHANGED = re.compile(r"(?:更新|修改|修[订訂]|今天是|今日|[现現]在是)(?:[时時]间|[时時]間|日期|[于於])?\s*[：:/]?\s*$")
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_DIGITS = "〇一二三四五六七八九"

CHINA = timedelta(hours=8)


def iso(text: str) -> str:
    """The first date in ``text``, or nothing; a compact one (20240516102200) has to be all of it. UTC is put into China's time."""
    if moment := _MOMENT.fullmatch(text.strip()):
        return _in_china(moment[0])
    if found := _COMPACT.fullmatch(text.strip()):
        return _day(*map(int, found.groups()))
    return next((day for day, _ in _dates(text)), "")


def published(text: str) -> str:
    """The date in ``text`` on which it says that something was published, else the first that is not of a change."""
    dates = list(_dates(text))
    said = (day for day, before in dates if _PUBLISHED.search(before))
    return next(said, "") or next((day for day, before in dates if not _CHANGED.search(before)), "")


def has_date(text: str) -> bool:
    """Whether there is a date in ``text``."""
    return next(_dates(text), None) is not None


def without_dates(text: str) -> str:
    """The text without its dates, the weekdays and the times after them."""
    return re.sub(_AFTER, " ", _ANY.sub("\0", text))


_AFTER = re.compile(
    r"\0[日\s]*(?:[（(]?(?:星期|[周週]).[）)]?)?\s*T?(?:HKT)?\s*(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\s*[AP]M)?)?"
)


def of_address(address: str) -> str:
    """The date in the path of an address (``/2024-05/16/content_1.htm``), or nothing."""
    found = _IN_ADDRESS.search(address)
    return _day(*(int(part) for part in found.groups())) if found else ""


def _in_china(moment: str) -> str:
    try:
        return (datetime.fromisoformat(moment) + CHINA).date().isoformat()
    except ValueError:
        return ""


def of_clock(seconds: str) -> str:
    """The day in China of a time in seconds, or thousandths of them, since 1970."""
    moment = int(seconds[:10])
    return (datetime.fromtimestamp(moment, UTC) + CHINA).date().isoformat()


def _dates(text: str) -> Iterator[tuple[str, str]]:
    """Every date with the words before it."""
    for found in _ANY.finditer(text):
        if day := _said(found):
            yield day, text[max(0, found.start() - 12) : found.start()]


def _said(found: re.Match[str]) -> str:
    for kind in "ab":
        if found[f"{kind}y"]:
            return _day(int(found[f"{kind}y"]), int(found[f"{kind}m"]), int(found[f"{kind}d"]))
    if found["roc"]:
        return _day(int(found["roc"]) + 1911, int(found["rm"]), int(found["rd"]))
    if found["cy"]:
        one, two = int(found["one"]), int(found["two"])
        month_first = two > 12 or one <= 12 and found["clock"]
        return _day(int(found["cy"]), *((one, two) if month_first else (two, one)))
    if found["hy"]:
        year = "".join(str(_DIGITS.index(digit.replace("○", "〇").replace("零", "〇"))) for digit in found["hy"])
        return _day(int(year), _counted(found["hm"]), _counted(found["hd"]))
    day = found["ed2"] or found["ed"]
    return _day(int(found["ey"]), _MONTHS.index(found["em"].lower()) // 3 + 1, int(day)) if day else ""


def _counted(text: str) -> int:
    """A number below a hundred in characters."""
    tens, ten, ones = text.rpartition("十")
    return 10 * (_DIGITS.index(tens) if tens else 1) * bool(ten) + (_DIGITS.index(ones) if ones else 0)


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
