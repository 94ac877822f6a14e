"""What an element's tag, style, class and id say of the text in it."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from converter.model import LETTER, Mark
from converter.readers.html.tree import named

POEM = "poem"
PAGE_MARK = "printed-page"
"""No element of HTML: stands where a page of a printed book begins, its number as the attribute ``label``."""

_MARKS = {
    **dict.fromkeys(("b", "strong", "mark"), Mark.STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Mark.EMPHASIS),
    **dict.fromkeys(("u", "ins"), Mark.UNDERLINE),
    **dict.fromkeys(("s", "del", "strike"), Mark.STRUCK),
    **dict.fromkeys(("sup", "rt"), Mark.SUP),
    "sub": Mark.SUB,
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Mark.CODE),
    Mark.DATELINE: Mark.DATELINE,  # no element of HTML; what Banmian's own pages call one is made it
}
_STYLES = {
    # of several the first
    r"vertical-align\s*:\s*super": Mark.SUP,
    r"vertical-align\s*:\s*sub\b": Mark.SUB,
    r"font-weight\s*:\s*(?:bold|[6-9]00)": Mark.STRONG,
    r"font-style\s*:\s*(?:italic|oblique)": Mark.EMPHASIS,
    r"text-decoration(?:-line)?\s*:[^;{}]*line-through": Mark.STRUCK,
    r"text-decoration(?:-line)?\s*:[^;{}]*underline": Mark.UNDERLINE,
}
_CENTRED = r"text-align\s*:\s*center"
_COUNTS = r"list-style(?:-type)?\s*:[^;{}]*"
_EXTENT = r"(?<![\w-])(?:width|height)\s*:\s*[\d.]{1,8}(?:em|ex|rem|px|pt|cm|mm|in|pc)"
MEANING = re.compile("|".join((*_STYLES, _CENTRED, _COUNTS, _EXTENT)), re.IGNORECASE)
"""What of a style means something in the text: bold, italic, lines, raised and centred text, how a list counts, the
size of pictures.
"""

_MARKS_OF = [(re.compile(said, re.IGNORECASE), mark) for said, mark in _STYLES.items()]
USUAL_SIZE = 12.0
"""Points of type whose size no element says: ``medium``, which browsers take for 16 pixels."""

LARGEST_SIZE = 1638.0
"""Points of the largest type that word processors know; sizes that multiply one another are no larger."""

_SIZE = re.compile(
    r"font(?:-size)?\s*:[^;]*?(?<![\w.#-])"
    r"(?:(?P<number>\d{0,3}(?:\.\d+)?)(?P<unit>pt|px|r?em|%)|(?P<name>(?:xx?-)?(?:small|large))(?![\w-]))",
    re.IGNORECASE,
)
_UNITS = {"pt": 1.0, "px": 0.75, "rem": USUAL_SIZE}
_NAMED_SIZES = {"xx-small": 0.6, "x-small": 0.75, "small": 8 / 9, "large": 1.2, "x-large": 1.5, "xx-large": 2.0}
"""Times ``medium`` (CSS Fonts 4, 2.5)."""

_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_EXTENTS = re.compile(
    r"(?<![\w-])(width|height)\s*:\s*([\d.]{1,8})(em|ex|rem|px|pt|cm|mm|in|pc)(?![\w%])", re.IGNORECASE
)
_LETTERS = {
    # points of each unit (CSS Values 4, 6), of those that are the type's where that is as large as text usually is
    "em": USUAL_SIZE, "rem": USUAL_SIZE, "ex": USUAL_SIZE / 2,
    "px": 0.75, "pt": 1.0, "pc": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54,
}  # fmt: skip
LEAST = 3.0
"""Points of a picture that nobody sees, as those that count readers."""

_STEPS = {"big": 1.2, "small": 1 / 1.2}
_CAPTION = re.compile(
    r"caption|(?:pic|img|image|photo|tu)[-_]?(?:desc|intro|info|note|text|title|zhu|shuo)|tushuo|picnote|imgnote|zhushi"
)
_VERSE = re.compile(r"(?<![a-z])(?:poem|poetry|verse|stanza|shige)(?![a-z])")


def mark_of(element: HtmlElement) -> Mark | None:
    """The mark that the element gives its text."""
    if (mark := _MARKS.get(element.tag)) or not (style := element.get("style")) or element.tag == "a":
        return mark
    return next((mark for said, mark in _MARKS_OF if said.search(style)), None)


def size_of(element: HtmlElement, around: float | None) -> float | None:
    """The size of the element's type in points, where that of the text ``around`` it is known; None if it says none."""
    usual = around or USUAL_SIZE
    if element.tag == "font" and (size := element.get("size") or "") in _FONT_SIZES:
        return _FONT_SIZES[size]
    if step := _STEPS.get(element.tag):
        return round(usual * step, 2)
    found = _SIZE.search(element.get("style") or "")
    if not found:
        return None
    if found["name"]:
        return round(USUAL_SIZE * _NAMED_SIZES[found["name"].lower()], 2)
    points = float(found["number"] or 0) * ({"%": usual / 100, "em": usual} | _UNITS)[found["unit"].lower()]
    return round(min(points, LARGEST_SIZE), 2)


def width_of(image: HtmlElement) -> float | None:
    """How wide a picture is shown, in points; one that is no higher than a letter is as wide as it is high. None where
    nothing is said."""
    if "glyph" in (image.get("class") or "").lower().split():
        return USUAL_SIZE
    said = {name.lower(): _points(number, unit) for name, number, unit in _EXTENTS.findall(image.get("style") or "")}
    for name in ("width", "height"):
        if (value := image.get(name) or "").isascii() and value.isdecimal() and len(value) < 6:
            said.setdefault(name, 0.75 * int(value))
    width, height = said.get("width", 0.0), said.get("height", 0.0)
    shown = height if 0 < height <= LETTER else width
    return round(shown, 1) if shown > LEAST else None


def _points(number: str, unit: str) -> float:
    try:
        return float(number) * _LETTERS[unit.lower()]
    except ValueError:
        return 0.0


def kinds_of(element: HtmlElement) -> list[str]:
    """What the element is to what lies in it: its tag, and a poem."""
    return [element.tag, POEM] if is_verse(element) else [element.tag]


def is_verse(element: HtmlElement) -> bool:
    """Whether the element is called a poem or a stanza."""
    return bool(_VERSE.search(named(element)))


def is_caption(element: HtmlElement) -> bool:
    """Whether the element is called a picture's words."""
    return bool(_CAPTION.search(named(element)))


def is_centred(element: HtmlElement) -> bool:
    """Whether the element's lines are set in the middle."""
    return (
        element.tag == "center"
        or element.get("align") == "center"
        or re.search(_CENTRED, element.get("style") or "", re.IGNORECASE) is not None
    )
