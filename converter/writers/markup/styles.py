"""The style sheets: those that ``styles/`` holds, and a user's own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from converter.errors import UnreadableInput
from converter.options import STYLES, Look
from converter.press.patterns import later
from converter.writers.markup.fetched import Found, fetched

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

_LOADER = cast("ResourceLoader", __spec__.loader)

COMMENT = later(r"/\*.*?\*/\s*", re.DOTALL)
RULE = later(r"([^{}]+)\{([^{}]*)\}")
CLASS = later(r"\.([A-Za-z][\w-]*)")
CLASSES = later(r'class="([^"]+)"')
TYPE = later(r"(?<![\w.#:([-])[a-z]\w*")
TAGS = later(r"<([a-z]\w*)")

ENDING = later(r"</style(?![^\s/>])", re.IGNORECASE)
"""What ends the element that holds a page's sheet, wherever it stands, in a comment too (HTML, 13.2.5.3)."""

UTF_8 = later('@charset "utf-8";', re.IGNORECASE)
"""What many tools put first, which says nothing to whom has read the file (CSS Syntax 3, 3.2)."""

TURNED = {"top": "right", "right": "bottom", "bottom": "left", "left": "top"}
"""Where the sides of a horizontal page lie on a vertical one: what was above comes first, at the right."""

LENGTHS = later(r"\b(margin|padding|border-width): ([^;}]+)")
SIDE = later(r"\b(margin|padding|border)-(top|right|bottom|left)(?=\s*:)")
EXTENT = later(r"(?<![\w-])(max-|min-|)(width|height)(?=\s*:)")
OVERFLOW = later(r"\boverflow-([xy])(?=\s*:)")


@cache
def sheet(name: str) -> str:
    """The style sheet of that name without its comments."""
    return COMMENT.sub("", _shipped(name).decode()).strip() + "\n"


def _shipped(name: str) -> bytes:
    """A file of ``styles/``, which lies in the package once that is installed, and beside it in a clone.

    The module's own loader reads it, out of a zip as well, and is there sooner than ``importlib.resources``.
    """
    package = Path(__file__).parents[2]
    try:
        return _LOADER.get_data(str(package / "styles" / name))
    except OSError:
        return _LOADER.get_data(str(package.parent / "styles" / name))


def dressed(look: Look, documents: Iterable[str], *pages: str) -> str:
    """The rules that make ``documents`` (the mark-up of each) look so. Raises ``UnreadableInput`` for a user's sheet.

    ``pages`` names what a browser's page has over a book, which has what pages need; the user's own rules come last.
    """
    css, over = sheet("newspaper.css"), "".join(sheet(f"{name}.css") for name in pages or ["paged"])
    if look.style == "book":
        css += sheet("book.css")
        over += sheet("book-page.css") if pages else ""
    if look.vertical:
        css = said_both_ways(css) + sheet("vertical.css")
        over = (turned(over) + sheet("vertical-page.css") if pages else over) + sheet("vertical-marks.css")
    return used_rules(css, documents) + over + ("" if look.style in STYLES else own_sheet(look.style))


def own_sheet(path: str | os.PathLike[str]) -> str:
    """A user's sheet, as it is; it has to be UTF-8, to need no other file, and to stay in the element that holds it.

    Raises ``UnreadableInput``, with the line of what cannot be.
    """
    try:
        css = Path(path).read_text("utf-8-sig")
    except OSError as error:
        names = " | ".join(STYLES)
        raise UnreadableInput(f"no style sheet at {path} ({error.strerror}): say {names}, or a CSS file") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"the style sheet {path} is no UTF-8: save it as UTF-8") from error
    css = css.replace("\0", "\ufffd")  # as every browser reads it, or the policy's hash would be of another text
    css = UTF_8.sub("", css, 1) if UTF_8.match(css) else css
    if end := ENDING.search(css):
        found: Found | None = Found(css.count("\n", 0, end.start()) + 1, end[0])
    else:
        found = fetched(css)
    if found:
        raise UnreadableInput(
            f"line {found.line} of the style sheet {path} has {found.what}, but a book has to hold all it needs: "
            "leave it out"
        )
    return css.strip() + "\n"


def used_rules(css: str, documents: Iterable[str]) -> str:
    """The rules of ``css``, which has no at-rules, whose selectors name only classes and elements of ``documents``."""
    named: set[str] = set()
    tags = {"html", "body"}
    for document in documents:
        named.update(CLASSES.findall(document))
        tags.update(TAGS.findall(document))
    classes = {name for names in named for name in names.split()}
    kept = []
    for selectors, declarations in RULE.findall(css):
        used = [
            one.strip()
            for one in selectors.split(",")
            if classes.issuperset(CLASS.findall(one)) and tags.issuperset(TYPE.findall(one.strip()))
        ]
        if used:
            kept.append(f"{', '.join(used)} {{{declarations}}}\n")
    return "".join(kept)


def said_both_ways(css: str) -> str:
    """A sheet whose margins, padding and borders hold for lines of either direction (CSS Logical Properties 1, 4).

    What follows the lines comes after what lies at the sides of the page. A reading system that knows no vertical lines
    mostly knows no logical properties either, and sets the book as a horizontal one.
    """
    return LENGTHS.sub(lambda found: found[0] + _logical(found[1], _four(found[2])), css)


def _logical(name: str, lengths: tuple[str, str, str, str]) -> str:
    """Declarations of the four lengths by the direction of lines; none where all sides are alike."""
    top, right, bottom, left = lengths
    if top == right == bottom == left:
        return ""
    box, _, what = name.partition("-")
    block, along = (f"{box}-{axis}{'-' * bool(what)}{what}" for axis in ("block", "inline"))
    return f"; {block}: {top} {bottom}; {along}: {left} {right}"


def turned(css: str) -> str:
    """A sheet of a browser's page for vertical lines: its sides and extents are renamed."""
    css = LENGTHS.sub(lambda found: f"{found[1]}: {_turned_lengths(found[2])}", css)
    css = SIDE.sub(lambda found: f"{found[1]}-{TURNED[found[2]]}", css)
    css = OVERFLOW.sub(lambda found: "overflow-" + ("y" if found[1] == "x" else "x"), css)
    return EXTENT.sub(lambda found: found[1] + ("height" if found[2] == "width" else "width"), css)


def _turned_lengths(lengths: str) -> str:
    """One to four lengths, clockwise from the top, a quarter turned."""
    top, right, bottom, left = _four(lengths)
    return " ".join((left, top, right, bottom))


def _four(lengths: str) -> tuple[str, str, str, str]:
    """One to four lengths as those of the top, the right, the bottom and the left (CSS 2.1, 8.3)."""
    top, *others = lengths.split()
    right = others[0] if others else top
    bottom = others[1] if len(others) > 1 else top
    left = others[2] if len(others) > 2 else right
    return top, right, bottom, left
