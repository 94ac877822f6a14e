"""The few words that a writer adds."""

from __future__ import annotations

import pytest

from converter import convert_script
from converter.model import Issue, Metadata, Section
from converter.writers.markup.labels import HANS, HANT, labels_for, masthead, region_of, section_label, spoken_date


def test_date_of_a_masthead() -> None:
    """A day gets its weekday, a month or a year alone its word; what is no date stays as it is."""
    dates = ("2024-02-29", "2024-02", "1908", "2024-02-30", "去年冬天", None)
    assert [spoken_date(date) for date in dates] == [
        "2024年2月29日 星期四",
        "2024年2月",
        "1908年",
        "2024-02-30",
        "去年冬天",
        "",
    ]


@pytest.mark.parametrize(
    ("language", "contents", "region"),
    [
        ("zh-Hans", "目录", "SC"),
        ("zh", "目录", "SC"),
        ("zh-CN", "目录", "SC"),
        ("en", "目录", "SC"),
        ("zh-Hant", "目錄", "TC"),
        ("zh-TW", "目錄", "TC"),
        ("ZH-HANT-TW", "目錄", "TC"),
        ("zh-Hant-HK", "目錄", "HK"),
        ("zh-HK", "目錄", "HK"),
        ("zh-mo", "目錄", "HK"),
    ],
)
def test_a_tag_tells_script_and_region(language: str, contents: str, region: str) -> None:
    """In any case of its letters; what names no traditional characters has simplified ones."""
    assert (labels_for(language)["contents"], region_of(language)) == (contents, region)


def test_both_scripts_have_every_label() -> None:
    """The traditional ones are what the simplified ones become."""
    assert {name: convert_script(label, "zh-Hant-TW") for name, label in HANS.items() if name != "script"} == {
        name: label for name, label in HANT.items() if name != "script"
    }


@pytest.mark.parametrize(
    ("page", "name", "expected"),
    [("05", "要闻", "第05版 要闻"), ("05", None, "第05版"), (None, "副刊", "副刊"), (None, None, "")],
)
def test_what_a_page_is_called(page: str | None, name: str | None, expected: str) -> None:
    """By its number and name, or the half that is known."""
    assert section_label(Section((), page, name), HANS) == expected


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([("3", "要闻")], "2031年4月5日 星期六　第3版 要闻"),
        ([("3", None), ("4", None)], "2031年4月5日 星期六"),
        ([(None, None)], "2031年4月5日 星期六　第7版 副刊"),
    ],
)
def test_masthead(pages: list[tuple[str | None, str | None]], expected: str) -> None:
    """The paper, its day, and the page where it is one alone: the text's own, else what is known of the whole."""
    data = Metadata(paper="南湾日报", date="2031-04-05", page="7", page_name="副刊")
    sections = tuple(Section((), page, name) for page, name in pages)
    assert masthead(Issue(sections, data), HANS) == ("南湾日报", expected)
    assert masthead(Issue((), Metadata(title="潮")), HANS) == ("潮", "")
