"""Dates as papers, pages and files write them, of the sun's calendar and of the moon's → ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache

from converter.press.lexicon import any_of, lists
from converter.press.numbers import DIGIT, HAN_DIGIT, HAN_NUMBER, half_width, value_of
from converter.press.patterns import later
from converter.records import NamedTuple

_YEARS = range(1815, 2100)
"""The first Chinese newspaper is of 1815; another number is no year that a paper was printed in."""


WEEKDAY = "(?:(?:星期|[周週]|[礼禮]拜)[一二三四五六日天]|[月火水木金土日]曜日?)"
"""A pattern of a day of the week; in years of 昭和 papers have 木曜日."""


_LONGEST_DAY = 24
"""Characters of a line that is a day."""


class Date(NamedTuple):
    """A date and where it stands in a text. ``iso`` is its day, or its year alone where the calendar is the moon's."""

    start: int
    end: int
    iso: str

    @property
    def is_whole(self) -> bool:
        """Whether its day is known."""
        return len(self.iso) == len("2024-05-16")


def dates_in(text: str, compact: bool = False) -> Iterator[Date]:
    """The dates in ``text`` that are days of a calendar, in their order.

    Known are years of the Common Era, of the Republic and of reigns (``eras.tsv``), in digits of either width and in
    Han characters: 2024-05-16, 民國一百一十三年五月十六日; 16/05/2024 and May 16, 2024; with ``compact`` also
    20240516, which elsewhere may be any number. What names no year is no date: 五月廿六日.
    """
    if not _SIGN.search(text):
        return
    plain = half_width(text)
    found = [_year_first(hit) for hit in _pattern().finditer(plain)]
    if "/" in plain:
        found += map(_day_first, _with_day_first().finditer(plain))
    if _WORD.search(plain):
        found += map(_in_english, _english().finditer(plain))
    if compact:
        found += map(_compact, _eight_digits().finditer(plain))
    end = 0
    for day in sorted(filter(None, found)):
        if day.start >= end:
            yield day
            end = day.end


def first_date(text: str, compact: bool = False) -> Date | None:
    """The first whole date in ``text``, else the first of which the year alone is known."""
    found = list(dates_in(text, compact))
    return next((day for day in found if day.is_whole), found[0] if found else None)


def month_in(text: str) -> Date | None:
    """The first year and month in ``text``, a day after them left aside: 2024年5月, 二〇二四年五月, 2024-05."""
    for hit in _months().finditer(half_width(text)):
        year, month = _year(hit), value_of(hit["month"]) or 0
        if year in _YEARS and 1 <= month <= 12:
            return Date(*hit.span(), f"{year}-{month:02}")
    return None


def year_of_era(text: str) -> Date | None:
    """The first year of an era in ``text`` that has no month after it: 民國三十七年, 光緒卅四年."""
    years = (Date(*hit.span(), str(_year(hit))) for hit in _years().finditer(half_width(text)) if hit["era"])
    return next((year for year in years if int(year.iso) in _YEARS), None)


def has_date(text: str) -> bool:
    """Whether there is a date in ``text``."""
    return _SIGN.search(text) is not None and next(dates_in(text), None) is not None


def is_date(text: str) -> bool:
    """Whether ``text`` is a date, with its weekday and its time, and nothing else."""
    return has_date(text) and not without_dates(text).strip()


def is_day(text: str) -> bool:
    """Whether ``text`` is a day and nothing else, with the part of the day; its year may be missing: 五月六日夜."""
    if len(text) > _LONGEST_DAY or "日" not in text and "月" not in text and not has_date(text):
        return False
    rest = without_dates(text) if has_date(text) else _of_no_year().sub("", half_width(text), 1)
    return rest != text and rest.strip() in ("", *lists(__package__, "words")["day", "part"])


def alone(text: str) -> str | None:
    """The time that a line says if it says nothing else: a day, a month or a year of an era, in ISO 8601; else None.

    Its characters may be set apart. Of a month the year alone is told; of a time without a year that can be told
    nothing (甲辰年四月廿七, 乾隆五十八年八月).
    """
    plain = "".join(text.split())
    if not 4 <= len(plain) <= _LONGEST_ALONE:
        return None
    bare = _calendar().sub("", plain)
    if day := next(filter(None, map(_only_day, (text, plain, bare))), None):
        return day.iso
    if _time().fullmatch(bare) is None:
        return None
    said = month_in(bare) or year_of_era(bare)
    return said.iso[: len("1908")] if said else ""


def _only_day(text: str) -> Date | None:
    """The day that ``text`` says with its weekday and its time, if it says nothing else."""
    if is_date(text):
        return first_date(text)
    day = first_date(text, compact=True) if text.isdecimal() else None
    return day if day and (day.start, day.end) == (0, len(text)) else None


def without_dates(text: str) -> str:
    """The text with a blank for each date, its weekday and its time."""
    pieces, end = [], 0
    for day in dates_in(text):
        pieces.append(text[end : day.start])
        end = day.end
    return _after().sub(" ", "\0".join((*pieces, text[end:]))) if pieces else text


def date_of_address(address: str) -> Date | None:
    """The date in the path of an address, by which papers and sites file their pages: ``/2024-05/16/content_1.htm``."""
    found = _in_address().search(address)
    return _compact(found) if found else None


def as_iso(said: str) -> str | None:
    """What somebody says a date to be, in ISO 8601: a day in any form, or a year alone, of an era too; None else."""
    said = said.strip()
    try:
        return datetime.fromisoformat(said).date().isoformat()  # with its time, as feeds have it
    except ValueError:
        day = first_date(said, compact=True)
    if day and (day.start, day.end) == (0, len(said)):
        return day.iso
    year = _years().fullmatch(half_width(said if said.endswith("年") else f"{said}年"))
    return str(_year(year)) if year and (year["year"] or _year(year) in _YEARS) else None


_ISO = later("[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def first_day(iso: str) -> date | None:
    """The first day of a date of ISO 8601: a day, a month or a year (W3C, *Date and Time Formats*); else None."""
    if not _ISO.fullmatch(iso):
        return None
    try:
        return date.fromisoformat(f"{iso}-01-01"[:10])
    except ValueError:
        return None


def left_aside(iso: str | None, texts: Iterable[str]) -> tuple[str, ...]:
    """The warning that ``iso`` is all that was taken of a day of the moon's calendar in one of the ``texts``."""
    if not iso or len(iso) != len("1908"):
        return ()
    said = next((text[day.start : day.end] for text in texts for day in dates_in(text) if day.iso == iso), None)
    if not said:
        return ()
    taken = f"only the year is taken, as {iso}, though its last weeks fall into the next"
    return (f"{said} is a day of the moon's calendar: {taken}; say the day with --date",)


_LONGEST_ALONE = 40
"""Characters of the longest line that is a date: two calendars and a weekday."""

_SIGN = later(rf"年|[-_/.·－／．].{{1,8}}[-_/.·－／．]|[{DIGIT}]\s+[{DIGIT}]|[12][0-9]{{3}}")
"""What every date has one of; most lines have none."""

_WORD = later("[A-Za-z]{3}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINAL = "(?:st|nd|rd|th)?"
_BLANK, _BLANKS = r"\s{0,4}", r"\s{1,4}"  # bounded, so that a search is linear in any text


@cache
def _with_day_first() -> re.Pattern[str]:
    return later(
        r"(?<![0-9])(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})/(?P<year>(?:19|20)[0-9]{2})(?![0-9])(?=(?P<clock>.{0,14}[AP]M)?)"
    )


@cache
def _english() -> re.Pattern[str]:
    return later(
        rf"(?:(?<![0-9])(?P<before>[0-9]{{1,2}}){_ORDINAL}{_BLANK}(?:of{_BLANKS})?)?"
        rf"\b(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?,?{_BLANKS}"
        rf"(?:(?P<after>[0-9]{{1,2}}){_ORDINAL},?{_BLANKS})?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])",
        re.IGNORECASE,
    )


@cache
def _eight_digits() -> re.Pattern[str]:
    """A date without marks, with or without hours, minutes and seconds after it."""
    return later(r"(?<![0-9])([12][0-9]{3})([0-9]{2})([0-9]{2})(?:[0-9]{4}(?:[0-9]{2})?)?(?![0-9])")


@cache
def _in_address() -> re.Pattern[str]:
    return later(r"[/_]t?((?:19|20)[0-9]{2})[-/_]?([0-9]{2})[-/_]?([0-9]{2})(?=[/_.?A-Z-]|$)")


@cache
def _after() -> re.Pattern[str]:
    """A weekday and a time after the sign that stands for a date."""
    return later(
        rf"\0{_BLANK}(?:[（(]?{WEEKDAY}[）)]?)?{_BLANK}T?(?:HKT)?{_BLANK}"
        rf"(?:[{DIGIT}]{{1,2}}[:：][{DIGIT}]{{2}}(?:[:：][{DIGIT}]{{2}})?(?:{_BLANK}[AP]M)?)?",
        re.IGNORECASE,
    )


_SMALL = rf"[0-9]{{1,2}}|[{HAN_NUMBER}]{{1,3}}"


@cache
def _year_pattern() -> str:
    """A year of an era by its count (in 日期：113-05-16 the Republic is meant), or of the Common Era."""
    return (
        rf"(?:(?:(?:(?:中[華华]|大清|大?[满滿]洲帝?[国國]){_BLANK})?(?P<era>{any_of(_eras())}){_BLANK}|日期{_BLANK}:{_BLANK}(?=1[0-9]{{2}}[^0-9]))"
        rf"(?P<count>元|(?<=[纪紀元历曆])(?:[0-9]{{4}}|[{HAN_NUMBER}]{{4,9}})|[0-9]{{1,3}}|(?:[{HAN_NUMBER}]{{1,3}}有)?[{HAN_NUMBER}]{{1,5}})"
        rf"|(?<![0-9{HAN_DIGIT}])(?P<year>[12][0-9]{{3}}|[一二](?:[{HAN_DIGIT}]{{3}}|千[{HAN_NUMBER}]{{0,7}})))"
    )


@cache
def _months() -> re.Pattern[str]:
    return later(rf"{_year_pattern()}{_BLANK}[年/.-]{_BLANK}(?P<month>{_SMALL})(?![0-9]){_BLANK}月?")


@cache
def _of_no_year() -> re.Pattern[str]:
    return later(
        rf"^(?:[农農阴陰夏旧舊][历曆]{_BLANK})?(?:[正冬腊臘]|{_SMALL}){_BLANK}月{_BLANK}初?(?:{_SMALL})(?:{_BLANK}[日号號])?"
    )


@cache
def _years() -> re.Pattern[str]:
    return later(rf"{_year_pattern()}{_BLANK}年(?!{_BLANK}[0-9{HAN_NUMBER}正元腊臘闰閏农農])")


@cache
def _calendar() -> re.Pattern[str]:
    return later(rf"^(?:[农農阴陰夏旧舊公国國阳陽新西][历曆]|[公西][元纪紀])|[，,、]?[（(]?{WEEKDAY}[）)]?$")


@cache
def _time() -> re.Pattern[str]:
    """A year by its count in an era or by the cycle of sixty, and what of month and day is told."""
    count = f"{_CYCLE}|元|[0-9]{{1,4}}|[{HAN_NUMBER}]{{1,9}}"
    month = f"[闰閏]?(?:[正元冬腊臘]|{_SMALL})月(?:初?(?:{_SMALL})[日号號]?)?"
    eras = any_of(_eras())
    common = f"(?:[12][0-9]{{3}}|[一二][{HAN_DIGIT}]{{3}})"
    reign = rf"[^\W\d_]{{2}}(?:{_CYCLE}|元|[1-9][0-9]?|[{HAN_NUMBER}]{{1,3}})"  # 康熙六十一年
    known = rf"(?:中[華华]|大清)?(?:{eras})(?:[岁歲]次)?(?:{count})年(?:{month})?"
    return later(rf"{known}|(?:[岁歲]次)?{_CYCLE}年(?:{month})?|{reign}年{month}|{common}年(?:{_SMALL})月")


_CYCLE = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
"""A pattern of a year, or of anything else, in the cycle of sixty."""


@cache
def _pattern() -> re.Pattern[str]:
    """A date that begins with its year, after which may stand another name of it (歲次戊子) and the calendar."""
    cycle = rf"(?:[岁歲]次)?{_BLANK}{_CYCLE}年?"
    aside = rf"(?:{_BLANK}\([^()]{{1,12}}\))?(?:{_BLANK}{cycle})?"
    calendar = "(?:(?:(?P<moon>[农農阴陰夏旧舊])|[公国國阳陽新西])[历曆])?"
    return later(
        rf"{_year_pattern()}(?:{_BLANK}(?P<y>[年_/.·-]){aside}{_BLANK}|{_BLANKS}){calendar}{_BLANK}(?P<leap>[闰閏])?(?P<month>[正元冬腊臘]|{_SMALL})"
        rf"(?:{_BLANK}(?P<m>[月_/.·-]){_BLANK}|{_BLANKS})(?P<first>初)?(?P<day>{_SMALL})(?![0-9{HAN_NUMBER}])(?:{_BLANK}[日号號](?!外))?"
    )


def _year_first(hit: re.Match[str]) -> Date | None:
    """The date that ``_pattern`` found, if its marks agree."""
    year, month, day = _year(hit), _month(hit["month"]), value_of(hit["day"])
    if not (month and day and _marks_agree(hit)):
        return None
    lunar = any((hit["moon"], hit["leap"], hit["first"], hit["month"] in _NAMED))
    if lunar or hit["era"] and year < _eras()[hit["era"]][2]:
        fits = hit["era"] and year in _YEARS and month <= 12 and day <= 30
        return Date(*hit.span(), str(year)) if fits else None
    return _day(hit, year, month, day)


def _month(said: str) -> int | None:
    return 1 if said == "元" else _NAMED.get(said) or value_of(said)


_NAMED = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
"""The months of the moon's calendar that have names."""


def _marks_agree(hit: re.Match[str]) -> bool:
    """Whether the marks after year and month are of one kind: 年 and 月, or twice the same; a blank goes with any."""
    after_year, after_month = hit["y"], hit["m"]
    if after_month != "月" and hit.string[hit.end("day") : hit.end("day") + 1] == ":":
        return False  # 2024-05 16:30
    if after_year and after_month:
        return after_year == after_month or after_year == "年" or after_month == "月"
    return (hit["year"] or "").startswith(("19", "20")) and after_year != "年" and after_month != "月"


@cache
def _eras() -> dict[str, tuple[int, int, int]]:
    """The eras by their names: first year, last year, the first year of the sun's calendar."""
    rows = lists(__package__, "eras").items()
    return {name: (int(first), int(last), int(sun)) for (first, last, sun), names in rows for name in names}


def _year(hit: re.Match[str]) -> int:
    """The year of the Common Era that was found; 0 where the era was over by then."""
    if not hit["count"]:
        return value_of(hit["year"]) or 0
    first, last, _ = _eras()[hit["era"] or "民国"]
    count = 1 if hit["count"] == "元" else value_of(hit["count"].replace("有", "")) or 0  # 三十有七
    return first - 1 + count if 1 <= count <= last - first + 1 else 0


def _day_first(hit: re.Match[str]) -> Date | None:
    """16/05/2024, or 5/16/2024; of two small numbers the first is the month where a clock says AM or PM after it."""
    one, two = int(hit["one"]), int(hit["two"])
    month, day = (one, two) if two > 12 or one <= 12 and hit["clock"] else (two, one)
    return _day(hit, int(hit["year"]), month, day)


def _in_english(hit: re.Match[str]) -> Date | None:
    """May 16, 2024; 16 May 2024."""
    month, day = _MONTHS.index(hit["month"].lower()) + 1, hit["after"] or hit["before"]
    return _day(hit, int(hit["year"]), month, int(day)) if day else None


def _compact(hit: re.Match[str]) -> Date | None:
    return _day(hit, *map(int, hit.groups()))


def _day(hit: re.Match[str], year: int, month: int, day: int) -> Date | None:
    """The date where the sun's calendar has such a day."""
    try:
        return Date(*hit.span(), date(year, month, day).isoformat()) if year in _YEARS else None
    except ValueError:
        return None
