"""A file's name tells date, page and paper, or nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import Metadata
from converter.readers.name import metadata_of_name


def known(name: str) -> tuple[str | None, str | None, str | None]:
    """Paper, date and page."""
    data = metadata_of_name(name)
    return data.paper, data.date, data.page


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rmrb-20210105-05.txt", ("人民日报", "2021-01-05", "05")),
        ("rmrb-20210105-p12.txt", ("人民日报", "2021-01-05", "12")),
        ("RMRBHWB_2021_01_05_A12版.txt", ("人民日报海外版", "2021-01-05", "A12")),
        ("人民日报2021年1月5日第05版.txt", ("人民日报", "2021-01-05", "05")),
        ("2021年1月5日人民日报海外版第5版.txt", ("人民日报海外版", "2021-01-05", "5")),
        ("海湾晚报 2023.4.6.txt", ("海湾晚报", "2023-04-06", None)),
        ("海灣時報-1998-12-31-03版", ("海灣時報", "1998-12-31", "03")),
        ("海湾青年报20230406.txt", ("海湾青年报", "2023-04-06", None)),
        ("2021-01-05.txt", (None, "2021-01-05", None)),
        ("第05版.txt", (None, None, "05")),
        ("p05.txt", (None, None, "05")),
        ("第三版.txt", (None, None, "3")),
        ("海湾晚报第十二版.txt", ("海湾晚报", None, "12")),
        ("海湾日报-二〇二四年五月十六日.txt", ("海湾日报", "2024-05-16", None)),
        ("海灣時報民國113年5月16日頭版.txt", ("海灣時報", "2024-05-16", "1")),
        ("海湾日报２０２４年５月１６日第０５版.txt", ("海湾日报", "2024-05-16", "05")),
        ("海灣時報-光緒三十四年四月十七日-第三版.txt", ("海灣時報", "1908", "3")),
        ("海湾日报 2021-01-05 A叠03版.txt", ("海湾日报", "2021-01-05", "A03")),
        ("申報1908-05-16第二版.txt", ("申報", "1908-05-16", "2")),  # the paper; 申报 is what one does with taxes
        ("税务申报2021-01-05.txt", (None, "2021-01-05", None)),
        ("工作周报2021-01-05.txt", (None, "2021-01-05", None)),
        ("工作週報2021-01-05.txt", (None, "2021-01-05", None)),
        ("海湾晚报-2021-01-05-A01.txt", ("海湾晚报", "2021-01-05", "A01")),
    ],
)
def test_what_a_name_tells(name: str, expected: tuple[str | None, str | None, str | None]) -> None:
    """Dates, pages and papers are read in every usual way of writing."""
    assert known(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        "report-2020.txt",
        "2021-13-05.txt",
        "2021.01-05.txt",
        "五月廿六日.txt",
        "程序设计第三版序.txt",
        "20210230.txt",
        "12345678.txt",
        "120210105.txt",
        "程序设计第3版.txt",
        "程序设计第三版.txt",
        "mp3.txt",
        "p2p.txt",
        "年度汇报.txt",
        "天气预报.txt",
        "工作日报.txt",
        "报.txt",
        ".txt",
        "",
    ],
)
def test_ordinary_names(name: str) -> None:
    """No date, page or paper is made up from an ordinary name."""
    assert known(name) == (None, None, None)


def test_a_time_is_no_page() -> None:
    """Numbers that go on after a date are a time."""
    assert known("2021-01-05-12-30-00.txt") == (None, "2021-01-05", None)


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("0129年月日版第pA人民日报-_. "), max_size=24))
def test_any_name(name: str) -> None:
    """Any name gives metadata, with the name as its source."""
    assert metadata_of_name(name).source == name
    assert metadata_of_name(name).over(Metadata(title="题")).title == "题"
