"""Dates in every form that papers, pages and files write, and what is none."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.press.dates import (
    Date,
    as_iso,
    date_of_address,
    dates_in,
    first_date,
    has_date,
    is_date,
    is_day,
    left_aside,
    month_in,
    without_dates,
)
from converter.press.numbers import counted

DIGITS = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年5月16日", "2024-05-16"),
        ("２０２４年５月１６日", "2024-05-16"),
        ("2024 年 5 月 16 日", "2024-05-16"),
        ("2024年5月16号", "2024-05-16"),
        ("2024-05-16T10:22", "2024-05-16"),
        ("2024/5/16 10:22", "2024-05-16"),
        ("２０２４．５．１６", "2024-05-16"),
        ("2021_01_05", "2021-01-05"),
        ("2024 05 / 16 10:22:33", "2024-05-16"),
        ("2024 05 16 10:22:33", "2024-05-16"),
        ("16/05/2024 - 10:22", "2024-05-16"),
        ("5/6/2024", "2024-06-05"),
        ("5/6/2024, 10:22:33 AM", "2024-05-06"),
        ("May 16 2024", "2024-05-16"),
        ("May 16, 2024", "2024-05-16"),
        ("Thu, 16 May 2024 10:22:00 GMT", "2024-05-16"),
        ("二〇二四年五月十六日", "2024-05-16"),
        ("二○二四年十二月三十一日", "2024-12-31"),
        ("一千九百零八年五月十六號", "1908-05-16"),
        ("一九四九·十·一", "1949-10-01"),
        ("2024年五月16日", "2024-05-16"),
        ("2024年（民國113年）5月16日", "2024-05-16"),
        ("民國三十七年五月十六日", "1948-05-16"),
        ("民国卅七年五月卅一日", "1948-05-31"),
        ("民國三十七年國曆五月廿六日", "1948-05-26"),
        ("中華民國元年一月一日", "1912-01-01"),
        ("民國113年5月16日", "2024-05-16"),
        ("民國一百一十三年五月十六日", "2024-05-16"),
        ("民國113-05-16", "2024-05-16"),
        ("發布日期：113-05-16", "2024-05-16"),
        ("昭和十二年七月八日", "1937-07-08"),
        ("大正五年3月4日", "1916-03-04"),
        ("明治六年一月二日", "1873-01-02"),
        ("平成元年1月8日", "1989-01-08"),
        ("令和6年5月16日 朝刊", "2024-05-16"),
        ("滿洲國康德四年七月八日", "1937-07-08"),
        ("洪憲元年一月三日", "1916-01-03"),
        ("中華民國三十有七年五月十六日", "1948-05-16"),
        ("Thursday, May 16th, 2024", "2024-05-16"),
        ("16th of May 2024", "2024-05-16"),
        ("2024-02-30 2024-03-01", "2024-03-01"),
        ("海湾日报 1998年5月6日 星期三 第03版", "1998-05-06"),
        ("光緒三十四年四月十七日（西曆一千九百零八年五月十六號）", "1908-05-16"),
    ],
)
def test_a_day(text: str, expected: str) -> None:
    """The first day of the sun's calendar is found in every form."""
    found = first_date(text)

    assert (found and found.iso) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("光緒三十四年四月十七日", "1908"),
        ("大清光绪卅四年四月十七日", "1908"),
        ("光緒三十四年歲次戊申四月十七日", "1908"),
        ("宣統元年閏二月初九日", "1909"),
        ("咸豐七年正月初一日", "1857"),
        ("同治十一年三月廿三日", "1872"),
        ("明治五年一月二日", "1872"),
        ("民國三十七年四月初八日", "1948"),
        ("民國三十七年農曆四月八日", "1948"),
        ("民國三十七年臘月八日", "1948"),
    ],
)
def test_a_day_of_the_moon(text: str, expected: str) -> None:
    """Of a day of the moon's calendar the year alone is known, and it is said that more was there."""
    found = first_date(text)

    assert found == Date(0, len(text), expected)
    assert left_aside(found.iso, ["第三版", text]) == (
        f"{text} is a day of the moon's calendar: only the year is taken, as {expected}, though its last weeks fall "
        "into the next; say the day with --date",
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2024", "2024"),
        ("2024年", "2024"),
        ("二〇二四年", "2024"),
        ("民國113年", "2024"),
        ("光緒三十四年", "1908"),
        ("三十七年", None),
        ("民國", None),
        ("3024", None),
        ("2024年5月", None),
    ],
)
def test_a_year_that_somebody_says(said: str, expected: str | None) -> None:
    """A year alone may be said of an era too, in any digits, with its sign or without."""
    assert as_iso(said) == expected


@pytest.mark.parametrize(
    "text",
    [
        "五月廿六日",
        "06-03 08:10",
        "三十七年五月十六日",
        "113年5月16日",
        "2024年5月",
        "二〇二四年",
        "2024年2月30日",
        "2024-13-40",
        "2021-1.5",
        "2024 05 16:30",
        "光緒三十五年一月一日",
        "昭和六十五年一月一日",
        "2024年农历四月初九",
        "2024年5月初一些",
        "1700年5月6日",
        "12021-01-05",
        "20240516",
        "1.2.3",
        "日期：24-05-16",
        "A2024",
        "Mayor 2024",
        "1" * 5000 + "年1月1日",
        "",
    ],
)
def test_no_date(text: str) -> None:
    """What names no year, or no day of its calendar, is no date, and no year is made up."""
    assert list(dates_in(text)) == []


def written(day: date) -> list[str]:
    """A day as papers write it."""
    year, month, of_month = day.year, day.month, day.day
    years = ["".join(DIGITS[int(digit)] for digit in str(year))]
    forms = [
        f"{year}年{month}月{of_month}日",
        f"{year}-{month:02}-{of_month:02}",
        f"{year}/{month}/{of_month}",
        f"{year}.{month}.{of_month}",
        *(f"{said}年{counted(month)}月{counted(of_month)}日" for said in (*years, counted(year))),
    ]
    if year >= 1912:
        forms += [
            f"民國{counted(year - 1911)}年{counted(month)}月{counted(of_month)}日",
            f"中华民国{year - 1911}年{month}月{of_month}日",
        ]
    if year >= 1900:
        forms += [
            f"{of_month:02}/{month:02}/{year}",
            f"{day:%b} {of_month}, {year}",
            f"{year} {month:02} {of_month:02}",
        ]
    return forms + ["".join(chr(ord(c) + 0xFEE0) if c in "0123456789-/." else c for c in form) for form in forms[:4]]


@given(st.dates(date(1815, 1, 1), date(2099, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    """Any day of the calendar is read from each of its forms, from its first character to its last."""
    assert {form: list(dates_in(form)) for form in written(day)} == {
        form: [Date(0, len(form), day.isoformat())] for form in written(day)
    }


@given(st.text(st.sampled_from("0129年月日民國元光緒廿十初-/. :：May"), max_size=30))
def test_any_text(text: str) -> None:
    """No text raises, and what is found is a day or a year of it, in order."""
    found = list(dates_in(text, compact=True))

    assert all(day.iso == date.fromisoformat(f"{day.iso}-01-01"[:10]).isoformat()[: len(day.iso)] for day in found)
    assert [day.start for day in found] == sorted({day.start for day in found})


def test_linear() -> None:
    """A long text of blanks and digits is searched in the time of its length."""
    began = time.perf_counter()
    for text in (
        "2024" + " " * 200_000,
        "民國" + "\u3000" * 200_000,
        "2024 05 " * 20_000,
        "2024-05-16 " * 20_000,
        "年" * 200_000,
    ):
        list(dates_in(text, compact=True))
        without_dates(text)

    assert time.perf_counter() - began < 10


def test_compact() -> None:
    """Eight digits are a date where that is asked for, with or without a time after them, not amid other digits."""
    texts = ("20240516", "rmrb-20240516-03", "20240516102233", "120240516", "20241316")

    assert [(day := first_date(text, compact=True)) and day.iso for text in texts] == [
        "2024-05-16",
        "2024-05-16",
        "2024-05-16",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年5月", Date(0, 7, "2024-05")),
        ("二〇二四年五月十六日", Date(0, 7, "2024-05")),
        ("总第3期 2024.05", Date(5, 12, "2024-05")),
        ("民國三十七年五月", Date(0, 8, "1948-05")),
        ("2024年工作", None),
        ("5月16日", None),
    ],
)
def test_month_in(text: str, expected: Date | None) -> None:
    """A year and its month are found where no day is, too."""
    assert month_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年5月16日 星期四 10:22", True),
        ("二〇二四年五月十六日（禮拜四）", True),
        ("2024-05-16", True),
        ("2024年5月16日 海湾日报", False),
        ("星期四", False),
    ],
)
def test_is_date(text: str, expected: bool) -> None:
    """A line is a date where nothing but its weekday and its time stands beside it."""
    assert is_date(text) == expected


def test_without_dates() -> None:
    """Dates go with their weekdays and times, other words stay."""
    text = "2024年5月16日 星期四 10:22 来源：潮声网 2024-05-17 08:00"

    assert without_dates(text).split() == ["来源：潮声网"]
    assert not has_date(without_dates(text))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://paper.test/html/2024-05/16/content_1.htm", "2024-05-16"),
        ("http://paper.test/n1/2024/0516/c1-2.html", "2024-05-16"),
        ("http://paper.test/202405/t20240516_123.html", "2024-05-16"),
        ("http://paper.test/a/20240516A01ABC", "2024-05-16"),
        ("http://paper.test/2024-05/1234.htm", None),
    ],
)
def test_a_date_in_an_address(address: str, expected: str | None) -> None:
    """Papers and sites file their pages by day."""
    found = date_of_address(address)

    assert (found and found.iso) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2021-01-05", "2021-01-05"),
        (" 20210105 ", "2021-01-05"),
        ("1644-06-06", "1644-06-06"),
        ("1908", "1908"),
        ("民國三十七年五月十六日", "1948-05-16"),
        ("光緒三十四年四月十七日", "1908"),
        ("16/05/2024", "2024-05-16"),
        ("2021-02-30", None),
        ("yesterday", None),
        ("2024-05-16 or so", None),
        ("", None),
    ],
)
def test_as_iso(said: str, expected: str | None) -> None:
    """What a user says is a day in any form, or a year; nothing may stand beside it."""
    assert as_iso(said) == expected


@pytest.mark.parametrize(
    ("iso", "texts"), [("2024-05-16", ["光緒三十四年四月十七日"]), ("1907", ["光緒三十四年四月十七日"]), (None, [])]
)
def test_nothing_left_aside(iso: str | None, texts: list[str]) -> None:
    """There is no warning where the day is known, or the year is not from such a day."""
    assert left_aside(iso, texts) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("六月十八日", True),
        ("七月二日夜", True),
        ("農曆八月初三", True),
        ("2024年5月16日　深夜", True),
        ("五月六日的船", False),
        ("十月九日於渡口", False),
        ("六月", False),
        ("渡口", False),
    ],
)
def test_a_day_alone(text: str, expected: bool) -> None:
    """Its year may be missing, and the part of the day told; other words are none of it."""
    assert is_day(text) is expected
