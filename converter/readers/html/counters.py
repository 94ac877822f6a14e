"""How a list counts its items: where it begins, in which direction, and how a number is written (HTML 4.4.5, 4.4.8;
CSS Counter Styles 3, 6 and 7).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml.html import HtmlElement

from converter.press.numbers import HAN_DIGIT, LEGAL, counted, lettered, roman, whole_number
from converter.readers.html.tree import HEADINGS

_MOST = 999_999_999
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;{}]+)", re.IGNORECASE)
_SIGNS = ("disc", "circle", "square", "disclosure-open", "disclosure-closed")
_CUTS = ("table", "pre", "img", "figure", "dl", *HEADINGS)
"""What in an item is no line of its list."""

_DIGITS = str.maketrans("0123456789", HAN_DIGIT.replace("○", "").replace("零", ""))
_TRADITIONAL = str.maketrans("贰叁陆", "貳參陸")


@dataclass(slots=True)
class Counter:
    """What an open list says of the numbers of its items: the next, the step to the one after, the name of the style.

    ``is_plain`` says that a list counts so by itself. One of the style ``none`` shows no numbers, of ``disc`` signs.
    """

    number: int = 1
    step: int = 1
    style: str = "disc"
    is_plain: bool = True

    def next_label(self, value: str | None) -> str:
        """The number of an item where it is text, with its mark; ``value`` is what the item itself says of it."""
        said = _whole(value)
        if said is not None and said != self.number:
            self.number, self.is_plain = said, self.style in ("disc", "none")
        label = "" if self.is_plain else written(self.number, self.style)
        self.number += self.step
        return label


def counter_of(element: HtmlElement) -> Counter:
    """How the list counts; as text where it does not count 1, 2, 3 in a row, or is cut by a table or a picture."""
    style = _style_of(element)
    if style in ("disc", "none"):
        return Counter(style=style)
    is_reversed = element.get("reversed") is not None
    start = _whole(element.get("start"))
    if start is None:
        start = len(element.findall("li")) if is_reversed else 1
    plain = style == "decimal" and start == 1 and not is_reversed and not _is_cut(element)
    return Counter(start, -1 if is_reversed else 1, style, plain)


def _style_of(element: HtmlElement) -> str:
    """The name of the list's style: ``disc`` for all signs, ``decimal`` for all numbers that are not known here."""
    said = _STYLE.search(element.get("style") or "")
    names = [name for name in (said[1].lower().split() if said else ()) if name in _STYLES or name in ("none", *_SIGNS)]
    usual = "decimal" if element.tag == "ol" else "disc"
    name = names[-1] if names else _TYPES.get(element.get("type") or "", element.get("type") or usual)
    if name in _SIGNS or name == "none" and element.tag != "ol":
        return "disc"
    return name if name in _STYLES or name == "none" else usual


def _whole(text: str | None) -> int | None:
    return whole_number(text, _MOST, -_MOST)


def uncounted(root: HtmlElement) -> int:
    """How many lists and items below the root say to count from what is no number, or from one that is too large to
    count from; lists count from 1 there, items go on.
    """
    said = [part.get("start" if part.tag == "ol" else "value") for part in root.iter("ol", "li")]
    return sum(text is not None and _whole(text) is None for text in said)


def told_of_lists(numbers: int) -> list[str]:
    """What is said of so many numbers of lists that nothing can be counted from."""
    said = f"{numbers} number(s) of lists are none, or too large to count from: look at what stands there"
    return [said] if numbers else []


def _is_cut(element: HtmlElement) -> bool:
    """Whether something stands between two items that is no line of the list, so that a new list would begin there."""
    items = element.findall("li")
    return any(next(item.iter(*_CUTS), None) is not None for item in items[:-1])


def written(number: int, style: str) -> str:
    """The number in a style of CSS with the mark behind it; in digits where the style has none for it."""
    first, last, write, mark = _STYLES.get(style, _STYLES["decimal"])
    return write(number) + mark if first <= number <= last else f"{number}. "


def _of(characters: str, mark: str = "、") -> tuple[int, int, Callable[[int], str], str]:
    """A style that has one character for each number."""
    return 1, len(characters), lambda number: characters[number - 1], mark


_INFORMAL = (0, 9999, counted, "、")
_STYLES: dict[str, tuple[int, int, Callable[[int], str], str]] = {
    # the first number and the last that can be written so, how, and the mark behind
    "decimal": (-_MOST, _MOST, str, ". "),
    "decimal-leading-zero": (0, _MOST, lambda number: f"{number:02}", ". "),
    **dict.fromkeys(("upper-alpha", "upper-latin"), (1, 702, lettered, ". ")),
    **dict.fromkeys(("lower-alpha", "lower-latin"), (1, 702, lambda number: lettered(number).lower(), ". ")),
    "upper-roman": (1, 3999, roman, ". "),
    "lower-roman": (1, 3999, lambda number: roman(number).lower(), ". "),
    "lower-greek": _of("αβγδεζηθικλμνξοπρστυφχψω", ". "),
    **dict.fromkeys(
        ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "japanese-informal"), _INFORMAL
    ),
    "simp-chinese-formal": (1, 9999, lambda number: counted(number).translate(LEGAL), "、"),
    "trad-chinese-formal": (1, 9999, lambda number: counted(number).translate(LEGAL).translate(_TRADITIONAL), "、"),
    "cjk-decimal": (0, _MOST, lambda number: str(number).translate(_DIGITS), "、"),
    "cjk-heavenly-stem": _of("甲乙丙丁戊己庚辛壬癸"),
    "cjk-earthly-branch": _of("子丑寅卯辰巳午未申酉戌亥"),
}
