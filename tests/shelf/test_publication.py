"""What a shelf knows of a publication is told in one way."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from converter.shelf.publication import EPUB, HTML, Copy, moment, name_based, printed, tag
from tests.shelf.made import publication


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2024-05-16", datetime(2024, 5, 16, tzinfo=UTC)),
        ("2024", datetime(2024, 1, 1, tzinfo=UTC)),
        ("2024-05-16T08:30:00Z", datetime(2024, 5, 16, 8, 30, tzinfo=UTC)),
        ("2024-05-16T08:30:00.5+08:00", datetime(2024, 5, 16, 0, 30, tzinfo=UTC)),
        ("2024-05-16T08:30:00", datetime(2024, 5, 16, 8, 30, tzinfo=UTC)),
        ("9999-12-31T23:59:59-08:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_moment_is_in_utc(said: str, expected: datetime | None) -> None:
    """Days, months, years and times become an instant; what is none is none."""
    assert moment(said) == expected
    if expected:
        assert moment(said).tzinfo == timezone(timedelta())  # type: ignore[union-attr]


def test_addresses_hold_no_character_that_a_link_may_not() -> None:
    """A copy's link is ASCII (RFC 3986)."""
    assert Copy("五月/第 1#期.epub", EPUB).address == "%E4%BA%94%E6%9C%88/%E7%AC%AC%201%23%E6%9C%9F.epub"


def test_copies_are_found_by_kind() -> None:
    """The first of a kind, or none."""
    one = publication("2024-05-16")
    assert one.copy_of(EPUB) == Copy("2024-05-16 0.epub", EPUB)
    assert one.copy_of(HTML) is None


def test_a_summary_is_what_it_says_of_itself_or_its_titles() -> None:
    """A description counts before titles."""
    assert publication("2024", leads=("桥通了", "船停了")).summary == "桥通了；船停了"
    assert publication("2024", description="一日之事").summary == "一日之事"


def test_names_depend_on_what_is_named() -> None:
    """The same parts give the same name, others another one."""
    assert name_based("a", "b") == name_based("a", "b") != name_based("a b")
    assert publication("2024-05-16").key == publication("2024-05-16").key != publication("2024-05-16", 1).key


@pytest.mark.parametrize(
    ("said", "expected"),
    [("zh-Hans", "zh-Hans"), ("zh_CN", "zh-CN"), (" en ", "en"), ("简体中文", ""), ("", ""), (None, "")],
)
def test_languages_are_tags(said: str | None, expected: str) -> None:
    """What is no tag of BCP 47 would make feeds invalid."""
    assert tag(said) == expected


def test_no_paper_is_of_the_year_101() -> None:
    """That is how calibre says that it knows no date."""
    assert [printed(date) for date in ("0101-01-01", "1872-04-30", "1908", "", None)] == [
        "",
        "1872-04-30",
        "1908",
        "",
        "",
    ]
