"""Numbers in digits and in Han characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.press.numbers import HAN_DIGIT, counted, half_width, natural, value_of, whole_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("05", 5),
        ("０５", 5),
        ("二〇二四", 2024),
        ("二○二四", 2024),
        ("二零二四", 2024),
        ("零", 0),
        ("十", 10),
        ("十二", 12),
        ("二十四", 24),
        ("廿四", 24),
        ("卅", 30),
        ("百", 100),
        ("一百零五", 105),
        ("一百一十三", 113),
        ("二千零五", 2005),
        ("一千八百九十四", 1894),
        ("", None),
        ("第", None),
        ("十二三", None),
        ("百千", None),
        ("①", None),
        ("²", None),
        ("٣", None),
        ("x", None),
        ("-1", None),
        ("1 2", None),
        ("1" * 5000, None),
        ("一" * 5000, None),
    ],
)
def test_value_of(text: str, expected: int | None) -> None:
    """Digits of either width, Han digits read one by one and counted numbers have a value; other signs have none."""
    assert value_of(text) == expected


@given(st.integers(0, 9999))
def test_a_counted_number_reads_back(number: int) -> None:
    """What is written out as it is counted is the number again."""
    assert value_of(counted(number)) == number


@given(st.integers(0, 10**18 - 1))
def test_digits_of_every_kind_are_alike(number: int) -> None:
    """A number has one value in plain digits, full-width digits and Han digits."""
    digits = str(number)
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in digits)
    han = "".join("〇一二三四五六七八九"[int(digit)] for digit in digits)

    assert [value_of(digits), value_of(wide), value_of(han)] == [number] * 3


@given(st.text(st.sampled_from(HAN_DIGIT + "十廿卅百千0９ x"), max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    """No row of characters raises, and no value is longer than its text can say."""
    value = value_of(text)

    assert value is None or 0 <= value < 10**18


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "〇"),
        (7, "七"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (1010, "一千零一十"),
        (12_000, "12000"),
    ],
)
def test_counted(number: int, expected: str) -> None:
    """A number below ten thousand is written as it is counted, a larger one in digits."""
    assert counted(number) == expected


def test_half_width() -> None:
    """Every full-width form becomes the plain one in its place; Han and their marks stay."""
    assert half_width("２０２４／５－１６（Ａ叠）：、。第三版") == "2024/5-16(A叠):、。第三版"


def test_natural_order() -> None:
    """Numbers in names count as numbers, and a code too long for one does no harm."""
    names = ["第二章", "第十章", "第十一章", "第一百章", "2.txt", "10.txt", "a9", "a10", "第九章", "第廿章", "1" * 5000]
    expected = [
        "1" * 5000,
        "2.txt",
        "10.txt",
        "a9",
        "a10",
        "第二章",
        "第九章",
        "第十章",
        "第十一章",
        "第廿章",
        "第一百章",
    ]

    assert sorted(names, key=natural) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("7", 7),
        (" +7\n", 7),
        ("0" * 5000 + "7", 7),
        ("9", 9),
        ("10", None),
        ("-1", None),
        ("9" * 5000, None),
        ("9000000000", None),
        *((text, None) for text in ("", " ", "1.5", "²", "７", "x", "1e1", "0x1", "1_0", "+", "--1", "٣", "1 2")),
        (None, None),
    ],
)
def test_a_whole_number_is_within_its_bounds_or_none(text: str | None, expected: int | None) -> None:
    """Whatever stands in a file's mark-up, it is a number that can be counted with, or nothing."""
    assert whole_number(text, 9) == expected


@given(st.integers(-99, 99))
def test_whole_numbers_from_least_to_most(number: int) -> None:
    """Both bounds are numbers too."""
    assert whole_number(str(number), 50, -50) == (number if -50 <= number <= 50 else None)


@given(st.text() | st.text("0123456789+-. ", max_size=9000))
def test_no_text_is_too_much_for_a_whole_number(text: str) -> None:
    """No error comes of any."""
    found = whole_number(text, 1000, -1000)
    assert found is None or -1000 <= found <= 1000
