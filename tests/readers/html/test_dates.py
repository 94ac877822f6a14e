"""Dates as pages write them."""

import pytest

from converter.readers.html.dates import iso, of_address, of_clock, published


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024-05-16T10:22:00+08:00", "2024-05-16"),
        ("2024-05-16T22:22:00-05:00", "2024-05-16"),
        ("2024-05-15T22:22:00.000Z", "2024-05-16"),
        ("2024-05-15T22:22:00+00:00", "2024-05-16"),
        ("20240516102233", "2024-05-16"),
        ("Thu, 16 May 2024 10:22:00 GMT", "2024-05-16"),
        ("二〇二四年五月十六日", "2024-05-16"),
        ("2024", ""),
        ("A2024", ""),
        ("", ""),
    ],
)
def test_what_a_program_says(said: str, day: str) -> None:
    """A program's date is the day of it in China: of a time in UTC the day of eight hours later."""
    assert iso(said) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("更新時間：2024/05/17 發布時間：2024/05/16", "2024-05-16"),
        ("出版：2024-05-16 10:22 更新：2024-05-17 08:00", "2024-05-16"),
        ("今天是：2024年6月1日", ""),
        ("發布日期：113-05-16", "2024-05-16"),
        ("光緒三十四年四月十七日 2024-05-16", "2024-05-16"),
        ("光緒三十四年四月十七日", "1908"),
        ("2024-05-16 来源：潮声网", "2024-05-16"),
    ],
)
def test_when_it_was_published(text: str, day: str) -> None:
    """Not when it was changed, nor when the page was looked at."""
    assert published(text) == day


def test_a_date_in_an_address() -> None:
    """Papers and sites file their pages by day."""
    addresses = ("http://paper.test/html/2024-05/16/content_1.htm", "http://paper.test/2024-05/1234.htm")

    assert [of_address(address) for address in addresses] == ["2024-05-16", ""]


def test_a_time_of_a_clock() -> None:
    """Seconds since 1970 are a day in China."""
    assert of_clock("1715817600") == "2024-05-16"
