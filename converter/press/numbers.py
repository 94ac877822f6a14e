"""Numbers as they are printed: in digits (05, ０５), in Han digits read one by one (二〇二四), or counted (廿四)."""

from __future__ import annotations

import re
from functools import cache

from converter.press.patterns import later

DIGIT = "0-9０-９"
"""The digits of both widths, for a pattern's set of characters."""

HAN_DIGIT = "〇○零一二三四五六七八九"
"""The Han digits, read one by one; ○ is what many programs and printers put for 〇."""

HAN_NUMBER = f"{HAN_DIGIT}十廿卅百千"
"""The characters of a number that is counted."""

FORMAL = "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟两兩"
"""The characters of a number as it is written in full, in both scripts; two of things is 两."""

LONGEST = 18
"""Characters of the longest text that is a number; longer rows of digits are codes."""

_PLAIN = str.maketrans(f"０１２３４５６７８９{HAN_DIGIT}", "0123456789000123456789")
_UNFORMAL = str.maketrans(FORMAL, "一二二三三四五六六七八九十百千二二")
_HALF_WIDTH = {code + 0xFEE0: code for code in range(0x21, 0x7F)}  # the block of full-width forms mirrors ASCII


def value_of(text: str) -> int | None:
    """The number that ``text`` is; None where it is none, or longer than ``LONGEST``."""
    digits = text.translate(_PLAIN) if len(text) <= LONGEST else ""
    if digits.isascii():
        return int(digits) if digits.isdecimal() else None
    found = _counts().fullmatch(digits)
    if not found:
        return None
    thousands, hundreds, tens, ones = found.groups()
    ten = _TENS.get(tens) or 10 * _times(tens)
    return 1000 * _times(thousands) + 100 * _times(hundreds) + ten + int(ones or 0)


def whole_number(text: str | None, most: int, least: int = 0) -> int | None:
    """The number from ``least`` to ``most`` that a file's mark-up says in ``text``; None where it says none.

    As XML Schema writes an integer (part 2, 3.4.13): ASCII digits, a sign and zeros before them, blanks around. No text
    of any length raises an error or takes time by its value.
    """
    found = _INTEGER.fullmatch((text or "").strip(" \t\r\n"))
    number = int(f"{found['sign'] or ''}{found['digits']}") if found and len(found["digits"]) <= LONGEST else None
    return number if number is not None and least <= number <= most else None


_INTEGER = later("(?P<sign>[+-])?0*(?P<digits>[0-9]+)")


def ordinal_of(text: str) -> int | None:
    """The number by which a part of a document is counted, blanks within it left out: 第 十 二, 第叁, 两."""
    return value_of("".join(text.split()).translate(_UNFORMAL))


_TENS = {"廿": 20, "卅": 30}


def _times(counted: str | None) -> int:
    """How often a unit is counted: 3 for ``3百``, 1 for ``百``, 0 where there is none."""
    return 0 if counted is None else int(counted[:-1] or 1)


@cache
def _counts() -> re.Pattern[str]:
    """A number below ten thousand that is counted, its digits as 0 to 9."""
    return later("([1-9]?千)?0?([1-9]?百)?0?([1-9]?十|廿|卅)?0?([1-9])?")


def counted(number: int) -> str:
    """A number from 1 to 9999 as it is counted: 十二, 二十, 一百零五; another in digits, but for 〇."""
    if not 0 < number < 10_000:
        return str(number) if number else "〇"
    text = ""
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += "〇一二三四五六七八九"[digit] + unit
        elif text and number % power and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if 10 <= number < 20 else text


def lettered(number: int) -> str:
    """A number from 1 on by letters, as spreadsheets count columns: A to Z, AA, AB."""
    text = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        text = chr(65 + letter) + text
    return text


def roman(number: int) -> str:
    """A number from 1 to 3999 in Roman numerals."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
"""Counted numbers as cheques and contracts have them, so that no stroke makes another number of one."""


def half_width(text: str) -> str:
    """The text with full-width digits, letters and marks as plain ones, each in its place: ２０２４／５ is 2024/5."""
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def natural(name: str) -> tuple[tuple[bool, int, str], ...]:
    """A key to sort names by: the numbers in them count as numbers, 2 before 10 and 第二章 before 第十章."""
    pieces = _in_names().split(name.casefold())
    return tuple(
        (bool(place % 2), (value_of(piece) or 0) if place % 2 else 0, piece) for place, piece in enumerate(pieces)
    )


@cache
def _in_names() -> re.Pattern[str]:
    """A number in a name; a Han character that stands for one may be anything else, but not after 第."""
    return later(f"([{DIGIT}]+|(?<=第)[{HAN_NUMBER}]+)")
