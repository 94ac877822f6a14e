"""Pages of a newspaper (版): the number and the name that a text gives one, in one form, and their order."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from converter.press.lexicon import any_of, lists
from converter.press.marks import LETTER
from converter.press.numbers import DIGIT, HAN_NUMBER, half_width, value_of
from converter.press.patterns import later
from converter.records import NamedTuple

Place = Literal["line", "title", "contents", "list"]
"""Where a label stands: by itself, in a web page's title, in a book's contents, in the list of a paper's pages."""

Key = tuple[str, int]
"""What pages are sorted by: the letters of the part of the paper, and the number."""


class Page(NamedTuple):
    """A page that a text names, from where to where.

    ``number`` is in digits, as many as are printed, after the letter of its part: ``05``, ``A3``, ``A03`` for A叠03版,
    ``3`` for 第三版, ``1`` for 头版. ``name`` is what stands after it behind a mark (第05版：要闻), else empty.
    """

    start: int
    end: int
    number: str
    name: str


_BLANK = r"\s{0,4}"  # bounded, so that a search is linear in any text
_STACK = rf"{_BLANK}(?:[叠疊]{_BLANK}(?:第{_BLANK})?)?"
_DIGITS = rf"(?:[A-Z]{{1,2}}{_STACK})?[0-9]{{1,3}}"
_HAN_NUMBER = f"[{HAN_NUMBER}]{{1,5}}"
_NAME = f"(?:{LETTER}|[·/&]){{2,10}}"

PLACE = (
    rf"(?:(?:第{_BLANK})?(?:(?:[A-ZＡ-Ｚ]{{1,2}}{_STACK})?[{DIGIT}]{{1,3}}|{_HAN_NUMBER}|[头頭]){_BLANK}[版页頁]"
    rf"|第{_BLANK}[{DIGIT}]{{1,3}}{_BLANK}面|[A-ZＡ-Ｚ]{{1,2}}[{DIGIT}]{{1,2}}(?![{DIGIT}]))"
)
"""A pattern without groups: a page as a jump names it, 第二版, 二版, A3版, A3, 头版, 第3页, 第3面."""


def page_in(text: str) -> Page | None:
    """The first page that ``text`` names as such: 第05版, 第三版, A3版, A叠03版, 头版, 第3面, 頁三, 版次：05.

    How many there are is none: 共8版.
    """
    return _page(text, _named().search(half_width(text)))


def page_in_name(stem: str) -> Page | None:
    """The page that a file's name tells: as any text does, or as ``p3`` and ``page-3``."""
    return page_in(stem) or _page(stem, _latin().search(half_width(stem)))


def page_at_edge(text: str) -> Page | None:
    """The page in a folio line that calls it otherwise or has its number alone: 第二頁, 第一張, A3, or digits at the
    line's head or end. A sheet (張) has several pages, and is meant where no page is told.
    """
    plain = half_width(text)
    return _page(text, _leaf("页頁").search(plain) or _leaf("张張").search(plain) or _edge().search(plain))


def is_front(label: str) -> bool:
    """Whether a page is called the front page (头版), and no number said."""
    return "头" in label or "頭" in label


def number_alone(text: str) -> str | None:
    """The number of a document's page that is all that ``text`` says: - 32 -, - xii -, 第32页, 32/88."""
    found = _alone().fullmatch(text)
    return found and (found[1] or found[2])


def label(text: str, place: Place = "line") -> Page | None:
    """The page that ``text`` is with its name, and nothing else: 第05版：要闻.

    In a web page's ``title`` A08：城事 is one too; in a book's ``contents`` 第04版 要闻 and 第04版 alone; in a ``list``
    of the paper's pages also 04 要闻.
    """
    return _page(text.strip(), _label(place).fullmatch(half_width(text.strip())))


def number_of(said: str) -> str | None:
    """The number of the page that somebody names in passing, so that 二版 and 第3页 will do: a jump, or a user."""
    found = _place().search(said)
    return _number(found[0]) if found else None


def page_key(number: str | None) -> Key | None:
    """What a page's number (``A3``, ``05``, ``三``) is sorted by: ``("A", 3)``; None where there is none."""
    plain = number_of(f"{number}版") if number else None
    letters = plain.rstrip("0123456789") if plain else ""
    return (letters, int(plain[len(letters) :])) if plain else None


_EDITION = f"(?!{any_of(lists(__package__, 'words')['page', 'of a book'])})"
"""What does not stand behind a page's number: 第三版序 is of a book's third edition."""


@cache
def _latin() -> re.Pattern[str]:
    return later(r"(?<![A-Za-z])[Pp](?:age[-_ ]?)?(?P<number1>[0-9]{1,3})(?![0-9A-Za-z])")


@cache
def _leaf(words: str) -> re.Pattern[str]:
    return later(rf"第{_BLANK}(?P<number1>[{DIGIT}]{{1,3}}|{_HAN_NUMBER}){_BLANK}[{words}]")


@cache
def _edge() -> re.Pattern[str]:
    return later(
        r"(?<![0-9A-Za-z])(?P<number1>[A-Z][0-9]{1,2})(?![0-9A-Za-z])|^\s*(?P<number2>[0-9]{1,2})(?=\s)|(?<=\s)(?P<number3>[0-9]{1,2})\s*$"
    )


@cache
def _numbered() -> str:
    """A page's number with its words: 第 before a Han number, nothing before digits."""
    return (
        rf"(?:第{_BLANK}(?P<number1>{_DIGITS}|[A-Z]|{_HAN_NUMBER}|[头頭]){_BLANK}版{_EDITION}"
        rf"|(?<![0-9A-Za-z.])(?<!共)(?<!今日)(?<!今天)(?<!本期)(?P<number2>{_DIGITS}){_BLANK}版{_EDITION}"
        rf"|(?P<number3>[头頭])版(?!{any_of(lists(__package__, 'words')['page', 'of news'])})"
        rf"|(?:(?<!{LETTER})|(?<=[日报報刊]))(?:第{_BLANK}(?P<number4>{_DIGITS}|{_HAN_NUMBER}){_BLANK}面|[页頁]{_BLANK}(?P<number5>{_DIGITS}|{_HAN_NUMBER}))"
        rf"(?![0-9A-Za-z]|{LETTER}))"
    )


@cache
def _named() -> re.Pattern[str]:
    listed = rf"版次{_BLANK}:{_BLANK}(?:第{_BLANK})?(?P<number6>{_DIGITS}|{_HAN_NUMBER})(?:{_BLANK}版)?"
    return later(rf"(?:{_numbered()}|{listed})(?:{_BLANK}[:·•]{_BLANK}(?P<name>{_NAME}))?")


@cache
def _label(place: Place) -> re.Pattern[str]:
    if place in ("line", "title"):
        name, bare = rf"{_BLANK}:{_BLANK}(?P<name1>{_NAME})", rf"{_BLANK}:{_BLANK}(?P<name2>\D\S{{0,7}})"
    else:
        name, bare = rf"{_BLANK}[:、·•]?(?P<name1>.*)", rf"(?:{_BLANK}[:、]|\s)(?P<name2>\D{{0,20}})"
    return later(_numbered() + name + (rf"|(?P<number6>{_DIGITS}){bare}" if place in ("title", "list") else ""))


@cache
def _place() -> re.Pattern[str]:
    return later(f"(?<![{DIGIT}]){PLACE}")


def _page(text: str, hit: re.Match[str] | None) -> Page | None:
    """The page of a pattern whose groups are numbers and names."""
    if hit is None:
        return None
    told = {group.rstrip("123456"): text[slice(*hit.span(group))] for group, said in hit.groupdict().items() if said}
    number = _number(told["number"])
    return Page(*hit.span(), number, told.get("name", "").strip()) if number else None


_AROUND = later(r"[\s第版面页頁张張叠疊]")
"""What stands around a number."""


def _number(printed: str) -> str | None:
    """A page's number as ``Page`` has it."""
    plain = _AROUND.sub("", half_width(printed))
    value = 1 if plain in ("头", "頭") else value_of(plain)
    return plain if plain.isascii() else str(value) if value else None


@cache
def _alone() -> re.Pattern[str]:
    between_dashes = "[-—–·•] ?([0-9]{1,4}|[ivxlc]{1,7}) ?[-—–·•]"
    return later(f"{between_dashes}|(?:第 ?)?([0-9]{{1,4}}) ?[页頁]?(?: ?[/／] ?[0-9]{{1,4}})?")
