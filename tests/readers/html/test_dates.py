"""Dates as pages write them."""

import pytest

from converter.readers.html.dates import iso, of_address, of_clock, published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-16T10:22", "2024-05-16"),
        ("2024年5月16日", "2024-05-16"),
        ("2024 05 / 16 10:22:33", "2024-05-16"),
        ("2024 05 16 10:22:33", "2024-05-16"),
        ("20240516102233", "2024-05-16"),
        ("發布日期：113-05-16", "2024-05-16"),
        ("民國113年5月16日", "2024-05-16"),
        ("二〇二四年十二月三十一日", "2024-12-31"),
        ("16/05/2024 - 10:22", "2024-05-16"),
        ("5/6/2024, 10:22:33 AM", "2024-05-06"),
        ("May 16, 2024", "2024-05-16"),
        ("Thu, 16 May 2024 10:22:00 GMT", "2024-05-16"),
        ("2024-05-15T22:22:00.000Z", "2024-05-16"),
        ("2024-13-40", ""),
        ("2024-02-30 2024-03-01", "2024-03-01"),
        ("二〇二四年", ""),
        ("A2024", ""),
    ],
)
def test_a_date(text: str, day: str) -> None:
    """The first day of the calendar in a text, in ISO 8601."""
    assert iso(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("更新時間：2024/05/17 發布時間：2024/05/16", "2024-05-16"),
        ("出版：2024-05-16 10:22 更新：2024-05-17 08:00", "2024-05-16"),
        ("今天是：2024年6月1日", ""),
        ("2024-05-16 来源：潮声网", "2024-05-16"),
    ],
)
def test_when_it_was_published(text: str, day: str) -> None:
    """Not when it was changed, nor when the page was looked at."""
    assert published(text) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("http://paper.test/html/2024-05/16/content_1.htm", "2024-05-16"),
        ("http://paper.test/n1/2024/0516/c1-2.html", "2024-05-16"),
        ("http://paper.test/202405/t20240516_123.html", "2024-05-16"),
        ("http://paper.test/a/20240516A01ABC", "2024-05-16"),
        ("http://paper.test/2024-05/1234.htm", ""),
    ],
)
def test_a_date_in_an_address(address: str, day: str) -> None:
    """Papers and sites file their pages by day."""
    assert of_address(address) == day


def test_a_time_of_a_clock() -> None:
    """Seconds since 1970 are a day in China."""
    assert of_clock("1715817600") == "2024-05-16"
