"""The pages of a newspaper, however they are called, in one form."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.press.numbers import counted
from converter.press.pages import Key, is_front, label, number_of, page_at_edge, page_in, page_in_name, page_key

Told = tuple[str, str] | None


def told(page: object) -> Told:
    """The number and the name of a page."""
    return (page.number, page.name) if page else None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第05版：要闻", ("05", "要闻")),
        ("第05版 要闻", ("05", "")),
        ("第 ５ 版：国际·经济", ("5", "国际·经济")),
        ("第三版", ("3", "")),
        ("第十二版：副刊", ("12", "副刊")),
        ("第廿一版", ("21", "")),
        ("A3版", ("A3", "")),
        ("第Ａ０３版", ("A03", "")),
        ("A叠03版", ("A03", "")),
        ("B疊第12版", ("B12", "")),
        ("头版", ("1", "")),
        ("第頭版", ("1", "")),
        ("版次：05", ("05", "")),
        ("第3面", ("3", "")),
        ("2024年5月16日　第 三 面　要闻", ("3", "")),
        ("海州日报2024年5月16日第3面", ("3", "")),
        ("第A3面：港闻", ("A3", "港闻")),
        ("頁三", ("3", "")),
        ("页 12", ("12", "")),
        ("港聞　頁A3", ("A3", "")),
        ("第三面旗帜", None),
        ("这是第三面", None),
        ("面三", None),
        ("网页三", None),
        ("頁三十米", None),
        ("版次:第三版", ("3", "")),
        ("2015年7月6日12版", ("12", "")),
        ("今日8版", None),
        ("共16版", None),
        ("共八版", None),
        ("头版头条", None),
        ("第三版序", None),
        ("第3版说明", None),
        ("第三版本", None),
        ("健康卡1.0版", None),
        ("2024版", None),
        ("Q版", None),
        ("第十二三版", None),
        ("要闻", None),
    ],
)
def test_page_in(text: str, expected: Told) -> None:
    """A page has a number in digits, with the letter of its part; editions and amounts are no pages."""
    assert told(page_in(text)) == expected


@given(st.integers(1, 199))
def test_a_number_is_one_in_every_form(number: int) -> None:
    """第三版, 第3版, 第３版 and 3版 are one page."""
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    forms = (f"第{counted(number)}版", f"第{number}版", f"第{wide}版", f"{number}版", f"版次：{number}")

    assert [told(page_in(form)) for form in forms] == [(str(number), "")] * 5


@pytest.mark.parametrize(
    ("text", "line", "title", "contents", "listed"),
    [
        ("第05版：要闻", *[("05", "要闻")] * 4),
        ("第三版：副刊", *[("3", "副刊")] * 4),
        ("A08：城事", None, ("A08", "城事"), None, ("A08", "城事")),
        ("第04版 要闻", None, None, ("04", "要闻"), ("04", "要闻")),
        ("第04版", None, None, ("04", ""), ("04", "")),
        ("04 要闻", None, None, None, ("04", "要闻")),
        ("04、要闻", None, None, None, ("04", "要闻")),
        ("1 引言", None, None, None, ("1", "引言")),
        ("第三版教材出版座谈会", None, None, ("3", "教材出版座谈会"), ("3", "教材出版座谈会")),
        ("3：0", None, None, None, None),
        ("要闻", None, None, None, None),
    ],
)
def test_label(text: str, line: Told, title: Told, contents: Told, listed: Told) -> None:
    """What a label needs depends on how sure it is, where it stands, that it is one."""
    found = (label(text), label(text, "title"), label(text, "contents"), label(text, "list"))

    assert tuple(map(told, found)) == (line, title, contents, listed)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("p05", "05"),
        ("page-3", "3"),
        ("Page_12", "12"),
        ("海湾晚报-第三版", "3"),
        ("A12版", "A12"),
        ("mp3", None),
        ("p2p", None),
    ],
)
def test_page_in_name(stem: str, expected: str | None) -> None:
    """Names of files call a page p3, too."""
    page = page_in_name(stem)

    assert (page and page.number) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("05  民生", "05"), ("维港晚报 A3 港闻", "A3"), ("要闻 08", "08"), ("海州 05 要闻", None), ("A380客机", None)],
)
def test_page_at_edge(text: str, expected: str | None) -> None:
    """In a folio line a lone number at an edge is the page's."""
    page = page_at_edge(text)

    assert (page and page.number) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("下转第二版", "2"),
        ("（下轉A2版）", "A2"),
        ("上接二版", "2"),
        ("下转第3页", "3"),
        ("下转第3面", "3"),
        ("上接頭版", "1"),
        ("转A叠03版", "A03"),
        ("下转副刊", None),
        ("下轉A5", "A5"),
        ("（上接B12）", "B12"),
        ("下转A123", None),
    ],
)
def test_number_of(said: str, expected: str | None) -> None:
    """A jump names its page more loosely."""
    assert number_of(said) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("05", ("", 5)),
        ("A12", ("A", 12)),
        ("A叠03", ("A", 3)),
        ("十二", ("", 12)),
        ("８", ("", 8)),
        ("头", ("", 1)),
        (None, None),
        ("要闻", None),
        ("1" * 5000, None),
    ],
)
def test_page_key(number: str | None, expected: Key | None) -> None:
    """Pages sort by the letter of their part and their number, however it is written."""
    assert page_key(number) == expected


def test_linear() -> None:
    """A long text of blanks and letters is searched in the time of its length."""
    began = time.perf_counter()
    for text in ("第" + " " * 200_000 + "版", "A " * 100_000 + "版", "第三版" + "\u3000" * 200_000, "版" * 200_000):
        page_in(text), page_at_edge(text), label(text), label(text, "list"), number_of(text)

    assert time.perf_counter() - began < 10


def test_is_front() -> None:
    """頭版 in both scripts, and no page that has a number."""
    assert [is_front(label) for label in ("头版", "頭版", "第一版", "A1")] == [True, True, False, False]
